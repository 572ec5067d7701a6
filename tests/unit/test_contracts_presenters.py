"""What pages say of contracts and KPIs, in whole sentences."""

from datetime import date
from decimal import Decimal

import pytest

from factories.contract_facts import kpi, level, mitigation
from scrutable.contracts import facts
from scrutable.contracts.presenters import (
    contract_page,
    counts,
    kpi_page,
    lines,
    mitigations,
    published,
    returns,
)
from scrutable.contracts.presenters import credits as money
from scrutable.contracts.rules.counting import count
from scrutable.kernel.periods import Month, Span

SEPTEMBER = Month(2026, 9)


def entry(status, month=SEPTEMBER, value="6.1", code="CSC_KPI_04", **said):
    number = None if value is None else Decimal(value)
    reason = facts.NoValue.NO_ACTIVITY if number is None else None
    result = facts.Result(
        contract="CSS",
        code=code,
        month=month,
        value=number,
        no_value=reason,
        standing=facts.Standing.VERIFIED,
        source=facts.Source.RETURN,
    )
    return facts.KpiMonth(
        contract="CSS",
        code=code,
        month=month,
        status=status,
        result=result,
        level=level(5, 8),
        **said,
    )


def view(*statuses, before=()):
    entries = [entry(status) for status in statuses]
    earlier = count(entry(status) for status in before) if before else None
    return contract_page.MonthView(month=SEPTEMBER, counts=count(entries), before=earlier)


MET, BELOW, GRAVE = facts.Status.MET, facts.Status.BELOW_TARGET, facts.Status.BELOW_MINIMUM


@pytest.mark.parametrize(
    ("statuses", "title"),
    [
        ((GRAVE, GRAVE, BELOW, MET), "Two KPIs below minimum in September"),
        ((GRAVE,), "One KPI below minimum in September"),
        ((BELOW, MET), "One KPI below target in September"),
        ((BELOW,) * 12, "12 KPIs below target in September"),
        ((MET, MET, MET), "All three KPIs met target in September"),
        ((MET, facts.Status.NOT_MEASURED), "Every KPI that was judged met its target in September"),
        ((facts.Status.LATE,), "September’s return is late"),
        ((facts.Status.NOT_YET_DUE,), "September’s return is not yet due"),
        ((facts.Status.SUSPENDED,), "No KPI was judged in September"),
        ((), "No KPIs are defined yet"),
    ],
)
def test_the_title_of_a_contract_is_its_finding(statuses, title):
    assert contract_page.finding(view(*statuses)) == title


def statement(first, last, **said):
    plain = {"contract": "CSS", "number": 1, "span": Span(Month(2017, first), Month(2017, last))}
    return facts.Statement(**plain | said)


def test_what_was_published_is_counted_and_its_gaps_too():
    said = [statement(2, 3), statement(3, 3), statement(9, 9)]

    assert published.title(said) == "3 statements published about February to September 2017"
    assert published.gaps_words(said, Span(Month(2017, 1), Month(2017, 12))) == (
        "They speak of 3 of the contract’s 12 months; for the other 9 there is a gap."
    )
    assert published.title([]) == "Nothing published is recorded yet"


def test_the_summary_adds_up_to_every_kpi():
    said = contract_page.summary(view(MET, MET, BELOW, GRAVE, facts.Status.LATE))

    assert said == (
        "2 of 5 KPIs met their target in September 2026, 1 was below target and 1 was below "
        "minimum; 1 had no judged result."
    )


def test_a_kpi_that_owes_nothing_is_not_among_those_asked_and_has_its_own_column():
    known = view(MET, MET, facts.Status.SUSPENDED, facts.Status.DISCONTINUED)

    row = [cell.text for cell in counts.month_counts([(SEPTEMBER, known.counts)]).rows[0]]

    assert contract_page.figures(known, [])[0].value == "2 of 3"
    assert contract_page.summary(known).startswith("2 of 3 KPIs met their target")
    assert contract_page.summary(known).endswith("; 1 had no judged result.")
    assert row == ["September 2026", "4", "2", "0", "0", "0", "0", "1", "1"]


def test_a_month_in_which_all_was_judged_says_nothing_of_what_was_not():
    said = contract_page.summary(view(MET, facts.Status.NOT_APPLICABLE))

    assert said == (
        "1 of 1 KPI met their target in September 2026, 0 were below target and 0 were below "
        "minimum."
    )


def test_a_figure_is_compared_with_the_month_before():
    shown = contract_page.figures(view(MET, BELOW, before=(MET, MET)), [])

    assert (shown[0].value, shown[0].comparison) == ("1 of 2", "2 in August")
    assert shown[3].value == "None"


def test_every_kpi_is_counted_once_in_every_line():
    table = counts.month_counts([(SEPTEMBER, view(*facts.Status).counts)])

    total, met, below, grave, _, _, missing, not_owed = (cell.number for cell in table.rows[0][1:])
    assert total == met + below + grave + missing + not_owed == len(facts.Status)


def line(*statuses, **said):
    entries = tuple(
        entry(status, SEPTEMBER.plus(at + 1 - len(statuses))) for at, status in enumerate(statuses)
    )
    plain = {
        "definition": kpi(),
        "entries": entries,
        "run": None,
        "arrow": facts.Arrow.WORSE,
        "forecast": None,
    }
    return lines.KpiLine(**plain | said)


def test_a_line_says_status_levels_run_and_forecast_in_words():
    run = facts.Run(code="CSC_KPI_04", first=Month(2026, 8), last=SEPTEMBER, length=2, worst=BELOW)
    table = lines.kpi_table([line(BELOW, BELOW, run=run)], SEPTEMBER)

    said = [cell.words for cell in table.rows[0]]
    assert said == [
        "Customer Service Centre",
        "CSC_KPI_04; Calls abandoned",
        "Below target",
        "6.1%; Worse",
        "5.0%",
        "8.0%",
        "2",
        "Too few measured months",
    ]


def test_a_month_without_a_value_is_its_reason():
    table = lines.month_table([line(facts.Status.MET)])
    gap = entry(facts.Status.NO_ACTIVITY, value=None)
    empty = lines.month_table([line(MET, entries=(gap,))])

    assert table.rows[0][2].words == "6.1%; Met"
    assert empty.rows[0][2].words == "No activity"


def test_a_kpi_says_what_stands_and_what_was_agreed():
    agreed = entry(BELOW, mitigation=mitigation(number=1))
    said = kpi_page.summary(line(BELOW, entries=(agreed,)))

    assert said == (
        "6.1% misses the target of 5.0% and reaches the minimum of 8.0%. A mitigation is agreed "
        "until December 2026: the miss stands, with that beside it."
    )


def test_a_chart_marks_misses_gaps_and_what_was_first_reported():
    entries = (
        entry(MET, Month(2026, 7)),
        entry(GRAVE, Month(2026, 8), restated_from=Decimal("5.3")),
        entry(facts.Status.NO_ACTIVITY, value=None),
    )
    points = kpi_page.trend_chart(line(MET, entries=entries)).points

    assert [point.miss for point in points] == ["", "minimum", ""]
    assert points[1].restated_from == Decimal("5.3")
    assert points[2].reason == "No activity"


@pytest.mark.parametrize(
    ("agreed", "day", "words"),
    [
        (mitigation(), date(2026, 10, 12), "In force until December 2026"),
        (mitigation(), date(2026, 3, 31), "Begins in April 2026"),
        (mitigation(), date(2027, 1, 1), "Ran out in December 2026"),
        (
            mitigation(withdrawn_on=date(2026, 9, 3)),
            date(2026, 10, 12),
            "Withdrawn on 3 September 2026",
        ),
    ],
)
def test_a_mitigation_says_whether_it_holds(agreed, day, words):
    assert mitigations.state_words(agreed, day) == words


def test_the_longest_mitigation_is_named_so_that_somebody_notices():
    long = mitigation(span=Span(Month(2025, 4), Month(2026, 12)))

    assert mitigations.title([long, mitigation()], date(2026, 10, 12)) == (
        "2 mitigations are in force, the longest for 21 months"
    )
    assert mitigations.title([], date(2026, 10, 12)) == "No mitigation is in force"


def credit(**said):
    plain = {
        "contract": "CSS",
        "month": SEPTEMBER,
        "lines": (),
        "points": 3,
        "charge": None,
        "terms": None,
        "uncapped_pounds": None,
        "cap_pounds": None,
        "credit_pounds": None,
    }
    return facts.CreditSum(**plain | said)


@pytest.mark.parametrize(
    ("worked", "title"),
    [
        (credit(), "The credit for September 2026 cannot be worked out yet"),
        (
            credit(credit_pounds=Decimal(0), uncapped_pounds=Decimal(0)),
            "No service credit is due for September 2026",
        ),
        (
            credit(credit_pounds=Decimal("42284.36"), is_capped=True),
            "£42,284.36 of service credit is due for September 2026, held to the cap",
        ),
        (
            credit(credit_pounds=Decimal(0), suspended_by="suspension/CSS/1"),
            "Service credits were suspended in September 2026",
        ),
    ],
)
def test_a_months_credit_is_titled_by_what_is_due(worked, title):
    assert money.title(worked) == title


def test_the_picture_of_a_credit_adds_up_or_is_left_out():
    worked = credit(
        credit_pounds=Decimal(40),
        uncapped_pounds=Decimal(64),
        cap_pounds=Decimal(40),
        is_capped=True,
    )

    steps = money.waterfall(worked).steps
    assert [step.amount for step in steps] == [Decimal(64), Decimal(-24), Decimal(40)]
    assert money.waterfall(credit()) is None


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, "Words only"),
        ("2", "2", "2"),
        ("2", "4", "Between 2 and 4"),
        (None, "4", "At most 4"),
        ("2", None, "At least 2"),
    ],
)
def test_a_published_range_stays_a_range(low, high, said):
    statement = facts.Statement(
        contract="CSS",
        number=1,
        span=Span(SEPTEMBER, SEPTEMBER),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
    )

    (row,) = published.statement_table([statement], {}).rows
    assert row[2].text == said


@pytest.mark.parametrize(
    ("late", "title"),
    [(0, "No return is late"), (1, "1 return is late"), (2, "2 returns are late")],
)
def test_the_returns_say_how_many_are_late(late, title):
    assert returns.returns_title(late) == title


def planned(*actions):
    row = facts.ReturnRow(code="CSC_KPI_04", value=Decimal(5), no_value=None, place="Return!F4")
    return facts.LoadPlan(
        contract="CSS",
        month=SEPTEMBER,
        standing=facts.Standing.PROVISIONAL,
        source=facts.Source.RETURN,
        rows=tuple(
            facts.PlannedRow(
                code=row.code,
                action=action,
                before=None,
                after=row,
                status_before=None,
                status_after=MET,
            )
            for action in actions
        ),
    )


@pytest.mark.parametrize(
    ("actions", "title"),
    [
        (("new", "new"), "This return would add 2 results"),
        (("changed",), "This return would change 1 result"),
        (("new", "changed", "unchanged"), "This return would add 1 result and change 1 result"),
        (("unchanged",), "Nothing in this return is new"),
    ],
)
def test_a_plan_says_what_loading_would_do(actions, title):
    assert returns.plan_title(planned(*actions)) == title


def test_a_plan_names_what_stays_only_where_something_does():
    said = "september.xlsx, supplier’s return for September 2026, provisional."

    assert returns.plan_summary(planned("new"), "september.xlsx") == said
    assert returns.plan_summary(planned("unchanged"), "september.xlsx") == (
        f"{said} 1 result stays as known."
    )
