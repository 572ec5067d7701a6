"""Why matter is exempt or confidential, in the law's sense and in plain words."""

from collections.abc import Sequence

from scrutable.kernel.wording import list_words
from scrutable.meetings.facts import Closure, Openness

SCHEDULE_12A = {
    1: "information about any individual",
    2: "information likely to reveal who an individual is",
    3: "the financial or business affairs of any particular person, the council included",
    4: "consultations or negotiations on labour relations",
    5: "legal advice and proceedings that are privileged",
    6: "a proposed notice that makes requirements of somebody, or a proposed order or direction",
    7: "action to prevent, investigate or prosecute crime",
}
OPENNESS_WORDS = {
    Openness.OPEN: "Open",
    Openness.EXEMPT: "Exempt",
    Openness.CONFIDENTIAL: "Confidential",
    Openness.RESTRICTED: "Restricted in modern.gov",
}
OPENNESS_COLOURS = {
    Openness.OPEN: "green",
    Openness.EXEMPT: "yellow",
    Openness.CONFIDENTIAL: "red",
    Openness.RESTRICTED: "grey",
}
OPENNESS_SHAPES = {
    Openness.OPEN: "●",
    Openness.EXEMPT: "▲",
    Openness.CONFIDENTIAL: "■",
    Openness.RESTRICTED: "□",
}
ACT = "Part 1 of Schedule 12A to the Local Government Act 1972"
CONFIDENTIAL = (
    "Section 100A(3) of the Local Government Act 1972: given by the government in confidence, or "
    "forbidden to be shown by law or a court."
)
RESTRICTED = "Kept back in modern.gov, which does not say why. Look there, and say why here."


def paragraph_words(paragraphs: Sequence[int]) -> str:
    """Return the paragraphs with the Act.

    >>> paragraph_words((3, 5))
    'Paragraphs 3 and 5 of Part 1 of Schedule 12A to the Local Government Act 1972'
    """
    numbers = list_words([str(number) for number in paragraphs])
    return f"Paragraph{'s' if len(paragraphs) > 1 else ''} {numbers} of {ACT}"


def header_words(paragraphs: Sequence[int]) -> str:
    """Return the paragraphs as briefly as a page's header needs them.

    >>> header_words((3,))
    'Paragraph 3 of Schedule 12A, Local Government Act 1972'
    """
    return paragraph_words(paragraphs).replace(ACT, "Schedule 12A, Local Government Act 1972")


def closure_reason(closure: Closure) -> str:
    """Return why the public does not see it, or that it does."""
    if closure.openness is Openness.CONFIDENTIAL:
        return CONFIDENTIAL
    if closure.openness is Openness.RESTRICTED:
        return RESTRICTED
    if closure.is_open:
        return "Open to the public."
    grounds = "; ".join(SCHEDULE_12A[number] for number in closure.paragraphs)
    return f"{paragraph_words(closure.paragraphs)}: {grounds}. {closure.public_interest.strip()}"
