"""Whether what a reference names was ever recorded, in this app or in another."""

import re

from scrutable.audit.models import Event
from scrutable.evidence.facts import RowError

REFERENCE = re.compile(r"[a-z]+(-[a-z]+)*(/[A-Za-z0-9._-]+)+")
RECORDED_WITH = {  # records whose own reference is no event's subject, by what was recorded
    "kpi": lambda parts: "/".join(parts[:3]),
    "project": lambda parts: "/".join(parts[:2]),
    "credits": lambda parts: f"contract/{parts[1]}",
    "limb": lambda parts: f"minutes/{parts[1]}",
    "item": lambda parts: f"meeting/{parts[1]}",
}


def is_reference(text: str) -> bool:
    """Test whether the text has the form of a reference, rather than being words.

    >>> is_reference("kpi/CSS/CSC_KPI_04/2026-09"), is_reference("Letter of 3 March 2026")
    (True, False)
    """
    return REFERENCE.fullmatch(text) is not None


def is_recorded(reference: str, known: int) -> bool:
    """Test whether the log tells of what the reference names, by the event of this number.

    A KPI's month came with its return, a limb with its minutes: there the KPI, the minutes count.
    """
    parts = reference.split("/")
    found = Event.objects.filter(number__lte=known)
    if found.filter(subject=reference).exists():
        return True
    with_it = RECORDED_WITH.get(parts[0])
    return with_it is not None and found.filter(subject=with_it(parts)).exists()


def refusals_of_source(field: str, text: str, known: int) -> list[RowError]:
    """Return why a source cannot stand: it has the form of a reference and names nothing."""
    if not is_reference(text) or is_recorded(text, known):
        return []
    remedy = "check the reference, or say in words where it can be seen"
    return [RowError(field, f"Nothing is recorded as {text}", remedy)]
