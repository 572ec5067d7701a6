"""The section itself; pure."""

from scrutable.documents.blocks import Block, Heading
from scrutable.documents.saying import plain
from scrutable.meetings.compose.asked.papers import Asked
from scrutable.meetings.compose.asked.promises import told_blocks, told_of
from scrutable.meetings.compose.asked.questions import question_blocks, questions_told

ANCHOR = "asked"
TITLE = "What you asked for and what was done"


def what_was_asked(asked: Asked) -> tuple[Block, ...]:
    """Return the section: what is open, answered or newly closed, the overdue first.

    A closed one is told once, in the first report after its closing; one that was closed without
    the body's agreement is told until the body has agreed.
    """
    told, questions = told_of(asked), questions_told(asked)
    heading = Heading(1, TITLE, ANCHOR)
    if not told and not questions:
        return (heading, plain(_nothing(asked)))
    return (heading, *told_blocks(asked, told), *question_blocks(asked, questions))


def _nothing(asked: Asked) -> str:
    return (
        f"Nothing that {asked.body_name} asked for is open, nothing was closed since its last "
        "report, and no member’s question waits for an answer."
    )
