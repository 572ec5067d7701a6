"""Whether a row's matter is open, as rows keep it."""

from scrutable.meetings import facts
from scrutable.meetings.models.keys import Closed


def closure_of(row: Closed) -> facts.Closure:
    """Return why the row's matter is open, exempt or confidential."""
    return facts.Closure(
        openness=facts.Openness(row.openness),
        paragraphs=tuple(row.paragraphs),
        public_interest=row.public_interest,
    )
