"""Contractual or not: does someone cancel, or do they just stop buying?"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from bowtie.words import Text, say

CONTRACT_FIELDS = ("end_date", "renewal_date", "contract_end_date", "contract_term_months")
CONTRACT_KINDS = ("cancellation", "renewal", "upgrade", "downgrade", "reactivation")


def contractual(tables: Mapping[str, pd.DataFrame], choice: str) -> tuple[bool | None, Text]:
    """True, False, or None where neither shows, with why. An answer of the user's own comes first."""
    if choice in ("yes", "no"):
        return choice == "yes", say("You said so.")
    if len(tables.get("subscriptions", ())):
        return True, say("There are subscriptions.")
    customers = tables["customers"]
    if any(name in customers and customers[name].notna().any() for name in CONTRACT_FIELDS):
        return True, say("Customers have contract, renewal or end dates.")
    activity = tables.get("activity")
    kinds = set(activity["kind"].unique()) if activity is not None else set()
    if kinds & set(CONTRACT_KINDS):
        return True, say("Contracts are renewed or cancelled.")
    flagged = "churned" in customers and customers["churned"].notna().any()
    if "purchase" in kinds and not flagged:
        return False, say("There are only purchases; nobody cancels.")
    if flagged and ("purchase" in kinds or "products" in customers):
        return None, say("A flag says who left, beside orders: does someone cancel, or do they just stop buying?")
    return None, say("Neither contracts nor purchases show.")
