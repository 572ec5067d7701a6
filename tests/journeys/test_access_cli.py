import json

import pytest
from click.testing import CliRunner

from scrutable.access import reads
from scrutable.access.cli import group
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at


def run(*words):
    return CliRunner().invoke(group, words)


def added(**said):
    usual = {"name": "Anita Patel", "role": "officer", "by": "m.doyle"}
    options = [word for key, value in (usual | said).items() for word in (f"--{key}", value)]
    return run("add", "a.patel", *options)


def test_add_prints_the_link_for_a_first_password(client, db):
    outcome = added()

    assert outcome.exit_code == 0
    page = client.get(outcome.stdout.strip().removeprefix("http://127.0.0.1:8000"), follow=True)
    assert "Choose a password" in page.text
    assert Event.objects.get().by == "m.doyle"


def test_a_username_that_is_taken_exits_1(officer):
    outcome = added()

    assert outcome.exit_code == 1
    assert outcome.stdout == ""
    assert outcome.stderr == "Error: a.patel is somebody’s username already; choose another\n"


def test_a_supplier_for_an_officer_is_misuse(db):
    assert added(supplier="supplier/norland-services").exit_code == 2
    assert added(role="supplier").exit_code == 2
    assert run("add", "A Patel", "--name", "A", "--role", "officer", "--by", "x").exit_code == 2
    assert not reads.anybody()


def test_people_as_json(officer):
    outcome = run("people", "--format", "json")

    assert json.loads(outcome.stdout) == [
        {
            "name": "Anita Patel",
            "username": "a.patel",
            "role": "Officer",
            "employer": "The council",
            "second_factor": "Not set up",
            "state": "May sign in",
        }
    ]


def test_people_as_csv_and_as_a_table(officer):
    assert run("people", "--format", "csv").stdout.splitlines()[1] == (
        "Anita Patel,a.patel,Officer,The council,Not set up,May sign in"
    )
    assert "a.patel" in run("people").stdout


def test_a_way_back_in(officer):
    assert "/account/password/new/" in run("link", "a.patel").stdout
    assert run("link", "nobody").exit_code == 1


def test_a_lost_second_factor(officer):
    outcome = run("remove-second-factor", "a.patel", "--by", "m.doyle")

    assert outcome.exit_code == 0
    assert Event.objects.latest("number").verb == "second_factor_removed"
    assert run("remove-second-factor", "nobody", "--by", "m.doyle").exit_code == 1


def test_an_address_is_erased_and_nobody_elses(officer):
    outcome = run("erase-address", "a.patel", "--by", "m.doyle")

    assert outcome.stderr == "The e-mail address of a.patel is erased\n"
    assert reads.person("a.patel").email == ""
    assert run("erase-address", "nobody", "--by", "m.doyle").exit_code == 1


@pytest.mark.parametrize(
    "command",
    [
        ("add", "b.new", "--name", "B New", "--role", "administrator"),
        ("remove-second-factor", "a.patel"),
        ("erase-address", "a.patel"),
    ],
)
def test_only_administrators_look_after_people_once_there_is_one(officer, administrator, command):
    before = number_at()

    refused = run(*command, "--by", "a.patel")
    unknown = run(*command, "--by", "x.y")

    assert (refused.exit_code, unknown.exit_code) == (1, 1)
    assert refused.stderr == (
        "Error: The role of a.patel is officer; "
        "name somebody who may add people or change their roles, "
        "whose role is administrator.\n"
    )
    assert unknown.stderr == (
        "Error: Nobody has the username x.y; "
        "name somebody who may add people or change their roles, "
        "whose role is administrator.\n"
    )
    assert number_at() == before
    assert run(*command, "--by", "m.doyle").exit_code == 0
