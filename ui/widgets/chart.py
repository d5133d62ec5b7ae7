"""A picture with what belongs to it: download as PNG and SVG, the table behind it, how it is defined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd
import streamlit as st

from bowtie import charts
from bowtie.dataset import Dataset
from bowtie.words import language, say, speaking
from ui.definitions import DEFINITIONS
from ui.room import room
from ui.widgets.define import definition
from ui.widgets.lists import csv_button, rounded
from ui.wording import plain

Kind = Literal["png", "svg"]
_MOST_FILES = 4


@dataclass(frozen=True)
class Picture:
    """A chart of bowtie.charts by name, what it draws, the numbers that it shows, and how many stand side by side."""

    name: str
    result: Any
    defined: tuple[str, ...]
    columns: int = 1
    options: Mapping[str, Any] = field(default_factory=dict)
    called: str = ""                       # in downloads and keys, where one chart stands twice
    rows: pd.DataFrame | None = None       # the table behind it, where it is not that of the chart

    @property
    def key(self) -> str:
        """Its name in downloads and widget keys."""
        return self.called or self.name

    def drawn(self) -> Any:
        """The chart, for this theme and this room."""
        return getattr(charts, self.name)(self.result, dark=dark(), width=room(self.columns), **self.options)

    def behind(self) -> pd.DataFrame:
        """The numbers that it draws, with headers that people read."""
        return self.rows if self.rows is not None else charts.table(self.name, self.result)


def dark() -> bool:
    """Whether the reader looks at the dark theme."""
    return st.context.theme.type == "dark"


def card(picture: Picture, dataset: Dataset) -> None:
    """The picture and its toolbar."""
    chart = picture.drawn()
    with st.container(border=True, height="stretch" if picture.columns > 1 else "content"):
        draw(chart.to_dict(), f"chart_{picture.key}")
        with st.container(horizontal=True, gap="small"):
            source = source_of(picture.defined, dataset)
            _download(picture.key, _made(chart, "png", source), "png", "image/png")
            _download(picture.key, _made(chart, "svg", source), "svg", "image/svg+xml")
            with st.popover(str(say("Table")), icon=":material/table_rows:", type="tertiary"):
                table(picture.behind(), picture.key)
            defined(picture.defined, dataset)


def defined(keys: Iterable[str], dataset: Dataset) -> None:
    """How these numbers are defined, and which files they were counted from, one click away."""
    with st.popover(str(say("Definition")), icon=":material/info:", type="tertiary"):
        definition(keys, dataset)


def draw(spec: Mapping[str, Any], key: str) -> None:
    """The chart at its own size: squeezed into a frame, its rows would lie on each other. Its description is its alt.
    """
    own_size = {**spec, "autosize": {"type": "pad", "contains": "content"}}
    st.vega_lite_chart(own_size, theme=None, width="content", key=key)


def table(frame: pd.DataFrame, key: str) -> None:
    """The numbers behind a picture."""
    st.dataframe(rounded(frame), hide_index=True, alt=str(say("The numbers behind the picture")), placeholder="–",
                 key=f"table_{key}", column_config=_shares(frame))
    csv_button(frame, f"csv_{key}", str(say("The numbers behind the picture")))


def _shares(frame: pd.DataFrame) -> dict[str, Any]:
    """Rates of 0..1 as percentages."""
    rates = [name for name in frame.select_dtypes("float") if frame[name].dropna().between(0, 1).all()]
    return {str(name): st.column_config.NumberColumn(format="percent") for name in rates}


def source_of(keys: Iterable[str], dataset: Dataset) -> str:
    """The files that these numbers were counted from, for the line under a picture."""
    tables = [table for key in keys for table in DEFINITIONS[key].tables]
    files = list(dict.fromkeys(file for table in tables for file in dataset.sources.get(table, ())))
    if len(files) > _MOST_FILES:
        return str(say("Source: {files} and others", files=", ".join(files[:_MOST_FILES])))
    return str(say("Source: {files}", files=", ".join(files))) if files else ""


def _download(key: str, made: Callable[[], bytes], kind: Kind, mime: str) -> None:
    st.download_button(
        kind.upper(), made, file_name=f"{key}.{kind}", mime=mime, key=f"{kind}_{key}",
        icon=":material/download:", type="tertiary", on_click="ignore",
        help=plain(say("Download this picture as {kind}", kind=kind.upper())),
    )


def _made(chart: Any, kind: Kind, source: str) -> Callable[[], bytes]:
    """Made only when asked for, in the reader's language."""
    spoken = language()

    def made() -> bytes:
        from bowtie.report import render

        with speaking(spoken):
            return render(chart, kind, source=source)

    return made
