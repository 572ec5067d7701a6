"""What is kept under a reference of a system, an issue or a claim."""

from collections.abc import Mapping, Sequence

from scrutable.assurance.facts import (
    Claim,
    CriticalSystem,
    Evidence,
    Issue,
    Phase,
    PublicService,
    RecoveryTest,
)
from scrutable.records.facts import Record
from scrutable.records.reads import versions

KINDS: Mapping[str, type[Record]] = {
    "system": CriticalSystem,
    "public-service": PublicService,
    "issue": Issue,
    "phase": Phase,
    "claim": Claim,
}
BELOW: Mapping[tuple[str, str], type[Record]] = {
    ("system", "test"): RecoveryTest,
    ("claim", "evidence"): Evidence,
}
MOST_DIGITS = 9


def recorded(kind: str, parts: Sequence[str], known: int) -> Sequence[Record]:
    """Return every version of what a reference names, oldest first; nothing of no such."""
    if len(parts) == 1:
        return _versions(KINDS[kind], parts, known)
    if len(parts) == 3 and (kind, parts[1]) in BELOW:
        return _versions(BELOW[kind, parts[1]], (parts[0], parts[2]), known)
    return ()


def _versions(kind: type[Record], said: Sequence[str], known: int) -> Sequence[Record]:
    key: dict[str, object] = dict(zip(kind.KEY, said, strict=True))
    number = said[-1]
    if kind.KEY[-1] == "number":
        if not number.isascii() or not number.isdigit() or len(number) > MOST_DIGITS:
            return ()
        key["number"] = int(number)
    return versions(kind, known, **key)
