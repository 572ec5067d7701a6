"""Words of exempt or confidential matter that stand in what the public will read; pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from scrutable.meetings.facts import Appendix, DecisionPaper, Lack, Openness
from scrutable.meetings.rules.papers.sums import Sum, sums_in
from scrutable.meetings.rules.papers.texts import closed_texts, open_texts

RUN = 7  # words in a row that are hardly the same by chance
_LEAST = 3  # words of a shorter text, taken whole
_WORD = re.compile(r"[^\W_]+(?:['.,/-][^\W_]+)*")
_OF_COURSE = (
    """in all the circumstances of the case the public interest in maintaining the exemption
    outweighs the public interest in disclosing the information""",
    """information relating to the financial or business affairs of any particular person
    including the authority holding that information""",
    "Schedule 12A to the Local Government Act 1972 as amended",
)

_Run = tuple[str, ...]


def leaks(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield each open part that repeats an appendix that is not open, with the words."""
    permitted = _permitted(paper)
    opened = [(place, text) for place, text in open_texts(paper) if text.strip()]
    value = paper.planned.value_pounds
    for appendix, closed in closed_texts(paper):
        runs = _runs(closed) - permitted
        sums = {one.pounds: one for one in sums_in(closed) if one.pounds != value}
        for place, text in opened:
            yield from _repeated(place, text, appendix, runs)
            yield from _sums(place, text, appendix, sums)


def _permitted(paper: DecisionPaper) -> set[_Run]:
    """Return the runs that anybody may write: names, the plan's words, the law's."""
    planned = paper.planned
    texts = (planned.matter, planned.maker_name, paper.maker, paper.council, *_OF_COURSE)
    return {run for text in texts for run in _runs(text)}


def _words(text: str) -> list[tuple[str, int, int]]:
    plain = text.replace("’", "'")
    return [(found[0].casefold(), found.start(), found.end()) for found in _WORD.finditer(plain)]


def _runs(text: str) -> set[_Run]:
    """Return every run of words of the text; a text shorter than one is a run by itself."""
    words = [word for word, _, _ in _words(text)]
    if len(words) < RUN:
        return {tuple(words)} if len(words) >= _LEAST else set()
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _repeated(place: str, text: str, appendix: Appendix, runs: set[_Run]) -> Iterator[Lack]:
    """Yield the first stretch of the text that repeats the runs, as long as it goes on."""
    words = _words(text)
    keys = [word for word, _, _ in words]
    length = len(next(iter(runs), ()))  # all runs of a text have as many words
    for at in range(len(keys) - length + 1) if runs else ():
        if tuple(keys[at : at + length]) not in runs:
            continue
        last = at + length
        while last < len(keys) and tuple(keys[last - length + 1 : last + 1]) in runs:
            last += 1
        quoted = text[words[at][1] : words[last - 1][2]]
        yield Lack(place, f"It repeats words of {_named(appendix)}: “{quoted}”.", _REMEDY)
        return


def _sums(place: str, text: str, appendix: Appendix, sums: dict[Decimal, Sum]) -> Iterator[Lack]:
    """Yield each sum that stands in both; only one that is telling keeps the report back."""
    shared = {one.pounds: one for one in sums_in(text) if one.pounds in sums}
    for one in shared.values():
        fault = f"It gives {one.words}, which is also in {_named(appendix)}."
        yield Lack(place, fault, _REMEDY, stops=one.is_telling)


def _named(appendix: Appendix) -> str:
    kind = "exempt" if appendix.closure.openness is Openness.EXEMPT else "confidential"
    return f"Appendix {appendix.letter}, which is {kind}"


_REMEDY = "Take it out of the open part; or out of the appendix, if the public may know it."
