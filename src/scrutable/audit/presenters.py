"""How an event is pointed to from any page; pure."""

from scrutable.govuk.facts import Cell


def event_address(number: int) -> str:
    """Return the address of the event's page."""
    return f"/log/{number}/"


def event_cell(number: int) -> Cell:
    """Return the version that an event made, with the way to the event."""
    return Cell(f"Event {number}", href=event_address(number), order=f"{number:012}")
