"""Benefits kept by page: promised, measured, verified, expected, claimed twice, withdrawn."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
import time_machine
from django.test import Client

from factories.benefit_facts import benefit, day, disbenefit, in_words, measured, plain
from factories.project_facts import project
from scrutable.audit.reads import number_at
from scrutable.portfolio import facts, models, reads, writes

TODAY = datetime(2026, 6, 30, 9, tzinfo=UTC)
pytestmark = pytest.mark.django_db
PROFILE = {
    "project": "203",
    "title": "Less printing",
    "kind": "cashable",
    "description": "Fewer printers are leased",
    "metric": "Cost of printing a year",
    "measure": "pounds",
    "lower_is_better": "on",
    "baseline": "£200,000",
    "baseline_on": "2024-04-01",
    "target": "120000",
    "target_on": "2026-04-01",
    "measure_on": "2025-04-01\n2025-10-01",
    "yearly_pounds": "80000",
    "budget_line": "IT-4100",
    "owner": "P. Quayle",
}
MEASURED = {
    "on": "2026-04-01",
    "value": "150,000",
    "pounds": "50000",
    "source": "Ledger",
    "measured_by": "F. Inance",
}


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def _projects(at):
    for number, title in (("203", "Device refresh"), ("213", "Windows upgrade")):
        writes.record_project(project=project(number, title=title), by="a.patel", at=at)


@pytest.fixture
def web(officer):
    client = Client()
    client.force_login(officer)
    return client


def keep(*of):
    for one in of:
        writes.record(of=one, by="a.patel", at=TODAY)


def text(answer):
    return answer.content.decode()


def test_a_benefit_is_promised_measured_verified_and_expected_by_page(web):
    answer = web.post("/benefits/new/", PROFILE)
    assert answer.headers["Location"] == "/benefits/203-1/"
    of = reads.benefit("203-1", number_at())
    assert of.baseline == Decimal(200000)
    assert of.measure_on == (day("2025-04-01"), day("2025-10-01"))
    assert "Less printing: not measured" in text(web.get("/benefits/203-1/"))

    web.post("/benefits/203-1/measure/", MEASURED)
    shown = text(web.get("/benefits/203-1/"))
    assert "Less printing: not realised" in shown
    assert "£150,000 on 1 April 2026, against £120,000 by 1 April 2026." in shown
    assert "/benefits/203-1/verify/2026-04-01/" in shown

    own = web.post(
        "/benefits/203-1/verify/2026-04-01/",
        {"verified_by": "F. Inance", "verified_on": "2026-06-01", "based_on": number_at()},
    )
    assert own.status_code == 422
    assert "F. Inance measured it too; have somebody else verify it" in text(own)
    said = {"verified_by": "A. Udit", "verified_on": "2026-06-01", "based_on": number_at()}
    assert web.post("/benefits/203-1/verify/2026-04-01/", said).status_code == 302
    assert "A. Udit, 1 June 2026" in text(web.get("/benefits/203-1/"))

    expected = {
        "on": "2026-06-30",
        "value": "120000",
        "by_when": "2026-12-31",
        "why": "Leases end",
        "said_by": "P. Quayle",
    }
    assert web.post("/benefits/203-1/forecast/", expected).status_code == 302
    assert "said on 30 June 2026 by P. Quayle" in text(web.get("/benefits/203-1/"))


def test_a_profile_is_refused_with_every_fault_at_its_field_and_nothing_is_kept(web):
    sent = {**PROFILE, "budget_line": "", "yearly_pounds": "", "baseline": "", "owner": "Sam Hale"}
    answer = web.post("/benefits/new/", sent)

    assert answer.status_code == 422
    for said in (
        "A cashable benefit has no budget line; give the code of the line",
        "A cashable benefit has no full-year value; give the pounds a year",
        "There is a target and no baseline; give the baseline",
        "Sam Hale manages project 203; name an owner on the business side",
    ):
        assert said in text(answer)
    assert models.Benefit.objects.count() == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"on": "2026-07-01"}, "1 July 2026 is to come"),
        ({"value": "", "pounds": ""}, "Nothing was found; give a value"),
        ({"value": "a lot"}, "Enter the value as a number, such as 92.5"),
        ({"value": "NaN"}, "Enter the value as a number, such as 92.5"),
        ({"source": ""}, "The value has no source; say where it is from"),
    ],
)
def test_a_measurement_that_cannot_be_is_refused(web, changed, said):
    keep(benefit())
    answer = web.post("/benefits/203-1/measure/", {**MEASURED, **changed})

    assert answer.status_code == 422
    assert said in text(answer)
    assert models.Measurement.objects.count() == 0


def test_a_change_of_something_changed_meanwhile_is_refused(web):
    keep(benefit())
    shown = reads.benefit("203-1", number_at()).version
    sent = {name: said for name, said in PROFILE.items() if name != "project"}
    first = web.post("/benefits/203-1/change/", {**sent, "title": "One", "based_on": shown})
    second = web.post("/benefits/203-1/change/", {**sent, "title": "Two", "based_on": shown})

    assert (first.status_code, second.status_code) == (302, 422)
    assert "Somebody else has changed this benefit meanwhile" in text(second)
    assert reads.benefit("203-1", number_at()).title == "One"
    assert "Less printing" in text(web.get("/benefits/203-1/"))  # as it was promised first


def test_a_saving_claimed_twice_is_said_counted_once_and_settled(web):
    keep(benefit(), benefit("213-1", title="Fewer leases", yearly_pounds=Decimal(60000)))
    listed = text(web.get("/benefits/"))

    assert "Of £80,000 a year promised, nothing is measured yet" in listed
    assert "£60,000 claimed twice is left out" in listed
    assert "203-1 alone" in listed
    assert "looks like the same saving" in text(web.get("/benefits/213-1/"))
    answer = web.post(
        "/benefits/claims/203-1/213-1/",
        {"outcome": "shares", "why": "Half each", "said_by": "Board", "on": "2026-06-30"},
    )
    assert answer.status_code == 302
    assert "Of £140,000 a year promised" in text(web.get("/benefits/"))
    assert "looks like the same saving" not in text(web.get("/benefits/213-1/"))
    assert "Half each" in text(web.get("/benefits/claims/203-1/213-1/"))
    keep(plain("213-2"))
    assert web.get("/benefits/claims/203-1/213-2/").status_code == 404


def test_what_is_withdrawn_stays_on_the_list_and_counts_in_no_sum(web):
    keep(benefit())
    of = reads.benefit("203-1", number_at())
    no_reason = web.post("/benefits/203-1/withdraw/", {"withdrawn_on": "2026-06-30"})
    assert no_reason.status_code == 422
    said = {
        "withdrawn_on": "2026-06-30",
        "withdrawn_reason": "It is 213’s",
        "based_on": of.version,
    }
    assert web.post("/benefits/203-1/withdraw/", said).status_code == 302
    assert "Withdrawn on 30 June 2026: It is 213’s" in text(web.get("/benefits/203-1/"))
    listed = text(web.get("/benefits/"))
    assert "1 more is withdrawn" in listed
    assert "203-1 Less printing" in listed


def test_benefits_of_a_project_that_is_over_are_marked_and_measured(web):
    keep(benefit())
    over = project("203", title="Device refresh", stage=facts.ProjectStage.FINISHED)
    writes.record_project(project=over, by="a.patel", at=TODAY)

    assert "the project is over" in text(web.get("/benefits/"))
    assert web.post("/benefits/203-1/measure/", MEASURED).status_code == 302


def test_the_list_is_filtered_sorted_and_sent_as_a_file(web):
    keep(benefit(), disbenefit(), in_words(), plain("213-1", owner="R. Mora", metric="Calls"))
    keep(measured(benefit(), "2026-04-01", "100000", pounds="90000"))

    harms = text(web.get("/benefits/?kind=disbenefit"))
    assert "203-2 More calls" in harms
    assert "213-1 Calls" not in harms
    assert "213-1 Calls" in text(web.get("/benefits/?owner=R.+Mora"))
    assert "203-1 Less" in text(web.get("/benefits/?standing=realised&project=203"))
    assert "No benefit is recorded for it" in text(web.get("/benefits/?project=999"))
    lines = text(web.get("/benefits/?table=benefits&format=csv&order=-promised")).splitlines()
    assert lines[1].startswith("203-1 Less printing,203 Device refresh,Cashable,P. Quayle")
    assert "125.0%, beyond the target" in lines[1]
    assert len(lines) == 5


def test_pages_answer_as_it_was_known(web):
    keep(benefit())
    later = datetime(2026, 6, 30, 13, tzinfo=UTC)
    writes.record(of=measured(benefit(), "2026-06-29", "110000"), by="a.patel", at=later)

    with time_machine.travel(later, tick=False):
        now = text(web.get("/benefits/203-1/"))
        then = text(web.get("/benefits/203-1/?known_at=2026-06-30T12:00"))
        before = web.get("/benefits/203-1/?known_at=2026-01-01")
    assert "Less printing: realised" in now
    assert "Less printing: not measured" in then
    assert before.status_code == 404


def test_nothing_recorded_says_so_and_what_is_unknown_is_not_found(web):
    assert "No benefit is recorded" in text(web.get("/benefits/"))
    for path in ("203-1/", "203-1/measure/", "nonsense/", "203-1/verify/2026-04-01/"):
        assert web.get(f"/benefits/{path}").status_code == 404
    keep(benefit())
    for wrong in ("2026-04-01", "yesterday"):
        assert web.get(f"/benefits/203-1/verify/{wrong}/").status_code == 404


def test_members_read_and_do_not_write(member):
    keep(benefit())
    client = Client()
    client.force_login(member)

    assert client.get("/benefits/").status_code == 200
    assert "Add a benefit" not in text(client.get("/benefits/"))
    assert "Record a measurement" not in text(client.get("/benefits/203-1/"))
    for path in ("new/", "203-1/measure/", "203-1/change/", "203-1/withdraw/", "203-1/forecast/"):
        assert client.get(f"/benefits/{path}").status_code == 403


@pytest.mark.parametrize("many", [1, 40])
def test_pages_ask_as_many_queries_for_one_as_for_many(web, many, django_assert_max_num_queries):
    for number in range(1, many + 1):
        keep(plain(f"203-{number}", metric=f"Metric {number}"))
    web.get("/benefits/")
    with django_assert_max_num_queries(9):
        web.get("/benefits/")
    with django_assert_max_num_queries(22):
        web.get("/benefits/203-1/")
