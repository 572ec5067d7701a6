"""What is to be done about a finding by a day, and what may be said of it; pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts import (
    LOUD,
    OVER,
    STANDING,
    AtSnapshot,
    Finding,
    FindingStanding,
    FindingState,
    Handling,
    PartOfEstate,
    Thing,
    WorkKind,
    WorkState,
)
from scrutable.housekeeping.rules.naming import says_any
from scrutable.kernel.wording import count_words, date_words

NAMING = frozenset(
    {PartOfEstate.ACCOUNTS, PartOfEstate.ORDERS}
)  # whose very names may be a person's
Refusals = list[RowError]


def standing_of(finding: Finding, said: Handling | None) -> FindingStanding:
    """Return the finding with what holds of what was said: of one that is back, its owner alone."""
    holds = said is not None and said.stood_since == finding.as_at and finding.stands
    return FindingStanding(
        number=finding.number,
        part=finding.part,
        fault=finding.fault,
        thing=finding.thing,
        state=finding.state,
        first_on=finding.first_on,
        as_at=finding.as_at,
        place=finding.place,
        pence=finding.pence,
        owner=said.owner if said else "",
        why=said.why if said and holds else "",
        until=said.until if said and holds else None,
        fixed_on=said.fixed_on if said and holds else None,
        version=max(finding.version, said.version if said else 0),
    )


def work_state(one: FindingStanding | WorkKind, as_at: date, last: date) -> WorkState:
    """Return what is to be done about it on the day; `last` is the day of its last extract.

    An extract of the very day on which it was fixed may have been drawn before.
    """
    if one.state not in STANDING:
        return WorkState.FIXED if one.state is FindingState.FIXED else WorkState.GONE
    if one.fixed_on is not None:
        return WorkState.SAID_FIXED if last <= one.fixed_on else WorkState.STILL_SHOWN
    if one.until is not None:
        return WorkState.EXPLAINED if as_at <= one.until else WorkState.EXPLANATION_ENDED
    return WorkState.BACK if one.state is FindingState.BACK else WorkState.OPEN


def tally(found: Iterable[FindingStanding]) -> Mapping[WorkKind, tuple[int, int | None]]:
    """Return how many there are of each kind, and what those with a sum come to in pence.

    What never was, as the day’s extract taken anew shows, counts nowhere.
    """
    number: Counter[WorkKind] = Counter()
    pence: dict[WorkKind, int] = {}
    for one in found:
        if not one.stands and one.as_at == one.first_on:
            continue
        kind = WorkKind(
            one.part,
            one.fault,
            one.owner,
            one.state,
            one.until,
            one.fixed_on,
            one.first_on if one.stands else None,
        )
        number[kind] += 1
        if one.pence is not None:
            pence[kind] = pence.get(kind, 0) + one.pence
    return {kind: (count, pence.get(kind)) for kind, count in number.items()}


def needs_somebody(state: WorkState) -> bool:
    """Test whether a finding in the state needs a person; an explained one is quiet."""
    return state in LOUD


def is_over(state: WorkState) -> bool:
    """Test whether the last extract no longer shows a finding in the state."""
    return state in OVER


def word_on(one: FindingStanding) -> Handling:
    """Return what holds of a finding as a word that another can be made of."""
    return Handling(
        finding=one.number,
        stood_since=one.as_at,
        owner=one.owner,
        why=one.why,
        until=one.until,
        fixed_on=one.fixed_on,
    )


def explained(one: FindingStanding, why: str, until: date) -> Handling:
    """Return the finding's word once it is explained; that it is fixed holds no longer."""
    return replace(word_on(one), why=why, until=until, fixed_on=None)


def assigned(one: FindingStanding, owner: str) -> Handling:
    """Return the finding's word once it has an owner; all else of it holds on."""
    return replace(word_on(one), owner=owner)


def said_fixed(one: FindingStanding, on: date) -> Handling:
    """Return the finding's word once it is said to be fixed; no explanation holds any longer."""
    return replace(word_on(one), why="", until=None, fixed_on=on)


def refusals_of_explanation(why: str, until: date, today: date, longest: int) -> Refusals:
    """Return why nothing can be explained so: no reason, a day gone by, or one too far off."""
    found = [] if why.strip() else [RowError("why", "The reason is missing", "enter it")]
    furthest = today + timedelta(days=longest)
    if until < today:
        fault = f"{date_words(until)} has gone by"
        found.append(RowError("until", fault, f"give {date_words(today)} or a later day"))
    if until > furthest:
        fault = f"An explanation holds for {count_words(longest, 'day')} at most"
        found.append(RowError("until", fault, f"give {date_words(furthest)} or an earlier day"))
    return found


def refusals_of_owner(owner: str) -> Refusals:
    """Return why nobody can look after a finding so."""
    return [] if owner.strip() else [RowError("owner", "The owner is missing", "enter a post")]


def refusals_of_fixed(
    found: Sequence[FindingStanding], on: date, today: date, last: Mapping[PartOfEstate, date]
) -> Refusals:
    """Return why they cannot have been fixed on the day: to come, or shown since."""
    if on > today:
        fault = f"{date_words(on)} is to come"
        return [RowError("on", fault, f"give {date_words(today)} or an earlier day")]
    shown = max((max(one.as_at, last[one.part]) for one in found), default=on)
    if shown <= on:
        return []
    since = sum(max(one.as_at, last[one.part]) > on for one in found)
    which = "it" if len(found) == 1 else count_words(since, "of them", "of them")
    fault = f"The extract as at {date_words(shown)} shows {which}"
    return [RowError("on", fault, f"give {date_words(shown)} or a later day")]


def refusals_of_chosen(found: Iterable[FindingStanding], asked: Sequence[int]) -> Refusals:
    """Return why nothing can be said of those chosen: none, unknown ones, or shown no longer."""
    if not asked:
        return [RowError("findings", "No finding is chosen", "choose one")]
    held = {one.number: one for one in found}
    unknown = [number for number in asked if number not in held]
    over = [one.number for one in held.values() if not one.stands]
    refused = []
    if unknown:
        fault = f"There is no finding {_few(unknown)}"
        refused.append(RowError("findings", fault, "check it in the list"))
    if over:
        fault = f"The last extract no longer shows {_few(over)}"
        refused.append(RowError("findings", fault, "choose only what stands"))
    return refused


def by_snapshot(
    versions: Sequence[Finding], days: Mapping[PartOfEstate, Sequence[date]]
) -> Iterator[AtSnapshot]:
    """Yield what was wrong with each thing by each snapshot since it was first found.

    `versions` are those of findings, of each the oldest first.
    """
    things = {one.thing: one.part for one in versions}
    for thing, part in sorted(things.items()):
        own = [one for one in versions if one.thing == thing]
        first = min(one.first_on for one in own)
        for day in sorted((day for day in days.get(part, ()) if day >= first), reverse=True):
            stood = {one.number: one for one in own if one.as_at <= day}
            faults = sorted(one.fault for one in stood.values() if one.stands)
            yield AtSnapshot(as_at=day, thing=thing, faults=tuple(faults))


def names_somebody(one: Thing) -> bool:
    """Test whether what the thing is called, or whose it is, may name a person."""
    return bool(one.person) or (bool(one.key) and one.part in NAMING)


def names_said(text: str, things: Iterable[Thing]) -> list[int]:
    """Return the numbers of the things that the text calls by name or by whose they are."""
    said, found = _bare(text), []
    for one in things:
        names = list(_names(one))
        if any(_bare(each) in said for each in names) or says_any(text, names):
            found.append(one.number)
    return sorted(found)


def _names(one: Thing) -> Iterable[str]:
    """Return what calls the thing or whose it is; what a licence is of is no name."""
    return filter(str.strip, (one.person, "" if one.part is PartOfEstate.LICENCES else one.key))


def _bare(text: str) -> str:
    """Return the words without signs around them, a space on either side of each."""
    words = (word.strip(".,;:!?()[]“”‘’\"'").casefold() for word in text.split())
    return f" {' '.join(words)} "


def ranges(numbers: Iterable[int]) -> str:
    """Return the numbers as the log says them, however many.

    >>> ranges([7, 1, 2, 3, 9, 10])
    '1-3, 7, 9-10'
    """
    found: list[list[int]] = []
    for one in sorted(set(numbers)):
        if found and found[-1][1] == one - 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    return ", ".join(f"{a}-{b}" if a != b else str(a) for a, b in found)


def within(text: str) -> set[int]:
    """Return the numbers that `ranges` said.

    >>> sorted(within("1-3, 7"))
    [1, 2, 3, 7]
    """
    found: set[int] = set()
    for part in filter(None, text.split(", ")):
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def _few(numbers: Sequence[int]) -> str:
    few = ranges(numbers).split(", ")
    more = len(few) - 5
    return ", ".join(few[:5]) + (f" and {count_words(more, 'more', 'more')}" if more > 0 else "")
