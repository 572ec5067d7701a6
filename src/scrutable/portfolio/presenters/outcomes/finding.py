"""What the outcomes of a transition come to, in a sentence or two; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.govuk.facts import KeyFigure
from scrutable.kernel.wording import (
    capital,
    count_words,
    date_words,
    list_words,
    number_words,
    pair_words,
    share_words,
)
from scrutable.portfolio.facts import HandOverState, OutcomeState, TransitionStanding
from scrutable.portfolio.presenters.outcomes.words import NO_LOOK, STATE_TAGS

REST = {
    OutcomeState.PARTLY: "partly evidenced",
    OutcomeState.NOT_EVIDENCED: "not evidenced",
    OutcomeState.NOT_JUDGED: "not judged yet",
}


def title(standing: TransitionStanding) -> str:
    """Return the finding: how many outcomes are evidenced, and how many have no evidence."""
    of_all = len(standing.outcomes)
    if not of_all:
        return f"{standing.transition.title}: no outcome is stated yet"
    found = standing.count(OutcomeState.EVIDENCED)
    if of_all == 1:
        return f"The one outcome: {STATE_TAGS[standing.outcomes[0].state].word.lower()}"
    if found == of_all:
        every = "Both" if of_all == 2 else f"All {pair_words(of_all, of_all)[1]}"
        return f"{every} outcomes are evidenced"
    share = capital(share_words(found, of_all))
    said = f"{share} outcomes {'are' if found > 1 else 'is'} evidenced"
    none = standing.count(OutcomeState.NO_EVIDENCE)
    if not none:
        return said
    return f"{said}, {number_words(none)} {'has' if none == 1 else 'have'} no evidence at all"


def rest(standing: TransitionStanding) -> str:
    """Return what the title leaves out: "Three are partly evidenced.", "" where that is nothing."""
    said = [
        f"{number_words(count)} {'is' if count == 1 else 'are'} {words}"
        for state, words in REST.items()
        if (count := standing.count(state))
    ]
    return f"{capital(list_words(said))}." if said else ""


def since(standing: TransitionStanding) -> str:
    """Return for how many outcomes the verdict is older than some evidence, "" for none."""
    count = sum(bool(one.since) for one in standing.outcomes)
    if not count:
        return ""
    said = "was judged" if count == 1 else "were judged"
    return f"Evidence has come or gone since {number_words(count)} of them {said}."


def late(standing: TransitionStanding, as_at: date) -> str:
    """Return how many of the projects in flight are late, "" for none."""
    count, of_all = len(standing.late(as_at)), len(standing.hand_overs)
    if not count:
        return ""
    head = capital(share_words(count, of_all))
    return f"{head} projects in flight {'is' if count == 1 else 'are'} late."


def summary(standing: TransitionStanding, as_at: date) -> str:
    """Return who gave the service to whom and when, the other verdicts, and the next look."""
    one = standing.transition
    came = "came" if one.on <= as_at else "comes"
    said = (
        f"It {came} from {one.from_whom} to {one.to_whom} on {date_words(one.on)}.",
        rest(standing),
        since(standing),
        look_words(standing.next_look, as_at),
    )
    return " ".join(filter(None, said))


def look_words(day: date | None, as_at: date) -> str:
    """Return when the outcomes are looked at next, and that it is overdue where it is.

    >>> look_words(date(2026, 10, 12), date(2026, 10, 1))
    'The next look is on 12 October 2026.'
    >>> look_words(date(2026, 10, 12), date(2026, 10, 14)), look_words(None, date(2026, 10, 1))
    ('A look was due on 12 October 2026, 2 days ago.', 'No further look is set.')
    """
    if day is None:
        return "No further look is set."
    late = (as_at - day).days
    if late > 0:
        return f"A look was due on {date_words(day)}, {count_words(late, 'day')} ago."
    return f"The next look is on {date_words(day)}."


def figures(standing: TransitionStanding, as_at: date) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page."""
    period, of_all = date_words(as_at), len(standing.outcomes)
    found = [
        _verdicts("Evidenced", standing, OutcomeState.EVIDENCED, period),
        _verdicts("Partly evidenced", standing, OutcomeState.PARTLY, period),
        KeyFigure(
            label="No evidence at all",
            value=f"{standing.count(OutcomeState.NO_EVIDENCE)} of {of_all}",
            period=period,
            comparison="whatever was judged",
        ),
    ]
    if standing.hand_overs:
        found.append(_handed(standing, as_at))
    look = standing.next_look
    found.append(
        KeyFigure(
            label="Next look",
            value=date_words(look) if look else NO_LOOK,
            period=period,
            comparison="overdue" if look and look < as_at else "",
        )
    )
    return tuple(found)


def _verdicts(
    label: str, standing: TransitionStanding, state: OutcomeState, period: str
) -> KeyFigure:
    then = [one.before for one in standing.outcomes if one.before]
    before = sum(one.verdict.value == state.value for one in then)
    return KeyFigure(
        label=label,
        value=f"{standing.count(state)} of {len(standing.outcomes)}",
        period=period,
        comparison=f"{before} at the look before" if then else "no look before",
    )


def _handed(standing: TransitionStanding, as_at: date) -> KeyFigure:
    over = sum(one.state is HandOverState.HANDED_OVER for one in standing.hand_overs)
    late = len(standing.late(as_at))
    return KeyFigure(
        label="Projects handed over",
        value=f"{over} of {len(standing.hand_overs)}",
        period=date_words(as_at),
        comparison=f"{late} late" if late else "none late",
    )


def all_title(found: Sequence[TransitionStanding]) -> str:
    """Return the finding about all transitions."""
    if not found:
        return "No transition is recorded"
    if len(found) == 1:
        return _one_title(found[0])
    outcomes = sum(len(one.outcomes) for one in found)
    evidenced = sum(one.count(OutcomeState.EVIDENCED) for one in found)
    of_all = count_words(len(found), "transition")
    return f"{evidenced} of {outcomes} outcomes of {of_all} are evidenced"


def _one_title(one: TransitionStanding) -> str:
    said = title(one)
    return said if not one.outcomes else f"{one.transition.title}: {said[:1].lower()}{said[1:]}"
