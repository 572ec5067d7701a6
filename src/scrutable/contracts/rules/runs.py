"""Consecutive misses; pure.

GLOSSARY, "run": misses of the same KPI in a row, whatever mitigation was agreed. A month that
meets the target ends it. A month without a judgement (no activity, suspended, not measured,
late, not yet due, not applicable, or no target in force) neither lengthens nor ends it: nothing
was shown either way, so neither a supplier nor the council gains by a missing figure. A KPI
that has been discontinued has no run.
"""

from collections.abc import Sequence

from scrutable.contracts.facts import KpiMonth, Run, Status


def misses_ending(entries: Sequence[KpiMonth]) -> tuple[KpiMonth, ...]:
    """Return the misses of the run that the last month stands in, oldest first."""
    run: list[KpiMonth] = []
    for entry in reversed(entries):
        if entry.status in (Status.MET, Status.DISCONTINUED):
            break
        if entry.status.is_miss:
            run.append(entry)
    return tuple(reversed(run))


def run_ending(entries: Sequence[KpiMonth]) -> Run | None:
    """Return the run in which one KPI's last month stands, or None; `entries` oldest first.

    `length` counts the misses, not the calendar months between the first and the last of them.
    """
    misses = misses_ending(entries)
    if not misses:
        return None
    gravest = any(entry.status is Status.BELOW_MINIMUM for entry in misses)
    return Run(
        code=misses[-1].code,
        first=misses[0].month,
        last=misses[-1].month,
        length=len(misses),
        worst=Status.BELOW_MINIMUM if gravest else Status.BELOW_TARGET,
    )
