"""What the titles and sentences of contracts' pages say: the finding, gravest first."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.contract_facts import contract, kpi, mitigation
from factories.judged_months import owing
from scrutable.contracts.facts import (
    Arrow,
    Charge,
    Counts,
    CreditSum,
    CreditTerms,
    Forecast,
    LoadPlan,
    Matter,
    MatterState,
    RuleKind,
    Source,
    Standing,
    Statement,
    Status,
)
from scrutable.contracts.presenters import (
    contract_list,
    contract_page,
    definition_page,
    kpi_page,
    matters,
    mitigations,
    published,
    result_page,
    returns,
)
from scrutable.contracts.presenters import (
    credits as credit,
)
from scrutable.contracts.presenters.lines import KpiLine
from scrutable.contracts.presenters.trend import trend_direction
from scrutable.contracts.rules.months import kpi_months
from scrutable.kernel.periods import Month, Span

SEPTEMBER = Month(2026, 9)
AS_AT = date(2026, 9, 30)


def view(before=None, **counted):
    by_status = {Status[name.upper()]: number for name, number in counted.items()}
    counts = Counts(by_status=by_status, mitigated={})
    return contract_page.MonthView(month=SEPTEMBER, counts=counts, before=before)


@pytest.mark.parametrize(
    ("counted", "finding"),
    [
        ({"below_minimum": 1, "below_target": 3, "met": 40}, "One KPI below minimum in September"),
        ({"below_target": 2, "met": 40}, "Two KPIs below target in September"),
        ({"met": 44}, "All 44 KPIs met target in September"),
        ({"met": 43, "not_measured": 1}, "Every KPI that was judged met its target in September"),
        ({"late": 44}, "September’s return is late"),
        ({"not_yet_due": 44}, "September’s return is not yet due"),
        ({"no_activity": 2}, "No KPI was judged in September"),
        ({}, "No KPIs are defined yet"),
    ],
)
def test_a_contracts_title_is_its_gravest_finding(counted, finding):
    assert contract_page.finding(view(**counted)) == finding


def test_without_a_month_there_is_nothing_to_compare_with():
    first, later = view(met=4), view(met=4, before=Counts(by_status={Status.MET: 3}, mitigated={}))

    said = [contract_page.figures(one, [])[0].comparison for one in (first, later)]

    assert said == ["No month before to compare with", "3 in August"]
    assert contract_page.finding(None) == "No KPIs are defined yet"


@given(st.dictionaries(st.sampled_from(list(Status)), st.integers(0, 60)))
def test_the_numbers_of_the_summary_add_up_to_what_was_owed(by_status):
    counts = Counts(by_status=by_status, mitigated={})

    said = contract_page.summary(
        contract_page.MonthView(month=SEPTEMBER, counts=counts, before=None)
    ).replace(" 2026", "")

    met, owed, *others = [int(number) for number in re.findall(r"\d+", said.replace(",", ""))]
    assert owed == counts.owed
    assert met + sum(others) == owed


def test_how_many_contracts_with_how_many_suppliers():
    assert contract_list.title([contract()]) == "1 contract with 1 supplier"
    assert contract_list.title([contract(), contract(code="X")]) == "2 contracts with 1 supplier"
    assert contract_list.title([]) == "Contracts"


def worked(**said):
    plain = {
        "contract": "CSS",
        "month": SEPTEMBER,
        "lines": (),
        "points": 0,
        "charge": Charge(contract="CSS", month=SEPTEMBER, pounds=Decimal(100)),
        "terms": CreditTerms(
            contract="CSS",
            effective_from=Month(2021, 4),
            percent_per_point=Decimal("0.5"),
            cap_percent=Decimal(5),
            repeat_multiplier=2,
            points={},
        ),
        "uncapped_pounds": Decimal(0),
        "cap_pounds": Decimal(5),
        "credit_pounds": Decimal(0),
    }
    return CreditSum(**plain | said)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({}, "No service credit is due for September 2026"),
        ({"credit_pounds": Decimal("0.5")}, "£0.50 of service credit is due for September 2026"),
        (
            {"credit_pounds": Decimal(5), "is_capped": True},
            "£5 of service credit is due for September 2026, held to the cap",
        ),
        ({"credit_pounds": None}, "The credit for September 2026 cannot be worked out yet"),
        (
            {"suspended_by": "suspension/CSS/1"},
            "Service credits were suspended in September 2026",
        ),
    ],
)
def test_a_months_credit_in_one_line(said, title):
    assert credit.title(worked(**said)) == title


def test_no_figure_of_a_credit_is_ever_nought_for_want_of_knowing():
    assert credit.credit_words(worked()) == "£0"
    assert credit.credit_words(worked(credit_pounds=None)) == "Charge not known"
    assert credit.credit_words(worked(credit_pounds=None, terms=None)) == "No terms set"


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ({}, "In force until December 2026"),
        ({"span": Span(Month(2026, 10), Month(2026, 12))}, "Begins in October 2026"),
        ({"span": Span(Month(2026, 4), Month(2026, 8))}, "Ran out in August 2026"),
        ({"withdrawn_on": date(2026, 9, 1)}, "Withdrawn on 1 September 2026"),
        ({"withdrawn_on": date(2026, 10, 1)}, "In force until December 2026"),
    ],
)
def test_where_a_mitigation_stands(said, state):
    assert mitigations.state_words(mitigation(**said), AS_AT) == state


def test_how_many_mitigations_are_in_force():
    over = mitigation(span=Span(Month(2025, 4), Month(2025, 6)))
    longer = mitigation(span=Span(Month(2026, 1), Month(2026, 12)))

    assert mitigations.title([over], AS_AT) == "No mitigation is in force"
    assert (
        mitigations.title([over, mitigation()], AS_AT) == "1 mitigation is in force, for 9 months"
    )
    assert mitigations.title([longer, mitigation()], AS_AT) == (
        "2 mitigations are in force, the longest for 12 months"
    )


def matter(state=MatterState.OPEN, due=None):
    return Matter(
        contract="CSS", number=1, title="Arrears", owner="HR", state=state, due=due,
        raised_on=date(2026, 7, 1),
    )  # fmt: skip


def test_a_matter_is_overdue_from_the_day_after():
    on_time, late = matter(due=AS_AT), matter(due=date(2026, 9, 29))

    assert matters.title([on_time, late], AS_AT) == "2 service matters are open, 1 past due"
    assert matters.title([on_time], AS_AT) == "1 service matter is open"
    assert matters.title([matter(MatterState.CLOSED, date(2026, 1, 1))], AS_AT) == (
        "No service matter is open"
    )


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"low": Decimal(58), "high": Decimal(71)}, "Between 58 and 71"),
        ({"low": Decimal(0), "high": Decimal(0)}, "0"),
        ({"low": Decimal(58)}, "At least 58"),
        ({"high": Decimal(71)}, "At most 71"),
        ({"verdict": Status.MET}, "A verdict without a figure"),
        ({}, "Words only"),
    ],
)
def test_a_statement_says_no_more_than_was_published(said, words):
    statement = Statement(contract="LCC", number=1, span=Span(SEPTEMBER, SEPTEMBER), **said)

    (row,) = published.statement_table([statement], {}).rows
    assert row[2].text == words
    assert row[1].text == "The whole contract"
    assert row[4].text == "Not stated"


def test_a_statement_shows_its_verdict_and_its_mitigation_as_words():
    statement = Statement(
        contract="LCC", number=1, span=Span(SEPTEMBER, SEPTEMBER), mitigated=True,
        code="CSC_KPI_04", verdict=Status.BELOW_MINIMUM, confidence="press",
    )  # fmt: skip

    (row,) = published.statement_table([statement], {}).rows

    assert [tag.word for tag in row[2].tags] == ["Below minimum", "Mitigation agreed"]
    assert (row[1].text, row[4].note) == ("CSC_KPI_04", "press")


def test_how_much_was_published_and_where_the_gaps_are():
    said = [
        Statement(contract="LCC", number=1, span=Span(Month(2018, 4), Month(2018, 6))),
        Statement(contract="LCC", number=2, span=Span(Month(2018, 6), Month(2018, 7))),
    ]
    year = Span(Month(2018, 4), Month(2019, 3))

    assert published.title(said) == "2 statements published about April to July 2018"
    assert published.title([]) == "Nothing published is recorded yet"
    assert published.gaps_words(said, year) == (
        "They speak of 4 of the contract’s 12 months; for the other 8 there is a gap."
    )


@pytest.mark.parametrize(
    ("already", "title"),
    [
        ("", "Nothing in this return is new"),
        ("return/CSS/2026-09/1", "This very file is loaded already"),
    ],
)
def test_a_plan_without_changes_says_so(already, title):
    plan = LoadPlan(
        contract="CSS", month=SEPTEMBER, standing=Standing.PROVISIONAL, source=Source.RETURN,
        rows=(), already_loaded=already,
    )  # fmt: skip

    assert returns.plan_title(plan) == title


def line(ahead=None):
    """Return a KPI whose one month has no return yet."""
    known = kpi()
    span = Span(SEPTEMBER, SEPTEMBER)
    entries = kpi_months(known, span, owing=owing(as_at=AS_AT), histories={}, mitigations=())
    return KpiLine(
        definition=known, entries=tuple(entries), run=None, arrow=Arrow.UNKNOWN, forecast=ahead
    )


def test_a_month_without_a_return_says_so_and_shows_nothing_else():
    page = result_page.present(line(), None)

    assert (page.terms[0].label, page.terms[0].value) == ("Result", "Not yet due")
    assert page.commentary == ""
    assert "0" not in page.title.removeprefix("CSC_KPI_04").replace("2026", "")


def test_the_first_month_has_none_before_it():
    figures = kpi_page.present(line(), 12).figures

    assert "No month before to compare with" in [figure.comparison for figure in figures]


@pytest.mark.parametrize(("month", "drawn"), [(Month(2027, 3), 1), (SEPTEMBER, 0)])
def test_a_forecast_is_drawn_only_for_what_lies_ahead(month, drawn):
    ahead = Forecast(
        month=month, value=Decimal(5), low=Decimal(4), high=Decimal(6), status=Status.MET,
        basis="a straight line through 12 measured months",
    )  # fmt: skip

    assert len(kpi_page.trend_chart(line(ahead)).forecast) == drawn


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Still measured"),
        ({"discontinued_from": Month(2026, 4)}, "From April 2026"),
        (
            {"discontinued_from": Month(2026, 4), "discontinued_why": "the maker does it now"},
            "From April 2026: the maker does it now",
        ),
    ],
)
def test_when_a_kpi_ended_and_why(said, words):
    assert words in [term.value for term in definition_page.definition_terms(kpi(**said))]


@pytest.mark.parametrize(
    ("rule", "direction"), [(RuleKind.LEVELS, "lower"), (RuleKind.TWO_SIDED, "within")]
)
def test_a_trend_says_which_side_is_better(rule, direction):
    assert trend_direction(kpi(rule=rule, rule_numbers={"tolerance": Decimal(1)})) == direction
