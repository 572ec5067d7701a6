"""What was recorded of the estate, in words: what each record is called and says; pure.

Nobody whom a finding is of is named, and no reason that somebody gave for one is told.
"""

from scrutable.housekeeping import facts
from scrutable.housekeeping.facts import PartOfEstate
from scrutable.housekeeping.facts.faults import COUNTED
from scrutable.housekeeping.presenters.licences.statements import verdict_words
from scrutable.housekeeping.presenters.licences.words import (
    METRIC_WORDS,
    WHY_WORDS,
    product_share,
)
from scrutable.housekeeping.presenters.orders.words import money_words
from scrutable.housekeeping.presenters.words import (
    PART_WORDS,
    THING_WORDS,
    fault_words,
    kind_words,
    line_words,
)
from scrutable.housekeeping.rules.sums import ALL, ALL_WRONG, PEOPLE, WITHOUT, wrong_in
from scrutable.kernel.wording import capital, count_words, date_words, ended
from scrutable.overview.presenters.recorded import said_of, title_of

STATES = {
    facts.FindingState.FOUND: "found",
    facts.FindingState.BACK: "back again",
    facts.FindingState.FIXED: "fixed",
    facts.FindingState.GONE: "gone",
}


def figure_words(part: PartOfEstate, name: str) -> str:
    """Return what a figure of a snapshot is called: a line, a fault or a sum."""
    if name == ALL:
        return f"All {THING_WORDS[part]}s"
    if name == ALL_WRONG:
        return "All findings"
    if part is PartOfEstate.ACCOUNTS and name in (PEOPLE, WITHOUT):
        return "People at work" if name == PEOPLE else "People without an account"
    is_fault = name in COUNTED[part]
    return fault_words(part, name) if is_fault else line_words(part, name)


@title_of.register
def _(of: facts.Extract) -> str:
    return f"Extract of {kind_words(of.kind).lower()} as at {date_words(of.as_at)}"


@said_of.register
def _(of: facts.Extract) -> str:
    rows = f"{of.name}: {count_words(of.rows, 'row')}, {of.refused:,} refused"
    return f"{rows}, deleted on {date_words(of.deleted_on)}" if of.deleted_on else rows


@title_of.register
def _(of: facts.SavedMapping) -> str:
    return f"Mapping {of.name}"


@title_of.register
def _(of: facts.Snapshot) -> str:
    return f"{PART_WORDS[of.part]} as at {date_words(of.as_at)}"


@said_of.register
def _(of: facts.Snapshot) -> str:
    things = count_words(of.number, THING_WORDS[of.part])
    return f"{things}, {count_words(wrong_in(of), 'finding')}, reconciled by {of.engine}"


@title_of.register
def _(of: facts.Finding) -> str:
    return f"Finding {of.number:,}"


@said_of.register
def _(of: facts.Finding) -> str:
    words = fault_words(of.part, of.fault)
    return f"{words}: {STATES[of.state]} by the extract as at {date_words(of.as_at)}"


@title_of.register
def _(_of: facts.Handling) -> str:
    return "What was said of it"


@said_of.register
def _(of: facts.Handling) -> str:
    if of.fixed_on:
        return f"Said to be fixed on {date_words(of.fixed_on)}"
    if of.until:
        return f"Explained until {date_words(of.until)}"
    return "Given an owner" if of.owner else "Left without an owner"


@title_of.register
def _(of: facts.Renewal) -> str:
    return f"Renewal {of.number}"


@said_of.register
def _(of: facts.Renewal) -> str:
    by = f", approved on {date_words(of.approved_on)}" if of.approved_on else ", approved by nobody"
    return f"{count_words(of.months, 'month')}, agreed on {date_words(of.agreed_on)}{by}"


@said_of.register
def _(of: facts.Agreement) -> str:
    until = f", closed on {date_words(of.closed_on)}" if of.closed_on else ""
    return f"{count_words(of.months, 'month')} from {date_words(of.starts_on)}{until}"


@title_of.register
def _(of: facts.Cure) -> str:
    return f"Ran on from {date_words(of.since)}: cause and cure"


@said_of.register
def _(of: facts.Cure) -> str:
    done = f"done on {date_words(of.cured_on)}" if of.cured_on else "not done"
    return f"{ended(of.cause)} {ended(of.cure)} It is {done}" if of.cure else of.cause


@said_of.register
def _(of: facts.LicencePosition) -> str:
    return f"{of.entitled:,} held and {of.used:,} in use, by {METRIC_WORDS[of.metric].lower()}"


@said_of.register
def _(of: facts.LicenceGap) -> str:
    return f"{WHY_WORDS[of.why]}: {count_words(of.rows, 'row')}"


@said_of.register
def _(of: facts.LicenceTerm) -> str:
    ends = f" until {date_words(of.ends_on)}" if of.ends_on else " without an end"
    return f"{count_words(of.licences, 'licence')}{ends}, row {of.row:,} of the entitlements"


@title_of.register
def _(of: facts.LicenceCoverage) -> str:
    return f"Licence position as at {date_words(of.as_at)}"


@said_of.register
def _(of: facts.LicenceCoverage) -> str:
    return f"Assessed: {product_share(of)}"


@title_of.register
def _(of: facts.LicenceStatement) -> str:
    return f"Statement {of.number} of licensing liabilities"


@said_of.register
def _(of: facts.LicenceStatement) -> str:
    return f"{verdict_words(of)}, signed on {date_words(of.signed_on)} by the {of.post}"


@title_of.register
def _(of: facts.SoftwareProduct) -> str:
    return of.name


@said_of.register
def _(of: facts.Initiative) -> str:
    return f"From {of.baseline:,} to {of.target:,} by {date_words(of.due)}"


@title_of.register
def _(of: facts.SupplierSpend) -> str:
    return f"Supplier {of.supplier}"


@said_of.register
def _(of: facts.SupplierSpend) -> str:
    return f"{count_words(of.invoices, 'invoice')}, {money_words(of.pence)}"


@said_of.register
def _(of: facts.ContractSpend) -> str:
    return f"{money_words(of.billed)} billed of {money_words(of.pence)} approved"


@title_of.register
def _(of: facts.InvoiceMonth) -> str:
    line = line_words(PartOfEstate.ORDERS, of.line.value)
    return f"{capital(f'{of.month:%B %Y}')}: {line[:1].lower()}{line[1:]}"


@said_of.register
def _(of: facts.InvoiceMonth) -> str:
    return f"{count_words(of.invoices, 'invoice')}, {money_words(of.pence)}"
