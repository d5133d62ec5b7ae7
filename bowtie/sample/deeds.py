"""What customers did: use, care, voice, choices and advocacy, one row an event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bowtie.sample import facts
from bowtie.sample.accounts import Account, warmth
from bowtie.sample.dice import Dice
from bowtie.sample.leads import Lead
from bowtie.sample.sheet import Row, Sheet

HEADERS = ("Event ID", "Account ID", "Time", "Event", "Feature", "Status")
Deed = tuple[str, date, str, str, str]     # account, day, what, detail, status


def activity(accounts: list[Account], leads: list[Lead]) -> Sheet:
    """In the order in which it happened."""
    dice = Dice("activity")
    deeds = [deed for account in accounts for deed in _deeds(dice, account)]
    deeds += _referrals(dice, leads)
    timed = sorted((deed[1], dice.whole(7 * 60, 20 * 60), place) for place, deed in enumerate(deeds))
    rows = [_row(number, minutes, deeds[place]) for number, (_, minutes, place) in enumerate(timed, start=1)]
    return Sheet("product_events", HEADERS, rows)


def _row(number: int, minutes: int, deed: Deed) -> Row:
    account, day, what, detail, status = deed
    return [f"E{number:06d}", account, f"{day} {minutes // 60:02d}:{minutes % 60:02d}", what, detail, status]


def _deeds(dice: Dice, account: Account) -> Iterator[Deed]:
    for part in (_use, _care, _choices, _voice, _advocacy):
        yield from part(dice, account)


def _use(dice: Dice, account: Account) -> Iterator[Deed]:
    """Week by week."""
    monday = account.who.start - timedelta(days=account.who.start.weekday())
    while monday < account.life.last_day:
        if dice.yes(_weekly(account, monday)):
            yield from _week(dice, account, monday)
        monday += timedelta(days=7)


def _weekly(account: Account, monday: date) -> float:
    """New ones try it, above all when somebody shows them how; those about to leave fade in their last two months."""
    if (monday - account.who.start).days < 30:
        return max(account.life.weekly, 0.42 if account.prompt else 0.20)
    fading = account.life.left is not None and (account.life.left - monday).days < 56
    return account.life.weekly * (0.45 if fading else 1.0)


def _week(dice: Dice, account: Account, monday: date) -> Iterator[Deed]:
    for offset in dice.sample(range(6), dice.whole(1, 4) if account.life.keen else 1):
        day = monday + timedelta(days=offset)
        if not account.who.start <= day < account.life.last_day:
            continue
        yield account.who.id, day, "Login", "", ""
        if dice.yes(0.6):
            yield account.who.id, day, "Feature used", dice.pick(facts.FEATURES), ""


def _care(dice: Dice, account: Account) -> Iterator[Deed]:
    who, life = account.who, account.life
    if life.onboarded:
        yield who.id, life.onboarded, "Onboarding", "Kick-off call", "Done"
        trained = life.onboarded + timedelta(days=7 + dice.wait(20))
        if dice.yes(0.4) and trained < life.last_day:
            yield who.id, trained, "Training", "Live class", "Done"
    if who.plan == "Business":
        yield from _every(dice, account, 182, "Checkpoint", "Review call")
    yield from _every(dice, account, 160, "Support ticket", "")
    for told, heard in life.troubles:
        yield who.id, told, "Complaint", "", "Solved" if heard and heard <= life.last_day else "Open"
        if heard and heard < life.last_day:
            yield who.id, heard, "Response", "", "Done"


def _every(dice: Dice, account: Account, mean_days: float, what: str, detail: str) -> Iterator[Deed]:
    day = account.who.start + timedelta(days=1 + dice.wait(mean_days))
    while day < account.life.last_day:
        yield account.who.id, day, what, detail or dice.one_of(("Question", "Bug", "Invoice", "Payroll export")), "Done"
        day += timedelta(days=5 + dice.wait(mean_days))


def _choices(_: Dice, account: Account) -> Iterator[Deed]:
    who, life = account.who, account.life
    for day in account.renewals():
        yield who.id, day, "Renewal", who.plan, ""
    if life.upgraded:
        yield who.id, life.upgraded, "Upgrade", who.plan, ""
    if life.left:
        yield who.id, life.left, "Cancellation", life.because, ""


def _voice(dice: Dice, account: Account) -> Iterator[Deed]:
    who, life = account.who, account.life
    if life.community:
        day = life.community
        while day < life.last_day:
            yield who.id, day, "Community post", "", ""
            day += timedelta(days=10 + dice.wait(75))
    for held in (date(2024, 11, 13), date(2025, 5, 21), date(2025, 11, 19), date(2026, 5, 20)):
        if account.here(held) and dice.yes(0.22 if life.keen else 0.015):
            yield who.id, held, "Event attended", "", ""
    if dice.yes(0.08):
        day = who.start + timedelta(days=30 + dice.wait(120))
        if day < life.last_day:
            yield who.id, day, "Feedback", "", ""


def _advocacy(dice: Dice, account: Account) -> Iterator[Deed]:
    """Month by month; who once gave a reference or wrote a case study speaks up more readily afterwards."""
    who, life, lifted = account.who, account.life, 1.0
    day = who.start + timedelta(days=30)
    while day < life.last_day:
        if dice.yes(min(0.8, warmth(account, day) * lifted)):
            act = dice.pick(facts.ACTS)
            when = dice.day(day, min(day + timedelta(days=29), life.last_day - timedelta(days=1)))
            lifted = 2.2 if act in ("Reference", "Case study") else lifted
            yield who.id, when, act, "", "Rewarded" if act in ("Referral", "Review") and dice.yes(0.25) else ""
        day += timedelta(days=30)


def _referrals(dice: Dice, leads: list[Lead]) -> list[Deed]:
    """Every lead that a customer brought, on the day that it came."""
    return [
        (lead.referred_by, lead.created, "Referral", "", "Rewarded" if dice.yes(0.3) else "") for lead in leads
        if lead.referred_by and lead.created >= facts.FIRST_DAY
    ]
