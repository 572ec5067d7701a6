"""Agreements recorded, read by a day, refused; registers of them loaded whole or not at all."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from factories import stored_agreements as told
from scrutable.audit import reads as audit
from scrutable.housekeeping import models
from scrutable.housekeeping.facts.agreements import Agreement, Cure, Otherwise, Renewal
from scrutable.housekeeping.reads import agreements as reads
from scrutable.housekeeping.writes.agreements import load_agreements
from scrutable.records.reads import UnknownRecord, every, versions
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile
from scrutable.registers import reads as registers
from scrutable.registers import writes as registers_writes
from scrutable.registers.facts import Policy

pytestmark = pytest.mark.django_db


def refused(of):
    with pytest.raises(UnfitRecord) as refusal:
        told.record(of)
    return [str(fault) for fault in refusal.value.faults]


@pytest.mark.parametrize("kind", [Agreement, Renewal, Cure])
def test_the_tables_have_the_fields_of_the_facts(kind):
    columns = {field.name for field in models.TABLES[kind]._meta.get_fields()} - {"id", "event"}

    assert columns == {field.name for field in fields(kind)} - {"version"}
    assert models.TABLES[kind].KEY == kind.KEY


def test_what_was_recorded_comes_back_as_it_was_told():
    kept = told.stored()
    known = audit.number_at()

    assert every(Agreement, known) == [kept[1], kept[0], kept[2]]
    assert every(Renewal, known) == [kept[3]]
    assert every(Cure, known) == [kept[4]]
    assert kept[1].yearly_pounds == Decimal("18000.50")


def test_rows_can_neither_be_changed_nor_removed():
    told.stored()

    for table in (models.Agreement, models.Renewal, models.Cure):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.update(event=99)
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.all().delete()


def test_each_is_in_the_log_with_its_approval_and_decision():
    told.stored()

    (event,) = audit.events(subject="agreement/HOST")

    assert event.verb == "agreement_recorded"
    assert event.after["approved_by"] == "The Executive"
    assert event.after["decision"] == "I012345"


def test_a_day_is_answered_as_it_was_known():
    told.stored(told.MAIL)
    before = audit.number_at()
    told.record(told.LATE)

    then = reads.agreement("MAIL", before, date(2024, 12, 1))
    now = reads.agreement("MAIL", audit.number_at(), date(2024, 12, 1))

    assert then.running.days == 245
    assert now.running is None
    assert [(one.days, one.approved_on) for one in now.ran_on] == [(41, date(2024, 5, 12))]


def test_the_story_of_one_that_ran_on_was_cured_and_ran_on_again():
    told.stored()

    one = reads.agreement("MAIL", audit.number_at(), told.AS_AT)

    assert one.supplier == "Clearwater Cloud"
    assert [(time.since, time.until, time.days) for time in one.ran_on] == [
        (date(2024, 4, 1), date(2024, 5, 11), 41),
        (date(2025, 4, 1), None, 560),
    ]
    assert one.ran_on[1].earlier == date(2024, 4, 1)
    assert one.ran_on[1].is_after_cure
    assert one.ran_on[0].pounds == Decimal("4100.00")
    assert one.next.otherwise is Otherwise.RUNS_ON


def test_the_register_takes_four_queries_however_many_there_are(django_assert_num_queries):
    told.stored()
    known = audit.number_at()

    with django_assert_num_queries(4):
        assert len(reads.agreements(known, told.AS_AT)) == 3
    with django_assert_num_queries(4):
        reads.agreement("MAIL", known, told.AS_AT)
    with django_assert_num_queries(5):
        reads.attention(told.AS_AT, known)


def test_an_unknown_agreement_is_said():
    with pytest.raises(UnknownRecord, match="There is no agreement NONE"):
        reads.agreement("NONE", audit.number_at(), told.AS_AT)


def test_a_supplier_contract_and_decision_that_are_not_recorded_are_refused():
    odd = replace(
        told.HOST, contract="contract/NONE", decision="decision/I000000", supplier="supplier/none"
    )

    assert refused(odd) == [
        "supplier: There is no supplier/none; add the supplier first",
        "contract: There is no contract/NONE; look for it in the contracts",
        (
            "decision: There is no decision/I000000; check its code in the forward plan, or say in "
            "words where it can be read"
        ),
    ]


def test_a_renewal_of_an_unknown_agreement_is_refused():
    assert refused(told.LATE) == [
        "agreement: There is no agreement MAIL; look for it in the register"
    ]


def test_renewals_out_of_order_are_refused():
    told.stored(told.MAIL, told.LATE)
    third = replace(
        told.LATE, number=3, agreed_on=date(2024, 5, 11), approved_on=None, approved_by=""
    )

    assert refused(third) == [
        "number: There is no renewal 2 before renewal 3; record the earlier one first",
        (
            "agreed_on: It was agreed on 11 May 2024, before renewal 1 was agreed; give 12 May "
            "2024 or a later day"
        ),
    ]
    early = replace(told.LATE, agreed_on=date(2021, 3, 31))
    assert refused(early) == [
        (
            "agreed_on: It was agreed on 31 March 2021, before the agreement began; give 1 April "
            "2021 or a later day"
        )
    ]


def test_an_earlier_renewal_cannot_be_agreed_after_a_later_one():
    told.stored(told.MAIL, told.LATE)
    told.record(replace(told.LATE, number=2, agreed_on=date(2025, 5, 1)))

    assert refused(replace(told.LATE, agreed_on=date(2025, 5, 2))) == [
        (
            "agreed_on: It was agreed on 2 May 2025, after renewal 2 was; give 1 May 2025 or an "
            "earlier day"
        )
    ]


def test_one_that_was_closed_or_ends_by_notice_is_not_renewed():
    told.stored(replace(told.MAIL, closed_on=date(2024, 3, 31)))
    assert refused(told.LATE) == [
        (
            "agreement: MAIL was closed on 31 March 2024, before the renewal begins; change the "
            "day of closing first, if it goes on"
        )
    ]
    told.record(replace(told.MAIL, notice_given_on=date(2024, 3, 31)))
    assert refused(told.LATE) == [
        (
            "agreement: Notice was given on 31 March 2024, so that it ends on 31 March 2024; take "
            "the notice back first, if it goes on"
        )
    ]


def test_a_number_of_nought_gives_a_renewal_the_next_one():
    told.stored(told.MAIL, told.LATE)

    made = told.record(replace(told.LATE, number=0, agreed_on=date(2025, 5, 1)))

    assert made.reference == "agreement/MAIL/renewal/2"


def test_the_same_supplier_and_title_at_the_same_time_is_refused():
    told.stored(told.MAIL)
    twin = replace(told.MAIL, code="MAIL2", title="mail  Filtering", starts_on=date(2024, 3, 31))

    assert refused(twin) == [
        (
            "title: MAIL has the same title and supplier and runs from 1 April 2021 to 31 March "
            "2024; record a renewal of it, close it, or give this one a title of its own"
        )
    ]
    assert told.record(replace(twin, starts_on=date(2024, 4, 1))).code == "MAIL2"
    assert refused(told.LATE) == [
        (
            "title: MAIL2 has the same title and supplier and runs from 1 April 2024 to 31 March "
            "2027; record a renewal of it, close it, or give this one a title of its own"
        )
    ]


def test_a_cure_belongs_to_a_day_on_which_the_agreement_began_to_run_on():
    told.stored(told.MAIL, told.LATE)

    assert refused(replace(told.CURE, since=date(2024, 4, 2))) == [
        "since: MAIL did not begin to run on with 2 April 2024; give 1 April 2024"
    ]
    assert refused(replace(told.CURE, agreement="NONE")) == [
        "agreement: There is no agreement NONE; look for it in the register"
    ]
    assert told.record(told.CURE).cured_on == date(2024, 9, 1)


def test_days_that_have_not_come_are_refused():
    told.supplier()

    assert refused(replace(told.HOST, approved_on=date(2026, 10, 2))) == [
        "approved_on: 2 October 2026 is to come; give 1 October 2026 or an earlier day"
    ]


def test_two_who_change_the_same_agreement_do_not_write_over_one_another():
    (kept,) = told.stored(told.HOST)
    told.record(replace(told.HOST, owner="Head of IT"), based_on=kept.version)

    with pytest.raises(WrittenMeanwhile):
        told.record(replace(told.HOST, owner="Nobody"), based_on=kept.version)
    assert [one.owner for one in versions(Agreement, audit.number_at(), code="HOST")] == [
        "Head of Digital",
        "Head of IT",
    ]


def test_the_council_s_own_policy_says_when_to_warn():
    told.stored(told.DESK)
    known = audit.number_at()
    assert reads.attention(date(2026, 10, 1), known) == []

    registers_writes.set_policy(
        policy=Policy(
            name="agreements",
            effective_from=date(2026, 9, 1),
            value='{"notice_within_days": 91}',
            approved_by="Director of Finance",
        ),
        by="m.doyle",
        at=told.AT,
    )

    (item,) = reads.attention(date(2026, 10, 1), audit.number_at())
    assert item.what == "Service desk software: decide by 31 December 2026"
    assert item.why == ("Unless notice is given by then it renews itself, to 31 March 2028")
    assert reads.agreement_policy(date(2026, 10, 1), known).notice_within_days == 90


CSV = (
    "Register of agreements\n"
    "Reference,Renewal,Title,Supplier,Start date,Term,Notice period,Auto renewal,Annual value,"
    "Owner,Agreed on,Approved on,Approved by,Decision\n"
    'HOST,,Hosting,Clearwater Cloud,15/06/2022,2+1+1,6 months,,"£120,000.00",Head of Digital,,'
    "30/05/2022,The Executive,I012345\n"
    "HOST,1,,,,12,,,,,05/01/2024,20/01/2024,The Executive,\n"
    "DESK,,Desk,supplier/clearwater-cloud,01/04/2026,12 months,90 days,1 year,18000.5,Head of IT,,"
    ",,\n"
)


def load(text, at=told.AT):
    return load_agreements(content=text.encode(), name="register.csv", by="b.khan", at=at)


def test_a_register_is_loaded_whole_and_a_second_time_changes_nothing():
    told.supplier()

    first, number = load(CSV), audit.number_at()
    second = load(CSV)

    assert (first.new, first.changed, first.known, first.version) == (3, 0, 0, number)
    assert (second.new, second.changed, second.known, second.version) == (0, 0, 3, 0)
    assert audit.number_at() == number
    one = reads.agreement("HOST", number, told.AS_AT)
    assert one.agreement.extensions == (12, 12)
    assert one.agreement.place == "line 3, column A"
    assert [term.last for term in one.terms] == [date(2024, 6, 14), date(2025, 6, 14)]


def test_a_changed_row_changes_its_record_alone():
    told.supplier()
    load(CSV)

    found = load(CSV.replace("Head of IT", "Service Desk Manager"))

    assert (found.new, found.changed, found.known) == (0, 1, 2)
    number = audit.number_at()
    assert len(versions(Agreement, number, code="DESK")) == 2
    assert len(versions(Agreement, number, code="HOST")) == 1


def test_a_register_with_faults_leaves_nothing_and_says_them_all():
    told.supplier()
    number = audit.number_at()
    odd = (
        CSV.replace("15/06/2022", "31/11/2022")
        .replace("90 days", "90")
        .replace("18000.5,", '"£681,839,00",')
    )

    with pytest.raises(UnfitRecord) as refusal:
        load(odd)

    assert [str(fault) for fault in refusal.value.faults] == [
        "line 3, column E: “31/11/2022” is no date; enter a day such as 31/03/2026",
        "line 5, column G: “90” is no notice; enter it such as 3 months or 90 days",
        "line 5, column I: “£681,839,00” is no sum of money; enter it such as 1,234.56",
    ]
    assert audit.number_at() == number
    assert every(Agreement, number) == []


def test_what_does_not_go_together_in_a_register_is_said_at_its_cell():
    told.supplier()
    odd = CSV.replace("HOST,1,", "HOST,2,").replace("20/01/2024", "20/01/2034")

    with pytest.raises(UnfitRecord) as refusal:
        load(odd)

    assert [str(fault) for fault in refusal.value.faults] == [
        "line 4, column L: 20 January 2034 is to come; give 1 October 2026 or an earlier day",
        "line 4, column B: There is no renewal 1 before renewal 2; record the earlier one first",
    ]


def test_what_a_register_has_no_column_for_stays_as_it_is_recorded():
    told.stored(told.HOST)

    found = load("Reference,Owner\nHOST,Head of IT\n")

    assert (found.new, found.changed) == (0, 1)
    one = reads.agreement("HOST", audit.number_at(), told.AS_AT).agreement
    assert (one.owner, one.months, one.notice_count) == ("Head of IT", 60, 6)


def test_two_hundred_agreements_are_read_and_held_against_one_another_in_few_queries(
    django_assert_max_num_queries,
):
    told.supplier()
    head = "Reference,Title,Supplier,Start date,Term,Owner\n"
    rows = "".join(f"A{n},Thing {n},Clearwater Cloud,01/04/2025,12,IT\n" for n in range(200))

    with django_assert_max_num_queries(30):
        assert load(head + rows).new == 200


def test_the_supplier_is_named_by_its_reference_where_nobody_knows_it_by_name():
    told.stored(told.HOST)
    known = audit.number_at()

    assert registers.supplier("supplier/clearwater-cloud", known).name == "Clearwater Cloud"
    assert reads.agreement("HOST", known, told.AS_AT).supplier == "Clearwater Cloud"


def test_a_later_clock_does_not_matter_to_a_register():
    told.supplier()

    assert load(CSV, datetime(2027, 1, 1, tzinfo=UTC)).new == 3


@pytest.mark.parametrize("months", [0, -1, 1_201, 1_000_000])
def test_a_term_that_no_calendar_holds_is_refused_and_breaks_nothing(months):
    told.supplier()

    said = refused(replace(told.HOST, months=months))

    assert any("are no term" in one or "out of reach" in one for one in said)


def test_renewals_cannot_add_up_to_more_than_a_century():
    told.stored(told.MAIL)
    for number in range(1, 98):
        told.record(replace(told.LATE, number=number))

    assert refused(replace(told.LATE, number=98)) == [
        "months: With its renewals it runs for 1,212 months; it may run for 1,200 months at most"
    ]
    assert reads.agreement("MAIL", audit.number_at(), told.AS_AT).next.last == date(2121, 3, 31)


@pytest.mark.parametrize("term", ["9999 years", "9999", "0 months", "101+1"])
def test_a_register_with_terms_out_of_reach_is_refused(term):
    told.supplier()
    head = "Reference,Title,Supplier,Start date,Term,Owner\n"

    with pytest.raises(UnfitRecord):
        load(f"{head}A1,Thing,Clearwater Cloud,01/04/2025,{term},IT\n")
    assert every(Agreement, audit.number_at()) == []


def test_one_that_renews_itself_month_by_month_is_read_for_the_furthest_day():
    told.stored(replace(told.DESK, renews_itself_by=1))
    known = audit.number_at()

    one = reads.agreement("DESK", known, date(2099, 12, 31))

    assert one.terms[-1].last == date(2099, 12, 31)
    assert one.next.act_by == date(2099, 12, 31)
