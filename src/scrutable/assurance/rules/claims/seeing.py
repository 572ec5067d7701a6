"""Every claim by a day: what each line found of it, and what is missing; pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutable.assurance.facts import (
    Claim,
    ClaimJudged,
    ClaimSeen,
    Evidence,
    Line,
    LineSeen,
    Missing,
    Reassurance,
)
from scrutable.assurance.rules.reassuring import claim_judged

WORST_FIRST = tuple(reversed(Reassurance))
_PLACE = {one: place for place, one in enumerate(WORST_FIRST)}


def reassurance_map(
    claims: Iterable[Claim], evidence: Iterable[Evidence], as_at: date
) -> list[ClaimSeen]:
    """Return every claim that is not withdrawn by the day, the worst first, then by code."""
    own: dict[str, list[Evidence]] = defaultdict(list)
    for one in evidence:
        own[one.claim].append(one)
    seen = [
        claim_seen(one, own[one.code], as_at)
        for one in claims
        if one.withdrawn_on is None or one.withdrawn_on > as_at
    ]
    return sorted(seen, key=lambda one: (_PLACE[one.judged.reassurance], one.claim.code))


def claim_seen(claim: Claim, evidence: Sequence[Evidence], as_at: date) -> ClaimSeen:
    """Return the claim by the day with what each line found."""
    judged = claim_judged(claim, evidence, as_at)
    held = [one for one in evidence if one.on <= as_at]
    return ClaimSeen(
        judged=judged,
        lines=tuple(_line(claim, line, held, as_at) for line in Line),
        missing=tuple(_missing(judged)),
        as_at=as_at,
    )


def _line(claim: Claim, line: Line, held: Iterable[Evidence], as_at: date) -> LineSeen:
    own = [one for one in held if one.line is line]
    newest = max(own, key=lambda one: (one.on, not one.bears_out, one.number), default=None)
    if newest is None:
        return LineSeen(line=line, newest=None, age=None, is_fresh=False)
    age = (as_at - newest.on).days
    return LineSeen(line=line, newest=newest, age=age, is_fresh=age <= claim.shelf_days)


def _missing(judged: ClaimJudged) -> Iterator[Missing]:
    found = {
        Reassurance.NOTHING: Missing.EVIDENCE,
        Reassurance.STALE: Missing.FRESH,
        Reassurance.WEAK: Missing.LINE,
        Reassurance.CONTRADICTED: Missing.ANSWER,
    }
    if judged.reassurance in found:
        yield found[judged.reassurance]
