"""The road of a figure of the estate, where it is found, and what of it needs a person."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factories import estate_kept
from factories.findings import found, reconciled
from scrutable.access.facts import Role
from scrutable.audit import reads as audit
from scrutable.housekeeping.facts import Extract, ExtractKind, PartOfEstate
from scrutable.overview import reads
from scrutable.overview.facts import EstateStanding, Layer
from scrutable.overview.presenters.trace import present_trace
from scrutable.records.reads import one
from scrutable.records.writes import record

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 5)
NAMES = ("Lena", "lena.left", "Petra", "Planted", "Quentin")
FIGURE = "estate/accounts/2026-09-30/leaver_open"


@pytest.fixture(autouse=True)
def kept():
    estate_kept.one_of_each()


def trace(reference, known=None):
    number = audit.number_at() if known is None else known
    return present_trace(reads.evidence_of(reference, as_at=DAY, known=number))


def search(words, role=None):
    return reads.search(words, among=(), known=audit.number_at(), role=role)


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("extract/accounts/2026-09-30", "Extract of accounts as at 30 September 2026"),
        ("estate/accounts/2026-09-30", "Accounts as at 30 September 2026"),
        (FIGURE, "Open after its owner left, 30 September 2026"),
        ("estate/accounts/2026-09-30/all", "All accounts, 30 September 2026"),
        ("estate/accounts/2026-09-30/wrong", "All findings, 30 September 2026"),
        ("estate/accounts/2026-09-30/person", "Somebody at work, 30 September 2026"),
        (
            "estate/orders/2026-09-30/without",
            "No order, though one was needed, 30 September 2026",
        ),
        ("estate/orders/2026-09-30/supplier/S2", "Supplier S2, Orders as at 30 September 2026"),
        ("estate/orders/2026-09-30/contract/C-1", "Scanners, Orders as at 30 September 2026"),
        (
            "estate/orders/2026-09-30/2026-09/without",
            "September 2026: no order, though one was needed, Orders as at 30 September 2026",
        ),
        ("finding/1", "Finding 1, Accounts as at 30 September 2026"),
        ("agreement/MAIL", "Mail filtering"),
        ("agreement/MAIL/renewal/1", "Renewal 1, Mail filtering"),
        (
            "agreement/MAIL/ran-on/2024-04-01",
            "Ran on from 1 April 2024: cause and cure, Mail filtering",
        ),
        ("agreements/2026-10-05", "All agreements together"),
        (
            "licence/database/core/2026-09-30",
            "Database, Licence position as at 30 September 2026",
        ),
        (
            "licence/database/uncounted/2026-09-30",
            "Database, Licence position as at 30 September 2026",
        ),
        ("licences/2026-09-30", "Licence position as at 30 September 2026, Licences as at 30"),
        ("entitlement/2026-09-30/2", "Database, Licence position as at 30 September 2026"),
        (
            "licence-statement/1",
            "Statement 1 of licensing liabilities, Licence position as at 30 September 2026",
        ),
        ("product/Database", "Database"),
        ("initiative/ACC-1", "Fewer accounts of leavers"),
        ("initiatives/2026-10-05", "All initiatives together"),
    ],
)
def test_everything_that_a_report_cites_has_a_road(reference, title):
    assert trace(reference).title.startswith(title)


@pytest.mark.parametrize(
    "reference",
    [
        "extract/accounts/2026-09-29",
        "extract/accounts/yesterday",
        "estate/accounts/2026-09-29/all",
        "estate/accounts/2026-09-30/no_such_line",
        "estate/accounts/2026-09-30/all/more",
        "estate/lifts/2026-09-30",
        "finding/99",
        "finding/lena.left.0",
        "thing/1",
        "agreement/NONE",
        "agreement/MAIL/ran-on/2020-01-01",
        "agreement/MAIL/other/1",
        "agreements/2000-01-01/x",
        "initiatives/never",
        "licence/none/core/2026-09-30",
        "licences/2026-09-29",
    ],
)
def test_there_is_no_road_to_what_nobody_recorded(reference):
    with pytest.raises(reads.UnknownReference):
        trace(reference)


def test_a_figure_leads_down_to_its_snapshot_its_extract_and_its_findings():
    steps = {step.title: step for step in trace(FIGURE).steps}

    extract = steps["Accounts as at 30 September 2026"]
    files = [step for step in trace(FIGURE).steps if step.layer is Layer.FILE]
    assert extract.reference in ("estate/accounts/2026-09-30", "extract/accounts/2026-09-30")
    assert [one.reference for one in files] == ["extract/accounts/2026-09-30"]
    assert files[0].said == "ad.csv, SHA-256 abababababab…; its rows lie there"
    assert files[0].by == "b.khan"
    assert (steps["Finding 1"].reference, steps["Finding 1"].place) == ("finding/1", "Row 2")
    assert steps["100 accounts, 3 findings, reconciled by duckdb"].is_current


def test_a_finding_leads_to_its_row_and_names_nobody():
    found_ = trace("finding/1")
    (extract,) = [step for step in found_.steps if step.layer is Layer.FILE]

    assert extract.place == "Row 2"
    assert not any(name in str(found_) for name in NAMES)


def test_the_road_says_when_the_rows_were_deleted():
    extract = one(Extract, audit.number_at(), kind=ExtractKind.ACCOUNTS, as_at=estate_kept.DAY)
    record(of=replace(extract, deleted_on=date(2026, 12, 30)), by="b.khan", at=estate_kept.AT)

    for reference in (FIGURE, "finding/1", "extract/accounts/2026-09-30"):
        (step,) = [step for step in trace(reference).steps if step.layer is Layer.FILE]
        assert "its rows were deleted on 30 December 2026" in step.said


def test_what_was_not_known_yet_has_no_road():
    with pytest.raises(reads.UnknownReference):
        trace("initiative/ACC-1", known=1)


def test_many_findings_are_told_by_number_and_the_rest_counted():
    reconciled(date(2026, 10, 2), *(found(f"many.{at}", "idle", person="x") for at in range(200)))

    last = trace("estate/accounts/2026-10-02/idle").steps[-1]

    assert last.said.startswith("Of 200, the first ")


@pytest.mark.parametrize(
    ("words", "reference"),
    [
        ("leavers", "/estate/findings/?part=accounts&fault=leaver_open"),
        ("accounts", "/estate/"),
        ("licence", "/estate/licences/"),
        ("renewals", "/estate/agreements/calendar/"),
        ("one-time supplier", "/estate/suppliers/"),
        ("purchase order", "/estate/orders/"),
        ("mail filtering", "agreement/MAIL"),
        ("database", "/estate/licences/product/database/"),
        ("fewer accounts", "initiative/ACC-1"),
        ("finding 1", "finding/1"),
        ("Finding/1", "finding/1"),
    ],
)
def test_peoples_own_words_lead_to_pages_and_records(words, reference):
    assert reference in [hit.reference for hit in search(words)]


@pytest.mark.parametrize("name", ["lena", "Lena Leaver", "lena.left.0", "planted", "quentin"])
@pytest.mark.parametrize("role", [None, Role.HOUSEKEEPER, Role.AUDITOR, Role.OFFICER])
def test_nobody_is_found_by_name_by_anybody(name, role):
    assert search(name, role) == []


@pytest.mark.parametrize(
    ("role", "is_found"),
    [(Role.HOUSEKEEPER, True), (Role.AUDITOR, True), (Role.OFFICER, False), (Role.MEMBER, False)],
)
def test_a_finding_is_found_by_number_by_whoever_may_see_findings(role, is_found):
    assert bool([hit for hit in search("finding 1", role) if hit.kind == "Finding"]) is is_found


def test_a_supplier_finds_nothing_of_the_estate():
    assert search("licence", Role.SUPPLIER) == []


def test_findings_agreements_and_initiatives_stand_in_the_one_list():
    items = {item.reference: item for item in reads.attention(DAY, audit.number_at())}

    assert items[FIGURE].what == "3 leavers’ accounts still open"
    assert items["agreement/MAIL"].what.startswith("Mail filtering")
    assert not any(name in str(list(items.values())) for name in NAMES)


def test_a_statement_that_no_longer_agrees_and_one_never_signed_need_somebody():
    def told():
        found_ = reads.attention(DAY, audit.number_at())
        return [item.what for item in found_ if "licensing liabilities" in item.what]

    assert told() == []  # it was signed of the position that stands


def test_the_list_is_kept_until_something_of_the_estate_is_written():
    def asked():
        with CaptureQueriesContext(connection) as queries:
            reads.attention(DAY, audit.number_at())
        return len(queries)

    first, second = asked(), asked()
    reconciled(date(2026, 10, 2), found("x", "nobodys"))
    third = asked()

    assert second < first
    assert second < third
    assert any("nobody’s" in item.what for item in reads.attention(DAY, audit.number_at()))


def test_the_first_page_says_how_the_estate_stands():
    standing = reads.housekept(DAY, audit.number_at())

    assert standing == EstateStanding(findings=5, agreements=3, running=1, short=1)
    assert reads.housekept(date(2020, 1, 1), 0) is None


def test_every_part_is_told_of_in_the_trace_of_its_snapshot():
    for part in (PartOfEstate.ACCOUNTS, PartOfEstate.LICENCES, PartOfEstate.ORDERS):
        assert "reconciled by duckdb" in trace(f"estate/{part.value}/2026-09-30").summary
