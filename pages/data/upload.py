import streamlit as st

from bowtie.words import say
from ui.confirm import choices, preview, sheets, upload
from ui.state import state
from ui.widgets.head import answer, question
from ui.widgets.steps import confirming, reading, seeing, steps
from ui.wording import plain

question(say("What is in your files?"))
upload.uploader()
upload.problems()
draft = state().draft
if draft is None:
    upload.nothing_yet()
    st.stop()

answer(upload.in_words(draft))
steps([reading(draft.sheets), confirming(draft.mapping), seeing(None)])

st.header(str(say("What each sheet and column is")), anchor=False)
if len(draft.mapping.sheets) > 1:
    sheets.overview(draft)
sheets.one(draft, sheets.picked(draft.mapping))
sheets.links(draft.mapping)

st.header(str(say("Before you use it")), anchor=False)
dataset = preview.built(draft)
if dataset is not None:
    findings = preview.findings_of(dataset)
    choices.choices(draft, dataset, findings)
    preview.preview(dataset, findings)
    st.caption(plain(upload.still_open(draft)))
with st.container(horizontal=True, vertical_alignment="center"):
    if dataset is not None:
        preview.use_button(draft, dataset)
    upload.start_over_button()
