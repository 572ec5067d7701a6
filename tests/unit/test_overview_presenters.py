"""What home, search and the log say."""

from datetime import UTC, date, datetime

import pytest

from scrutable.audit.facts import Break, EventFact
from scrutable.kernel.attention import Attention, Gravity
from scrutable.overview.facts import Newest, Standing
from scrutable.overview.presenters import events, home

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)


def standing(**said):
    plain = {
        "has_policy": True,
        "has_manager": True,
        "suppliers": 1,
        "contracts": 1,
        "kpis": 1,
        "returns": 1,
        "reports": 1,
    }
    return Standing(**plain | said)


def item(gravity=Gravity.SERIOUS, since=date(2026, 6, 1)):
    return Attention(
        reference="kpi/CSS/CSC_KPI_04",
        what="Calls abandoned",
        why="Below minimum",
        since=since,
        gravity=gravity,
        owner="Norland Services",
    )


def event(**said):
    plain = {
        "number": 12,
        "at": AT,
        "by": "j.smith",
        "verb": "result_corrected",
        "subject": "kpi/CSS/CSC_KPI_04/2026-09",
        "before": {"value": "53"},
        "after": {"value": "35", "why": "misprinted"},
        "seal": "0" * 64,
    }
    return EventFact(**plain | said)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({"has_policy": False, "contracts": 0}, "Next: set the council’s policy"),
        ({"has_manager": False, "suppliers": 0}, "Next: add a contract manager"),
        ({"suppliers": 0, "contracts": 0}, "Next: add a supplier"),
        ({"contracts": 0}, "Next: add its contract"),
        ({"kpis": 0}, "Next: add the contract’s KPIs"),
        ({"returns": 0}, "Next: send the first return"),
        ({"reports": 0}, "Next: build and freeze a first report"),
        ({"has_policy": False}, "Nothing needs attention"),
        ({"has_manager": False}, "Nothing needs attention"),
        ({}, "Nothing needs attention"),
    ],
)
def test_home_says_the_next_step_until_there_is_a_report(said, title):
    assert home.title(standing(**said), []) == title


def test_a_council_that_only_has_what_was_published_owes_no_kpis_and_no_returns():
    found = standing(kpis=0, returns=0, reports=0, only_published=True)

    assert home.title(found, []) == "Next: build and freeze a first report"
    assert home.steps_words(found) == "From here to a first report it is five steps."
    assert home.steps_words(standing()) == "From here to a first report it is seven steps."


def test_home_counts_what_needs_attention_and_names_the_oldest():
    items = [item(), item(Gravity.NOTE, date(2025, 4, 1))]
    figures = home.figures(standing(), items, "12 October 2026")

    assert home.title(standing(), items) == "2 things need attention"
    assert (figures[0].value, figures[0].comparison) == ("2", "1 serious or grave")
    assert figures[1].value == "1 April 2025"


def test_a_report_without_a_moment_is_not_blank():
    table = home.report_table([Newest(name="CSS-2026-1", title="Quarter 1", frozen_at=None)])

    assert [cell.text for cell in table.rows[0]] == ["Quarter 1", "CSS-2026-1", "Not recorded"]


@pytest.mark.parametrize(
    ("words", "title"),
    [("", "Search"), ("calls", "Nothing was found for “calls”")],
)
def test_a_search_says_what_it_found(words, title):
    assert home.hits_title(words, []) == title


def test_an_event_is_told_part_by_part():
    table = events.change_table(event())

    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Value", "53", "35"],
        ["Why", "Nothing", "misprinted"],
    ]


def test_an_event_leads_to_the_trace_of_what_it_touched():
    cells = events.event_table([event()]).rows[0]

    assert cells[4].href == "/trace/kpi/CSS/CSC_KPI_04/2026-09"
    assert events.event_table([event(subject="")]).rows[0][4].text == "Nothing in particular"
    assert events.event_table([event(subject="no reference")]).rows[0][4].href == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "Nothing"),
        ("", "Nothing"),
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        ([], "None"),
        (["a", "b"], "a; b"),
        ({"a": {"b": 1}}, "a: b: 1"),
        ({}, "Nothing"),
    ],
)
def test_whatever_was_kept_is_said_and_nothing_is_blank(value, words):
    assert events.value_words(value) == words


def test_a_long_change_is_cut_in_the_list_only():
    long = {"commentary": "word " * 100}

    assert events.short(long).endswith("…")
    assert len(events.short(long)) <= events.MOST_TEXT + 1


def test_the_chain_is_said_to_hold_or_where_it_does_not():
    broken = [Break(3, "has been altered since it was sealed"), Break(4, "does not link")]

    assert events.chain_words([], 390).startswith("The chain holds: 390 events")
    assert events.chain_words(broken, 390) == (
        "The chain does not hold: 2 breaks, the first at event 3, "
        "which has been altered since it was sealed."
    )
