"""What the pages look at: one dataset, the filters and the settings in force."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from bowtie.analysis import Analysis
from bowtie.dataset import Dataset
from bowtie.settings import Settings
from bowtie.stages.frameworks import CUSTOM, framework_names
from ui import cached
from ui.places import BOWTIE, place
from ui.state import AS_OF, FILTER, FRAMEWORK, Origin, look_at, looking_at, state, value


@dataclass(frozen=True)
class View:
    """Chosen once in the frame, applied on every page."""

    dataset: Dataset
    origin: Origin
    chosen: cached.Chosen
    settings: Settings

    @property
    def analysis(self) -> Analysis:
        """Everything computed for it."""
        if self.origin == "sample" and not self.chosen and self.settings == Settings():
            return cached.sample_analysis()
        return cached.analysis(self.dataset, self.chosen, self.settings)


def data() -> Dataset | None:
    """The dataset looked at: the sample, the user's own, or none yet."""
    origin = looking_at()
    if origin == "sample":
        return cached.sample()
    own = state().own
    return own.dataset if origin == "own" and own else None


def view() -> View | None:
    """What the pages look at, or None when there is no data yet."""
    dataset, origin = data(), looking_at()
    if dataset is None or origin is None:
        return None
    return View(dataset, origin, chosen(dataset), settings(dataset))


def chosen(dataset: Dataset) -> cached.Chosen:
    """The filters in force: column and values, as the frame's widgets hold them."""
    held = ((column, value(FILTER + column)) for column in dataset.customers.columns)
    return tuple((str(column), tuple(values)) for column, values in held if values)


def settings(dataset: Dataset) -> Settings:
    """The settings in force: those of the session, the date and the framework of the frame."""
    picked = value(AS_OF)
    usual = dataset.as_of.normalize() if dataset.as_of is not None else None
    own = pd.Timestamp(picked) if picked and usual is not None and pd.Timestamp(picked) != usual else None
    held, framework = state().settings, value(FRAMEWORK)
    known = framework in framework_names() and (framework != CUSTOM or held.own_labels)
    return held.but(as_of=own, framework=framework if known else held.framework)


def explore_sample() -> None:
    """One click: the sample company, on the bow-tie page."""
    look_at("sample")
    state().go = place(BOWTIE)
