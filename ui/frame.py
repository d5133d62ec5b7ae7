"""The frame around every page: menu, what is looked at, filters, language. Drawn before the page runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from bowtie.dataset import Dataset
from bowtie.filters import FilterChoice, filter_choices
from bowtie.stages.frameworks import framework_names
from bowtie.words import LANGUAGES, say, say_n, use_language
from ui import names
from ui.places import place
from ui.state import AS_OF, FILTER, FRAMEWORK, LANGUAGE, LOOKING_AT, fresh_filters, linked, put, state, value
from ui.view import chosen, data
from ui.wording import label, plain

IMAGES = Path(__file__).parent / "images"
SCRIPT = Path(__file__).with_name("script.py")


def show() -> None:
    """One run of the app: the frame first, then the page that was asked for."""
    begin()
    page = st.navigation(pages())
    go()
    sidebar()
    notice()
    page.run()


def begin() -> None:
    """Page config, logo and language: the first thing on every run."""
    use_language(_language())
    st.set_page_config(page_title="Bowtie", page_icon=str(IMAGES / "mark.svg"), layout="wide")
    st.logo(str(IMAGES / "logo.svg"), size="large", icon_image=str(IMAGES / "mark.svg"))


def _language() -> str:
    """The picker's choice; before it is drawn the URL's, else the browser's."""
    in_link = {name: code for code, name in LANGUAGES.items()}.get(st.query_params.get(LANGUAGE, ""))
    asked = value(LANGUAGE) or in_link or _of_browser(st.context.locale or "")
    return asked if asked in LANGUAGES else "en"


def _of_browser(locale: str) -> str:
    tag = locale.replace("_", "-").lower()
    if tag.startswith("zh"):
        return "zh_Hant" if any(part in tag for part in ("tw", "hk", "mo", "hant")) else "zh_Hans"
    return tag.split("-")[0]


def pages() -> dict[str, list[Any]]:
    """The menu: sections and their pages."""
    return {
        str(say("Data")): [
            _page("data/start.py", str(say("Start")), "home", str(say("The sample company, or your own files.")), True),
            _page("data/upload.py", str(say("Your files")), "upload_file",
                  str(say("Load files, confirm what each column is, see what was found."))),
        ],
        str(say("Picture")): [
            _page("picture/bowtie.py", str(say("Bow-tie")), "join_inner",
                  str(say("Eight stages around the purchase: volumes, conversions, exits and the way back."))),
            _page("picture/people.py", str(say("People")), "groups",
                  str(say("Lurkers, likers and lovers, and whom to talk to next."))),
        ],
        str(say("Share")): [
            _page("share/definitions.py", str(say("Definitions")), "menu_book",
                  str(say("What each number means, and what it leaves out."))),
            _page("share/settings.py", str(say("Settings")), "tune",
                  str(say("Where the lines between the groups are drawn."))),
        ],
    }


def _page(script: str, title: str, icon: str, about: str, default: bool = False) -> Any:
    return st.Page(place(script), title=title, icon=f":material/{icon}:", help=about, default=default)


def sidebar() -> None:
    """What is looked at, as of when, which part of it, and in which language."""
    linked(FRAMEWORK, framework_names())
    with st.sidebar:
        _looking_at()
        dataset = data()
        if dataset is not None:
            _as_of(dataset)
            _filters(dataset)
        st.space("small")
        _language_picker()


def _looking_at() -> None:
    linked(LOOKING_AT, ("sample", "own"))
    st.segmented_control(
        str(say("Looking at")), ["sample", "own"], key=LOOKING_AT, persist_state="session", on_change=fresh_filters,
        format_func=lambda origin: str(say("Sample company") if origin == "sample" else say("Your files")),
        width="stretch",
    )


def _as_of(dataset: Dataset) -> None:
    if dataset.as_of is None:
        st.caption(str(say("Your data has no dates, so there is no as-of date.")))
        return
    st.date_input(
        str(say("As of")), value=dataset.as_of.date(), max_value=dataset.as_of.date(), key=AS_OF, bind="query-params",
        format="YYYY-MM-DD",
        help=str(say("Everything is computed as of this day. Your data's own is its latest day with something on it.")),
    )


def _filters(dataset: Dataset) -> None:
    choices = filter_choices(dataset)
    if not choices:
        return
    on = len(chosen(dataset))
    title = str(say_n("Filters ({n:int} on)", "Filters ({n:int} on)", on)) if on else str(say("Filters"))
    with st.expander(title, icon=":material/filter_list:", key="filters"):
        for choice in choices:
            _filter(choice)
        if on:
            st.button(str(say("Take all filters off")), on_click=fresh_filters, type="tertiary")


def _filter(choice: FilterChoice) -> None:
    name = plain(choice.header) if choice.header else label(names.FIELDS, choice.column)
    st.multiselect(
        name, choice.values, key=FILTER + choice.column, bind="query-params", placeholder=str(say("All")),
    )


def _language_picker() -> None:
    if value(LANGUAGE) is None and LANGUAGE not in st.query_params:
        put(LANGUAGE, _language())
    st.selectbox(
        str(say("Language")), list(LANGUAGES), key=LANGUAGE, bind="query-params", icon=":material/translate:",
        format_func=LANGUAGES.__getitem__, label_visibility="collapsed",
    )


def go() -> None:
    """Where a callback wanted to lead: callbacks run before the pages are known."""
    found = state()
    if found.go:
        there, found.go = found.go, ""
        st.switch_page(there)


def notice() -> None:
    """What an earlier step wanted to say, once."""
    found = state()
    if found.notice:
        st.toast(found.notice, icon=":material/check_circle:")
        found.notice = ""
