import streamlit as st

from bowtie.analysis import Unavailable
from bowtie.words import say
from ui.pictures import people
from ui.view import view
from ui.widgets.head import about, answer, question
from ui.widgets.needs import needs, no_data

question(say("Who loves you, who likes you, and who only stays?"))
current = view()
if current is None:
    no_data("people", people.ghost)
    st.stop()

with st.skeleton(height=420):
    analysis = current.analysis
segments = analysis.segments
if isinstance(segments, Unavailable):
    answer(say("Your files do not show yet who is a lover, a liker or a lurker."))
    about(current)
    people.repeat(analysis)
    needs("people", segments.needs, people.ghost)
    st.stop()

answer(segments.answer)
about(current)
people.groups(analysis)
people.lines(current)

st.header(str(say("Loyalty is not advocacy, and profit is neither")), anchor=False)
people.cube(analysis)
people.named_lists(analysis)

st.header(str(say("Who is nearest to becoming a lover?")), anchor=False)
people.nearest(analysis)

st.header(str(say("What lovers did before")), anchor=False)
people.before_lover(analysis)
