"""The model's functions, cached: keyed by fingerprint, bounded, private to a session."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
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
def prepare_sample() -> Future[Analysis]:
    """Begin to make the sample company while the reader reads: everybody's, once a server, and never changed."""
    worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sample")
    making = worker.submit(_made)
    worker.shutdown(wait=False)
    return making


def _made() -> Analysis:
    from bowtie.sample import dataset as made

    return bowtie.analyse(made(), Settings())


def sample_analysis() -> Analysis:
    """The sample company with the settings as they come."""
    return prepare_sample().result()


def sample() -> Dataset:
    """The sample company's tables."""
    return sample_analysis().dataset


def template() -> bytes:
    """The blank template workbook."""
    from bowtie.sample import template_bytes

    return template_bytes()


def recognised(sheets: Sheets) -> Mapping:
    """What each sheet and column is; files of a shape that was confirmed before map as they did then."""
    from bowtie.intake.memory import default_folder

    return bowtie.recognise(sheets, default_folder())


def remember(mapping: Mapping) -> bool:
    """Keep the mapping by the shape of its headers; False where this machine lets nothing be written."""
    from bowtie.intake.memory import default_folder
    from bowtie.intake.memory import remember as keep

    try:
        keep(mapping, default_folder())
    except OSError:
        return False
    return True
