"""Whether a matter is open, as columns keep it."""

from scrutable.meetings.facts import Closure


def closure_columns(closure: Closure) -> dict[str, object]:
    """Return the columns of a row of `models.keys.Closed`."""
    return {
        "openness": closure.openness.value,
        "paragraphs": list(closure.paragraphs),
        "public_interest": closure.public_interest,
    }
