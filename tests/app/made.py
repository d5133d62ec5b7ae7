"""Small made-up files, as a company might export them."""

from __future__ import annotations


def customers_csv() -> bytes:
    """24 customers in plain columns; "Batch" is the user's own."""
    lines = ["Customer ID,Company,Plan,Region,Signup Date,Contract End,MRR,NPS,Batch"]
    for number in range(1, 25):
        plan, region = ("Pro", "Free")[number % 2], ("North", "South", "East")[number % 3]
        day = f"{number % 12 + 1:02d}-15"
        facts = f"{plan},{region},2024-{day},2026-{day},{100 + number},{number % 11},{'AB'[number % 2]}"
        lines.append(f"C{number:03d},Company {number},{facts}")
    return ("\n".join(lines) + "\n").encode()


def events_csv() -> bytes:
    """Logins, reviews and referrals of those customers over 2025; the first ten customers are active each month."""
    lines = ["Customer ID,Event Date,Event"]
    for number in range(1, 25):
        months = range(1, 13) if number <= 10 else range(1, 3)
        lines += [f"C{number:03d},2025-{month:02d}-10,login" for month in months]
        if number <= 3:
            lines += [f"C{number:03d},2025-05-20,review", f"C{number:03d},2025-08-20,referral"]
    return ("\n".join(lines) + "\n").encode()


def unclear_csv() -> bytes:
    """A column whose header tells nothing, and dates that could be read two ways."""
    lines = ["Account,Since,Wert"]
    lines += [f"A{row:02d},{row % 12 + 1:02d}/{row % 11 + 1:02d}/2024,{row * 10}" for row in range(1, 31)]
    return ("\n".join(lines) + "\n").encode()


def hostile_names_csv() -> bytes:
    """Names that would be markup, a formula, a colour, an icon, an address."""
    names = ["*x*", "<script>alert(1)</script>", "$a$", ":red[x]", ":material/home:", "=1+1", "[x](http://a.b)"]
    lines = ["Customer ID,Company,Plan *bold*,Signup Date"]
    lines += [f"{row},\"{names[row % 7]}\",{names[row % 7]},2024-01-{row % 28 + 1:02d}" for row in range(1, 30)]
    return ("\n".join(lines) + "\n").encode()


NOT_A_TABLE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00" * 40


def purchases_csv() -> bytes:
    """Orders of 30 buyers and nothing else: every third bought twice."""
    rows = [f"O{at:03},C{at:03},2025-{1 + at % 9:02}-05,{20 + at}" for at in range(30)]
    rows += [f"P{at:03},C{at:03},2025-11-20,{30 + at}" for at in range(0, 30, 3)]
    return "\n".join(["Order ID,Customer ID,Order date,Order total", *rows]).encode()
