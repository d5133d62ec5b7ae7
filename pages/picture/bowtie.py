import streamlit as st

from bowtie.words import say
from ui.pictures import bow
from ui.view import view
from ui.widgets import labels
from ui.widgets.head import about, answer, question
from ui.widgets.needs import no_data

question(say("How do strangers become ambassadors?"))
current = view()
if current is None:
    no_data("bowtie", bow.sample_picture)
    st.stop()

with st.skeleton(height=420):
    analysis = current.analysis
answer(analysis.bowtie.answer)
with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
    about(current)
    labels.picker()
bow.picture(analysis)

st.header(str(say("Stage by stage")), anchor=False)
bow.stage_table(analysis)
bow.times(analysis)

st.header(str(say("Where people leave, and why they bought")), anchor=False)
bow.leaving(analysis)

st.header(str(say("The way back: customers won through customers")), anchor=False)
bow.loop(analysis)

st.header(str(say("Buyer's remorse watch")), anchor=False)
bow.remorse(analysis)
