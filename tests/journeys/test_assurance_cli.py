"""`scrutable assurance` on systems, issues and claims: printed, recorded, refused."""

import csv
import io
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from factories.stored_assurance import stored_assurance
from scrutable.assurance.cli import group
from scrutable.assurance.facts import Evidence, Issue, RecoveryTest
from scrutable.audit.reads import number_at
from scrutable.records.reads import one

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine, cyber_lead, clerk, member):
    time_machine.move_to(AT, tick=False)
    stored_assurance()


def run(*words):
    return CliRunner().invoke(group, words)


def rows(*words):
    done = run(*words, "--format", "csv")
    assert done.exit_code == 0, done.stderr
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_systems_are_printed_the_worst_first():
    found = rows("systems")

    assert [(row["code"], row["recovery"], row["lacks"]) for row in found] == [
        ("CARE", "failed", ""),
        ("LIBRARY", "never", "owner recovery rhythm"),
        ("NET", "never", ""),
    ]
    assert found[0]["single_points"] == "The key hangs beside the door"


def test_what_stops_is_printed_with_its_chain():
    (found,) = rows("stops", "NET")

    assert (found["service"], found["chain"]) == ("VISITS", "Network → Care records")
    assert (found["recovery_hours"], found["short_by"]) == ("8", "0")
    done = run("stops", "NO")
    assert (done.exit_code, done.stderr) == (
        1, "Error: There is no critical system NO. Check it in the list.\n",
    )  # fmt: skip


def test_services_ages_phases_and_the_map_are_printed():
    assert [row["longest"] for row in rows("services")] == [
        "Cannot be told of 1 system", "Care records: 40 hours too long",
    ]  # fmt: skip
    assert {row["age"]: row["all"] for row in rows("issues", "ages")} == {
        "Not yet due": "0", "1 to 30 days late": "2", "31 to 90 days late": "0",
        "91 to 180 days late": "1", "Over 180 days late": "0", "No day is set": "0",
    }  # fmt: skip
    assert [(row["code"], row["issues"]) for row in rows("issues", "phases")] == [
        ("SAFE", "1"), ("", "3"),
    ]  # fmt: skip
    assert [(row["code"], row["standing"]) for row in rows("map")] == [
        ("EXIT", "nothing"), ("RESTORE", "stale"), ("LEAVERS", "borne_out"),
    ]  # fmt: skip
    assert rows("map", "--body", "EXEC") == []


def test_issues_are_listed_by_what_is_wanted_and_shown_whole():
    assert [row["number"] for row in rows("issues", "list", "--state", "waiting")] == ["3"]
    assert [row["number"] for row in rows("issues", "list", "--phase", "SAFE")] == ["1"]
    assert len(rows("issues", "show", "1")) == 2
    assert run("issues", "show", "99").exit_code == 1


def test_progress_of_several_is_said():
    said = ("issues", "move-on", "1", "2", "--progress", "Looked at", "--by", "k.adeyemi")

    assert run(*said).exit_code == 0
    assert one(Issue, number_at(), number=2).progress == "Looked at"
    assert "There is no issue 99" in run(*said, "99").stderr
    assert run(*said[:-1], "c.osei").exit_code == 1


def test_a_closure_is_accepted_by_another_alone():
    said = ("issues", "accept", "3", "--on", "2026-10-12", "--by", "a.clerk", "--accepted-by")

    refused = run(*said, "Head of HR")
    assert refused.exit_code == 1
    assert "nobody accepts their own closure" in refused.stderr
    assert run(*said, "Internal audit").exit_code == 0
    assert one(Issue, number_at(), number=3).accepted_by == "Internal audit"


def test_a_test_and_evidence_are_recorded():
    tested = run(
        *("test", "NET", "--on", "2026-10-01", "--outcome", "passed", "--hours", "3"),
        *("--by", "k.adeyemi"),
    )
    added = run(
        *("claims", "add-evidence", "EXIT", "--what", "Tried", "--on", "2026-10-01", "--line", "3"),
        *("--checked-by", "Internal audit", "--against", "--by", "k.adeyemi"),
    )

    assert (tested.exit_code, added.exit_code) == (0, 0)
    assert one(RecoveryTest, number_at(), system="NET", number=1).hours == 3
    assert one(Evidence, number_at(), claim="EXIT", number=1).bears_out is False
    assert rows("claims", "show", "EXIT")[0]["bears_out"] == "no"


def test_the_register_goes_out_and_in(tmp_path):
    path = tmp_path / "register.xlsx"
    assert run("register-template", str(path)).exit_code == 0

    same = run("load-register", str(path), "--by", "k.adeyemi")
    assert (same.exit_code, same.stderr) == (0, "0 rows new, 0 changed, 16 known already\n")

    sheet = tmp_path / "issues.csv"
    sheet.write_text(
        "Source,Found on,What was found,Priority,Owner\nAudit,12/10/2026,A door,low,Head of HR\n"
    )
    dry = run("load-register", str(sheet), "--by", "k.adeyemi", "--dry-run")
    assert dry.stderr == "1 row would be taken; nothing is\n"
    assert run("load-register", str(sheet), "--by", "k.adeyemi").exit_code == 0
    again = run("load-register", str(sheet), "--by", "k.adeyemi")
    assert again.stderr == "0 rows new, 0 changed, 1 known already\n"


def test_a_register_with_anything_wrong_is_refused_with_every_fault(tmp_path):
    sheet = tmp_path / "issues.csv"
    sheet.write_text(
        "Source,Found on,What was found,Priority,Owner,Phase,Closure accepted by\n"
        "Audit,13/10/2026,A door,low,Head of HR,NO,\n"
        "Audit,12/10/2026,A key,low,Head of HR,,Head of HR\n"
    )
    before = number_at()

    done = run("load-register", str(sheet), "--by", "k.adeyemi")

    assert done.exit_code == 1
    for said in ("13 October 2026 is to come", "There is no phase NO", "owns the issue"):
        assert said in done.stderr
    assert number_at() == before
