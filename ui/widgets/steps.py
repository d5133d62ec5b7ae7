"""The three steps, each with a visible count of what was read, what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import streamlit as st

from bowtie.analysis import Analysis
from bowtie.dataset import Dataset
from bowtie.intake.mapping import Mapping
from bowtie.intake.sheets import Sheets
from bowtie.words import Text, say, say_n
from ui.wording import plain


@dataclass(frozen=True)
class Step:
    """A step, what it gave so far, and whether it is done."""

    name: Text
    facts: tuple[Text, ...]
    done: bool


def steps(found: Iterable[Step]) -> None:
    """Side by side; one below the other on a phone."""
    with st.grid(3):
        for number, step in enumerate(found, start=1):
            _card(number, step)


def _card(number: int, step: Step) -> None:
    mark = ":material/check_circle:" if step.done else ":material/radio_button_unchecked:"
    with st.container(border=True, height="stretch", gap="xsmall"):
        colour = "green" if step.done else "gray"
        st.markdown(f":{colour}[{mark}] **{number}. {plain(step.name)}**")
        for fact in step.facts:
            st.caption(plain(fact))


def reading(sheets: Sheets | None) -> Step:
    """Files and rows read, rows left out."""
    if sheets is None or not sheets.files:
        what = say("Drop spreadsheets as they come: Excel, CSV, several at once, or a zip.")
        return Step(say("Load"), (what,), False)
    rows = sum(sheet.rows for sheet in sheets)
    left_out = sum(len(sheet.rejected) for sheet in sheets)
    facts = [
        say_n("{n:int} file read", "{n:int} files read", len(sheets.files) - len(sheets.problems)),
        say_n("{n:int} row in {sheets:int} sheets", "{n:int} rows in {sheets:int} sheets", rows, sheets=len(sheets)),
    ]
    if left_out:
        facts.append(say_n("{n:int} row left out", "{n:int} rows left out", left_out))
    if sheets.problems:
        facts.append(say_n("{n:int} file could not be used", "{n:int} files could not be used", len(sheets.problems)))
    return Step(say("Load"), tuple(facts), True)


def confirming(mapping: Mapping | None, confirmed: bool = False) -> Step:
    """Columns recognised, questions open."""
    if mapping is None:
        return Step(say("Confirm"), (say("Check what each column is. Sure ones are folded away."),), False)
    fields = sum(len(sheet.fields) for sheet in mapping.sheets)
    asked = sum(len(sheet.questions) for sheet in mapping.sheets)
    facts = [
        say_n("{n:int} column recognised", "{n:int} columns recognised", fields),
        say_n("{n:int} question open", "{n:int} questions open", asked) if asked else say("No question open"),
    ]
    return Step(say("Confirm"), tuple(facts), confirmed)


def confirmed(dataset: Dataset) -> Step:
    """What a dataset in use was confirmed with."""
    tables = len(dataset.tables)
    rejected = len(dataset.rejected)
    facts = [
        say_n("{n:int} table in use", "{n:int} tables in use", tables),
        say_n("{n:int} row left out, with its reason", "{n:int} rows left out, with their reasons", rejected),
    ]
    return Step(say("Confirm"), tuple(facts), True)


def loaded(dataset: Dataset) -> Step:
    """What a dataset in use was read from."""
    files = {source for sources in dataset.sources.values() for source in sources}
    rows = sum(len(frame) for frame in dataset.tables.values())
    facts = [
        say_n("{n:int} sheet read", "{n:int} sheets read", len(files)),
        say_n("{n:int} row in use", "{n:int} rows in use", rows),
    ]
    return Step(say("Load"), tuple(facts), True)


def seeing(analysis: Analysis | None) -> Step:
    """Customers in the picture."""
    if analysis is None:
        return Step(say("See"), (say("Your bow-tie, and your lurkers, likers and lovers."),), False)
    facts = [say_n("{n:int} customer", "{n:int} customers", int(analysis.totals.get("customers") or 0))]
    if analysis.totals.get("lost") is not None:
        facts.append(say("{n:int} have left", n=analysis.totals["lost"]))
    return Step(say("See"), tuple(facts), True)
