"""Reports on councils with little to say: nothing measured, nothing before, nothing published."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factories import report_papers as made
from factories.contract_facts import kpi, level
from scrutable.contracts import compose
from scrutable.contracts import facts as contract_facts
from scrutable.contracts.presenters.published import about_words
from scrutable.contracts.rules.credits import credit_sum
from scrutable.documents.blocks import Chart
from scrutable.documents.charts.facts import TrendChart
from scrutable.documents.plain import render_plain
from scrutable.kernel.periods import Month, Span
from scrutable.reports.rules.printed import without_period

SEPTEMBER = made.SEPTEMBER
NOTHING = {
    "credits": (), "mitigations": (), "attention": (), "runs": (), "forecasts": {},
    "trend_reasons": {}, "matters": (),
}  # fmt: skip


def text(held=None, **said):
    """Return the report as plain text; whatever it lacks, every figure has its period."""
    document = compose.contract_performance(replace(made.papers(held), **said))
    assert list(without_period(document)) == []
    return render_plain(document)


def judged(known, values=None):
    """Return the contract with one KPI; its months are those of calls abandoned unless given."""
    held = made.histories({known.code: values or made.VALUES["CSC_KPI_04"]})
    return made.performance(held, kpis=(known,), mitigations=())


def test_what_was_never_measured_has_words_and_no_chart():
    performance = judged(kpi(version=3), " ".join(["-"] * 12))
    papers = replace(
        made.papers(), **NOTHING | {"performance": performance, "attention": (made.attention(),)}
    )

    document = compose.contract_performance(papers)

    charts = [block.fact for block in document.blocks if isinstance(block, Chart)]
    assert not any(isinstance(fact, TrendChart) for fact in charts)
    said = render_plain(document)
    assert "Calls abandoned" in said
    assert "No KPI was judged in September 2026." in said


def test_a_first_month_is_compared_with_none():
    every = made.performance()
    first = tuple(entry for entry in every.months if entry.month == SEPTEMBER)
    span = Span(SEPTEMBER, SEPTEMBER)

    said = text(
        performance=replace(every, span=span, months=first), span=span, credits=(), runs=(),
        forecasts={}, trend_reasons={},
    )  # fmt: skip

    assert "In September 2026: 7.2%" in said
    assert "August" not in said.split("What changed")[0].split("commentary")[0]


def test_what_changed_of_a_kpi_that_is_gone_is_counted_and_not_tabled():
    held, changes, since = made.earlier_and_later()
    gone = tuple(
        replace(
            pair, before=replace(pair.before, code="OLD"), after=replace(pair.after, code="OLD")
        )
        for pair in changes.restated
    )
    arrived = tuple(pair.after for pair in gone)

    said = text(held=held, changes=replace(changes, restated=gone, arrived=arrived), since=since)

    assert "One figure has been restated." in said
    assert "Restated figures" not in said
    assert "Results that arrived since" not in said


def test_a_rule_of_its_own_is_told_in_the_method():
    two_sided = kpi(
        version=3, rule=contract_facts.RuleKind.TWO_SIDED, rule_numbers={"tolerance": Decimal(1)}
    )

    said = text(**NOTHING | {"performance": judged(two_sided)})

    assert ": CSC_KPI_04." in said


def test_a_mitigation_that_was_withdrawn_is_counted_to_its_own_end():
    withdrawn = replace(made.RELIEVED, withdrawn_on=date(2026, 8, 10))

    said = text(mitigations=(withdrawn,))

    assert "for 4 months without a break, since April 2026" in said


def test_points_that_do_not_count_say_what_relieves_them():
    performance = made.performance()
    relief = contract_facts.Relief(
        contract="CSS",
        number=2,
        kind=contract_facts.ReliefKind.RELIEF,
        span=made.QUARTER,
        codes=("CSC_KPI_04",),
        reason="A strike",
        granted_by="the Board",
        granted_on=date(2026, 7, 1),
    )
    charge = contract_facts.Charge(contract="CSS", month=SEPTEMBER, pounds=Decimal(100))
    total = credit_sum(performance, SEPTEMBER, charge=charge, terms=made.TERMS, reliefs=(relief,))

    assert "Not counted: suspension/CSS/2" in text(performance=performance, credits=(total,))


def test_a_quarter_of_which_nothing_was_published_says_so():
    nothing = made.performance({}, published_only=True)

    said = text(**NOTHING | {"performance": nothing})

    assert "No statement about July to September 2026 is recorded." in said
    assert "rests on no published statements" in said
    assert "Five of 5 KPIs have no published value" in said


@pytest.mark.parametrize(
    ("named", "about"),
    [
        ({"code": "OLD_KPI_01"}, "OLD_KPI_01"),
        ({"measure": "kpis_below_minimum"}, "KPIs below minimum"),
        ({}, "The whole contract"),
    ],
)
def test_words_without_a_value_are_no_sentence_of_the_summary(named, about):
    words = contract_facts.Statement(
        contract="CSS", number=1, span=made.QUARTER, note="a frank exchange", version=13, **named
    )
    papers = {"performance": made.performance({}, published_only=True), "statements": (words,)}

    said = text(**NOTHING | papers)

    assert about_words(words, made.papers().kpis) == about
    assert said.count("No value published") == 1  # in the table, where it stands beside the note


@pytest.mark.parametrize(
    ("levels", "cells"),
    [
        ((level(5, 8, start="2027-01"),), "Not set"),
        ((level(5, None),), "None"),
    ],
)
def test_a_level_that_is_not_there_is_said(levels, cells):
    assert cells in text(**NOTHING | {"performance": judged(kpi(version=3, levels=levels))})


def test_a_kpi_without_a_target_has_no_month_judged_beside_its_forecast():
    known = kpi(version=3, levels=())
    ahead = contract_facts.Forecast(
        month=Month(2027, 3), value=Decimal(6), low=None, high=None,
        status=contract_facts.Status.MET, basis="the last month of the year",
    )  # fmt: skip

    said = text(**NOTHING | {"performance": judged(known), "forecasts": {known.code: ahead}})

    row = next(line for line in said.splitlines() if "No month judged" in line)
    assert "6.0%" in row
    assert " to " not in row


def test_without_a_forecast_there_is_no_table_of_forecasts():
    assert "beside the forecast" not in text(forecasts={})
