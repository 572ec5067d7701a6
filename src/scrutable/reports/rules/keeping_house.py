"""Officers’ words on accounts, devices, licences, agreements and orders, held to the records; pure.

"All", "every" and "no" claim something of all of them; the same doubts as in other commentary take
a claim away. What a clause says of a day before the report's own is not held against anything.
"""

import re
from collections.abc import Iterator, Mapping

from scrutable.housekeeping.facts import AccountFault, PartOfEstate
from scrutable.housekeeping.facts.faults import COUNTED
from scrutable.reports.facts import Fault
from scrutable.reports.rules.claims import clauses, is_taken_away
from scrutable.reports.rules.estate_claims import CLAIMS, standing_words, unread_words
from scrutable.reports.rules.estate_says import EstateSays, Kind
from scrutable.reports.rules.promising import is_of_before


def contradicted_estate(
    narrative: Mapping[str, str], says: EstateSays, sections: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield each place where an officer's words on the estate say other than the records."""
    for anchor, text in narrative.items():
        for words, place, why in _untrue(text, says):
            yield Fault(
                place=f"section {sections.get(anchor, anchor)}, {place}",
                fault=f"the commentary says “{words}”, but {why}",
                remedy="change the commentary, or the record if it is the record that is wrong",
                section=anchor,
                mend_at=f"commentary/{anchor}/",
            )


def _untrue(text: str, says: EstateSays) -> Iterator[tuple[str, str, str]]:
    for paragraph in filter(str.strip, text.splitlines()):
        for clause in clauses(paragraph):
            if not is_of_before(clause, says.since):
                yield from _of_all(clause, says)
                yield from _of_numbers(clause, says)


def _of_all(clause: str, says: EstateSays) -> Iterator[tuple[str, str, str]]:
    for claim in CLAIMS:
        found = claim.words.search(clause)
        if found is None or is_taken_away(clause[: found.start()]):
            continue
        if why := claim.why(says):
            yield found[0], claim.place, why


def _of_numbers(clause: str, says: EstateSays) -> Iterator[tuple[str, str, str]]:
    for kind, pattern in _NUMBERED.items():
        found = pattern.search(clause)
        if found is None or is_taken_away(clause[: found.start()]):
            continue
        number = int(found["count"].replace(",", ""))
        if number not in says.numbers.get(kind, frozenset({0})):
            yield found[0], kind[0].value, standing_words(says, kind) or _not_one(says, kind)


def _not_one(says: EstateSays, kind: Kind) -> str:
    return unread_words(says, kind[0]) or "none stands"


def _numbered(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number before the words by which findings of a fault are counted."""
    one_or_more = "|".join(re.escape(each).replace("’", "[’']") for each in words)
    return re.compile(rf"(?<![\w.,£])(?P<count>\d[\d,]*) (?:{one_or_more})\b", re.IGNORECASE)


ALSO = {
    (PartOfEstate.ACCOUNTS, AccountFault.LEAVER_OPEN.value): (
        "leaver’s account",
        "leavers’ accounts",
    )
}
_NUMBERED: Mapping[Kind, re.Pattern[str]] = {
    (part, fault): _numbered((*words, *ALSO.get((part, fault), ())))
    for part, faults in COUNTED.items()
    for fault, words in faults.items()
}
