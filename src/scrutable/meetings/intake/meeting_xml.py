"""A meeting as modern.gov's web service serves it, as one text with its items as places."""

from scrutable.evidence.intake.refusals import Refused
from scrutable.meetings.facts import MinutesText
from scrutable.meetings.facts.modern_gov import ServedItem
from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.lines import LINE_END, Line, TextBuilder, squeezed
from scrutable.meetings.intake.modern_gov import meeting_of
from scrutable.meetings.intake.pages import text_of_html

CLOSED = "This item is not open to the public, and its text is left out."


def read_meeting(content: bytes, name: str, builder: TextBuilder) -> MinutesText:
    """Return the open items' texts; raises Refused where the XML is none or may not be shown."""
    found = meeting_of(content)
    if isinstance(found, list):
        raise Refused(found[0].fault, found[0].remedy, found[0].place)
    if not found.items:
        raise refusals.not_shown()
    for item in found.items:
        _add(item, builder)
    return MinutesText(
        name=name, text=builder.text, places=tuple(builder.places), meeting_on=found.on
    )


def _add(item: ServedItem, builder: TextBuilder) -> None:
    number = squeezed(item.printed)
    builder.place(f"item {number.rstrip('.')}" if number else "item")
    if item.is_restricted:
        builder.add([Line(f"{number} {CLOSED}".strip(), apart=True)])
        return
    builder.add([Line(squeezed(f"{number} {item.title}"), apart=True)])
    for heading, markup in (
        ("", item.text),
        ("Decision:", item.decision),
        ("Minutes:", item.minutes),
    ):
        lines = LINE_END.split(text_of_html(markup))
        if not any(lines):
            continue
        builder.add([Line(heading, apart=True)])
        apart = True
        for line in lines:
            builder.add([Line(line, apart=apart)])
            apart = not line
