"""The customers of the sample: who they are, how they live with the product, and when and why they leave."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bowtie.sample import facts
from bowtie.sample.dice import Dice
from bowtie.sample.facts import LAST_DAY, PLANS


@dataclass(frozen=True)
class Profile:
    """What is known of an account on the day that it buys."""

    id: str
    name: str
    segment: str
    industry: str
    country: str
    owner: str
    channel: str
    plan: str
    term_months: int
    seats: int
    start: date
    referred_by: str = ""


@dataclass(frozen=True)
class Life:
    """What becomes of it. `weekly` is the chance of an active week, `joy` 0..1 how it feels."""

    onboarded: date | None
    keen: bool
    weekly: float
    community: date | None
    joy: float
    troubles: tuple[tuple[date, date | None], ...]     # when they complained, when somebody answered
    upgraded: date | None
    left: date | None
    because: str

    @property
    def last_day(self) -> date:
        """The last day of the account that the files can tell of."""
        return self.left or LAST_DAY


@dataclass(frozen=True)
class Account:
    """A customer of the sample."""

    who: Profile
    life: Life

    def here(self, day: date) -> bool:
        """Whether it is a customer on this day."""
        return self.who.start <= day and (self.life.left is None or day < self.life.left)

    @property
    def prompt(self) -> bool:
        """Whether it was onboarded within 14 days."""
        day = self.life.onboarded
        return day is not None and (day - self.who.start).days <= facts.PROMPT_DAYS

    def mrr(self, day: date) -> float:
        """What it pays a month on this day; an upgrade adds a quarter."""
        plan = PLANS[self.who.plan]
        price = plan.base + plan.seat * self.who.seats
        return round(price * (1.25 if self.life.upgraded and day >= self.life.upgraded else 1.0), 2)

    def renewals(self) -> list[date]:
        """The days on which a contract of 12 months or more went on."""
        if self.who.term_months < 12:
            return []
        ends = (months_on(self.who.start, self.who.term_months * k) for k in range(1, 4))
        return [day for day in ends if day <= LAST_DAY and (self.life.left is None or day < self.life.left)]


def months_on(day: date, months: int) -> date:
    """The same day some months later; the last of the month where there is none."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    next_first = date((count + 1) // 12, (count + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), next_first - timedelta(days=1))


def make_accounts() -> list[Account]:
    """All 1,200, in the order in which they bought."""
    dice, names, made = Dice("accounts"), _names(Dice("names")), list[Account]()
    for place, start in enumerate(_starts(dice)):
        who = _profile(dice, f"A-{facts.FIRST_NUMBER + place}", start, made, names)
        made.append(Account(who, _life(dice, who)))
    return made


def _starts(dice: Dice) -> list[date]:
    step = (facts.LAST_MONTH - facts.FIRST_MONTH) / (facts.MONTHS - 1)
    counts = [round(facts.FIRST_MONTH + step * month) for month in range(facts.MONTHS)]
    counts[-1] += facts.CUSTOMERS - sum(counts)
    firsts = [months_on(facts.FIRST_DAY, month) for month in range(facts.MONTHS)]
    return sorted(
        dice.day(first, months_on(first, 1) - timedelta(days=1))
        for first, count in zip(firsts, counts, strict=True) for _ in range(count)
    )


def _names(dice: Dice) -> dict[str, list[str]]:
    """By industry, each name once."""
    found = {}
    for industry, ends in facts.NAME_ENDS.items():
        all_names = [f"{start} {end}" for end in ends for start in facts.NAME_STARTS]
        found[industry] = [name for _, name in sorted((dice.roll(), name) for name in all_names)]
    return found


def _profile(dice: Dice, number: str, start: date, earlier: list[Account], names: dict[str, list[str]]) -> Profile:
    industry, segment = dice.pick(facts.INDUSTRIES), dice.pick(facts.SEGMENTS)
    plan = dice.pick(facts.PLAN_OF[segment])
    channel, referred_by = dice.pick(facts.CHANNELS), ""
    if channel == "Referral":
        referred_by = _referrer(dice, start, earlier)
        channel = channel if referred_by else "Direct"
    return Profile(
        id=number, name=names[industry].pop(), segment=segment, industry=industry, country=dice.pick(facts.COUNTRIES),
        owner=dice.one_of(facts.OWNERS), channel=channel, plan=plan, term_months=int(dice.pick(PLANS[plan].terms)),
        seats=dice.whole(*facts.SEATS[segment]), start=start, referred_by=referred_by,
    )


def _referrer(dice: Dice, day: date, earlier: list[Account]) -> str:
    """Somebody who has been here for a month, above all those who advocate anyway."""
    known = {found.who.id: warmth(found, day) for found in earlier
             if found.here(day) and (day - found.who.start).days > 30}
    return dice.pick(known) if known else ""


def warmth(account: Account, day: date) -> float:
    """How readily it speaks up in a month: acts of advocacy that are to be expected. It takes time to warm."""
    grown = min(1.0, max(0.03, ((day - account.who.start).days - 240) / 240))
    base = (0.042 if account.life.keen else 0.0018) * grown
    met = account.life.community is not None and account.life.community <= day
    return base * (5.0 if met else 1.0) * (0.4 + 1.2 * account.life.joy)


def _life(dice: Dice, who: Profile) -> Life:
    onboarded = _onboarded(dice, who)
    prompt = onboarded is not None and (onboarded - who.start).days <= facts.PROMPT_DAYS
    keen = dice.yes(_keenness(who, prompt))
    joy = _joy(dice, who, prompt, keen)
    troubles = _troubles(dice, who)
    left = _leaving(dice, who, _Mood(prompt, onboarded is None, keen, joy, troubles))
    end = left or LAST_DAY
    met = who.start + timedelta(days=20 + dice.wait(60))
    joins = dice.yes(0.60 if who.channel == "Community" else 0.34 if keen else 0.05)
    grows = dice.yes(0.34 if keen else 0.07)
    grown = who.start + timedelta(days=60 + dice.wait(120))
    return Life(
        onboarded=onboarded if onboarded and onboarded < end else None, keen=keen, joy=joy,
        weekly=dice.between(0.66, 0.97) if keen else dice.between(0.03, 0.16 if who.channel == "Paid social" else 0.36),
        community=met if joins and met < end else None, troubles=tuple(t for t in troubles if t[0] < end),
        upgraded=grown if grows and grown < end else None, left=left, because=_reason(dice, who, keen) if left else "",
    )


def _onboarded(dice: Dice, who: Profile) -> date | None:
    prompt = 0.54 + 0.12 * (who.plan == "Business") + 0.08 * (who.channel == "Referral")
    if dice.yes(prompt):
        return who.start + timedelta(days=dice.whole(1, facts.PROMPT_DAYS))
    return who.start + timedelta(days=dice.whole(15, 60)) if dice.yes(0.5) else None


def _keenness(who: Profile, prompt: bool) -> float:
    by_channel = {"Referral": 0.10, "Community": 0.14, "Paid social": -0.08}.get(who.channel, 0.0)
    return max(0.01, (0.06 + 0.07 * prompt + by_channel) * (0.6 if who.plan == "Solo" else 1.0))


def _joy(dice: Dice, who: Profile, prompt: bool, keen: bool) -> float:
    shift = {"Referral": 0.08, "Paid social": -0.10}.get(who.channel, 0.0)
    return min(1.0, max(0.0, dice.between(0.2, 0.8) + 0.10 * prompt + 0.16 * keen + shift))


def _troubles(dice: Dice, who: Profile) -> list[tuple[date, date | None]]:
    """Once in three years something goes wrong; three in ten complaints get no answer, or one that comes too late."""
    found, day = [], who.start + timedelta(days=dice.wait(1000))
    while day <= LAST_DAY:
        answered = day + timedelta(days=dice.whole(0, 6)) if dice.yes(0.7) else None
        late = day + timedelta(days=dice.whole(9, 30)) if answered is None and dice.yes(0.4) else None
        found.append((day, answered or late))
        day += timedelta(days=30 + dice.wait(1000))
    return found


@dataclass(frozen=True)
class _Mood:
    """What decides on whether a customer stays."""

    prompt: bool
    never: bool
    keen: bool
    joy: float
    troubles: list[tuple[date, date | None]]

    def factor(self, day: date) -> float:
        """How much more readily than usual it leaves."""
        start = 0.42 if self.prompt else 1.5 if self.never else 1.1
        return start * (0.5 if self.keen else 1.0) * (1.6 - 1.2 * self.joy) * (5.0 if self._let_down(day) else 1.0)

    def _let_down(self, day: date) -> bool:
        """A complaint of the last four months that nobody answered within 7 days."""
        return any(
            0 <= (day - told).days <= 120 and (heard is None or (heard - told).days > 7)
            for told, heard in self.troubles
        )


def _leaving(dice: Dice, who: Profile, mood: _Mood) -> date | None:
    """Monthly contracts may end in any month, and most readily in the first three; long ones at the end of a term."""
    by_channel = {"Paid social": 1.5, "Referral": 0.6}.get(who.channel, 1.0)
    step = who.term_months
    for term in range(1, 26):
        day = months_on(who.start, term * step)
        if day > LAST_DAY:
            return None
        early = 1.4 if step == 1 and term <= 3 else 1.0
        chance = PLANS[who.plan].leaving * by_channel * mood.factor(day) * early * (1 if step == 1 else 9)
        if dice.yes(min(0.75, chance)):
            return day
    return None


def _reason(dice: Dice, who: Profile, keen: bool) -> str:
    weights = dict(facts.LEFT_BECAUSE)
    weights["Too expensive"] *= 1.8 if who.plan == "Solo" else 1.0
    weights["Hardly used it"] *= 0.2 if keen else 1.6 if who.channel == "Paid social" else 1.0
    return dice.pick(weights)
