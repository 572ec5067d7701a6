"""What of licences needs a person: what was signed of them, or was not; pure.

That a product is short is a finding, and stands with the others.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from scrutable.housekeeping.facts import Licences, LicencesSeen
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, date_words

NOBODY = "Nobody is named"


def licences_attention(seen: LicencesSeen, policy: Mapping[str, object]) -> Iterator[Attention]:
    """Yield that the last statement agrees no longer, or that a position was never signed."""
    if seen.found is None:
        return
    if not seen.signed:
        yield _unsigned(seen, seen.found, policy)
    elif seen.signed[0][1]:
        yield _no_longer(seen, seen.found, policy)


def _unsigned(seen: LicencesSeen, found: Licences, policy: Mapping[str, object]) -> Attention:
    short = count_words(seen.sums.short, "kind of licence is", "kinds of licence are")
    return Attention(
        reference=found.reference,
        what="Nobody has signed a statement of licensing liabilities",
        why=f"The position as at {date_words(found.as_at)} is known: {short} short",
        since=found.as_at,
        gravity=_gravity(policy, "not_signed"),
        owner=NOBODY,
        version=found.version,
    )


def _no_longer(seen: LicencesSeen, found: Licences, policy: Mapping[str, object]) -> Attention:
    signed, _ = seen.signed[0]
    then = _told(signed.short, signed.liability_pence, signed.products_assessed, signed.products)
    coverage, sums = found.coverage, seen.sums
    now = _told(sums.short, sums.liability_pence, coverage.products_assessed, coverage.products)
    return Attention(
        reference=signed.reference,
        what="The signed statement of licensing liabilities no longer agrees with the licences",
        why=(
            f"Signed on {date_words(signed.signed_on)}, it says {then}; as at "
            f"{date_words(found.as_at)} it is {now}"
        ),
        since=found.as_at,
        gravity=_gravity(policy, "statement_wrong"),
        owner=signed.post,
        version=max(found.version, signed.version),
    )


def _told(short: int, pence: int, assessed: int, products: int) -> str:
    pounds = money_exact(Decimal(pence) / 100)
    return f"{short:,} short, {pounds} to put right, {assessed:,} of {products:,} products assessed"


def _gravity(policy: Mapping[str, object], name: str) -> Gravity:
    said = policy[name]
    if not isinstance(said, Mapping):
        raise TypeError(f"{name} must be a table")
    return Gravity[str(said["gravity"]).upper()]
