"""Cells that could not be read: a finding, and the row left out where the cell is essential."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pandas as pd

from bowtie.intake.convert import Typed
from bowtie.intake.convert_common import Converted
from bowtie.intake.derive.log import Log
from bowtie.tables import field as field_of
from bowtie.words import say, say_n

# Without these a row says nothing, or says it wrongly; elsewhere a blank cell does no harm.
ESSENTIAL = {
    "activity": ("date", "value"), "revenue": ("date", "amount"), "spend": ("date", "amount"), "surveys": ("date",),
}
HOPELESS_SHARE, HOPELESS_CELLS = 0.5, 4   # from here the column is not what the mapping says: no row is thrown away


def hopeless(sheets: Sequence[Typed]) -> frozenset[str]:
    """The fields that mostly cannot be read, over all sheets of one role and shape: a file may come in pieces."""
    bad, filled = Counter[str](), Counter[str]()
    for one in sheets:
        for name, found in one.fields.items():
            bad[name] += len(found.bad)
            filled[name] += len(found.bad) + len(found.values) - found.values.null_count
    return frozenset(
        name for name, count in bad.items() if count >= HOPELESS_CELLS and count > HOPELESS_SHARE * filled[name]
    )


def judge(typed: Typed, given_up: frozenset[str], log: Log) -> Typed:
    """The sheet without the rows that cannot be used; everything unreadable is in the log.

    `given_up` are the fields of `hopeless`: for them no row is thrown away.
    """
    frame = typed.frame
    for name, found in typed.fields.items():
        _tell_what_was_kept(typed, name, found, log)
        if len(found.bad):
            frame = _unreadable(typed, frame, name, name in given_up, log)
    _tell_what_was_dropped(typed, log)
    return typed.but(frame)


def _unreadable(typed: Typed, frame: pd.DataFrame, name: str, given_up: bool, log: Log) -> pd.DataFrame:
    found = typed.fields[name]
    mapped = typed.mapping.fields[name]
    where = {"table": typed.raw.key, "column": ", ".join(mapped.headers), "rows": len(found.bad)}
    if mapped.order == "ask":
        log.found("error", "ambiguous_date", say(
            "It is not plain whether the dates of “{column}” begin with the day or the month.", column=where["column"],
        ), say("Say which it is on the Columns page; until then these dates are left empty."),
            distorts=say("everything that needs a date from this column"), **where)
        return frame
    if given_up:
        log.found("error", "column_unreadable", say(
            "Most of “{column}” could not be read as {type}.", column=where["column"],
            type=_TYPES[field_of(typed.mapping.role, name).type],
        ), say("Choose another column for it, or leave it out, on the Columns page."), **where)
        return frame
    return _left_out_or_blank(typed, frame, name, found, log, where)


def _left_out_or_blank(
    typed: Typed, frame: pd.DataFrame, name: str, found: Converted, log: Log, where: dict[str, object],
) -> pd.DataFrame:
    kind = _TYPES[field_of(typed.mapping.role, name).type]
    essential = name in ESSENTIAL.get(typed.mapping.role, ())
    example = typed.raw.texts(typed.mapping.fields[name].columns[0])[int(found.bad[0])].as_py()
    log.found("warning", "unreadable_values", say_n(
        "One cell of “{column}” could not be read as {type}, for instance “{example}”.",
        "{n:int} cells of “{column}” could not be read as {type}, for instance “{example}”.",
        len(found.bad), column=where["column"], type=kind, example=_short(example),
    ), say("Correct them in the file and upload it again.") if not essential else say(
        "These rows were left out. Correct them in the file and upload it again; they can be downloaded as a list.",
    ), **where)
    if not essential:
        return frame
    gone = np.isin(frame.index, typed.offset + found.bad)
    return log.reject(frame, gone, say(
        "“{column}” could not be read as {type}.", column=where["column"], type=kind,
    ))


_TYPES = {
    "date": say("a date"), "number": say("a number"), "money": say("an amount"), "months": say("a length of time"),
    "flag": say("yes or no"), "id": say("a key"), "text": say("text"), "category": say("a category"),
}


def _tell_what_was_kept(typed: Typed, name: str, found: Converted, log: Log) -> None:
    mapped = typed.mapping.fields[name]
    where = {"table": typed.raw.key, "column": ", ".join(mapped.headers)}
    if found.kept:
        log.found("note", "unknown_values", say_n(
            "“{column}” holds a value that has no match among ours: {values}.",
            "“{column}” holds {n:int} values that have no match among ours: {values}.",
            len(found.kept), column=where["column"], values=_some(found.kept),
        ), say("They are kept as they are. Match them on the Columns page if they mean something of ours."), **where)
    if found.zones > 1:
        log.found("note", "time_zones", say(
            "“{column}” mixes {n:int} ways of writing the time zone.", column=where["column"], n=found.zones,
        ), say("Each date is kept as the file writes it, so days near midnight may differ by one."), **where)
    if found.hashed:
        log.found("note", "email_key", say("“{column}” holds e-mail addresses.", column=where["column"]), say(
            "They serve as the key in disguise, because there is no other; the addresses themselves are not kept.",
        ), **where)


def _tell_what_was_dropped(typed: Typed, log: Log) -> None:
    """One finding a sheet: an export of contacts may hold a dozen of them."""
    gone = typed.mapping.dropped
    if not gone:
        return
    headers = ", ".join(column.header for column in gone)
    log.found("note", "personal_column", say_n(
        "“{columns}” was left out: {reasons}.", "{n:int} columns were left out ({columns}): {reasons}.", len(gone),
        columns=headers, reasons=", ".join(dict.fromkeys(str(column.reason) for column in gone)),
    ), say("Nothing is needed. Personal data is not used unless you choose it on the Columns page."),
        table=typed.raw.key, column=headers, rows=typed.raw.rows)


def _some(values: tuple[str, ...], most: int = 5) -> str:
    return ", ".join(_short(value) for value in values[:most]) + (", …" if len(values) > most else "")


def _short(text: str | None, most: int = 40) -> str:
    text = text or ""
    return text if len(text) <= most else text[: most - 1] + "…"
