import json

import pytest
from click.testing import CliRunner

from factories.stored_reports import OCTOBER, correct, draft, frozen, stored_results
from scrutable.reports import facts, reads, writes
from scrutable.reports.cli import group

pytestmark = pytest.mark.django_db


def run(*arguments):
    return CliRunner().invoke(group, arguments)


def build(folder, *more):
    wanted = ("build", "contract-performance", "--contract", "CSS", "--as-at", "2026-09-30")
    return run(*wanted, "-o", str(folder), *more)


def test_build_makes_every_format_and_says_where(tmp_path):
    stored_results()

    outcome = build(tmp_path / "out", "--by", "j.smith")

    assert outcome.exit_code == 0
    made = [f"CSS-2026-1.{ending}" for ending in ("html", "docx", "pdf", "xlsx")]
    assert outcome.stdout.split() == [str(tmp_path / "out" / name) for name in made]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(made)
    assert "edition/CSS-2026-1, Contract performance, quarter 2 of 2026/27" in outcome.stderr


def test_build_again_gives_the_same_bytes(tmp_path):
    stored_results()

    build(tmp_path / "one")
    build(tmp_path / "two")

    for path in (tmp_path / "one").iterdir():
        assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()


def test_build_takes_months_and_one_format(tmp_path):
    stored_results()

    outcome = build(tmp_path, "--from", "2026-08", "--to", "2026-09", "--only", "html")

    assert [path.name for path in tmp_path.iterdir()] == ["CSS-2026-1.html"]
    assert "Contract performance, August to September 2026" in outcome.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--contract", "NO", "--as-at", "2026-09-30"), 1, "There is no contract NO"),
        (("--contract", "CSS", "--as-at", "soon"), 2, "is not a day such as"),
        (
            ("--contract", "CSS", "--as-at", "2026-09-30", "--from", "2026-11"),
            2,
            "Give the earlier month first",
        ),
    ],
)
def test_build_refuses_what_cannot_be(arguments, code, said, tmp_path):
    stored_results()

    outcome = run("build", "exceptions", *arguments, "-o", str(tmp_path))

    assert outcome.exit_code == code
    assert said in outcome.stderr


def test_check_says_place_fault_and_remedy_and_exits_1():
    stored_results()
    name = draft().name
    wrong = "Calls abandoned missed its target in August."
    writes.narrate(
        edition=name, section="summary", text=wrong, based_on=None, by="j.smith", at=OCTOBER
    )

    outcome = run("check", name)

    assert outcome.exit_code == 1
    assert outcome.stdout == "CSS-2026-1: 1 fault\n"
    assert outcome.stderr == (
        "section 1, KPI CSC_KPI_04, August 2026: the commentary says “missed its target”, but the "
        "result is 4.4%, met; change the commentary, or correct the result if it is the result "
        "that is wrong\n"
    )


def test_freeze_verify_and_list_by_reference_or_name():
    stored_results()
    reference = draft().reference

    checked = run("check", reference)
    froze = run("freeze", reference, "--by", "j.smith")
    again = run("freeze", reference, "--by", "j.smith")
    verified = run("verify", "CSS-2026-1", "--format", "json")
    listed = json.loads(run("list", "--format", "json").stdout)

    assert (checked.exit_code, froze.exit_code, again.exit_code) == (0, 0, 1)
    assert "edition/CSS-2026-1 is frozen" in froze.stdout
    assert "CSS-2026-1 is frozen, and nothing of it changes." in again.stderr
    assert verified.exit_code == 0
    assert {row["outcome"] for row in json.loads(verified.stdout)} == {"The same to the byte"}
    assert "Made again to the byte in every format" in verified.stderr
    assert [(row["edition"], row["state"]) for row in listed] == [("CSS-2026-1", "frozen")]


def test_freeze_says_what_stops_it():
    stored_results(m08=(9.9, 82))
    name = draft().name

    outcome = run("freeze", name, "--by", "j.smith")

    assert outcome.exit_code == 1
    assert "“Better” is printed without a reason" in outcome.stderr
    assert f"{name} has 1 fault. Mend it, then freeze." in outcome.stderr


def test_narrate_keeps_the_commentary_of_a_section():
    stored_results()
    name = draft().name

    kept = run("narrate", name, "summary", "--text", "A quiet quarter.", "--by", "j.smith")
    refused = run("narrate", name, "weather", "--text", "Fine.", "--by", "j.smith")

    by_title = run("narrate", name, "Summary", "--text", " ", "--by", "j.smith")

    assert kept.stdout == "CSS-2026-1: the commentary of summary is kept.\n"
    assert by_title.stdout == "CSS-2026-1: the commentary of Summary is taken away.\n"
    assert refused.exit_code == 1
    assert "There is no section weather." in refused.stderr


def test_compare_and_superseded_name_the_corrected_figure():
    stored_results()
    first = frozen().name
    correct("CSC_KPI_05", "2026-07", 72.0)
    second = draft(kind=facts.ReportKind.EXCEPTIONS).name

    compared = run("compare", first, second, "--format", "json")
    listed = run("superseded", "--format", "csv")

    gone = {row["reference"] for row in json.loads(compared.stdout)}
    assert "kpi/CSS/CSC_KPI_05/2026-07" in gone
    assert listed.exit_code == 1
    assert "edition/CSS-2026-1,kpi/CSS/CSC_KPI_05/2026-07,81.0%,72.0%" in listed.stdout


@pytest.mark.parametrize("command", ["check", "verify"])
def test_an_unknown_edition_is_refused_in_words(command):
    outcome = run(command, "CSS-1999-1")

    assert outcome.exit_code == 1
    assert "There is no edition CSS-1999-1. Check its name" in outcome.stderr


def test_a_draft_cannot_be_verified():
    stored_results()

    outcome = run("verify", draft().name)

    assert outcome.exit_code == 1
    assert "CSS-2026-1 is a draft. Freeze it first." in outcome.stderr
    assert not reads.edition("CSS-2026-1").is_frozen


BUILDERS = (
    "whose role is officer, contract manager, report author, housekeeping owner, cyber lead or "
    "director of finance"
)


def test_whoever_may_not_do_it_on_a_page_may_not_do_it_here(tmp_path, officer, supplier_person):
    stored_results()
    name = draft().name

    freezing = run("freeze", name, "--by", "a.patel")
    writing = run("narrate", name, "summary", "--text", "Fine.", "--by", "n.ward")
    building = build(tmp_path, "--by", "z.z")

    assert [one.exit_code for one in (freezing, writing, building)] == [1, 1, 1]
    assert [one.stderr for one in (freezing, writing, building)] == [
        (
            "Error: The role of a.patel is officer; name somebody who may freeze a report, "
            "whose role is contract manager, cyber lead or director of finance.\n"
        ),
        (
            "Error: The role of n.ward is supplier; name somebody who may build a report, "
            f"{BUILDERS}.\n"
        ),
        f"Error: Nobody has the username z.z; name somebody who may build a report, {BUILDERS}.\n",
    ]
    assert list(tmp_path.iterdir()) == []
