"""A small stored portfolio: a strategy, three projects, their benefits, a transition, capacity."""

from datetime import UTC, date, datetime
from decimal import Decimal

from factories import benefit_facts, capacity_facts, outcome_facts, strategy_facts
from factories.project_facts import move, project, status
from scrutable.meetings import facts as meetings_facts
from scrutable.meetings import writes as meetings_writes
from scrutable.portfolio import facts, writes
from scrutable.reports import facts as reports
from scrutable.reports import writes as reports_writes

AT = datetime(2026, 9, 30, 9, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 12, 9, tzinfo=UTC)
AS_AT = date(2026, 9, 30)
SUMMARY = "Two projects are late, and the savings promised have begun to come in September 2026."
OPEN_TEXT, TELEPHONES, PRINTERS = "277", "204", "203"


def record(of, at=AT):
    return writes.record(of=of, by="a.patel", at=at)


def dates(number, *moves, at=AT):
    for one in moves:
        writes.move_date(
            project=number, milestone="go-live", title="Go-live", move=one, by="a.patel", at=at
        )


def stored_portfolio():
    """Store a strategy, its projects, their dates and status, and all that hangs on them."""
    _strategy()
    _projects()
    _money()
    _benefits()
    _people()
    _transition()


def _strategy():
    said = {"starts_on": date(2024, 4, 1), "ends_on": date(2028, 3, 31), "review_on": None}
    record(strategy_facts.strategy("IT-2024", title="IT Strategy 2024 to 2028", **said))
    for number in (1, 2):
        due = date(2026, 3, 31)
        record(strategy_facts.objective(number, "IT-2024", due_on=due, owner=f"Owner {number}"))


def _projects():
    kept = {
        OPEN_TEXT: {"place": 1, "place_reason": "Records cannot be found", "title": "OpenText"},
        TELEPHONES: {"title": "New telephones", "stage": facts.ProjectStage.LIVE},
        PRINTERS: {"title": "Fewer printers", "place": 2, "place_reason": "It saves most"},
    }
    for number, said in kept.items():
        on = ("objective/IT-2024/1",)
        writes.record_project(project=project(number, objectives=on, **said), by="a.patel", at=AT)
    dates(
        OPEN_TEXT,
        move("baseline", "2025-01-10", "2026-06-30"),
        move("rebaseline", "2026-05-01", "2026-10-31"),
        move("forecast", "2026-09-20", "2026-11-20"),
    )
    dates(
        TELEPHONES,
        move("baseline", "2025-01-10", "2026-03-31"),
        move("actual", "2026-04-02", "2026-04-02"),
    )
    dates(PRINTERS, move("baseline", "2025-01-10", "2026-12-31"))
    red = facts.Rating.RED
    writes.give_status(
        status=status("red", time=red, to_green="Another test", green_by=date(2026, 12, 1)),
        by="a.patel",
        at=AT,
    )
    writes.give_status(status=status("green", number=PRINTERS), by="a.patel", at=AT)


def _money():
    record(
        facts.Funding(
            project=OPEN_TEXT,
            source=facts.FundingSource.CAPITAL,
            year=2026,
            approved=Decimal(400_000),
            spent=Decimal(250_000),
            spent_by=AS_AT,
            expected=Decimal(430_000),
        )
    )
    record(
        facts.Dependency(
            project=OPEN_TEXT,
            number=0,
            on_whom="OpenText",
            what="The hosted store is ready",
            needed_by=date(2026, 9, 1),
            expected_on=date(2026, 10, 15),
            state=facts.DependencyState.OPEN,
            owner="Sam Hale",
        )
    )


def _benefits():
    cashable = record(benefit_facts.benefit("203-1"))
    plain = record(benefit_facts.plain("204-1"))
    record(benefit_facts.disbenefit("204-2"))
    record(benefit_facts.measured(cashable, "2026-03-31", "150000", pounds="50000"))
    record(benefit_facts.measured(plain, "2026-03-31", None, words="The switch counted nothing"))


def _people():
    record(capacity_facts.post())
    record(capacity_facts.post("IT-002", "vacant"))
    record(capacity_facts.procurement())
    record(capacity_facts.redirection(days_lost=30, effect="Counted by the project board"))
    record(capacity_facts.review())
    record(capacity_facts.feature())


def _transition():
    record(outcome_facts.transition())
    record(outcome_facts.outcome())
    record(outcome_facts.outcome(text="Have no unresolved compliance issues"))
    record(outcome_facts.evidence())
    record(outcome_facts.judgement())
    record(outcome_facts.hand_over())
    record(
        outcome_facts.lesson(learned_from="project/204", should_apply_to=("project/277",)),
    )


def board(*meetings):
    """Record the board that reports go to, and its meetings."""
    body = meetings_facts.Body(
        code="OSMB", name="Overview and Scrutiny Board", kind=meetings_facts.BodyKind.SCRUTINY
    )
    meetings_writes.record_body(body=body, by="a.clerk", at=AT)
    for on in meetings:
        meeting = meetings_facts.Meeting(code="", body="OSMB", on=date.fromisoformat(on))
        meetings_writes.record_meeting(meeting=meeting, by="a.clerk", at=AT)


def begun(kind, about="portfolio/IT", **said):
    """Begin a report on the portfolio."""
    plain = {
        "as_at": AS_AT,
        "author": "Anita Patel",
        "council": "Westmere County Council",
        "links": "https://scrutable.westmere.example",
    }
    asked = reports.ReportAsked(kind=kind, about=about, **plain | said)
    return reports_writes.open_edition(asked=asked, by="a.patel", at=OCTOBER)


def summed_up(edition, text=SUMMARY):
    """Write the plain summary without which no such report is issued."""
    reports_writes.narrate(
        edition=edition.name, section="summary", text=text, based_on=None, by="a.patel", at=OCTOBER
    )
    return edition


def issued(kind, about="portfolio/IT", **said):
    """Begin a report, sum it up and freeze it."""
    edition = summed_up(begun(kind, about, **said))
    return reports_writes.freeze(edition=edition.name, by="j.smith", at=OCTOBER)
