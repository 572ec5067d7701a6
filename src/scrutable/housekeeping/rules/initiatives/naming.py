"""By which lines and faults an initiative can be measured; pure."""

from collections.abc import Mapping

from scrutable.housekeeping.facts import (
    AccountFault,
    AccountLine,
    DeviceFault,
    DeviceLine,
    OrderFault,
    OrderLine,
    PartOfEstate,
)

LINES: Mapping[PartOfEstate, frozenset[str]] = {
    PartOfEstate.ACCOUNTS: frozenset(one.value for one in AccountLine),
    PartOfEstate.DEVICES: frozenset(one.value for one in DeviceLine),
    PartOfEstate.LICENCES: frozenset({"short", "covered", "over"}),
    PartOfEstate.ORDERS: frozenset(one.value for one in OrderLine),
}
FAULTS: Mapping[PartOfEstate, frozenset[str]] = {
    PartOfEstate.ACCOUNTS: frozenset(one.value for one in AccountFault),
    PartOfEstate.DEVICES: frozenset(one.value for one in DeviceFault),
    PartOfEstate.LICENCES: frozenset({"short", "over"}),
    PartOfEstate.ORDERS: frozenset(one.value for one in OrderFault),
}
