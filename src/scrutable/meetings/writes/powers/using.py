"""Uses of delegations: judged under the write lock, refused ones kept too."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import london_day
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads import powers as reads
from scrutable.meetings.rules import powers as rules
from scrutable.meetings.writes.unfit import Unfit


class UnfitUse(Unfit):
    """What was said of a use does not suffice to judge it; nothing was kept."""


class OutsideScope(Unfit):
    """The use lies outside its delegation: it is refused, and the attempt was kept as `use`."""

    def __init__(self, use: facts.DelegationUse, faults: Sequence[facts.Fault]) -> None:
        self.use = use
        super().__init__(faults)


def use_delegation(*, use: facts.DelegationUse, by: str, at: datetime) -> facts.DelegationUse:
    """Record a use of a delegation and return it with its number.

    Whatever lies outside is kept as a refused attempt and then raised as OutsideScope, with all
    its faults. Raises UnknownDelegation, and UnfitUse where too little was said to judge it:
    then nothing is kept. What is left of a limit is judged under the write lock.
    """
    subject = f"delegation/{use.delegation}"
    with change(verb="delegation_use_recorded", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        delegation = reads.delegation(use.delegation, known)
        if unfit := rules.unfit_parts(use, delegation, london_day(under_way.at)):
            raise UnfitUse(unfit)
        earlier = reads.uses(use.delegation, known)
        giver = calendar.body(delegation.body, known).name
        faults = rules.scope_faults(use, delegation, earlier, giver)
        attempt = replace(
            use,
            number=len(earlier) + 1,
            refused_because=tuple(str(fault) for fault in faults),
        )
        kept = _store_use(attempt, under_way)
    if faults:
        raise OutsideScope(kept, faults)
    return kept


def _store_use(use: facts.DelegationUse, under_way: Change) -> facts.DelegationUse:
    models.DelegationUse.objects.create(
        delegation=use.delegation,
        number=use.number,
        on=use.on,
        used_by=use.used_by.strip(),
        act=use.act.strip(),
        what=use.what.strip(),
        pounds=use.pounds,
        consulted=list(use.consulted),
        consulted_on=use.consulted_on,
        decision=use.decision,
        refused_because=list(use.refused_because),
        event=under_way.number,
    )
    under_way.subject = use.reference
    under_way.after = {
        "on": use.on.isoformat(),
        "used_by": use.used_by,
        "act": use.act,
        "what": use.what,
        "pounds": "" if use.pounds is None else f"{use.pounds:f}",
        "refused_because": list(use.refused_because),
    }
    return replace(use, version=under_way.number)
