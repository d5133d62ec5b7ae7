"""The sample company: the same bytes each time, structure that is there, flaws that are found, every part shown."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import bowtie
from bowtie import sample
from bowtie.analysis import Analysis
from bowtie.dataset import Dataset

FILES = (
    "crm_accounts.csv", "contracts.csv", "product_events.csv", "crm_leads.csv", "surveys.csv", "revenue_by_month.csv",
    "marketing_spend.xlsx",
)
TABLES = ("customers", "subscriptions", "activity", "leads", "surveys", "revenue", "spend")
ROLES = dict(zip(FILES, TABLES, strict=True))


def _sheet(name: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(sample.sample_files()[name]), dtype="str", keep_default_na=False)


@pytest.fixture(scope="module")
def accounts() -> pd.DataFrame:
    """One row an account, cells as in the file, with what the tests below count by."""
    frame = _sheet("crm_accounts.csv").drop_duplicates("Account ID").set_index("Account ID")
    ended = _sheet("contracts.csv").groupby("Account ID")["End date"].agg(lambda ends: (ends != "").all())
    events = _sheet("product_events.csv")
    first = events[events["Event"] == "Onboarding"].groupby("Account ID")["Time"].min().str[:10]
    since = pd.to_datetime(frame["Customer since"])
    frame["left"] = ended.reindex(frame.index)
    frame["prompt"] = (pd.to_datetime(first).reindex(frame.index) - since).dt.days <= 14
    frame["logins"] = events[events["Event"] == "Login"].groupby("Account ID").size().reindex(frame.index).fillna(0)
    frame["weeks"] = (pd.Timestamp("2026-06-30") - since).dt.days / 7
    return frame.dropna(subset="left").astype({"left": bool})


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return sample.dataset()


@pytest.fixture(scope="module")
def analysis(dataset: Dataset) -> Analysis:
    return bowtie.analyse(dataset)


# ------------------------------------------------------------------------------------------------------------ files
def test_files_in_the_project_are_what_the_script_makes(root: Path) -> None:
    made = {**sample.sample_files(), f"templates/{sample.TEMPLATE_NAME}": sample.template_bytes()}
    differ = [name for name, content in made.items() if (root / "sample_data" / name).read_bytes() != content]
    assert differ == [], "run `python sample_data/make.py`"


def test_command_writes_the_same_bytes_again_in_another_process(root: Path, tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "bowtie", "sample", str(tmp_path / "new")], cwd=root, capture_output=True, text=True,
        check=True, env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert {Path(line).name for line in told.stdout.split()} == {*FILES, sample.TEMPLATE_NAME}
    for name in FILES:
        assert (tmp_path / "new" / name).read_bytes() == (root / "sample_data" / name).read_bytes()


def test_files_stay_small() -> None:
    assert sum(map(len, sample.sample_files().values())) < 6_000_000


# -------------------------------------------------------------------------------------------------------- structure
def test_1200_customers_in_two_years(accounts: pd.DataFrame) -> None:
    ids = _sheet("crm_accounts.csv")["Account ID"].str.strip().str.upper()
    assert ids.nunique() == 1200
    assert accounts["Customer since"].min() >= "2024-07-01"
    assert "2026-06-01" < accounts["Customer since"].max() <= "2026-06-30"


def test_prompt_onboarding_protects(accounts: pd.DataFrame) -> None:
    left = accounts.groupby("prompt")["left"].mean()
    assert left[True] < 0.6 * left[False]


def test_one_plan_loses_most_and_annual_ones_least(accounts: pd.DataFrame) -> None:
    left = accounts.groupby("Plan")["left"].mean()
    assert left["Solo"] > 1.8 * left["Team"] > 1.8 * left["Business"]


def test_paid_social_brings_lurkers_and_referral_does_not(accounts: pd.DataFrame) -> None:
    by_channel = accounts.groupby("Lead source")
    left, use = by_channel["left"].mean(), by_channel["logins"].sum() / by_channel["weeks"].sum()
    assert left["Paid social"] == left.max()
    assert use["Paid social"] == use.min()
    assert left["Referral"] < left["Organic search"]
    assert use["Referral"] > 2 * use["Paid social"]


@pytest.mark.parametrize("column", ["Industry", "Country", "Account owner"])
def test_noise_has_no_effect(accounts: pd.DataFrame, column: str) -> None:
    """Chi-square against what chance allows: not even one in a hundred."""
    from scipy.stats import chi2_contingency

    known = accounts[accounts[column] != ""]
    assert chi2_contingency(pd.crosstab(known[column], known["left"])).pvalue > 0.01


def test_unanswered_complaints_cost_customers(accounts: pd.DataFrame) -> None:
    events = _sheet("product_events.csv").query("Time != ''")
    day = pd.to_datetime(events["Time"].str[:10])
    told = events.assign(day=day)[events["Event"] == "Complaint"].groupby("Account ID")["day"].min()
    heard = events.assign(day=day)[events["Event"] == "Response"].groupby("Account ID")["day"].min()
    late = ~((heard.reindex(told.index) - told).dt.days <= 7)
    left = accounts["left"].reindex(told.index).groupby(late).mean()
    assert left[True] > 1.3 * left[False]


def test_customers_bring_customers() -> None:
    leads = _sheet("crm_leads.csv")
    won = leads[(leads["Outcome"] == "Won") & (leads["Type"] == "New business")]
    brought = won[won["Referred by"] != ""]
    assert 0.10 < len(brought) / len(won) < 0.16
    assert (brought["Won reason"] == "Recommended by a peer").mean() > 3 * (
        won[won["Referred by"] == ""]["Won reason"] == "Recommended by a peer").mean()


def test_reasons_differ_by_stage() -> None:
    lost = _sheet("crm_leads.csv").query("Outcome == 'Lost' and Type == 'New business' and `Lost reason` != ''")
    most = lost.groupby("Stage")["Lost reason"].agg(lambda reasons: reasons.value_counts().index[0])
    assert most["New"] == "No answer"
    assert most["Proposal"] == "Too expensive"


# ------------------------------------------------------------------------------------------------- through the product
def test_every_file_is_recognised_with_nothing_to_ask() -> None:
    mapping = bowtie.recognise(sample.sample_sheets())
    assert {sheet.file: sheet.role for sheet in mapping.sheets} == ROLES
    assert [asked for sheet in mapping.sheets for asked in sheet.questions] == []
    accounts = next(sheet for sheet in mapping.sheets if sheet.role == "customers")
    assert {gone.header for gone in accounts.dropped} == {"Billing e-mail", "Phone"}
    spend = next(sheet for sheet in mapping.sheets if sheet.role == "spend")
    assert spend.header_row == 4


def test_flaws_are_found(dataset: Dataset) -> None:
    found = {(finding.code, finding.table or finding.column) for finding in dataset.findings}
    assert found >= {
        ("duplicate_rows", "activity"), ("duplicate_rows", "customers"), ("similar_keys", "customers"),
        ("repeated_key", "customers"), ("end_before_start", "customers"), ("undated_activity", "activity"),
        ("unknown_customers", "activity"), ("personal_column", "crm_accounts.csv"),
        ("unreadable_values", "crm_leads.csv"), ("unknown_values", "product_events.csv"), ("far_date", ""),
    }
    assert "error" not in {finding.severity for finding in dataset.findings}
    reasons = dataset.rejected["reason"].astype(str)
    assert reasons.str.contains("total", case=False).any()


def test_every_part_is_there(analysis: Analysis) -> None:
    assert analysis.as_of == pd.Timestamp("2026-06-30")
    assert analysis.dataset.contractual is True
    assert analysis.segments
    assert all(count is not None and count > 0 for count in analysis.segments.counts.values())
    assert analysis.segments.separates
    assert analysis.segments.missing == ()
    assert analysis.bowtie.stages["reached"].notna().all()
    assert (analysis.bowtie.stages["reached"] > 0).all()
    assert set(analysis.bowtie.exits["side"]) == {"left", "right"}
    assert analysis.bowtie.bought_because["count"].sum() > 1000
    assert analysis.loop
    assert analysis.loop.referral_share is not None
    assert 0.05 < analysis.loop.referral_share < 0.25
    assert len(analysis.segments.before_lover) > 0


def test_near_90_9_1_and_not_at_it(analysis: Analysis) -> None:
    assert analysis.segments
    shares = analysis.segments.shares
    assert 0.70 < shares["lurker"] < 0.88
    assert 0.08 < shares["liker"] < 0.22
    assert 0.02 < shares["lover"] < 0.08


def test_every_named_list_has_somebody(analysis: Analysis) -> None:
    assert analysis.segments
    assert {name for name, rows in analysis.segments.lists.items() if not len(rows)} == set()


def test_lovers_came_after_the_community(analysis: Analysis) -> None:
    assert analysis.segments
    before = analysis.segments.before_lover.set_index("kind")
    assert before.loc["community", "share"] > 2 * before.loc["community", "others_share"]


def test_volume_narrows_along_each_side(analysis: Analysis) -> None:
    for _, side in analysis.bowtie.stages.groupby("side"):
        assert side["reached"].is_monotonic_decreasing
