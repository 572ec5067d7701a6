"""Kit, faults and opinions: in totals for everybody, in full for whose they are."""

from datetime import date

from scrutable.councillors import rules
from scrutable.councillors.facts import Kit, KitFault, KitOpinion, KitTotals
from scrutable.councillors.reads.learning import in_order
from scrutable.councillors.reads.policy import least_shown
from scrutable.records.reads import every, history


def kit_totals(known: int, as_at: date) -> KitTotals:
    """Return kit, faults of the last year and opinions in totals; four queries."""
    return rules.kit_totals(
        every(Kit, known),
        every(KitFault, known),
        in_order(history(KitOpinion, known)),
        as_at,
        least_shown(known, as_at),
    )


def own_kit(councillor: int, known: int, as_at: date) -> list[Kit]:
    """Return what a councillor has."""
    return [one for one in every(Kit, known, councillor=councillor) if rules.is_out(one, as_at)]


def own_faults(councillor: int, known: int) -> list[KitFault]:
    """Return the faults that a councillor raised, the last first."""
    return every(KitFault, known, councillor=councillor)[::-1]


def own_opinions(councillor: int, known: int) -> list[KitOpinion]:
    """Return what a councillor says of kit."""
    return every(KitOpinion, known, councillor=councillor)


def faults(known: int, as_at: date) -> list[KitFault]:
    """Return every fault for who mends them: the open ones first, the oldest first."""
    found = [one for one in every(KitFault, known) if one.raised_on <= as_at]
    return sorted(found, key=lambda one: (not rules.is_open(one, as_at), one.raised_on, one.number))


def kit(known: int) -> list[Kit]:
    """Return every device, for who gives them out, by number."""
    return every(Kit, known)
