"""Findings at the terminal: listed, explained, given away, said to be fixed, erased by name."""

import csv
import io
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from factories.findings import BY, NOVEMBER, OCTOBER, SEPTEMBER, found, reconciled
from scrutable.audit import reads as audit
from scrutable.housekeeping.cli import group

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _estate(settings):
    settings.STANDING_CLOCK = NOW
    reconciled(SEPTEMBER, "ada", "ben", found("cy", "idle", pence=1250), at=NOW)


def run(*words):
    return CliRunner().invoke(group, [str(word) for word in words])


def rows(*words):
    result = run("findings", "--format", "csv", *words)
    return list(csv.DictReader(io.StringIO(result.stdout)))


def verbs():
    return [one.verb for one in reversed(audit.events())]


def test_findings_are_listed_without_names_and_exit_one():
    result = run("findings", "--kind", "accounts", "--format", "csv")

    assert result.exit_code == 1
    head, first, *_ = result.stdout.splitlines()
    assert head == (
        "finding,part,fault,thing,state,owner,first_found,so_since,row,explained_until,"
        "said_fixed_on,pounds,why"
    )
    assert first == "1,accounts,idle,3,open,,2026-09-30,2026-09-30,7,,,12.50,"
    assert "3 findings as at 12 October 2026" in result.stderr
    assert verbs() == ["estate_reconciled"]


def test_names_are_said_only_to_somebody_and_the_look_is_logged():
    refused = run("findings", "--names")
    assert (refused.exit_code, verbs()) == (2, ["estate_reconciled"])

    named = rows("--names", "--by", BY, "--fault", "leaver_open")

    assert [(row["name"], row["person"]) for row in named] == [("ada", "p-ada"), ("ben", "p-ben")]
    (event,) = audit.events(most=1)
    assert (event.verb, event.by) == ("names_seen", BY)
    assert event.after == {"things": "1-2", "number": 2, "where": "housekeeping findings"}


def test_nothing_found_exits_nought():
    result = run("findings", "--kind", "devices")

    assert result.exit_code == 0
    assert "0 findings" in result.stderr


def test_findings_are_explained_until_a_day_and_quiet_until_then():
    result = run("explain", 2, 3, "--until", "2026-12-31", "--why", "Kept for a case", "--by", BY)

    assert result.exit_code == 0
    assert "Explained until 31 December 2026: 2 findings" in result.stderr
    assert [row["finding"] for row in rows("--state", "needs")] == ["1"]
    explained = rows("--state", "explained")
    assert {(row["explained_until"], row["why"]) for row in explained} == {
        ("2026-12-31", "Kept for a case")
    }
    ended = rows("--state", "explanation_ended", "--as-at", "2027-01-01")
    assert [row["finding"] for row in ended] == ["2", "3"]


def test_one_finding_that_cannot_be_explained_keeps_all_from_it():
    result = run("explain", 1, 99, "--until", "2026-12-31", "--why", "Kept", "--by", BY)

    assert result.exit_code == 1
    assert "There is no finding 99; check it in the list." in result.stderr
    assert verbs() == ["estate_reconciled"]


@pytest.mark.parametrize(
    "asked",
    [
        ("explain", "--until", "2026-12-31", "--why", "Kept", "--by", BY),
        ("explain", 1, "--why", "Kept", "--by", BY),
        ("explain", 1, "--until", "31/12/2026", "--why", "Kept", "--by", BY),
        ("explain", 0, "--until", "2026-12-31", "--why", "Kept", "--by", BY),
        ("explain", 1, "--until", "2026-12-31", "--why", "Kept"),
        ("findings", "--kind", "people"),
    ],
)
def test_misuse_exits_two(asked):
    assert run(*asked).exit_code == 2


def test_owner_and_word_are_kept_and_the_next_extract_tells():
    assert run("assign", 1, 2, "--to", "Head of ICT", "--by", BY).exit_code == 0
    assert run("say-fixed", 2, 3, "--on", "2026-10-10", "--by", BY).exit_code == 0

    reconciled(OCTOBER, "ada", at=NOW)

    every = {row["finding"]: row for row in rows("--state", "every", "--as-at", str(OCTOBER))}
    states = {number: (row["state"], row["owner"]) for number, row in every.items()}
    assert states == {
        "1": ("gone", "Head of ICT"),
        "2": ("still_shown", "Head of ICT"),
        "3": ("fixed", ""),
    }


def test_a_past_answers_as_it_did_then():
    before = rows("--state", "every")
    reconciled(OCTOBER, at=NOW)
    reconciled(NOVEMBER, "ada", at=NOW)

    assert rows("--state", "every", "--as-at", str(SEPTEMBER)) == before
    assert [row["state"] for row in rows("--as-at", str(NOVEMBER))] == ["back"]


def test_names_are_erased_when_their_time_has_come(settings):
    reconciled(OCTOBER, "ada", at=NOW)
    settings.STANDING_CLOCK = datetime(2028, 1, 1, 9, tzinfo=UTC)

    result = run("erase-names", "--by", BY)

    assert "Erased: 2 names" in result.stderr
    named = rows("--state", "every", "--names", "--by", BY)
    assert sorted(row["name"] for row in named) == ["ada", "erased", "erased"]
    assert audit.verify_chain() == []
    assert "Erased: 0 names" in run("erase-names", "--by", BY).stderr


@pytest.mark.parametrize(
    "words",
    [
        ("findings", "--names"),
        ("explain", "1", "--until", "2026-12-31", "--why", "Being renamed"),
        ("assign", "1", "--to", "Head of ICT"),
        ("say-fixed", "1"),
        ("erase-names",),
    ],
    ids=lambda words: words[0],
)
def test_whoever_may_not_on_a_page_may_not_at_the_terminal(words, officer):
    result = CliRunner().invoke(group, [*words, "--by", "a.patel"])

    assert result.exit_code == 1
    assert result.stdout == ""
    assert "The role of a.patel is officer" in result.stderr
