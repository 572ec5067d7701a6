"""Initiatives with what the snapshots say of each."""

from collections.abc import Mapping
from datetime import date

from scrutable.housekeeping.facts import Initiative, InitiativeStanding, Snapshot
from scrutable.housekeeping.rules import initiatives as rules
from scrutable.kernel.attention import Attention, Gravity
from scrutable.records.reads import every, one
from scrutable.registers import reads as registers


def initiatives(known: int, as_at: date) -> list[InitiativeStanding]:
    """Return every initiative begun by the day and how it stands, by code; two queries."""
    found = every(Initiative, known, baseline_on__lte=as_at)
    if not found:
        return []
    snapshots = every(Snapshot, known, as_at__lte=as_at)
    return [rules.standing(each, snapshots, as_at) for each in found]


def initiative(code: str, known: int, as_at: date) -> InitiativeStanding:
    """Return one initiative and how it stands; raises UnknownRecord."""
    found = one(Initiative, known, code=code)
    return rules.standing(found, every(Snapshot, known, part=found.part, as_at__lte=as_at), as_at)


def initiatives_attention(known: int, as_at: date) -> list[Attention]:
    """Return every initiative that needs a person, as grave as the council holds it."""
    policy = registers.policy("estate", as_at, known)
    gravity = rules.InitiativeGravity(
        behind=_gravity(policy, "behind"),
        past_due=_gravity(policy, "past_due"),
        not_measured=_gravity(policy, "not_measured"),
    )
    return list(rules.initiatives_attention(initiatives(known, as_at), gravity))


def _gravity(policy: Mapping[str, object], name: str) -> Gravity:
    said = policy[name]
    return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else Gravity.NOTE
