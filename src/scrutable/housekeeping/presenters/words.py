"""What parts, lines, faults and extracts are called, and where each is shown; pure."""

from collections.abc import Mapping
from urllib.parse import urlencode

from scrutable.housekeeping.facts import (
    AccountFault,
    AccountLine,
    DeviceFault,
    DeviceLine,
    Extract,
    ExtractKind,
    OrderFault,
    OrderLine,
    PartOfEstate,
)
from scrutable.kernel.wording import capital

ESTATE = "/estate/"
PART_WORDS = {
    PartOfEstate.ACCOUNTS: "Accounts",
    PartOfEstate.DEVICES: "Devices",
    PartOfEstate.LICENCES: "Licences",
    PartOfEstate.ORDERS: "Orders",
}
THING_WORDS = {  # what the lines of a part count
    PartOfEstate.ACCOUNTS: "account",
    PartOfEstate.DEVICES: "device",
    PartOfEstate.LICENCES: "licensed product",
    PartOfEstate.ORDERS: "invoice",
}
KIND_WORDS = {
    ExtractKind.STAFF: "Staff",
    ExtractKind.ACCOUNTS: "Accounts",
    ExtractKind.DEVICES: "Devices",
    ExtractKind.ORDERS: "Orders",
    ExtractKind.INVOICES: "Invoices",
    ExtractKind.ENTITLEMENTS: "Entitlements",
    ExtractKind.DEPLOYMENTS: "Deployments",
}

# In the order of the sum: from what ought to be there to what ought not.
LINE_WORDS: Mapping[PartOfEstate, Mapping[str, str]] = {
    PartOfEstate.ACCOUNTS: {
        AccountLine.PERSON.value: "Somebody at work",
        AccountLine.ADMINISTRATOR.value: "Administrators’",
        AccountLine.SHARED.value: "Shared",
        AccountLine.SERVICE.value: "Services’",
        AccountLine.MEMBER.value: "Members’",
        AccountLine.PARTNER.value: "Partners’",
        AccountLine.AGENCY.value: "Agency staff’s",
        AccountLine.RETAINED.value: "Retained for a manager",
        AccountLine.LEAVER.value: "Leavers’",
        AccountLine.NOBODY.value: "Nobody’s",
        AccountLine.SECOND.value: "Second of one person",
        AccountLine.DISABLED.value: "Disabled",
    },
    PartOfEstate.DEVICES: {
        DeviceLine.HELD.value: "Held by somebody at work",
        DeviceLine.LEAVER.value: "Leavers’",
        DeviceLine.NOBODY.value: "Nobody’s",
        DeviceLine.DISPOSED.value: "Disposed of",
    },
    PartOfEstate.LICENCES: {
        "covered": "Enough licences",
        "over": "More licences than are in use",
        "short": "Fewer licences than are in use",
    },
    PartOfEstate.ORDERS: {
        OrderLine.ORDERED.value: "Ordered before it was billed",
        OrderLine.EXEMPT.value: "Exempt from an order",
        OrderLine.CREDIT.value: "Money given back",
        OrderLine.RETROSPECTIVE.value: "Ordered after it was billed",
        OrderLine.UNKNOWN.value: "Names an order nobody placed",
        OrderLine.WITHOUT.value: "No order, though one was needed",
    },
}
FAULT_WORDS: Mapping[PartOfEstate, Mapping[str, str]] = {
    PartOfEstate.ACCOUNTS: {
        AccountFault.LEAVER_OPEN.value: "Open after its owner left",
        AccountFault.SIGNED_IN_AFTER.value: "Signed in after its owner left",
        AccountFault.SECOND_ACCOUNT.value: "A second account of one person",
        AccountFault.NOBODYS.value: "Nobody’s account",
        AccountFault.RETAINED_PAST.value: "Retained past its day",
        AccountFault.RETAINED_WITHOUT_END.value: "Retained without an end",
        AccountFault.IDLE.value: "Not used",
    },
    PartOfEstate.DEVICES: {
        DeviceFault.NOBODYS.value: "Nobody’s device",
        DeviceFault.LEAVERS.value: "Held by somebody who left",
        DeviceFault.SEVERAL.value: "One more of its kind than a person has",
        DeviceFault.NOT_SEEN.value: "Not seen",
        DeviceFault.OUT_OF_SUPPORT.value: "Out of support",
        DeviceFault.UNENCRYPTED.value: "Not encrypted",
        DeviceFault.ENCRYPTION_UNKNOWN.value: "Nobody knows whether it is encrypted",
        DeviceFault.NO_CERTIFICATE.value: "Disposed of without a certificate",
    },
    PartOfEstate.LICENCES: {
        "over": "More licences than are in use",
        "short": "Fewer licences than are in use",
    },
    PartOfEstate.ORDERS: {
        OrderFault.NO_ORDER.value: "No order, though one was needed",
        OrderFault.UNKNOWN_ORDER.value: "Names an order nobody placed",
        OrderFault.RETROSPECTIVE.value: "Ordered after it was billed",
        OrderFault.OVER_LIMIT.value: "Over the approver’s limit",
        OrderFault.NO_LIMIT.value: "Approved by somebody who may approve nothing",
        OrderFault.SPLIT.value: "Split into several orders",
        OrderFault.ONE_TIME_AGAIN.value: "A one-time supplier used again",
        OrderFault.OVER_CONTRACT.value: "Billed over the contract",
        OrderFault.ORDERED_OVER.value: "Ordered over the contract",
        OrderFault.UNKNOWN_CONTRACT.value: "Names a contract nobody made",
        OrderFault.UNPAID.value: "A small supplier not paid in time",
    },
}


def line_words(part: PartOfEstate, line: str) -> str:
    """Return what a line of the sum is called."""
    return LINE_WORDS[part].get(line) or _plain(line)


def fault_words(part: PartOfEstate, fault: str) -> str:
    """Return what a fault is called."""
    return FAULT_WORDS[part].get(fault) or _plain(fault)


def kind_words(kind: ExtractKind) -> str:
    """Return what an extract of the kind is called."""
    return KIND_WORDS.get(kind) or _plain(kind.value)


def extract_address(one: Extract) -> str:
    """Return the address of an extract's page."""
    return f"{ESTATE}extracts/{one.kind.value}/{one.as_at.isoformat()}/"


def _plain(name: str) -> str:
    return capital(name.replace("_", " "))


def findings_address(part: PartOfEstate, fault: str = "", **more: str) -> str:
    """Return the address of the work list of findings, of a part or of one fault of it."""
    asked = {"part": part.value, "fault": fault, **more}
    return f"{ESTATE}findings/?{urlencode({name: said for name, said in asked.items() if said})}"
