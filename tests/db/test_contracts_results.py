from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from factories.contract_facts import AT, contract, incoming, kpi, row, stored_contract
from scrutable.audit import reads as audit
from scrutable.contracts import facts, models, reads, writes
from scrutable.evidence import reads as evidence
from scrutable.kernel.periods import Month, Span

pytestmark = pytest.mark.django_db
AUGUST = Month(2026, 8)
ONLY_AUGUST = Span(AUGUST, AUGUST)


def load(*rows, month="2026-08", at=AT, **said):
    return writes.load_return(incoming=incoming(month, *rows, **said), by="n.ward", at=at)


def correct(value, *, why="misprinted", at=AT, month=AUGUST):
    correction = facts.Correction(
        contract="CSS", code="CSC_KPI_04", month=month, value=Decimal(value), why=why
    )
    return writes.correct_result(correction=correction, by="j.smith", at=at)


def stands(known=None):
    number = audit.number_at() if known is None else known
    performance = reads.performance("CSS", ONLY_AUGUST, date(2026, 9, 30), number)
    return performance.of("CSC_KPI_04")[0]


def test_a_loaded_result_keeps_file_and_cell():
    stored_contract()

    received = load(row("6.1"))

    result = reads.versions("CSS", "CSC_KPI_04", AUGUST)[0]
    assert (result.value, result.place) == (Decimal("6.1"), "Return!F4")
    assert evidence.stored_file(result.file).name == "2026-08.xlsx"
    assert received.reference == "return/CSS/2026-08/1"


def test_the_same_file_twice_changes_nothing():
    stored_contract()
    first = load(row("6.1"))
    number = audit.number_at()

    second = load(row("6.1"))

    assert second == first
    assert audit.number_at() == number
    assert models.Result.objects.count() == 1


def test_a_second_provisional_file_for_the_month_is_refused_and_leaves_nothing():
    stored_contract()
    load(row("6.1"))
    number = audit.number_at()

    with pytest.raises(writes.ReturnAlreadyLoaded, match="August 2026 already has a return"):
        load(row("5.9"))

    assert audit.number_at() == number
    assert evidence.content(incoming("2026-08", row("5.9")).file) is None


@pytest.mark.parametrize("standing", [facts.Standing.VERIFIED, facts.Standing.RESTATED])
def test_a_later_firmer_file_is_an_addendum_beside_what_stood(standing):
    stored_contract()
    load(row("6.1"))

    received = load(row("5.9"), standing=standing)

    assert (received.number, received.source) == (2, facts.Source.ADDENDUM)
    values = [version.value for version in reads.versions("CSS", "CSC_KPI_04", AUGUST)]
    assert values == [Decimal("6.1"), Decimal("5.9")]


def test_an_addendum_stores_only_what_it_changes():
    stored_contract(kpi(), kpi(code="CSC_KPI_05"))
    load(row("6.1"), row("4", code="CSC_KPI_05"), standing=facts.Standing.VERIFIED)

    received = load(row("6.1"), row("3", code="CSC_KPI_05"), standing=facts.Standing.VERIFIED)

    assert received.results == 1
    assert len(reads.versions("CSS", "CSC_KPI_04")) == 1


def test_an_unknown_kpi_stores_nothing_at_all():
    stored_contract()
    number = audit.number_at()

    with pytest.raises(reads.UnknownKpi, match="CSS has no KPI XXX_KPI_01"):
        load(row("6.1"), row("1", code="XXX_KPI_01"))

    assert audit.number_at() == number
    assert not models.Result.objects.exists()
    assert not models.ReturnReceived.objects.exists()


def test_the_plan_shows_what_loading_would_change():
    stored_contract(kpi(), kpi(code="CSC_KPI_05"), kpi(code="CSC_KPI_06"))
    load(row("6.1"), row("4", code="CSC_KPI_05"))
    file = incoming("2026-08", row("9"), row("4", code="CSC_KPI_05"), row("1", code="CSC_KPI_06"))

    plan = reads.load_plan(file, as_at=date(2026, 9, 30), known=audit.number_at())

    assert [(item.code, item.action) for item in plan.rows] == [
        ("CSC_KPI_04", "changed"),
        ("CSC_KPI_05", "unchanged"),
        ("CSC_KPI_06", "new"),
    ]
    assert (plan.rows[0].status_before, plan.rows[0].status_after) == (
        facts.Status.BELOW_TARGET,
        facts.Status.BELOW_MINIMUM,
    )
    assert plan.changes == 2


def test_a_correction_is_a_new_row_and_the_old_one_is_still_known_then():
    stored_contract()
    load(row("53"))
    noted = audit.number_at()

    corrected = correct("3.5", at=AT + timedelta(days=60))

    assert (corrected.standing, corrected.source) == (
        facts.Standing.RESTATED,
        facts.Source.CORRECTION,
    )
    assert (stands(noted).status, stands(noted).result.value) == (
        facts.Status.BELOW_MINIMUM,
        Decimal(53),
    )
    assert (stands().status, stands().restated_from) == (facts.Status.MET, Decimal(53))


def test_known_at_a_time_is_known_at_the_last_event_by_then():
    stored_contract(kpi())
    load(row("53"), at=datetime(2026, 9, 10, tzinfo=UTC))
    correct("3.5", at=datetime(2026, 9, 28, 14, tzinfo=UTC))

    before = audit.number_at(datetime(2026, 9, 28, 13, 59, tzinfo=UTC))
    after = audit.number_at(datetime(2026, 9, 28, 14, tzinfo=UTC))

    assert stands(before).result.value == Decimal(53)
    assert stands(after).result.value == Decimal("3.5")


@pytest.mark.parametrize(
    ("value", "why", "fault"),
    [
        ("101", "typing", "must be 100 or less"),
        ("-1", "typing", "must be 0 or more"),
        ("4", " ", "Enter why"),
    ],
)
def test_an_unfit_correction_is_refused(value, why, fault):
    stored_contract()
    load(row("6.1"))

    with pytest.raises(writes.UnfitCorrection, match=fault):
        correct(value, why=why)

    assert len(reads.versions("CSS", "CSC_KPI_04")) == 1


def test_a_correction_that_changes_nothing_is_refused():
    stored_contract()
    load(row("6.1"))
    correct("5.9")

    with pytest.raises(writes.UnfitCorrection, match="nothing to correct"):
        correct("5.90")


def test_verifying_makes_provisional_results_firm_once():
    stored_contract()
    load(row("6.1"))

    assert writes.verify_results(contract="CSS", month=AUGUST, by="j.smith", at=AT) == 1
    assert stands().result.standing is facts.Standing.VERIFIED
    assert stands().result.place == "Return!F4"
    assert stands().restated_from is None
    with pytest.raises(writes.NothingToVerify):
        writes.verify_results(contract="CSS", month=AUGUST, by="j.smith", at=AT)


def test_performance_costs_seven_queries_and_then_one(django_assert_num_queries):
    stored_contract(*(kpi(code=f"CSC_KPI_{number:02}") for number in range(1, 11)))
    load(*(row("4", code=f"CSC_KPI_{number:02}") for number in range(1, 11)))

    asked = ("CSS", Span(Month(2023, 10), AUGUST), date(2026, 9, 30), audit.number_at())

    with django_assert_num_queries(7):
        performance = reads.performance(*asked)
    with django_assert_num_queries(1):
        again = reads.performance(*asked)

    assert len(performance.months) == 10 * 35
    assert again == performance


def test_what_was_kept_is_not_given_for_a_later_event():
    stored_contract()
    load(row("6.1"))
    before = stands()

    correct("3.5")

    assert (before.status, stands().status) == (facts.Status.BELOW_TARGET, facts.Status.MET)


def test_results_are_refused_change_by_the_database():
    stored_contract()
    load(row("6.1"))

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        models.Result.objects.update(why="tidied")
    with pytest.raises(IntegrityError, match="never"), transaction.atomic():
        models.Result.objects.all().delete()


@pytest.mark.parametrize("said", [{"value": None, "no_value": ""}, {"no_value": "late"}])
def test_a_result_is_a_value_or_a_reason_and_not_both(said):
    stored_contract()
    load(row("6.1"))
    stored = models.Result.objects.values().get()
    del stored["id"]

    with pytest.raises(IntegrityError), transaction.atomic():
        models.Result.objects.create(**stored | {"event": 99} | said)


def owed_on(day):
    return [str(item.month) for item in reads.returns_owed(day, audit.number_at())]


def test_returns_are_owed_once_late_and_no_more_when_they_come():
    stored_contract()
    load(row("6.1"), month="2026-07")

    assert owed_on(date(2026, 9, 14)) == ["2026-04", "2026-05", "2026-06"]
    assert owed_on(date(2026, 9, 15)) == ["2026-04", "2026-05", "2026-06", "2026-08"]


def test_nothing_is_owed_for_the_years_before_the_council_began_here():
    stored_contract()

    assert owed_on(date(2026, 5, 15)) == []
    assert reads.followed_from(contract(), audit.number_at()) == Month(2026, 4)


def statuses(day, known=None):
    """Return the status of calls abandoned in each month of the year so far, as then known."""
    span = Span(Month(2026, 1), Month.of(day))
    judged = reads.performance("CSS", span, day, known or audit.number_at())
    return {str(entry.month): entry.status for entry in judged.of("CSC_KPI_04")}


def late_on(day, known=None):
    return [month for month, one in statuses(day, known).items() if one is facts.Status.LATE]


def test_a_contract_that_is_newly_recorded_is_late_with_nothing_anywhere():
    stored_contract()
    day, now = date(2026, 4, 20), audit.number_at()

    assert late_on(day) == owed_on(day) == []
    assert reads.attention(day, now) == []
    assert statuses(day) == {
        "2026-01": facts.Status.NOT_APPLICABLE,
        "2026-02": facts.Status.NOT_APPLICABLE,
        "2026-03": facts.Status.NOT_APPLICABLE,
        "2026-04": facts.Status.NOT_YET_DUE,
    }


def test_the_first_month_followed_is_late_everywhere_from_the_same_day():
    stored_contract()
    in_time, late = date(2026, 5, 15), date(2026, 5, 16)

    assert late_on(in_time) == owed_on(in_time) == []
    assert late_on(late) == owed_on(late) == ["2026-04"]
    (item,) = reads.attention(late, audit.number_at())
    assert item.what == "CSS: return for April 2026"


def test_what_was_not_late_as_known_then_is_not_late_asked_again():
    stored_contract()
    before = audit.number_at()
    load(row("6.1"), month="2026-02")

    assert late_on(date(2026, 4, 20)) == owed_on(date(2026, 4, 20)) == ["2026-03"]
    assert late_on(date(2026, 4, 20), before) == []


def test_a_contract_is_followed_from_the_day_in_london():
    stored_contract(at=datetime(2026, 4, 30, 23, 30, tzinfo=UTC))

    assert reads.followed_from(contract(), audit.number_at()) == Month(2026, 5)


def test_a_month_in_which_no_kpi_is_due_owes_nothing():
    stored_contract(kpi(first_month=Month(2026, 7), discontinued_from=Month(2026, 9)))

    assert owed_on(date(2026, 12, 1)) == ["2026-07", "2026-08"]


def test_an_older_return_takes_the_beginning_back():
    stored_contract()
    load(row("6.1"), month="2026-02")

    assert reads.followed_from(contract(), audit.number_at()) == Month(2026, 2)
    assert owed_on(date(2026, 5, 1)) == ["2026-03"]


def test_a_kpi_that_misses_twice_needs_attention_until_it_is_met():
    stored_contract()
    load(row("6.1"), month="2026-07")
    load(row("6.2"), month="2026-08")
    twice = audit.number_at()
    load(row("4.9"), month="2026-09")

    before = reads.attention(date(2026, 9, 30), twice)
    after = reads.attention(date(2026, 10, 20), audit.number_at())

    kpi_reference = "kpi/CSS/CSC_KPI_04"
    assert [item.reference for item in before if item.reference == kpi_reference] == [kpi_reference]
    assert kpi_reference not in [item.reference for item in after]
