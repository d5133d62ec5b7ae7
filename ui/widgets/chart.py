"""A picture with what belongs to it: download as PNG and SVG, the table behind it, how it is defined."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from bowtie.dataset import Dataset
from bowtie.words import Text, language, say, speaking
from ui.widgets.define import definition
from ui.widgets.lists import csv_button, headers, shown
from ui.wording import plain

Kind = Literal["png", "svg"]


@dataclass(frozen=True)
class Picture:
    """A chart, its name in downloads, the frame behind it, and the numbers that it shows."""

    key: str
    chart: Any
    table: pd.DataFrame
    defined: tuple[str, ...]
    alt: Text


def dark() -> bool:
    """Whether the reader looks at the dark theme."""
    return st.context.theme.type == "dark"


def card(picture: Picture, dataset: Dataset) -> None:
    """The picture and its toolbar."""
    with st.container(border=True):
        st.altair_chart(picture.chart, theme=None, key=f"chart_{picture.key}", alt=str(picture.alt))
        with st.container(horizontal=True, gap="small"):
            _download(picture, "png", "image/png")
            _download(picture, "svg", "image/svg+xml")
            with st.popover(str(say("Table")), icon=":material/table_rows:", type="tertiary"):
                table(picture.table, picture.key, str(picture.alt))
            with st.popover(str(say("Definition")), icon=":material/info:", type="tertiary"):
                definition(picture.defined, dataset)


def table(frame: pd.DataFrame, key: str, title: str) -> None:
    """The numbers behind a picture."""
    rows = shown(frame)
    st.dataframe(rows, hide_index=True, column_config=dict(headers(rows)), alt=title, placeholder="–",
                 key=f"table_{key}")
    csv_button(frame, f"csv_{key}", title)


def _download(picture: Picture, kind: Kind, mime: str) -> None:
    st.download_button(
        kind.upper(), _made(picture.chart, kind), file_name=f"{picture.key}.{kind}", mime=mime,
        key=f"{kind}_{picture.key}", icon=":material/download:", type="tertiary", on_click="ignore",
        help=plain(say("Download this picture as {kind}", kind=kind.upper())),
    )


def _made(chart: Any, kind: Kind) -> Callable[[], bytes]:
    """Made only when asked for, in the reader's language."""
    spoken = language()

    def made() -> bytes:
        from bowtie.report import render

        with speaking(spoken):
            return render(chart, kind)

    return made
