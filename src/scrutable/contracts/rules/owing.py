"""Which months a return is owed for, and by when: one rule wherever lateness is told; pure."""

from dataclasses import dataclass
from datetime import date

from scrutable.contracts.rules.judging import return_due_on
from scrutable.kernel.periods import Month, Span
from scrutable.registers.facts import Contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """A contract, the first month that is followed here, and the day that is asked about.

    Nothing is owed for the months before: a council that begins half-way through a contract has
    none of its earlier returns. `followed_from` is None before any KPI is defined.
    """

    contract: Contract
    followed_from: Month | None
    as_at: date

    @property
    def months(self) -> Span | None:
        """Return the months for which a return is owed at some time, or None.

        None outside the contract's own, and none where only others publish about it.
        """
        runs, first = self.contract.span, self.followed_from
        if self.contract.published_only or first is None or first > runs.last:
            return None
        return Span(max(first, runs.first), runs.last)

    def owes(self, month: Month) -> bool:
        """Test whether a return is owed for the month."""
        owed = self.months
        return owed is not None and month in owed

    def due_on(self, month: Month) -> date:
        """Return the last day on which the month's return is in time."""
        return return_due_on(self.contract, month)
