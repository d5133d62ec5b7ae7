"""The accounts as the CRM exports them, personal columns included."""

from __future__ import annotations

from bowtie.sample.accounts import Account, months_on
from bowtie.sample.dice import Dice
from bowtie.sample.facts import LAST_DAY
from bowtie.sample.sheet import Row, Sheet, day

HEADERS = (
    "Account ID", "Account name", "Segment", "Industry", "Country", "Plan", "Lead source", "Account owner",
    "Customer since", "Contract end date", "Seats", "Seats active", "Cancelled on", "Churn reason", "Billing e-mail",
    "Phone",
)


def accounts_sheet(accounts: list[Account]) -> Sheet:
    """One row an account."""
    dice = Dice("crm")
    return Sheet("crm_accounts", HEADERS, [_row(dice, account) for account in accounts])


def _row(dice: Dice, account: Account) -> Row:
    who, life = account.who, account.life
    active = round(who.seats * min(1.0, life.weekly * dice.between(0.8, 1.2)))
    return [
        who.id, who.name, who.segment, who.industry, who.country, who.plan, who.channel, who.owner, day(who.start),
        "" if life.left else _contract_end(account), str(who.seats), str(active), day(life.left), life.because,
        f"office@{_plain(who.name)}.example", f"+00 555 {dice.whole(100, 999)} {dice.whole(1000, 9999)}",
    ]


def _contract_end(account: Account) -> str:
    term = account.who.term_months
    if term < 12:
        return ""
    return day(next(end for k in range(1, 5) if (end := months_on(account.who.start, term * k)) > LAST_DAY))


def _plain(name: str) -> str:
    return "".join(letter for letter in name.lower().replace("é", "e") if letter.isalnum())
