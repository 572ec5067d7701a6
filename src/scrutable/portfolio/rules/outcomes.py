"""How outcomes stand, when each is looked at next, and what of them is refused; pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.portfolio import facts
from scrutable.portfolio.facts import Bearing, HandOverState, OutcomeStanding, OutcomeVerdict
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
RESERVED = frozenset({"new"})  # what an address of another page ends in
EARLY = timedelta(days=28)  # a judgement so long before a set day is the look of that day
NEEDS_EVIDENCE = frozenset({OutcomeVerdict.EVIDENCED, OutcomeVerdict.PARTLY})


def outcome_standing(
    outcome: facts.Outcome,
    set_days: Collection[date],
    judgements: Sequence[facts.OutcomeJudgement],
    evidence: Sequence[facts.OutcomeEvidence],
) -> OutcomeStanding:
    """Return how an outcome stands by its judgements, oldest first, and its evidence."""
    last = judgements[-1] if judgements else None
    return OutcomeStanding(
        outcome=outcome,
        judgements=tuple(judgements),
        evidence=tuple(evidence),
        next_look=next_look(set_days, last),
    )


def next_look(set_days: Collection[date], last: facts.OutcomeJudgement | None) -> date | None:
    """Return when an outcome is looked at next, None where no later day is set.

    A look held up to four weeks early is the look of its day.
    """
    if last is None:
        return min(set_days, default=None)
    said = [last.next_look] if last.next_look else []
    return min([*said, *(day for day in set_days if day > last.on + EARLY)], default=None)


def looks_named(standing: facts.TransitionStanding) -> tuple[date, ...]:
    """Return every day on which a look was set: at the outset, or by a judgement."""
    said = {one.next_look for each in standing.outcomes for one in each.judgements}
    days = {*standing.transition.judged_on, *(day for day in said if day is not None)}
    return tuple(sorted(days))


def looks_ahead(standing: facts.TransitionStanding) -> tuple[date, ...]:
    """Return the days of looks that are still to be held, past their day or not."""
    first = standing.next_look
    return tuple(day for day in looks_named(standing) if first is not None and day >= first)


@refusals_of.register
def _(of: facts.Transition) -> Sequence[RowError]:
    found = missing(of, title="the service", from_whom="from whom it came", owner="its owner")
    found += missing(of, to_whom="to whom it came")
    if not CODE.fullmatch(of.code) or of.code in RESERVED:
        found.append(
            RowError("code", f"“{of.code}” cannot be a code", "use letters and digits, such as IT")
        )
    if len(set(of.judged_on)) < len(of.judged_on):
        found.append(RowError("judged_on", "A judging day is named twice", "name it once"))
    return found


@refusals_of.register
def _(of: facts.Outcome) -> Sequence[RowError]:
    return missing(of, text="the statement", owner="its owner")


@refusals_of.register
def _(of: facts.OutcomeEvidence) -> Sequence[RowError]:
    return missing(of, what="what it shows", source="where it can be seen")


@refusals_of.register
def _(of: facts.OutcomeJudgement) -> Sequence[RowError]:
    found = missing(of, judge="who judged it", reasons="the reasons")
    if of.next_look is not None and of.next_look <= of.on:
        found.append(
            RowError(
                "next_look",
                f"The next look is not after {date_words(of.on)}",
                "give a later day, or none",
            )
        )
    return found


@refusals_of.register
def _(of: facts.HandOver) -> Sequence[RowError]:
    found = missing(of, project="the project", for_whom="whose project it is")
    if of.project.strip() and (not of.name or of.name in RESERVED):
        said = f"“{of.project}” cannot be told from other projects"
        found.append(RowError("project", said, "give its number or its name"))
    is_over = of.state is not HandOverState.WAITING
    if is_over and of.on is None:
        found.append(RowError("on", "It has no day", "give the day on which that was settled"))
    if not is_over and (of.on is not None or of.accepted_by.strip()):
        found.append(
            RowError("state", "It waits, yet was accepted", "say handed over, or leave that out")
        )
    if of.state is HandOverState.HANDED_OVER and not of.accepted_by.strip():
        found.append(RowError("accepted_by", "Nobody accepted it", "name who took it over"))
    if of.state is HandOverState.STOPPED and not of.note.strip():
        found.append(RowError("note", "It has no reason", "say why it was not taken over"))
    return found


def refusals_of_judgement(
    of: facts.OutcomeJudgement,
    evidence: Sequence[facts.OutcomeEvidence],
    before: facts.OutcomeJudgement | None = None,
) -> Iterator[RowError]:
    """Yield why the verdict does not fit the evidence that stands by its day.

    `before` is the judgement of the same day, which only the same judge may correct.
    """
    if before is not None and before.judge != of.judge:
        yield RowError(
            "judge",
            f"{before.judge} judged it on {date_words(of.on)}",
            "give another day, or the same name to correct it",
        )
    stands = [one for one in evidence if not one.withdrawn_reason and one.on <= of.on]
    speaks = {one.bearing for one in stands}
    if of.verdict in NEEDS_EVIDENCE and Bearing.FOR not in speaks:
        yield RowError(
            "verdict",
            f"No evidence for it stands by {date_words(of.on)}",
            "put the evidence in first, or judge it not evidenced",
        )
    if Bearing.AGAINST in speaks and not of.answer.strip():
        count = sum(one.bearing is Bearing.AGAINST for one in stands)
        them = "one piece of evidence speaks" if count == 1 else f"{count} pieces of evidence speak"
        yield RowError(
            "answer",
            f"{them.capitalize()} against it",
            "say what you found of it, if only that you saw it",
        )


@refusals_on.register
def _(of: facts.OutcomeEvidence, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


@refusals_on.register
def _(of: facts.OutcomeJudgement, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


@refusals_on.register
def _(of: facts.HandOver, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)
