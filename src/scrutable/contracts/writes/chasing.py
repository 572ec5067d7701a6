"""Late returns chased by e-mail: one digest a person and day."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from scrutable.access import reads as people
from scrutable.access.facts import PersonFact, Role
from scrutable.audit import reads as audit
from scrutable.contracts import reads
from scrutable.contracts.facts import ReturnOwed
from scrutable.contracts.rules.chasing import late_lines
from scrutable.kernel.wording import london_day
from scrutable.work import writes as work
from scrutable.work.facts import Letter

SUBJECT = "Returns that are late"


def chase_late_returns(*, address: str, by: str, at: datetime) -> int:
    """Write to everybody who can mend a late return and return how many letters went.

    A supplier's people hear of their own contracts, contract managers of all. Whoever has had
    today's letter gets no second one. Raises LettersNotSent.
    """
    as_at = london_day(at)
    owed = reads.returns_owed(as_at, audit.number_at(at))
    letters = list(_letters(owed, as_at, address))
    return work.send_digests(letters=letters, day=as_at, by=by, at=at)


def _letters(owed: Sequence[ReturnOwed], as_at: date, address: str) -> Iterator[Letter]:
    for person in people.people():
        if not person.is_active or not person.email:
            continue
        lines = late_lines([item for item in owed if _concerns(person, item)], as_at, address)
        yield Letter(recipient=person.email, subject=SUBJECT, lines=lines)


def _concerns(person: PersonFact, item: ReturnOwed) -> bool:
    if person.role is Role.SUPPLIER:
        return item.contract.supplier.reference == person.supplier
    return person.role is Role.CONTRACT_MANAGER
