"""Who is who: lines of the staff extract become people, each found by three keys; pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scrutable.housekeeping.facts import MatchedBy, Person
from scrutable.housekeeping.rules.keys import address_key, name_key, number_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Everybody by key, and when each left; an address or a name of two people finds neither."""

    left_on: Mapping[str, date | None]
    by_number: Mapping[str, str]
    by_address: Mapping[str, str]
    by_name: Mapping[str, str]

    def match(self, number: str, address: str, name: str = "") -> tuple[MatchedBy, str]:
        """Return by which key somebody is found, and who; the surest key counts."""
        for by, known, key in (
            (MatchedBy.NUMBER, self.by_number, number_key(number)),
            (MatchedBy.ADDRESS, self.by_address, address_key(address)),
            (MatchedBy.NAME, self.by_name, name_key(name)),
        ):
            if key and key in known:
                return by, known[key]
        return MatchedBy.NOTHING, ""

    def has_left(self, person: str, as_at: date) -> bool:
        """Test whether the person's last day at work lies before the day."""
        last = self.left_on[person]
        return last is not None and last < as_at


def person_key(person: Person) -> str:
    """Return what tells the person from all others; "" of a line that names nobody."""
    if number := number_key(person.number):
        return number
    return address_key(person.address) or name_key(person.name)


def staff(people: Iterable[Person]) -> Staff:
    """Return everybody; whoever stands on several lines has left if all of them say so."""
    lines: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if key := person_key(person):
            lines[key].append(person)
    return Staff(
        left_on={key: _last_day(own) for key, own in lines.items()},
        by_number=_found(lines, lambda person: number_key(person.number)),
        by_address=_found(lines, lambda person: address_key(person.address)),
        by_name=_found(lines, lambda person: name_key(person.name)),
    )


def _last_day(lines: Iterable[Person]) -> date | None:
    days = [line.left_on for line in lines]
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None


def _found(lines: Mapping[str, list[Person]], key_of: Callable[[Person], str]) -> dict[str, str]:
    holders: dict[str, set[str]] = defaultdict(set)
    for person, own in lines.items():
        for line in own:
            if key := key_of(line):
                holders[key].add(person)
    return {key: next(iter(held)) for key, held in holders.items() if len(held) == 1}
