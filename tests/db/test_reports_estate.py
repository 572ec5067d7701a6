"""The report on the estate: composed, checked, frozen, proved, and naming nobody."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import estate_kept
from factories.findings import found, reconciled
from factories.stored_portfolio import begun, issued, stored_portfolio, summed_up
from scrutable.audit import clock
from scrutable.audit import reads as audit
from scrutable.documents.blocks import Heading
from scrutable.documents.plain import render_plain
from scrutable.housekeeping import writes as housekeeping
from scrutable.kernel.periods import Month, Span
from scrutable.records.writes import record
from scrutable.reports import reads
from scrutable.reports.facts import Format, ReportKind
from scrutable.reports.reads.rendering import drawing_of, rendered

pytestmark = pytest.mark.django_db
ESTATE = "estate/ESTATE"
AS_AT, LATER, TODAY = date(2026, 10, 5), date(2026, 10, 10), date(2026, 10, 12)
NAMES = ("Lena", "Leaver", "lena.left", "Petra", "Planted", "Quentin", "b.khan", "Priya Nair")


@pytest.fixture(autouse=True)
def kept():
    estate_kept.one_of_each()


def draft(**said):
    return begun(ReportKind.ESTATE, ESTATE, **{"as_at": AS_AT, **said})


def text_of(edition):
    return render_plain(reads.document_of(reads.edition(edition.name)))


def faults_of(text):
    edition = summed_up(draft(), text)
    return [one.fault for one in reads.check(edition.name)]


def test_it_has_its_sections_under_the_titles_that_officers_write_in():
    edition = draft()
    made = [
        (one.anchor, one.text)
        for one in reads.document_of(edition).blocks
        if isinstance(one, Heading) and one.level == 1
    ]

    offered = reads.sections(edition, reads.pin_of(edition))

    assert [(one.anchor, one.title) for one in offered] == made[:-2]  # then method and sources


def test_it_is_numbered_by_the_councils_own_code():
    about = reads.subject_of(ReportKind.ESTATE, AS_AT, audit.number_at())

    assert about == ESTATE
    assert draft().name == "ESTATE-2026-1"


def test_the_report_reads_so(golden):
    edition = summed_up(draft(), "One product is short of licences in September 2026.")

    golden("report_estate.txt", text_of(edition))


def test_an_estate_of_which_nothing_is_known_is_told_so(db):
    edition = begun(ReportKind.ESTATE, ESTATE, as_at=date(2020, 1, 1))
    text = text_of(edition)

    assert "Nothing of the estate is reconciled yet." in text
    assert "Nothing needs attention on 1 January 2020." in text
    assert reads.check(summed_up(edition, "Nothing is known yet.").name) == []


def test_nobody_may_leave_out_the_plain_summary():
    edition = draft()

    assert [one.section for one in reads.check(edition.name)] == ["summary"]
    assert reads.check(summed_up(edition, "Much is to be done in 2026.").name) == []


def test_a_frozen_report_is_made_again_to_the_byte_once_its_names_are_erased():
    edition = issued(ReportKind.ESTATE, ESTATE, as_at=AS_AT)
    reconciled(LATER)  # nothing is wrong any more
    erased = housekeeping.erase_names(by="b.khan", at=clock.now().replace(year=2031))

    assert erased == 6  # three accounts, three suppliers
    assert reads.verify(edition.name).is_proved


def test_no_format_of_the_report_names_a_person_or_a_sole_trader():
    edition = issued(ReportKind.ESTATE, ESTATE, as_at=AS_AT)
    files = rendered(drawing_of(reads.edition(edition.name)), only=Format.HTML)
    text = "\n".join(
        [
            text_of(edition),
            reads.frozen_json(edition.name),
            *(file.decode() for file in files.values()),
        ]
    )

    assert [name for name in NAMES if name in text] == []


@pytest.mark.parametrize(
    "words",
    [
        "In October 2026 lena.left.1 was still open.",
        "In October 2026 the account of Lena Leaver was open.",
        "In October 2026 we bought of Petra Planted.",
    ],
)
def test_commentary_that_names_somebody_stops_the_report_without_naming_them(words):
    (fault,) = faults_of(words)

    assert fault.startswith("the commentary names an account, a device, a person")
    assert not any(name in fault for name in NAMES)


def test_a_record_that_names_a_sole_trader_stops_the_report():
    other = replace(estate_kept.INITIATIVE, code="TWO", title="Less bought of Petra Planted")
    record(of=other, by="b.khan", at=estate_kept.AT)

    (fault,) = faults_of("Much is to be done in 2026.")

    assert fault.startswith("a title, an owner or another word of a record names")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("There are no licensing liabilities in 2026.", "Database is short of licences"),
        ("All leavers’ accounts are closed in 2026.", "3 leavers’ accounts still open"),
        ("No agreement ran on in 2026.", "Mail filtering ran on without approval"),
        ("In 2026 every invoice had an order.", "1 invoice without an order"),
    ],
)
def test_words_against_the_records_stop_the_report(words, why):
    (fault,) = faults_of(words)

    assert why in fault


def test_the_next_report_tells_what_changed_since_this_one():
    issued(ReportKind.ESTATE, ESTATE, as_at=AS_AT)
    reconciled(LATER, "lena.left.0", found("x1", "nobodys"))

    text = text_of(draft(as_at=TODAY))

    assert "The report before this one is edition/ESTATE-2026-1, Housekeeping of the IT" in text
    assert "Accounts: findings that need somebody | 3 | 2 | -1" in text
    assert "Agreements that run on without approval | 1 | 1 | None" in text
    assert (
        "Accounts, by the extracts since then: findings new: 1, back again: 0, fixed: 0, gone "
        "without a word: 2." in text
    )


def test_two_editions_are_held_against_each_other():
    first = issued(ReportKind.ESTATE, ESTATE, as_at=AS_AT)
    reconciled(LATER, "lena.left.0")
    second = issued(ReportKind.ESTATE, ESTATE, as_at=TODAY)

    found_ = reads.compare(first.name, second.name)

    assert not found_.is_same
    assert reads.superseded_figures(first.name) == []  # an extract of a later day changes none


def test_the_number_of_queries_does_not_grow_with_the_estate():
    edition = draft()
    with CaptureQueriesContext(connection) as few:
        reads.document_of(edition)
    many = [found(f"lena.left.{at}", "idle", person="Lena Leaver") for at in range(300)]
    reconciled(date(2026, 10, 1), *many)
    with CaptureQueriesContext(connection) as more:
        reads.document_of(edition)

    assert len(more) <= len(few) < 60


def test_the_overview_of_it_says_it_shortly_and_is_checked_too():
    stored_portfolio()
    half = Span(Month(2026, 4), Month(2026, 9))
    edition = begun(ReportKind.IT_OVERVIEW, span=half)
    text = text_of(edition)

    assert "Accounts, devices, licences, agreements and orders" in text
    assert "5 findings need somebody." in text
    assert [name for name in NAMES[:6] if name in text] == []  # the owner of a benefit is no leak
    summed_up(edition, "There are no licensing liabilities in 2026.")
    assert "short of licences" in reads.check(edition.name)[0].fault
