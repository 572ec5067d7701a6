"""Capacity, processes and what nobody uses in a report, read as a member reads them."""

from datetime import date
from decimal import Decimal

from factories.capacity_facts import day, feature, post, procurement, redirection, review
from factories.project_facts import move
from scrutable.documents.blocks import Document, Heading, Table
from scrutable.documents.plain import render_plain
from scrutable.portfolio import rules
from scrutable.portfolio.compose import capacity, processes

TODAY = date(2026, 10, 12)
MOVES = [move("baseline", "2025-01-13", "2026-03-31"), move("forecast", "2026-01-12", "2026-10-30")]


def text(*sections):
    blocks = tuple(block for section in sections for block in section)
    return render_plain(
        Document(
            title="Sections",
            reference="test",
            council="Westmere County Council",
            meeting="",
            author="Anita Patel",
            subject="",
            dated=TODAY,
            blocks=blocks,
        )
    )


def sections():
    posts = [
        post("IT-001"),
        post("IT-002", "vacant", version=7),
        post("IT-003", "interim", team="Cyber"),
        post("IT-004", "not_created", team="Cyber"),
    ]
    bought = [
        rules.procurement_judged(
            [procurement(projects=("207",), value=Decimal(3100000))], frozenset(), TODAY
        ),
        rules.procurement_judged([procurement("PR-2", "stopped", note="Dear")], frozenset(), TODAY),
    ]
    taken = [
        rules.redirection_judged(
            redirection(days_lost=60, effect="By the hours written down"),
            "Customer portal",
            MOVES,
            TODAY,
        ),
        rules.redirection_judged(redirection(project="208", ended=None), "Portal", [], TODAY),
    ]
    reviews = [
        rules.review_judged(
            review("done", done="2026-06-01", ways_before=9, ways_after=1, result="One form"), TODAY
        ),
        rules.review_judged(review("planned", "2026-12-18", number=2), TODAY),
    ]
    features = [
        rules.feature_judged(feature(plan="Switched on in May"), TODAY),
        rules.feature_judged(feature(using=None, counted=None, number=2, title="Queue"), TODAY),
    ]
    return (
        capacity.capacity_section(rules.staffing(posts, TODAY)),
        capacity.procurement_section(bought, TODAY),
        capacity.redirection_section(taken, TODAY),
        processes.processes_section(reviews, TODAY),
        processes.features_section(features, TODAY),
    )


def test_the_sections_read_as_they_should(golden):
    golden("sections_capacity.txt", text(*sections()))


def test_with_nothing_each_section_says_so(golden):
    nothing = (
        capacity.capacity_section(rules.staffing([], TODAY)),
        capacity.procurement_section([], TODAY),
        capacity.redirection_section([], TODAY),
        processes.processes_section([], TODAY),
        processes.features_section([], TODAY),
    )

    golden("sections_capacity_empty.txt", text(*nothing))


def test_every_number_says_what_it_rests_on_and_of_when_it_is():
    blocks = [block for section in sections() for block in section]
    tables = [block for block in blocks if isinstance(block, Table)]
    numbers = [cell for table in tables for row in table.rows for cell in row if cell.number]

    assert [block.anchor for block in blocks if isinstance(block, Heading)] == [
        "capacity",
        "procurements",
        "redirections",
        "processes",
        "unused",
    ]
    assert all(cell.citation and cell.period == "at 12 October 2026" for cell in numbers)


def test_a_count_has_the_version_of_the_latest_post_that_is_counted():
    section = sections()[0]
    desk = next(row for row in section[2].rows if row[0].text == "Service desk")

    assert desk[1].citation.reference == "capacity/posts"
    assert desk[1].citation.version == 7


def test_a_day_that_nobody_set_is_no_figure():
    assert day("2026-10-12") == TODAY
    assert capacity.finding(rules.staffing([], TODAY)) == ()
    assert capacity.key_figures(rules.staffing([], TODAY)) == ()
