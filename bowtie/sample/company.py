"""All files of the sample company, from one set of lives."""

from __future__ import annotations

from bowtie.sample.accounts import make_accounts
from bowtie.sample.crm import accounts_sheet
from bowtie.sample.deeds import activity
from bowtie.sample.files import as_csv, as_finance_workbook
from bowtie.sample.flaws import flawed
from bowtie.sample.leads import leads_sheet, make_leads
from bowtie.sample.money import contracts, revenue, spend
from bowtie.sample.surveys import surveys


def company_files() -> dict[str, bytes]:
    """File name -> content."""
    accounts = make_accounts()
    leads = make_leads(accounts)
    sheets = (
        accounts_sheet(accounts), contracts(accounts), activity(accounts, leads), leads_sheet(leads), surveys(accounts),
        revenue(accounts),
    )
    files = {f"{sheet.name}.csv": as_csv(flawed(sheet)) for sheet in sheets}
    money_out = spend()
    return {**files, f"{money_out.name}.xlsx": as_finance_workbook(money_out)}
