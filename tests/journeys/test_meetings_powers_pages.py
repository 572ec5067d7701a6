"""Delegations made, used and refused; recommendations noticed and answered: by page, by command."""

import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from click.testing import CliRunner

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.meetings import facts, models, reads, writes
from scrutable.meetings.cli import group

TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
DELEGATION = {
    "body": "EXEC",
    "to": "Director of Finance",
    "acts": "Appoint ICT officers on an interim basis\nCommence procurement for an ICT partner",
    "consultees": "Leader",
    "limit_pounds": "£250,000",
    "each_pounds": "",
    "from_on": "2026-06-01",
    "expires_on": "2026-12-31",
    "made_in": "EXEC-2026-05-19",
    "source_reference": "limb/EXEC-2026-05-19-1/2",
}
USE = {
    "act": "Appoint ICT officers on an interim basis",
    "what": "Two network engineers until March",
    "on": "2026-07-01",
    "used_by": "Director of Finance",
    "pounds": "150,000",
    "consulted": ["Leader"],
    "consulted_on": "2026-06-28",
    "decision": "",
}
ADVICE = {
    "body": "OSMB",
    "to": "EXEC",
    "text": "That the reasons behind the top twenty projects be published.",
    "made_in": "OSMB-2026-07-23",
    "source_reference": "",
}


@pytest.fixture(autouse=True)
def council(db):
    with time_machine.travel(TODAY, tick=False):
        with change(verb="test", subject="body/EXEC", by="tests", at=TODAY) as now:
            for code, name, kind in (
                ("EXEC", "Executive", "executive"),
                ("OSMB", "Overview and Scrutiny Management Board", "scrutiny"),
            ):
                models.Body.objects.create(
                    code=code, name=name, kind=kind, members=[], event=now.number
                )
            for code, body, on in (
                ("EXEC-2026-05-19", "EXEC", date(2026, 5, 19)),
                ("OSMB-2026-07-23", "OSMB", date(2026, 7, 23)),
            ):
                models.Meeting.objects.create(
                    code=code, body=body, on=on, state="held", event=now.number
                )
        yield


def run(*words):
    return CliRunner().invoke(group, words)


def test_pages_without_anything_say_what_would_be_there(client, member):
    client.force_login(member)

    assert "Nothing has been delegated" in client.get("/delegations/").text
    assert "has recommended nothing" in client.get("/recommendations/").text
    assert client.get("/delegations/2026-001/").status_code == 404
    assert client.get("/recommendations/2026-001/").status_code == 404


def test_a_delegation_is_recorded_used_and_shows_what_is_left(client, clerk):
    client.force_login(clerk)

    made = client.post("/delegations/new/", DELEGATION, follow=True)
    used = client.post("/delegations/2026-001/use/", USE, follow=True)

    assert "One delegation is in force" in made.text
    assert "Director of Finance has £100,000 of £250,000 left" in used.text
    assert "Two network engineers until March" in used.text
    csv = client.get("/delegations/2026-001/?format=csv").text
    assert "Within its scope" in csv


def test_a_use_outside_scope_is_refused_with_every_reason_and_kept(client, clerk, officer):
    client.force_login(clerk)
    client.post("/delegations/new/", DELEGATION)
    client.force_login(officer)
    beyond = USE | {"act": "other", "what": "A building", "pounds": "250000.01", "consulted": []}

    refused = client.post("/delegations/2026-001/use/", beyond)

    assert refused.status_code == 422
    assert "“A building” is not covered" in refused.text
    assert "£250,000.01 is over what is left, £250,000 of £250,000" in refused.text
    assert "Leader was not consulted" in refused.text
    assert "The attempt is kept as number 1" in refused.text
    page = client.get("/delegations/2026-001/").text
    assert "Director of Finance has £250,000 of £250,000 left" in page
    assert "1 attempt" in page
    assert "and one use was refused" in client.get("/delegations/").text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"act": ""}, "Select the act"),
        ({"what": ""}, "Enter what was done"),
        ({"pounds": ""}, "Enter the sum, 0 where it costs nothing"),
        ({"pounds": "-1"}, "The sum must be 0 or more"),
        ({"pounds": "1.005"}, "The sum must be in pounds and pence"),
        ({"on": "2026-10-13"}, "Day: 13 October 2026 is to come"),
        ({"consulted_on": ""}, "Consultation: its day is not said"),
    ],
)
def test_a_use_of_which_too_little_is_said_is_asked_for_again(changed, said, client, clerk):
    client.force_login(clerk)
    client.post("/delegations/new/", DELEGATION)

    answer = client.post("/delegations/2026-001/use/", USE | changed)

    assert answer.status_code == 422
    assert said in answer.text
    assert "It has not been used" in client.get("/delegations/2026-001/").text


def test_a_delegation_is_changed_and_ended_and_all_of_it_is_kept(client, clerk):
    client.force_login(clerk)
    client.post("/delegations/new/", DELEGATION)
    form = client.get("/delegations/2026-001/change/").text
    assert 'value="Director of Finance"' in form
    client.post("/delegations/2026-001/change/", DELEGATION | {"limit_pounds": "300000"})
    ended = client.post(
        "/delegations/2026-001/end/",
        {"on": "2026-10-01", "because": "The posts are filled"},
        follow=True,
    )

    assert "The delegation to Director of Finance was ended on 1 October 2026" in ended.text
    assert "How the delegation read, and when" in ended.text
    assert "£300,000" in ended.text


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"acts": ""}, "Enter at least one act"),
        ({"body": ""}, "Select the body that delegates"),
        ({"expires_on": "2026-05-31"}, "It must not expire before it begins"),
        ({"made_in": "EXEC-2001-01-01"}, "There is no meeting EXEC-2001-01-01"),
        ({"source_reference": "kpi/x"}, "Name a limb or a decision"),
    ],
)
def test_a_delegation_that_is_not_whole_is_asked_for_again(changed, said, client, clerk):
    client.force_login(clerk)

    answer = client.post("/delegations/new/", DELEGATION | changed)

    assert answer.status_code == 422
    assert said in answer.text


RESOLVED = b"""EXECUTIVE

19 May 2026

RESOLVED: that authority be delegated to the Director of Finance, in consultation with the Leader,
to appoint ICT officers on an interim basis, up to a maximum of \xc2\xa3250,000.
"""


def load(closure):
    incoming = facts.IncomingMinutes(
        content=RESOLVED, name="may.txt", meeting="EXEC-2026-05-19", closure=closure
    )
    writes.load_minutes(incoming=incoming, by="a.clerk", at=TODAY)
    (limb,) = reads.limbs("EXEC-2026-05-19-1", number_at(), closed=True)
    return limb.number


def test_forms_take_from_a_limb_what_it_says(client, clerk):
    number = load(facts.OPEN)
    client.force_login(clerk)

    form = client.get(f"/delegations/new/?from=limb/EXEC-2026-05-19-1/{number}").text
    other = client.get(f"/recommendations/new/?from=limb/EXEC-2026-05-19-1/{number}").text

    assert f'value="limb/EXEC-2026-05-19-1/{number}"' in form
    assert 'value="EXEC-2026-05-19"' in form
    assert 'value="Director of Finance"' in form
    assert "Leader</textarea>" in form
    assert 'value="250000"' in form
    assert "to appoint ICT officers" in form
    assert "to appoint ICT officers" in other


def test_forms_take_no_words_from_exempt_minutes(client, clerk):
    exempt = facts.Closure(
        openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices"
    )
    number = load(exempt)
    client.force_login(clerk)

    form = client.get(f"/delegations/new/?from=limb/EXEC-2026-05-19-1/{number}").text

    assert "appoint ICT officers" not in form
    assert f'value="limb/EXEC-2026-05-19-1/{number}"' in form


@pytest.mark.parametrize("reference", ["limb/NONE-1/2", "limb/EXEC-2026-05-19-1/9", "x", "limb//1"])
def test_forms_take_nothing_from_a_limb_that_is_not_there(reference, client, clerk):
    client.force_login(clerk)

    assert client.get(f"/delegations/new/?from={reference}").status_code == 200


def test_a_recommendation_is_noticed_answered_and_published(client, scrutiny_officer):
    client.force_login(scrutiny_officer)

    client.post("/recommendations/new/", ADVICE)
    noticed = client.post(
        "/recommendations/2026-001/notice/",
        {"received_on": "2026-08-03", "noticed_on": "2026-08-04", "published_on": "2026-08-01"},
        follow=True,
    )
    assert "Executive owed an answer by 3 October 2026" in noticed.text
    assert "One answer to scrutiny is overdue" in client.get("/recommendations/").text
    answered = client.post(
        "/recommendations/2026-001/answer/",
        {
            "answer": "accepted",
            "on": "2026-10-11",
            "action": "Publish them",
            "reasons": "",
            "owner": "Head of IT",
            "due": "2026-12-01",
        },
        follow=True,
    )
    said = "Executive accepted what scrutiny recommended, but has not published its answer"
    assert said in answered.text
    assert "2026-001: Publish them" in answered.text
    published = client.post("/recommendations/2026-001/publish/", {"on": "2026-10-12"}, follow=True)
    assert "The answer to recommendation 2026-001 is published" in published.text
    assert "Published on" not in published.text


def test_a_rejection_without_reasons_is_refused(client, scrutiny_officer):
    client.force_login(scrutiny_officer)
    client.post("/recommendations/new/", ADVICE)

    answer = client.post(
        "/recommendations/2026-001/answer/", {"answer": "rejected", "on": "2026-10-11"}
    )

    assert answer.status_code == 422
    assert "Enter the reasons for what is rejected" in answer.text


def test_a_recommendation_without_notice_is_owed_nothing(client, scrutiny_officer):
    client.force_login(scrutiny_officer)
    client.post("/recommendations/new/", ADVICE)

    assert "No answer is owed, because no notice was given" in (
        client.get("/recommendations/2026-001/").text
    )
    assert "No answer to scrutiny is awaited or overdue" in client.get("/recommendations/").text


def delegated():
    return run(
        *("delegate", "--body", "EXEC", "--to", "Director of Finance"),
        *("--act", "Appoint ICT officers", "--consulting", "Leader", "--limit", "250,000"),
        *("--from", "2026-06-01", "--expires", "2026-12-31", "--meeting", "EXEC-2026-05-19"),
        *("--by", "a.clerk"),
    )


def used(pounds, *more):
    return run(
        *("use-delegation", "2026-001", "--act", "appoint ict officers", "--what", "Two engineers"),
        *("--on", "2026-07-01", "--used-by", "the Director of Finance", "--pounds", pounds),
        *("--consulted", "Leader", "--consulted-on", "2026-06-30", "--by", "a.clerk", *more),
    )


def test_commands_delegate_and_use_and_refuse(clerk):
    assert delegated().stdout == "2026-001\n"
    within, beyond = used("100000"), used("150000.01")

    assert (within.exit_code, within.stdout) == (0, "delegation/2026-001/1\n")
    assert within.stderr == "£150,000 is left\n"
    assert beyond.exit_code == 1
    assert beyond.stderr == (
        "Error: Sum: £150,000.01 is over what is left, £150,000 of £250,000. "
        "Keep within what is left, or ask Executive for more.\n"
    )
    (row,) = json.loads(run("delegations", "--format", "json").stdout)
    assert row["left_pounds"] == "150000"
    assert (row["uses"], row["refused"], row["state"]) == (1, 1, "in_force")
    ended = run("end-delegation", "2026-001", "--on", "2026-10-12", "--why", "x", "--by", "a.clerk")
    assert (ended.exit_code, ended.stderr) == (0, "Delegation 2026-001 is ended\n")
    assert "Director of" in run("delegations").stdout


@pytest.mark.parametrize("pounds", ["many", "0.001", "-5", "1e400"])
def test_a_command_takes_no_sum_that_is_none(pounds, clerk):
    assert used(pounds).exit_code == 2


def test_commands_name_nobody_who_may_not(member, officer):
    assert delegated().exit_code == 1
    refused = run(
        *("delegate", "--body", "EXEC", "--to", "x", "--act", "y", "--from", "2026-06-01"),
        *("--meeting", "EXEC-2026-05-19", "--by", "a.patel"),
    )

    assert refused.exit_code == 1
    assert "name somebody who may" in refused.stderr


def test_commands_recommend_notice_respond_and_publish(scrutiny_officer):
    by = ("--by", "t.okafor")
    made = run(
        *("recommend", "--body", "OSMB", "--to", "EXEC", "--text", "Publish the reasons."),
        *("--meeting", "OSMB-2026-07-23", *by),
    )
    noticed = run(
        *("notice-recommendation", "2026-001", "--received", "2026-08-03"),
        *("--noticed", "2026-08-04", "--published", "2026-08-01", *by),
    )
    bare = run("respond", "2026-001", "--answer", "rejected", "--on", "2026-10-01", *by)
    answered = run(
        *("respond", "2026-001", "--answer", "accepted", "--on", "2026-10-01"),
        *("--action", "Publish them", "--due", "2026-12-01", *by),
    )
    published = run("publish-answer", "2026-001", "--on", "2026-10-02", *by)

    assert made.stdout == "2026-001\n"
    assert noticed.stdout == "2026-10-03\n"
    assert (bare.exit_code, "Enter the reasons" in bare.stderr) == (1, True)
    assert answered.stdout == "commitment/2026-001\n"
    assert published.exit_code == 0
    (row,) = json.loads(run("recommendations", "--format", "json").stdout)
    assert (row["state"], row["answer"], row["due_on"]) == ("answered", "accepted", "2026-10-03")
    before = run("recommendations", "--known-at", "2026-10-11T00:00", "--format", "json")
    assert json.loads(before.stdout) == []
