"""Lists of customers: searched, sorted, downloaded, and every row says why it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from bowtie.words import Text, language, say, say_n, speaking
from ui import names
from ui.wording import SEGMENT_OF_ONE, STAGES, label, plain

_HEADERS: dict[str, Text] = {
    **names.FIELDS,
    "segment": say("Group"),
    "stage": say("Stage"),
    "value": say("Value"),
    "acts": say("Acts"),
    "acts_missing": say("Acts missing"),
    "score": say("Latest score"),
    "why": say("Why on this list"),
    "reason": say("Reason"),
    "count": say("Count"),
    "side": say("Side"),
}


def shown(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame in the reader's words: sentences written out, our keys as labels. Columns keep their names."""
    words: dict[str, Callable[[Any], Any]] = {
        "segment": lambda key: label(SEGMENT_OF_ONE, key) if isinstance(key, str) else key,
        "stage": lambda key: label(STAGES, key) if isinstance(key, str) else key,
    }
    changed = {}
    for column in frame.columns:
        if column in words:
            changed[column] = frame[column].map(words[column])
        elif frame[column].map(lambda cell: isinstance(cell, Text)).any():
            changed[column] = frame[column].map(lambda cell: str(cell) if isinstance(cell, Text) else cell)
    return frame.assign(**changed)


def rounded(frame: pd.DataFrame) -> pd.DataFrame:
    """Rates to a tenth of a per cent, which is as fine as anybody reads."""
    return frame.assign(**{name: frame[name].round(3) for name in map(str, frame.select_dtypes("float"))})


def headers(frame: pd.DataFrame) -> dict[str, str]:
    """Column -> what it is called on the screen and in a download."""
    return {str(column): label(_HEADERS, str(column)) for column in frame.columns}


def customer_list(frame: pd.DataFrame, key: str, title: str) -> None:
    """A list with a search box above it and a download below it."""
    if frame.empty:
        st.caption(str(say("Nobody is on this list.")))
        return
    rows = shown(frame)
    looked_for = st.text_input(
        str(say("Search this list")), key=f"search_{key}", type="search", icon=":material/search:",
        placeholder=str(say("Name, id or any word")), label_visibility="collapsed",
    )
    found = matching(rows, looked_for or "")
    st.dataframe(
        found, hide_index=True, column_config=_columns(found), alt=title, key=f"list_{key}",
        height=min(38 + 35 * max(len(found), 1), 420), placeholder="–",
    )
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(str(say_n("{n:int} customer", "{n:int} customers", len(found))))
        csv_button(found, f"csv_{key}", title)


def matching(rows: pd.DataFrame, words: str) -> pd.DataFrame:
    """The rows in which every word occurs somewhere."""
    if not words.strip():
        return rows
    text = pd.Series("", index=rows.index)
    for column in rows.columns:
        text += " " + rows[column].astype("str").fillna("").str.casefold()
    keep = pd.Series(True, index=rows.index)
    for word in words.casefold().split():
        keep &= text.str.contains(word, regex=False)
    return rows[keep]


def _columns(frame: pd.DataFrame) -> dict[str, Any]:
    wide = {"why": "large", "reason": "medium", "name": "medium"}
    configured: dict[str, Any] = {}
    for column, header in headers(frame).items():
        if column in ("value", "mrr", "amount"):
            configured[column] = st.column_config.NumberColumn(header, format="localized")
        elif pd.api.types.is_datetime64_any_dtype(frame[column]):
            configured[column] = st.column_config.DateColumn(header, format="localized")
        else:
            configured[column] = st.column_config.Column(header, width=wide.get(column))  # type: ignore[arg-type]
    return configured


def as_csv(frame: pd.DataFrame) -> bytes:
    """As the screen shows it, guarded against formulas."""
    from bowtie.report.tables import csv_bytes

    rows = shown(frame)
    return csv_bytes(rows.rename(columns=headers(rows)))


def csv_button(frame: pd.DataFrame, key: str, title: str) -> None:
    """The rows as CSV, guarded against formulas, made only when asked for."""
    spoken = language()

    def made() -> bytes:
        with speaking(spoken):
            return as_csv(frame)

    st.download_button(
        str(say("Download CSV")), made, file_name=f"{key.removeprefix('csv_')}.csv", mime="text/csv", key=key,
        icon=":material/download:", type="tertiary", on_click="ignore", help=plain(title),
    )
