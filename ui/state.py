"""The session as one typed object. The only file that names st.session_state; everything else asks here."""

from __future__ import annotations

from collections.abc import Iterable
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


@dataclass(frozen=True)
class Own:
    """The user's own data in use, with the confirmed upload that it came from."""

    dataset: Dataset
    draft: Draft


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
    go: str = ""                        # where a callback wants to lead; the frame goes there


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


def linked(name: str, allowed: Iterable[str]) -> None:
    """A widget whose value stands in the URL under a name that no language changes. Call before drawing it.

    Streamlit's own binding writes what the reader sees, which differs by language; where options have labels, this.
    """
    held, asked = st.session_state.get(name), st.query_params.get(name)
    if held is None and _KEY + name not in st.session_state and asked in set(allowed):
        st.session_state[name] = held = asked
    st.session_state[_KEY + name] = True
    if held is None:
        st.query_params.pop(name, None)
    elif asked != held:
        st.query_params[name] = held


def forget(prefix: str) -> None:
    """Let go of the widgets whose keys begin so."""
    for key in [key for key in st.session_state if str(key).startswith(prefix)]:
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


def reopen_own() -> None:
    """Confirm the data in use anew, from the mapping that it has."""
    found = state()
    if found.own is not None:
        found.draft = Draft(found.own.draft.sheets, found.own.draft.mapping, found.own.draft.version + 1)
