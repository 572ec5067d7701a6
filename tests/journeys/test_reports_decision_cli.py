"""A decision report from the terminal: built, checked, frozen, proved; the exempt part guarded."""

import pytest
from click.testing import CliRunner

from factories.decision_papers import SECRET
from factories.stored_decisions import CODE, issued, stored_paper
from scrutable.access.facts import PersonDetails, Role
from scrutable.access.writes import add_person
from scrutable.cli import main
from scrutable.meetings.facts import Part

pytestmark = pytest.mark.django_db
OPEN = [f"{CODE}-2026-1.{form}" for form in ("docx", "html", "pdf", "xlsx")]
EXEMPT = [f"{CODE}-2026-1.exempt.{form}" for form in ("docx", "html", "pdf", "xlsx")]


def run(*words):
    return CliRunner().invoke(main, ["reports", *words])


def build(folder, *words):
    return run("build", "decision-report", "--decision", CODE, "-o", str(folder), *words)


@pytest.fixture
def people(at):
    for username, role in (("a.clerk", Role.CLERK), ("d.reyes", Role.REPORT_AUTHOR)):
        details = PersonDetails(username=username, full_name=username, role=role)
        add_person(details=details, password="a long enough password", by="tests", at=at)


def test_the_terminal_builds_the_open_part_and_says_that_the_rest_is_left_out(tmp_path):
    stored_paper()

    done = build(tmp_path, "--as-at", "2026-11-20")

    assert done.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == OPEN
    assert "The exempt part is left out. Name with --by somebody who may see it." in done.stderr
    assert SECRET.splitlines()[0].encode() not in (tmp_path / OPEN[1]).read_bytes()


def test_whoever_may_see_it_gets_the_exempt_part_as_files_of_its_own(tmp_path, people):
    stored_paper()

    done = build(tmp_path, "--by", "d.reyes")

    assert done.exit_code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*OPEN, *EXEMPT])
    assert SECRET.splitlines()[0].encode() in (tmp_path / EXEMPT[1]).read_bytes()
    assert SECRET.splitlines()[0].encode() not in (tmp_path / OPEN[1]).read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("decision-report",), "needs --decision"),
        (("decision-report", "--decision", CODE, "--contract", "CSS"), "no contract"),
        (("decision-report", "--decision", CODE, "--body", "OSMB"), "no contract"),
        (("exceptions", "--decision", CODE), "needs --contract and --as-at"),
        (("exceptions", "--contract", "CSS"), "needs --contract and --as-at"),
    ],
)
def test_options_that_do_not_go_together_are_misuse(words, said, tmp_path):
    done = run("build", *words, "-o", str(tmp_path))

    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_decision_that_nobody_planned_is_said_in_a_sentence(tmp_path):
    done = build(tmp_path)

    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: There is no decision {CODE}.")


def test_what_is_missing_is_said_with_its_place_and_it_is_not_frozen(tmp_path, people):
    stored_paper(without=Part.LEGAL)
    built = build(tmp_path, "--as-at", "2026-11-20", "--by", "d.reyes")

    checked = run("check", f"{CODE}-2026-1")
    frozen = run("freeze", f"{CODE}-2026-1", "--by", "a.clerk")

    assert "Legal comments: " in built.stderr
    assert checked.exit_code == frozen.exit_code == 1
    assert "Legal comments: " in checked.stderr


def test_democratic_services_freeze_it_and_nobody_else(tmp_path, people):
    stored_paper()
    build(tmp_path, "--as-at", "2026-11-20", "--by", "d.reyes")

    refused = run("freeze", f"{CODE}-2026-1", "--by", "d.reyes")

    assert refused.exit_code == 1
    assert "The role of d.reyes is report author" in refused.stderr


def test_verifying_names_both_parts():
    stored_paper()
    issued()

    done = run("verify", f"{CODE}-2026-1", "--format", "csv")

    assert done.exit_code == 0
    assert [line.split(",")[0].strip('"') for line in done.stdout.splitlines()[1:5]] == [
        "html",
        "docx",
        "pdf",
        "xlsx",
    ]
    assert '"pdf, exempt part",The same to the byte' in done.stdout
