"""What the command line says when nobody asked for JSON: calm, short, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bowtie.findings import Finding
from bowtie.intake.mapping import Mapping as SheetsMapping
from bowtie.intake.mapping import SheetMapping
from bowtie.intake.sheets import RawSheet, Sheets
from bowtie.words import Text, say, say_n

if TYPE_CHECKING:
    from bowtie.analysis import Analysis

MOST_FINDINGS = 12
Line = Text | str

ROLES: Mapping[str, Text] = {
    "customers": say("customers"), "subscriptions": say("subscriptions"), "activity": say("activity"),
    "leads": say("leads"), "surveys": say("surveys"), "revenue": say("revenue"), "spend": say("spend"),
    "unknown": say("not recognised"),
}


def inspected(sheets: Sheets, mapping: SheetsMapping) -> list[Line]:
    """A block a sheet: what it is, its fields, what is asked, what was dropped."""
    raws = {raw.key: raw for raw in sheets}
    return [line for told in mapping.sheets for line in _sheet(raws[told.key], told)]


def _sheet(raw: RawSheet, told: SheetMapping) -> Iterator[Line]:
    yield say("{sheet}: {role} ({sure:pct} sure), {rows:int} rows, header in row {header:int}",
              sheet=told.key, role=ROLES.get(told.role, say("not recognised")), sure=told.confidence, rows=raw.rows,
              header=told.header_row)
    for name, mapped in told.fields.items():
        headers = ", ".join(mapped.headers)
        yield say("  {field} ← {headers} ({sure:pct})", field=name, headers=headers, sure=mapped.confidence)
    for asked in told.questions:
        yield say("  Asked: {question}", question=asked.text)
    for gone in told.dropped:
        yield say("  Left out: {header} ({reason})", header=gone.header, reason=gone.reason)
    if raw.rejected:
        yield say_n("  One row left out at reading", "  {n:int} rows left out at reading", len(raw.rejected))
    yield ""


def analysed(analysis: Analysis, out: Path | None) -> list[Line]:
    """The picture in a screenful: totals, people, stages, what to look at, where the files are."""
    blocks: list[list[Line]] = [
        _head(analysis), [*_totals(analysis.totals)], [*_people(analysis)], [*_stages(analysis)],
        [*_findings(analysis.findings or analysis.dataset.findings)],
        [say("Written to {folder}.", folder=out)] if out else [],
    ]
    lines = [line for block in blocks if block for line in (*block, "")]
    return lines[:-1]


def _head(analysis: Analysis) -> list[Line]:
    when = say("As of {date:date}.", date=analysis.as_of) if analysis.as_of is not None else say("Nothing is dated.")
    business = {
        True: say("Customers have contracts."), False: say("Customers buy without contracts."),
        None: say("It does not show whether customers have contracts."),
    }[analysis.dataset.contractual]
    return [when, business]


_COUNTED = (
    ("customers", say("Customers: {n:int}")),
    ("present", say("  still here: {n:int}")), ("lost", say("  left: {n:int}")),
    ("leads", say("Leads: {n:int}")), ("won", say("  won: {n:int}")), ("lost_leads", say("  lost: {n:int}")),
    ("orders", say("Orders: {n:int}")), ("buyers", say("  by customers: {n:int}")),
)


def _totals(totals: Mapping[str, Any]) -> Iterator[Line]:
    for name, message in _COUNTED:
        if totals.get(name) is not None:
            yield Text(message.message, params={"n": totals[name]})
    for currency, money in (totals.get("revenue") or {}).items():
        yield say("Revenue, net of returns: {money:num} {currency}", money=money, currency=currency)


def _people(analysis: Analysis) -> Iterator[Line]:
    from bowtie.analysis import Unavailable  # not at the top: `inspect` speaks too, and starts without pandas

    part = analysis.segments
    if isinstance(part, Unavailable):
        yield say("Lurkers, likers and lovers cannot be told from this data.")
        yield from (say("  {need}", need=need) for need in part.needs)
        return
    yield part.answer
    for key, count in part.counts.items():
        yield say("  {segment}: {n:int}", segment=key, n=count)


def _stages(analysis: Analysis) -> Iterator[Line]:
    yield analysis.bowtie.answer
    for stage in analysis.bowtie.stages.to_dict("records"):
        reached, standing = (_count(stage.get(name)) for name in ("reached", "standing"))
        if reached is not None or standing is not None:
            yield say("  {label}: reached {reached:int}, standing {standing:int}",
                      label=stage["label"], reached=reached, standing=standing)


def _count(value: Any) -> int | None:
    import pandas as pd

    return None if value is None or pd.isna(value) else int(value)


def _findings(findings: tuple[Finding, ...]) -> Iterator[Line]:
    worth = [found for found in findings if found.severity != "note"]
    if not worth:
        return
    yield say("Worth a look:")
    for found in worth[:MOST_FINDINGS]:
        where = found.table or say("all tables")
        yield say("  {where}: {what} {remedy}", where=where, what=found.message, remedy=found.remedy)
    if len(worth) > MOST_FINDINGS:
        yield say("  … and {n:int} more.", n=len(worth) - MOST_FINDINGS)
