"""Service points and credits, worked through to the penny; pure.

The numbers are the contract's (`CreditTerms`, `Band`): nothing here knows a rate. The pattern is
the Model Services Contract's: points by severity, more for a repeat, a percentage of the
month's charge for each point, and a cap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scrutable.contracts.facts import (
    Charge,
    CreditSum,
    CreditTerms,
    KpiDefinition,
    KpiMonth,
    Performance,
    PointsLine,
    Relief,
    ReliefKind,
    Severity,
    Status,
)
from scrutable.kernel.money import to_the_penny
from scrutable.kernel.periods import Month

MISSING = (Status.LATE, Status.NOT_YET_DUE, Status.NOT_MEASURED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What decides about points in any month."""

    terms: CreditTerms
    reliefs: Sequence[Relief]

    def suspension_in(self, month: Month) -> Relief | None:
        """Return the suspension of all credits in the month, the first one granted."""
        for relief in self.reliefs:
            if relief.kind is ReliefKind.SUSPENSION and not relief.codes and month in relief.span:
                return relief
        return None

    def relieved_by(self, entry: KpiMonth) -> str:
        """Return the reference of what takes the KPI's points away in the month, or ""."""
        for relief in self.reliefs:
            if entry.month in relief.span and entry.code in relief.codes:
                return relief.reference
        if self.terms.mitigation_relieves_points and entry.mitigation is not None:
            return entry.mitigation.reference
        return ""

    def is_relieved(self, entry: KpiMonth) -> bool:
        """Test whether the month is one in which a failure costs nothing."""
        return bool(self.relieved_by(entry)) or self.suspension_in(entry.month) is not None


def credit_sum(
    performance: Performance,
    month: Month,
    *,
    charge: Charge | None,
    terms: CreditTerms | None,
    reliefs: Iterable[Relief] = (),
) -> CreditSum:
    """Return the month's credit with every line of the sum; `performance` reaches back a year.

    Without terms nothing is counted and the credit is not known; without the month's charge
    the points are known and the credit is not. In a suspended month the points are shown and
    the credit is nought. Nothing is relieved by a mitigation unless the terms say so.
    """
    entries = performance.during(month)
    bearing = {kpi.code for kpi in performance.definitions if kpi.bands}
    missing = tuple(e.code for e in entries if e.code in bearing and e.status in MISSING)
    if terms is None:
        return _sum(performance.contract.code, month, (), charge, None, missing)
    rules = _Rules(terms=terms, reliefs=tuple(reliefs))
    lines = tuple(
        _line(rules, kpi, performance.of(kpi.code), entry)
        for kpi, entry in zip(performance.definitions, entries, strict=True)
        if entry.severity is not Severity.NONE
    )
    suspension = rules.suspension_in(month)
    return _sum(performance.contract.code, month, lines, charge, (terms, suspension), missing)


def _line(
    rules: _Rules, kpi: KpiDefinition, history: Sequence[KpiMonth], entry: KpiMonth
) -> PointsLine:
    points = points_of(kpi, entry.severity, rules.terms)
    before = [earlier for earlier in history if earlier.month < entry.month]
    is_repeat = _follows_failure(rules, before)
    multiplier = rules.terms.repeat_multiplier if is_repeat else 1
    relieved_by = rules.relieved_by(entry)
    return PointsLine(
        code=entry.code,
        severity=entry.severity,
        points=points,
        is_repeat=is_repeat,
        multiplier=multiplier,
        counted=0 if relieved_by else points * multiplier,
        relieved_by=relieved_by,
    )


def points_of(kpi: KpiDefinition, severity: Severity, terms: CreditTerms) -> int:
    """Return the points of a failure: the KPI's own for its band, else the contract's."""
    for band in kpi.bands:
        if band.severity is severity and band.points is not None:
            return band.points
    return terms.points.get(severity, 0)


def pounds_at_risk(total: CreditSum, counted: int) -> Decimal | None:
    """Return what so many points cost in the month, before any cap; None if not known.

    Under which KPI's points a cap falls nobody can say. A suspended month costs nothing.
    """
    if total.terms is None or total.charge is None or total.suspended_by:
        return None
    return to_the_penny(_pounds(total.charge) * counted * total.terms.percent_per_point / 100)


def _pounds(charge: Charge) -> Decimal:
    """Return the charge that a credit is a share of; a month of refunds earns no negative one."""
    return max(charge.pounds, Decimal(0))


def _follows_failure(rules: _Rules, before: Sequence[KpiMonth]) -> bool:
    """Test whether the month before was a failure of the same KPI.

    A month at target resets, as does a miss too slight for any band. A month without a value
    and a month of relief or suspension are looked past, unless the terms say that a gap resets
    or that a relieved failure still counts.
    """
    for entry in reversed(before):
        if not entry.status.is_judged:
            if rules.terms.gap_resets_repeat:
                return False
            continue
        if entry.severity is Severity.NONE:
            return False
        if rules.terms.relieved_month_counts or not rules.is_relieved(entry):
            return True
    return False


def _sum(
    contract: str,
    month: Month,
    lines: tuple[PointsLine, ...],
    charge: Charge | None,
    ruled: tuple[CreditTerms, Relief | None] | None,
    missing: tuple[str, ...],
) -> CreditSum:
    points = sum(line.counted for line in lines)
    terms, suspension = ruled or (None, None)
    uncapped = cap = credit = None
    is_capped = False
    if charge is not None and terms is not None:
        pounds = _pounds(charge)
        uncapped = to_the_penny(pounds * points * terms.percent_per_point / 100)
        cap = to_the_penny(pounds * terms.cap_percent / 100)
        credit = Decimal("0.00") if suspension else min(uncapped, cap)
        is_capped = suspension is None and uncapped > cap
    return CreditSum(
        contract=contract,
        month=month,
        lines=lines,
        points=points,
        charge=charge,
        terms=terms,
        uncapped_pounds=uncapped,
        cap_pounds=cap,
        credit_pounds=credit,
        is_capped=is_capped,
        suspended_by=suspension.reference if suspension else "",
        not_judged=missing,
    )
