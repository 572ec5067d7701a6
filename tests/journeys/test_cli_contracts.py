"""A contract manager at the terminal: template, check, load, judge, credits, correct, mitigate."""

import csv
import io
import json
from decimal import Decimal

import pytest
from click.testing import CliRunner

from factories.contract_facts import AT, contract, kpi, level, row, stored_contract
from factories.workbooks import xlsx
from scrutable.audit.reads import events, number_at
from scrutable.contracts import models, writes
from scrutable.contracts.cli import group
from scrutable.contracts.facts import Band, CreditTerms, Kind, Severity
from scrutable.contracts.intake import write_template
from scrutable.evidence.models import Content
from scrutable.kernel.periods import Month

pytestmark = pytest.mark.django_db
AUGUST = Month(2026, 8)
ABANDONED = kpi(bands=(Band(severity=Severity.SEVERE, from_value=Decimal(8), points=3),))
INCIDENTS = kpi(
    code="IMT_KPI_05", service="IMT", title="Priority 1 incidents", kind=Kind.COUNT,
    unit="incidents", decimals=0, levels=(level(4, 6),),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _october(settings):
    settings.STANDING_CLOCK = AT.replace(month=10, day=12)


@pytest.fixture
def stored():
    stored_contract(ABANDONED, INCIDENTS)


@pytest.fixture
def run():
    def runner(*arguments):
        return CliRunner().invoke(group, [str(argument) for argument in arguments])

    return runner


def filled(path, *answers, month=AUGUST):
    """Write a filled workbook and return its path."""
    given = {answer.code: answer for answer in answers}
    path.write_bytes(
        write_template(contract=contract(), month=month, kpis=(ABANDONED, INCIDENTS), filled=given)
    )
    return path


@pytest.fixture
def good(tmp_path):
    return filled(tmp_path / "august.xlsx", row("9.1"), row("3", code="IMT_KPI_05"))


def test_the_template_is_written_for_a_contract_and_month(stored, run, tmp_path):
    path = tmp_path / "september.xlsx"

    outcome = run("template", "CSS", "--month", "2026-09", "-o", path)

    assert (outcome.exit_code, outcome.stdout) == (0, "")
    assert outcome.stderr == f"Wrote {path}\n"
    assert run("check", path).stderr.splitlines() == [
        f"{path}:Return!F{n}: {code} has neither a result nor a reason; give a result or a reason"
        for n, code in ((9, "CSC_KPI_04"), (10, "IMT_KPI_05"))
    ]


def test_no_such_contract(run, tmp_path):
    outcome = run("template", "XYZ", "--month", "2026-09", "-o", tmp_path / "x.xlsx")

    assert outcome.exit_code == 1
    assert outcome.stderr == (
        "Error: There is no contract XYZ. Check the code in the list of contracts.\n"
    )


@pytest.mark.parametrize("month", ["2026", "September", "2026-13"])
def test_a_month_that_is_none_is_misuse(run, tmp_path, month):
    outcome = run("template", "CSS", "--month", month, "-o", tmp_path / "x.xlsx")

    assert outcome.exit_code == 2


def test_a_good_workbook_is_checked_and_nothing_is_stored(stored, run, good):
    number = number_at()

    outcome = run("check", good)

    assert (outcome.exit_code, outcome.stderr) == (0, "")
    assert outcome.stdout == "1 workbook, 2 good rows, 0 faults\n"
    assert number_at() == number


def test_every_fault_is_named_with_file_sheet_and_cell(stored, run, tmp_path):
    path = tmp_path / "august.xlsx"
    path.write_bytes(
        xlsx(
            [
                ["Contract", "CSS"], ["Month", "August 2026"], [],
                ["Code", "Result"], ["CSC_KPI_04", "soon"], ["IMT_KPI_05", -1.0],
            ]
        )
    )  # fmt: skip

    outcome = run("check", path)

    assert outcome.exit_code == 1
    assert outcome.stderr == (
        f"{path}:Return!B5: The result must be a percentage such as 92.5%, not “soon”; "
        "enter the number, or clear the cell and choose a reason\n"
        f"{path}:Return!B6: IMT_KPI_05 must be 0 or more, not -1; correct the number\n"
    )
    assert outcome.stdout == "1 workbook, 0 good rows, 2 faults\n"


def test_a_workbook_that_does_not_say_what_it_is_for(stored, run, tmp_path):
    path = tmp_path / "august.xlsx"
    path.write_bytes(xlsx([["Code", "Result"], ["CSC_KPI_04", 4.9], ["IMT_KPI_05", 3.0]]))

    assert run("check", path).stderr == (
        f"{path}: The file does not say its contract; add it, or give --contract\n"
    )
    assert run("check", path, "--contract", "css").exit_code == 1
    assert run("check", path, "--contract", "css", "--month", "2026-08").exit_code == 0


def test_what_is_not_a_workbook(stored, run, tmp_path):
    path = tmp_path / "august.xlsx"
    path.write_text("Dear council", "utf-8")

    outcome = run("check", path)

    assert outcome.exit_code == 1
    assert outcome.stderr.startswith(f"{path}: This is not a workbook that can be read; ")


def test_a_folder_of_returns(stored, run, good, tmp_path):
    filled(tmp_path / "july.xlsx", row("4.1"), month=Month(2026, 7))

    outcome = run("check", tmp_path)

    assert outcome.exit_code == 1
    assert outcome.stdout == "2 workbooks, 3 good rows, 1 fault\n"


def test_a_folder_is_checked_against_a_map_of_cells(run, tmp_path):
    folder = tmp_path / "returns"
    folder.mkdir()
    (folder / "a.xlsx").write_bytes(xlsx([["Calls", 4.9]], sheet="Summary"))
    (folder / "b.xlsx").write_bytes(xlsx([["Calls", ("=1/0", "#DIV/0!")]], sheet="Summary"))
    cell_map = tmp_path / "datamap.csv"
    cell_map.write_text(
        "cell_key,template_sheet,cell_reference,type\nCalls,Summary,B1,NUMBER\n", "utf-8"
    )
    gathered = tmp_path / "all.csv"

    outcome = run("check", folder, "--map", cell_map, "-o", gathered)

    assert outcome.exit_code == 1
    assert outcome.stdout == "2 workbooks, 1 good cell, 1 fault\n"
    assert outcome.stderr.splitlines()[0] == (
        f"{folder}/b.xlsx:Summary!B1: Calls: The formula failed with #DIV/0!; mend the formula"
    )
    assert gathered.read_text("utf-8") == "cell_key,a.xlsx,b.xlsx\nCalls,4.9,\n"


def test_a_map_with_a_fault(run, tmp_path):
    cell_map = tmp_path / "datamap.csv"
    cell_map.write_text("cell_key,template_sheet,cell_reference\nCalls,Summary,1B\n", "utf-8")

    outcome = run("check", tmp_path, "--map", cell_map)

    assert outcome.exit_code == 1
    assert outcome.stderr == f"{cell_map}:line 2: “1B” is not a cell; enter one, such as F14\n"


def test_a_return_is_loaded_and_the_same_file_again_changes_nothing(stored, run, good):
    first = run("load", good, "--by", "j.smith", "--format", "csv")
    number = number_at()
    second = run("load", good, "--by", "j.smith")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stderr == "Loaded as return/CSS/2026-08/1: 2 results new or changed.\n"
    rows = list(csv.DictReader(io.StringIO(first.stdout)))
    assert [(r["kpi"], r["action"], r["after"], r["status_after"]) for r in rows] == [
        ("CSC_KPI_04", "new", "9.1", "Below minimum"),
        ("IMT_KPI_05", "new", "3", "Met"),
    ]
    assert second.stderr == "This very file is return/CSS/2026-08/1 already. Nothing changes.\n"
    assert number_at() == number


def test_a_suppliers_own_workbook_is_loaded_by_a_map(stored, run, tmp_path):
    own = tmp_path / "own.xlsx"
    own.write_bytes(
        xlsx([["Calls", 0.049], ["Incidents", 3.0]], sheet="Summary", formats={(0, 1): "0.0%"})
    )
    cell_map = tmp_path / "datamap.csv"
    cell_map.write_text(
        "cell_key,template_sheet,cell_reference,type,code\n"
        "Calls,Summary,B1,PERCENT,CSC_KPI_04\nIncidents,Summary,B2,NUMBER,IMT_KPI_05\n",
        "utf-8",
    )
    options = ("--map", cell_map, "--contract", "CSS", "--month", "2026-08", "--format", "csv")

    outcome = run("load", own, "--by", "j.smith", *options)

    assert outcome.exit_code == 0, outcome.stderr
    rows = list(csv.DictReader(io.StringIO(outcome.stdout)))
    assert [(r["kpi"], r["after"], r["place"]) for r in rows] == [
        ("CSC_KPI_04", "4.9", "Summary!B1"),
        ("IMT_KPI_05", "3", "Summary!B2"),
    ]


def test_a_dry_run_says_what_would_change_and_stores_nothing(stored, run, good):
    number = number_at()

    outcome = run("load", good, "--by", "j.smith", "--dry-run", "--format", "json")

    assert outcome.exit_code == 0
    assert outcome.stderr == "2 results would be new or changed. Nothing was stored.\n"
    assert [entry["after"] for entry in json.loads(outcome.stdout)] == ["9.1", "3"]
    assert (number_at(), Content.objects.count()) == (number, 0)


def test_a_return_with_a_fault_stores_nothing(stored, run, tmp_path):
    path = filled(tmp_path / "august.xlsx", row("9.1"))
    number = number_at()

    outcome = run("load", path, "--by", "j.smith")

    assert outcome.exit_code == 1
    assert outcome.stderr.endswith("Error: Nothing was loaded.\n")
    assert f"{path}:Return!F10: IMT_KPI_05 has neither" in outcome.stderr
    assert (number_at(), models.Result.objects.count(), Content.objects.count()) == (number, 0, 0)


def test_a_second_return_for_the_month_is_refused_unless_it_is_verified(
    stored, run, good, tmp_path
):
    run("load", good, "--by", "j.smith")
    other = filled(tmp_path / "again.xlsx", row("5.3"), row("3", code="IMT_KPI_05"))

    refused = run("load", other, "--by", "j.smith")
    taken = run("load", other, "--by", "j.smith", "--state", "restated")

    assert refused.exit_code == 1
    assert "already has a return" in refused.stderr
    assert taken.exit_code == 0
    assert models.Result.objects.filter(code="CSC_KPI_04").count() == 2


def judged(run, *options):
    outcome = run(
        "judge", "CSS", "--from", "2026-08", "--to", "2026-08", "--format", "json", *options
    )
    assert outcome.exit_code == 0, outcome.stderr
    return {entry["kpi"]: entry for entry in json.loads(outcome.stdout)}


def test_judgement_before_and_after_a_correction(stored, run, good):
    run("load", good, "--by", "j.smith")
    before = number_at()

    outcome = run(
        "correct", "kpi/CSS/CSC_KPI_04/2026-08", "--value", "4.9", "--why", "misprinted",
        "--by", "j.smith",
    )  # fmt: skip

    assert outcome.stdout == "kpi/CSS/CSC_KPI_04/2026-08 now says 4.9; it said 9.1.\n"
    assert number_at() == before + 1
    now = judged(run)["CSC_KPI_04"]
    assert (now["value"], now["status"], now["standing"]) == ("4.9", "met", "restated")
    then = judged(run, "--known-at", "2026-10-12T09:59")["CSC_KPI_04"]
    assert (then["value"], then["status"]) == (None, "late")


def test_the_table_speaks_in_words(stored, run, good):
    run("load", good, "--by", "j.smith")

    outcome = run("judge", "CSS", "--from", "2026-08", "--to", "2026-08")

    assert outcome.exit_code == 0
    for words in ("Calls abandoned", "9.1%", "Below minimum", "3 incidents", "Met"):
        assert words in outcome.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("judge", "CSS", "--from", "2026-09", "--to", "2026-08"),
        ("correct", "project/277", "--value", "1", "--why", "x", "--by", "j"),
        ("correct", "kpi/CSS/CSC_KPI_04", "--value", "1", "--why", "x", "--by", "j"),
        ("correct", "kpi/CSS/CSC_KPI_04/2026-99", "--value", "1", "--why", "x", "--by", "j"),
        ("correct", "kpi/CSS/CSC_KPI_04/2026-08", "--why", "x", "--by", "j"),
        ("correct", "kpi/CSS/CSC_KPI_04/2026-08", "--value", "much", "--why", "x", "--by", "j"),
        ("correct", "kpi/CSS/CSC_KPI_04/2026-08", "--value", "nan", "--why", "x", "--by", "j"),
        ("judge", "CSS", "--from", "2026-08", "--to", "2026-08", "--known-at", "yesterday"),
        ("attention", "--as-at", "today"),
        ("check", "no such file"),
        ("load", "x.xlsx"),
    ],
)
def test_misuse_exits_2(stored, run, arguments):
    assert run(*arguments).exit_code == 2


def test_a_correction_that_cannot_be(stored, run, good):
    run("load", good, "--by", "j.smith")

    outcome = run(
        "correct", "kpi/CSS/CSC_KPI_04/2026-08", "--value", "490", "--why", "x", "--by", "j"
    )

    assert outcome.exit_code == 1
    assert outcome.stderr == "Error: CSC_KPI_04 must be 100 or less, not 490.\n"


def test_a_dry_run_of_a_correction_changes_nothing(stored, run):
    number = number_at()

    outcome = run(
        "correct", "kpi/CSS/CSC_KPI_04/2026-08", "--no-value", "no_activity", "--why", "x",
        "--by", "j", "--dry-run",
    )  # fmt: skip

    assert outcome.stdout == (
        "kpi/CSS/CSC_KPI_04/2026-08 would say no_activity; it said nothing.\n"
    )
    assert number_at() == number


MITIGATE = (
    "mitigate", "kpi/CSS/CSC_KPI_04", "--from", "2026-04", "--to", "2026-12", "--why", "Training",
    "--granted-by", "Partnership Board",
)  # fmt: skip


def test_mitigation_stands_beside_the_raw_judgement(stored, run, good):
    run("load", good, "--by", "j.smith")

    dry = run(*MITIGATE, "--dry-run")
    granted = run(*MITIGATE)

    assert dry.stdout == "kpi/CSS/CSC_KPI_04 would be in mitigation, April to December 2026.\n"
    assert granted.stdout == (
        "mitigation/CSS/1 covers kpi/CSS/CSC_KPI_04, April to December 2026.\n"
    )
    (event,) = events(subject="mitigation/CSS/1")
    assert event.by == "terminal"
    now = judged(run)["CSC_KPI_04"]
    assert (now["status"], now["mitigation"]) == ("below_minimum", "mitigation/CSS/1")


def test_mitigation_of_no_kpi(stored, run):
    outcome = run("mitigate", "kpi/CSS/CSC_KPI_99", *MITIGATE[2:])

    assert outcome.exit_code == 1
    assert "CSC_KPI_99" in outcome.stderr


def test_credits_with_the_sum_worked_through(stored, run, good):
    run("load", good, "--by", "j.smith")
    writes.set_credit_terms(
        terms=CreditTerms(
            contract="CSS",
            effective_from=Month(2021, 4),
            percent_per_point=Decimal(1),
            cap_percent=Decimal(10),
            repeat_multiplier=2,
            points={},
        ),
        by="j.smith",
        at=AT,
    )
    writes.record_charge(
        contract="CSS", month=AUGUST, pounds=Decimal("100000.50"), by="j.smith", at=AT
    )

    as_json = run("credits", "CSS", "--month", "2026-08", "--format", "json")
    as_table = run("credits", "CSS", "--month", "2026-08")
    as_csv = run("credits", "CSS", "--month", "2026-08", "--format", "csv")

    found = json.loads(as_json.stdout)
    assert found["reference"] == "credits/CSS/2026-08"
    assert found["charge_pounds"] == "100000.50"
    assert [(line["kpi"], line["counted"]) for line in found["lines"]] == [("CSC_KPI_04", 3)]
    assert (found["points"], found["credit_pounds"]) == (3, "3000.02")
    assert "3,000.02" in as_table.stdout
    assert as_csv.stdout.startswith("kpi,severity,points,")


def test_attention_exits_1_where_anything_needs_a_person(stored, run, good):
    run("load", good, "--by", "j.smith")

    outcome = run("attention", "--as-at", "2026-10-01", "--format", "json")

    found = {entry["reference"]: entry for entry in json.loads(outcome.stdout)}
    assert outcome.exit_code == 1
    assert "Below minimum in August 2026" in found["kpi/CSS/CSC_KPI_04"]["why"]
    assert all(entry["why"] and entry["gravity"] for entry in found.values())


def test_nothing_needs_attention_where_there_is_no_contract(run):
    outcome = run("attention", "--format", "csv")

    assert (outcome.exit_code, outcome.stdout) == (
        0,
        "reference,what,why,since,due,owner,gravity,doing\n",
    )


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "asked",
    [
        "judge CSS --from 1900-01 --to 2026-08",
        "credits CSS --month 2999-12",
        "attention --as-at 0001-01-01",
        "attention --as-at 9999-12-31",
        "judge CSS --from 2026-07 --to 2026-08 --known-at 9999-12-31T23:59-23:59",
        "mitigate kpi/CSS/CSC_KPI_04 --from 2026-08 --to 2999-12 --why x --granted-by y --by z",
        "correct kpi/CSS/CSC_KPI_04/2999-12 --value 4 --why x --by j.smith",
    ],
)
def test_a_time_of_another_age_is_misuse_and_changes_nothing(run, asked):
    before = number_at()

    answer = run(*asked.split())

    assert answer.exit_code == 2, answer.output
    assert number_at() == before
