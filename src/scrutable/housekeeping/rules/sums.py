"""How the sums of the estate are made up; pure. The lines add up to all, or refuse to."""

from collections.abc import Mapping, Sequence

from scrutable.housekeeping.facts import (
    AccountFault,
    AccountLine,
    DeviceFault,
    DeviceLine,
    OrderFault,
    OrderLine,
    PartOfEstate,
    Snapshot,
)
from scrutable.housekeeping.facts.faults import COUNTED
from scrutable.housekeeping.facts.sums import SumLine

PEOPLE, WITHOUT, ALL, ALL_WRONG = "people", "without", "all", "wrong"

# From what ought to be there to what ought not, each with the faults that count on it alone.
ORDER: Mapping[PartOfEstate, Mapping[str, Sequence[str]]] = {
    PartOfEstate.ACCOUNTS: {
        AccountLine.PERSON: (),
        AccountLine.ADMINISTRATOR: (),
        AccountLine.SHARED: (),
        AccountLine.SERVICE: (),
        AccountLine.MEMBER: (),
        AccountLine.PARTNER: (),
        AccountLine.AGENCY: (),
        AccountLine.RETAINED: (AccountFault.RETAINED_PAST, AccountFault.RETAINED_WITHOUT_END),
        AccountLine.LEAVER: (AccountFault.LEAVER_OPEN,),
        AccountLine.NOBODY: (AccountFault.NOBODYS,),
        AccountLine.SECOND: (AccountFault.SECOND_ACCOUNT,),
        AccountLine.DISABLED: (),
    },
    PartOfEstate.DEVICES: {
        DeviceLine.HELD: (),
        DeviceLine.LEAVER: (DeviceFault.LEAVERS,),
        DeviceLine.NOBODY: (DeviceFault.NOBODYS,),
        DeviceLine.DISPOSED: (DeviceFault.NO_CERTIFICATE,),
    },
    PartOfEstate.LICENCES: {"covered": (), "over": ("over",), "short": ("short",)},
    PartOfEstate.ORDERS: {
        OrderLine.ORDERED: (),
        OrderLine.EXEMPT: (),
        OrderLine.CREDIT: (),
        OrderLine.RETROSPECTIVE: (OrderFault.RETROSPECTIVE,),
        OrderLine.UNKNOWN: (OrderFault.UNKNOWN_ORDER,),
        OrderLine.WITHOUT: (OrderFault.NO_ORDER,),
    },
}


# The lines on which nothing ought to count.
WRONG: Mapping[PartOfEstate, frozenset[str]] = {
    PartOfEstate.ACCOUNTS: frozenset({AccountLine.LEAVER, AccountLine.NOBODY, AccountLine.SECOND}),
    PartOfEstate.DEVICES: frozenset({DeviceLine.LEAVER, DeviceLine.NOBODY}),
    PartOfEstate.LICENCES: frozenset({"short", "over"}),
    PartOfEstate.ORDERS: frozenset({OrderLine.RETROSPECTIVE, OrderLine.UNKNOWN, OrderLine.WITHOUT}),
}


def sum_lines(snapshot: Snapshot) -> tuple[SumLine, ...]:
    """Return the sum of a part: from where it begins, line by line, to all.

    Accounts begin with the people at work, where they were counted: less those who have none comes
    to one account each.
    """
    order = ORDER[snapshot.part]
    places = {name: at for at, name in enumerate(order)}
    faults = {fault.name: fault for fault in snapshot.faults}
    lines = [
        SumLine(
            name=line.name,
            number=line.number,
            pence=line.pence,
            wrong=tuple(faults[one] for one in order.get(line.name, ()) if one in faults),
        )
        for line in sorted(snapshot.lines, key=lambda one: places.get(one.name, len(places)))
    ]
    head = _from_people(snapshot) if snapshot.part is PartOfEstate.ACCOUNTS else ()
    rest = [line for line in lines if not (head and line.name == AccountLine.PERSON)]
    return (*head, *rest, SumLine(name=ALL, number=snapshot.number, is_total=True))


def _from_people(snapshot: Snapshot) -> tuple[SumLine, ...]:
    if snapshot.people is None:
        return ()
    have = number_on(snapshot, AccountLine.PERSON)
    return (
        SumLine(name=PEOPLE, number=snapshot.people, is_total=True),
        SumLine(name=WITHOUT, number=have - snapshot.people),
    )


def number_on(snapshot: Snapshot, *names: str) -> int:
    """Return how many count on the lines together."""
    return sum(line.number for line in snapshot.lines if line.name in names)


def number_in(snapshot: Snapshot, name: str) -> int | None:
    """Return the figure that a report cites by this name; None where a snapshot has none such.

    A name is a line, a fault, or one of "people", "without", "all" and "wrong".
    """
    if name == ALL_WRONG:
        return wrong_in(snapshot)
    part = snapshot.part
    found = {one.name: one.number for one in (*snapshot.faults, *snapshot.lines)}
    summed = {line.name: line.number for line in sum_lines(snapshot)}
    nought = dict.fromkeys((*ORDER[part], *COUNTED[part]), 0)
    return {**nought, **summed, **found}.get(name)


def wrong_in(snapshot: Snapshot) -> int:
    """Return how many findings the snapshot shows."""
    return sum(fault.number for fault in snapshot.faults)
