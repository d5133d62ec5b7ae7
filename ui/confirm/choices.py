"""Answers given once for the whole upload: the source of who has left, contracts or not, the currency."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import streamlit as st

from bowtie.dataset import Dataset
from bowtie.findings import Finding
from bowtie.people.presence import LEAVING, source_name
from bowtie.words import Text, say
from ui.state import Draft, value
from ui.wording import plain


def choices(draft: Draft, dataset: Dataset, findings: Iterable[Finding]) -> None:
    """Only those that matter for this data."""
    _leaving(draft, findings)
    _contractual(draft, dataset)
    if len(dataset.currencies) > 1:
        _ask(draft, "currency", say("Which currency do the pages speak of? Currencies are never added together."),
             {code: say("{code}", code=code) for code in dataset.currencies}, dataset.main_currency)


def _leaving(draft: Draft, findings: Iterable[Finding]) -> None:
    named = [found.message.params.get(which) for found in findings if found.code == "leaving_sources_differ"
             for which in ("one", "other")]
    offered = {key: source_name(key) for key in LEAVING if source_name(key) in named}
    if offered:
        _ask(draft, "leaving", say("Which source counts for who has left?"), offered,
             draft.mapping.choices.get("leaving"))


def _contractual(draft: Draft, dataset: Dataset) -> None:
    told = draft.mapping.choices.get("contractual")
    if dataset.contractual is not None and told is None:
        return
    _ask(draft, "contractual", say("Does someone cancel, or do they just stop buying?"),
         {"yes": say("There are contracts or subscriptions; someone cancels."),
          "no": say("They buy when they want to, and one day they stop.")}, told)


def _ask(draft: Draft, name: str, text: Text, offered: dict[str, Text], held: str | None) -> None:
    key, keys = f"choice_{draft.version}_{name}", list(offered)
    with st.container(border=True):
        st.markdown(f":orange[:material/help:] {plain(text)}")
        st.radio(
            plain(text), keys, index=keys.index(held) if held in keys else None, key=key,
            label_visibility="collapsed", format_func=_words(offered), on_change=_choose, args=(draft, name, key),
        )


def _words(offered: dict[str, Text]) -> Callable[[str], str]:
    return lambda choice: plain(offered[choice])


def _choose(draft: Draft, name: str, key: str) -> None:
    chosen = value(key)
    if chosen is not None:
        draft.change(draft.mapping.with_choice(name, chosen))
