"""A stored contract with two quarters of results, and reports on it."""

from datetime import UTC, date, datetime
from decimal import Decimal

from factories.contract_facts import AT, incoming, kpi, level, row, stored_contract
from scrutable.contracts import facts as contract_facts
from scrutable.contracts import writes as contract_writes
from scrutable.kernel.periods import Month, Span
from scrutable.reports import facts, writes

QUARTER_1 = Span(Month(2026, 4), Month(2026, 6))
QUARTER_2 = Span(Month(2026, 7), Month(2026, 9))
OCTOBER = datetime(2026, 10, 12, 9, tzinfo=UTC)
ANSWERED = kpi(
    code="CSC_KPI_05",
    title="Calls answered in 20 seconds",
    direction=contract_facts.Direction.HIGHER,
    levels=(level(80, 75),),
)
VALUES = {"04": (4.1, 83), "05": (4.2, 82), "06": (4.0, 84), "07": (4.6, 81), "08": (4.4, 82)}


def load(month, *rows, at=AT, **said):
    """Load the supplier's file for the month."""
    return contract_writes.load_return(incoming=incoming(month, *rows, **said), by="n.ward", at=at)


def stored_results(**months):
    """Store the contract with its results from April to September 2026, and no reasons needed."""
    stored_contract(kpi(), ANSWERED)
    for month, (abandoned, answered) in {**VALUES, "09": (4.5, 83)}.items():
        values = months.get(f"m{month}", (abandoned, answered))
        load(f"2026-{month}", row(values[0]), row(values[1], code="CSC_KPI_05", place="Return!F5"))


def correct(code, month, value, *, at=OCTOBER, why="misprinted in the addendum"):
    """Correct one result."""
    correction = contract_facts.Correction(
        contract="CSS", code=code, month=Month.parse(month), value=Decimal(str(value)), why=why
    )
    contract_writes.correct_result(correction=correction, by="j.smith", at=at)


def asked(**said):
    """Return what is asked of the second quarter's report."""
    plain = {
        "kind": facts.ReportKind.CONTRACT_PERFORMANCE,
        "about": "contract/CSS",
        "span": QUARTER_2,
        "as_at": date(2026, 9, 30),
        "author": "Jo Smith",
        "council": "Westmere County Council",
        "meeting": "Overview and Scrutiny Management Board",
        "links": "https://scrutable.westmere.example",
    }
    return facts.ReportAsked(**plain | said)


def draft(at=OCTOBER, **said):
    """Begin a report."""
    return writes.open_edition(asked=asked(**said), by="j.smith", at=at)


def frozen(at=OCTOBER, **said):
    """Begin a report and freeze it."""
    return writes.freeze(edition=draft(at, **said).name, by="j.smith", at=at)
