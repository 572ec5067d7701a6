"""Reports on the portfolio from the terminal and on pages: begun, checked, frozen, looked up."""

import re

import pytest
import time_machine
from click.testing import CliRunner

from factories.stored_portfolio import OCTOBER, SUMMARY, begun, board, stored_portfolio, summed_up
from scrutable.reports.cli import group
from scrutable.reports.facts import ReportKind

pytestmark = pytest.mark.django_db
AS_AT = {"as_at_0": "30", "as_at_1": "9", "as_at_2": "2026"}
BLANK = {"strategy": "", "transition": "", "project": "", "body": "", "put_to": "", "meeting": ""}


@pytest.fixture(autouse=True)
def stored():
    stored_portfolio()


def run(*arguments):
    return CliRunner().invoke(group, arguments)


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.parametrize(
    ("arguments", "name", "title"),
    [
        (("it-overview",), "IT-2026-1", "Six-monthly overview of IT, April to September 2026"),
        (("programme-update",), "IT-2026-1", "Improvement programme update, 30 September 2026"),
        (("benefits-review",), "IT-2026-1", "Benefits realisation review, 30 September 2026"),
        (
            ("benefits-review", "--project", "203"),
            "203-2026-1",
            "Benefits realisation review: 203 Fewer printers",
        ),
        (
            ("strategy-retrospective", "--strategy", "IT-2024"),
            "IT-2024-2026-1",
            "Strategy retrospective: IT Strategy 2024 to 2028",
        ),
        (
            ("transition-outcomes", "--transition", "INFRA"),
            "INFRA-2026-1",
            "Outcomes of the transition: Infrastructure support",
        ),
    ],
)
def test_build_makes_every_kind_in_every_format(arguments, name, title, tmp_path):
    outcome = run("build", *arguments, "--as-at", "2026-09-30", "-o", str(tmp_path))

    assert outcome.exit_code == 0, outcome.stderr
    made = {f"{name}.{ending}" for ending in ("html", "docx", "pdf", "xlsx")}
    assert {path.name for path in tmp_path.iterdir()} == made
    assert f"edition/{name}, {title}" in outcome.stderr
    assert "no officer has said in plain words what the report comes to" in outcome.stderr


def test_the_same_asked_again_is_the_same_draft_to_the_byte(tmp_path):
    for folder in ("one", "two"):
        run("build", "it-overview", "--as-at", "2026-09-30", "-o", str(tmp_path / folder))

    for path in (tmp_path / "one").iterdir():
        assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("it-overview",), 2, "Such a report needs --as-at"),
        (("it-overview", "--contract", "CSS"), 2, "neither contract nor decision"),
        (("strategy-retrospective", "--as-at", "2026-09-30"), 2, "needs --strategy"),
        (("transition-outcomes", "--as-at", "2026-09-30"), 2, "needs --transition"),
        (("it-overview", "--as-at", "2026-09-30", "--project", "203"), 2, "has no --project"),
        (("programme-update", "--as-at", "2026-09-30", "--from", "2026-04"), 2, "no months"),
        (
            ("benefits-review", "--as-at", "2026-09-30", "--project", "9"),
            1,
            "There is no project 9.",
        ),
        (
            ("strategy-retrospective", "--as-at", "2026-09-30", "--strategy", "NO"),
            1,
            "There is no strategy NO.",
        ),
    ],
)
def test_build_refuses_in_words_what_cannot_be(arguments, code, said, tmp_path):
    outcome = run("build", *arguments, "-o", str(tmp_path))

    assert outcome.exit_code == code
    assert said in outcome.stderr
    assert list(tmp_path.iterdir()) == []


@time_machine.travel(OCTOBER, tick=False)
@pytest.mark.parametrize(("as_at", "code"), [("2026-10-12", 0), ("2026-10-13", 1)])
def test_no_report_is_built_as_at_a_day_that_has_not_come(as_at, code, tmp_path):
    built = run("build", "it-overview", "--as-at", as_at, "-o", str(tmp_path), "--only", "html")

    assert built.exit_code == code
    assert ("As at: 13 October 2026 has not come" in built.stderr) == bool(code)


def test_editions_are_listed_by_what_they_are_about(tmp_path):
    for arguments in (("programme-update",), ("benefits-review", "--project", "203")):
        run("build", *arguments, "--as-at", "2026-09-30", "-o", str(tmp_path))

    listed = run("list", "--about", "project/203", "--format", "csv").stdout

    assert "203-2026-1" in listed
    assert "IT-2026-1" not in listed


@time_machine.travel(OCTOBER, tick=False)
@pytest.mark.parametrize(
    ("said", "address", "shown"),
    [
        (
            {"kind": "it-overview"},
            "/reports/IT-2026-1/",
            "Six-monthly overview of IT, April to September 2026",
        ),
        ({"kind": "programme-update"}, "/reports/IT-2026-1/", "What projects wait for"),
        (
            {"kind": "benefits-review", "project": "204"},
            "/reports/204-2026-1/",
            "Calls answered sooner",
        ),
        (
            {"kind": "strategy-retrospective", "strategy": "IT-2024"},
            "/reports/IT-2024-2026-1/",
            "What carries over",
        ),
        (
            {"kind": "transition-outcomes", "transition": "INFRA"},
            "/reports/INFRA-2026-1/",
            "Have no licensing liabilities",
        ),
    ],
)
def test_a_page_begins_every_kind(client, officer, said, address, shown):
    client.force_login(officer)

    answer = client.post("/reports/new/portfolio/", BLANK | AS_AT | said, follow=True)

    assert answer.redirect_chain == [(address, 302)]
    assert shown in words(answer)


@time_machine.travel(OCTOBER, tick=False)
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({}, "Select the kind of report"),
        ({"kind": "strategy-retrospective"}, "Select the strategy"),
        ({"kind": "transition-outcomes"}, "Select the transition"),
        ({"kind": "it-overview", "project": "203"}, "Leave the project out"),
        ({"kind": "benefits-review", "project": "999"}, "There is no project 999."),
        ({"kind": "benefits-review", "strategy": "IT-2024"}, "Leave the strategy out"),
        (
            {"kind": "it-overview", "as_at_0": "13", "as_at_1": "10"},
            "As at: 13 October 2026 has not come. Give 12 October 2026 or a day before it.",
        ),
    ],
)
def test_the_page_says_what_is_wanting(client, officer, said, shown):
    client.force_login(officer)

    answer = client.post("/reports/new/portfolio/", BLANK | AS_AT | said)

    assert answer.status_code == 422
    assert shown in words(answer)


@time_machine.travel(OCTOBER, tick=False)
def test_from_the_first_word_to_the_frozen_report(client, contract_manager, member):
    board("2026-10-22")
    client.force_login(contract_manager)
    asked_for = {"kind": "it-overview", "body": "OSMB"}
    client.post("/reports/new/portfolio/", BLANK | AS_AT | asked_for)
    check = words(client.get("/reports/IT-2026-1/check/"))
    kept = {"text": SUMMARY, "based_on": "0"}
    client.post("/reports/IT-2026-1/commentary/summary/", kept)

    checked = words(client.get("/reports/IT-2026-1/check/"))

    assert "1 fault stops this report" in check
    assert "no officer has said in plain words" in check.lower()
    assert "Nothing stops this report" in checked
    assert run("freeze", "IT-2026-1", "--by", contract_manager.username).exit_code == 0
    assert run("verify", "IT-2026-1").exit_code == 0
    client.force_login(member)
    assert SUMMARY in words(client.get("/reports/IT-2026-1/"))


def test_a_member_sees_no_draft_and_begins_none(client, member):
    edition = summed_up(begun(ReportKind.PROGRAMME_UPDATE)).name
    client.force_login(member)

    assert client.get(f"/reports/{edition}/").status_code == 404
    assert client.get("/reports/new/portfolio/").status_code == 403
