"""The blank templates: spreadsheets to fill in, with notes on every column."""

from __future__ import annotations

import streamlit as st

from bowtie.words import say
from ui import cached

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def templates_button(key: str) -> None:
    """Download of the blank template workbook."""
    st.download_button(
        str(say("Blank template")), cached.template, file_name="bowtie_template.xlsx", mime=_EXCEL, key=key,
        icon=":material/description:", type="tertiary", on_click="ignore",
        help=str(say("An Excel workbook with every table and a note on each column. Fill in what you have.")),
    )
