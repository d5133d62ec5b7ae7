"""A page or a part without its data: what would fill it, the sample's version in grey, and the template."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from bowtie.words import Text, say
from ui.ghost import grey
from ui.places import UPLOAD, place
from ui.widgets import sample
from ui.widgets.chart import dark, draw
from ui.wording import plain, strong


def needs(key: str, missing: Iterable[Text], ghost: Callable[[], Any] | None = None) -> None:
    """What would unlock this part; below it the sample's picture in grey."""
    with st.container(border=True):
        title = strong(say("What would fill this"))
        st.markdown(f":gray[:material/lock_open:] {title}")
        st.markdown("\n".join(f"- {plain(need)}" for need in missing))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(place(UPLOAD), label=str(say("Add files")), icon=":material/upload_file:")
            sample.templates_button(f"templates_{key}")
        if ghost is not None:
            _ghost(key, ghost)


def _ghost(key: str, ghost: Callable[[], Any]) -> None:
    st.caption(plain(say("This is how it looks for the sample company:")))
    with st.skeleton(height=260):
        chart = grey(ghost(), dark())
    draw(chart, f"ghost_{key}")


def no_data(key: str, ghost: Callable[[], Any]) -> None:
    """The whole page has nothing to show yet."""
    from ui.state import look_at, looking_at

    gone = looking_at() == "own"
    st.markdown(plain(
        say("Your files are not here. A refresh closes them; load them again, and the mapping is remembered.")
        if gone else say("There is no data yet. Load your files, or look at the sample company first.")
    ))
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button(str(say("Use my own files")), type="primary", key=f"to_files_{key}"):
            st.switch_page(place(UPLOAD))
        st.button(str(say("Explore the sample company")), key=f"to_sample_{key}", on_click=look_at, args=("sample",))
    _ghost(key, ghost)
