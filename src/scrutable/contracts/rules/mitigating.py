"""How long a KPI has been under mitigation; pure."""

from collections.abc import Iterable

from scrutable.contracts.facts import Mitigation
from scrutable.kernel.periods import Month


def mitigated_since(mitigations: Iterable[Mitigation], code: str, month: Month) -> Month | None:
    """Return the first of the months, up to this one, that were mitigated without a break.

    Mitigations of the same KPI that join on are one stretch: a renewal is not a new start. None
    where no mitigation covers the month.
    """
    same = [agreed for agreed in mitigations if agreed.code == code]
    if not any(agreed.covers(month) for agreed in same):
        return None
    first = month
    while any(agreed.covers(first.plus(-1)) for agreed in same):
        first = first.plus(-1)
    return first
