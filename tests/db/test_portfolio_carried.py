"""What is carried from event to event is what would be worked out from scratch, at every event."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from django.db import transaction

from factories.benefit_facts import benefit, disbenefit, in_words, measured, plain
from factories.project_facts import move, project, status
from scrutable.audit.models import Event
from scrutable.audit.reads import NEVER, Write, forget, last_write, number_at, seal_of_event
from scrutable.audit.writes import change
from scrutable.overview import reads as overview
from scrutable.portfolio import facts, models, reads, rules, writes
from scrutable.registers.facts import Policy
from scrutable.registers.models import Supplier
from scrutable.registers.writes import set_policy

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 30, 9, tzinfo=UTC)
TODAY = date(2026, 6, 30)
NUMBERS = ("203", "213", "223", "233")
LATER = ("1203", "218", "9")  # recorded on the way; each stands elsewhere among the others


def event(at=AT):
    return change(verb="tried", subject="project", by="a.patel", at=at)


def row_of(table, of, now):
    said = {**asdict(of), "event": now.number}
    names = {field.name for field in table._meta.fields} - {"id"}
    return table(**{name: said[name] for name in names})


def keep_row(table, of, at=AT):
    with event(at) as now:
        said = row_of(table, of, now)
        if table is models.Benefit:
            said.measure_on = [one.isoformat() for one in of.measure_on]
        said.save()


def measure(chance):
    number = chance.choice(NUMBERS)
    of = chance.choice((benefit, disbenefit, in_words))(f"{number}-{chance.choice((1, 2, 3))}")
    on = date(2025, 1, 1) + timedelta(days=91 * chance.randrange(8))
    value = chance.choice((None, "150000", "100000", "450"))
    pounds = chance.choice((None, None, "25000"))
    said = measured(
        of, on.isoformat(), value, pounds=pounds, words=chance.choice(("", " ", "Good"))
    )
    keep_row(models.Measurement, said)


def promise(chance):
    kind, nth = chance.choice(((benefit, 1), (plain, 1), (disbenefit, 2), (in_words, 3)))
    target = None if kind is in_words else Decimal(chance.choice((120000, 200000, 500)))
    keep_row(models.Benefit, kind(f"{chance.choice(NUMBERS)}-{nth}", target=target))


def expect(chance):
    number, on = chance.choice(NUMBERS), date(2025, chance.randrange(1, 13), 1)
    said = facts.BenefitForecast(
        project=number,
        benefit=1,
        on=on,
        value=Decimal(chance.choice((119000, 130000))),
        by_when=date(2026, chance.randrange(1, 13), 1),
        why="Leases end",
        said_by="P. Quayle",
    )
    keep_row(models.BenefitForecast, said)


def restage(chance):
    stage = chance.choice(list(facts.ProjectStage))
    of = project(chance.choice(NUMBERS), stage=stage, manager=chance.choice(("A", "B")))
    writes.record_project(project=of, by="a.patel", at=AT)


def report(chance):
    number = chance.choice(NUMBERS)
    last = reads.last_status(number_at()).get(number, date(2025, 6, 1))
    on = (last + timedelta(days=chance.randrange(90))).isoformat()
    said = status(chance.choice(("green", "red")), on, number, override_reason="Told so")
    writes.give_status(status=said, by="a.patel", at=AT)


def replan(chance):
    number, known = chance.choice(NUMBERS), number_at()
    line = reads.line(number, facts.GO_LIVE, known)
    on = max(line.said_on if line else date(2025, 1, 1), date(2025, 1, 1))
    kind = chance.choice(("forecast", "rebaseline")) if line else "baseline"
    to = (on + timedelta(days=chance.randrange(1, 400))).isoformat()
    said = move(kind, (on + timedelta(days=1)).isoformat(), to)
    writes.move_date(
        project=number, milestone=facts.GO_LIVE, title="Go-live", move=said, by="a.patel", at=AT
    )


def fund(chance):
    approved, spent, expected = (Decimal(chance.choice((900, 1000, 1100))) for _ in range(3))
    said = facts.Funding(
        project=chance.choice(NUMBERS),
        source=chance.choice(list(facts.FundingSource)),
        year=2026,
        approved=approved,
        spent=chance.choice((None, spent)),
        expected=chance.choice((None, expected)),
    )
    keep_row(models.Funding, said)


def wait(chance):
    project, other = chance.sample(NUMBERS, 2)
    said = facts.Dependency(
        project=project,
        number=chance.choice((1, 2)),
        on_whom=chance.choice((f"project/{other}", "OpenText")),
        what="The connector",
        needed_by=date(2026, chance.randrange(1, 13), 1),
        state=facts.DependencyState.OPEN,
        owner=chance.choice(("A", "B")),
    )
    keep_row(models.Dependency, said)


def arrive(chance):
    number = chance.choice(NUMBERS)
    line = reads.line(number, facts.GO_LIVE, number_at())
    if line is not None and line.actual is None:
        on = max(line.said_on, TODAY - timedelta(days=chance.randrange(1, 99))).isoformat()
        said = move("actual", on, on)
        writes.move_date(
            project=number, milestone=facts.GO_LIVE, title="Go-live", move=said, by="a", at=AT
        )


def begin(chance):
    of = project(chance.choice(LATER), title=chance.choice(("Maps", "Payroll")))
    writes.record_project(project=of, by="a.patel", at=AT)


def decide(chance):
    name, days = chance.choice((("projects", "red_after_days"), ("benefits", "behind_points")))
    value = json.dumps({days: chance.choice((10, 20, 40))})
    policy = Policy(name=name, effective_from=TODAY, value=value, approved_by="Cabinet")
    set_policy(policy=policy, by="a.patel", at=AT)


def learn(chance):
    with event() as now:
        firm = Supplier(reference="supplier/a", name=chance.choice(("Able", "Alto")))
        firm.event = now.number
        firm.save()


def elsewhere(_chance):
    with event():
        pass


STEPS = (
    *(measure, measure, measure, promise, expect, restage, report, replan, elsewhere),
    *(fund, wait, arrive, begin, decide, learn),
)


def seen(known, as_at=TODAY):
    """Return what pages ask of all projects and benefits."""
    return (
        reads.benefits_found(as_at, known),
        reads.judged(known, as_at),
        sorted(overview.attention(as_at, known), key=repr),
        overview.delivery(as_at, known),
        [
            overview.search(words, among=(), known=known)
            for words in ("project", "benefit", "maps", "2", "al")
        ],
        [reads.histories(known, as_at, without=number) for number in ("", *NUMBERS)],
        [reads.waits_around(number, known) for number in NUMBERS],
        [reads.benefits_found(as_at, known, project=number) for number in NUMBERS],
    )


@pytest.fixture
def begun():
    for number in NUMBERS:
        writes.record_project(project=project(number), by="a.patel", at=AT)
    for number in NUMBERS[:2]:
        keep_row(models.Benefit, benefit(f"{number}-1"))


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("seed", range(8))
def test_what_is_carried_is_what_is_worked_out_from_scratch(seed):
    chance = Random(seed)  # noqa: S311  (the same walk every time)
    was = []
    for _ in range(12):
        for _ in range(chance.choice((1, 1, 1, 3))):
            chance.choice(STEPS)(chance)
        known = number_at()
        carried = seen(known)
        was.append((known, carried))
        assert carried[1] == [judged_alone(one.number, known) for one in reads.projects(known)]
        each = [one for found in carried[-1] for one in found.standings]
        own = [one for one in carried[0].standings if one.benefit.project in NUMBERS]
        assert own == each
        assert seen(known) == carried
    assert [(known, seen(known)) for known, _ in was] == was
    for known, carried in was:
        forget()
        assert seen(known) == carried


def judged_alone(number, known):
    """Read and judge one project by itself, by the reads of its own page."""
    lines = reads.lines(number, known, TODAY)
    go_live = next((one for one in lines if one.milestone == facts.GO_LIVE), None)
    said = models.Status.objects.filter(project=number, on__lte=TODAY, event__lte=known)
    last = said.order_by("-event").first()
    status_last = [
        one for one in reads.statuses(number, known, TODAY) if last and one.on == last.on
    ]
    standing = reads.standing(reads.project(number, known), go_live, status_last)
    return rules.judged(standing, TODAY, reads.tolerance_at(TODAY, known))


@pytest.mark.usefixtures("begun")
def test_an_event_that_was_undone_leaves_nothing_behind():
    of = benefit("203-1")
    before = seen(number_at())
    mark = transaction.savepoint()
    keep_row(models.Measurement, measured(of, "2026-04-01", "110000"))
    undone = seen(number_at())
    transaction.savepoint_rollback(mark)

    keep_row(models.Measurement, measured(of, "2026-04-01", "190000"), at=AT + timedelta(seconds=1))
    after = seen(number_at())

    assert before[0].standings[0].last is None
    assert undone[0].standings[0].last.value == 110000
    assert after[0].standings[0].last.value == 190000


@pytest.mark.usefixtures("begun")
def test_the_last_event_that_wrote_of_something_is_told_as_it_was_known():
    wrote = number_at()
    elsewhere(None)
    tables = (models.Benefit, models.Measurement)

    assert last_write(number_at(), tables) == Write(wrote, seal_of_event(wrote))
    assert last_write(wrote - 1, tables) == Write(wrote - 1, seal_of_event(wrote - 1))
    assert last_write(1, tables) == NEVER
    assert last_write(number_at() + 1, tables) is None
    assert Event.objects.filter(number=wrote).count() == 1
