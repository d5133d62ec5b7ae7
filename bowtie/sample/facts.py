"""The world of the sample company: Kestrel Rota, who plan shifts for people who work in them. All of it is made up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

COMPANY = "Kestrel Rota"
FIRST_DAY, LAST_DAY = date(2024, 7, 1), date(2026, 6, 30)
MONTHS = 24
CUSTOMERS = 1200
FIRST_MONTH, LAST_MONTH = 28, 72      # customers won in the first and in the last month: in between it grows evenly
FIRST_NUMBER = 10001
PROMPT_DAYS = 14                      # onboarding up to here protects


@dataclass(frozen=True)
class Plan:
    """Price by month, and how readily customers of it leave in a month (before anything else is known of them)."""

    base: float
    seat: float
    leaving: float
    terms: dict[str, float]     # months -> share


PLANS = {
    "Solo": Plan(19, 3, 0.070, {"1": 1}),
    "Team": Plan(49, 4, 0.032, {"1": 0.62, "12": 0.38}),
    "Business": Plan(199, 6, 0.028, {"12": 0.78, "24": 0.22}),
}
SEGMENTS = {"Micro": 0.44, "Small": 0.34, "Mid-sized": 0.17, "Large": 0.05}
SEATS = {"Micro": (2, 9), "Small": (10, 40), "Mid-sized": (41, 150), "Large": (151, 600)}
PLAN_OF = {
    "Micro": {"Solo": 0.66, "Team": 0.34}, "Small": {"Solo": 0.16, "Team": 0.72, "Business": 0.12},
    "Mid-sized": {"Team": 0.38, "Business": 0.62}, "Large": {"Business": 1.0},
}
CHANNELS = {
    "Organic search": 0.24, "Paid search": 0.17, "Paid social": 0.17, "Partner": 0.10, "Webinar": 0.09,
    "Referral": 0.13, "Community": 0.06, "Direct": 0.04,
}
# Pure noise: nothing in the data depends on these.
INDUSTRIES = {
    "Hospitality": 0.27, "Retail": 0.22, "Healthcare": 0.17, "Logistics": 0.12, "Manufacturing": 0.12, "Leisure": 0.10,
}
COUNTRIES = {"Germany": 0.31, "Netherlands": 0.19, "France": 0.17, "Austria": 0.12, "Belgium": 0.11, "Ireland": 0.10}
OWNERS = ("Aylin Demir", "Jonas Weber", "Marta Kowalska", "Noor Bakker", "Pierre Lambert", "Saoirse Byrne")

FEATURES = {
    "Shift planner": 0.40, "Time clock": 0.22, "Shift swap": 0.15, "Payroll export": 0.11, "Forecast": 0.07,
    "Mobile app": 0.05,
}
LEFT_BECAUSE = {
    "Too expensive": 0.26, "Hardly used it": 0.27, "Switched to a competitor": 0.17, "Missing feature": 0.13,
    "Closed the business": 0.09, "Poor support": 0.08,
}
WON_BECAUSE = {
    "Easy to use": 0.27, "Recommended by a peer": 0.14, "Price": 0.15, "Free trial": 0.18, "Payroll integration": 0.14,
    "Personal advice": 0.12,
}
ACTS = {
    "Review": 0.31, "Reference": 0.21, "Referral": 0.10, "Social share": 0.17, "Testimonial": 0.09, "Case study": 0.05,
    "Speaking": 0.04, "Advisory board": 0.03,
}
NAME_STARTS = (
    "Alder", "Amber", "Anchor", "Arden", "Aspen", "Bakers", "Beacon", "Birch", "Bluebell", "Bramble", "Bridge",
    "Brook", "Canal", "Cedar", "Cherry", "Clover", "Copper", "Corner", "Cove", "Dune", "Eastgate", "Elder", "Elm",
    "Ember", "Falcon", "Fern", "Field", "Finch", "Foxglove", "Garden", "Granary", "Green", "Harbour", "Hazel",
    "Heather", "Heron", "Hill", "Hollow", "Ivy", "Juniper", "Lake", "Lantern", "Larch", "Linden", "Maple", "Market",
    "Meadow", "Mill", "North", "Oak", "Orchard", "Otter", "Park", "Pebble", "Pine", "Poplar", "Quarry", "Quay",
    "River", "Rowan", "Sage", "South", "Spruce", "Station", "Stone", "Sun", "Swan", "Thistle", "Tower", "Valley",
    "Vine", "Walnut", "West", "Willow",
)
NAME_ENDS = {
    "Hospitality": ("Café", "Bistro", "Hotel", "Kitchen", "Catering", "Brasserie"),
    "Retail": ("Market", "Books", "Bikes", "Garden Centre", "Outfitters", "Bakery"),
    "Healthcare": ("Clinic", "Dental", "Care Home", "Physio", "Pharmacy", "Veterinary"),
    "Logistics": ("Freight", "Couriers", "Warehousing", "Parcel", "Transport", "Removals"),
    "Manufacturing": ("Joinery", "Foundry", "Packaging", "Tools", "Ceramics", "Print"),
    "Leisure": ("Gym", "Climbing", "Pools", "Theatre", "Golf", "Cinema"),
}
