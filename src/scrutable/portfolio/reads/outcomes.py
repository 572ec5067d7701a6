"""Transitions with their outcomes, evidence, judgements and hand-overs, by a day."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models, rules
from scrutable.records.reads import UnknownRecord, every

Kind = TypeVar("Kind", bound=facts.Record)
Parts = Mapping[Any, list[Any]]


def transitions(known: int, as_at: date) -> list[facts.TransitionStanding]:
    """Return every transition with how its outcomes stand by the day, in seven queries."""
    return _standings(every(facts.Transition, known), known, as_at)


def transition(code: str, known: int, as_at: date) -> facts.TransitionStanding:
    """Return one transition with how its outcomes stand by the day; raises UnknownRecord."""
    found = _standings(every(facts.Transition, known, code=code), known, as_at, transition=code)
    if not found:
        raise UnknownRecord(facts.Transition, {"code": code})
    return found[0]


def titles_of(numbers: Collection[str], known: int) -> dict[str, str]:
    """Return the titles of those projects that are recorded, by number; no query for none."""
    if not numbers:
        return {}
    rows = as_known(models.Project.objects.filter(number__in=sorted(numbers)), known)
    return dict(rows.order_by("number").values_list("number", "title"))


def _standings(
    those: Iterable[facts.Transition], known: int, as_at: date, **only: str
) -> list[facts.TransitionStanding]:
    outcomes = _by(every(facts.Outcome, known, **only), "transition")
    judgements = _by(
        every(facts.OutcomeJudgement, known, on__lte=as_at, **only), "transition", "outcome"
    )
    evidence = _by(
        every(facts.OutcomeEvidence, known, on__lte=as_at, **only), "transition", "outcome"
    )
    hand_overs = every(facts.HandOver, known, **only)
    looks = _by(every(facts.Look, known, **only), "transition")
    titles = titles_of({one.project for one in hand_overs}, known)
    handed = _by(sorted(hand_overs, key=lambda one: (one.due_on, one.project)), "transition")
    return [
        facts.TransitionStanding(
            transition=one,
            outcomes=tuple(
                rules.outcome_standing(
                    each,
                    one.judged_on,
                    judgements[each.transition, each.number],
                    evidence[each.transition, each.number],
                )
                for each in outcomes[one.code]
            ),
            hand_overs=tuple(_by_the_day(each, as_at) for each in handed[one.code]),
            looks=tuple(looks[one.code]),
            titles=titles,
        )
        for one in those
    ]


def _by_the_day(one: facts.HandOver, as_at: date) -> facts.HandOver:
    """Return the hand-over as it stood by the day: what came later, waited then."""
    if one.on is None or one.on <= as_at:
        return one
    waiting = facts.HandOverState.WAITING
    return replace(one, state=waiting, on=None, accepted_by="", note="")


def _by(found: Iterable[Kind], *names: str) -> Parts:
    """Return the records by the fields named, by the one field where it is one."""
    grouped: dict[Any, list[Kind]] = defaultdict(list)
    for one in found:
        key = tuple(getattr(one, name) for name in names)
        grouped[key if len(key) > 1 else key[0]].append(one)
    return grouped
