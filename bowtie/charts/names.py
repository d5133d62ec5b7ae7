"""Our own names as people read them in pictures; a name of the user's own stays as it is."""

from __future__ import annotations

from collections.abc import Mapping

from bowtie.charts.fit import clean
from bowtie.words import Text, say

SEGMENTS: dict[str, Text] = {
    "lover": say("Lovers"), "liker": say("Likers"), "lurker": say("Lurkers"), "unknown": say("Not enough evidence"),
}
CHANNEL_CLASSES: dict[str, Text] = {
    "referral": say("Through customers"), "unpaid": say("Unpaid"), "paid": say("Paid"),
    "unknown": say("Unknown channel"),
}
LOYALTY: dict[str, Text] = {
    "loyal": say("Loyal"), "adoption": say("Not yet loyal"), "unknown": say("Loyalty unknown"),
}
ACTS: dict[str, Text] = {"0": say("No act"), "1": say("One act"), "2+": say("Two or more")}
BANDS: dict[str, Text] = {"low": say("low"), "mid": say("mid"), "high": say("high"), "unknown": say("n/a")}
MEASURES: dict[str, Text] = {
    "acts": say("Acts of advocacy"), "regular": say("Share of periods in use"), "score": say("Latest score"),
}
KINDS: dict[str, Text] = {
    "login": say("Login"), "session": say("Session"), "feature_use": say("Feature use"), "purchase": say("Purchase"),
    "return": say("Return"), "renewal": say("Renewal"), "upgrade": say("Upgrade"), "downgrade": say("Downgrade"),
    "cancellation": say("Cancellation"), "reactivation": say("Reactivation"), "onboarding": say("Onboarding"),
    "training": say("Training"), "checkpoint": say("Checkpoint"), "support": say("Support"),
    "complaint": say("Complaint"), "response": say("Response"), "survey": say("Survey"), "feedback": say("Feedback"),
    "community": say("Community"), "event": say("Event"), "referral": say("Referral"), "review": say("Review"),
    "reference": say("Reference"), "case_study": say("Case study"), "testimonial": say("Testimonial"),
    "press": say("Press"), "content": say("Content"), "speaking": say("Speaking"),
    "social_share": say("Social share"), "advisory": say("Advisory"),
}


def named(words: Mapping[str, Text], key: object) -> str:
    """The label of a key, or the key itself on one line."""
    return str(words[str(key)]) if str(key) in words else clean(key)
