"""Whether settings make sense, before anything is computed with them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from bowtie.errors import SettingProblem
from bowtie.people.dates import PERIODS
from bowtie.settings import Settings
from bowtie.stages.frameworks import CUSTOM, framework_names
from bowtie.tables import STAGES
from bowtie.words import say

SCALES = (5, 7, 10)
AT_LEAST_ONE = (
    "window_days", "lover_acts", "csat_top_boxes", "csat_bottom_boxes", "least_periods", "ambassador_acts",
    "ambassador_kinds", "remorse_days",
)
NOT_NEGATIVE = (
    "promoter_nps", "content_nps", "unhappy_nps", "loyal_tenure_months", "long_term_months", "short_terms_months",
)
SHARES = ("regular_share", "one_class_share")


def check(settings: Settings) -> None:
    """Raise SettingProblem naming the setting, what it may be and the nearest match."""
    if settings.period is not None:
        _one_of("period", settings.period, PERIODS)
    if settings.csat_scale is not None:
        _one_of("csat_scale", str(settings.csat_scale), map(str, SCALES))
    _one_of("framework", settings.framework, framework_names())
    for stage, _ in settings.own_labels:
        _one_of("own_labels", stage, STAGES)
    if settings.framework == CUSTOM and not settings.own_labels:
        raise SettingProblem(
            say("The framework is your own, but no stage has a label of yours."),
            say("Give own_labels: stages are {choices}.", choices=", ".join(STAGES)),
        )
    _check_numbers(settings)


def _check_numbers(settings: Settings) -> None:
    for name in AT_LEAST_ONE:
        _at_least(name, getattr(settings, name), 1)
    for name in NOT_NEGATIVE:
        _at_least(name, getattr(settings, name), 0)
    for name in SHARES:
        if not 0 < getattr(settings, name) <= 1:
            raise SettingProblem(
                say("The setting {name} is {value}.", name=name, value=getattr(settings, name)),
                say("It is a share: give a number above 0 and up to 1, such as {example:num}.",
                    name=name, example=getattr(Settings(), name)),
            )
    if settings.unhappy_nps >= settings.content_nps or settings.content_nps > settings.promoter_nps:
        raise SettingProblem(
            say("The lines of NPS are out of order: unhappy up to {unhappy:num}, content from {content:num}, "
                "promoter from {promoter:num}.", unhappy=settings.unhappy_nps, content=settings.content_nps,
                promoter=settings.promoter_nps),
            say("Unhappy must end below content, and promoter may not begin before it."),
        )


def _at_least(name: str, value: float, least: float) -> None:
    if not value >= least:
        raise SettingProblem(
            say("The setting {name} is {value}.", name=name, value=value),
            say("Give a number from {least:int} up, such as {example:num}.",
                least=int(least), example=getattr(Settings(), name)),
        )


def _one_of(name: str, value: str, choices: Iterable[str]) -> None:
    known = list(choices)
    if value in known:
        return
    near = difflib.get_close_matches(value, known, n=1, cutoff=0.0)
    raise SettingProblem(
        say("The setting {name} is {value}, which Bowtie does not know.", name=name, value=repr(value)),
        say("Choose one of {choices}. The nearest is {nearest}.", choices=", ".join(known), nearest=repr(near[0])),
    )
