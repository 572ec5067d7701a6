"""What the pages of a decision report in the making show."""

from collections.abc import Mapping
from types import MappingProxyType

from scrutable.govuk.facts import Cell, Column, Table, Tag, Term
from scrutable.kernel.wording import count_words
from scrutable.meetings.facts import (
    Characteristic,
    DecisionPaper,
    Guidance,
    Lack,
    Part,
    PartState,
    PartText,
)
from scrutable.meetings.presenters.addresses import (
    decision_address,
)
from scrutable.meetings.presenters.papers import (
    NONE_WORDS,
    PART_TITLES,
    STATE_WORDS,
    decider_words,
    key_words,
    notice_words,
    window_words,
    written_words,
)
from scrutable.meetings.rules.papers import NOT_FILLED_IN, state_of
from scrutable.meetings.rules.papers.texts import kept_appendices, kept_papers

LONGEST_SAID = 160


def address(decision: str, *parts: str) -> str:
    """Return the address of the report, or of a page below it."""
    return "/".join(("/decisions", decision, "report", *parts, ""))


def place_words(place: str) -> str:
    """Return what a place of a fault is called."""
    return "Cover" if place == "cover" else PART_TITLES[Part(place)]


def unwritten(paper: DecisionPaper) -> list[tuple[str, str]]:
    """Return title and address of each part that is still missing."""
    return [
        (PART_TITLES[part], address(paper.planned.code, part.value))
        for part in Part
        if state_of(paper, part) is PartState.MISSING
    ]


def faults(paper: DecisionPaper, lacks: tuple[Lack, ...], *, stops: bool) -> list[dict[str, str]]:
    """Return the faults that stop the report, or those that want a look, each with its page.

    Parts that are not filled in are told by `unwritten`.
    """
    return [
        {
            "place": place_words(lack.part),
            "href": address(paper.planned.code, lack.part),
            "fault": lack.fault,
            "remedy": lack.remedy,
        }
        for lack in lacks
        if lack.stops is stops and lack.fault != NOT_FILLED_IN
    ]


def parts_table(
    paper: DecisionPaper,
    guidance: Mapping[Part, Guidance],
    listed: Mapping[Part, PartText] = MappingProxyType({}),
) -> Table:
    """Return the parts in the order in which they are printed, each with its state.

    `listed` says who put something last into each part that is a list.
    """
    later = {p: one for p, one in listed.items() if one.version > _version(paper, p)}
    hands = {**paper.parts, **later}
    columns = (
        Column("part", "Part"),
        Column("state", "State"),
        Column("said", "What it says"),
        Column("by", "Written last by"),
    )
    rows = tuple(
        (
            Cell(
                PART_TITLES[part],
                href=address(paper.planned.code, part.value),
                note=_first_sentence(guidance[part].words[0]),
            ),
            Cell("", tags=(_state_tag(state_of(paper, part)),)),
            Cell(_said(paper, part)),
            Cell(written_words(hands[part]) if part in hands else "Nobody yet"),
        )
        for part in Part
    )
    return Table(
        name="parts", caption="Parts of the report", columns=columns, rows=rows, empty="No parts."
    )


def _version(paper: DecisionPaper, part: Part) -> int:
    said = paper.parts.get(part)
    return said.version if said else 0


def _state_tag(state: PartState) -> Tag:
    return Tag(*STATE_WORDS[state])


def _first_sentence(words: str) -> str:
    return words.partition(". ")[0].rstrip(".") + "."


def _said(paper: DecisionPaper, part: Part) -> str:
    if state_of(paper, part) is PartState.NONE:
        return NONE_WORDS[part]
    if counted := _counted(paper, part):
        return counted
    said = paper.parts.get(part)
    words = " ".join(said.text.split()) if said else ""
    if not words:
        return "Nothing yet"
    if len(words) <= LONGEST_SAID:
        return words
    return words[:LONGEST_SAID].rsplit(" ", 1)[0].rstrip(",.;:") + " …"


def _counted(paper: DecisionPaper, part: Part) -> str:
    """Return how many there are of a part that is a list, "" of one that is not or is empty."""
    appendices, papers = len(kept_appendices(paper)), len(kept_papers(paper))
    if part is Part.APPENDICES and appendices:
        return count_words(appendices, "appendix", "appendices")
    if part is Part.BACKGROUND_PAPERS and papers:
        return count_words(papers, "paper")
    if part is Part.EQUALITY and paper.equality:
        return f"{len(paper.equality)} of {len(Characteristic)} characteristics stated"
    return ""


def cover_terms(paper: DecisionPaper) -> list[Term]:
    """Return what is known of the decision and of the report's cover."""
    planned = paper.planned
    terms = [
        Term(label="Decision", value=planned.code, href=decision_address(planned.code)),
        Term(label="Matter", value=planned.matter),
        Term(label="Report to", value=decider_words(paper)),
        Term(label="Key decision", value=key_words(planned)),
        Term(label="Notice", value=notice_words(planned)),
        Term(label="To be made", value=window_words(planned)),
        Term(label="Meeting", value=paper.meeting),
        Term(label="Author", value=paper.author or "Not named yet"),
        Term(label="Contact", value=paper.contact or "Not given yet"),
        Term(label="On behalf of", value=paper.on_behalf_of or "Not named yet"),
    ]
    return [term for term in terms if term.value]
