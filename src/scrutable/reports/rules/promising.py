"""Words on savings, benefits, verified sums and numbers of late projects; pure.

"All", "every", "the" and "our" claim something of all of them; "some of the savings" claims
nothing. A sum or a number of a day before the report's own is not held against anything: it was
true or false then.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import MONTH_NAMES
from scrutable.kernel.wording import count_words, list_words, number_words
from scrutable.reports.rules.claims import is_taken_away
from scrutable.reports.rules.records_say import Delivered, OfBenefit, wanting

Untrue = Iterator[tuple[str, str, str]]

_BE = r"(?:is|are|was|were|has been|have been)(?: all| now| fully)?"
_WHICH = (
    r"(?<!\bof )\b(?:(?:all|every)(?: of)?(?: the| our| its)?|the|our)(?: \w+)?"
    r" (?P<what>benefits?|savings?)(?: (?:of|from|for|in) (?:[\w-]+ ?){1,6}?| promised)?"
)
_REALISED = re.compile(
    rf"{_WHICH} {_BE} (?:realised|delivered|achieved|had|made|taken)\b", re.IGNORECASE
)
_ON_TRACK = re.compile(
    r"(?<!\bof the )\b(?:(?:all|every)(?: of)?(?: the| our| its)? |the |our )?"
    r"(?P<what>benefits?|savings?)(?: (?:of|from|for|in) (?:[\w-]+ ?){1,6}?| promised)?"
    r" (?:is|are|remain|remains|stay|stays)(?: all| still| now)? on (?:track|course|target)\b",
    re.IGNORECASE,
)
_SUM = r"£(?P<pounds>\d[\d,]*(?:\.\d+)?) ?(?P<times>million|m\b|k\b)?"
_VERIFIED = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        (
            rf"{_SUM}(?: \w+){{0,5}}? (?P<verb>is|are|was|were|has been|have been)"
            r"(?: now)? (?:independently )?verified\b"
        ),
        rf"(?P<verb>verified) (?:savings? |sums? |benefits? )?(?:of |at |is |are |come to )?{_SUM}",
    )
)
_TIMES = {"million": Decimal(1_000_000), "m": Decimal(1_000_000), "k": Decimal(1000)}
_NUMBERS = {number_words(number): number for number in range(10)}
_NUMBERS |= {"ten": 10, "eleven": 11, "twelve": 12}
_LATE = re.compile(
    rf"\b(?P<count>\d+|{'|'.join(_NUMBERS)})(?: of (?:the |our )?(?:\w+ )??)? ?projects?"
    r"(?: \w+){0,2}? (?:is|are|was|were|run|runs)(?: now| still)? (?:late|overdue)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTH_NAMES)}) (\d{{4}})\b")


def untrue_of_promises(clause: str, projects: Sequence[str], known: Delivered) -> Untrue:
    """Yield words, place and why of each claim on promises and numbers that is not so."""
    yield from _of_realised(clause, projects, known)
    yield from _of_track(clause, projects, known)
    if not is_of_before(clause, known.as_at):
        yield from _of_verified(clause, known)
        yield from _of_late(clause, known)


def _of_realised(clause: str, projects: Sequence[str], known: Delivered) -> Untrue:
    found = _REALISED.search(clause)
    if found is None or is_taken_away(clause[: found.start()]):
        return
    among = _among(found["what"], projects, known)
    is_of_all = not projects and found["what"].lower().startswith("benefit")
    names = [one.name for one in among if not one.is_realised]
    if names := list(known.unrealised) if is_of_all else names:
        yield found[0], _place(found["what"]), wanting(names)


def _of_track(clause: str, projects: Sequence[str], known: Delivered) -> Untrue:
    found = _ON_TRACK.search(clause)
    if found is None or is_taken_away(clause[: found.start()]):
        return
    among = _among(found["what"], projects, known)
    if names := [one.name for one in among if not one.is_on_track]:
        yield found[0], _place(found["what"]), wanting(names)


def _among(what: str, projects: Sequence[str], known: Delivered) -> list[OfBenefit]:
    """Return the benefits, or the savings among them, that the clause is about."""
    only_savings = what.lower().startswith("saving")
    return [
        one
        for one in known.benefits
        if (one.is_saving or not only_savings) and (not projects or one.project in projects)
    ]


def _place(what: str) -> str:
    return "savings" if what.lower().startswith("saving") else "benefits"


def _of_verified(clause: str, known: Delivered) -> Untrue:
    if known.verified is None:
        return
    for pattern in _VERIFIED:
        for found in pattern.finditer(clause):
            if is_taken_away(clause[: found.start("verb")]) or _is_one_of(found, known.verified):
                continue
            total = known.verified[0] if known.verified else Decimal(0)
            yield found[0], "verified savings", f"{money_exact(total)} a year is verified"


def _is_one_of(found: re.Match[str], sums: Sequence[Decimal]) -> bool:
    """Test whether the sum is one of those, as exactly as it is written."""
    pounds = found["pounds"].replace(",", "")
    times = _TIMES.get((found["times"] or "").lower(), Decimal(1))
    places = len(pounds.partition(".")[2])
    within = times / 10**places / 2
    return any(abs(one - Decimal(pounds) * times) <= within for one in sums)


def _of_late(clause: str, known: Delivered) -> Untrue:
    late = known.late or ()
    for found in _LATE.finditer(clause) if late else ():
        said = found["count"].lower()
        number = _NUMBERS[said] if said in _NUMBERS else int(said)
        if number in late or is_taken_away(clause[: found.start()]):
            continue
        yield found[0], "projects", _late_words(late)


def _late_words(late: Sequence[int]) -> str:
    first, *others = dict.fromkeys(late)
    said = f"{count_words(first, 'project')} {'is' if first == 1 else 'are'} late"
    if not others:
        return said
    return f"{said}, or {list_words([f'{one:,}' for one in others], joint='or')} counted otherwise"


def is_of_before(clause: str, as_at: date | None) -> bool:
    """Test whether the clause names a day before that of the report."""
    for day, month, year in _DAY.findall(clause):
        try:
            named = date(int(year), MONTH_NAMES.index(month) + 1, int(day))
        except ValueError:
            continue
        if as_at is not None and named < as_at:
            return True
    return False
