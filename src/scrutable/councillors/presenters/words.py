"""What levels, kinds and numbers withheld are called; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.councillors.facts import (
    Confidence,
    Helped,
    KitKind,
    Liking,
    PilotOutcome,
    ReportForm,
    SessionKind,
    Trouble,
)
from scrutable.govuk.facts import Cell, Tag

COUNCILLORS = "/councillors/"
SKILLS, SESSIONS, PILOTS, KIT, PAPER, MINE, ACCESS, PEOPLE = (
    f"{COUNCILLORS}{name}/"
    for name in ("skills", "sessions", "pilots", "kit", "paper", "mine", "access", "people")
)
TOO_FEW = "Too few to show"
CONFIDENCE_WORDS: Mapping[Confidence, str] = {
    Confidence.NOT_YET: "Not yet",
    Confidence.WITH_HELP: "With help",
    Confidence.ALONE: "On my own",
    Confidence.CAN_HELP_OTHERS: "I can help others",
}
LEVEL_HEADINGS: Mapping[Confidence, str] = {
    Confidence.NOT_YET: "Not yet",
    Confidence.WITH_HELP: "With help",
    Confidence.ALONE: "On their own",
    Confidence.CAN_HELP_OTHERS: "Can help others",
}
SESSION_WORDS = {
    SessionKind.SESSION: "Session",
    SessionKind.BRIEFING: "Bite-size briefing",
    SessionKind.ONE_TO_ONE: "One to one",
}
HELPED_WORDS = {
    Helped.NOT: "It did not help",
    Helped.A_LITTLE: "It helped a little",
    Helped.MUCH: "It helped much",
}
OUTCOME_WORDS = {
    PilotOutcome.RUNNING: "Running, or its result is awaited",
    PilotOutcome.TAKEN_UP: "Taken up for all",
    PilotOutcome.CHANGED: "Taken up in another way",
    PilotOutcome.STOPPED: "Not taken up",
}
OUTCOME_TAGS = {
    PilotOutcome.RUNNING: Tag("Running", "blue", "○"),
    PilotOutcome.TAKEN_UP: Tag("Taken up", "green", "●"),
    PilotOutcome.CHANGED: Tag("Taken up changed", "yellow", "▲"),
    PilotOutcome.STOPPED: Tag("Not taken up", "grey", "○"),
}
KIT_WORDS = {
    KitKind.TABLET: "Tablet",
    KitKind.LAPTOP: "Laptop",
    KitKind.PHONE: "Phone",
    KitKind.OTHER: "Something else",
}
TROUBLE_WORDS = {
    Trouble.DEVICE: "The device itself",
    Trouble.SIGNING_IN: "Signing in",
    Trouble.MAIL: "E-mail and calendar",
    Trouble.PAPERS: "Papers of meetings",
    Trouble.MEETINGS: "Meetings by video",
    Trouble.CONNECTION: "The connection",
    Trouble.OTHER: "Something else",
}
LIKING_WORDS = {
    Liking.DISLIKES: "I dislike it",
    Liking.NEITHER: "Neither",
    Liking.LIKES: "I like it",
}
FORM_WORDS = {
    ReportForm.PAGE: "As a web page",
    ReportForm.LARGE_PRINT: "In large print",
    ReportForm.WORD: "As a Word file",
    ReportForm.PLAIN_TEXT: "As plain text, for a screen reader",
    ReportForm.PDF: "As a PDF",
}


def few_cell(number: int | None, none: str = TOO_FEW) -> Cell:
    """Return a number of councillors, or that it is too few to be shown."""
    return Cell(none) if number is None else Cell(f"{number:,}", number=Decimal(number))


def few_words(number: int | None) -> str:
    """Return the same in words of a figure."""
    return TOO_FEW if number is None else f"{number:,}"


def why_few(least: int) -> str:
    """Return why numbers are withheld."""
    return (
        f"A number of fewer than {least:,} councillors is never shown, nor what would give it "
        f"away. What somebody says is counted once {least:,} have spoken since the last count, "
        "so that no two days can be compared to find out what one of them said. Councillors who "
        "leave are counted until as many can be left out at once."
    )


def lines(words: Sequence[str]) -> tuple[str, ...]:
    """Return sentences without those that say nothing."""
    return tuple(one for one in words if one)
