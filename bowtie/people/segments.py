"""Lover, liker, lurker or not enough evidence: judged on behaviour in the window, never on spend, tenure or renewal."""

from __future__ import annotations

import numpy as np
import pandas as pd

from bowtie.people.advocacy import Advocacy
from bowtie.people.answers import Answers
from bowtie.people.period import Regularity
from bowtie.settings import Settings


def observable(advocacy: Advocacy, answers: Answers, regularity: Regularity) -> dict[str, bool]:
    """Which classes the data can show. A lover needs a source of acts; the others any signal at all."""
    judged = bool(regularity.period) or bool(regularity.frame["regular"].notna().any())
    some = advocacy.observable or answers.observable or judged
    return {"lover": advocacy.observable, "liker": some, "lurker": some}


def segment_frame(
    advocacy: Advocacy, answers: Answers, regularity: Regularity, settings: Settings
) -> pd.DataFrame:
    """segment, unhappy, at_risk, evidence, acts_missing beside the signals that they come from (index: row number).

    Every customer gets exactly one segment. Two acts are never undone; unhappy bars liker.
    """
    frame = advocacy.frame.join(answers.frame).join(regularity.frame)
    regular = frame["regular"].fillna(False).astype(bool)
    lover = (frame["acts"] >= settings.lover_acts) | ((frame["acts"] >= 1) & frame["promoter"])
    liker = ~frame["unhappy"] & (regular | frame["content"] | (frame["acts"] >= 1))
    evidence = frame["regular"].notna() | frame["asked"] | frame["stated"] | (frame["acts"] >= 1)
    segment = np.select([lover, liker, evidence], ["lover", "liker", "lurker"], "unknown")
    frame["segment"] = pd.Series(segment, frame.index, dtype="str")
    needed = np.where(frame["promoter"], 1, settings.lover_acts)
    return frame.assign(
        evidence=evidence, at_risk=lover & frame["unhappy"],
        acts_missing=pd.Series(needed, frame.index).sub(frame["acts"]).clip(lower=0).astype("int64"),
    )
