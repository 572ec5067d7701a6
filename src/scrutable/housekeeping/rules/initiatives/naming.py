"""By which lines and faults an initiative can be measured; pure."""

from collections.abc import Mapping

from scrutable.housekeeping.facts import (
    AccountFault,
    AccountLine,
    DeviceFault,
    DeviceLine,
    OrderFault,
    OrderLine,
    Part,
)

LINES: Mapping[Part, frozenset[str]] = {
    Part.ACCOUNTS: frozenset(one.value for one in AccountLine),
    Part.DEVICES: frozenset(one.value for one in DeviceLine),
    Part.LICENCES: frozenset({"short", "covered", "over"}),
    Part.ORDERS: frozenset(one.value for one in OrderLine),
}
FAULTS: Mapping[Part, frozenset[str]] = {
    Part.ACCOUNTS: frozenset(one.value for one in AccountFault),
    Part.DEVICES: frozenset(one.value for one in DeviceFault),
    Part.LICENCES: frozenset({"short", "over"}),
    Part.ORDERS: frozenset(one.value for one in OrderFault),
}
