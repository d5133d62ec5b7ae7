"""What each column of the blank templates is for: a header that is recognised with certainty, a note, an example."""

from __future__ import annotations

from dataclasses import dataclass

from bowtie.tables import FAMILIES, LEFT_STAGES, RIGHT_STAGES
from bowtie.words import Text, say


@dataclass(frozen=True)
class Note:
    """`header` stands in the sheet and is the same in every language; `choices` are offered in a list, if any."""

    header: str
    says: Text
    example: str
    choices: tuple[str, ...] = ()


def _needed(header: str, example: str) -> Note:
    return Note(header, say("Your own number of the customer, the same in every sheet. Needed in every row."), example)


KINDS = tuple(kind.replace("_", " ") for kinds in FAMILIES.values() for kind in kinds)
DAY, NUMBER = "2026-03-31", "C-1001"

ABOUT: dict[str, Text] = {
    "customers": say("One row for each customer. Enough to start with; every further sheet shows more."),
    "subscriptions": say("One row for each contract or subscription, ended ones too."),
    "activity": say("One row for each thing that happened: use, orders, support, reviews, referrals."),
    "leads": say("One row for each lead or opportunity, won, lost and open."),
    "surveys": say("One row for each answer. Leave the score blank where you asked and nobody answered."),
    "revenue": say("One row for each customer and month, with the money of that month."),
    "spend": say("One row for each programme and month: what you spend to win and to keep customers."),
}

NOTES: dict[str, dict[str, Note]] = {
    "customers": {
        "customer_id": _needed("Customer ID", NUMBER),
        "name": Note("Customer name", say("What you call the customer; shown on lists."), "Elm Bakery"),
        "segment": Note("Segment", say("Your own grouping, such as size. A filter."), "Small"),
        "industry": Note("Industry", say("What line of business the customer is in. A filter."), "Retail"),
        "region": Note("Region", say("Region or country. A filter."), "Austria"),
        "plan": Note("Plan", say("What the customer holds now."), "Team"),
        "channel": Note("Acquisition channel", say("How the customer came: search, ads, referral, partner."),
                        "Referral"),
        "owner": Note("Owner", say("Who looks after the customer in your company."), "Marta"),
        "start_date": Note("Start date", say("The day on which the customer first bought."), "2025-02-03"),
        "end_date": Note("End date", say("The day on which the customer left; blank while they are here."), ""),
        "renewal_date": Note("Renewal date", say("The day on which the contract next renews."), "2027-02-03"),
        "contract_end_date": Note("Contract end date", say("The day up to which the contract binds."), "2027-02-02"),
        "contract_term_months": Note("Contract term (months)", say("How long the contract binds, in months."), "12"),
        "tenure_months": Note("Tenure (months)", say("Months as a customer; only if you have no start date."), "14"),
        "churned": Note("Churned", say("Whether the customer has left; only if you have no end date."),
                        "no", ("yes", "no")),
        "churn_reason": Note("Churn reason", say("Why the customer left, in a few fixed words."), ""),
        "mrr": Note("MRR", say("What the customer pays a month, without tax."), "109.00"),
        "revenue_total": Note("Total revenue", say("All that the customer has paid so far."), "1526.00"),
        "gross_margin": Note("Gross margin rate", say("The share of revenue that is left after costs: 0.8 is 80%."),
                             "0.8"),
        "acquisition_cost": Note("Acquisition cost", say("What it cost to win this customer."), "340.00"),
        "products": Note("Number of products", say("How many of your products the customer holds."), "2"),
        "seats": Note("Seats", say("How many seats or licences were bought."), "15"),
        "seats_active": Note("Active seats", say("How many of them are used."), "11"),
        "last_active_date": Note("Last active date", say("The last day on which the product was used."), DAY),
        "usage": Note("Usage count", say("How often the product was used in a usual month."), "42"),
        "nps": Note("NPS score", say("The latest answer to “Would you recommend us?”, 0 to 10."), "9"),
        "csat": Note("CSAT score", say("The latest satisfaction, 1 to 5."), "4"),
        "tickets": Note("Number of tickets", say("Support requests in the last 12 months."), "3"),
        "referrals": Note("Number of referrals", say("How many others the customer has sent you."), "1"),
        "reviews": Note("Number of reviews", say("How many reviews the customer has written."), "1"),
        "references": Note("Number of references", say("How often the customer spoke for you to a prospect."), "0"),
    },
    "subscriptions": {
        "subscription_id": Note("Subscription ID", say("Your own number of the contract."), "S-2001"),
        "customer_id": _needed("Customer ID", NUMBER),
        "start_date": Note("Start date", say("The first day of the contract."), "2025-02-03"),
        "end_date": Note("End date", say("The day on which it ended; blank while it runs."), ""),
        "renewal_date": Note("Renewal date", say("The day on which it next renews."), "2027-02-03"),
        "mrr": Note("MRR", say("What it brings a month, without tax."), "109.00"),
        "term_months": Note("Term (months)", say("How long it binds, in months; 1 for month to month."), "12"),
        "plan": Note("Plan", say("What was bought."), "Team"),
        "seats": Note("Seats", say("How many seats it covers."), "15"),
    },
    "activity": {
        "customer_id": _needed("Customer ID", NUMBER),
        "contact_id": Note("Contact ID", say("The person, if you know; a number rather than an e-mail."), "P-7"),
        "date": Note("Date", say("When it happened, with the time if you have it."), DAY),
        "kind": Note("Activity type", say("What happened. Your own words are fine too: you can match them later."),
                     "login", KINDS),
        "detail": Note("Feature", say("Which feature or product, or why a contract was cancelled."), "Shift planner"),
        "value": Note("Total amount", say("The money of an order; blank for anything else."), ""),
        "quantity": Note("Quantity", say("How many pieces, or how often in the period that the row stands for."), ""),
        "unit_price": Note("Unit price", say("The price of one piece, where there is no total amount."), ""),
        "currency": Note("Currency", say("Three letters, such as EUR. Currencies are never added together."), "EUR"),
        "order_id": Note("Order ID", say("The number of the order; its lines bear the same."), ""),
        "status": Note("Order status",
                       say("Such as paid, cancelled, refunded; or “rewarded” for an act that you paid for."), ""),
    },
    "leads": {
        "lead_id": Note("Lead ID", say("Your own number of the lead."), "L-3001"),
        "created_date": Note("Created date", say("The day on which you first knew of them."), "2025-01-10"),
        "channel": Note("Lead source", say("How they came: search, ads, referral, partner."), "Referral"),
        "stage": Note("Lead stage", say("How far they came, also when they were lost."), "desire", LEFT_STAGES),
        "kind": Note("Opportunity type", say("Somebody new, or a customer who may buy more."),
                     "new", ("new", "existing")),
        "outcome": Note("Won or lost", say("How it ended, or that it has not."), "won", ("open", "won", "lost")),
        "closed_date": Note("Closed date", say("The day on which it was won or lost; blank while it is open."),
                            "2025-02-03"),
        "won_reason": Note("Won reason", say("What tipped the scale, in a few fixed words."), "Recommended by a peer"),
        "lost_reason": Note("Lost reason", say("Why they did not buy, in a few fixed words."), ""),
        "amount": Note("Amount", say("What it would bring, or brought."), "1308.00"),
        "owner": Note("Lead owner", say("Who in your company looks after it."), "Marta"),
        "customer_id": Note("Customer ID", say("The customer that they became, or are already."), NUMBER),
        "referred_by": Note("Referred by customer ID", say("The customer who sent them to you."), "C-1000"),
    },
    "surveys": {
        "customer_id": _needed("Customer ID", NUMBER),
        "contact_id": Note("Contact ID", say("The person who answered, if you know."), "P-7"),
        "date": Note("Survey date", say("The day of the answer, or of the question if nobody answered."), DAY),
        "instrument": Note("Survey type", say("What you asked: NPS, CSAT or CES."), "NPS", ("NPS", "CSAT", "CES")),
        "score": Note("Score", say("NPS 0 to 10, CSAT 1 to 5. Blank: asked, and silent."), "9"),
        "comment": Note("Comment", say("What they wrote. It is not shown on any list."), ""),
    },
    "revenue": {
        "customer_id": _needed("Customer ID", NUMBER),
        "date": Note("Month", say("The first day of the month that the money is for."), "2026-03-01"),
        "amount": Note("Revenue", say("What the customer paid for this month, without tax."), "109.00"),
        "currency": Note("Currency", say("Three letters, such as EUR. Currencies are never added together."), "EUR"),
    },
    "spend": {
        "date": Note("Month", say("The first day of the month."), "2026-03-01"),
        "program": Note("Program name", say("What the money was spent on."), "Search ads"),
        "side": Note("Side", say("Whether it wins new customers or keeps those you have."), "acquisition",
                     ("acquisition", "retention")),
        "stage": Note("Campaign stage", say("The stage of the bow-tie that it serves."),
                      "awareness", (*LEFT_STAGES, *RIGHT_STAGES)),
        "channel": Note("Marketing channel", say("The channel, if it serves one."), "Paid search"),
        "amount": Note("Spend", say("What was spent in this month, without tax."), "9800.00"),
        "people_fte": Note("FTE", say("How many people work on it, in full-time posts."), "0.5"),
    },
}
