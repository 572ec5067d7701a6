from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from factories.contract_facts import AT, contract, kpi, level, mitigation, stored_contract
from scrutable.audit import reads as audit
from scrutable.contracts import facts, models, reads, writes
from scrutable.kernel.periods import Month, Span
from scrutable.registers import facts as register_facts
from scrutable.registers import reads as registers
from scrutable.registers import writes as register_writes

pytestmark = pytest.mark.django_db
WHO = {"by": "j.smith", "at": AT}


def test_a_mitigation_is_granted_renewed_and_withdrawn_with_every_version_kept():
    stored_contract()

    granted = writes.grant_mitigation(mitigation=mitigation(), **WHO)
    writes.renew_mitigation(
        reference=granted.reference, last_month=Month(2027, 3), fix_due=date(2027, 6, 30), **WHO
    )
    writes.withdraw_mitigation(
        reference=granted.reference, on=date(2027, 2, 10), why="The fix is live", **WHO
    )

    versions = reads.mitigation_versions("CSS", 1)
    assert granted.reference == "mitigation/CSS/1"
    assert [str(version.span.last) for version in versions] == ["2026-12", "2027-03", "2027-03"]
    assert [version.fix_due for version in versions] == [
        date(2026, 12, 31), date(2027, 6, 30), date(2027, 6, 30),
    ]  # fmt: skip
    latest = reads.mitigations("CSS", audit.number_at())[0]
    assert latest.covers(Month(2027, 1))
    assert not latest.covers(Month(2027, 2))


def test_a_mitigation_is_known_only_from_the_event_that_granted_it():
    stored_contract()
    before = audit.number_at()
    writes.grant_mitigation(mitigation=mitigation(), **WHO)

    assert reads.mitigations("CSS", before) == []
    assert len(reads.mitigations(None, audit.number_at())) == 1


@pytest.mark.parametrize("missing", ["reason", "granted_by"])
def test_a_mitigation_needs_its_reason_and_its_grantor(missing):
    stored_contract()

    with pytest.raises(writes.UnfitMitigation, match="reason and who granted"):
        writes.grant_mitigation(mitigation=mitigation(**{missing: " "}), **WHO)


def test_a_mitigation_is_not_renewed_to_an_earlier_month_nor_withdrawn_twice():
    stored_contract()
    reference = writes.grant_mitigation(mitigation=mitigation(), **WHO).reference

    with pytest.raises(writes.UnfitMitigation, match="Choose a later month"):
        writes.renew_mitigation(
            reference=reference, last_month=Month(2026, 12), fix_due=None, **WHO
        )
    writes.withdraw_mitigation(reference=reference, on=date(2026, 9, 1), why="done", **WHO)
    with pytest.raises(writes.UnfitMitigation, match="withdrawn already"):
        writes.withdraw_mitigation(reference=reference, on=date(2026, 9, 1), why="done", **WHO)


def test_a_fix_is_put_off_without_renewing_its_mitigation():
    stored_contract()
    reference = writes.grant_mitigation(mitigation=mitigation(), **WHO).reference

    writes.postpone_fix(
        reference=reference, fix_due=date(2027, 3, 31), why="The maker is late", **WHO
    )

    first, second = reads.mitigation_versions("CSS", 1)
    assert [first.fix_due, second.fix_due] == [date(2026, 12, 31), date(2027, 3, 31)]
    assert first.span == second.span


@pytest.mark.parametrize(
    ("day", "why", "said"),
    [
        (date(2027, 3, 31), " ", "Enter why the fix is later"),
        (date(2026, 12, 31), "late", "due on 31 December 2026. Choose a later day"),
    ],
)
def test_a_fix_is_put_off_to_a_later_day_and_with_a_reason(day, why, said):
    stored_contract()
    reference = writes.grant_mitigation(mitigation=mitigation(), **WHO).reference

    with pytest.raises(writes.UnfitMitigation, match=said):
        writes.postpone_fix(reference=reference, fix_due=day, why=why, **WHO)


@pytest.mark.parametrize("reference", ["mitigation/CSS/7", "mitigation/CSS", "kpi/CSS/1", "x"])
def test_an_unknown_mitigation_is_said_so(reference):
    stored_contract()

    with pytest.raises(reads.UnknownRecord, match=reference):
        writes.withdraw_mitigation(reference=reference, on=date(2026, 9, 1), why="done", **WHO)


def test_credit_terms_hold_from_their_month():
    stored_contract()
    points = {facts.Severity.MINOR: 1, facts.Severity.SEVERE: 3}
    terms = facts.CreditTerms(
        contract="CSS",
        effective_from=Month(2024, 4),
        percent_per_point=Decimal("0.5"),
        cap_percent=Decimal(10),
        repeat_multiplier=2,
        points=points,
        clause="Schedule 7",
        approved_by="Executive",
    )
    writes.set_credit_terms(terms=terms, **WHO)
    known = audit.number_at()

    assert reads.credit_terms("CSS", Month(2024, 3), known) is None
    assert replace(reads.credit_terms("CSS", Month(2024, 4), known), version=0) == terms


def test_a_later_charge_replaces_an_earlier_one_and_both_are_kept():
    stored_contract()
    august = Month(2026, 8)
    writes.record_charge(contract="CSS", month=august, pounds=Decimal("812345.67"), **WHO)
    first = audit.number_at()
    writes.record_charge(contract="CSS", month=august, pounds=Decimal("812345.68"), **WHO)

    span = Span(august, august)
    assert reads.charges("CSS", span, first)[august].pounds == Decimal("812345.67")
    assert reads.charges("CSS", span, audit.number_at())[august].pounds == Decimal("812345.68")


def test_a_suspension_is_numbered_within_its_contract():
    stored_contract()
    relief = facts.Relief(
        contract="CSS",
        number=0,
        kind=facts.ReliefKind.SUSPENSION,
        span=Span(Month(2024, 1), Month(2024, 2)),
        codes=(),
        reason="Storm",
        granted_by="Executive",
        granted_on=date(2024, 1, 8),
    )
    writes.grant_relief(relief=relief, **WHO)
    second = writes.grant_relief(relief=relief, **WHO)

    assert second.reference == "suspension/CSS/2"
    assert len(reads.reliefs("CSS", audit.number_at())) == 2


def test_published_statements_are_taken_in_once_and_never_become_results():
    stored_contract()
    said = facts.Statement(
        contract="CSS",
        number=0,
        span=Span(Month(2019, 4), Month(2019, 6)),
        code="ACF_KPI_03",
        low=Decimal("58.53"),
        high=Decimal("70.71"),
        verdict=facts.Status.BELOW_TARGET,
        mitigated=True,
        source="minutes",
        place="line 2",
    )
    file = {"content": b"code,from\n", "name": "results.csv"}

    assert writes.record_statements(contract="CSS", statements=[said], **file, **WHO) == 1
    assert writes.record_statements(contract="CSS", statements=[said], **file, **WHO) == 0

    stored = reads.statements("CSS", audit.number_at())[0]
    assert (stored.low, stored.high, stored.mitigated) == (said.low, said.high, True)
    assert stored.reference == "statement/CSS/1"
    assert not models.Result.objects.exists()


def test_a_matter_changes_state_under_the_same_number():
    stored_contract()
    matter = facts.Matter(
        contract="CSS",
        number=0,
        title="Payroll overpayments",
        owner="Head of payroll",
        state=facts.MatterState.OPEN,
        raised_on=date(2026, 5, 1),
        codes=("PM_KPI_02",),
    )
    opened = writes.record_matter(matter=matter, **WHO)
    writes.record_matter(matter=replace(opened, state=facts.MatterState.RESOLVED), **WHO)

    assert [m.state for m in reads.matters("CSS", opened.version)] == [facts.MatterState.OPEN]
    assert [m.state for m in reads.matters("CSS", 99)] == [facts.MatterState.RESOLVED]


def test_a_definition_comes_back_as_it_was_given_and_earlier_ones_stay():
    original = kpi(
        levels=(level(5, 8), level("4.5", None, "2026-04")),
        bands=(facts.Band(severity=facts.Severity.MINOR, from_value=Decimal("5.1"), points=1),),
        rule_numbers={"tolerance": Decimal("0.5")},
        discontinued_from=Month(2027, 4),
        review_by=date(2027, 4, 1),
    )
    stored_contract(original)
    first = audit.number_at()
    writes.define_kpi(definition=replace(original, title="Calls given up"), **WHO)

    stored = reads.definition("CSS", "CSC_KPI_04", first)
    unversioned = replace(
        stored, version=0, levels=tuple(replace(item, version=0) for item in stored.levels)
    )
    assert unversioned == original
    assert reads.definition("CSS", "CSC_KPI_04", audit.number_at()).title == "Calls given up"
    assert len(reads.definition_versions("CSS", "CSC_KPI_04")) == 2


def test_a_definition_that_contradicts_itself_is_refused_with_every_fault():
    bands = tuple(
        facts.Band(severity=facts.Severity.MINOR, from_value=Decimal(value), points=1)
        for value in (9, 6)
    )
    contradictory = kpi(code="CSC KPI4", levels=(level(8, 5), level(5, 8)), bands=bands)

    with pytest.raises(writes.UnfitDefinition) as refused:
        writes.define_kpi(definition=contradictory, **WHO)

    said = str(refused.value)
    assert "in the form CSC_KPI_04" in said
    assert "The minimum 5 is better than the target 8" in said
    assert "start in the same month" in said
    assert "the mildest first" in said


def test_contract_terms_come_back_as_they_were_given():
    given = contract(
        extensions=(
            register_facts.Extension(until=date(2030, 3, 31), exercise_by=date(2027, 9, 30)),
        ),
        boards=(register_facts.Board(name="Partnership Board", rhythm="monthly"),),
        critical_services=("IMT",),
        notice_by=date(2027, 12, 14),
    )
    register_writes.record_supplier(supplier=given.supplier, **WHO)
    register_writes.record_contract(contract=given, **WHO)

    stored = registers.contract("CSS", audit.number_at())
    assert replace(stored, version=0, supplier=given.supplier) == given


def test_a_renamed_supplier_keeps_its_old_name_in_what_was_known():
    stored_contract()
    before = audit.number_at()
    renamed = register_facts.Supplier(reference="supplier/norland-services", name="Norland plc")
    register_writes.record_supplier(supplier=renamed, **WHO)

    assert registers.contract("CSS", before).supplier.name == "Norland Services"
    assert registers.contract("CSS", audit.number_at()).supplier.name == "Norland plc"


def test_a_contract_needs_a_supplier_that_is_known():
    with pytest.raises(registers.UnknownSupplier, match="supplier/norland-services"):
        register_writes.record_contract(contract=contract(), **WHO)


def test_policy_overlays_the_shipped_default_from_its_day():
    policy = register_facts.Policy(
        name="attention",
        effective_from=date(2026, 10, 1),
        value='{"misses": {"entry_misses": 3}}',
        approved_by="Executive",
    )
    register_writes.set_policy(policy=policy, **WHO)
    known = audit.number_at()

    before = registers.policy("attention", date(2026, 9, 30), known)
    after = registers.policy("attention", date(2026, 10, 1), known)
    assert before == registers.defaults()["attention"]
    assert after["misses"] == {**before["misses"], "entry_misses": 3}
    assert after["forecast"] == before["forecast"]


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("moon", "{}", "There is no policy moon"),
        ("council", "{", "not JSON"),
        ("council", "[]", "not a list of settings"),
        ("council", '{"name": 3}', "has no setting name"),
        ("attention", '{"misses": {"entry": 3}}', "misses.entry"),
        ("council", '{"colour_of_moon": 1}', "colour_of_moon"),
    ],
)
def test_an_unfit_policy_is_refused(name, value, fault):
    policy = register_facts.Policy(
        name=name, effective_from=date(2026, 10, 1), value=value, approved_by="Executive"
    )

    with pytest.raises(register_writes.UnfitPolicy, match=fault):
        register_writes.set_policy(policy=policy, **WHO)


def test_dates_and_events_agree_on_what_was_known():
    stored_contract()

    assert audit.number_at(datetime(2026, 4, 2, 8, 59, tzinfo=UTC)) == 0
    assert audit.number_at(AT) == 3
    assert [event.verb for event in audit.events()] == [
        "kpi_defined", "contract_recorded", "supplier_recorded",
    ]  # fmt: skip


def test_a_mitigation_that_ends_before_it_starts_is_refused_by_the_database():
    stored_contract()
    writes.grant_mitigation(mitigation=mitigation(), **WHO)
    stored = models.Mitigation.objects.values().get()
    del stored["id"]

    with pytest.raises(IntegrityError), transaction.atomic():
        models.Mitigation.objects.create(**stored | {"event": 99, "last_month": Month(2026, 3)})
