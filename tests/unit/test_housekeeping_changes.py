"""What an extract changes of the findings that stood, literally and against an oracle."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping.facts import Finding, FindingState, Found, Handling, PartOfEstate
from scrutable.housekeeping.rules import changes

FOUND, BACK, FIXED, GONE = (
    FindingState.FOUND,
    FindingState.BACK,
    FindingState.FIXED,
    FindingState.GONE,
)
JUNE, JULY, AUGUST = date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31)


def finding(state=FOUND, as_at=JUNE, first_on=JUNE, number=1, **said):
    return Finding(
        number=number,
        part=PartOfEstate.ACCOUNTS,
        fault="idle",
        thing=number,
        state=state,
        first_on=first_on,
        as_at=as_at,
        place=7,
        **said,
    )


def shown(place=9, pence=None):
    return Found(fault="idle", key="login", place=place, pence=pence)


def fixed(on, stood_since=JUNE):
    return {1: Handling(finding=1, stood_since=stood_since, fixed_on=on)}


def taken(known, found, as_at=JULY, said=None, before=None):
    return changes(
        known, found, part=PartOfEstate.ACCOUNTS, as_at=as_at, said=said or {}, before=before or {}
    )


def test_what_is_shown_for_the_first_time_is_found_with_its_place():
    result = taken([], {("idle", 4): shown()})

    (one,) = result.written
    assert (one.number, one.thing, one.state) == (0, 4, FOUND)
    assert (one.first_on, one.as_at, one.place) == (JULY, JULY, 9)
    assert result.states == {FOUND: 1}


def test_what_is_shown_still_stands_as_it_stood():
    assert taken([finding()], {("idle", 1): shown()}).written == ()


def test_a_sum_follows_the_last_extract_that_shows_it():
    result = taken([finding(pence=100)], {("idle", 1): shown(pence=900)})

    assert result.written == (finding(pence=900),)
    assert sum(result.states.values()) == 0


def test_what_is_no_longer_shown_is_gone():
    result = taken([finding()], {})

    assert result.written == (finding(GONE, JULY),)
    assert result.states == {GONE: 1}


def test_what_somebody_said_was_fixed_is_fixed_once_an_extract_bears_it_out():
    days = {day: taken([finding()], {}, said=fixed(day)).written[0].state for day in (JUNE, JULY)}

    assert days == {JUNE: FIXED, JULY: FIXED}


def test_a_word_of_before_it_was_found_or_of_after_the_extract_proves_nothing():
    for day in (JUNE - timedelta(days=1), JULY + timedelta(days=1)):
        assert taken([finding()], {}, said=fixed(day)).written[0].state is GONE


def test_what_was_said_before_it_came_back_proves_nothing_of_it():
    back = finding(BACK, JULY)

    states = {
        since: taken([back], {}, as_at=AUGUST, said=fixed(AUGUST, since)).written[0].state
        for since in (JUNE, JULY)
    }

    assert states == {JUNE: GONE, JULY: FIXED}


def test_an_extract_taken_again_finds_fixed_what_the_first_one_did():
    result = taken([finding(FIXED, JULY)], {}, said=fixed(JULY), before={1: finding()})

    assert result.written == ()
    assert result.states == {FIXED: 1}


def test_what_comes_again_after_it_had_gone_is_back():
    result = taken([finding(GONE, JULY)], {("idle", 1): shown()}, as_at=AUGUST)

    assert result.written == (replace(finding(BACK, AUGUST), place=9),)
    assert result.states == {BACK: 1}


def test_an_extract_taken_again_for_its_day_undoes_what_the_first_one_changed():
    gone_today = finding(GONE, JULY)

    result = taken([gone_today], {("idle", 1): shown()}, before={1: finding()})

    assert result.written == (finding(),)
    assert sum(result.states.values()) == 0


def test_what_only_the_first_extract_of_the_day_showed_never_was():
    result = taken([finding(as_at=JULY, first_on=JULY)], {})

    (one,) = result.written
    assert (one.state, one.is_withdrawn) == (GONE, True)
    assert sum(result.states.values()) == 0


def test_what_never_was_is_found_for_the_first_time_when_it_comes():
    never = finding(GONE, JULY, JULY)

    result = taken([never], {("idle", 1): shown()}, as_at=AUGUST)

    assert [(one.state, one.first_on) for one in result.written] == [(FOUND, AUGUST)]
    assert result.states == {FOUND: 1}


def follow(history):
    """Take the extracts one after the other as the store does; `history` pairs day and shown."""
    versions: list[Finding] = []
    counted = []
    for day, things in history:
        latest = {one.number: one for one in versions}
        before = {one.number: one for one in versions if one.as_at < day}
        result = taken(
            latest.values(), {("idle", thing): shown() for thing in things}, as_at=day,
            before=before,
        )  # fmt: skip
        after = max(latest, default=0)
        versions += [one for one in result.written if one.number]
        new = [one for one in result.written if not one.number]
        versions += [replace(one, number=after + at) for at, one in enumerate(new, start=1)]
        counted.append(dict(result.states))
    return {one.thing: one for one in {one.number: one for one in versions}.values()}, counted


def oracle(history):
    """Say of each thing what its last days come to: only the last extract of a day counts."""
    days = dict(history)
    found = {}
    for thing in {one for _, things in history for one in things}:
        state, first, since = None, None, None
        for day, things in sorted(days.items()):
            if thing in things and state is None:
                state, first, since = FOUND, day, day
            elif thing in things and state is GONE:
                state, since = BACK, day
            elif thing not in things and state in (FOUND, BACK):
                state, since = GONE, day
        if state is not None:
            found[thing] = (state, first, since)
    return found


HISTORIES = st.lists(
    st.tuples(st.integers(0, 4), st.frozensets(st.integers(1, 4))), max_size=8
).map(lambda said: sorted(said, key=lambda pair: pair[0]))


@given(HISTORIES)
def test_any_sequence_of_extracts_leaves_what_the_last_of_each_day_says(said):
    history = [(JUNE + timedelta(days=at), things) for at, things in said]

    stood, _ = follow(history)

    real = {
        thing: (one.state, one.first_on, one.as_at)
        for thing, one in stood.items()
        if not one.is_withdrawn
    }
    assert real == oracle(history)
