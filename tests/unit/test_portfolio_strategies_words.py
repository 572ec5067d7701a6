"""Strategies in words, the line of sight as a picture and as a list."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.strategies_seen import a_retrospective, a_strategy, judged, seen
from factories.strategy_facts import day, objective, review
from scrutable.documents.charts.facts import MOST_NODES
from scrutable.documents.charts.svg import svg
from scrutable.govuk.facts import Tag
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Theme
from scrutable.portfolio.presenters.strategies import drawing, lists, looking_back, page, sight
from scrutable.portfolio.presenters.strategies.sight import Known, KpiSeen
from scrutable.portfolio.presenters.strategies.words import lateness_words, span_words

AT = day("2020-12-31")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2020-01-31", "2020-01-31", "0 days"),
        ("2020-01-31", "2020-03-30", "59 days"),
        ("2020-01-31", "2020-03-31", "2 months"),
        ("2020-01-31", "2022-01-30", "23 months"),
        ("2020-01-31", "2022-01-31", "2 years"),
        ("2015-06-30", "2019-06-30", "4 years"),
        ("2015-06-30", "2019-07-29", "4 years"),
        ("2015-06-30", "2019-07-30", "4 years and 1 month"),
    ],
)
def test_how_long_it_is_between_two_days(first, last, words):
    assert span_words(day(first), day(last)) == words


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 20_000))
def test_a_longer_span_is_never_said_to_be_shorter(first, days):
    def months(text):
        parts = dict(zip(text.split()[1::3], map(int, text.split()[0::3]), strict=False))
        years = parts.get("years", parts.get("year", 0))
        return years * 12 + parts.get("months", parts.get("month", 0))

    last = date.fromordinal(first.toordinal() + days)
    after = date.fromordinal(last.toordinal() + 1)

    assert months(span_words(first, last)) <= months(span_words(first, after))


def test_lateness_is_said_of_what_is_done_and_of_what_is_not():
    due = day("2015-06-30")

    assert lateness_words(due, 1461, review(delivered_on=day("2019-06-30"))) == "4 years late"
    assert lateness_words(due, 1461, review(verdict="not_delivered")) == "4 years overdue"
    assert lateness_words(due, 0, review()) == "on its day"
    assert lateness_words(due, -30, review()) == "30 days early"


def test_the_title_is_what_was_found():
    aim = objective()
    hung = judged("277", AT, objectives=(aim.reference,))

    assert page.title(seen([], [])).endswith("no objective is recorded")
    assert page.title(seen([aim], [])).endswith("1 of 1 objective has no project")
    assert page.title(seen([aim], [hung])).endswith("its objective has a project")
    assert page.title(seen([aim], [hung], reviews=[review()])).endswith(
        "1 of 1 objective delivered"
    )


def test_the_summary_says_that_a_look_is_overdue():
    assert page.summary(seen([objective()], [])) == (
        "No project hangs on any of its objectives. It was to be looked at again by "
        "30 September 2020."
    )
    assert page.summary(seen([objective()], [], reviews=[review()])) == (
        "No project hangs on any of its objectives."
    )


def test_the_list_tells_how_many_strategies_run():
    assert lists.list_title([], AT) == "No strategy is recorded"
    assert lists.list_title([a_strategy()], AT) == "1 of 1 strategy is running"
    assert lists.list_title([a_strategy()], day("2023-01-01")) == "0 of 1 strategy is running"


def test_a_small_line_of_sight_is_drawn_whole_with_what_is_missing():
    found = a_strategy()

    network = drawing.picture(found.objectives, Known())

    assert network is not None
    assert [(one.label, one.layer, one.kind) for one in network.nodes] == [
        ("1. Every employee has a device that works", 0, "Objective"),
        ("2. One document store", 0, "Objective"),
        ("3. One shared service desk", 0, "Objective: no project"),
        ("277 Devices", 1, "Project"),
        ("278 Document store migration", 1, "Project: no benefit"),
        ("CSS", 2, "Contract"),
        ("IMT_KPI_01", 3, "KPI"),
        ("Fewer faults", 4, "Benefit"),
    ]
    assert len(network.edges) == 5
    assert network.description == (
        "3 objectives, 2 projects, 1 contract, 1 KPI, 1 benefit. 2 of them have nothing under it."
    )
    assert "Objective: no project" in svg(network)


def test_what_there_is_none_of_is_said_within_the_sentence():
    one = judged("277", AT, objectives=("objective/IT-2019/1",))

    assert sight.summary(seen([objective(1)], [one]).objectives, AT) == (
        "1 project, no contract, no KPI, no benefit, at 31 December 2020."
    )
    assert sight.summary(seen([objective(1)], []).objectives, AT).startswith("No project, no ")


@pytest.mark.parametrize(("objectives", "projects"), [(8, 5), (9, 4), (60, 3), (1, 200)])
def test_a_large_one_is_drawn_as_sums_of_at_most_forty_boxes(objectives, projects):
    aims = [objective(n, theme=tuple(Theme)[n % 3]) for n in range(1, objectives + 1)]
    hung = [
        judged(str(n * 1000 + at), AT, objectives=(f"objective/IT-2019/{n}",))
        for n in range(1, objectives + 1)
        for at in range(projects)
    ]
    found = seen(aims, hung)

    network = drawing.picture(found.objectives, Known())

    assert network is not None
    assert len(network.nodes) <= MOST_NODES
    assert svg(network)


def test_nothing_is_drawn_of_nothing():
    assert drawing.picture([], Known()) is None


def test_the_list_says_what_each_thing_is_how_it_stands_and_what_is_missing():
    found = a_strategy()
    kpi = KpiSeen(
        reference="kpi/CSS/IMT_KPI_01",
        name="Devices that work",
        status=Tag("Met", "green", "●"),
        period="November 2020",
        href="/contracts/CSS/kpis/IMT_KPI_01/",
    )
    known = Known(
        contracts={"contract/CSS": "Support Services"},
        kpis={kpi.reference: kpi},
        projects={one.project.reference: one for one in found.projects},
    )

    first, _, third = sight.lines([one.tree for one in found.objectives], known)

    project = first.below[0]
    contract = project.below[0]
    assert (project.text, project.tags[0].word) == ("277 Devices", "Red")
    assert project.said == (
        "in delivery; 275 days late against the first date, 275 days late against the latest plan"
    )
    assert (contract.text, contract.href) == ("CSS Support Services", "/contracts/CSS/")
    assert (contract.below[0].text, contract.below[0].said) == (
        "IMT_KPI_01 Devices that work",
        "in November 2020",
    )
    assert third.gap == "Nothing is under it: no project is done for it."


def test_a_kpi_and_a_contract_that_nobody_knows_have_no_link():
    line = sight.lines([a_strategy().objectives[0].tree], Known())[0].below[0].below[0]

    assert (line.href, line.below[0].href) == ("", "")
    assert line.below[0].said == "not known to the contract"


def test_the_look_back_names_the_latest_and_those_that_nobody_looked_at():
    found = a_retrospective()

    assert looking_back.title(found) == (
        "IT Strategy 2019 to 2022: 1 of 5 objectives delivered, 1 in part"
    )
    assert looking_back.summary(found) == (
        "3 objectives came after their day or are overdue; objective 2 is 3 years overdue. "
        "Objective 5 was never looked back on."
    )


def test_no_cell_is_blank_whatever_is_not_known():
    for table in (
        looking_back.looked_table(a_retrospective()),
        page.objective_table(a_strategy()),
        lists.strategy_table([a_strategy()]),
        sight.group_table(a_strategy().objectives),
        sight.gap_table([one.tree for one in a_strategy().objectives], Known()),
    ):
        assert all(cell.words for row in table.rows for cell in row)


def test_a_shared_contract_is_one_box_with_a_line_from_each_project():
    aim = objective()
    line = {"objectives": (aim.reference,), "contracts": ("contract/CSS",)}
    found = seen([aim], [judged("1", AT, **line), judged("2", AT, **line)])

    network = drawing.picture(found.objectives, Known())

    assert network is not None
    assert [one.key for one in network.nodes].count("contract/CSS") == 1
    assert [edge.start for edge in network.edges if edge.end == "contract/CSS"] == [
        "project/1",
        "project/2",
    ]
    assert len(rules.gaps([found.objectives[0].tree])) == 3
