"""Appendices, open and not, and background papers: what each must have; pure."""

import re
from collections.abc import Iterator

from scrutable.kernel.wording import list_words
from scrutable.meetings.facts import Appendix, DecisionPaper, Lack, Openness, Part
from scrutable.meetings.rules.papers.texts import kept_appendices, open_texts

PLACE = Part.APPENDICES.value
_LEAST_REASON = 6  # words: fewer say that it is secret, not why that outweighs openness
_MENTIONED = re.compile(r"\bAppendi(?:x|ces)\s+([A-Z])\b")
_DOCUMENT = re.compile(
    r"(?:\b[A-Z][\w’'-]*\s+){1,6}"
    r"(?:Strategy|Policy|Plan|Review|Report|Assessment|Audit|Business Case|Survey|Framework)"
    r"\s+(?:of\s+)?(?:19|20)\d\d(?:[-–/]\d{2,4})?"
)


def exempt_appendices(paper: DecisionPaper) -> tuple[Appendix, ...]:
    """Return the appendices that are exempt, by letter; confidential ones are not among them."""
    kept = kept_appendices(paper)
    return tuple(one for one in kept if one.closure.openness is Openness.EXEMPT)


def closed_paragraphs(paper: DecisionPaper) -> tuple[int, ...]:
    """Return the paragraphs of Schedule 12A under which appendices are exempt, in order."""
    return tuple(sorted({n for one in exempt_appendices(paper) for n in one.closure.paragraphs}))


def shown_title(appendix: Appendix) -> str:
    """Return the title as the public may read it."""
    if appendix.closure.is_open or appendix.title_is_open:
        return appendix.title
    return "Title not for publication"


def faults(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield what is wrong with the appendices, and documents that no list names."""
    for one in kept_appendices(paper):
        yield from _of_one(one)
    yield from _mentions(paper)
    yield from _plan(paper)
    yield from _documents(paper)


def _of_one(one: Appendix) -> Iterator[Lack]:
    name = f"Appendix {one.letter}"
    if not one.text.strip() and not one.file:
        yield Lack(PLACE, f"{name} is empty.", "Add its text or its file, or remove it.")
    if one.closure.is_open:
        return
    if one.file and not one.text.strip():
        fault = f"{name} has no text that can be read, so nothing shows whether it is quoted."
        yield Lack(PLACE, fault, "Read the open parts against it before issue.", stops=False)
    exempt = one.closure.openness is Openness.EXEMPT
    if exempt and len(one.closure.public_interest.split()) < _LEAST_REASON:
        fault = f"{name}: the public-interest reason says too little."
        remedy = "Say why, in this case, openness would do more harm than good."
        yield Lack(PLACE, fault, remedy, stops=False)


def _mentions(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield where a part speaks of an appendix that is not there."""
    letters = {one.letter for one in kept_appendices(paper)}
    for place, text in open_texts(paper):
        if place == PLACE:
            continue
        for letter in sorted({found[1] for found in _MENTIONED.finditer(text)} - letters):
            fault = f"It speaks of Appendix {letter}, and there is none."
            yield Lack(place, fault, "Add the appendix, or change the words.", stops=False)


def _plan(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield where the forward plan and the appendices disagree on what is taken in private."""
    closed = [one.letter for one in kept_appendices(paper) if not one.closure.is_open]
    if closed and paper.planned.closure.is_open:
        fault = f"Appendix {list_words(closed)} is not open, and the forward plan says all is."
        remedy = "Say in the forward plan which part is taken in private; it may owe a notice."
        yield Lack(PLACE, fault, remedy, stops=False)


def _documents(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield documents that the background names, where it is stated that there are none."""
    said = paper.parts.get(Part.BACKGROUND_PAPERS)
    background = paper.parts.get(Part.BACKGROUND)
    if said is None or not said.none or background is None:
        return
    known = [one.title.casefold() for one in kept_appendices(paper)] + [paper.title.casefold()]
    names = (found[0].removeprefix("The ") for found in _DOCUMENT.finditer(background.text))
    for name in dict.fromkeys(names):
        if any(name.casefold() in title or title in name.casefold() for title in known):
            continue
        fault = f"The background names “{name}”, and no background paper is listed."
        remedy = "List it if the report rests on it and it was not published as a work."
        yield Lack(Part.BACKGROUND_PAPERS.value, fault, remedy, stops=False)
