import json

import pytest
from click.testing import CliRunner
from django.db import connection

from factories.contract_facts import stored_contract
from scrutable.audit import triggers
from scrutable.audit.cli import group

pytestmark = pytest.mark.django_db


def run(*arguments):
    return CliRunner().invoke(group, arguments)


def test_verify_says_how_many_events_and_the_last_seal():
    stored_contract()

    outcome = run("verify")

    assert outcome.exit_code == 0
    assert outcome.stdout.startswith("3 events, 0 breaks, last seal ")


def test_verify_names_the_event_that_was_altered_and_exits_1():
    stored_contract()
    triggers.run(connection, triggers.removals(connection.vendor, "audit_event"))
    triggers.run(connection, ["UPDATE audit_event SET by = 'somebody.else' WHERE number = 2"])

    outcome = run("verify")

    assert outcome.exit_code == 1
    assert outcome.stderr == "event/2: has been altered since it was sealed\n"


def test_the_log_is_filtered_by_what_lies_below_a_reference():
    stored_contract()

    outcome = run("log", "--about", "kpi/CSS", "--format", "json")

    found = json.loads(outcome.stdout)
    assert [(event["verb"], event["subject"]) for event in found] == [
        ("kpi_defined", "kpi/CSS/CSC_KPI_04")
    ]


def test_the_log_is_given_as_csv():
    stored_contract()

    assert run("log", "--format", "csv", "--most", "1").stdout == (
        "number,at,by,verb,subject\n"
        "3,2026-04-02T09:00:00+00:00,j.smith,kpi_defined,kpi/CSS/CSC_KPI_04\n"
    )
