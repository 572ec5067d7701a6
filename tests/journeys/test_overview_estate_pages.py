"""Who may follow a finding, where attention leads, and the report begun by page and terminal."""

import pytest
import time_machine
from click.testing import CliRunner

from factories import estate_kept
from scrutable.overview.cli import search
from scrutable.overview.cli import trace as trace_command
from scrutable.reports.cli import group

NOW = "2026-10-12T09:00:00+00:00"
NAMES = ("Lena", "lena.left", "Planted", "Quentin")


@pytest.fixture(autouse=True)
def kept(db):
    with time_machine.travel(NOW, tick=False):
        estate_kept.one_of_each()
        yield


@pytest.mark.parametrize(
    ("person", "status"),
    [("housekeeper", 200), ("auditor", 200), ("officer", 404), ("member", 404)],
)
def test_only_who_may_see_findings_follows_one(client, request, person, status):
    client.force_login(request.getfixturevalue(person))

    answer = client.get("/trace/finding/1")

    assert answer.status_code == status
    assert not any(name in answer.text for name in NAMES)


@pytest.mark.parametrize("person", ["officer", "member", "housekeeper"])
def test_a_figure_is_followed_to_its_extract_by_all_who_read_and_names_nobody(
    client, request, person
):
    client.force_login(request.getfixturevalue(person))

    page = client.get("/trace/estate/accounts/2026-09-30/leaver_open").text

    assert "Open after its owner left, 30 September 2026" in page
    assert "ad.csv, SHA-256 abababababab…" in page
    assert "Row 2" in page
    assert not any(name in page for name in NAMES)


def test_what_needs_somebody_leads_to_the_work_list(client, housekeeper):
    client.force_login(housekeeper)

    page = client.get("/attention/").text

    assert 'href="/estate/findings/?part=accounts&amp;fault=leaver_open"' in page
    assert not any(name in page for name in NAMES)


def test_the_first_page_says_how_the_estate_stands(client, officer):
    client.force_login(officer)

    page = client.get("/").text

    assert "5 findings need somebody. One agreement runs on without approval." in page


def test_a_supplier_is_told_nothing_of_the_estate(client, supplier_person):
    client.force_login(supplier_person)

    assert "need somebody" not in client.get("/").text
    assert client.get("/trace/estate/accounts/2026-09-30/all").status_code in (403, 404)


def test_a_report_is_begun_on_the_page(client, officer):
    client.force_login(officer)
    said = {"kind": "estate", "as_at_0": "5", "as_at_1": "10", "as_at_2": "2026"}

    answer = client.post("/reports/new/portfolio/", said)

    assert answer.status_code == 302, answer.text
    assert answer["Location"] == "/reports/ESTATE-2026-1/"
    page = client.get(answer["Location"]).text
    assert "Housekeeping of the IT estate, 5 October 2026" in page
    assert not any(name in page for name in NAMES)


def test_a_report_is_built_at_the_terminal_in_every_format(tmp_path):
    built = CliRunner().invoke(
        group, ["build", "estate", "--as-at", "2026-10-05", "-o", str(tmp_path)]
    )

    assert built.exit_code == 0, built.output
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".html", ".pdf", ".xlsx"]
    assert "no officer has said in plain words" in built.stderr


@pytest.mark.parametrize(("option", "value"), [("--contract", "CSS"), ("--strategy", "IT-2024")])
def test_the_estate_is_not_asked_for_with_another_subject(option, value):
    refused = CliRunner().invoke(group, ["build", "estate", "--as-at", "2026-10-05", option, value])

    assert refused.exit_code == 2


def test_the_terminal_traces_and_finds_without_naming_anybody():
    traced = CliRunner().invoke(trace_command, ["finding/1"])
    found = CliRunner().invoke(search, ["lena.left.0"])

    assert traced.exit_code == 0
    assert "Row 2" in traced.output
    assert not any(name in traced.output for name in NAMES)
    assert "Nothing was found." in found.stderr
