"""Business cases, money, dependencies and delay, by what they say alone."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.portfolio import facts, rules

BODY = {"decided_on": date(2026, 3, 3), "decided_by": "Portfolio Board"}
WHOLE = tuple(facts.CasePart)


def case(stage="full", outcome="approved", **said):
    given = BODY if outcome != "in_preparation" else {}
    return facts.BusinessCase(
        **{
            "project": "277",
            "stage": facts.CaseStage(stage),
            "outcome": facts.CaseOutcome(outcome),
            "complete": WHOLE,
            **given,
            **said,
        }
    )


def funding(approved="100", source="capital", year=2026, **said):
    money = {
        name: Decimal(value) if isinstance(value, str) else value for name, value in said.items()
    }
    return facts.Funding(
        **{
            "project": "277",
            "source": facts.FundingSource(source),
            "year": year,
            "approved": Decimal(approved),
            **money,
        }
    )


def waits(on="OpenText", project="277", number=1, needed="2026-03-31", **said):
    return facts.Dependency(
        **{
            "project": project,
            "number": number,
            "on_whom": on,
            "what": "The connector",
            "needed_by": date.fromisoformat(needed),
            "state": facts.DependencyState.OPEN,
            "owner": "Sam Hale",
            **said,
        }
    )


def places(of):
    return [one.place for one in rules.refusals_of(of)]


@pytest.mark.parametrize(
    ("of", "where"),
    [
        (case(), []),
        (case(outcome="in_preparation", complete=()), []),
        (case(decided_on=None, decided_by=" "), ["decided_on", "decided_by"]),
        (case(outcome="in_preparation", **BODY), ["outcome"]),
        (case(complete=WHOLE[:4]), ["note"]),
        (case(complete=WHOLE[:4], note="The board took the last as read"), []),
        (case(outcome="sent_back", complete=WHOLE[:1]), []),
        (case(complete=(*WHOLE, WHOLE[0])), ["complete"]),
        (case(cost=Decimal(-1)), ["cost"]),
        (funding(), []),
        (funding("100.005"), ["approved"]),
        (funding("1E+3"), []),
        (funding("NaN"), ["approved"]),
        (funding(spent="10"), ["spent_by"]),
        (funding(spent_by=date(2026, 9, 30)), ["spent"]),
        (funding(spent="0", spent_by=date(2026, 4, 1)), []),
        (funding(spent="10", spent_by=date(2026, 3, 31)), ["spent_by"]),
        (waits(), []),
        (waits(" ", what="", owner=""), ["on_whom", "what", "owner"]),
        (waits("project/277"), ["on_whom"]),
        (waits(settled_on=date(2026, 3, 1)), ["settled_on"]),
        (waits(state=facts.DependencyState.MET), ["settled_on"]),
        (waits(state=facts.DependencyState.DROPPED, settled_on=date(2026, 3, 1)), ["note"]),
    ],
)
def test_what_cannot_be_says_the_field(of, where):
    assert places(of) == where


def test_a_cost_of_delay_says_for_what():
    item = facts.DelayCost(
        project="277", number=1, on=date(2026, 3, 3), pounds=Decimal("1200.5"), what_for="Testers"
    )

    assert places(item) == []
    assert places(replace(item, what_for="", pounds=Decimal(-1))) == ["pounds", "what_for"]


@pytest.mark.parametrize(
    ("of", "where"),
    [
        (case(), "decided_on"),
        (funding(spent="1", spent_by=date(2026, 3, 3)), "spent_by"),
        (waits(state=facts.DependencyState.MET, settled_on=date(2026, 3, 3)), "settled_on"),
    ],
)
def test_what_has_not_come_is_refused_until_its_day(of, where):
    assert [one.place for one in rules.refusals_on(of, date(2026, 3, 2))] == [where]
    assert list(rules.refusals_on(of, date(2026, 3, 3))) == []


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ([case("outline")], []),
        ([case("full")], ["The full case is approved before the outline case"]),
        ([case("full"), case("outline")], []),
        ([case("full"), case("outline", decided_on=date(2026, 3, 4))], ["The full case"]),
        ([case("full"), case("outline", "sent_back")], ["The full case"]),
        ([case("full", "in_preparation")], []),
        ([case("outline"), case("strategic_outline", "in_preparation")], ["The outline case"]),
        ([case("justification")], []),
    ],
)
def test_a_case_is_approved_after_the_one_it_rests_on(cases, said):
    found = rules.out_of_order(cases)

    assert len(found) == len(said)
    assert all(one.fault.startswith(start) for one, start in zip(found, said, strict=True))


def test_money_that_nobody_spoke_of_is_counted_and_never_nought():
    lines = [
        funding("100.10", spent="40.05", spent_by=date(2026, 9, 30), expected="120.20"),
        funding("200.20", "grant"),
        funding("0.01", "reserve", expected="0.00"),
    ]

    found = rules.funding_sum(lines)

    assert found == facts.FundingSum(
        lines=3,
        approved=Decimal("300.31"),
        spent=Decimal("40.05"),
        spent_unsaid=2,
        expected=Decimal("120.20"),
        expected_unsaid=1,
        variance=Decimal("20.09"),
    )
    assert rules.funding_sum([funding()]).variance is None
    assert rules.funding_sum([]).variance is None


PENCE = st.decimals(0, 10**9, places=2)
LINES = st.lists(
    st.builds(
        facts.Funding,
        project=st.sampled_from(["1", "2", "3"]),
        source=st.sampled_from(facts.FundingSource),
        year=st.integers(2020, 2030),
        approved=PENCE,
        spent=st.none() | PENCE,
        expected=st.none() | PENCE,
    )
)


@given(LINES)
def test_the_parts_of_the_money_add_up_to_the_whole(lines):
    whole, parts = rules.funding_sum(lines), rules.funding_by(lines, lambda one: one.source)

    for name in ("lines", "approved", "spent", "spent_unsaid", "expected", "expected_unsaid"):
        assert sum(getattr(one, name) for one in parts.values()) == getattr(whole, name)
    said = [one.variance for one in parts.values() if one.variance is not None]
    assert whole.variance == (sum(said) if said else None)


@pytest.mark.parametrize(
    ("one", "as_at", "days"),
    [
        (waits(), "2026-03-31", 0),
        (waits(), "2026-04-01", 1),
        (waits(), "2026-03-01", 0),
        (waits(expected_on=date(2026, 4, 10)), "2026-03-01", 10),
        (waits(expected_on=date(2026, 4, 10)), "2026-04-12", 12),
        (waits(expected_on=date(2026, 3, 1)), "2026-03-20", 0),
        (waits(state=facts.DependencyState.MET, settled_on=date(2026, 4, 5)), "2026-04-05", 0),
        (waits(state=facts.DependencyState.MET, settled_on=date(2026, 4, 5)), "2026-04-04", 4),
    ],
)
def test_what_is_waited_for_is_late_from_the_day_after_its_own(one, as_at, days):
    assert rules.days_over(one, date.fromisoformat(as_at)) == days


def test_what_came_late_stays_late_and_what_was_dropped_is_not():
    met = waits(state=facts.DependencyState.MET, settled_on=date(2026, 4, 5))
    dropped = replace(met, state=facts.DependencyState.DROPPED)

    assert rules.days_late(met, date(2026, 5, 1)) == 5
    assert rules.days_late(dropped, date(2026, 5, 1)) == 0


def test_a_late_dependency_holds_up_those_that_wait_for_who_waits():
    found = rules.late_dependencies(
        [
            waits("supplier/norland", "277"),
            waits("project/277", "301", needed="2026-12-31"),
            waits("project/301", "302", needed="2026-12-31"),
            waits("project/277", "400", state=facts.DependencyState.MET,
                  settled_on=date(2026, 1, 1)),
        ],
        date(2026, 4, 10),
    )  # fmt: skip

    assert [(one.days, one.holds_up) for one in found] == [(10, ("277", "301", "302"))]


def test_projects_that_wait_for_one_another_are_found():
    found = [waits("project/2", "1"), waits("project/3", "2"), waits("project/1", "3")]
    late = date(2026, 1, 1)

    assert rules.cycles(found, late) == (("1", "2", "3"),)
    assert rules.cycles(found[:2], late) == ()
    done = replace(found[2], state=facts.DependencyState.DROPPED, settled_on=late, note="Not now")
    assert rules.cycles([*found[:2], done], late) == ()


EDGES = st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), max_size=20)


@given(EDGES)
def test_every_project_that_waits_for_itself_stands_in_a_circle_and_no_other_does(edges):
    found = [waits(f"project/{b}", str(a), n) for n, (a, b) in enumerate(edges) if a != b]
    reach = {(str(a), str(b)) for a, b in edges if a != b}
    for _ in range(7):
        reach |= {(a, d) for a, b in reach for c, d in reach if b == c}

    circles = rules.cycles(found, date(2026, 1, 1))

    assert {one for way in circles for one in way} == {a for a, b in reach if a == b}
    for way in circles:
        for one, other in zip(way, (*way[1:], way[0]), strict=True):
            assert (int(one), int(other)) in edges
        assert way[0] == min(way)


def test_delay_is_added_up_by_the_day():
    items = [
        facts.DelayCost(project="277", number=n, on=date(2026, n, 1), pounds=Decimal(text),
                        what_for="Testers")
        for n, text in ((1, "0.10"), (2, "0.20"), (3, "100"))
    ]  # fmt: skip

    assert rules.delay_cost(items, date(2026, 2, 1)) == Decimal("0.30")
    assert rules.delay_cost([], date(2026, 2, 1)) == Decimal(0)
