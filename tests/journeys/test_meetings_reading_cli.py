"""Minutes read and scored from the terminal, a page a line."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from scrutable.meetings.cli import group

NOTED = {"id": "p1", "text": "RESOLVED that the report be noted.", "meeting_on": "2026-01-22"}


def run(*words, given=""):
    return CliRunner().invoke(group, words, input=given)


def lines_of(*pages):
    return "".join(json.dumps(page) + "\n" for page in pages)


def test_each_line_in_is_a_reading_out():
    done = run("read", "--jsonl", "-", given=lines_of(NOTED, {"id": "p2", "text": ""}))

    first, second = (json.loads(line) for line in done.stdout.splitlines())
    assert done.exit_code == 0
    assert (first["id"], first["state"], first["meeting_on"]) == ("p1", "whole", "2026-01-22")
    assert [one["kind"] for one in first["outcomes"]] == ["note"]
    assert (second["id"], second["state"], second["outcomes"]) == ("p2", "none-visible", [])


def test_bad_lines_are_told_by_number_and_the_good_ones_still_answered(tmp_path):
    path = tmp_path / "pages.jsonl"
    bad = ["nope", '["text"]', '{"id": 3}', '{"text": "x", "meeting_on": "soon"}']
    path.write_text("\n".join([json.dumps(NOTED), *bad, "", json.dumps(NOTED)]))

    done = run("read", "--jsonl", str(path))

    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 2
    assert done.stderr.splitlines() == [
        "Line 2: is not JSON. Give one object a line.",
        'Line 3: has no text. Give {"id": "…", "text": "…"}.',
        'Line 4: has no text. Give {"id": "…", "text": "…"}.',
        "Line 5: meeting_on is 'soon'. Write it as 2019-01-21.",
    ]


def test_files_and_lines_are_not_read_at_once():
    assert run("read").exit_code == 2
    assert run("read", "--jsonl", "-", __file__).exit_code == 2


@pytest.fixture
def sheets(tmp_path):
    path = tmp_path / "sheets.jsonl"
    path.write_text(lines_of(NOTED | {"expected": ["note", "(narrative) action @Head of IT"]}))
    return str(path)


def test_a_score_gives_precision_and_recall_by_kind_owner_and_due(sheets):
    done = run("score", sheets, "--format", "csv")

    rows = {row["measure"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    assert done.exit_code == 0
    assert rows["every kind"] == {
        "measure": "every kind",
        "precision": "1.000",
        "recall": "0.500",
        "f1": "0.667",
        "expected": "2",
        "read": "1",
        "right": "1",
    }
    assert rows["kind note"]["f1"] == "1.000"
    assert {"every owner", "every due", "every consultee", "every amount", "state"} < set(rows)


def test_a_score_may_leave_the_discussion_out(sheets):
    done = run("score", sheets, "--without-discussion", "--format", "json")

    assert json.loads(done.stdout)[0]["f1"] == "1.000"


def test_a_score_lists_every_miss(sheets):
    done = run("score", sheets, "--misses", "--format", "csv")

    assert done.stdout.splitlines() == [
        "page,what,expected,read,text",
        "p1,kind,action,,",
        "p1,owner,Head of IT,,",
    ]


def test_a_bad_line_of_a_file_to_score_is_refused_by_number(tmp_path):
    path = tmp_path / "sheets.jsonl"
    path.write_text(json.dumps(NOTED) + "\nnope\n")

    done = run("score", str(path))

    assert done.exit_code == 1
    assert done.stderr == "Error: Line 2: is not JSON. Give one object a line.\n"
