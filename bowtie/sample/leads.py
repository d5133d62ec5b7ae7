"""How strangers became customers, or did not: the opportunities of the CRM."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bowtie.sample import facts
from bowtie.sample.accounts import Account, months_on, warmth
from bowtie.sample.dice import Dice
from bowtie.sample.facts import LAST_DAY
from bowtie.sample.sheet import Row, Sheet, day, money

HEADERS = (
    "Lead ID", "Created", "Lead source", "Type", "Stage", "Outcome", "Closed", "Won reason", "Lost reason",
    "Amount (EUR)", "Owner", "Account ID", "Referred by",
)
STAGES = ("New", "Marketing qualified", "Sales qualified", "Proposal")
LOST_BECAUSE: dict[str, dict[str, float]] = {
    "New": {"No answer": 0.62, "Not a fit": 0.28, "Only looking": 0.10},
    "Marketing qualified": {"No answer": 0.36, "Not a fit": 0.22, "No budget": 0.22, "Only looking": 0.20},
    "Sales qualified": {"No budget": 0.26, "Missing feature": 0.27, "Chose a competitor": 0.29, "Bad timing": 0.18},
    "Proposal": {"Too expensive": 0.41, "Chose a competitor": 0.30, "Bad timing": 0.21, "No decision": 0.08},
}
# Leads that never buy: how many come by each channel in an average month, and how far along they go.
STRANGERS = {
    "Organic search": 62, "Paid search": 54, "Paid social": 96, "Partner": 13, "Webinar": 26, "Community": 5,
    "Direct": 8,
}
ONWARDS = {
    "Organic search": 0.44, "Paid search": 0.38, "Paid social": 0.20, "Partner": 0.56, "Webinar": 0.46,
    "Referral": 0.55, "Community": 0.55, "Direct": 0.44,
}


@dataclass(frozen=True)
class Lead:
    """One row of the CRM."""

    created: date
    channel: str
    kind: str
    stage: str
    status: str
    closed: date | None
    reason: str
    amount: float
    owner: str
    account: str = ""
    referred_by: str = ""


def make_leads(accounts: list[Account]) -> list[Lead]:
    """Those who bought, those who did not, those whom customers brought in vain, and sales to customers."""
    dice = Dice("leads")
    found = [_won(dice, account) for account in accounts]
    found += _strangers(dice)
    found += _brought_in_vain(dice, accounts)
    found += [lead for account in accounts if (lead := _expansion(dice, account))]
    return sorted(found, key=lambda lead: (lead.created, lead.channel, lead.account, lead.owner, lead.amount))


def leads_sheet(leads: list[Lead]) -> Sheet:
    """As the CRM exports it."""
    return Sheet("crm_leads", HEADERS, [_row(number, lead) for number, lead in enumerate(leads, start=1)])


def _row(number: int, lead: Lead) -> Row:
    won, lost = lead.status == "Won", lead.status == "Lost"
    return [
        f"L-{number:05d}", day(lead.created), lead.channel, lead.kind, lead.stage, lead.status, day(lead.closed),
        lead.reason if won else "", lead.reason if lost else "", money(lead.amount) if lead.amount else "", lead.owner,
        lead.account, lead.referred_by,
    ]


def _won(dice: Dice, account: Account) -> Lead:
    who = account.who
    cycle = {"Micro": 12, "Small": 22, "Mid-sized": 45, "Large": 80}[who.segment] * (0.6 if who.referred_by else 1.0)
    weights = dict(facts.WON_BECAUSE)
    weights["Recommended by a peer"] *= 8 if who.referred_by or who.channel == "Community" else 1
    return Lead(
        created=who.start - timedelta(days=1 + dice.wait(cycle)), channel=who.channel, kind="New business",
        stage="Proposal", status="Won", closed=who.start, reason=dice.pick(weights), amount=account.mrr(who.start) * 12,
        owner=who.owner, account=who.id, referred_by=who.referred_by,
    )


def _strangers(dice: Dice) -> list[Lead]:
    found = []
    for month in range(facts.MONTHS):
        first = months_on(facts.FIRST_DAY, month)
        grown = 0.6 + 0.8 * month / (facts.MONTHS - 1)
        for channel, usual in STRANGERS.items():
            count = round(usual * grown * dice.between(0.85, 1.15))
            found += [_not_won(dice, first, channel) for _ in range(count)]
    return found


def _not_won(dice: Dice, first: date, channel: str, referred_by: str = "") -> Lead:
    created, place = dice.day(first, months_on(first, 1) - timedelta(days=1)), 0
    while place < 3 and dice.yes(ONWARDS[channel] + (0.08 if place else 0.0)):
        place += 1
    closed = created + timedelta(days=6 + dice.wait(14 + 12 * place))
    still = closed > LAST_DAY
    return Lead(
        created=created, channel=channel, kind="New business", stage=STAGES[place],
        status="Open" if still else "Lost", closed=None if still else closed,
        reason="" if still else dice.pick(LOST_BECAUSE[STAGES[place]]), owner=dice.one_of(facts.OWNERS),
        amount=12.0 * dice.whole(25, 400) if place > 1 else 0.0, referred_by=referred_by,
    )


def _brought_in_vain(dice: Dice, accounts: list[Account]) -> list[Lead]:
    """Leads that customers brought and that did not buy: about as many as did."""
    found = []
    for month in range(2, facts.MONTHS):
        first = months_on(facts.FIRST_DAY, month)
        known = {account.who.id: warmth(account, first) for account in accounts if account.here(first)}
        found += [_not_won(dice, first, "Referral", dice.pick(known)) for _ in range(2 + month // 4)]
    return found


def _expansion(dice: Dice, account: Account) -> Lead | None:
    """Sales to those who are customers already: an upgrade, or one that was declined."""
    who, grown = account.who, account.life.upgraded
    if grown:
        return Lead(
            created=max(who.start, grown - timedelta(days=1 + dice.wait(20))), channel="Account manager",
            kind="Existing business", stage="Proposal", status="Won", closed=grown, reason="Grown with the product",
            amount=account.mrr(who.start) * 3, owner=who.owner, account=who.id,
        )
    offered = who.start + timedelta(days=90 + dice.wait(200))
    if offered + timedelta(days=30) >= account.life.last_day or not dice.yes(0.15):
        return None
    return Lead(
        created=offered, channel="Account manager", kind="Existing business", stage="Proposal", status="Lost",
        closed=offered + timedelta(days=dice.whole(7, 30)), reason=dice.one_of(("No budget", "Bad timing")),
        amount=account.mrr(who.start) * 3, owner=who.owner, account=who.id,
    )
