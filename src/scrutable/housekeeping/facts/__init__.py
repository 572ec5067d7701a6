"""Extracts of staff, accounts and devices, and what judging them finds: the nouns."""

from scrutable.housekeeping.facts.accounts import (
    Account,
    AccountClass,
    AccountFault,
    AccountFinding,
    AccountLine,
    JudgedAccount,
    LeaverRule,
    LeaverRuleKind,
    MatchedBy,
)
from scrutable.housekeeping.facts.agreements import (
    Agreement,
    Coming,
    ComingDate,
    Notice,
    NoticeUnit,
    RanOn,
    Renewal,
)
from scrutable.housekeeping.facts.devices import (
    Device,
    DeviceFault,
    DeviceFinding,
    DeviceLimits,
    DeviceLine,
    JudgedDevice,
)
from scrutable.housekeeping.facts.extracts import (
    Column,
    ColumnType,
    ExtractKind,
    HousePolicy,
    Layout,
    Taken,
)
from scrutable.housekeeping.facts.orders import (
    BuyingRules,
    Invoice,
    Order,
    OrderFault,
    OrderFinding,
)
from scrutable.housekeeping.facts.people import Person

__all__ = [
    "Account",
    "AccountClass",
    "AccountFault",
    "AccountFinding",
    "AccountLine",
    "Agreement",
    "BuyingRules",
    "Column",
    "ColumnType",
    "Coming",
    "ComingDate",
    "Device",
    "DeviceFault",
    "DeviceFinding",
    "DeviceLimits",
    "DeviceLine",
    "ExtractKind",
    "HousePolicy",
    "Invoice",
    "JudgedAccount",
    "JudgedDevice",
    "Layout",
    "LeaverRule",
    "LeaverRuleKind",
    "MatchedBy",
    "Notice",
    "NoticeUnit",
    "Order",
    "OrderFault",
    "OrderFinding",
    "Person",
    "RanOn",
    "Renewal",
    "Taken",
]
