import csv
import io
import json
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from django.db import connection

from scrutable.audit import triggers, writes
from scrutable.audit.cli import group
from scrutable.audit.models import Event

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 8, tzinfo=UTC)


@pytest.fixture
def two_events():
    for number, by in enumerate(["j.smith", "a.patel"], start=1):
        subject = f"matter/CSS/{number}"
        with writes.change(verb="matter_recorded", subject=subject, by=by, at=AT) as change:
            change.after = {"owner": by}


def run(*arguments):
    return CliRunner().invoke(group, arguments)


def test_verify_says_that_the_log_holds_and_its_last_seal(two_events):
    outcome = run("verify")

    seal = Event.objects.get(number=2).seal
    assert outcome.exit_code == 0
    assert outcome.stdout == f"2 events hold.\nThe seal of event/2 is {seal}\n"


def test_verify_names_a_changed_event_and_exits_1(two_events):
    triggers.run(connection, triggers.removals(connection.vendor, "audit_event"))
    try:
        Event.objects.filter(number=1).update(by="somebody else")
    finally:
        texts = triggers.statements(connection.vendor, "audit_event", "number")
        triggers.run(connection, texts)

    outcome = run("verify")

    assert outcome.exit_code == 1
    assert outcome.stderr == "event/1 has been altered since it was sealed\n"


def test_an_empty_log_holds():
    assert run("verify").stdout == "The log is empty.\n"


def test_the_log_is_listed_newest_first(two_events):
    assert run("log").stdout.splitlines() == [
        "     2  2026-10-12 08:00  a.patel  matter_recorded  matter/CSS/2",
        "     1  2026-10-12 08:00  j.smith  matter_recorded  matter/CSS/1",
    ]


def test_the_log_as_json_says_before_and_after(two_events):
    (event,) = json.loads(run("log", "--by", "j.smith", "--format", "json").stdout)

    assert (event["number"], event["before"], event["after"]) == (1, {}, {"owner": "j.smith"})
    assert event["at"] == "2026-10-12T08:00:00+00:00"


def test_the_log_as_csv_of_one_record(two_events):
    answer = run("log", "--subject", "matter/CSS/2", "--format", "csv").stdout

    (row,) = csv.DictReader(io.StringIO(answer))
    assert (row["number"], row["after"]) == ("2", '{"owner": "a.patel"}')
