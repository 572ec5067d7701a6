"""Benefits are kept and read as they were known, in as many queries for one as for many."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from factories.benefit_facts import benefit, day, disbenefit, forecast, in_words, measured, plain
from factories.project_facts import project
from scrutable.audit.reads import events, forget, number_at
from scrutable.kernel.attention import Gravity
from scrutable.portfolio import facts, models, reads, rules, writes
from scrutable.portfolio.reads.attending.benefits import attention

pytestmark = pytest.mark.django_db
AT = datetime(2026, 6, 30, 9, tzinfo=UTC)
TODAY = date(2026, 6, 30)
SAME = "the same metric from the same baseline to the same target"


def keep(*of, at=AT, **options):
    done = [writes.record(of=one, by="a.patel", at=at, **options) for one in of]
    return done[0] if len(done) == 1 else done


@pytest.fixture
def two_projects():
    for number in ("203", "213"):
        writes.record_project(project=project(number), by="a.patel", at=AT)


def refused(of):
    with pytest.raises(writes.UnfitRecord) as unfit:
        keep(of)
    return [one.place for one in unfit.value.faults]


@pytest.mark.usefixtures("two_projects")
def test_a_benefit_is_numbered_and_read_as_it_was_promised_and_as_it_is():
    first = keep(benefit("203-0"))
    then = number_at()
    second = keep(replace(first, yearly_pounds=Decimal(60000)), based_on=first.version)

    assert first.code == "203-1"
    assert reads.benefit("203-1", then) == first
    assert reads.benefit("203-1", number_at()) == second
    assert reads.benefits_found(TODAY, then).standings[0].promised == Decimal(80000)
    assert events(subject="project/203/benefit/1")[0].verb == "benefit_recorded"
    for unknown in ("203-2", "203-x", "203", "203-99999999999"):
        with pytest.raises(reads.UnknownRecord):
            reads.benefit(unknown, number_at())


@pytest.mark.usefixtures("two_projects")
def test_what_does_not_go_together_with_other_records_is_refused():
    assert refused(benefit("299-1")) == ["project"]
    assert refused(benefit(owner="Sam Hale")) == ["owner"]
    assert refused(benefit(towards="objective/IMT/9")) == ["towards"]
    assert refused(benefit(towards="lesson/1")) == ["towards"]
    assert refused(benefit(measured_by="kpi/CSS/CSC_KPI_99")) == ["measured_by"]
    assert refused(measured(benefit(), "2026-04-01", "1")) == ["benefit"]
    assert refused(forecast(benefit(), "2026-04-01", "1", "2026-09-01")) == ["benefit"]
    keep(benefit(), in_words(), plain("203-4"))
    assert refused(measured(in_words(), "2026-04-01", "1")) == ["value"]
    assert refused(measured(plain("203-4"), "2026-04-01", "1", pounds="1")) == ["pounds"]
    assert refused(measured(benefit(), "2026-07-01", "1")) == ["on"]
    settled = facts.ClaimSettled(
        first="203-1",
        second="213-9",
        on=TODAY,
        outcome=facts.ClaimOutcome.SHARES,
        why="Half each",
        said_by="Board",
    )
    assert refused(settled) == ["second"]
    assert models.Measurement.objects.count() == 0


@pytest.mark.usefixtures("two_projects")
def test_a_benefit_lives_on_when_its_project_is_over_and_never_vanishes():
    of = keep(benefit())
    over = reads.project("203", number_at())
    writes.record_project(
        project=replace(over, stage=facts.ProjectStage.STOPPED), by="a.patel", at=AT
    )
    keep(measured(of, "2026-06-01", "150000", pounds="50000"))
    gone = keep(replace(of, withdrawn_on=TODAY, withdrawn_reason="The lease was ended by law"))

    one = reads.benefits_found(TODAY, number_at()).standings[0]
    assert (one.is_ended, one.state) == (True, facts.BenefitState.WITHDRAWN)
    assert one.realised == Decimal(50000)
    before = reads.benefits_found(date(2026, 6, 29), number_at()).standings[0]
    assert before.state is facts.BenefitState.NOT_REALISED
    assert keep(replace(gone, withdrawn_on=None, withdrawn_reason="")).version > gone.version


@pytest.mark.usefixtures("two_projects")
def test_a_measurement_corrected_and_verified_later_is_read_as_it_was_known():
    of = keep(benefit())
    first = keep(measured(of, "2026-04-01", "150000", pounds="50000"))
    then = number_at()
    right = keep(replace(first, pounds=Decimal(40000)), based_on=first.version)
    keep(replace(right, verified_by="A. Udit", verified_on=TODAY))

    def seen(known, on=TODAY):
        one = reads.benefits_found(on, known).standings[0]
        return one.realised, one.verified

    assert seen(then) == (Decimal(50000), None)
    assert seen(number_at()) == (Decimal(40000), Decimal(40000))
    assert seen(number_at(), date(2026, 6, 29)) == (Decimal(40000), None)
    assert seen(number_at(), date(2026, 3, 31)) == (None, None)
    with pytest.raises(writes.WrittenMeanwhile):
        keep(replace(first, pounds=Decimal(1)), based_on=first.version)


@pytest.mark.usefixtures("two_projects")
def test_a_project_is_read_with_its_history_and_with_rivals_of_others():
    of, rival = keep(benefit(), benefit("213-1", budget_line=" it-4100 ", metric="Leases"))
    keep(
        measured(of, "2025-04-01", "160000"),
        measured(of, "2026-04-01", "130000"),
        forecast(of, "2025-04-01", "120000", "2026-09-01"),
    )

    found = reads.benefits_found(TODAY, number_at(), project="203")
    assert [one.code for one in found.standings] == ["203-1"]
    assert [claim.codes for claim in found.claims] == [("203-1", "213-1")]
    assert [one.value for one in found.histories["203-1"]] == [Decimal(160000), Decimal(130000)]
    assert [one.value for one in found.forecasts["203-1"]] == [Decimal(120000)]
    whole = reads.benefits_found(TODAY, number_at())
    assert whole.claims == found.claims
    assert whole.standings[0] == found.standings[0]
    keep(replace(rival, withdrawn_on=TODAY, withdrawn_reason="It is 203’s"))
    assert reads.benefits_found(TODAY, number_at(), project="203").claims == ()
    with pytest.raises(reads.UnknownProject):
        reads.benefits_found(TODAY, number_at(), project="299")


@pytest.mark.parametrize(("only", "queries"), [("", 12), ("203", 11)])
@pytest.mark.parametrize("many", [1, 30])
@pytest.mark.usefixtures("two_projects")
def test_reading_benefits_asks_as_many_queries_for_one_as_for_many(
    only, queries, many, django_assert_num_queries
):
    for number in range(1, many + 1):
        of = keep(plain(f"203-{number}", metric=f"Metric {number}"))
        keep(measured(of, "2025-04-01", "75"), forecast(of, "2025-04-01", "90", "2026-04-01"))
    known = number_at()
    forget()

    with django_assert_num_queries(queries):
        found = reads.benefits_found(TODAY, known, project=only)
    assert len(found.standings) == many
    with django_assert_num_queries(8 if only else 3):
        assert reads.benefits_found(TODAY, known, project=only) == found


@pytest.mark.usefixtures("two_projects")
def test_what_needs_a_person_is_named_with_why_and_since_when():
    of = keep(benefit())
    keep(
        benefit("213-1"),
        disbenefit("203-2"),
        plain("203-3", owner="", unowned_since=day("2026-05-01"), metric="Trust"),
        plain("203-4", metric="Queues", measure_on=()),
        plain("203-5", withdrawn_on=TODAY, withdrawn_reason="Spent", metric="Gone"),
    )
    keep(
        measured(of, "2026-04-01", "170000", pounds="25000"),
        measured(disbenefit("203-2"), "2026-06-01", "501"),
        measured(plain("203-3"), "2026-06-01", "90"),
        measured(plain("203-4"), "2026-06-01", "95"),
    )
    found = attention(TODAY, number_at())

    assert [(one.reference, one.why, one.since.isoformat()) for one in found] == [
        (
            "project/203/benefit/1",
            "It had not reached its target when that was due, by what was measured on 1 April 2026",
            "2026-04-01",
        ),
        (
            "project/203/benefit/1",
            "£25,000 a year, measured 90 days ago, is verified by nobody",
            "2026-04-01",
        ),
        (
            "project/203/benefit/2",
            "It is worse than was accepted, by what was measured on 1 June 2026",
            "2026-06-01",
        ),
        ("project/203/benefit/3", "Nobody answers for it since 1 May 2026", "2026-05-01"),
        (
            "project/213/benefit/1",
            "Its measurement was due on 1 April 2025; it never was measured",
            "2025-04-01",
        ),
        (
            "project/203/benefit/1",
            f"Both name the same budget line over the same time and {SAME}; it counts once",
            "2024-04-01",
        ),
    ]
    assert {one.gravity for one in found} == {Gravity.CONCERN, Gravity.SERIOUS}
    assert [one.owner for one in found[3:5]] == ["Nobody", "P. Quayle"]
    assert rules.cashable_sums(reads.benefits_found(TODAY, number_at())).promised.made_of == 1


@pytest.mark.usefixtures("two_projects")
def test_limits_are_the_councils_own_and_pounds_below_them_are_let_pass():
    of = keep(benefit(measure_on=()))
    keep(measured(of, "2026-04-01", "120000", pounds="24999.99"))

    assert attention(TODAY, number_at()) == []
    assert attention(date(2026, 3, 31), number_at()) == []


@pytest.mark.usefixtures("two_projects")
def test_a_settlement_is_found_by_its_reference():
    keep(benefit(), benefit("213-1"))
    settled = keep(
        facts.ClaimSettled(
            first="203-1",
            second="213-1",
            on=TODAY,
            outcome=facts.ClaimOutcome.SEPARATE,
            why="Two ledgers",
            said_by="Portfolio Board",
        )
    )

    assert settled.reference == "project/203/benefit/1/claim/213-1"
    assert reads.recorded(settled.reference, number_at()) == [settled]
    assert reads.benefits_found(TODAY, number_at()).claims[0].settled == settled


def test_which_of_a_chain_of_claims_counts_is_the_same_seen_from_each_project():
    for number in ("203", "213", "223"):
        writes.record_project(project=project(number), by="a.patel", at=AT)
    keep(
        benefit("203-1", yearly_pounds=Decimal(90000)),
        benefit("213-1", metric="Leases", yearly_pounds=Decimal(80000)),
        benefit("223-1", metric="Leases", budget_line="IT-9", yearly_pounds=Decimal(70000)),
    )

    def left_out(only=""):
        found = reads.benefits_found(TODAY, number_at(), project=only)
        return found.left_out

    assert left_out() == {"213-1"}
    assert {only: left_out(only) for only in ("203", "213", "223")} == {
        "203": {"213-1"},
        "213": {"213-1"},
        "223": {"213-1"},
    }
    keep(measured(benefit("213-1"), "2026-04-01", "150000", pounds="50000"))
    assert left_out() == {"203-1", "223-1"}
    assert all(left_out(only) == left_out() for only in ("203", "213", "223"))
