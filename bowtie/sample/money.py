"""Contracts, money by month, and what was spent to win and to keep customers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bowtie.sample import facts
from bowtie.sample.accounts import Account, months_on
from bowtie.sample.dice import Dice
from bowtie.sample.facts import LAST_DAY
from bowtie.sample.sheet import Row, Sheet, day, money

CONTRACT_HEADERS = (
    "Contract ID", "Account ID", "Plan", "Seats", "MRR (EUR)", "Term (months)", "Start date", "End date",
    "Renewal date",
)
REVENUE_HEADERS = ("Account ID", "Month", "Revenue (EUR)")
SPEND_HEADERS = ("Month", "Programme", "Side", "Stage", "Channel", "Cost (EUR)", "People (FTE)")
# name, side, stage, channel, amount in an average month, people
PROGRAMMES: tuple[tuple[str, str, str, str, int, float], ...] = (
    ("Search ads", "Acquisition", "Awareness", "Paid search", 9800, 0.5),
    ("Social ads", "Acquisition", "Awareness", "Paid social", 11500, 0.5),
    ("Blog and guides", "Acquisition", "Interest", "Organic search", 3200, 1.0),
    ("Webinars", "Acquisition", "Desire", "Webinar", 2600, 0.8),
    ("Partner fees", "Acquisition", "Action", "Partner", 4100, 0.3),
    ("Sales team", "Acquisition", "Action", "", 21000, 4.0),
    ("Onboarding calls", "Retention", "Adoption", "", 5200, 1.5),
    ("Customer success", "Retention", "Loyalty", "", 7400, 2.0),
    ("Community and user days", "Retention", "Advocacy", "Community", 1500, 0.5),
    ("Referral rewards", "Retention", "Ambassador", "Referral", 700, 0.1),
)


def contracts(accounts: list[Account]) -> Sheet:
    """One row a contract: a term that went on is a row of its own, so is an upgrade of a monthly one."""
    rows = [row for account in accounts for row in _contracts(account)]
    rows.sort(key=lambda row: (row[6], row[1]))
    numbered = [[f"C-{number:05d}", *row[1:]] for number, row in enumerate(rows, start=1)]
    return Sheet("contracts", CONTRACT_HEADERS, numbered)


def _contracts(account: Account) -> Iterator[Row]:
    who, grown = account.who, account.life.upgraded
    changes = sorted({who.start, *account.renewals(), *([grown] if grown else [])})
    ends: list[date | None] = [*changes[1:], account.life.left]
    for start, end in zip(changes, ends, strict=True):
        renewal = None if end or who.term_months < 12 else _next_renewal(account)
        yield [
            "", who.id, who.plan, str(who.seats), money(account.mrr(start)), str(who.term_months), day(start), day(end),
            day(renewal),
        ]


def _next_renewal(account: Account) -> date:
    ends = (months_on(account.who.start, account.who.term_months * k) for k in range(1, 5))
    return next(end for end in ends if end > LAST_DAY)


def revenue(accounts: list[Account]) -> Sheet:
    """What each customer paid for each month in which it was one on the last day."""
    rows = []
    for month in range(facts.MONTHS):
        first = months_on(facts.FIRST_DAY, month)
        last = date.fromordinal(months_on(first, 1).toordinal() - 1)
        rows += [[account.who.id, str(first), money(account.mrr(last))] for account in accounts if account.here(last)]
    return Sheet("revenue_by_month", REVENUE_HEADERS, rows)


def spend() -> Sheet:
    """Programmes by month, growing as the company does."""
    dice, rows = Dice("spend"), list[Row]()
    for month in range(facts.MONTHS):
        grown = 0.7 + 0.6 * month / (facts.MONTHS - 1)
        for name, side, stage, channel, usual, people in PROGRAMMES:
            amount = round(usual * grown * dice.between(0.9, 1.1))
            first = months_on(facts.FIRST_DAY, month)
            rows.append([str(first), name, side, stage, channel, str(amount), f"{people:g}"])
    return Sheet("marketing_spend", SPEND_HEADERS, rows)
