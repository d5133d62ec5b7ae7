"""Definition cards: what a number counts, out of what, what it leaves out. The words of docs/definitions.md."""

from __future__ import annotations

from dataclasses import dataclass

from bowtie.words import Text, say


@dataclass(frozen=True)
class Definition:
    """One number's card."""

    name: Text
    formula: Text
    leaves_out: Text | None = None
    tables: tuple[str, ...] = ()      # the tables it is counted from, so that its source files can be named


DEFINITIONS: dict[str, Definition] = {
    "customers": Definition(
        say("Customers"),
        say("Distinct customer ids. Without a customer sheet they come from subscriptions, activity, revenue or won "
            "leads."),
        tables=("customers",),
    ),
    "present": Definition(
        say("Present"),
        say("Customers who had not left at the as-of date. Who has left is read from the strongest source there is: "
            "no subscription in force, an end date that has passed, a cancellation with no purchase since, the flag."),
        tables=("customers", "subscriptions", "activity"),
    ),
    "reached": Definition(
        say("Reached"),
        say("Everyone whose furthest milestone ever is this stage or one beyond. It draws the bow and never rises "
            "along a side."),
        say("On the left, leads of people who are already customers: they are evidence of expansion on the right."),
        tables=("leads", "customers", "subscriptions", "activity"),
    ),
    "standing": Definition(
        say("Standing here"),
        say("Where they are now. On the right, all stages, unknown and left together are all customers."),
        tables=("leads", "customers", "subscriptions", "activity"),
    ),
    "conversion": Definition(
        say("Conversion"),
        say("Reached here, divided by reached the stage before. The first stage has none."),
        tables=("leads", "customers", "subscriptions", "activity"),
    ),
    "moved_by_90_days": Definition(
        say("Moved within 90 days"),
        say("The share that moved on within 90 days of reaching the stage. Leaving competes with moving, and those "
            "still within their 90 days count only as long as we have seen them (cumulative incidence)."),
        tables=("leads", "customers", "subscriptions", "activity"),
    ),
    "median_days_of_movers": Definition(
        say("Median time of those who moved"),
        say("Half of those who moved on did it within this many days. Those who did not move are not in it, so read "
            "it beside the share that moved."),
        tables=("leads", "customers", "subscriptions", "activity"),
    ),
    "exits": Definition(
        say("Where people leave"),
        say("On the left, lost leads by the stage they stood in, with the reason written down. On the right, "
            "customers who left, by the furthest stage they had reached."),
        tables=("leads", "customers"),
    ),
    "bought_because": Definition(
        say("Why they bought"),
        say("What was written down as the reason at won leads: what tipped the scale at the purchase. It belongs "
            "into the words of your left side."),
        tables=("leads",),
    ),
    "referral_share": Definition(
        say("Won through customers"),
        say("New customers who came by referral, out of new customers whose channel is known, in the period shown."),
        say("Customers whose channel is not known."),
        tables=("leads", "customers"),
    ),
    "zero_paid_ratio": Definition(
        say("Zero paid media"),
        say("New customers from unpaid channels, referrals included, out of those whose channel is known."),
        say("Customers whose channel is not known."),
        tables=("leads", "customers"),
    ),
    "referral_coefficient": Definition(
        say("Referral coefficient"),
        say("Customers won by referral in the period, divided by customers at its start. At 0.10, ten customers bring "
            "one more."),
        tables=("leads", "customers", "activity"),
    ),
    "remorse": Definition(
        say("Buyer's remorse watch"),
        say("New customers within their first 30 days who have not used what they bought, or have complained."),
        tables=("customers", "activity"),
    ),
    "segments": Definition(
        say("Lovers, likers, lurkers"),
        say("Of the customers present, by what they did in the window before the as-of date. Never by spend, tenure "
            "or renewal: loyalty and profit are not advocacy. The lines are on the Settings page."),
        say("Customers who left are a group of their own, with the segment they last held."),
        tables=("activity", "surveys", "customers"),
    ),
    "90_9_1": Definition(
        say("The 90 / 9 / 1 line"),
        say("It comes from who takes part in online communities (Nielsen, 2006). For customers it is an analogy: a "
            "line to compare with, never a target, and nobody is assigned by it."),
    ),
    "cube": Definition(
        say("Loyalty, advocacy, value"),
        say("Customers present, by stage of loyalty, by acts of advocacy in the window, and by value: below the "
            "median, in between, and the top fifth."),
        say("Customers whose value is not known stand in no value band."),
        tables=("customers", "activity", "subscriptions", "revenue"),
    ),
    "before_lover": Definition(
        say("What lovers did before"),
        say("Of today's lovers, the share that did this before their second act of advocacy, beside the share of all "
            "other customers that did in the same window. What comes together need not be cause."),
        tables=("activity",),
    ),
    "distribution": Definition(
        say("How engagement is spread"),
        say("Customers by the measure that decides, with the line between the groups drawn in."),
        tables=("activity", "customers"),
    ),
}
