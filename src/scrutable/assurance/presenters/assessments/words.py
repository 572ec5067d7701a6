"""What assessments, levels, turns and states of steps are called, and where they are; pure."""

from collections.abc import Mapping
from decimal import Decimal

from scrutable.assurance.facts import (
    ORGANISATION,
    Assessment,
    Level,
    Plan,
    StepState,
    Turn,
    Visibility,
)
from scrutable.govuk.facts import Cell, Tag
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, list_words

ASSESSMENTS = "/assurance/assessments/"
COMPARE = f"{ASSESSMENTS}compare/"
NOT_ANSWERED = "Not answered"
NOT_CHECKED = "Not checked"
NO_REASON = "No reason is given"
NO_EVIDENCE = "No evidence is named"
PENCE = 100
LEVEL_TAGS: Mapping[Level | None, Tag] = {
    Level.ACHIEVED: Tag("Achieved", "green", "●"),
    Level.PARTLY: Tag("Partly achieved", "yellow", "▲"),
    Level.NOT_ACHIEVED: Tag("Not achieved", "red", "■"),
    None: Tag(NOT_ANSWERED, "grey", "○"),
}
STATE_TAGS: Mapping[StepState, Tag] = {
    StepState.OPEN: Tag("Open", "blue", "○"),
    StepState.OVERDUE: Tag("Overdue", "red", "■"),
    StepState.WAITING: Tag("Waits to be accepted", "yellow", "▲"),
    StepState.DONE: Tag("Done", "green", "●"),
}
TURN_TAGS: Mapping[Turn, Tag] = {
    Turn.BETTER: Tag("Better", "green", "▲"),
    Turn.WORSE: Tag("Worse", "red", "▼"),
    Turn.SAME: Tag("The same", "grey", "●"),
    Turn.NEW: Tag("New", "blue", "◆"),
    Turn.DROPPED: Tag("Dropped", "grey", "○"),
}
VISIBILITY_WORDS: Mapping[Visibility, str] = {
    Visibility.EXEMPT: "Exempt",
    Visibility.INTERNAL: "Not exempt, kept within the council",
    Visibility.OPEN: "Open to everybody",
}
MET, SHORT = Tag("Met", "green", "●"), Tag("Not met", "red", "■")
NO_PROFILE = Tag("No profile", "grey", "○")
BELOW = Tag("Below the least", "red", "■")
LOWERED, RAISED = Tag("Lowered", "yellow", "▼"), Tag("Raised", "blue", "▲")


def assessment_address(code: str) -> str:
    """Return the address of an assessment."""
    return f"{ASSESSMENTS}{code}/"


def system_address(code: str, system: str) -> str:
    """Return the address of one system of an assessment."""
    return f"{ASSESSMENTS}{code}/systems/{system}/"


def answer_address(code: str, system: str, outcome: str) -> str:
    """Return the address of the answer to an outcome."""
    return f"{system_address(code, system)}{outcome}/"


def plan_address(code: str) -> str:
    """Return the address of a remediation plan."""
    return f"{ASSESSMENTS}{code}/remediation/"


def step_address(code: str, number: int) -> str:
    """Return the address of a step of a plan."""
    return f"{plan_address(code)}{number}/"


def system_words(system: str, titles: Mapping[str, str]) -> str:
    """Return what a system is called; one that is not recorded any more by its code."""
    return "The organisation" if system == ORGANISATION else titles.get(system, system)


def level_words(level: Level | None) -> str:
    """Return a level in words."""
    return LEVEL_TAGS[level].word


def level_cell(level: Level | None, none: str = NOT_ANSWERED) -> Cell:
    """Return a level as a cell, the lowest first when sorted."""
    if level is None:
        return Cell("", tags=(Tag(none, "grey", "○"),), order="9")
    return Cell("", tags=(LEVEL_TAGS[level],), order=str(level.rank))


def least_words(level: Level | None) -> str:
    """Return the least level that a profile asks for."""
    if level is None:
        return "No profile"
    return "Nothing is asked" if level is Level.NOT_ACHIEVED else level_words(level)


def pounds_words(pence: int) -> str:
    """Return a sum in pence as pounds.

    >>> pounds_words(1250050)
    '£12,500.50'
    """
    return money_exact(Decimal(pence) / PENCE)


def cost_words(plan: Plan) -> str:
    """Return what a plan costs, and of how many steps nobody has said it."""
    if not plan.steps:
        return "No step is planned"
    if plan.unpriced == len(plan.steps):
        return "Nobody has said what it costs"
    said = pounds_words(plan.pence)
    return f"{said}, and {count_words(plan.unpriced, 'step')} unpriced" if plan.unpriced else said


def exempt_words(assessment: Assessment) -> str:
    """Return why the detail is not for everybody, as its pages say it."""
    if assessment.visibility is Visibility.OPEN:
        return ""
    if assessment.visibility is Visibility.INTERNAL:
        return "Kept within the council."
    return f"Exempt: {paragraphs_words(assessment.paragraphs)}."


def paragraphs_words(paragraphs: tuple[int, ...]) -> str:
    """Return paragraphs of Part 1 of Schedule 12A.

    >>> paragraphs_words((3, 7))
    'paragraphs 3 and 7 of Schedule 12A to the Local Government Act 1972'
    """
    said = list_words([str(one) for one in paragraphs])
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f"{noun} {said} of Schedule 12A to the Local Government Act 1972"
