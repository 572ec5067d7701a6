"""What somebody says of findings: of one or of thousands, under one event, or of none at all."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from scrutable.audit.writes import change
from scrutable.evidence.facts import RowError
from scrutable.housekeeping import facts
from scrutable.housekeeping.facts import FindingStanding, Handling
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.reads.naming import names_somebody
from scrutable.housekeeping.rules import handling
from scrutable.housekeeping.writes.findings import lay_standings
from scrutable.kernel.wording import london_day
from scrutable.records.writes import (
    UnfitRecord,
    WrittenMeanwhile,
    keep_all,
    refusals_of_columns,
)
from scrutable.registers import reads as registers

OF_MANY = "estate/findings"
Refusing = Callable[[Sequence[FindingStanding], date, int], Sequence[RowError]]


class _Word:
    """One thing said of many findings: what is kept of each, what refuses it, what the log says."""

    def __init__(
        self,
        verb: str,
        made: Callable[[FindingStanding], Handling],
        refused: Refusing,
        **logged: object,
    ) -> None:
        self.verb = verb
        self.made = made
        self.refused = refused
        self.logged = logged


def explain(
    *,
    numbers: Sequence[int],
    why: str,
    until: date,
    by: str,
    at: datetime,
    based_on: int | None = None,
) -> int:
    """Explain findings until a day, up to and with which they are quiet; return how many.

    `based_on` is the event as known at which they were chosen. Raises UnfitRecord with everything
    that is wrong, and WrittenMeanwhile where one of them has changed since.
    """

    def refused(found: Sequence[FindingStanding], today: date, known: int) -> list[RowError]:
        longest = int(str(registers.policy("findings", today, known)["longest_explanation_days"]))
        refusals = handling.refusals_of_explanation(why, until, today, longest)
        return [*refusals, *_naming("why", why, found)]

    word = _Word(
        "findings_explained",
        lambda one: handling.explained(one, why.strip(), until),
        refused,
        until=until.isoformat(),
    )
    return _say(word, numbers, by, at, based_on)


def assign(
    *, numbers: Sequence[int], owner: str, by: str, at: datetime, based_on: int | None = None
) -> int:
    """Give findings an owner, a post; return how many. Raises as `explain` does."""

    def refused(found: Sequence[FindingStanding], *_: object) -> list[RowError]:
        return [*handling.refusals_of_owner(owner), *_naming("owner", owner, found)]

    word = _Word(
        "findings_assigned",
        lambda one: handling.assigned(one, owner.strip()),
        refused,
    )
    return _say(word, numbers, by, at, based_on)


def say_fixed(
    *, numbers: Sequence[int], on: date, by: str, at: datetime, based_on: int | None = None
) -> int:
    """Say that findings were fixed on a day, which the next extract bears out or does not.

    Returns how many; raises as `explain` does.
    """

    def refused(found: Sequence[FindingStanding], today: date, known: int) -> list[RowError]:
        last = worklist.reach(known, today).last
        return handling.refusals_of_fixed([one for one in found if one.stands], on, today, last)

    word = _Word(
        "findings_said_fixed",
        lambda one: handling.said_fixed(one, on),
        refused,
        on=on.isoformat(),
    )
    return _say(word, numbers, by, at, based_on)


def _say(word: _Word, numbers: Sequence[int], by: str, at: datetime, based_on: int | None) -> int:
    """Keep the word of all of them under one event; the log says how many and which, by number."""
    chosen = sorted(set(numbers))
    subject = facts.finding_reference(chosen[0]) if len(chosen) == 1 else OF_MANY
    with change(verb=word.verb, subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = worklist.standings_of(known, chosen)
        if based_on is not None and any(one.version > based_on for one in found):
            raise WrittenMeanwhile("finding" if len(chosen) == 1 else "list of findings")
        said = [word.made(one) for one in found]
        refusals = [
            *handling.refusals_of_chosen(found, chosen),
            *word.refused(found, london_day(under_way.at), known),
            *(refusals_of_columns(said[0]) if said else ()),
        ]
        if refusals:
            raise UnfitRecord(refusals)
        keep_all(said, under_way)
        stood = worklist.findings_numbered(known, chosen)
        lay_standings(worklist.current(under_way.number, stood), under_way.number)
        under_way.after = {
            "findings": handling.ranges(chosen),
            "number": len(chosen),
            **word.logged,
        }
    return len(chosen)


def _naming(place: str, text: str, found: Sequence[FindingStanding]) -> list[RowError]:
    """Return why the text cannot be kept for good: it names one of the things or whose it is."""
    things = worklist.things([one.thing for one in found])
    if not (handling.names_said(text, things.values()) or names_somebody(text)):
        return []
    return [RowError(place, "It names an account, a device or a person", "say it without")]
