"""What real exports are like: rows twice, cells blank or wrong, totals among the rows, two systems that disagree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bowtie.sample.dice import Dice
from bowtie.sample.sheet import Sheet, money

TEST_NAMES = ("TEST account, please ignore", "Kestrel Rota demo", "zz test - do not call")


def flawed(sheet: Sheet) -> Sheet:
    """The sheet as its owners would export it. The same flaws each time."""
    spoil = _SPOILERS.get(sheet.name)
    return spoil(Dice(f"flaws of {sheet.name}"), sheet) if spoil else sheet


def _accounts(dice: Dice, sheet: Sheet) -> Sheet:
    """Test accounts, blanks, ids spelt in two ways, ends before the start, ends that were not entered, rows twice."""
    some = dice.sample(range(len(sheet.rows)), 60)
    for place, name in zip(some[:3], TEST_NAMES, strict=True):
        sheet = sheet.changed([place], "Account name", _always(name))
    sheet = sheet.changed(some[3:17], "Industry", _blank).changed(some[17:26], "Country", _blank)
    sheet = sheet.changed(some[26:31], "Account ID", lambda text: f" {text.lower()}")
    gone = dice.sample(sheet.where("Cancelled on", bool), 12)
    sheet = sheet.changed(gone[:5], "Cancelled on", lambda text: f"2023{text[4:]}")
    sheet = sheet.changed(gone[5:], "Cancelled on", _blank)
    again = [sheet.rows[place] for place in some[31:37]]
    other = sheet.changed(some[37:41], "Account owner", lambda _: "Former employee").rows
    return sheet.with_rows([*sheet.rows, *again, *(other[place] for place in some[37:41])])


def _contracts(dice: Dice, sheet: Sheet) -> Sheet:
    """Rows twice."""
    return _twice(dice, sheet, 3)


def _events(dice: Dice, sheet: Sheet) -> Sheet:
    """Times that were lost, accounts that nobody knows, something that is no event of a customer, rows twice."""
    some = dice.sample(sheet.where("Event", lambda what: what == "Login"), 51)
    sheet = sheet.changed(some[:22], "Time", _blank)
    sheet = sheet.changed(some[22:39], "Account ID", lambda text: f"X-{text[2:]}")
    return _twice(dice, sheet.changed(some[39:], "Event", lambda _: "Webhook test"), 40)


def _leads(dice: Dice, sheet: Sheet) -> Sheet:
    """Reasons that nobody entered, amounts still to come, closed before they came."""
    lost = dice.sample(sheet.where("Outcome", lambda how: how == "Lost"), 320)
    priced = [place for place in sheet.where("Amount (EUR)", bool) if place in set(lost)]
    sheet = sheet.changed(lost[:300], "Lost reason", _blank).changed(priced[:10], "Amount (EUR)", lambda _: "TBD")
    return sheet.changed(lost[300:308], "Closed", lambda text: f"2023{text[4:]}")


def _surveys(dice: Dice, sheet: Sheet) -> Sheet:
    """Two tools, two ways to write a day; a score that cannot be; a year typed wrongly."""
    some = dice.sample(range(len(sheet.rows)), 120)
    answered = dice.sample(sheet.where("Score", bool), 8)
    sheet = sheet.changed(some, "Survey date", lambda text: f"{date.fromisoformat(text):%d %b %Y}")
    sheet = sheet.changed(answered[:3], "Score", lambda _: "11").changed(answered[3:7], "Score", lambda _: "n/a")
    return sheet.changed(answered[7:], "Survey date", lambda _: "2062-05-11")


def _revenue(dice: Dice, sheet: Sheet) -> Sheet:
    """Credit notes, and the total of the column below it."""
    some = dice.sample(range(len(sheet.rows)), 9)
    notes = [[*sheet.rows[place][:2], f"-{sheet.rows[place][2]}"] for place in some]
    rows = [*sheet.rows, *notes]
    total = sum(float(row[2]) for row in rows)
    return sheet.with_rows([*rows, ["Total", "", money(total)]])


def _twice(dice: Dice, sheet: Sheet, count: int) -> Sheet:
    return sheet.with_rows([*sheet.rows, *(sheet.rows[place] for place in dice.sample(range(len(sheet.rows)), count))])


def _blank(_: str) -> str:
    return ""


def _always(text: str) -> Callable[[str], str]:
    return lambda _: text


_SPOILERS: dict[str, Callable[[Dice, Sheet], Sheet]] = {
    "crm_accounts": _accounts, "contracts": _contracts, "product_events": _events, "crm_leads": _leads,
    "surveys": _surveys, "revenue_by_month": _revenue,
}
