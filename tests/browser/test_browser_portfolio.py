"""Projects, strategies and outcomes in Debian's chromium: seen, typed into, printed.

The pages of benefits and of updates have tests of their own beside this one.
"""

from decimal import Decimal

import pytest
import time_machine

from factories import benefit_facts, capacity_facts, outcome_facts, strategy_facts
from factories.project_facts import move, project, status
from factories.project_workbooks import update_book
from factories.stored_portfolio import AS_AT, OCTOBER, begun, dates, record, stored_portfolio
from scrutable.kernel.periods import Month, Span
from scrutable.portfolio import facts, writes
from scrutable.reports.facts import ReportKind

pytestmark = pytest.mark.django_db(transaction=True)
LONG = "What the third party’s people must agree before anybody can say on which day it goes live "
UNBROKEN = "https://westmere.example/" + "x" * 60
PAGES = [
    "/projects/",
    "/projects/201/",
    "/projects/201/date/",
    "/projects/money/",
    "/projects/dependencies/",
    "/strategies/",
    "/strategies/IT-2024/",
    "/strategies/IT-2024/sight/",
    "/strategies/IT-2024/objectives/1/",
    "/strategies/IT-2024/retrospective/",
    "/outcomes/",
    "/outcomes/INFRA/",
    "/outcomes/INFRA/1/",
    "/outcomes/INFRA/1/judge/",
    "/lessons/",
    "/lessons/1/",
    "/suppliers/",
    "/capacity/",
    "/processes/",
    "/projects/updates/send/",
]
KINDS = {
    ReportKind.IT_OVERVIEW: "portfolio/IT",
    ReportKind.PROGRAMME_UPDATE: "portfolio/IT",
    ReportKind.BENEFITS_REVIEW: "portfolio/IT",
    ReportKind.STRATEGY_RETROSPECTIVE: "strategy/IT-2024",
    ReportKind.TRANSITION_OUTCOMES: "transition/INFRA",
}


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(OCTOBER, tick=True):
        yield


@pytest.fixture
def stored(officer):
    stored_portfolio()
    _a_project_with_long_words()


def _a_project_with_long_words():
    """Store project 201: planned anew, with everything of it said at length."""
    aims = ("objective/IT-2024/2",)
    long = project("201", title=(LONG * 2)[:120], objectives=aims, third_parties=(UNBROKEN,))
    writes.record_project(project=long, by="a.patel", at=OCTOBER)
    dates(
        "201",
        move("baseline", "2024-01-10", "2024-11-29"),
        *(
            move("rebaseline", f"2024-{month:02}-14", f"2026-{month:02}-28", reason=LONG * 2)
            for month in range(2, 13)
        ),
        move("forecast", "2026-09-20", "2027-04-30", reason=LONG),
    )
    said = {"to_green": LONG, "green_by": AS_AT.replace(year=2027), "time": facts.Rating.RED}
    writes.give_status(
        status=status("red", number="201", reasons=LONG * 2, **said), by="a.patel", at=OCTOBER
    )
    record(benefit_facts.plain("201-1", title=(LONG * 2)[:120]))
    record(strategy_facts.review(2, "2026-09-30", "partly", "IT-2024", reasons=LONG * 2))
    record(outcome_facts.evidence("against", on="2026-09-20", what=LONG * 2, source=UNBROKEN))
    record(capacity_facts.feature(number=2, using=0, pounds="80986", title=LONG[:80]))
    for number in range(1, 4):
        record(
            facts.DelayCost(
                project="201",
                number=number,
                on=AS_AT,
                pounds=Decimal(41_500),
                what_for=LONG,
                source=UNBROKEN,
            )
        )


def test_every_page_is_good_at_both_widths(page, stored):
    page.sign_in("a.patel")

    for address in PAGES:
        page.open(address)
        page.assert_good()


def test_a_report_of_each_kind_is_good_at_both_widths(page, stored):
    half_year = {"span": Span(Month(2026, 4), Month(2026, 9))}
    begun_reports = [
        begun(kind, about, **(half_year if kind is ReportKind.IT_OVERVIEW else {}))
        for kind, about in KINDS.items()
    ]
    page.sign_in("a.patel")

    for one in begun_reports:
        page.open(f"/reports/{one.name}/")
        page.assert_good()


def test_a_faulty_update_names_every_cell_and_takes_the_focus(page, stored):
    page.sign_in("a.patel")
    page.open("/projects/updates/send/")
    rows = [{"Project": "201", "Milestone": "go-live", "Forecast": LONG}, {"Project": UNBROKEN}]
    file = {
        "name": "updates.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": update_book(AS_AT, Dates=rows),
    }

    page.get_by_label("The workbook").set_input_files(file)
    page.get_by_role("button", name="Check the update").click()

    page.get_by_role("heading", name="There is a problem").wait_for()
    page.locator("html[data-started=yes]").wait_for()
    assert page.locator(".govuk-error-summary").evaluate("it => it === document.activeElement")
    page.refused.clear()  # the console speaks of every status from 400 on
    page.assert_good()


class Keyboard:
    """Tab, arrows, Enter and letters, and nothing else."""

    FOCUSED = """() => { const at = document.activeElement
        const name = it => it.labels?.length ? it.labels[0].innerText : it.innerText ?? ""
        const group = at.closest("fieldset")?.querySelector("legend")?.innerText ?? ""
        return [group.trim(), name(at).trim()] }"""

    def __init__(self, page):
        self.page = page

    def to(self, *names):
        """Press Tab until what is focused has the name, with its group's before it if two."""
        for _ in range(200):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(self.FOCUSED)[-len(names) :] == list(names):
                return
        raise AssertionError(f"Tab never comes to {names} on {self.page.url}")

    def type(self, words):
        self.page.keyboard.type(words)

    def day(self, group, *parts):
        """Fill the three fields of a day, whatever stands there."""
        for name, part in zip(("Day", "Month", "Year"), parts, strict=True):
            self.to(group, name)
            self.page.keyboard.press("Control+A")
            self.type(str(part))

    def enter(self, *names):
        """Go there, press Enter, and wait for the page that comes."""
        self.to(*names)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.page.locator("html[data-started=yes]").wait_for()


def test_a_forecast_date_is_given_with_the_keyboard_alone(page, stored):
    page.sign_in("a.patel")
    page.open("/projects/277/")
    keys = Keyboard(page.page)

    keys.enter("Give a date")
    keys.to("Milestone")
    keys.type("Go")
    keys.to("What is said", "A forecast: the day now expected")
    page.keyboard.press("Space")
    keys.day("Date", 15, 1, 2027)
    keys.to("Reason (optional)")
    keys.type("The third party has moved its test")
    keys.enter("Record the date")

    assert page.get_by_text("Forecast: 15 January 2027").is_visible()
    assert "The third party has moved its test" in page.locator("#moves tr").nth(1).inner_text()


def test_an_outcome_is_judged_with_the_keyboard_alone(page, stored):
    page.sign_in("a.patel")
    page.open("/outcomes/INFRA/1/")
    keys = Keyboard(page.page)

    keys.enter("Judge it")
    keys.to("Verdict", "Evidenced")
    page.keyboard.press("ArrowDown")
    keys.to("Reasons")
    keys.type("Every server was counted, and the desktops were not")
    keys.to("To the evidence against it (optional)")
    keys.type("It was looked at")
    keys.to("Judged by")
    keys.type("Priya Shah, Internal Audit")
    keys.enter("Record it")

    assert page.locator("#judgements tbody tr").count() == 2


def test_a_project_is_printed_whole_and_without_doors(page, stored):
    page.sign_in("a.patel")
    page.open("/projects/201/")

    page.page.emulate_media(media="print")

    for gone in (".app-navigation", ".app-actions", ".govuk-breadcrumbs", ".app-search"):
        assert page.locator(gone).evaluate_all(
            "found => found.every(it => !it.checkVisibility())"
        ), gone
    assert page.locator("#moves tbody tr").count() == 13
    wide = page.locator("table").evaluate_all(
        "found => found.filter(it => it.scrollWidth > document.body.clientWidth).map(it => it.id)"
    )
    assert wide == []
    assert page.page.pdf(format="A4").startswith(b"%PDF")
