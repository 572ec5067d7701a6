"""What a search looks through of the estate: agreements, licences, initiatives, and its pages.

Findings are found by their number alone: no search finds anybody’s name, and so none is to be
logged as a look.
"""

import re
from collections.abc import Iterator
from datetime import date

from scrutable.access.facts import Permission, Role
from scrutable.access.rules import may
from scrutable.audit.reads import Resting
from scrutable.housekeeping import facts, models
from scrutable.housekeeping import reads as housekeeping
from scrutable.housekeeping.presenters.licences.words import METRIC_WORDS, product_address
from scrutable.housekeeping.presenters.words import fault_words, findings_address
from scrutable.housekeeping.reads import worklist
from scrutable.kernel.wording import date_words
from scrutable.overview.facts import Hit
from scrutable.overview.reads.searching_pages import PAGE
from scrutable.overview.reads.sought import Sought, sought
from scrutable.records.reads import every

AGREEMENTS: Resting[tuple[Sought, ...]] = Resting((models.Agreement,))
LICENCES: Resting[tuple[Sought, ...]] = Resting(
    (models.LicenceCoverage, models.LicencePosition, models.LicenceTerm, models.LicenceGap)
)
INITIATIVES: Resting[tuple[Sought, ...]] = Resting((models.Initiative,))
FINDING = re.compile(r"finding\s*(?:/|no\.?|number|#)?\s*(?P<number>\d{1,9})", re.IGNORECASE)


def _faults(part: facts.PartOfEstate, fault: str, title: str, words: str) -> Hit:
    return Hit(PAGE, findings_address(part, fault), title, "Findings", words)


PAGES: tuple[Sought, ...] = sought(
    (
        Hit(
            PAGE,
            "/estate/",
            "The estate at a glance",
            "Estate",
            "housekeeping accounts devices employees people staff sum add up",
        ),
        _faults(
            facts.PartOfEstate.ACCOUNTS,
            facts.AccountFault.LEAVER_OPEN.value,
            "Leavers’ accounts still open",
            "leavers' leaver left account not closed disabled joiners movers",
        ),
        _faults(
            facts.PartOfEstate.ACCOUNTS,
            facts.AccountFault.NOBODYS.value,
            "Accounts that are nobody’s",
            "nobody's orphan orphaned unowned account",
        ),
        _faults(
            facts.PartOfEstate.DEVICES,
            facts.DeviceFault.NOBODYS.value,
            "Devices that are nobody’s",
            "nobody's lost missing laptops phones device",
        ),
        _faults(
            facts.PartOfEstate.DEVICES,
            facts.DeviceFault.UNENCRYPTED.value,
            "Devices not encrypted",
            "unencrypted encryption laptops device",
        ),
        _faults(
            facts.PartOfEstate.DEVICES,
            facts.DeviceFault.OUT_OF_SUPPORT.value,
            "Devices out of support",
            "unsupported old windows laptops device",
        ),
        Hit(
            PAGE,
            "/estate/licences/",
            "Licences held against licences in use",
            "Licences",
            "licence license licensing software shortfall surplus compliance liabilities statement",
        ),
        Hit(
            PAGE,
            "/estate/agreements/calendar/",
            "Notice, ends and renewals in the next twelve months",
            "Agreements",
            "renewal renew expiry expires calendar coming contracts agreement",
        ),
        Hit(
            PAGE,
            "/estate/agreements/ran-on/",
            "Agreements that ran on without approval",
            "Agreements",
            "rolled over expired unapproved renewals agreement",
        ),
        Hit(
            PAGE,
            "/estate/orders/",
            "Invoices without an order, and orders after the invoice",
            "Orders",
            "purchase po retrospective late split invoice procurement",
        ),
        Hit(
            PAGE,
            "/estate/suppliers/",
            "Suppliers, one-time ones and small ones",
            "Orders",
            "one time supplier used again sme medium businesses sole traders",
        ),
        Hit(
            PAGE,
            "/estate/extracts/",
            "Extracts of staff, accounts, devices, licences and orders",
            "Extracts",
            "extract upload take refused rows csv parquet",
        ),
        Hit(PAGE, "/estate/trends/", "The estate over time", "Trends", "trend history snapshots"),
        Hit(
            PAGE,
            "/estate/initiatives/",
            "Fewer devices, accounts and exceptions: what was promised",
            "Initiatives",
            "initiative target baseline saving reduce",
        ),
    )
)


def of_estate(known: int) -> Iterator[Sought]:
    """Yield agreements, products and initiatives with their words, after the estate's pages."""
    yield from PAGES
    yield from AGREEMENTS.of(known, None, lambda: sought(_agreements(known)))
    yield from LICENCES.of(known, None, lambda: sought(_licences(known)))
    yield from INITIATIVES.of(known, None, lambda: sought(_initiatives(known)))


def finding_numbered(words: str, known: int, role: Role | None) -> list[Hit]:
    """Return the finding that the words name by its number, for whoever may see findings."""
    asked = FINDING.fullmatch(words.strip())
    if asked is None or not (role is None or may(role, Permission.VIEW_FINDINGS)):
        return []
    found = worklist.findings_numbered(known, [int(asked["number"])])
    return [
        Hit("Finding", one.reference, f"Finding {one.number:,}", fault_words(one.part, one.fault))
        for one in found
    ]


def _agreements(known: int) -> Iterator[Hit]:
    for one in every(facts.Agreement, known):
        said = f"{one.code}, from {date_words(one.starts_on)}"
        yield Hit("Agreement", one.reference, one.title, said, one.owner)


def _licences(known: int) -> Iterator[Hit]:
    seen = housekeeping.licences(known, date.max)
    told = set()
    for one in seen.positions if seen else ():
        told.add(one.product)
        by = METRIC_WORDS[one.metric].lower()
        said = f"{one.entitled:,} held and {one.used:,} in use, by {by}"
        yield _licence(one.product, one.title, said)
    for gap in seen.gaps if seen else ():
        if gap.product not in told:
            told.add(gap.product)
            yield _licence(gap.product, gap.title, "In use, not assessed")


def _licence(product: str, title: str, said: str) -> Hit:
    words = "licence licences license software product"
    return Hit("Licence", product_address(product), title or product, said, words)


def _initiatives(known: int) -> Iterator[Hit]:
    for one in every(facts.Initiative, known):
        said = f"{one.code}, due {date_words(one.due)}"
        yield Hit("Initiative", one.reference, one.title, said, one.owner)
