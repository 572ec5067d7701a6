"""Projects as councils published them, through the real load: workbook, command, page.

What was published stands in factories.published_registers and below with its address; what was
not is said to be invented.
"""

import csv
import io
import json
from collections import Counter
from datetime import UTC, date, datetime

import pytest
import time_machine
from click.testing import CliRunner
from django.test import Client

from factories import published_registers as published
from factories.project_workbooks import csv_text, update_book
from factories.workbooks import ods, xlsx
from scrutable.access.facts import PersonDetails, Role
from scrutable.access.writes import add_person
from scrutable.audit.reads import number_at
from scrutable.portfolio import reads
from scrutable.portfolio.cli import group

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    """Have an officer from before all that was published: the log's time never runs back."""
    details = PersonDetails(
        username="a.patel",
        full_name="Anita Patel",
        role=Role.OFFICER,
        email="a.patel@council.example",
    )
    at = datetime(2018, 1, 2, 9, tzinfo=UTC)
    return add_person(details=details, password="a long enough password", by="tests", at=at)


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def load(tmp_path, officer):
    """Load a file by the command, at nine on a day."""

    def loaded(content, on, *more, name="updates.xlsx"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with time_machine.travel(datetime.combine(on, datetime.min.time(), UTC), tick=False):
            done = run("load", str(path), "--by", "a.patel", *more)
        assert done.exit_code == 0, done.output
        return done

    return loaded


@pytest.fixture
def mapped(tmp_path, officer):
    """Record a council's cell map, by the command."""

    def recorded(code, register, form=csv_text, name="map.csv"):
        path = tmp_path / name
        content = form(published.map_rows(register))
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with time_machine.travel(datetime(2018, 1, 2, 10, tzinfo=UTC), tick=False):
            done = run(
                "map", "add", str(path), "--code", code, "--title", f"Register of {code}",
                "--approved-by", "Head", "--approved-on", "2018-01-01", "--by", "a.patel",
            )  # fmt: skip
        assert done.exit_code == 0, done.output
        return f"--map={code}"

    return recorded


def run(*args):
    return CliRunner().invoke(group, args)


def printed(*args):
    return json.loads(run(*args, "--format", "json").stdout)


def table(client, name, **asked):
    """Return a table of the page of projects as its csv says it."""
    answer = client.get("/projects/", {"table": name, "format": "csv", **asked})
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


# Lincolnshire's project 277, OpenText migration. The revised go-live, the added phase of testing
# and the third party: https://lincolnshire.moderngov.co.uk/mgAi.aspx?ID=11901. That it was red,
# about three weeks late with three to four more expected, why, and what it cost:
# https://lincolnshire.moderngov.co.uk/mgAi.aspx?ID=12617. The date first set, its approver and
# the days of the reports are invented: none was published.
NOVEMBER, DECEMBER = date(2018, 11, 29), datetime(2018, 12, 3, 9, tzinfo=UTC)
FEBRUARY, MARCH = date(2019, 2, 11), datetime(2019, 3, 1, 9, tzinfo=UTC)
CAUSE = "Too few people at the supplier, and Office 365 does not go together with it yet"
PROJECT_277 = {
    "Project": "277",
    "Title": "OpenText migration",
    "Theme": "modernise",
    "Stage": "testing",
    "Sponsor": "Chief Digital Officer",
    "Manager": "Not published",
    "Third parties": "OpenText",
    "First go-live": date(2018, 11, 30),
    "First date approved by": "Project board",
    "First date approved on": date(2018, 1, 5),
}
REVISED = {
    "Project": "277",
    "Milestone": "go-live",
    "New plan": date(2019, 1, 21),
    "Approved by": "Project board",
    "Reason": "An additional testing phase; subject to the availability of a third party",
}
THEN = {
    "Project": "277",
    "Scale": "three",
    "Overall": "green",
    "Time": "green",
    "Assessor": "Project manager",
    "Reasons": "At the test stage",
}
LATE = {
    "Project": "277",
    "Milestone": "go-live",
    "Forecast": date(2019, 3, 11),  # three weeks and four more after 21 January
    "Reason": CAUSE,
}
RED = {
    **THEN,
    "Overall": "red",
    "Time": "red",
    "Cost": "amber",
    "Reasons": f"{CAUSE}. What it costs is mainly the longer project",
    "To be green again": "Go live",
    "Green by": date(2019, 3, 11),
}


@pytest.fixture
def project_277(load):
    load(update_book(NOVEMBER, Dates=[REVISED], Status=[THEN], Projects=[PROJECT_277]), NOVEMBER)
    load(update_book(FEBRUARY, Dates=[LATE], Status=[RED]), FEBRUARY, name="february.xlsx")


def test_project_277_slips_against_both_dates_as_known_in_each_month(project_277):
    december = printed("slips", "--as-at", "2018-12-03", "--known-at", DECEMBER.isoformat())[0]
    march = printed("slips", "--as-at", "2019-03-01", "--known-at", MARCH.isoformat())[0]

    assert (december["original"], december["current"]) == ("2018-11-30", "2019-01-21")
    assert (december["days_against_original"], december["days_against_current"]) == (52, 0)
    assert (march["expected"], march["rebaselines"]) == ("2019-03-11", 1)
    assert (march["days_against_original"], march["days_against_current"]) == (101, 49)


def test_woking_would_have_shown_277_green_where_it_is_red_here(project_277, client):
    # Woking rates against the latest approved time and budget, so a project that was planned
    # anew is green: https://moderngov.woking.gov.uk/ieIssueDetails.aspx?IId=12194&PlanId=0&Opt=3
    december = printed("slips", "--as-at", "2018-12-03", "--known-at", DECEMBER.isoformat())[0]

    assert (december["rating"], december["rating_by_latest_baseline"]) == ("red", "green")
    page = client.get("/projects/277/", {"as_at": "2018-12-03", "known_at": "2018-12-03"}).text
    assert "52 days late" in page
    assert "latest plan alone" in page


def test_project_277_is_printed_with_its_cause_and_traced_to_its_cell(project_277, client):
    page = client.get("/projects/277/", {"as_at": "2019-03-01"}).text
    trend = run("trend", "277", "--format", "csv").stdout
    number = number_at()

    assert CAUSE in page
    assert "mainly the longer project" in page
    assert "go-live,2018-11-29,2019-01-21,rebaseline,Project board,An additional testing" in trend
    told = reads.told_in("project/277/go-live", number)
    assert [(one.file_name, one.place) for one in told] == [
        ("updates.xlsx", "Projects!K6"),
        ("updates.xlsx", "Dates!I6"),
        ("february.xlsx", "Dates!F6"),
    ]
    assert [one.version for one in reads.moves("277", number, date.max)["go-live"]] == [
        one.event for one in told
    ]


# North Devon's audit recommendations, each extended by its committee:
# https://democracy.northdevon.gov.uk/mgAi.aspx?ID=1247 and ?ID=4338. Months without a day are
# published; a month is taken as its last day. That 16 BCM 07 was extended to 31 December 2020 on
# the way is invented, since the days of its earlier extensions were not published.
FIRST = {
    "15 DR 05": "31/03/2020",
    "15 DR 06": "31/03/2020",
    "16 BCM 07": "30 April 2020",
}
EXTENDED = {
    "15 DR 05": "December 2020",
    "15 DR 06": "March 2021",
    "16 BCM 07": "31/12/2020",
}


def recommendation(code, first):
    return {
        "Project": code,
        "Title": f"Recommendation {code}",
        "Theme": "optimise",
        "Stage": "delivery",
        "Sponsor": "Head of Resources",
        "Manager": "Not published",
        "First go-live": first,
        "First date approved by": "Governance Committee",
    }


def extension(code, to):
    return {
        "Project": code,
        "Milestone": "go-live",
        "New plan": to,
        "Approved by": "Governance Committee",
        "Reason": "Put off by the pandemic",
    }


def test_north_devons_extensions_are_counted_in_times_and_in_days(load):
    january, june, later = date(2020, 1, 7), date(2020, 6, 9), date(2020, 12, 8)
    load(update_book(january, Projects=[recommendation(*one) for one in FIRST.items()]), january)
    told = load(
        update_book(june, Dates=[extension(*one) for one in EXTENDED.items()]),
        june,
        name="june.xlsx",
    )
    load(
        update_book(later, Dates=[extension("16 BCM 07", "June 2022")]), later, name="december.xlsx"
    )

    rows = {one["project"]: one for one in printed("slips", "--as-at", "2020-12-08")}

    assert "Dates!I6: “December 2020” names no day: its last is taken" in told.stderr
    assert {
        code: (one["original"], one["current"], one["days_against_original"], one["rebaselines"])
        for code, one in rows.items()
    } == {
        "15-DR-05": ("2020-03-31", "2020-12-31", 275, 1),
        "15-DR-06": ("2020-03-31", "2021-03-31", 365, 1),
        "16-BCM-07": ("2020-04-30", "2022-06-30", 791, 2),
    }
    assert {one["rating"] for one in rows.values()} == {"red"}
    assert {one["rating_by_latest_baseline"] for one in rows.values()} == {"green"}
    moves = reads.moves("16-BCM-07", number_at(), date.max)["go-live"]
    assert [(one.to, one.reason) for one in moves[1:]] == [
        (date(2020, 12, 31), "Put off by the pandemic"),
        (
            date(2022, 6, 30),
            "Put off by the pandemic Said as June 2022: taken as its last day.",
        ),
    ]


def counted(rows, column):
    return Counter(row[column] for row in rows)


def sums(found):
    """Return what the rows of a tally add up to, and what its last row says."""
    *rows, last = found
    return sum(int(row["All"]) for row in rows), int(last["All"])


def test_city_of_london_85_projects_by_their_own_words(load, mapped, client):
    by = mapped("city-of-london", published.CITY)
    load(xlsx(published.rows(published.CITY)), date(2020, 1, 6), by, name="register.xlsx")

    found = printed("projects", "--as-at", "2020-01-06")

    assert counted(found, "stage") == {
        "delivery": 33,
        "business_case": 25,
        "idea": 22,
        "finished": 1,
        "on_hold": 4,
    }
    assert sums(table(client, "by-stage")) == (85, 85)
    assert counted(found, "status") == {None: 85}  # nobody rated them, which is no rating


def test_breckland_31_of_which_blue_is_a_stage_and_no_rating(load, mapped, client):
    by = mapped("breckland", published.BRECKLAND, form=xlsx, name="map.xlsx")
    load(csv_text(published.rows(published.BRECKLAND)), date(2020, 1, 6), by, name="register.csv")

    found = printed("projects", "--as-at", "2020-01-06")

    assert counted(found, "status") == {"red": 8, "amber": 8, "green": 11, None: 4}
    assert counted(found, "stage") == {"delivery": 27, "finished": 4}
    assert {one["stage"] for one in found if one["status"] is None} == {"finished"}
    tally = table(client, "by-stage", as_at="2020-01-06")
    assert sums(tally) == (31, 31)
    assert (tally[-1]["Red"], tally[-1]["Amber"], tally[-1]["Green"], tally[-1]["Not rated"]) == (
        "8",
        "8",
        "11",
        "4",
    )


def test_west_norfolk_17_on_three_steps_and_before_on_five(load, mapped, client):
    before, after = date(2019, 7, 1), date(2020, 1, 6)
    by = mapped("west-norfolk", published.WEST_NORFOLK_BEFORE)
    load(ods(published.rows(published.WEST_NORFOLK_BEFORE)), before, by, name="five.ods")
    mapped("west-norfolk", published.WEST_NORFOLK)  # a later version of the same map
    load(ods(published.rows(published.WEST_NORFOLK)), after, by, name="three.ods")

    then, now = printed("projects", "--as-at", "2019-07-01"), printed("projects")

    assert counted(now, "status") == {"red": 5, "amber": 9, "green": 3}
    assert counted(then, "status") == {
        "red": 3,
        "amber_red": 4,
        "amber": 5,
        "amber_green": 3,
        "green": 2,
    }
    assert (
        sums(table(client, "by-stage"))
        == sums(table(client, "by-stage", as_at="2019-07-01"))
        == (17, 17)
    )
    scales = [one.scale.value for one in reads.statuses("P001", number_at(), date.max)]
    assert scales == ["five", "three"]
    assert [one.cell_map.partition("@")[0] for one in reads.updates(number_at())] == [
        "cell-map/west-norfolk",
        "cell-map/west-norfolk",
    ]


def test_north_hertfordshire_13_with_thirteen_changes_and_their_reasons(load, mapped, client):
    # Thirteen changes of milestones were asked for, each with its reason, and Cabinet approved
    # them: https://democracy.north-herts.gov.uk/mgAi.aspx?ID=15451. The days are invented.
    by, on = mapped("north-herts", published.NORTH_HERTS), date(2021, 3, 16)
    dates = (
        ("Original due date", lambda _: "31/12/2020"),
        ("Revised due date", lambda at: f"{at:02}/06/2021"),
        ("Reason for change", lambda at: f"Reason {at}"),
    )
    load(csv_text(published.rows(published.NORTH_HERTS, dates)), on, by, name="register.csv")

    found, slips = printed("projects", "--as-at", "2021-03-16"), printed("slips")

    # our own rule makes red of what slipped from December to June, whatever its plan says now:
    # the council's rating is kept, its override printed beside it
    assert counted(found, "status") == {"green": 6, "amber": 5, None: 2}
    assert counted(found, "stage") == {"delivery": 11, "finished": 1, "business_case": 1}
    assert sums(table(client, "by-stage", as_at="2021-03-16")) == (13, 13)
    assert len(slips) == 13
    assert sum(one["rebaselines"] for one in slips) == 13
    assert {one["original"] for one in slips} == {"2020-12-31"}
    assert min(one["current"] for one in slips) == "2021-06-01"
    moves = reads.moves("P013", number_at(), date.max)["go-live"]
    assert [(one.kind.value, one.approver, one.reason) for one in moves] == [
        ("baseline", "Council", ""),
        ("rebaseline", "Cabinet", "Reason 13"),
    ]
    assert "no parts" in client.get("/projects/P001/", {"as_at": "2021-03-16"}).text


def test_a_word_that_the_map_does_not_know_is_refused_with_its_cell(tmp_path, mapped):
    by = mapped("breckland", published.BRECKLAND)
    path = tmp_path / "register.csv"
    rows = [["Ref", "Project", "State"], ["P1", "One", "Purple"], ["P2", "Two", "Teal"]]
    path.write_text(csv_text(rows))

    refused = run("load", str(path), "--by", "a.patel", by)

    assert refused.exit_code == 1
    assert "register.csv:line 2, column C: “Purple” is no word of the map" in refused.stderr
    assert "register.csv:line 3, column C: “Teal” is no word of the map" in refused.stderr
    assert reads.projects(number_at()) == []
