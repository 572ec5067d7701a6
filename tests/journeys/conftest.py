"""Westmere, told once for all tests of a file."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from django.test import override_settings

from scrutable.demo.facts import Council
from scrutable.demo.intake.stories import story
from scrutable.demo.writes import seed
from scrutable.work.facts import silent


@pytest.fixture(scope="module")
def westmere(django_db_setup, django_db_blocker, tmp_path_factory):
    """Tell the story in a transaction that is taken back at the end of the file."""
    demonstration = override_settings(
        DEMONSTRATION=True,
        STANDING_CLOCK=datetime(2026, 10, 12, 9, tzinfo=ZoneInfo("Europe/London")),
        DATA_DIR=tmp_path_factory.mktemp("westmere"),
        COUNCIL_NAME="Westmere County Council",
    )
    with django_db_blocker.unblock(), demonstration, transaction.atomic():
        seed(story(Council.WESTMERE), progress=silent)
        yield
        transaction.set_rollback(True)
