"""Posts against the structure wanted, procurements by both their days, what redirecting cost."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.capacity_facts import day, post, procurement, redirection
from factories.project_facts import move
from scrutable.kernel.attention import Gravity
from scrutable.portfolio import facts, rules

TODAY = day("2026-10-12")
POLICY = {"vacant_after_days": 182, "interim_after_days": 365, "unmeasured_after_days": 91}


def watched(posts=(), procurements=(), redirections=()):
    return rules.CapacityWatched(
        as_at=TODAY,
        staffing=rules.staffing(posts, TODAY),
        procurements=procurements,
        redirections=redirections,
        policy=POLICY,
    )


def attended(**said):
    return list(rules.capacity_attention(watched(**said)))


def test_posts_are_counted_by_team_and_filling_and_the_sums_close():
    posts = [
        post("A1"),
        post("A2", "interim"),
        post("A3", "vacant", is_wanted=False),
        post("B1", "not_created", team="Cyber"),
        post("B2", "filled", team="Cyber", is_wanted=False),
    ]

    found = rules.staffing(posts, TODAY)

    cyber, desk = found.teams
    assert (desk.team, desk.filled, desk.interim, desk.vacant) == ("Service desk", 1, 1, 1)
    assert (desk.today, desk.wanted, desk.lacking, desk.unwanted) == (3, 2, 1, 1)
    assert (cyber.today, cyber.wanted, cyber.not_created, cyber.unwanted) == (1, 1, 1, 1)
    assert (found.total.today, found.total.wanted, found.total.lacking) == (4, 3, 2)


def test_the_longest_open_post_comes_first_and_a_filled_one_is_not_open():
    posts = [
        post("A1", "filled", "2020-01-01"),
        post("A2", "vacant", "2026-10-11"),
        post("A3", "interim", "2026-09-12"),
    ]

    found = rules.staffing(posts, TODAY)

    assert [(one.post.code, one.days) for one in found.open_posts] == [("A3", 30), ("A2", 1)]


def test_a_post_that_is_nowhere_is_counted_nowhere():
    gone = post("A1", "not_created", is_wanted=False, note="Given up")

    assert rules.staffing([gone], TODAY).posts == ()
    assert not rules.refusals_of(gone)
    assert rules.refusals_of(post("A1", "not_created", is_wanted=False))[0].place == "note"


@given(
    st.lists(
        st.tuples(st.sampled_from(["A", "B"]), st.sampled_from(facts.Filling), st.booleans()),
        max_size=60,
    )
)
def test_teams_add_up_to_all_and_every_post_is_counted_once(told):
    posts = [
        post(f"P{at}", filling.value, team=team, is_wanted=wanted)
        for at, (team, filling, wanted) in enumerate(told)
    ]

    found = rules.staffing(posts, TODAY)

    numbers = ("filled", "interim", "vacant", "not_created", "wanted", "lacking", "unwanted")
    for name in numbers:
        assert sum(getattr(one, name) for one in found.teams) == getattr(found.total, name)
    assert found.total.today + found.total.not_created == len(found.posts)
    assert found.total.wanted == sum(one.is_wanted for one in posts)


@pytest.mark.parametrize(
    ("stage", "since", "first", "current", "is_late"),
    [
        ("tender", "2026-05-01", 0, 0, False),
        ("signed", "2026-10-13", 1, 1, False),
        ("signed", "2026-10-10", -2, -2, False),
        ("stopped", "2026-10-01", None, None, False),
    ],
)
def test_a_procurement_is_late_by_the_day_on_which_it_was_signed(
    stage, since, first, current, is_late
):
    one = procurement(stage=stage, since=since, signed_by="2026-10-12")

    found = rules.procurement_judged([one], frozenset(), TODAY)

    assert (found.late_against_first, found.late_against_current) == (first, current)
    assert found.is_late is is_late


def test_a_later_day_of_signing_takes_nothing_from_the_delay():
    first = procurement(signed_by="2026-07-31")
    later = procurement(signed_by="2026-12-18", stage="evaluation", since="2026-09-01")

    found = rules.procurement_judged([first, later], frozenset(), TODAY)

    assert (found.late_against_first, found.late_against_current) == (73, -67)
    assert found.is_late
    assert found.days_in_stage == 41


def test_projects_that_ended_wait_for_nothing_and_nobody_waits_for_what_is_signed():
    one = procurement(projects=("207", "222"))
    signed = procurement(projects=("207",), stage="signed")

    assert rules.procurement_judged([one], frozenset({"222"}), TODAY).waiting == ("207",)
    assert rules.procurement_judged([signed], frozenset(), TODAY).waiting == ()


MOVES = [
    move("baseline", "2025-01-13", "2026-03-31"),
    move("rebaseline", "2026-01-12", "2026-10-30"),
    move("forecast", "2026-03-30", "2026-11-30"),
    move("forecast", "2026-03-31", "2026-12-18"),
]


def test_what_it_cost_is_read_from_the_dates_before_and_a_month_after():
    found = rules.redirection_judged(redirection(), "Customer portal", MOVES, TODAY)

    assert (found.before, found.after) == (day("2026-03-31"), day("2026-11-30"))
    assert found.days_by_dates == 244
    assert not found.is_running


def test_what_was_said_on_the_day_they_left_counts_as_before():
    moves = [MOVES[0], move("forecast", "2025-12-10", "2026-04-30")]

    assert rules.redirection_judged(redirection(), "A", moves, TODAY).before == day("2026-04-30")


def test_while_they_are_away_the_dates_are_those_of_the_day():
    found = rules.redirection_judged(redirection(ended=None), "A", MOVES, day("2026-01-12"))

    assert found.is_running
    assert found.days_by_dates == 213


def test_an_end_that_is_still_to_come_leaves_them_away():
    one = redirection(ended="2026-10-13")

    assert rules.redirection_judged(one, "A", MOVES, TODAY).is_running
    assert not rules.redirection_judged(one, "A", MOVES, TODAY + timedelta(days=1)).is_running


def test_without_dates_there_is_nothing_to_compare():
    found = rules.redirection_judged(redirection(), "A", MOVES[1:], TODAY)

    assert found.before is None
    assert found.days_by_dates is None


@given(st.integers(0, 400), st.integers(0, 400))
def test_days_by_the_dates_are_nought_where_nothing_was_said_meanwhile(first, slip):
    moves = [
        move("baseline", "2025-01-13", "2026-03-31"),
        facts.Move(
            kind=facts.MoveKind.FORECAST,
            on=day("2026-04-01") + timedelta(days=first),
            to=day("2026-04-01") + timedelta(days=first + slip),
        ),
    ]

    assert rules.redirection_judged(redirection(), "A", moves, TODAY).days_by_dates == 0


@pytest.mark.parametrize(
    ("filling", "since", "gravity"),
    [
        ("vacant", "2026-04-13", None),
        ("vacant", "2026-04-12", Gravity.CONCERN),
        ("interim", "2025-10-12", None),
        ("interim", "2025-10-11", Gravity.NOTE),
        ("not_created", "2020-01-01", None),
        ("filled", "2020-01-01", None),
    ],
)
def test_a_post_open_too_long_needs_a_person(filling, since, gravity):
    found = attended(posts=[post(filling=filling, since=since)])

    assert [one.gravity for one in found] == ([gravity] if gravity else [])


def test_a_late_procurement_is_graver_where_a_project_waits():
    alone = rules.procurement_judged([procurement()], frozenset(), TODAY)
    waited = rules.procurement_judged([procurement(projects=("207",))], frozenset(), TODAY)

    found = attended(procurements=[alone, waited])

    assert [one.gravity for one in found] == [Gravity.CONCERN, Gravity.SERIOUS]
    assert found[1].why == (
        "It was to be signed by 30 September 2026, 12 days ago, and project 207 waits for it"
    )


@pytest.mark.parametrize(("ended", "lost", "said"), [
    ("2026-07-13", None, 0), ("2026-07-12", None, 1), ("2026-07-12", 12, 0), (None, None, 0),
])  # fmt: skip
def test_an_effect_that_nobody_measured_is_named_after_a_quarter(ended, lost, said):
    one = redirection(ended=ended, days_lost=lost, effect="Counted" if lost else "")

    found = attended(redirections=[rules.redirection_judged(one, "A", MOVES, TODAY)])

    assert len(found) == said


def test_everything_wrong_is_said_at_once():
    one = redirection(ended="2025-12-09", people=0, days_lost=3, cause=" ")

    assert [fault.place for fault in rules.refusals_of(one)] == [
        "cause",
        "people",
        "ended_on",
        "effect",
    ]
    assert rules.refusals_of(redirection(ended="2025-12-10")) == []
    stopped = rules.refusals_of(procurement(stage="stopped"))
    assert [fault.place for fault in stopped] == ["note"]
