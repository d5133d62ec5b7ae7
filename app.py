"""Bowtie in the browser. `streamlit run app.py` finds the server here; every run of the script is `ui/script.py`.

Beside the running script there must be no folder `pages`, see docs/adr/0006.
"""

import streamlit as st
from streamlit import runtime

from ui import frame

if runtime.exists():   # a test runs this file as the script itself
    frame.show()
else:
    app = st.App(frame.SCRIPT)
