"""Westmere, told once for each worker and put back as it was told for every file that asks."""

from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction
from django.test import override_settings

from scrutable.demo.facts import Council
from scrutable.demo.intake.stories import story
from scrutable.demo.writes import seed
from scrutable.work.facts import silent


@pytest.fixture(scope="session")
def demonstration(django_db_setup, django_db_blocker, tmp_path_factory):
    """Open a transaction in demonstration mode that is taken back at its end."""
    folder = tmp_path_factory.mktemp("westmere")

    @contextmanager
    def taken_back():
        settings = override_settings(
            DEMONSTRATION=True,
            STANDING_CLOCK=datetime(2026, 10, 12, 9, tzinfo=ZoneInfo("Europe/London")),
            DATA_DIR=folder,
            COUNCIL_NAME="Westmere County Council",
        )
        with django_db_blocker.unblock(), settings, transaction.atomic():
            yield
            transaction.set_rollback(True)

    return taken_back


@pytest.fixture(scope="session")
def told(demonstration):
    """Tell the story by everybody's writes, once, and keep the rows that it left."""
    with demonstration():
        before = {model for model in apps.get_models() if model._base_manager.exists()}
        seed(story(Council.WESTMERE), progress=silent)
        rows = {model: list(model._base_manager.all()) for model in apps.get_models()}
    return {model: found for model, found in rows.items() if found and model not in before}


@pytest.fixture(scope="module")
def westmere(told, demonstration):
    """Have Westmere in the database for all tests of a file."""
    with demonstration():
        for model, rows in told.items():
            model._base_manager.bulk_create(rows)
        with connection.cursor() as cursor:
            for text in connection.ops.sequence_reset_sql(no_style(), list(told)):
                cursor.execute(text)
        yield
