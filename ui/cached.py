"""The model's functions, cached: keyed by fingerprint, bounded, private to a session."""

from __future__ import annotations

from typing import Any

import streamlit as st

import bowtie
from bowtie.analysis import Analysis
from bowtie.dataset import Dataset
from bowtie.filters import only
from bowtie.intake.mapping import Mapping
from bowtie.intake.sheets import Sheets
from bowtie.settings import Settings

Chosen = tuple[tuple[str, tuple[str, ...]], ...]

_KEYS: dict[Any, Any] = {
    Dataset: lambda dataset: dataset.fingerprint,
    Sheets: lambda sheets: sheets.fingerprint,
    Mapping: lambda mapping: mapping.as_toml(),
    Settings: repr,
}


@st.cache_resource(max_entries=8, scope="session", show_spinner=False, hash_funcs=_KEYS)
def analysis(dataset: Dataset, chosen: Chosen, settings: Settings) -> Analysis:
    """Everything computed from the part of a dataset that the filters leave. Nobody changes it."""
    return bowtie.analyse(only(dataset, dict(chosen)), settings)


@st.cache_resource(max_entries=4, scope="session", show_spinner=False, hash_funcs=_KEYS)
def dataset(sheets: Sheets, mapping: Mapping) -> Dataset:
    """The typed tables of an upload under a mapping. MappingProblem when they do not fit."""
    return bowtie.build(sheets, mapping)


@st.cache_resource(max_entries=1, show_spinner=False)
def sample() -> Dataset:
    """The sample company: everybody's, and never changed."""
    from bowtie.sample import dataset as made

    return made()


@st.cache_resource(max_entries=1, show_spinner=False)
def sample_analysis() -> Analysis:
    """The sample company with the settings as they come, for pictures in grey."""
    return bowtie.analyse(sample(), Settings())


def template() -> bytes:
    """The blank template workbook."""
    from bowtie.sample import template_bytes

    return template_bytes()


def remember(mapping: Mapping) -> None:
    """Keep the mapping by the shape of its headers."""
    from bowtie.intake.memory import remember as keep

    keep(mapping)
