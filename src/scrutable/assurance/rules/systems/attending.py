"""Which critical systems need a person; everybody may read it, so no weakness is named; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scrutable.assurance.facts import Lack, Landscape, Readiness, SystemSeen
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import capital, count_words, date_words, list_words

NOBODY = "Nobody"
LACK_WORDS = {
    Lack.OWNER: "owner",
    Lack.RECOVERY: "time for its recovery",
    Lack.LOSS: "limit to work lost",
    Lack.RHYTHM: "rhythm of tests",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemGravity:
    """How grave the council holds it that a recovery is not proved, or something is not said."""

    not_proved: Gravity
    overdue: Gravity
    lacking: Gravity


def systems_attention(found: Landscape, held: SystemGravity) -> Iterator[Attention]:
    """Yield every system whose recovery is not proved, and every one of which something lacks."""
    for one in found.systems:
        if one.readiness is not Readiness.PROVED:
            overdue = one.readiness is Readiness.OVERDUE
            gravity = held.overdue if overdue else held.not_proved
            yield _item(one, found.as_at, _why(one), gravity)
        elif one.lacks:
            yield _item(one, found.as_at, capital(lacking(one)), held.lacking)


def lacking(one: SystemSeen) -> str:
    """Return what nobody has said of a system, in words."""
    return f"no {list_words([LACK_WORDS[lack] for lack in one.lacks], joint='or')} is recorded"


def _why(one: SystemSeen) -> str:
    if one.last is None:
        said = "Its recovery was never tested"
    elif one.readiness is Readiness.OVERDUE:
        said = (
            f"Its recovery was last tested on {date_words(one.last.on)}, "
            f"{count_words(one.months or 0, 'month')} ago; it is to be tested every "
            f"{count_words(one.system.test_months or 0, 'month')}"
        )
    else:
        said = f"The test of {date_words(one.last.on)} did not prove its recovery"
    rests = f"{count_words(len(one.stops), 'public service')} would stop with it"
    lacks = f"; {lacking(one)}" if one.lacks else ""
    return f"{said}; {rests}{lacks}"


def _item(one: SystemSeen, as_at: date, why: str, gravity: Gravity) -> Attention:
    system = one.system
    return Attention(
        reference=system.reference,
        what=f"Critical system {system.code}: {system.title}",
        why=why,
        since=one.last.on if one.last else as_at,
        gravity=gravity,
        owner=system.owner or NOBODY,
        version=system.version,
    )
