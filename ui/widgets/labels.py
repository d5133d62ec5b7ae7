"""The user's own words for the stages. Neighbours given one word are shown as one stage."""

from __future__ import annotations

import streamlit as st

from bowtie.stages.frameworks import CUSTOM, framework_names
from bowtie.tables import STAGES as KEYS
from bowtie.words import say
from ui.state import FRAMEWORK, put, state, value
from ui.wording import STAGES, label, plain

_KEY = "label_"


def picker() -> None:
    """Which words the stages go by; the numbers stay the same."""
    names = framework_names()
    own = bool(state().settings.own_labels)
    offered = [key for key in names if key != CUSTOM or own]
    if value(FRAMEWORK) not in offered:
        put(FRAMEWORK, offered[0])
    st.selectbox(
        str(say("Framework")), offered, key=FRAMEWORK, width=300, persist_state="session",
        format_func=lambda key: str(names[key]),
        help=plain(say("No two companies agree on the labels. This changes the words and how stages are grouped, never "
                       "who stands where. Your own words are entered on the Settings page.")),
    )


def own_words() -> None:
    """A box a stage."""
    held = dict(state().settings.own_labels)
    with st.grid("auto", min_column_width=180):
        for key in KEYS:
            st.text_input(
                label(STAGES, key), value=held.get(key, ""), key=_KEY + key, max_chars=40, persist_state="session",
                placeholder=label(STAGES, key), on_change=_named,
            )


def _named() -> None:
    written = ((key, str(value(_KEY + key) or "").strip()) for key in KEYS)
    labels = tuple((key, words) for key, words in written if words)
    found = state()
    found.settings = found.settings.but(own_labels=labels)
    if labels:
        put(FRAMEWORK, CUSTOM)
    elif value(FRAMEWORK) == CUSTOM:
        put(FRAMEWORK, "bowtie")
