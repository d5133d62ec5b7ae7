"""Dataset and Settings in, Analysis out: asks the parts in the order that data travels."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from bowtie.analysis import Analysis, Bowtie, People, RepeatPurchase, Unavailable
from bowtie.dataset import Dataset
from bowtie.findings import worst_first
from bowtie.people.advocacy import Advocacy, advocacy
from bowtie.people.answers import Answers, latest_answers
from bowtie.people.customership import customership
from bowtie.people.groups import segments
from bowtie.people.period import Regularity, regularity
from bowtie.people.presence import Presence, who_left
from bowtie.people.reasons import segment_reasons, stage_reasons
from bowtie.people.repeat import repeat_purchase
from bowtie.people.segments import observable, segment_frame
from bowtie.people.worth import worth
from bowtie.results import LATER
from bowtie.settings import Settings
from bowtie.settings_check import check
from bowtie.signals.source import Source
from bowtie.stages.bow import Sides, stages_frame, win_timing
from bowtie.stages.exits import bought_because, churn_reasons, exits_frame
from bowtie.stages.findings import own_findings
from bowtie.stages.frameworks import stages_of
from bowtie.stages.left import Left, left_side
from bowtie.stages.loop import loop
from bowtie.stages.loyalty import loyalty_frame
from bowtie.stages.right import right_frame
from bowtie.stages.words import bow_answer, needs_left, needs_right
from bowtie.totals import customers_known, totals

FRAME = (
    "customer_id", "name", "start_date", "present", "left_on", "left_source", "locked", "in_term", "segment", "unhappy",
    "at_risk", "acts", "unpaid_acts", "act_kinds", "evidence", "active_periods", "judged_periods", "regular", "asked",
    "score", "instrument", "score_date", "value", "stage", "furthest", "loyal_by", "acts_missing", "first_use",
    "reasons",
)


@dataclass(frozen=True, eq=False)
class _Work:
    """What the parts of one analysis share. Frames have one row a customer that has begun, by row number."""

    source: Source
    settings: Settings
    presence: Presence
    base: pd.DataFrame
    advocacy: Advocacy
    answers: Answers
    regularity: Regularity
    frame: pd.DataFrame
    value_basis: str
    repeat: RepeatPurchase | None


def analyse(dataset: Dataset, settings: Settings | None = None) -> Analysis:
    """Everything computed from one Dataset under one Settings, as of `settings.as_of` or the data's own date.

    Raises SettingProblem when a setting makes no sense. What the data cannot show is null or Unavailable, with what
    would unlock it.
    """
    settings = settings or Settings()
    check(settings)
    as_of = settings.as_of if settings.as_of is not None else dataset.as_of
    source = Source(dataset, None if as_of is None else pd.Timestamp(as_of).normalize())
    try:
        return _analysis(_work(source, settings))
    finally:
        source.close()


def _work(source: Source, settings: Settings) -> _Work:
    """Signals and what they say of each customer."""
    dataset, as_of = source.dataset, source.as_of
    commitments = source.commitments()
    presence = who_left(dataset, as_of, commitments)
    base = customership(dataset, as_of, presence, commitments, settings)
    found = (advocacy(source, base), latest_answers(source, base, settings), regularity(source, base, settings))
    loyalty = loyalty_frame(dataset, base, commitments, settings)
    right = right_frame(source, base, loyalty, found[0], settings)
    value, basis = worth(source, base)
    frame = base.join(segment_frame(*found, settings)).join(loyalty).join(right).assign(value=value)
    frame = frame.assign(reason=churn_reasons(dataset.customers, source.cancellation_reasons()))
    begun = frame["begun"]
    repeat = repeat_purchase(commitments[begun])
    return _Work(source, settings, presence, base, *found, frame[begun], basis, repeat)


def _analysis(work: _Work) -> Analysis:
    dataset, settings, frame = work.source.dataset, work.settings, work.frame
    seen = observable(work.advocacy, work.answers, work.regularity)
    people = _people(work, seen["liker"])
    lost = int(frame["left"].sum())
    grouped = segments(work.source, frame, people, work.advocacy, seen, settings)
    left = left_side(dataset, frame, work.source.as_of)
    return Analysis(
        dataset=dataset, settings=settings, as_of=work.source.as_of,
        totals=totals(dataset, len(frame) - lost, lost), people=people,
        segments=grouped, bowtie=_bowtie(work, left), loop=loop(work.source, frame, work.regularity, settings),
        repeat=work.repeat,
        findings=worst_first([
            *dataset.findings, *work.presence.findings, *own_findings(dataset, work.base, grouped, left)
        ]),
        later={name: Unavailable(needs) for name, needs in LATER.items()},
    )


def _people(work: _Work, segmented: bool) -> People:
    frame, settings = work.frame, work.settings
    both = zip(segment_reasons(frame, settings, work.regularity.period), stage_reasons(frame), strict=True)
    reasons = pd.Series([[*one, *other] for one, other in both], frame.index, dtype="object")
    shown = frame.assign(start_date=frame["start"], present=~frame["left"], reasons=reasons)
    if not segmented:
        shown["segment"] = pd.Series(pd.NA, frame.index, dtype="str")
    return People(
        frame=shown[list(FRAME)].reset_index(drop=True), period=work.regularity.period, value_basis=work.value_basis,
        leaving_source=work.presence.source,
    )


def _bowtie(work: _Work, left: Left | None) -> Bowtie:
    frame, as_of = work.frame, work.source.as_of
    stages = stages_of(work.settings)
    sides = Sides(left, frame, as_of, work.advocacy.observable, customers_known(work.source.dataset))
    shown = stages_frame(sides, stages)
    lost = int((frame["stage"] == "lost").sum())
    return Bowtie(
        framework=work.settings.framework, stages=shown, unknown=int((frame["stage"] == "unknown").sum()), lost=lost,
        exits=exits_frame(left, frame, frame["reason"], stages), bought_because=bought_because(left),
        answer=bow_answer(shown, lost, len(frame)), needs_left=needs_left(left),
        needs_right=needs_right(frame, work.advocacy.observable),
        win_timing=None if as_of is None else win_timing(left, as_of),
    )
