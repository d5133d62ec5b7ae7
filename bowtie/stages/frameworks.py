"""Labels for the stages: no two companies agree, so they are a choice. They relabel and merge, and change no total."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from bowtie.settings import Settings
from bowtie.tables import KNOT, LEFT_STAGES, STAGES
from bowtie.words import Text

CUSTOM = "custom"


@dataclass(frozen=True)
class Stage:
    """What a framework shows as one stage: `of` are our own stages, in order."""

    key: str
    label: Text
    of: tuple[str, ...]

    @property
    def side(self) -> str:
        """left, knot (where the purchase is in it) or right."""
        if KNOT in self.of:
            return "knot"
        return "left" if self.of[0] in LEFT_STAGES else "right"


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((files("bowtie") / "data" / "frameworks.toml").read_text(encoding="utf-8"))


def framework_names() -> dict[str, Text]:
    """Key -> name of every framework, the user's own last."""
    return {**{key: Text(found["name"]) for key, found in _data().items()}, CUSTOM: Text("Your own")}


def stages_of(settings: Settings) -> tuple[Stage, ...]:
    """The stages of the framework in use. In the user's own, neighbours with one label are one stage."""
    if settings.framework == CUSTOM:
        return _custom(dict(settings.own_labels))
    found = _data()[settings.framework]["stages"]
    return tuple(Stage(stage["key"], Text(stage["label"]), tuple(stage["of"])) for stage in found)


def stage_of(stages: tuple[Stage, ...], key: str) -> Stage | None:
    """The shown stage that our own stage belongs to; None for unknown and lost."""
    return next((stage for stage in stages if key in stage.of), None)


def labels() -> tuple[str, ...]:
    """Every label and name in the data, for the message catalogues."""
    names = [found["name"] for found in _data().values()]
    return tuple(dict.fromkeys([*names, *(stage["label"] for found in _data().values() for stage in found["stages"])]))


def _custom(own: dict[str, str]) -> tuple[Stage, ...]:
    standard = {stage["key"]: stage["label"] for stage in _data()["bowtie"]["stages"]}
    merged: list[Stage] = []
    for key in STAGES:
        label = Text(own.get(key, standard[key]))
        if merged and merged[-1].label == label and (merged[-1].side == _side(key)):
            merged[-1] = Stage(merged[-1].key, label, (*merged[-1].of, key))
        else:
            merged.append(Stage(key, label, (key,)))
    return tuple(merged)


def _side(key: str) -> str:
    return Stage(key, Text(key), (key,)).side
