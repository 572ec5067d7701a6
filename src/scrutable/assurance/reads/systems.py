"""Critical systems and the services that stand on them, as they stand on any day."""

from datetime import date

from scrutable.assurance.facts import CriticalSystem, Landscape, PublicService, RecoveryTest
from scrutable.assurance.reads.issues import gravity
from scrutable.assurance.rules import systems as rules
from scrutable.kernel.attention import Attention
from scrutable.records.reads import every
from scrutable.registers import reads as registers


def landscape(known: int, as_at: date) -> Landscape:
    """Return every critical system, every public service and every test by the day."""
    return rules.landscape(
        every(CriticalSystem, known),
        every(PublicService, known),
        every(RecoveryTest, known, on__lte=as_at),
        as_at,
    )


def systems_attention(known: int, as_at: date) -> list[Attention]:
    """Return every critical system that needs a person, as grave as the council holds it."""
    policy = registers.policy("recovery", as_at, known)
    held = rules.SystemGravity(
        not_proved=gravity(policy, "not_proved"),
        overdue=gravity(policy, "overdue"),
        lacking=gravity(policy, "lacking"),
    )
    return list(rules.systems_attention(landscape(known, as_at), held))
