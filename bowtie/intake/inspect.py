"""A mapping as `inspect --json` tells it."""

from __future__ import annotations

from typing import Any

from bowtie.findings import Finding, worst_first
from bowtie.intake.mapping import ACCEPTED, FieldMapping, Link, Mapping, Question, SheetMapping
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.words import say, say_n


def as_json(mapping: Mapping, sheets: Sheets | None = None) -> dict[str, Any]:
    """The shape of INTERFACE: files with their sheets, links, findings. `sheets` adds counts of rows."""
    raws = {sheet.key: sheet for sheet in sheets} if sheets is not None else {}
    files: dict[str, list[dict[str, Any]]] = {}
    for told in mapping.sheets:
        files.setdefault(told.file, []).append(_sheet(told, raws.get(told.key)))
    return {
        "files": [{"name": name, "sheets": shown} for name, shown in files.items()],
        "links": [_link(link) for link in mapping.links],
        "findings": [finding.as_json() for finding in inspect_findings(mapping, sheets)],
    }


def _sheet(told: SheetMapping, raw: RawSheet | None) -> dict[str, Any]:
    return {
        "name": told.name,
        "header_row": told.header_row,
        "rows": raw.rows if raw else None,
        "rejected": len(raw.rejected) if raw else None,
        "role": told.role,
        "confidence": told.confidence,
        "reason": str(told.reason),
        "implied": dict(told.implied),
        "fields": {name: _field(one) for name, one in told.fields.items()},
        "questions": [_question(asked) for asked in told.questions],
        "attributes": [told.headers[column] or f"#{column + 1}" for column in told.attributes],
        "dropped": [{"header": one.header, "reason": str(one.reason)} for one in told.dropped],
        "remembered": told.remembered,
    }


def _field(one: FieldMapping) -> dict[str, Any]:
    shown: dict[str, Any] = (
        {"header": one.headers[0]} if len(one.headers) == 1 else {"headers": list(one.headers), "combine": one.combine}
    )
    shown |= {"confidence": one.confidence, "reason": str(one.reason)}
    if one.values:
        shown["values"] = dict(one.values)
    if one.order is not None:
        shown["order"] = one.order
    return {**shown, "unit": one.unit}


def _question(asked: Question) -> dict[str, Any]:
    return {
        "about": asked.about,
        "header": asked.header,
        "field": asked.field,
        "text": str(asked.text),
        "example": asked.example,
        "choices": [{"key": key, "text": str(text)} for key, text in asked.choices],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "from": f"{link.from_sheet}.{link.from_header}",
        "to": f"{link.to_sheet}.{link.to_header}",
        "matched": link.matched,
        "field": link.field,
    }


def inspect_findings(mapping: Mapping, sheets: Sheets | None = None) -> tuple[Finding, ...]:
    """What can be said before anything is built: rows left out at reading, columns left out, keys that are guesses."""
    found: list[Finding] = []
    for told in mapping.sheets:
        found += [*_left_out(told), *_weak(told)]
    for raw in sheets or ():
        found += _at_reading(raw)
    return worst_first(found)


def _left_out(told: SheetMapping) -> list[Finding]:
    return [
        Finding(
            "note",
            "personal_data",
            say("“{header}” is left out: {reason}.", header=one.header, reason=one.reason),
            say("Nothing is needed. It is kept out of results, lists and exports."),
            told.key,
            one.header,
        )
        for one in told.dropped
    ]


def _weak(told: SheetMapping) -> list[Finding]:
    return [
        Finding(
            "warning",
            "unsure_field",
            say(
                "“{header}” was taken for {field}, without being sure.", header=", ".join(one.headers), field=one.field
            ),
            say("Check it on the Columns page, or in mapping.toml."),
            told.key,
            one.headers[0],
        )
        for one in told.fields.values()
        if ACCEPTED <= one.confidence < 0.7 and one.field in ("customer_id", "lead_id", "churned", "date")
    ]


def _at_reading(raw: RawSheet) -> list[Finding]:
    if not raw.rejected:
        return []
    rows = len(raw.rejected)
    return [
        Finding(
            "note",
            "rows_left_out",
            say_n("{n:int} row was left out at reading.", "{n:int} rows were left out at reading.", rows),
            say("They can be looked at and downloaded with the reason for each."),
            raw.key,
            rows=rows,
        )
    ]
