"""A timetable asks for late returns to be chased, every morning and sometimes twice."""

from datetime import UTC, datetime

import pytest
import time_machine
from click.testing import CliRunner
from django.core import mail

from factories.contract_facts import stored_contract
from scrutable.contracts.cli import group

FIFTEENTH = datetime(2026, 9, 15, 6, 30, tzinfo=UTC)


def chase():
    with time_machine.travel(FIFTEENTH, tick=False):
        return CliRunner().invoke(group, ["chase"])


@pytest.mark.django_db
def test_late_returns_are_chased_once_a_day(supplier_person):
    stored_contract()

    first, second = chase(), chase()

    assert (first.exit_code, first.stdout) == (0, "1 letter sent.\n")
    assert (second.exit_code, second.stdout) == (0, "0 letters sent.\n")
    (letter,) = mail.outbox
    assert letter.to == ["n.ward@westmere.example"]
    assert "Send them at http://127.0.0.1:8000/returns/" in letter.body


@pytest.mark.django_db
def test_a_mail_server_that_takes_nothing_is_named(supplier_person, settings, socket_enabled):
    stored_contract()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = 9

    outcome = chase()

    assert outcome.exit_code == 1
    assert "No letter went to n.ward@westmere.example" in outcome.stderr
