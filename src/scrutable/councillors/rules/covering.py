"""Cover of skills in totals only: small numbers are withheld, and nothing gives them away; pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from scrutable.councillors.facts import (
    Confidence,
    CoverLine,
    Need,
    Session,
    SkillArea,
    SkillsSaid,
)


def withheld(counts: Sequence[int], least: int) -> tuple[int | None, ...]:
    """Return the counts that may be shown beside their total, None for those that may not.

    A count from 1 to `least` − 1 is withheld, and with it as many others, the smallest first, as it
    takes for at least two to be withheld which together are not fewer than `least`: else the total
    would give it away. Where that cannot be, all are withheld; a nought is the last to be.
    """
    small = {at for at, count in enumerate(counts) if 0 < count < least}
    if not small:
        return tuple(counts)
    others = (at for at in range(len(counts)) if at not in small)
    for at in sorted(others, key=lambda at: (counts[at] == 0, counts[at], at)):
        if len(small) > 1 and sum(counts[one] for one in small) >= least:
            break
        small.add(at)
    hidden = sum(counts[at] for at in small)
    if len(small) < 2 or hidden < least:
        return tuple(None for _ in counts)
    return tuple(None if at in small else count for at, count in enumerate(counts))


def cover(areas: Iterable[SkillArea], said: Iterable[SkillsSaid], least: int) -> list[CoverLine]:
    """Return how many see each skill of their own in which way, small numbers withheld.

    Of somebody who answered twice the later answer counts.
    """
    latest = _latest(said)
    lines = []
    for area in areas:
        answers = [dict(one.confidence).get(area.code) for one in latest.values()]
        counts = [sum(one is level for one in answers) for level in Confidence]
        answered = sum(counts)
        lines.append(
            CoverLine(
                skill=area.code,
                counts=withheld(counts, least),
                answered=answered if answered >= least or not answered else None,
            )
        )
    return lines


def needs(
    areas: Iterable[SkillArea],
    said: Iterable[SkillsSaid],
    sessions: Iterable[Session],
    as_at: date,
) -> list[Need]:
    """Return the skills that somebody lacks or asked for, those that most lack first."""
    latest = _latest(said)
    to_come = [one for one in sessions if one.on >= as_at]
    found = []
    for area in areas:
        lacking = frozenset(
            who for who, one in latest.items() if _lacks(area, dict(one.confidence), one.wants)
        )
        if not lacking:
            continue
        meeting = [one for one in to_come if area.code in one.skills]
        places = [one.places for one in meeting]
        found.append(
            Need(
                skill=area.code,
                councillors=lacking,
                asked=sum(area.code in latest[who].wants for who in lacking),
                sessions=tuple(one.number for one in meeting),
                places=None if None in places else sum(one or 0 for one in places),
            )
        )
    return sorted(found, key=lambda one: (-len(one.councillors), one.skill))


def _latest(said: Iterable[SkillsSaid]) -> Mapping[int, SkillsSaid]:
    return {one.councillor: one for one in sorted(said, key=lambda one: one.on)}


def _lacks(area: SkillArea, confidence: Mapping[str, Confidence], wants: Sequence[str]) -> bool:
    level = confidence.get(area.code)
    return area.code in wants or (level is not None and level < area.enough)
