"""Mappings kept: as mapping.toml, and by the shape of the header row, so that next month's export maps itself."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping as MappingType
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

from bowtie.errors import MappingProblem
from bowtie.intake.mapping import Combine, Dropped, FieldMapping, Link, Mapping, Order, Question, SheetMapping
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.tables import TABLES
from bowtie.words import Text, say

VERSION = 1


# ------------------------------------------------------------------------------------------------------------ TOML
def to_toml(mapping: Mapping) -> str:
    """The mapping as a person can read and change it; `from_toml` reads it back."""
    import tomli_w

    return tomli_w.dumps(
        {
            "version": VERSION,
            "choices": dict(mapping.choices),
            "sheets": [_sheet_out(told) for told in mapping.sheets],
            "links": [dict(vars(link)) for link in mapping.links],
        }
    )


def from_toml(text: str) -> Mapping:
    """The mapping of a mapping.toml. MappingProblem names the sheet, the field and the choices when it does not fit."""
    try:
        told = tomllib.loads(text)
        return Mapping(
            tuple(_sheet_in(sheet) for sheet in told["sheets"]),
            tuple(Link(**link) for link in told.get("links", ())),
            dict(told.get("choices", {})),
        )
    except tomllib.TOMLDecodeError as wrong:
        raise MappingProblem(say("The mapping is not valid TOML: {why}.", why=str(wrong)), _REMEDY) from None
    except (KeyError, TypeError, AttributeError, ValueError) as wrong:
        raise MappingProblem(
            say("The mapping lacks a part or has one too many: {what}.", what=str(wrong)), _REMEDY
        ) from None


_REMEDY = say("Use a mapping.toml that Bowtie wrote, and change only what stands in it.")


def _sheet_out(told: SheetMapping) -> dict[str, Any]:
    return {
        "file": told.file,
        "name": told.name,
        "role": told.role,
        "confidence": told.confidence,
        "reason": str(told.reason),
        "header_row": told.header_row,
        "headers": list(told.headers),
        "implied": dict(told.implied),
        "attributes": list(told.attributes),
        "fields": {name: _field_out(one) for name, one in told.fields.items()},
        "dropped": [{"header": one.header, "column": one.column, "reason": str(one.reason)} for one in told.dropped],
        "questions": [_question_out(asked) for asked in told.questions],
    }


def _field_out(one: FieldMapping) -> dict[str, Any]:
    found: dict[str, Any] = {
        "headers": list(one.headers),
        "columns": list(one.columns),
        "confidence": one.confidence,
        "reason": str(one.reason),
    }
    found |= {
        name: value for name, value in (("combine", one.combine), ("order", one.order), ("unit", one.unit)) if value
    }
    if one.values:
        found["values"] = [
            {"theirs": theirs} | ({} if ours is None else {"ours": ours}) for theirs, ours in one.values.items()
        ]
    return found


def _question_out(asked: Question) -> dict[str, Any]:
    return {
        "about": asked.about,
        "header": asked.header,
        "field": asked.field,
        "text": str(asked.text),
        "example": asked.example,
        "choices": [[key, str(text)] for key, text in asked.choices],
    }


def _sheet_in(told: MappingType[str, Any]) -> SheetMapping:
    role, key = told["role"], f"{told['file']} [{told['name']}]" if told["name"] else told["file"]
    if role not in TABLES and role != "unknown":
        raise MappingProblem(
            say("{sheet}: there is no role “{role}”.", sheet=key, role=role),
            say("Choose one of {choices}.", choices=", ".join((*TABLES, "unknown"))),
            told["file"],
        )
    headers = tuple(told["headers"])
    fields = {name: _field_in(name, one, role, key, len(headers), told["file"]) for name, one in told["fields"].items()}
    return SheetMapping(
        told["file"],
        told["name"],
        told["header_row"],
        headers,
        role,
        told["confidence"],
        Text(told["reason"]),
        fields,
        dict(told.get("implied", {})),
        tuple(_question_in(asked) for asked in told.get("questions", ())),
        tuple(told.get("attributes", ())),
        tuple(Dropped(one["header"], one["column"], Text(one["reason"])) for one in told.get("dropped", ())),
    )


def _field_in(name: str, told: MappingType[str, Any], role: str, key: str, width: int, file: str) -> FieldMapping:
    known = [field.name for field in TABLES.get(role, ())]
    if role != "unknown" and name not in known:
        raise MappingProblem(
            say("{sheet}: {role} has no field “{field}”.", sheet=key, role=role, field=name),
            say("Choose one of {choices}.", choices=", ".join(known)),
            file,
        )
    columns = tuple(told["columns"])
    if not columns or not all(isinstance(at, int) and 0 <= at < width for at in columns):
        raise MappingProblem(
            say("{sheet}: “{field}” points at a column that is not there.", sheet=key, field=name),
            say("Columns count from 0 to {last:int}.", last=width - 1),
            file,
        )
    order, combine = told.get("order"), told.get("combine", "")
    if (order is not None and order not in get_args(Order)) or combine not in get_args(Combine):
        raise MappingProblem(
            say("{sheet}: “{field}” has an order or a combination that does not exist.", sheet=key, field=name),
            say("Choose one of {choices}.", choices=", ".join((*get_args(Order), *filter(None, get_args(Combine))))),
            file,
        )
    return FieldMapping(
        name,
        columns,
        tuple(told["headers"]),
        told["confidence"],
        Text(told["reason"]),
        combine,
        {pair["theirs"]: pair.get("ours") for pair in told.get("values", ())},
        order,
        told.get("unit"),
    )


def _question_in(told: MappingType[str, Any]) -> Question:
    return Question(
        told["about"],
        told["header"],
        tuple((key, Text(text)) for key, text in told["choices"]),
        Text(told["text"]),
        told["field"],
        told["example"],
    )


# ----------------------------------------------------------------------------------------------------------- shape
def shape_of(headers: tuple[str, ...]) -> str:
    """The shape of a header row: the same headers in any order, spelled in capitals or not."""
    return hashlib.sha256("\n".join(sorted(_spelled(header) for header in headers)).encode()).hexdigest()[:24]


def _spelled(header: str) -> str:
    return " ".join(header.casefold().split())


def fitted(told: SheetMapping, sheet: RawSheet) -> SheetMapping | None:
    """A kept mapping for another sheet of the same headers, which may stand in another order; None when they differ."""
    if shape_of(told.headers) != shape_of(sheet.headers):
        return None
    moved = _moves(told.headers, sheet.headers)
    fields = {
        name: replace(
            one,
            columns=tuple(moved[at] for at in one.columns),
            headers=tuple(sheet.headers[moved[at]] for at in one.columns),
        )
        for name, one in told.fields.items()
    }
    return replace(
        told,
        file=sheet.file,
        name=sheet.name,
        header_row=sheet.header_row,
        headers=sheet.headers,
        fields=fields,
        attributes=tuple(sorted(moved[at] for at in told.attributes)),
        remembered=True,
        dropped=tuple(
            replace(one, column=moved[one.column], header=sheet.headers[moved[one.column]]) for one in told.dropped
        ),
    )


def _moves(old: tuple[str, ...], new: tuple[str, ...]) -> dict[int, int]:
    """Old position -> new one; headers that occur twice keep their order among themselves."""
    places: dict[str, list[int]] = {}
    for at, header in enumerate(new):
        places.setdefault(_spelled(header), []).append(at)
    return {at: places[_spelled(header)].pop(0) for at, header in enumerate(old)}


def apply_mapping(saved: Mapping, sheets: Sheets) -> Mapping:
    """A kept mapping on a new upload: each sheet takes the kept one of its own name, else of its header row.

    Sheets without a match are recognised anew. MappingProblem when no sheet matches.
    """
    from bowtie.intake.recognise import recognise

    fresh = recognise(sheets)
    found = [(_match(saved, raw), told) for raw, told in zip(sheets, fresh.sheets, strict=True)]
    if not any(kept for kept, _ in found):
        raise MappingProblem(
            say("The mapping fits none of the sheets: their headers differ."),
            say("Leave the mapping out, or give the one that was written for these files."),
        )
    return replace(fresh, sheets=tuple(kept or told for kept, told in found), choices=dict(saved.choices))


def _match(saved: Mapping, raw: RawSheet) -> SheetMapping | None:
    ranked = sorted(saved.sheets, key=lambda told: told.key != raw.key)
    return next((kept for told in ranked if (kept := fitted(told, raw)) is not None), None)


# ---------------------------------------------------------------------------------------------------------- folder
def default_folder() -> Path:
    """Where this user's mappings live on this system, for callers that have no workspace of their own."""
    from platformdirs import user_data_path

    return user_data_path("bowtie", appauthor=False) / "mappings"


def remember(mapping: Mapping, folder: Path | None = None) -> None:
    """Keep each sheet of a confirmed mapping by the shape of its header row. Sheets without a header are not kept."""
    place = folder or default_folder()
    place.mkdir(parents=True, exist_ok=True)
    for told in mapping.sheets:
        if told.header_row and any(told.headers):
            kept = Mapping((replace(told, questions=(), confidence=1.0),))
            _write(place / f"{shape_of(told.headers)}.toml", to_toml(kept))


def _write(path: Path, text: str) -> None:
    """Whole or not at all: a crash half-way leaves the old file."""
    half = path.with_suffix(f".{os.getpid()}.part")
    half.write_text(text, encoding="utf-8")
    half.replace(path)


def recall(sheet: RawSheet, folder: Path | None = None) -> SheetMapping | None:
    """The mapping kept for a header row of this shape, marked `remembered`; None when none can be read."""
    if not sheet.header_row:
        return None
    path = (folder or default_folder()) / f"{shape_of(sheet.headers)}.toml"
    try:
        return fitted(from_toml(path.read_text(encoding="utf-8")).sheets[0], sheet)
    except (OSError, MappingProblem, IndexError):
        return None
