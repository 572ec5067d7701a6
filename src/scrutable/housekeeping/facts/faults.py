"""What is wrong, as it is counted: “159 leavers’ accounts still open”."""

from collections.abc import Mapping

from scrutable.housekeeping.facts.accounts import AccountFault
from scrutable.housekeeping.facts.devices import DeviceFault
from scrutable.housekeeping.facts.orders import OrderFault
from scrutable.housekeeping.facts.positions import LicenceFault
from scrutable.housekeeping.facts.snapshots import PartOfEstate
from scrutable.kernel.wording import count_words

Counted = Mapping[str, tuple[str, str]]
COUNTED: Mapping[PartOfEstate, Counted] = {
    PartOfEstate.ACCOUNTS: {
        AccountFault.LEAVER_OPEN.value: (
            "leaver’s account still open",
            "leavers’ accounts still open",
        ),
        AccountFault.SIGNED_IN_AFTER.value: (
            "account used after its owner left",
            "accounts used after their owners left",
        ),
        AccountFault.SECOND_ACCOUNT.value: (
            "second account of one person",
            "second accounts of one person",
        ),
        AccountFault.NOBODYS.value: ("account that is nobody’s", "accounts that are nobody’s"),
        AccountFault.RETAINED_PAST.value: (
            "account retained past its day",
            "accounts retained past their day",
        ),
        AccountFault.RETAINED_WITHOUT_END.value: (
            "account retained without an end",
            "accounts retained without an end",
        ),
        AccountFault.IDLE.value: ("account not used", "accounts not used"),
    },
    PartOfEstate.DEVICES: {
        DeviceFault.NOBODYS.value: ("device that is nobody’s", "devices that are nobody’s"),
        DeviceFault.LEAVERS.value: (
            "device held by somebody who left",
            "devices held by people who left",
        ),
        DeviceFault.SEVERAL.value: (
            "device more than its holder is to have",
            "devices more than their holders are to have",
        ),
        DeviceFault.NOT_SEEN.value: ("device not seen", "devices not seen"),
        DeviceFault.OUT_OF_SUPPORT.value: ("device out of support", "devices out of support"),
        DeviceFault.UNENCRYPTED.value: ("device not encrypted", "devices not encrypted"),
        DeviceFault.ENCRYPTION_UNKNOWN.value: (
            "device of which nobody knows whether it is encrypted",
            "devices of which nobody knows whether they are encrypted",
        ),
        DeviceFault.NO_CERTIFICATE.value: (
            "device disposed of without a certificate",
            "devices disposed of without a certificate",
        ),
    },
    PartOfEstate.LICENCES: {
        LicenceFault.SHORT.value: ("product short of licences", "products short of licences"),
        LicenceFault.OVER.value: (
            "product with licences to spare",
            "products with licences to spare",
        ),
    },
    PartOfEstate.ORDERS: {
        OrderFault.NO_ORDER.value: ("invoice without an order", "invoices without an order"),
        OrderFault.UNKNOWN_ORDER.value: (
            "invoice that names an order nobody placed",
            "invoices that name orders nobody placed",
        ),
        OrderFault.RETROSPECTIVE.value: (
            "invoice ordered after it was billed",
            "invoices ordered after they were billed",
        ),
        OrderFault.OVER_LIMIT.value: (
            "order over its approver’s limit",
            "orders over their approver’s limit",
        ),
        OrderFault.NO_LIMIT.value: (
            "order approved by somebody who may approve nothing",
            "orders approved by people who may approve nothing",
        ),
        OrderFault.SPLIT.value: ("order split into several", "orders split into several"),
        OrderFault.ONE_TIME_AGAIN.value: (
            "invoice of a one-time supplier used again",
            "invoices of one-time suppliers used again",
        ),
        OrderFault.OVER_CONTRACT.value: (
            "contract billed over its value",
            "contracts billed over their value",
        ),
        OrderFault.ORDERED_OVER.value: (
            "contract ordered over its value",
            "contracts ordered over their value",
        ),
        OrderFault.UNKNOWN_CONTRACT.value: (
            "invoice that names a contract nobody made",
            "invoices that name contracts nobody made",
        ),
        OrderFault.UNPAID.value: (
            "invoice of a small supplier not paid in time",
            "invoices of small suppliers not paid in time",
        ),
    },
}


def fault_count_words(part: PartOfEstate, fault: str, number: int) -> str:
    """Return so many findings of the fault in words.

    >>> fault_count_words(PartOfEstate.ACCOUNTS, "leaver_open", 159)
    '159 leavers’ accounts still open'
    >>> fault_count_words(PartOfEstate.LICENCES, "over_used", 1)
    '1 finding of licences: over used'
    """
    said = COUNTED[part].get(fault)
    if said is not None:
        return count_words(number, *said)
    return f"{count_words(number, 'finding')} of {part.value}: {fault.replace('_', ' ')}"
