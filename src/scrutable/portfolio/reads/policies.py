"""What the council itself has set for projects."""

import json
from collections.abc import Mapping

from scrutable.portfolio.facts import Tolerance


def tolerance(policy: Mapping[str, object]) -> Tolerance:
    """Return the council's own limits, of the policy “projects”."""
    return Tolerance(
        amber_after=int(str(policy["amber_after_days"])),
        red_after=int(str(policy["red_after_days"])),
    )


def words_of(policy: Mapping[str, object]) -> str:
    """Return the policy as one text: answers that depend on it are kept under this."""
    return json.dumps(policy, sort_keys=True, default=str)
