"""Chance that is the same everywhere and always: digests, not a random number generator; pure."""

from decimal import Decimal
from hashlib import sha256

SEED = "westmere-1"
STEPS = 2**32


def chance(*about: object) -> Decimal:
    """Return a number from nought up to one that depends on what it is about, and only on that."""
    text = "|".join([SEED, *(str(part) for part in about)])
    return Decimal(int.from_bytes(sha256(text.encode()).digest()[:4], "big")) / STEPS


def wobble(*about: object) -> Decimal:
    """Return a number from −1 to 1, mostly near nought."""
    return chance("one", *about) + chance("other", *about) - 1


def pick(fewest: int, most: int, *about: object) -> int:
    """Return a whole number from `fewest` to `most`."""
    return fewest + int(chance(*about) * (most - fewest + 1))
