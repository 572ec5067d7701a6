"""The range of a go-live, held against an oracle and against history that was held back."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from factories.project_facts import day, line_at, move
from scrutable.portfolio import rules
from scrutable.portfolio.facts import HeldBack, Sample
from scrutable.portfolio.rules import forecasting

PUNCTUAL = {f"project/{number}": [Sample(said_ahead=100, took=100)] * 3 for number in range(5)}


def line(*moves):
    return line_at("277", "go-live", "Go-live", moves)


def test_where_all_forecasts_held_the_range_is_the_forecast():
    moves = [move("baseline", "2026-01-01", "2026-04-11")]

    found = rules.forecast_range(line(*moves), moves, PUNCTUAL, day("2026-01-01"))

    assert (found.low, found.likely, found.high) == (day("2026-04-11"),) * 3
    assert (found.own, found.others, found.of_milestones) == (0, 15, 5)


def test_its_own_slips_weigh_as_much_as_those_of_all_others():
    moves = [
        move("baseline", "2026-01-01", "2026-04-11"),
        move("forecast", "2026-01-31", "2026-05-01"),
        move("forecast", "2026-03-02", "2026-06-30"),
        move("forecast", "2026-04-11", "2026-07-20"),
    ]

    found = rules.forecast_range(line(*moves), moves, PUNCTUAL, day("2026-04-11"))

    # 100 days are said; its own earlier sayings took 200/100, 170/90 and 140/120 by now
    assert found.own == 3
    assert (found.low, found.likely, found.high) == (
        day("2026-04-11") + timedelta(100),
        day("2026-04-11") + timedelta(100),
        day("2026-04-11") + timedelta(200),
    )


def test_too_little_history_and_what_was_reached_give_no_range():
    moves = [move("baseline", "2026-01-01", "2026-04-11")]
    four = dict(list(PUNCTUAL.items())[:4])
    reached = line(*moves, move("actual", "2026-04-12", "2026-04-12"))

    assert rules.forecast_range(line(*moves), moves, four, day("2026-01-01")) is None
    assert rules.forecast_range(reached, moves, PUNCTUAL, day("2026-04-12")) is None


def test_no_day_of_a_range_has_passed():
    moves = [move("baseline", "2026-01-01", "2026-04-11")]

    found = rules.forecast_range(line(*moves), moves, PUNCTUAL, day("2026-06-01"))

    assert (found.low, found.high) == (day("2026-06-01"), day("2026-06-01"))


def test_what_became_of_forecasts_leaves_out_short_waits_and_keeps_the_last_twelve():
    said = [move("baseline", "2025-01-01", "2025-12-31")]
    said += [move("forecast", f"2025-{month:02}-01", "2025-12-31") for month in range(2, 13)]
    said += [
        move("forecast", "2025-12-20", "2026-01-02"),
        move("actual", "2026-01-31", "2026-01-30"),
    ]

    found = rules.samples_of(said)

    assert len(found) == 12
    assert found[0] == Sample(said_ahead=364, took=394)
    assert found[-1] == Sample(said_ahead=30, took=60)
    assert rules.samples_of(said[:-1]) == []


SAMPLES = st.lists(
    st.builds(Sample, said_ahead=st.integers(14, 900), took=st.integers(0, 2000)),
    min_size=1,
    max_size=9,
)


def by_hand(own, others, percent):
    """The smallest ratio that so much of the weight does not exceed, each group weighing one."""
    groups = [group for group in (own, others) if group]
    ratios = sorted(Fraction(one.took, one.said_ahead) for group in groups for one in group)
    for ratio in ratios:
        shares = [
            Fraction(sum(Fraction(one.took, one.said_ahead) <= ratio for one in group), len(group))
            for group in groups
        ]
        if sum(shares) * 100 >= percent * len(groups):
            return ratio
    raise AssertionError("the last ratio has all the weight")


@given(own=st.one_of(st.just([]), SAMPLES), others=SAMPLES)
def test_the_percentiles_are_those_worked_out_by_hand(own, others):
    weighed = forecasting._weighed(own, others)

    found = [Fraction(took, said) for took, said in forecasting._percentiles(weighed)]

    assert found == [by_hand(own, others, percent) for percent in (10, 50, 90)]


@given(st.dictionaries(st.text(min_size=1, max_size=3), SAMPLES, min_size=6, max_size=9))
def test_history_that_is_held_back_is_never_what_it_is_checked_with(histories):
    checked = rules.coverage(histories)

    inside = 0
    for name in histories:
        rest = [one for other in histories if other != name for one in histories[other]]
        low, high = by_hand([], rest, 10), by_hand([], rest, 90)
        for one in histories[name]:
            first = int(one.said_ahead * low + Fraction(1, 2))
            last = int(one.said_ahead * high + Fraction(1, 2))
            inside += min(first, 3650) <= one.took <= min(last, 3650)
    assert checked == HeldBack(inside=inside, tried=sum(map(len, histories.values())))


def test_a_history_that_repeats_itself_is_held_by_about_eight_in_ten():
    histories = {
        f"project/{number}": [Sample(said_ahead=100, took=100 + (number * 7 + at * 13) % 100)]
        for number in range(100)
        for at in [number % 5]
    }

    checked = rules.coverage(histories)

    assert checked.tried == 100
    assert 75 <= checked.inside <= 88


def test_too_little_history_is_checked_with_nothing():
    assert rules.coverage(PUNCTUAL) == HeldBack(inside=0, tried=0)


def slowly(histories):
    """Return what `coverage` must, by ordering the rest anew for each milestone."""
    inside = tried = 0
    if len([1 for samples in histories.values() if samples]) <= rules.TOO_FEW:
        return HeldBack(inside=0, tried=0)
    for name, samples in histories.items():
        rest = [one for other, those in histories.items() if other != name for one in those]
        rest.sort(key=lambda one: (one.took / one.said_ahead, one.said_ahead, one.took))
        low, high = (rest[max(-(-share * len(rest) // 100), 1) - 1] for share in (10, 90))
        for sample in samples:
            tried += 1
            first, last = (
                min(
                    (2 * sample.said_ahead * one.took + one.said_ahead) // (2 * one.said_ahead),
                    3650,
                )
                for one in (low, high)
            )
            inside += first <= sample.took <= last
    return HeldBack(inside=inside, tried=tried)


SAMPLES = st.lists(
    st.builds(Sample, said_ahead=st.integers(14, 60), took=st.integers(0, 90)), max_size=4
)


@given(st.dictionaries(st.integers(0, 12).map(str), SAMPLES, max_size=10))
def test_the_quick_check_of_ranges_says_what_the_slow_one_does(histories):
    assert rules.coverage(histories) == slowly(histories)
