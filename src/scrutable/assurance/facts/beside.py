"""What else is recorded beside a system, an issue or a claim."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutable.assurance.facts.claims import Claim
from scrutable.assurance.facts.issues import Phase
from scrutable.assurance.facts.systems import CriticalSystem


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is recorded, as far as others name it; bodies, suppliers and contracts by name only.

    `persons` says by login, full name or post in small letters what stands for the person.
    """

    systems: Mapping[str, CriticalSystem] = field(default_factory=dict)
    phases: Mapping[str, Phase] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()  # of suppliers and contracts
    persons: Mapping[str, str] = field(default_factory=dict)
