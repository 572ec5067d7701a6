"""Minutes at the terminal: read, loaded, settled and confirmed, refused ones too."""

import json

import pytest
import time_machine
from click.testing import CliRunner

from factories.minutes_files import pdf, word
from factories.stored_minutes import AT, MEETING, TEXT
from factories.stored_promises import stored_board
from scrutable.audit.reads import number_at
from scrutable.meetings import facts, models, reads
from scrutable.meetings.cli import group

pytestmark = pytest.mark.django_db
CODE = f"{MEETING}-1"
BY = ("--by", "a.clerk")


@pytest.fixture
def path(tmp_path):
    """Return the file of minutes; the board is recorded and the clock stands."""
    stored_board()
    file = tmp_path / "minutes.txt"
    file.write_text(TEXT)
    with time_machine.travel(AT, tick=False):
        yield str(file)


def ask(*said, code=0):
    answer = CliRunner().invoke(group, list(said))
    assert answer.exit_code == code, answer.output
    return answer


def load(path, *more, code=0):
    return ask("load", path, "--meeting", MEETING, *BY, *more, code=code)


def test_a_file_is_read_without_keeping_anything(path):
    answer = ask("read", path, "--format", "json")

    read = json.loads(answer.stdout)
    assert (read["id"], read["state"]) == ("minutes.txt", "whole")
    assert [one["kind"] for one in read["outcomes"]] == ["note", "report-back", "delegate"]
    assert answer.stderr == "minutes.txt: 3 outcomes, whole\n"
    assert not models.Minutes.objects.exists()


def test_several_files_are_one_table_with_their_places(path, tmp_path):
    (tmp_path / "pack.pdf").write_bytes(pdf(2))
    (tmp_path / "minutes.docx").write_bytes(
        word(lambda document: document.add_paragraph("RESOLVED that the report be noted."))
    )

    files = (str(tmp_path / "pack.pdf"), str(tmp_path / "minutes.docx"))
    answer = ask("read", *files, "--format", "csv")

    lines = answer.stdout.splitlines()
    assert lines[0].startswith("file,number,place,kind,text,owner,consultees,due,due_from")
    assert [line.split(",")[:4] for line in lines[1:]] == [
        ["pack.pdf", "1", "page 1", "note"],
        ["pack.pdf", "2", "page 1", "delegate"],
        ["pack.pdf", "3", "page 1", "report-back"],
        ["pack.pdf", "4", "page 2", "note"],
        ["pack.pdf", "5", "page 2", "delegate"],
        ["pack.pdf", "6", "page 2", "report-back"],
        ["minutes.docx", "1", "line 1", "note"],
    ]


def test_a_refused_file_says_why_and_the_others_are_read(path, tmp_path):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 cut")

    answer = ask("read", str(broken), path, code=1)

    assert "The PDF is damaged or cut short; open it, save it again and send that" in answer.stderr
    assert "report-back" in answer.stdout


def test_minutes_are_loaded_settled_added_to_and_confirmed(path):
    assert load(path).stderr == f"Loaded as {CODE}: 3 limbs to look at, whole.\n"
    ask("settle", CODE, "1", "--as", "confirmed", *BY)
    ask("settle", CODE, "2", "--as", "corrected", "--owner", "Chief Digital Officer",
        "--reason", "Renamed", *BY)  # fmt: skip
    ask("settle", CODE, "3", "--as", "struck", "--reason", "A proposal", *BY)
    ask("add-limb", CODE, "--words", "considered a report on IMT", "--kind", "note",
        "--reason", "Missed", *BY)  # fmt: skip

    rows = json.loads(ask("limbs", CODE, "--format", "json").stdout)
    assert [(row["limb"], row["state"], row["tracked"]) for row in rows] == [
        (4, "added", False),
        (1, "confirmed", False),
        (2, "corrected", True),
        (3, "struck", False),
    ]

    answer = ask("confirm", CODE, *BY)

    assert answer.stderr == f"{CODE} is confirmed: 1 commitment made\n"
    (made,) = reads.commitments(number_at())
    assert made.owner == "Chief Digital Officer"


def test_the_same_file_twice_changes_nothing(path):
    load(path)
    before = number_at()

    answer = load(path)

    assert answer.stderr == f"This very file is {CODE} already. Nothing changes.\n"
    assert number_at() == before


def test_exempt_minutes_need_both_paragraph_and_reason(path):
    refused = load(path, "--exempt", "3", code=2)
    assert "--exempt and --public-interest go together" in refused.stderr

    load(path, "--exempt", "3", "--public-interest", "Prices are being bid")

    closure = reads.minutes(CODE, number_at()).closure
    assert (closure.openness, closure.paragraphs) == (facts.Openness.EXEMPT, (3,))


@pytest.mark.parametrize(
    ("said", "code", "refusal"),
    [
        (("load", "{path}", "--meeting", "OSMB-1", *BY), 1, "There is no meeting OSMB-1"),
        (("load", "{path}", "--meeting", MEETING, "--item", "4", *BY), 1, "has no item 4"),
        (("limbs", "OSMB-1"), 1, "There are no minutes OSMB-1"),
        (("confirm", "OSMB-1", *BY), 1, "There are no minutes OSMB-1"),
        (("settle", CODE, "9", "--as", "confirmed", *BY), 1, "has no limb 9"),
        (("settle", CODE, "1", "--as", "struck", *BY), 1, "Enter the reason."),
        (("settle", CODE, "1", "--as", "confirmed", "--owner", "X", *BY), 2, "--as corrected"),
        (
            (
                "add-limb",
                CODE,
                "--words",
                "nobody said",
                "--kind",
                "note",
                "--reason",
                "x",
                *BY,
            ),
            1,
            "These words are not in the text",
        ),
        (
            ("add-limb", CODE, "--words", "the", "--kind", "note", "--reason", "x", *BY),
            1,
            "These words stand in it",
        ),
    ],
)
def test_what_is_refused_is_said_in_a_sentence(path, said, code, refusal):
    load(path)

    answer = ask(*(word.replace("{path}", path) for word in said), code=code)

    assert refusal in answer.stderr
    assert "Traceback" not in answer.output


def test_a_refused_file_is_not_loaded(path, tmp_path):
    large = tmp_path / "large.pdf"
    with large.open("wb") as file:
        file.truncate(100_000_000)

    answer = load(str(large), code=1)

    assert "The file has 100 MB; at most 50 MB are read" in answer.stderr
    assert "Nothing was loaded." in answer.stderr
    assert not models.Minutes.objects.exists()


def test_only_those_who_may_load_minutes_are_named(path, clerk, member):
    answer = ask("load", path, "--meeting", MEETING, "--by", "c.osei", code=1)

    assert "name somebody who may load and confirm minutes" in answer.stderr
    load(path)
