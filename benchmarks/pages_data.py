"""What bench_pages stores, and what it measures in its own process; load it once Django is up."""

import statistics
import time

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.test import Client

from factories.contract_facts import AT, incoming, kpi, row, stored_contract
from scrutable.access.facts import PersonDetails, Role
from scrutable.access.models import Person
from scrutable.access.writes import add_person
from scrutable.contracts import writes
from scrutable.contracts.reads.performance import forget
from scrutable.contracts.views import contract
from scrutable.kernel.periods import Month

LAST = Month(2026, 9)


def seed(kpis: int, months: int) -> str:
    """Store the contract with its results and return the cookie of somebody signed in."""
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    codes = [f"CSC_KPI_{number:02}" for number in range(1, kpis + 1)]
    stored_contract(*(kpi(code=code, title=f"A measure of the service, {code}") for code in codes))
    for back in range(months - 1, -1, -1):
        rows = [row(3 + (at * back) % 6, code=code) for at, code in enumerate(codes)]
        writes.load_return(incoming=incoming(str(LAST.plus(-back)), *rows), by="n.ward", at=AT)
    details = PersonDetails(
        username="a.patel", full_name="Anita Patel", role=Role.OFFICER, email="", supplier=""
    )
    return signed_in(add_person(details=details, password="measuring only", by="bench", at=AT))


def signed_in(person: Person) -> str:
    """Return the cookie of a session of the person's."""
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def first_after_change() -> float:
    """Return how many milliseconds the page takes when nothing of it is kept: the median."""
    settings.ALLOWED_HOSTS = ["*"]
    client = Client()
    client.force_login(Person.objects.get())
    took = []
    for _ in range(7):
        forget()
        contract.forget()
        start = time.perf_counter()
        client.get("/contracts/CSS/")
        took.append(time.perf_counter() - start)
    return statistics.median(took) * 1000
