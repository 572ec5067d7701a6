"""Whether a profile is met, where the assurer saw less, and what moved between assessments; pure.

A profile is met only if every outcome reaches its least level: there is no mean of levels.
"""

from collections.abc import Iterable, Mapping, Sequence

from scrutable.assurance.facts import (
    ORGANISATION,
    Answer,
    Difference,
    Framework,
    Level,
    Moved,
    ProfileJudged,
    Shortfall,
    Succession,
    Turn,
)

OF_ORGANISATION = frozenset({"A", "D"})  # objectives; the others are asked of each system


def in_scope(framework: Framework, system: str) -> tuple[str, ...]:
    """Return the codes of the outcomes that are asked of the system, or of the organisation."""
    is_organisation = system == ORGANISATION
    return tuple(
        one.code
        for one in framework.outcomes
        if (one.objective in OF_ORGANISATION) is is_organisation
    )


def profile_judged(
    framework: Framework, profile: str, system: str, answers: Mapping[str, Answer]
) -> ProfileJudged:
    """Return how the answers by outcome stand to the profile; raises KeyError of no profile.

    What nobody has answered falls short, unless the profile asks nothing of it.
    """
    least = framework.profiles[profile]
    codes = [code for code in in_scope(framework, system) if code in least]
    levels = {code: answers[code].stands if code in answers else None for code in codes}
    short = tuple(
        Shortfall(system=system, outcome=code, level=levels[code], least=least[code])
        for code in codes
        if _falls_short(levels[code], least[code])
    )
    return ProfileJudged(
        system=system,
        met=len(codes) - len(short),
        shortfalls=short,
        unanswered=sum(levels[code] is None for code in codes),
    )


def differences(answers: Iterable[Answer]) -> list[Difference]:
    """Return every outcome on which the assurer answered otherwise, by system, then outcome."""
    return sorted(
        (
            Difference(system=one.system, outcome=one.outcome, said=one.level, assured=one.assured)
            for one in answers
            if one.level is not None and one.assured is not None and one.level != one.assured
        ),
        key=lambda one: (one.system, one.outcome),
    )


def moved(
    before: tuple[Framework, Sequence[Answer]],
    after: tuple[Framework, Sequence[Answer]],
    successions: Iterable[Succession],
) -> list[Moved]:
    """Return how each outcome of each system moved, in the order of the later framework.

    Between versions a code counts as the same only where no succession says otherwise.
    """
    (old, was), (new, now) = before, after
    told = list(successions) if old.name != new.name else []
    earlier = _earlier(old, new, told)
    first = {(one.system, one.outcome): one.stands for one in was}
    last = {(one.system, one.outcome): one.stands for one in now}
    systems = sorted({one.system for one in (*was, *now)})
    found = [
        _moved(system, earlier[code], code, first, last)
        for system in systems
        for code in in_scope(new, system)
    ]
    gone = [one.code for one in old.outcomes if one.code not in set(earlier.values())]
    return found + [
        Moved(
            system=system,
            before=code,
            after="",
            was=first.get((system, code)),
            now=None,
            turn=Turn.DROPPED,
        )
        for system in systems
        for code in in_scope(old, system)
        if code in gone
    ]


def _falls_short(level: Level | None, least: Level) -> bool:
    if least is Level.NOT_ACHIEVED:
        return False
    return level is None or level.rank < least.rank


def _earlier(old: Framework, new: Framework, told: Sequence[Succession]) -> dict[str, str]:
    """Return of each later code the earlier one, "" of one that is new."""
    renamed = {one.after: one.before for one in told if one.after}
    left = {one.before for one in told if one.before}
    return {
        one.code: renamed[one.code]
        if one.code in renamed
        else (one.code if old.outcome(one.code) and one.code not in left else "")
        for one in new.outcomes
    }


Levels = Mapping[tuple[str, str], Level | None]


def _moved(system: str, before: str, after: str, first: Levels, last: Levels) -> Moved:
    was = first.get((system, before)) if before else None
    now = last.get((system, after))
    return Moved(system=system, before=before, after=after, was=was, now=now, turn=_turn(was, now))


def _turn(was: Level | None, now: Level | None) -> Turn:
    if was is None:
        return Turn.NEW
    if now is None:
        return Turn.DROPPED
    if now.rank == was.rank:
        return Turn.SAME
    return Turn.BETTER if now.rank > was.rank else Turn.WORSE
