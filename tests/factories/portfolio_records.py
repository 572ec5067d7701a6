"""One of everything that the portfolio keeps, stored: for whoever asks for each by its key."""

from datetime import date
from decimal import Decimal

from factories import benefit_facts, dependence_facts, outcome_facts, strategy_facts
from factories.project_workbooks import update_book
from factories.stored_portfolio import AT, record, stored_portfolio
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, writes
from scrutable.registers import writes as registers

SEPTEMBER = date(2026, 9, 28)


def one_of_each():
    """Store one of each kind, so that every address of one has something at it."""
    stored_portfolio()
    registers.record_supplier(supplier=dependence_facts.NORLAND, by="j.smith", at=AT)
    registers.record_contract(contract=dependence_facts.CSS, by="j.smith", at=AT)
    record(
        facts.BusinessCase(
            project="277",
            stage=facts.CaseStage.OUTLINE,
            outcome=facts.CaseOutcome.IN_PREPARATION,
            complete=(facts.CasePart.STRATEGIC,),
        )
    )
    record(
        facts.DelayCost(
            project="277",
            number=0,
            on=date(2026, 9, 1),
            pounds=Decimal("41000.50"),
            what_for="The old store for a month more",
        )
    )
    record(benefit_facts.forecast(benefit_facts.benefit(), "2026-09-01", "140000", "2027-04-01"))
    record(strategy_facts.review(code="IT-2024", on="2026-09-30"))
    record(outcome_facts.use())
    load_update()


def load_update():
    """Take in an update that gives one forecast."""
    sent = writes.Sent(content=update(), name="september.xlsx")
    known = number_at()
    incoming = writes.incoming_update(sent, writes.read_sent(sent, known, AT), known)
    return writes.load_update(incoming=incoming, by="a.patel", at=AT)


def update(forecast=date(2026, 12, 1)):
    """Return an update's bytes that give one forecast."""
    said = {
        "Project": "277",
        "Milestone": "go-live",
        "Forecast": forecast,
        "Reason": "Test data are late",
    }
    return update_book(SEPTEMBER, Dates=[said])
