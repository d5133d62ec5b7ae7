"""Every threshold and choice, in one frozen object that screen, command line and Python share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd


@dataclass(frozen=True)
class Settings:
    """Defaults are those of docs/definitions.md. `as_of` None means the data's own."""

    as_of: pd.Timestamp | None = None
    window_days: int = 365
    lover_acts: int = 2                    # acts of advocacy in the window that make a lover
    promoter_nps: float = 9                # with one act: a lover
    content_nps: float = 7                 # NPS from here is content
    unhappy_nps: float = 6                 # NPS up to here is unhappy
    csat_top_boxes: int = 2
    csat_bottom_boxes: int = 2
    csat_scale: int | None = None          # None: read from the data (5, 7 or 10)
    regular_share: float = 0.5             # active in at least this share of periods
    period: str | None = None              # "week", "month", "quarter"; None: chosen from the data
    least_periods: int = 3
    usage_line: float | None = None        # a bare usage number counts as regular from here
    loyal_by_tenure: bool = True
    loyal_tenure_months: float = 12
    long_term_months: float = 6
    short_terms_months: float = 12
    ambassador_acts: int = 3
    ambassador_kinds: int = 2
    remorse_days: int = 30
    one_class_share: float = 0.95
    framework: str = "bowtie"
    own_labels: tuple[tuple[str, str], ...] = ()   # stage key -> label, for framework "custom"

    def but(self, **changes: Any) -> Settings:
        """The same settings with some changed."""
        return replace(self, **changes)
