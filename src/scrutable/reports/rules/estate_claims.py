"""Words that claim that nothing of the estate is wrong, and what the records say to it; pure."""

import re
from collections.abc import Callable
from typing import NamedTuple

from scrutable.housekeeping.facts import (
    AccountFault,
    DeviceFault,
    OrderFault,
    PartOfEstate,
    fault_count_words,
)
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.reports.rules.estate_says import EstateSays, Kind

MOST_NAMED = 3
_EVERY = r"(?:all|every|each)(?: one)?(?: of)?(?: the| our| its)?(?: [\w,]+)?"
_IS = r"(?:is|are|was|were|has been|have been)(?: all| now| since)?"
_LEAVERS = r"leavers?(?:[’']s?)?"


Why = Callable[[EstateSays], str]


class Claim(NamedTuple):
    """Words that claim that nothing is wrong, and why they are not so; "" where they are."""

    place: str
    words: re.Pattern[str]
    why: Why


def _stands(*kinds: Kind) -> Why:
    """Return what says of a claim on some faults how many findings of them stand after all."""

    def why(says: EstateSays) -> str:
        found = [said for kind in kinds if (said := standing_words(says, kind))]
        return list_words(found) or unread_words(says, kinds[0][0])

    return why


def standing_words(says: EstateSays, kind: Kind) -> str:
    """Return how many findings of the fault the last extract shows; "" where none stands."""
    number = says.standing.get(kind, 0)
    if not number:
        return ""
    day = date_words(says.days[kind[0]])
    return f"the extract as at {day} shows {fault_count_words(*kind, number)}"


def unread_words(says: EstateSays, part: PartOfEstate) -> str:
    """Return that nothing is known of the part; "" where something is."""
    return "" if part in says.days else f"no extract of {part.value} has been reconciled"


def _licences(says: EstateSays) -> str:
    if says.licences_on is None:
        return "no licences have been reconciled"
    found = f"as at {date_words(says.licences_on)}"
    if says.short:
        verb = "is" if len(says.short) == 1 else "are"
        return f"{found} {_named(says.short)} {verb} short of licences"
    if says.unassessed:
        left = count_words(says.unassessed, "product in use was", "products in use were")
        return f"{found} {left} not assessed"
    return ""


def _agreements(names: Callable[[EstateSays], tuple[str, ...]], did: str) -> Why:
    def why(says: EstateSays) -> str:
        if not says.agreements:
            return "no agreement is recorded"
        found = names(says)
        return f"{_named(found)} {did}" if found else ""

    return why


def _initiatives(says: EstateSays) -> str:
    names = [f"initiative {code}" for code in says.lagging]
    if not names:
        return ""
    return f"{_named(tuple(names))} {'is' if len(names) == 1 else 'are'} behind or past due"


def _named(names: tuple[str, ...]) -> str:
    shown = list(names[:MOST_NAMED])
    if more := len(names) - len(shown):
        shown.append(count_words(more, "more", "more"))
    return list_words(shown)


def _compiled(*words: str) -> re.Pattern[str]:
    joined = "|".join(words)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


CLAIMS = (
    Claim(
        "licences",
        _compiled(
            r"no (?:\w+ )?licen[cs](?:ing|e) (?:liabilit(?:y|ies)|shortfalls?)",
            r"no liabilit(?:y|ies) (?:for|from|of|on) (?:licences|licensing)",
            r"(?:fully|properly|correctly) licen[cs]ed",
            rf"{_EVERY} (?:products?|software) {_IS} licen[cs]ed",
            r"no (?:products? (?:is|are) )?short(?:age)? of licences",
            r"enough licences for (?:everything|all)",
        ),
        _licences,
    ),
    Claim(
        "accounts",
        _compiled(
            rf"{_EVERY} {_LEAVERS} accounts? {_IS} (?:closed|disabled|removed|shut)",
            rf"{_EVERY} accounts? of (?:leavers|people who left) {_IS} (?:closed|disabled)",
            rf"no {_LEAVERS} accounts? (?:{_IS}|remains?)(?: still| left)? (?:open|active|enabled)",
            r"no leavers? (?:has|have|had)(?: an)? (?:open|active) accounts?",
        ),
        _stands((PartOfEstate.ACCOUNTS, AccountFault.LEAVER_OPEN.value)),
    ),
    Claim(
        "accounts",
        _compiled(
            rf"{_EVERY} accounts? belongs? to (?:somebody|someone|a person)",
            rf"no accounts? {_IS} (?:nobody[’']s|without an owner|orphaned|unowned)",
            r"no (?:orphaned|unowned) accounts?",
        ),
        _stands((PartOfEstate.ACCOUNTS, AccountFault.NOBODYS.value)),
    ),
    Claim(
        "devices",
        _compiled(
            rf"{_EVERY} (?:devices?|laptops?|computers?) {_IS} encrypted",
            rf"no (?:devices?|laptops?|computers?) {_IS} (?:unencrypted|not encrypted)",
        ),
        _stands(
            (PartOfEstate.DEVICES, DeviceFault.UNENCRYPTED.value),
            (PartOfEstate.DEVICES, DeviceFault.ENCRYPTION_UNKNOWN.value),
        ),
    ),
    Claim(
        "devices",
        _compiled(rf"{_EVERY} devices? {_IS} accounted for", rf"no devices? {_IS} nobody[’']s"),
        _stands(
            (PartOfEstate.DEVICES, DeviceFault.NOBODYS.value),
            (PartOfEstate.DEVICES, DeviceFault.LEAVERS.value),
        ),
    ),
    Claim(
        "devices",
        _compiled(
            rf"{_EVERY} devices? {_IS} (?:supported|in support|within support)",
            rf"no devices? {_IS} (?:out of support|unsupported)",
        ),
        _stands((PartOfEstate.DEVICES, DeviceFault.OUT_OF_SUPPORT.value)),
    ),
    Claim(
        "devices",
        _compiled(
            rf"{_EVERY} (?:disposals?|devices? disposed of) (?:has|have|had) a certificate",
        ),
        _stands((PartOfEstate.DEVICES, DeviceFault.NO_CERTIFICATE.value)),
    ),
    Claim(
        "orders",
        _compiled(
            rf"{_EVERY} invoices? (?:has|have|had) an order",
            rf"no invoices?(?: came| {_IS}(?: paid| received)?)? without an order",
        ),
        _stands(
            (PartOfEstate.ORDERS, OrderFault.NO_ORDER.value),
            (PartOfEstate.ORDERS, OrderFault.UNKNOWN_ORDER.value),
        ),
    ),
    Claim(
        "orders",
        _compiled(
            r"no retrospective orders?",
            rf"no orders? {_IS} (?:retrospective|(?:raised|placed) (?:late|afterwards|after))",
            rf"{_EVERY} orders? {_IS} (?:raised|placed) (?:before|in time|on time)",
        ),
        _stands((PartOfEstate.ORDERS, OrderFault.RETROSPECTIVE.value)),
    ),
    Claim(
        "orders",
        _compiled(rf"no orders? {_IS} split"),
        _stands((PartOfEstate.ORDERS, OrderFault.SPLIT.value)),
    ),
    Claim(
        "orders",
        _compiled(
            rf"no orders? {_IS} over (?:\w+[’']?s? ){{0,2}}limits?",
            rf"{_EVERY} orders? {_IS} within (?:\w+[’']?s? ){{0,2}}limits?",
        ),
        _stands((PartOfEstate.ORDERS, OrderFault.OVER_LIMIT.value)),
    ),
    Claim(
        "suppliers",
        _compiled(
            rf"{_EVERY} small(?: and medium| or medium)? suppliers? {_IS} paid (?:i|o)n time"
        ),
        _stands((PartOfEstate.ORDERS, OrderFault.UNPAID.value)),
    ),
    Claim(
        "agreements",
        _compiled(
            r"(?:no agreements?|none of (?:the|our|its) agreements)(?: has| have| had)? r[au]n on",
            r"no agreements? (?:was|were|has been|have been) used without approval",
            rf"{_EVERY} agreements? {_IS} (?:approved|renewed)(?: in time| on time| before)",
        ),
        _agreements(lambda says: says.ran_on, "ran on without approval"),
    ),
    Claim(
        "agreements",
        _compiled(
            r"(?:no agreement runs|no agreements? (?:is|are) running|no agreements run) on",
        ),
        _agreements(lambda says: says.running, "runs on without approval"),
    ),
    Claim(
        "agreements",
        _compiled(
            r"(?:no agreements?|none)(?: has| have)? (?:did so|r[au]n on|done so) again",
            r"(?:has|have|had|did) not (?:recurred|recur|happened again|happen again)",
        ),
        _agreements(lambda says: says.again, "ran on again"),
    ),
    Claim(
        "initiatives",
        _compiled(rf"{_EVERY} initiatives? (?:{_IS}|remains?|stays?) on (?:track|course)"),
        _initiatives,
    ),
)
