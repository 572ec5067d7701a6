"""What attention is worked out from; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.contracts.facts import (
    CreditSum,
    Matter,
    MatterState,
    Mitigation,
    Performance,
)
from scrutable.kernel.attention import Gravity
from scrutable.registers.facts import Contract

Policy = Mapping[str, object]
OPEN = (MatterState.OPEN, MatterState.WITH_SUPPLIER)
COUNCIL_OWNER = "Contract manager"


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One contract as known at one event, and the council's policies.

    `performance` runs from the contract's first month to the month of its `as_at`, so that a
    stay on the list is followed from its beginning. `mitigation_versions` holds every version
    of every mitigation, oldest first; `credits` the sums of the latest months.
    """

    performance: Performance
    attention_policy: Mapping[str, object]
    forecast_policy: Policy
    mitigation_versions: Sequence[Mitigation] = ()
    credits: Sequence[CreditSum] = ()
    matters: Sequence[Matter] = ()

    @property
    def contract(self) -> Contract:
        """Return the contract."""
        return self.performance.contract

    @property
    def as_at(self) -> date:
        """Return the day the question is about."""
        return self.performance.as_at

    def rule(self, name: str) -> Policy:
        """Return one table of the attention policy."""
        table = self.attention_policy[name]
        if not isinstance(table, Mapping):
            raise TypeError(f"attention.{name} must be a table")
        return table

    def number(self, rule: str, name: str) -> int:
        """Return one whole number of the attention policy."""
        return int(str(self.rule(rule)[name]))

    @property
    def latest_credit(self) -> CreditSum | None:
        """Return the sum of the last month whose credit is known."""
        known = [total for total in self.credits if total.credit_pounds is not None]
        return max(known, key=lambda total: total.month, default=None)

    def matter_about(self, code: str) -> Matter | None:
        """Return the open service matter that touches the KPI, the one due first."""
        touching = [m for m in self.matters if m.state in OPEN and code in m.codes]
        return min(touching, key=lambda matter: matter.due or date.max, default=None)


def raised(gravity: Gravity, steps: int) -> Gravity:
    """Return the gravity so many steps graver, or milder, within its scale."""
    return Gravity(min(max(gravity + steps, Gravity.NOTE), Gravity.GRAVE))
