"""Bowtie in the browser: the frame and the router. Every page runs inside it, deep links included."""

import streamlit as st

from ui import frame

frame.begin()
page = st.navigation(frame.pages())
frame.go()
frame.sidebar()
frame.notice()
page.run()
