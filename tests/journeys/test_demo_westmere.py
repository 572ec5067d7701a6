"""Westmere as it is seeded: every thread of its story, found as a reader would find it.

It is told once for all tests here, in a transaction that is taken back at the end.
"""

import html
import re
from collections import Counter, deque
from datetime import date, datetime
from decimal import Decimal

import pytest
from django.test import override_settings

from scrutable.access.models import Person
from scrutable.audit.reads import number_at, verify_chain
from scrutable.contracts import reads
from scrutable.contracts.facts import Severity, Source, Standing, Status
from scrutable.contracts.rules.counting import count
from scrutable.contracts.views.doors import may_see
from scrutable.demo.facts import Council, ReturnSent
from scrutable.demo.intake.stories import story, westmere_figures
from scrutable.demo.reads import StoreState, store_state
from scrutable.demo.writes import (
    FaultNotFound,
    FileNotAccepted,
    NotForDemonstration,
    build_report,
    make_room,
    seed,
)
from scrutable.demo.writes.telling import tell
from scrutable.documents import plain
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import LONDON
from scrutable.registers import reads as registers
from scrutable.reports import reads as reports
from scrutable.reports.writes import narrate
from scrutable.work.facts import silent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("westmere")]

TODAY = datetime(2026, 10, 12, 9, tzinfo=LONDON)
AS_AT = date(2026, 9, 30)
JUNE, JULY, AUGUST, SEPTEMBER = (Month(2026, number) for number in (6, 7, 8, 9))


@pytest.fixture
def folder(settings):
    return settings.DATA_DIR


def known(*when):
    return number_at(datetime(*when, tzinfo=LONDON))


def july(at_event):
    return reads.performance("CSS", Span(JULY, JULY), AS_AT, at_event)


def credits_of(month, at_event=None):
    return reads.credit_sum("CSS", month, AS_AT, at_event or number_at())


def test_the_log_holds_and_no_event_lies_after_today():
    assert verify_chain() == []
    assert known(2026, 10, 12, 9) == number_at()


def test_a_second_time_changes_nothing():
    before = number_at()

    assert seed(story(Council.WESTMERE), progress=silent) is False
    assert number_at() == before
    assert store_state(story(Council.WESTMERE)) is StoreState.BUILT


def test_another_story_is_not_told_over_it():
    other = story(Council.LINCOLNSHIRE)

    assert store_state(other) is StoreState.OUTDATED
    with pytest.raises(NotForDemonstration, match="is not empty"):
        seed(other, progress=silent)


def test_outside_demonstration_mode_nothing_is_seeded_or_thrown_away():
    with override_settings(DEMONSTRATION=False):
        with pytest.raises(NotForDemonstration, match="Set DEMONSTRATION=1"):
            seed(story(Council.WESTMERE), progress=silent)
        with pytest.raises(NotForDemonstration, match="Set DEMONSTRATION=1"):
            make_room(story(Council.LINCOLNSHIRE))


def test_a_person_for_each_role_may_sign_in():
    found = {person.username: person for person in Person.objects.all()}

    assert {person.role for person in found.values()} == {
        "administrator",
        "auditor",
        "clerk",
        "contract_manager",
        "cyber_lead",
        "finance_director",
        "housekeeper",
        "member",
        "officer",
        "report_author",
        "scrutiny_officer",
        "supplier",
    }
    assert all(person.check_password("scrutable-demo") for person in found.values())
    seen = [one.code for one in registers.contracts(number_at()) if may_see(found["n.ward"], one)]
    assert seen == ["CSS"]


def test_46_kpis_are_judged_over_36_months():
    span = Span(Month(2023, 10), SEPTEMBER)
    performance = reads.performance("CSS", span, AS_AT, number_at())

    assert len(performance.definitions) == 46
    assert len(performance.months) == 46 * 36
    assert all(count(performance.during(month)).total == 46 for month in span)
    assert not any(entry.status is Status.LATE for entry in performance.months)


def test_kpis_that_met_their_target_in_july_fall_from_36_to_35():
    before, after = july(known(2026, 9, 28, 10)), july(number_at())

    assert count(before.during(JULY)).by_status[Status.MET] == 36
    assert count(after.during(JULY)).by_status[Status.MET] == 35


def test_the_misprint_is_what_was_known_until_28_september():
    (then,) = july(known(2026, 9, 28, 10)).of("CSC_KPI_09")
    (now,) = july(number_at()).of("CSC_KPI_09")

    assert (then.result.value, then.result.source) == (Decimal(53), Source.ADDENDUM)
    assert (now.result.value, now.result.standing) == (Decimal(35), Standing.RESTATED)
    assert (now.restated_from, now.status) == (Decimal(53), Status.BELOW_MINIMUM)


def test_before_its_addendum_the_figure_was_missing_and_not_nought():
    (entry,) = july(known(2026, 8, 20, 12)).of("CSC_KPI_09")

    assert (entry.status, entry.result.value) == (Status.NOT_MEASURED, None)


def test_calls_abandoned_are_on_the_list_until_a_month_meets_the_target():
    found = {item.reference: item for item in reads.attention(TODAY.date(), number_at())}

    item = found["kpi/CSS/CSC_KPI_04"]
    assert item.since == date(2026, 6, 1)
    assert "Below minimum in August 2026" in item.why


def test_the_long_mitigation_is_noticed():
    found = {item.reference: item for item in reads.attention(TODAY.date(), number_at())}

    why = found["mitigation/CSS/3"].why
    assert "19 months" in why
    assert "renewed twice" in why
    assert "slipped 3 times" in why


def test_hostings_notice_is_nine_weeks_away():
    items = reads.attention(TODAY.date(), number_at())
    whys = [item.why for item in items if item.reference == "contract/HOST"]

    assert any("Notice must be given by 14 December 2026, in 63 days" in why for why in whys)


def test_a_minor_failure_in_may_counts_double_in_june():
    lines = {
        month: {line.code: line for line in credits_of(month).lines}["IMT_KPI_08"]
        for month in (Month(2026, 5), JUNE)
    }

    assert [(line.severity, line.points, line.counted) for line in lines.values()] == [
        (Severity.MINOR, 1, 1),
        (Severity.MINOR, 1, 2),
    ]


def test_the_cap_is_reached_in_august():
    total = credits_of(AUGUST)

    assert total.charge.pounds == Decimal("845687.27")
    assert (total.points, total.uncapped_pounds) == (16, Decimal("67654.98"))
    assert (total.credit_pounds, total.is_capped) == (Decimal("42284.36"), True)


def test_credits_were_suspended_for_two_months_early_in_2024():
    months = (Month(2023, 12), Month(2024, 1), Month(2024, 2), Month(2024, 5))
    totals = [credits_of(month) for month in months]

    assert [total.suspended_by for total in totals] == ["", *["suspension/CSS/1"] * 2, ""]
    assert [total.credit_pounds for total in totals] == [
        Decimal("7970.64"),
        Decimal("0.00"),
        Decimal("0.00"),
        Decimal("4080.69"),
    ]


def test_the_restatement_costs_the_supplier_three_points_in_july():
    assert credits_of(JULY, known(2026, 9, 28, 10)).points == 4
    assert credits_of(JULY).points == 7


def test_one_return_came_three_weeks_late():
    received = {item.month: item for item in reads.returns("CSS", number_at())}

    assert received[Month(2025, 2)].received_at.astimezone(LONDON).date() == date(2025, 4, 4)
    owed = [item.month for item in reads.returns_owed(date(2025, 3, 21), known(2025, 3, 21, 9))]
    assert owed == [Month(2025, 2)]


def test_incidents_of_august_stay_under_review_when_the_month_is_verified():
    latest = reads.versions("CSS", "IMT_KPI_05", AUGUST)[-1]

    assert (latest.value, latest.standing) == (Decimal(2), Standing.UNDER_REVIEW)


def test_septembers_results_are_still_provisional():
    (latest,) = reads.versions("CSS", "CSC_KPI_04", SEPTEMBER)

    assert latest.standing is Standing.PROVISIONAL
    assert latest.place == "Return!F17"


def test_refused_workbooks_are_kept_with_their_faults_and_changed_nothing(folder):
    refused = {path.stem: path.read_text("utf-8") for path in (folder / "refused").glob("*.txt")}

    assert set(refused) == {"CSS 2024-11", "CSS 2025-06", "CSS 2025-10"}
    assert "Return!F18: The formula failed with #DIV/0!" in refused["CSS 2025-06"]
    assert "The cell says 9,200%" in refused["CSS 2025-10"]
    assert "CSC_KPI_04 is at Return!A16 already" in refused["CSS 2024-11"]
    months = [item.month for item in reads.returns("CSS", number_at())]
    assert len(months) == 37
    assert [month for month in set(months) if months.count(month) > 1] == [JULY]


def test_the_prime_contract_was_not_extended_before_july_2025():
    before = registers.contract("CSS", known(2025, 7, 1, 9))
    after = registers.contract("CSS", number_at())

    assert (before.last_day, after.last_day) == (date(2026, 3, 31), date(2028, 3, 31))


def test_the_frozen_report_still_says_36_and_53():
    text = plain.render_plain(reports.frozen_tree("CSS-2026-2"))

    assert "36 of 45 KPIs met their target in July 2026" in text
    assert "53%" in text
    assert "35%" not in text


def test_the_frozen_report_is_made_again_to_the_byte_after_the_restatement():
    assert reports.verify("CSS-2026-2").is_proved


def test_the_figure_that_the_frozen_report_used_is_listed_against_it():
    found = {item.reference: item for item in reports.superseded_figures("CSS-2026-2")}

    item = found["kpi/CSS/CSC_KPI_09/2026-07"]
    assert (item.text_then, item.text_now) == ("53%", "35%")


def test_the_next_report_says_what_was_restated():
    text = plain.render_plain(reports.document_of(reports.edition("CSS-2026-3")))

    assert "40 of 45 KPIs met their target in September 2026" in text
    changed = text.split("What changed since the last report")[-1]
    assert "53%" in changed
    assert "35%" in changed


def test_only_the_suppliers_strong_words_stop_the_new_report_until_they_are_answered():
    (fault,) = reports.check("CSS-2026-3")
    assert "CSC_KPI_04, August 2026" in fault.place
    assert "remained strong" in fault.fault

    answer = "CSC_KPI_04 fell below its minimum in August 2026, whatever the supplier says of it."
    where = {"edition": "CSS-2026-3", "section": "attention"}
    narrate(**where, text=answer, based_on=0, by="a.patel", at=TODAY)

    assert reports.check("CSS-2026-3") == []


def test_the_report_is_built_in_every_format(folder):
    built = build_report(story(Council.WESTMERE), folder / "out")

    assert built.edition.title == "Contract performance, quarter 2 of 2026/27"
    assert [path.suffix for path in built.files] == [".html", ".docx", ".pdf", ".xlsx"]
    assert built.files[2].read_bytes().startswith(b"%PDF-")
    assert all(path.stat().st_size > 20_000 for path in built.files)


LINK = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)')
VARYING = re.compile(r"\?.*|\d+|[A-Z]{2,}\w*|[0-9a-f]{12}")
COSTLY = ("/reports/", "/trace/", "/contracts/", "/log/", "/credits/")
OF_EACH_KIND = 6
OF_EACH_COSTLY_KIND = 1
FILES = re.compile(r"/files/|/exempt/|[?&]format=")


@pytest.mark.parametrize(
    "username",
    [
        "j.smith",
        "a.patel",
        "n.ward",
        "c.osei",
        "a.clerk",
        "d.reyes",
        "t.okafor",
        "r.lindqvist",
        "m.doyle",
    ],
)
def test_no_page_leads_where_its_reader_may_not_go(client, username):
    client.force_login(Person.objects.get(username=username))
    seen, waiting, kinds = {"/"}, deque([("/", "")]), Counter()
    wrong = []
    while waiting:
        address, from_page = waiting.popleft()
        kind = VARYING.sub("#", address)
        kinds[kind] += 1
        if kinds[kind] > most_of(address):
            continue
        answer = client.get(address)
        if answer.status_code >= 400:
            wrong.append(f"{answer.status_code} {address} from {from_page}")
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        for link in map(html.unescape, LINK.findall(answer.text)):
            if link not in seen and not link.startswith("/static/"):
                seen.add(link)
                waiting.append((link, address))

    assert wrong == []
    assert len(kinds) > 8


def most_of(address):
    """Return how many pages of the address's kind are opened: few where each takes long."""
    if FILES.search(address):
        return 1
    return OF_EACH_COSTLY_KIND if address.startswith(COSTLY) else OF_EACH_KIND


def test_a_workbook_of_the_story_that_is_not_fit_stops_the_seeding_with_its_faults():
    empty = ReturnSent(
        contract="WAN", month=SEPTEMBER, figures=(), standing=Standing.PROVISIONAL, name="WAN.xlsx"
    )

    with pytest.raises(FileNotAccepted, match=r"WAN\.xlsx:Return!F9: "):
        tell(empty, by="j.smith", at=TODAY)


def test_a_planted_fault_that_nobody_finds_stops_the_seeding():
    source = westmere_figures()
    sound = ReturnSent(
        contract="WAN",
        month=SEPTEMBER,
        figures=source.of("WAN", SEPTEMBER),
        standing=Standing.PROVISIONAL,
        name="WAN.xlsx",
        fault="none at all",
    )

    with pytest.raises(FaultNotFound, match="accepted in spite of its planted fault"):
        tell(sound, by="j.smith", at=TODAY)


def test_what_nobody_can_tell_is_said():
    with pytest.raises(TypeError, match="cannot tell what happened"):
        tell("a flood", by="j.smith", at=TODAY)


def test_the_return_that_is_not_due_yet_can_be_loaded_by_whoever_tries_it():
    before = number_at()
    sent = ReturnSent(
        contract="WAN",
        month=SEPTEMBER,
        figures=westmere_figures().of("WAN", SEPTEMBER),
        standing=Standing.PROVISIONAL,
        name="WAN.xlsx",
    )

    tell(sent, by="j.smith", at=TODAY)

    assert number_at() == before + 1
    performance = reads.performance("WAN", Span(SEPTEMBER, SEPTEMBER), TODAY.date(), number_at())
    counts = count(performance.during(SEPTEMBER)).by_status
    assert (counts[Status.MET], counts[Status.NOT_APPLICABLE]) == (5, 1)
