from datetime import UTC, datetime

import pytest
from django.core import mail

from factories.contract_facts import AT, incoming, row, stored_contract
from scrutable.contracts import writes

pytestmark = pytest.mark.django_db
FIFTEENTH = datetime(2026, 9, 15, 7, tzinfo=UTC)


def chase(at=FIFTEENTH):
    address = "https://scrutable.westmere.example/returns/"
    return writes.chase_late_returns(address=address, by="timetable", at=at)


def load_all_but_august():
    stored_contract()
    months = [f"2025-{n:02}" for n in range(9, 13)] + [f"2026-{n:02}" for n in range(1, 8)]
    for month in months:
        writes.load_return(incoming=incoming(month, row("4")), by="n.ward", at=AT)


def test_a_late_return_is_chased_once_a_day(contract_manager, supplier_person, member):
    load_all_but_august()

    assert chase() == 2
    assert chase() == 0

    assert sorted(letter.to[0] for letter in mail.outbox) == [
        "j.smith@westmere.example",
        "n.ward@westmere.example",
    ]
    assert mail.outbox[0].body == (
        "On 15 September 2026 1 return is late.\n\n"
        "Corporate Support Services (CSS), August 2026: due 14 September 2026, 1 day late. "
        "Norland Services owes it.\n\n"
        "Send them at https://scrutable.westmere.example/returns/\n"
    )


def test_nobody_is_written_to_on_the_day_it_is_due(contract_manager):
    load_all_but_august()

    assert chase(datetime(2026, 9, 14, 7, tzinfo=UTC)) == 0


def test_the_day_is_that_of_london(contract_manager):
    load_all_but_august()

    assert chase(datetime(2026, 9, 14, 22, 59, tzinfo=UTC)) == 0
    assert chase(datetime(2026, 9, 14, 23, 0, tzinfo=UTC)) == 1


def test_another_suppliers_people_hear_nothing(supplier_person):
    load_all_but_august()
    supplier_person.supplier = "supplier/fenbridge-networks"
    supplier_person.save()

    assert chase() == 0
