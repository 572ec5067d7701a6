"""A decision report as a document: its open part, and its exempt part on its own; pure.

The open part never holds the words of an appendix that is exempt or confidential, nor the title
of one unless that title is open. Confidential matter stands in neither part.
"""

from collections.abc import Iterator

from scrutable.documents.blocks import (
    Block,
    Bullets,
    Contents,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
)
from scrutable.kernel.wording import count_words, list_words
from scrutable.meetings.compose import paper_annexes, paper_equality
from scrutable.meetings.compose.paper_texts import said_in
from scrutable.meetings.facts import DecisionPaper, Part, PartState
from scrutable.meetings.presenters import papers as words
from scrutable.meetings.presenters.schedule import header_words
from scrutable.meetings.rules.papers import (
    closed_paragraphs,
    exempt_appendices,
    lead_of,
    recommended,
    state_of,
)

NEEDS = (
    "The council must have regard to the Joint Strategic Needs Assessment and to the Joint Local "
    "Health and Wellbeing Strategy (Local Government and Public Involvement in Health Act 2007, "
    "section 116B)."
)
CRIME = (
    "In all that it does the council must have due regard to the likely effect on crime and "
    "disorder, on the misuse of drugs, alcohol and other substances and on re-offending, and to "
    "the need to do all that it reasonably can to prevent them (Crime and Disorder Act 1998, "
    "section 17)."
)
CONSULTED = (
    Part.LOCAL_MEMBER,
    Part.EXECUTIVE_COUNCILLOR,
    Part.SCRUTINY,
    Part.IMPACT_DONE,
    Part.IMPACT,
)


class NothingExempt(ValueError):
    """The report has no exempt part."""

    def __init__(self, paper: DecisionPaper) -> None:
        super().__init__(f"The report on {paper.planned.code} has no exempt appendix.")


def has_exempt(paper: DecisionPaper) -> bool:
    """Test whether the report has an exempt part."""
    return bool(exempt_appendices(paper))


def decision_report(paper: DecisionPaper, *, exempt: bool = False) -> Document:
    """Return the report's open part, or its exempt part; raises NothingExempt."""
    return _exempt_part(paper) if exempt else _open_part(paper)


def _open_part(paper: DecisionPaper) -> Document:
    planned = paper.planned
    cover = (
        ("Report to", words.decider_words(paper)),
        ("Key decision", words.key_words(planned)),
        ("Notice", words.notice_words(planned)),
        ("To be made", words.window_words(planned)),
        ("On behalf of", paper.on_behalf_of),
    )
    return Document(
        title=paper.title,
        reference=planned.reference,
        council=paper.council,
        meeting=paper.meeting,
        author=paper.author or "Not named yet",
        subject=planned.matter,
        dated=paper.dated,
        cover=tuple(line for line in cover if line[1].strip()),
        blocks=(Contents(1), PageBreak(), *_unfinished(paper), *_parts(paper)),
    )


def _unfinished(paper: DecisionPaper) -> Iterator[Block]:
    missing = sum(state_of(paper, part) is PartState.MISSING for part in Part)
    if missing or not paper.version:
        told = f"{count_words(missing, 'part')} still to be written" if missing else "no cover yet"
        yield Note("warning", (f"This is a draft, with {told}. It is not fit to be issued.",))


def _parts(paper: DecisionPaper) -> Iterator[Block]:
    yield from _section(paper, Part.SUMMARY)
    yield from _recommendations(paper)
    for part in (Part.ALTERNATIVES, Part.REASONS, Part.BACKGROUND):
        yield from _section(paper, part)
    yield Heading(1, "Duties in law", "duties")
    yield Heading(2, words.PART_TITLES[Part.EQUALITY], Part.EQUALITY.value)
    yield from paper_equality.blocks(paper)
    for part, duty in ((Part.NEEDS, NEEDS), (Part.CRIME, CRIME)):
        yield Heading(2, words.PART_TITLES[part], part.value)
        yield Paragraph((duty,), numbered=True)
        yield from said_in(paper, part)
    for part in (Part.CONCLUSION, Part.LEGAL, Part.RESOURCES):
        yield from _section(paper, part)
    yield Heading(1, "Consultation", "consultation")
    for part in CONSULTED:
        yield Heading(2, words.PART_TITLES[part], part.value)
        yield from said_in(paper, part)
    yield from paper_annexes.listed(paper)
    yield from paper_annexes.background(paper)
    yield Heading(1, "Author and contact", "author")
    yield Paragraph((_author(paper),), numbered=True)
    yield from paper_annexes.attached(paper)


def _section(paper: DecisionPaper, part: Part) -> Iterator[Block]:
    yield Heading(1, words.PART_TITLES[part], part.value)
    yield from said_in(paper, part)


def _recommendations(paper: DecisionPaper) -> Iterator[Block]:
    part = Part.RECOMMENDATIONS
    yield Heading(1, words.PART_TITLES[part], part.value)
    said = paper.parts.get(part)
    found = recommended(said.text) if said else ()
    if not found:
        yield from said_in(paper, part)
        return
    if lead := lead_of(said.text if said else ""):
        yield Paragraph((lead,))
    limbs = tuple(tuple((limb,) for limb in one.limbs) for one in found)
    items = tuple((one.text,) for one in found)
    yield Bullets(items, ordered=True, limbs=limbs if any(limbs) else ())
    for one in found:
        if one.delegate:
            post = one.text[slice(*one.delegate)]
            told = f"Recommendation {one.number} gives power to decide to the {post}."
            yield Paragraph((told,), numbered=True)


def _author(paper: DecisionPaper) -> str:
    if not paper.author:
        return "No author is named yet."
    return f"This report was written by {paper.author}. Contact: {paper.contact}"


def _exempt_part(paper: DecisionPaper) -> Document:
    found = exempt_appendices(paper)
    if not found:
        raise NothingExempt(paper)
    letters = list_words([one.letter for one in found])
    told = (
        f"This part holds Appendix {letters} of the report “{paper.title}”. It is not for "
        "publication, and goes only to those who decide and those who may see exempt matter."
    )
    blocks: list[Block] = [Note("warning", (told,))]
    for one in found:
        blocks += [*paper_annexes.exempt(one), PageBreak()]
    return Document(
        title=f"Exempt part: {paper.title}",
        reference=paper.planned.reference,
        council=paper.council,
        meeting=paper.meeting,
        author=paper.author or "Not named yet",
        subject=paper.planned.matter,
        dated=paper.dated,
        cover=(("Report to", words.decider_words(paper)),),
        blocks=tuple(blocks[:-1]),
        visibility="exempt",
        exempt_paragraph=header_words(closed_paragraphs(paper)),
    )
