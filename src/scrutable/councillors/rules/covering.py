"""Cover of skills in totals only: small numbers are withheld, and nothing gives them away; pure."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Protocol, TypeVar

from scrutable.councillors.facts import (
    Confidence,
    Cover,
    CoverLine,
    Need,
    NeedInTotal,
    Session,
    SkillArea,
    SkillsSaid,
)


class OfSomebody(Protocol):
    """What one councillor said."""

    @property
    def councillor(self) -> int:
        """Return whose it is."""
        ...


Said = TypeVar("Said", bound=OfSomebody)


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


def released(said: Sequence[Said], least: int) -> Sequence[Said]:
    """Return what was said up to the last moment at which it may be counted.

    It may once `least` different councillors have spoken since the last such moment. Totals then
    never differ by what one or two said, however often somebody asks for them as known on the day
    before and the day after.
    """
    counted, speakers = 0, set[int]()
    for at, one in enumerate(said, 1):
        speakers.add(one.councillor)
        if len(speakers) >= least:
            counted, speakers = at, set()
    return said[:counted]


def totals(
    areas: Sequence[SkillArea],
    said: Sequence[SkillsSaid],
    sessions: Sequence[Session],
    councillors: AbstractSet[int],
    *,
    as_at: date,
    least: int,
) -> Cover:
    """Return what everybody may know of the skills of all, `said` in the order it was said in.

    Those who left are counted until `least` of them, or more, can be left out at once.
    """
    counted = released([one for one in said if one.on <= as_at], least)
    latest = _latest(counted)
    gone = latest.keys() - councillors
    if len(gone) >= least:
        latest = {who: one for who, one in latest.items() if who not in gone}
    answers = list(latest.values())
    lines = cover(areas, answers, least)
    found = {one.skill: one for one in needs(areas, answers, sessions, as_at)}
    return Cover(
        councillors=len(councillors),
        answered=len(answers) if len(answers) >= least or not answers else None,
        counted_to=max((one.on for one in counted), default=None),
        version=max((one.version for one in counted), default=0),
        lines=tuple(lines),
        needs=tuple(
            _in_total(area, line, found.get(area.code), sessions, as_at=as_at, least=least)
            for area, line in zip(areas, lines, strict=True)
        ),
    )


def _in_total(
    area: SkillArea,
    line: CoverLine,
    need: Need | None,
    sessions: Sequence[Session],
    *,
    as_at: date,
    least: int,
) -> NeedInTotal:
    asked = need.asked if need else 0
    meeting = [one for one in sessions if meets(one, area.code, as_at)]
    rest = None if line.answered is None else line.answered - asked
    return NeedInTotal(
        skill=area.code,
        lacking=lacking(line, area.enough),
        asked=None if rest is None else withheld((asked, max(rest, 0)), least)[0],
        answered=line.answered,
        sessions=tuple(one.number for one in meeting),
        places=_places(meeting),
    )


def lacking(line: CoverLine, enough: Confidence) -> int | None:
    """Return how many have not enough of a skill, where the line says so already; else None.

    It is never counted: a sum that cuts through the numbers withheld would give one away.
    """
    below, above = line.counts[: enough - 1], line.counts[enough - 1 :]
    if line.answered is None:
        return None
    if None not in below:
        return sum(count or 0 for count in below)
    if None not in above:
        return line.answered - sum(count or 0 for count in above)
    return None


def meets(session: Session, skill: str, as_at: date) -> bool:
    """Test whether a session to come is about the skill."""
    return session.on >= as_at and skill in session.skills and not session.called_off


def lacks(area: SkillArea, said: SkillsSaid) -> bool:
    """Test whether somebody has not enough of a skill, or wants help with it."""
    return _lacks(area, dict(said.confidence), said.wants)


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
    sessions = list(sessions)
    found = []
    for area in areas:
        lacking = frozenset(
            who for who, one in latest.items() if _lacks(area, dict(one.confidence), one.wants)
        )
        if not lacking:
            continue
        meeting = [one for one in sessions if meets(one, area.code, as_at)]
        found.append(
            Need(
                skill=area.code,
                councillors=lacking,
                asked=sum(area.code in latest[who].wants for who in lacking),
                sessions=tuple(one.number for one in meeting),
                places=_places(meeting),
            )
        )
    return sorted(found, key=lambda one: (-len(one.councillors), one.skill))


def _places(sessions: Iterable[Session]) -> int | None:
    places = [one.places for one in sessions]
    return None if None in places else sum(one or 0 for one in places)


def _latest(said: Iterable[SkillsSaid]) -> Mapping[int, SkillsSaid]:
    return {one.councillor: one for one in sorted(said, key=lambda one: (one.on, one.version))}


def _lacks(area: SkillArea, confidence: Mapping[str, Confidence], wants: Sequence[str]) -> bool:
    level = confidence.get(area.code)
    return area.code in wants or (level is not None and level < area.enough)
