"""Data quality: what looks wrong in the tables, how much of it, what it bends and how to mend it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingType

import pandas as pd

from bowtie.intake.convert import ATTRIBUTE, Typed
from bowtie.intake.derive.fast import is_in
from bowtie.intake.derive.keys import tell_spellings
from bowtie.intake.derive.log import Log
from bowtie.intake.mapping import Mapping
from bowtie.intake.sheets import Sheets
from bowtie.tables import TABLES
from bowtie.words import Text, say, say_n

Tables = MappingType[str, pd.DataFrame]
UNDATED = {"activity": "undated_activity", "surveys": "undated_surveys", "revenue": "undated_revenue"}


def check(tables: dict[str, pd.DataFrame], log: Log) -> None:
    """Every check, into the log."""
    tell_spellings(tables, log)
    for look in (_negative_tenure, _end_before_start, _one_class, _constant, _few, _undated):
        look(tables, log)


def tell_unused(sheets: Sheets, mapping: Mapping, log: Log) -> None:
    """Sheets with rows that are none of our tables and that no link leads to: nothing of them is counted."""
    linked = {link.to_sheet for link in mapping.links}
    used = {told.key for told in mapping.sheets if told.role in TABLES}
    for raw in sheets:
        if raw.rows and raw.key not in used | linked:
            log.found("warning", "sheet_not_used", say_n(
                "Nothing tells what this sheet is, so its row was not used.",
                "Nothing tells what this sheet is, so its {n:int} rows were not used.", raw.rows,
            ), say("Choose what it is on the Columns page if it should count."), table=raw.key, rows=raw.rows)


def is_monthly(typed: list[Typed]) -> bool:
    """Whether activity is counted by the month: dates read as months, or all on the first of one."""
    dates = [
        (one.mapping.fields["date"].order, one.frame["date"]) for one in typed
        if one.mapping.role == "activity" and "date" in one.fields
    ]
    return bool(dates) and all(order == "ym" or _firsts(values) for order, values in dates)


def _firsts(dates: pd.Series) -> bool:
    dates = dates.dropna()
    return len(dates) > 0 and bool((dates.dt.day == 1).all()) and dates.dt.month.nunique() > 1


def tell_strangers(tables: Tables, log: Log) -> None:
    """Customers of other tables that the list of customers does not hold."""
    known = tables["customers"]["customer_id"]
    for table in ("activity", "subscriptions", "revenue", "surveys"):
        if table not in tables or "customer_id" not in tables[table] or not len(known):
            continue
        ids = tables[table]["customer_id"]
        strange = ids.notna() & ~is_in(ids, known)
        if not strange.any():
            continue
        nobody = bool(strange.sum() == ids.notna().sum())
        log.found("error" if nobody else "warning", "unknown_customers", say_n(
            "One customer here is not in the list of customers.",
            "{n:int} customers here are not in the list of customers.", ids[strange].nunique(),
        ), say("Check that both sheets use the same customer number.") if nobody else say(
            "They count in totals of money and not among the customers. Add them to the list if they belong there.",
        ), table=table, rows=int(strange.sum()), distorts=say("segments, stages and everything per customer"))


def _negative_tenure(tables: Tables, log: Log) -> None:
    customers = tables["customers"]
    if "tenure_months" in customers:
        _bad_rows(customers["tenure_months"] < 0, "negative_tenure", "customers", say("tenure and loyalty"), log)


def _end_before_start(tables: Tables, log: Log) -> None:
    for table in ("customers", "subscriptions"):
        frame = tables.get(table)
        if frame is not None and {"start_date", "end_date"} <= set(frame):
            bad = frame["end_date"] < frame["start_date"]
            _bad_rows(bad, "end_before_start", table, say("how long customers stay, and who has left"), log)


_BAD_ROWS: dict[str, Callable[[int], Text]] = {
    "negative_tenure": lambda n: say_n("One row has a tenure below zero.", "{n:int} rows have a tenure below zero.", n),
    "end_before_start": lambda n: say_n("One row ends before it starts.", "{n:int} rows end before they start.", n),
}


def _bad_rows(bad: pd.Series, code: str, table: str, distorts: Text, log: Log) -> None:
    rows = int(bad.sum())
    if rows:
        log.found("warning", code, _BAD_ROWS[code](rows), say("Correct these dates in the file and upload it again."),
                  table=table, rows=rows, distorts=distorts)


def _one_class(tables: Tables, log: Log) -> None:
    customers = tables["customers"]
    flags = customers["churned"].dropna() if "churned" in customers else pd.Series(dtype="boolean")
    if len(flags) and flags.nunique() == 1:
        everyone = bool(flags.iloc[0])
        what = say("By the flag, every customer has left.") if everyone else say("By the flag, no customer has left.")
        log.found("warning", "all_churned" if everyone else "nobody_churned", what,
                  say("Check what the values of this column mean, and whether the export leaves some customers out."),
                  table="customers", rows=len(flags), distorts=say("everything about who leaves and why"))


def _constant(tables: Tables, log: Log) -> None:
    for table, frame in tables.items():
        for name in frame:
            header = str(name)
            if header.startswith(ATTRIBUTE) and len(frame) > 1 and _one_value(frame[name]):
                log.found("note", "constant_column", say(
                    "“{column}” holds the same value in every row.", column=header[len(ATTRIBUTE):],
                ), say("It tells no customers apart. Nothing is needed."), table=table,
                    column=header[len(ATTRIBUTE):], rows=len(frame))


def _one_value(values: pd.Series) -> bool:
    """Looked at from the top first: most columns vary early, and large ones need not be counted."""
    return values.head(100).nunique(dropna=False) == 1 and values.nunique(dropna=False) == 1


def _few(tables: Tables, log: Log) -> None:
    rows = len(tables["customers"])
    if rows <= 1:
        what = say("There is only one customer.") if rows else say("There are no customers.")
        log.found("warning", "few_customers", what, say(
            "Check that the customer column is the right one."), table="customers", rows=rows)


def _undated(tables: Tables, log: Log) -> None:
    """Rows without a date beside dated ones: they count in totals, and in no window."""
    for table, code in UNDATED.items():
        frame = tables.get(table)
        if frame is None or "date" not in frame:
            continue
        blank = frame["date"].isna()
        if blank.any() and not blank.all():
            log.found("warning", code, say_n(
                "One row has no date.", "{n:int} rows have no date.", int(blank.sum()),
            ), say("They count in the totals and in no period. Fill the date if it is known."),
                table=table, rows=int(blank.sum()), distorts=say("everything that looks at a period"))
