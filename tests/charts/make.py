"""Results made by hand, small enough to read, in the shapes that bowtie/analysis.py promises."""

from __future__ import annotations

from types import MappingProxyType

import pandas as pd

from bowtie.analysis import Bowtie, Loop, Segments
from bowtie.words import say

KEYS = ["awareness", "interest", "desire", "action", "customer", "adoption", "loyalty", "advocacy", "ambassador"]
SIDES = ["left"] * 4 + ["knot"] + ["right"] * 4
LABELS = [
    "Awareness", "Interest", "Desire", "Action", "Customers", "Adopters", "Loyalists", "Advocates", "Ambassadors",
]
CHINESE = ["认知", "兴趣", "意向", "行动", "客户", "采用者", "忠诚客户", "拥护者", "品牌大使"]
RUSSIAN = [
    "Осведомлённость", "Интерес", "Желание", "Действие", "Покупка", "Освоение", "Лояльность", "Рекомендации",
    "Амбассадоры",
]
USUAL = [8200, 3900, 1700, 900, 640, 640, 352, 96, 21]


def make_bowtie(reached=USUAL, labels=LABELS, keys=KEYS, sides=SIDES, lost=None, **changes) -> Bowtie:
    reached = [None if n is None else float(n) for n in reached]
    before = [None, *reached[:-1]]
    conversion = [b / a if a and b is not None else None for a, b in zip(before, reached, strict=True)]
    stages = pd.DataFrame(
        {
            "key": keys, "label": labels, "side": sides, "reached": reached,
            "standing": [None if n is None else n // 5 for n in reached], "conversion": conversion,
            "moved_by_30_days": [None if c is None else c * 0.3 for c in conversion],
            "moved_by_90_days": [None if c is None else c * 0.6 for c in conversion],
            "moved_by_180_days": [None if c is None else c * 0.9 for c in conversion],
            "movers": reached,
            "median_days_of_movers": [None if c is None else 7.0 + 9 * i for i, c in enumerate(conversion)],
            "km_median_days": [None] * len(keys),
        }
    )
    facts = {
        "framework": "bowtie", "stages": stages, "unknown": 0, "lost": 0, "exits": make_exits(stages, lost),
        "bought_because": pd.DataFrame(
            {"reason": ["Easy to start", "Price", "A colleague's word"], "count": [88, 61, 40]}),
        "answer": say("The answer."), "needs_left": (), "needs_right": (),
    }
    return Bowtie(**{**facts, **changes})


def make_exits(stages: pd.DataFrame, lost=None) -> pd.DataFrame:
    rows = []
    reasons = ["Price", "No budget", "Chose a rival", None]
    for at, (key, side, reached) in enumerate(zip(stages["key"], stages["side"], stages["reached"], strict=True)):
        following = stages["reached"].iloc[at + 1] if at + 1 < len(stages) else 0
        if side == "knot" or pd.isna(reached) or pd.isna(following):
            continue
        gone = (reached - following) * 0.8 if lost is None else lost.get(key, 0)
        share = 1.0 if lost is not None else 0.5 if side == "left" else 0.25
        parts = zip(reasons, (0.4, 0.3, 0.2, 0.1), strict=True)
        rows += [(key, side, reason, int(gone * share * part)) for reason, part in parts]
    frame = pd.DataFrame(rows, columns=["stage", "side", "reason", "count"])
    return frame[frame["count"] > 0].reset_index(drop=True)


def make_segments(lover=21, liker=203, lurker=310, unknown=66, **changes) -> Segments:
    counts = {"lover": lover, "liker": liker, "lurker": lurker, "unknown": unknown}
    present = sum(n or 0 for n in counts.values())
    facts = {
        "counts": MappingProxyType(counts), "lost": 40, "lost_by_segment": {"lurker": 36, "liker": 4},
        "period": "month",
        "present": present, "observable": {"lover": lover is not None, "liker": True, "lurker": True}, "missing": (),
        "separates": True, "distribution": make_distribution(), "lists": {}, "cube": make_cube(),
        "before_lover": pd.DataFrame(
            {"kind": ["community", "training", "feedback", "session"], "lovers": [17, 12, 9, 20],
             "share": [0.81, 0.57, 0.43, 0.95], "others_share": [0.22, 0.31, 0.35, 0.84]}
        ),
        "answer": say("The answer."),
    }
    return Segments(**{**facts, **changes})


def make_distribution() -> pd.DataFrame:
    acts = [("acts", i, i + 1, n, 2.0) for i, n in enumerate([402, 120, 14, 5, 2])]
    periods = [90, 70, 40, 33, 25, 30, 60, 70, 66, 50]
    regular = [("regular", i / 10, (i + 1) / 10, n, 0.5) for i, n in enumerate(periods)]
    score = [("score", i, i + 1, n, 7.0) for i, n in enumerate([3, 2, 6, 8, 11, 20, 33, 60, 80, 75, 44])]
    return pd.DataFrame([*acts, *regular, *score], columns=["measure", "bin_start", "bin_end", "customers", "line"])


def make_cube() -> pd.DataFrame:
    rows = []
    base = {"adoption": 40, "loyal": 60, "unknown": 5}
    for loyalty, n in base.items():
        for acts, share in (("0", 1.0), ("1", 0.25), ("2+", 0.07)):
            for band, part in (("low", 1.2), ("mid", 1.0), ("high", 0.6)):
                rows.append((loyalty, acts, band, int(n * share * part)))
    return pd.DataFrame(rows, columns=["loyalty", "advocacy", "value_band", "customers"])


def make_loop(referred=37, **changes) -> Loop:
    sources = pd.DataFrame(
        {"channel_class": ["paid", "paid", "unpaid", "unpaid", "referral", "unknown"],
         "channel": ["Search ads", "Social ads", "Organic search", "Events", "Referral", None],
         "customers": [61, 30, 44, 18, 37, 12]}
    )
    facts = {
        "period_from": pd.Timestamp("2025-01-01"), "period_to": pd.Timestamp("2025-12-31"), "new_customers": sources,
        "referral_share": 0.195, "zero_paid_ratio": 0.52, "referral_coefficient": 0.07, "referred": referred,
        "start_customers": 520,
    }
    return Loop(**{**facts, **changes})

