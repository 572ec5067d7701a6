"""Every command that a contract manager is promised, through the one real command, in Westmere."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from factories.workbooks import xlsx
from scrutable.audit.reads import events, number_at
from scrutable.cli import main
from scrutable.contracts.reads import versions
from scrutable.kernel.periods import Month

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("westmere")]
SEPTEMBER = Month(2026, 9)
RESULT = "kpi/CSS/CSC_KPI_04/2026-09"
WAN = {
    "WAN_KPI_01": 0.9994,
    "WAN_KPI_02": 3.4,
    "WAN_KPI_04": 0.953,
    "WAN_KPI_05": 0.884,
    "WAN_KPI_06": 26,
}


def scrutable(*arguments, exits=0):
    """Run the command as typed; the exit code is part of what it says."""
    outcome = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert outcome.exit_code == exits, outcome.output
    return outcome


def as_json(*arguments, exits=0):
    return json.loads(scrutable(*arguments, "--format", "json", exits=exits).stdout)


def judged(code, month, *options):
    found = as_json("contracts", "judge", "CSS", "--from", month, "--to", month, *options)
    return next(entry for entry in found if entry["kpi"] == code)


@pytest.fixture
def september(tmp_path):
    """Return WAN's workbook for September as its supplier fills it in."""
    path = tmp_path / "september.xlsx"
    scrutable("contracts", "template", "WAN", "--month", "2026-09", "-o", path)
    book = load_workbook(path)
    sheet = book["Return"]
    for row in range(9, 15):
        code = sheet.cell(row, 1).value
        sheet.cell(row, 6).value = WAN.get(code)
        sheet.cell(row, 9).value = None if code in WAN else "Not applicable"
    book.save(path)
    return path


def test_a_template_is_filled_checked_tried_and_loaded_once(september):
    number = number_at()
    load = ("contracts", "load", september, "--by", "j.smith")

    checked = scrutable("contracts", "check", september)
    tried = as_json(*load, "--dry-run")
    untouched = number_at()
    loaded = scrutable(*load, "--state", "verified")
    again = scrutable(*load, "--state", "verified")

    assert checked.stdout == "1 workbook, 6 good rows, 0 faults\n"
    assert untouched == number
    assert [(row["kpi"], row["after"], row["status_after"]) for row in tried] == [
        ("WAN_KPI_01", "99.94", "Met"),
        ("WAN_KPI_02", "3.4", "Met"),
        ("WAN_KPI_03", "Not applicable", "Not applicable"),
        ("WAN_KPI_04", "95.3", "Met"),
        ("WAN_KPI_05", "88.4", "Below minimum"),
        ("WAN_KPI_06", "26", "Below target"),
    ]
    assert loaded.stderr == "Loaded as return/WAN/2026-09/1: 6 results new or changed.\n"
    assert again.stderr == "This very file is return/WAN/2026-09/1 already. Nothing changes.\n"
    assert number_at() == number + 1


def test_a_month_that_has_its_return_refuses_another_that_is_provisional(september):
    scrutable("contracts", "load", september, "--by", "j.smith")
    number = number_at()
    other = load_workbook(september)
    other["Return"]["F10"] = 4.1
    other.save(september)

    refused = scrutable("contracts", "load", september, "--by", "j.smith", exits=1)
    stored = number_at()
    scrutable("contracts", "load", september, "--by", "j.smith", "--state", "restated")

    assert "September 2026 already has a return" in refused.stderr
    assert stored == number
    values = [str(one.value) for one in versions("WAN", "WAN_KPI_02", SEPTEMBER)]
    assert values == ["3.4", "4.1"]


def test_a_fault_is_named_by_file_sheet_and_cell_and_nothing_is_loaded(september):
    spoilt = load_workbook(september)
    spoilt["Return"]["F14"] = "about twenty"
    spoilt.save(september)
    number = number_at()

    checked = scrutable("contracts", "check", september, exits=1)
    scrutable("contracts", "load", september, "--by", "j.smith", exits=1)

    assert checked.stderr == (
        f"{september}:Return!F14: The result must be a whole number, not “about twenty”; "
        "enter the number, or clear the cell and choose a reason\n"
    )
    assert number_at() == number


def test_a_folder_of_suppliers_own_workbooks_is_checked_by_cell_map(tmp_path):
    returns = tmp_path / "returns"
    returns.mkdir()
    for name, value in (("fenbridge.xlsx", 12.0), ("norland.xlsx", ("=B9/B8", "#N/A"))):
        (returns / name).write_bytes(xlsx([["Faults", value]], sheet="Summary"))
    cell_map = tmp_path / "datamap.csv"
    cell_map.write_text(
        "cell_key,template_sheet,cell_reference,type\nFaults,Summary,B1,NUMBER\n", "utf-8"
    )

    outcome = scrutable("contracts", "check", returns, "--map", cell_map, exits=1)

    assert outcome.stdout == "2 workbooks, 1 good cell, 1 fault\n"
    assert outcome.stderr == (
        f"{returns}/norland.xlsx:Summary!B1: Faults: "
        "The formula failed with #N/A; mend the formula\n"
    )


def test_half_a_year_of_46_kpis_is_judged_alike_in_every_format():
    asked = ("contracts", "judge", "CSS", "--from", "2026-04", "--to", "2026-09")
    known = ("--known-at", "2026-10-12T09:00")

    found = as_json(*asked, *known)
    rows = list(csv.DictReader(io.StringIO(scrutable(*asked, *known, "--format", "csv").stdout)))
    table = scrutable(*asked, *known, "--format", "table").stdout

    assert len(found) == len(rows) == 46 * 6
    assert [{key: value or "" for key, value in entry.items()} for entry in found] == rows
    assert table.count("CSC_KPI_04") == 6
    assert {"Met", "Below minimum", "Not measured"} <= set(re.findall(r"[A-Z][a-z ]*[a-z]", table))


@pytest.mark.parametrize(
    ("known_at", "value", "status", "standing"),
    [
        ("2026-08-20T12:00", None, "not_measured", "provisional"),
        ("2026-09-28T10:14", "53", "met", "verified"),
        ("2026-09-28T10:15", "35", "below_minimum", "restated"),
        ("2026-09-28T09:14+00:00", "53", "met", "verified"),
        ("2026-10-12T09:00", "35", "below_minimum", "restated"),
    ],
)
def test_what_was_known_of_the_misprint_by_the_minute(known_at, value, status, standing):
    entry = judged("CSC_KPI_09", "2026-07", "--known-at", known_at)

    assert (entry["value"], entry["status"], entry["standing"]) == (value, status, standing)


@pytest.mark.parametrize(
    ("month", "known_at", "points", "credit"),
    [
        ("2026-07", "2026-09-28T10:14", 4, "16992.51"),
        ("2026-07", "2026-10-12T09:00", 7, "29736.89"),
        ("2026-09", "2026-10-12T09:00", 4, "16968.28"),
    ],
)
def test_credits_follow_what_was_known(month, known_at, points, credit):
    found = as_json("contracts", "credits", "CSS", "--month", month, "--known-at", known_at)

    assert (found["points"], found["credit_pounds"]) == (points, credit)
    assert sum(line["counted"] for line in found["lines"]) == points


def test_a_correction_is_judged_and_traced_and_what_it_replaced_is_kept():
    number = number_at()
    correct = ("contracts", "correct", RESULT, "--value", "4.9", "--why", "Misprinted", "--by")

    tried = scrutable(*correct, "j.smith", "--dry-run")
    untouched = number_at()
    corrected = scrutable(*correct, "j.smith")

    assert tried.stdout == f"{RESULT} would say 4.9; it said 5.6.\n"
    assert untouched == number
    assert corrected.stdout == f"{RESULT} now says 4.9; it said 5.6.\n"
    entry = judged("CSC_KPI_04", "2026-09")
    assert (entry["value"], entry["status"], entry["standing"]) == ("4.9", "met", "restated")
    (event,) = events(subject=RESULT, most=1)
    assert (event.number, event.by) == (number + 1, "j.smith")
    steps = as_json("trace", RESULT)["steps"]
    of_versions = [step["title"] for step in steps if step["layer"] == "version"]
    assert of_versions == ["5.6%", "4.9%"]
    assert "Return!F17" in [step["place"] for step in steps]


def test_a_mitigation_leaves_the_raw_judgement_as_it_was():
    before = judged("CSC_KPI_04", "2026-08")
    mitigate = (
        "contracts",
        "mitigate",
        "kpi/CSS/CSC_KPI_04",
        "--from",
        "2026-04",
        "--to",
        "2026-12",
    )
    why = ("--why", "The telephone system is replaced", "--granted-by", "Partnership Board")
    number = number_at()

    scrutable(*mitigate, *why, "--dry-run")
    untouched = number_at()
    granted = scrutable(*mitigate, *why)

    assert untouched == number
    assert granted.stdout == (
        "mitigation/CSS/5 covers kpi/CSS/CSC_KPI_04, April to December 2026.\n"
    )
    after = judged("CSC_KPI_04", "2026-08")
    assert (before["status"], before["mitigation"]) == ("below_minimum", None)
    assert after == before | {"mitigation": "mitigation/CSS/5"}


def test_attention_says_why_and_exits_1():
    found = {
        item["reference"]: item
        for item in as_json("contracts", "attention", "--as-at", "2026-10-01", exits=1)
    }

    item = found["kpi/CSS/CSC_KPI_04"]
    assert (item["since"], item["gravity"]) == ("2026-06-01", "serious")
    assert "missed target in June, July, August and September 2026" in item["why"]
    assert "out only when a month meets it" in item["why"]


BUILD = ("reports", "build", "contract-performance", "--contract", "CSS", "--as-at", "2026-09-30")


def answer_the_supplier():
    """Write what the check asks for; nothing stops the report any more."""
    text = "CSC_KPI_04 fell below its minimum in August 2026."
    narrate = ("reports", "narrate", "CSS-2026-3", "attention")
    scrutable(*narrate, "--text", text, "--by", "j.smith")


def test_the_quarters_report_is_built_checked_and_frozen(tmp_path):
    made = [f"{tmp_path}/CSS-2026-3.{ending}" for ending in ("html", "docx", "pdf", "xlsx")]
    freeze = ("reports", "freeze", "CSS-2026-3", "--by", "j.smith")

    built = scrutable(*BUILD, "-o", tmp_path)
    stopped = scrutable("reports", "check", "CSS-2026-3", exits=1)
    scrutable(*freeze, exits=1)
    answer_the_supplier()
    checked = scrutable("reports", "check", "CSS-2026-3")
    scrutable(*freeze)

    assert built.stdout.splitlines() == made
    assert stopped.stdout == "CSS-2026-3: 1 fault\n"
    assert stopped.stderr.startswith(
        "section 5, KPI CSC_KPI_04, August 2026: the supplier’s commentary says “remained strong”, "
        "but the result is 9.4%, below minimum; answer it: "
    )
    assert checked.stdout == "CSS-2026-3: 0 faults\n"
    proof = as_json("reports", "verify", "CSS-2026-3")
    assert [row["outcome"] for row in proof] == ["The same to the byte"] * 4


def test_a_late_correction_is_listed_and_told_in_the_next_report_and_changes_no_byte(tmp_path):
    answer_the_supplier()
    scrutable("reports", "freeze", "CSS-2026-3", "--by", "j.smith")
    proof = as_json("reports", "verify", "CSS-2026-3")

    correct = ("contracts", "correct", RESULT, "--value", "6.5", "--why", "Misprinted")
    scrutable(*correct, "--by", "j.smith")
    scrutable(*BUILD, "--only", "html", "-o", tmp_path)

    assert as_json("reports", "verify", "CSS-2026-3") == proof
    late = {row["reference"]: row for row in as_json("reports", "superseded", exits=1)}
    assert (late[RESULT]["as_printed"], late[RESULT]["as_known_now"]) == ("5.6%", "6.5%")
    compared = as_json("reports", "compare", "CSS-2026-3", "CSS-2026-4")
    changed = {row["reference"]: (row["before"], row["after"]) for row in compared}
    assert changed[RESULT] == ("5.6%", "6.5%")
    page = re.sub(r"<[^>]+>", " ", (tmp_path / "CSS-2026-4.html").read_text("utf-8"))
    told = page.split("What changed since the last report")[-1]
    assert [words in told for words in ("5.6%", "6.5%", "Misprinted")] == [True] * 3


def test_two_editions_are_compared_figure_by_figure():
    compared = as_json("reports", "compare", "CSS-2026-2", "CSS-2026-3")

    said = [(row["what"], row["figure"], row["before"], row["after"]) for row in compared]
    assert said[:2] == [
        (
            "figure restated",
            "CSC_KPI_09 Contacts made online, share of all contacts, July 2026",
            "53%",
            "35%",
        ),
        ("figure restated", "Where the KPIs stood, by month: July 2026, Met", "36", "35"),
    ]
    statuses = {row["reference"]: row for row in compared if row["what"] == "status changed"}
    row = statuses["kpi/CSS/CSC_KPI_08"]
    assert (row["before"], row["after"]) == ("Suspended, July 2026", "Met, September 2026")
    assert len(compared) < 50
    assert len(as_json("reports", "compare", "CSS-2026-2", "CSS-2026-3", "--all")) > 500


def test_a_frozen_edition_is_proved_and_its_late_figure_listed():
    proof = as_json("reports", "verify", "CSS-2026-2")
    late = as_json("reports", "superseded", "CSS-2026-2", exits=1)

    assert [row["outcome"] for row in proof] == ["The same to the byte"] * 4
    figures = {row["reference"]: (row["as_printed"], row["as_known_now"]) for row in late}
    assert figures["kpi/CSS/CSC_KPI_09/2026-07"] == ("53%", "35%")


@pytest.mark.parametrize(
    ("arguments", "exits"),
    [
        (("contracts", "template", "CSS"), 2),
        (("contracts", "judge", "CSS", "--from", "2026-09", "--to", "2026-08"), 2),
        (("contracts", "judge", "NONE", "--from", "2026-09", "--to", "2026-09"), 1),
        (("contracts", "credits", "CSS", "--month", "soon"), 2),
        (("contracts", "correct", RESULT, "--value", "4.9", "--by", "j.smith"), 2),
        (("contracts", "mitigate", "kpi/CSS/ACF_KPI_03", "--from", "2026-04"), 2),
        (("reports", "verify", "CSS-2026-3"), 1),
        (("reports", "check", "CSS-1999-1"), 1),
        (("trace", "kpi/CSS/CSC_KPI_99/2026-09"), 1),
        (("weather",), 2),
    ],
)
def test_what_cannot_be_done_exits_1_and_misuse_2(arguments, exits):
    number = number_at()

    outcome = scrutable(*arguments, exits=exits)

    assert outcome.stdout == ""
    assert outcome.stderr
    assert "Traceback" not in outcome.stderr
    assert number_at() == number


def test_the_one_command_lists_every_subject_and_says_its_version():
    listed = scrutable("--help").stdout
    version = scrutable("--version").stdout

    for name in ("access", "audit", "contracts", "demo", "manage", "reports", "search", "serve"):
        assert f"\n  {name} " in listed
    assert re.fullmatch(r"main, version \d+\.\d+\.\d+\n", version)


def test_djangos_own_commands_stay_within_reach():
    assert "no issues" in scrutable("manage", "check").output
