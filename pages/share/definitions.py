import streamlit as st

from bowtie.words import say
from ui.definitions import DEFINITIONS
from ui.view import view
from ui.widgets.define import definition
from ui.widgets.head import answer, question

question(say("What does each number mean?"))
answer(say("One concept has one name, on the screen, in exports and in the code. What the data cannot show is a dash "
           "with the reason, never a zero."))
current = view()
for key in DEFINITIONS:
    with st.container(border=True):
        definition([key], current.dataset if current else None)
