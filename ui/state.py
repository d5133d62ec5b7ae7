"""The session as one typed object. The only file that names st.session_state; everything else asks here."""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from dataclasses import dataclass, field
from typing import Any, Literal

import streamlit as st

from bowtie.dataset import Dataset
from bowtie.errors import FileProblem
from bowtie.intake.mapping import Mapping
from bowtie.intake.sheets import Sheets
from bowtie.settings import Settings

Origin = Literal["sample", "own"]
_KEY = "bowtie_state"
LOOKING_AT = "data"          # widget key and name in the URL: "sample" or "own"
LANGUAGE = "lang"
AS_OF = "as_of"
FRAMEWORK = "framework"
FILTER = "only_"             # and the column


@dataclass(frozen=True)
class Own:
    """The user's own data in use."""

    dataset: Dataset
    files: tuple[str, ...]


@dataclass
class Draft:
    """An upload that is being confirmed. Nothing of it is used until the user says so."""

    sheets: Sheets
    mapping: Mapping
    version: int = 0         # rises with every change: editors take a fresh key, so that no edit is lost

    def change(self, mapping: Mapping) -> None:
        """Take a changed mapping."""
        self.mapping = mapping
        self.version += 1


@dataclass
class State:
    """What a session knows."""

    own: Own | None = None
    draft: Draft | None = None
    problems: tuple[FileProblem, ...] = ()
    read_ids: tuple[str, ...] = ()      # the uploads that were read, so that each is read once
    uploader: int = 0                   # a fresh key empties the uploader
    settings: Settings = field(default_factory=Settings)
    notice: str = ""                    # said once, on the next page drawn


def state() -> State:
    """This session's state."""
    if _KEY not in st.session_state:
        st.session_state[_KEY] = State()
    found: State = st.session_state[_KEY]
    return found


def value(key: str, otherwise: Any = None) -> Any:
    """What a widget holds, for callbacks and for the frame, which runs before the widget is drawn."""
    return st.session_state.get(key, otherwise)


def put(key: str, new: Any) -> None:
    """Set a widget from a callback."""
    st.session_state[key] = new


def forget(prefix: str) -> None:
    """Let go of the widgets whose keys begin so."""
    for key in [key for key in st.session_state if isinstance(key, str) and key.startswith(prefix)]:
        del st.session_state[key]


def edits(key: str) -> MappingType[int, MappingType[str, Any]]:
    """The rows edited in a data editor since its input was frozen: row position -> column -> new value."""
    changes = st.session_state.get(key) or {}
    found: MappingType[int, MappingType[str, Any]] = changes.get("edited_rows", {})
    return found


def looking_at() -> Origin | None:
    """Which data the pages show."""
    chosen = value(LOOKING_AT)
    return chosen if chosen in ("sample", "own") else None


def look_at(origin: Origin) -> None:
    """Show this data from now on; filters and date of the other make no sense here."""
    put(LOOKING_AT, origin)
    fresh_filters()


def fresh_filters() -> None:
    """No filter, and the data's own as-of date."""
    forget(FILTER)
    forget(AS_OF)


def use_own(own: Own) -> None:
    """The confirmed upload becomes what the pages show."""
    found = state()
    found.own, found.draft, found.problems, found.read_ids = own, None, (), ()
    found.uploader += 1
    look_at("own")


def drop_draft() -> None:
    """Forget the upload that was being confirmed; what was in use stays."""
    found = state()
    found.draft, found.problems, found.read_ids = None, (), ()
    found.uploader += 1
