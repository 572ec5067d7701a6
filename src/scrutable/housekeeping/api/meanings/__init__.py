"""What each field means, as the description of the interface says it."""

import re

from scrutable.housekeeping.api.meanings.own import OWN
from scrutable.housekeeping.api.meanings.shared import SHARED

ENDINGS = re.compile(r"(Shown|Listed|In|Asked)$")


def meaning(schema: str, field: str) -> str:
    """Return what a field of a schema means, "" where nothing is said of it.

    >>> meaning("RenewalIn", "number")
    'Its number; 0 gives it the next one'
    """
    own = OWN.get(ENDINGS.sub("", schema), {})
    return own.get(field) or SHARED.get(field, "")
