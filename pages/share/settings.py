import streamlit as st

from bowtie.words import say
from ui.state import state
from ui.view import view
from ui.widgets import labels, thresholds
from ui.widgets.head import about, answer, question
from ui.wording import plain

question(say("Where are the lines between the groups drawn?"))
answer(say("Every line here can be moved, and every page follows. Nobody is ever assigned to a group to make the "
           "shares come out."))
current = view()
if current is not None:
    about(current)

st.subheader(str(say("Lovers, likers, lurkers")), anchor=False)
st.caption(plain(thresholds.in_words(state().settings)))
thresholds.lines(thresholds.PEOPLE_LINES)
thresholds.period_picker()

st.subheader(str(say("Loyalty and ambassadors")), anchor=False)
thresholds.lines(thresholds.STAGE_LINES)
thresholds.tenure_switch()
thresholds.restore_button()

st.subheader(str(say("Words for the stages")), anchor=False)
labels.picker()
st.caption(plain(say("Your own words. Leave a box empty to keep ours; give neighbours one word to show them as one "
                     "stage.")))
labels.own_words()
