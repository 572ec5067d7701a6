"""What else is recorded beside a system, an issue or a claim."""

from scrutable.access.reads import people
from scrutable.assurance.facts import Claim, CriticalSystem, Phase
from scrutable.assurance.facts.beside import Beside
from scrutable.meetings import reads as meetings
from scrutable.records.reads import every
from scrutable.registers import reads as registers


def beside(known: int) -> Beside:
    """Return what others name, as known at an event; people as they are now."""
    suppliers = (one.reference for one in registers.suppliers(known))
    contracts = (one.reference for one in registers.contracts(known))
    return Beside(
        systems={one.code: one for one in every(CriticalSystem, known)},
        phases={one.code: one for one in every(Phase, known)},
        claims={one.code: one for one in every(Claim, known)},
        bodies=frozenset(one.code for one in meetings.bodies(known)),
        references=frozenset((*suppliers, *contracts)),
        persons=persons(),
    )


def persons() -> dict[str, str]:
    """Return what stands for the person behind each login, full name and post, in small letters.

    A post is known by the address of its letters: it is theirs who have the same one.
    """
    known = people()
    logins = {one.email.casefold(): one.username for one in known if one.email}
    found = {one.username.casefold(): one.username for one in known}
    found |= {one.full_name.casefold(): one.username for one in known}
    for one in meetings.owner_addresses():
        address = one.address.casefold()
        found[one.owner.casefold().removeprefix("the ")] = logins.get(address, address)
    return {name: f"person {person}" for name, person in found.items()}
