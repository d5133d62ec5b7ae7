"""What customers answered when they were asked, and who stayed silent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bowtie.sample.accounts import Account
from bowtie.sample.dice import Dice
from bowtie.sample.facts import LAST_DAY
from bowtie.sample.sheet import Sheet

HEADERS = ("Response ID", "Account ID", "Survey date", "Survey", "Score", "Comment")
GLAD = ("Saves me an evening every week.", "The shift swap is great.", "Support is quick and kind.",
        "Payroll just works.")
MIDDLING = ("Does the job.", "Good, but the app is slow at times.", "We only use the planner.")
SAD = ("Nobody called back.", "Too complicated for our team.", "The price went up again.", "We never got it set up.")


def surveys(accounts: list[Account]) -> Sheet:
    """NPS once a half-year to seven in ten; CSAT after some support; most stay silent."""
    dice = Dice("surveys")
    answers = sorted(answer for account in accounts for answer in _answers(dice, account))
    numbered = enumerate(answers, start=1)
    return Sheet("surveys", HEADERS, [[f"R{number:05d}", account, str(when), *rest] for number, (when, account, *rest)
                                      in numbered])


def _answers(dice: Dice, account: Account) -> Iterator[tuple[date, str, str, str, str]]:
    asked = dice.yes(0.7)
    when = account.who.start + timedelta(days=60 + dice.wait(20))
    while when < account.life.last_day and when <= LAST_DAY:
        if asked:
            yield when, account.who.id, "NPS", *_score(dice, account, 10, when)
        if dice.yes(0.05):
            later = when + timedelta(days=dice.whole(1, 120))
            if later < account.life.last_day:
                yield later, account.who.id, "CSAT", *_score(dice, account, 5, later)
        when += timedelta(days=182)


def _score(dice: Dice, account: Account, top: int, when: date) -> tuple[str, str]:
    """Who is keen answers more readily; a complaint of the last months weighs on the score."""
    if not dice.yes(0.42 if account.life.keen else 0.10):
        return "", ""
    upset = any(0 <= (when - told).days <= 150 for told, _ in account.life.troubles)
    felt = min(1.0, max(0.0, account.life.joy + dice.between(-0.22, 0.30) - 0.45 * upset))
    score = round(felt * 10) if top == 10 else 1 + round(felt * 4)
    return str(score), _comment(dice, score / top)


def _comment(dice: Dice, felt: float) -> str:
    if not dice.yes(0.4):
        return ""
    return dice.one_of(GLAD if felt > 0.82 else MIDDLING if felt > 0.6 else SAD)
