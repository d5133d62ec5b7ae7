import streamlit as st

from bowtie.words import say
from ui.definitions import DEFINITIONS
from ui.view import view
from ui.widgets.define import definition, sources
from ui.widgets.head import answer, question

question(say("What does each number mean?"))
answer(say("One concept has one name, on the screen, in exports and in the code. What the data cannot show is a dash "
           "with the reason, never a zero."))
current = view()
if current is not None:
    with st.expander(str(say("The files that the numbers are counted from")), icon=":material/folder_open:"):
        sources(current.dataset, current.dataset.tables)
with st.grid("auto", min_column_width=420, gap="medium"):
    for key in DEFINITIONS:
        with st.container(border=True, height="stretch"):
            definition([key])
