"""What the body that a report is for has asked for, as known at the report's number."""

from scrutable.meetings import reads as meetings
from scrutable.meetings.compose.asked import Asked
from scrutable.meetings.facts import Wanted
from scrutable.meetings.rules.wanted import missing
from scrutable.reports import facts
from scrutable.reports.reads.editions import last_told
from scrutable.reports.rules.sections import wanted_of


def asked_by_body(edition: facts.Edition, known: int) -> Asked | None:
    """Return what the body was promised and asked until the report's day; None without a body."""
    if not edition.body:
        return None
    before = last_told(edition, known)
    held = meetings.meetings(known, body=edition.body)
    return Asked(
        body_name=_in_sentence(meetings.body(edition.body, known).name),
        commitments=meetings.commitments(
            known, body=edition.body, contract=edition.contract or None
        ),
        questions=meetings.questions(known, body=edition.body),
        as_at=edition.dated,
        since=before.dated if before else None,
        since_known=(before.pinned or 0) if before else 0,
        meetings={meeting.code: meeting.on for meeting in held},
    )


def wanted_by_body(edition: facts.Edition, known: int) -> tuple[Wanted, ...]:
    """Return what the body wants to be told in a report of this kind on its day."""
    if not edition.body:
        return ()
    every = meetings.wanted(known, body=edition.body)
    return tuple(wanted_of(edition.kind, missing(every, edition.kind.value, (), edition.dated)))


def _in_sentence(name: str) -> str:
    """Return a body's name as it stands inside a sentence.

    >>> _in_sentence("Overview and Scrutiny Board"), _in_sentence("Councillor B Young")
    ('the Overview and Scrutiny Board', 'Councillor B Young')
    """
    if name.startswith(("Councillor ", "the ")):
        return name
    return f"the {name.removeprefix('The ')}"
