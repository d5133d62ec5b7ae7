import streamlit as st

from bowtie.words import say
from ui import cached
from ui.pictures import bow
from ui.places import UPLOAD, place
from ui.state import state
from ui.view import explore_sample, view
from ui.widgets import sample
from ui.widgets.chart import draw
from ui.widgets.head import question
from ui.widgets.steps import confirmed, confirming, loaded, reading, seeing, steps
from ui.wording import plain

cached.prepare_sample()
question(say("See your whole customer lifecycle in one picture"))
st.markdown(plain(say(
    "Most funnels stop at the sale. The bow-tie puts the purchase in the middle: to the left, how strangers become "
    "customers; to the right, how customers become ambassadors who bring in new ones."
)))

left, right = st.columns(2)
with left, st.container(border=True, height="stretch"):
    st.subheader(str(say("Explore the sample company")), anchor=False)
    st.markdown(plain(say("A made-up company with 1,200 customers over two years. Every page is full, nothing is "
                          "uploaded, one click.")))
    st.space("stretch")
    st.button(str(say("Explore the sample company")), key="explore", type="primary", on_click=explore_sample,
              icon=":material/explore:")
with right, st.container(border=True, height="stretch"):
    st.subheader(str(say("Use my own files")), anchor=False)
    st.markdown(plain(say("Exports from your CRM, billing, product or surveys, as they are. They stay on this machine "
                          "and in this session; nothing is sent anywhere.")))
    st.space("stretch")
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(str(say("Use my own files")), key="own_files", icon=":material/upload_file:"):
            st.switch_page(place(UPLOAD))
        sample.templates_button("templates_start")

st.subheader(str(say("Three steps")), anchor=False)
current, draft = view(), state().draft
if draft is not None:
    steps([reading(draft.sheets), confirming(draft.mapping), seeing(None)])
elif current is not None:
    steps([loaded(current.dataset), confirmed(current.dataset), seeing(current.analysis)])
else:
    steps([reading(None), confirming(None), seeing(None)])
    st.subheader(str(say("The sample company's bow-tie")), anchor=False)
    with st.skeleton(height=420):
        draw(bow.sample_picture().to_dict(), "hero")
