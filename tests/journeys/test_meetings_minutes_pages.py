"""A clerk loads minutes, sees text beside reading, corrects, and confirms; others may not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from factories.minutes_files import pdf
from factories.stored_minutes import MEETING, TEXT, stored_minutes
from factories.stored_promises import stored_board
from scrutable.audit.reads import number_at
from scrutable.meetings import facts, models, reads, tasks
from scrutable.meetings.views.minutes import loading
from scrutable.work.models import Job

pytestmark = pytest.mark.django_db
CODE = f"{MEETING}-1"
PAGE = f"/minutes/{CODE}/"
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are being bid"
)
UNCLEAR = """IMT Services

It was moved by Councillor A and seconded by Councillor B that the strategy be refused.
"""
CORRECTION = {
    "quoted": "That the Head of IT report back to the next meeting on the top 20 projects.",
    "kind": "report-back",
    "wording": "given",
    "owner": "Chief Digital Officer",
    "consultees": "Leader\nDirector of Finance",
    "due": "next meeting",
    "due_from": "",
    "due_to": "",
    "amount": "£1,200.50",
    "condition": "if the pilot succeeds",
    "is_tracked": "on",
    "reason": "The post was renamed",
}


@pytest.fixture
def desk(client, clerk):
    """The clerk, signed in."""
    client.force_login(clerk)
    return client


def sent(client, content=None, name="minutes.txt", **given):
    file = SimpleUploadedFile(name, TEXT.encode() if content is None else content)
    told = {"meeting": MEETING, "item": "", "file": file, "openness": "open"}
    return client.post("/minutes/load/", told | given, follow=True)


def test_minutes_travel_from_the_file_to_a_commitment(desk):
    stored_board()

    answer = sent(desk)
    assert answer.redirect_chain == [(PAGE, 302)]
    assert "3 outcomes read, to be confirmed" in answer.text
    assert '<a class="app-limb__number" id="span-2" href="#limb-2">' in answer.text
    assert '<mark class="app-minutes__mark">That the report be noted.</mark>' in answer.text
    assert "“next meeting” (26 November 2026)" in answer.text

    answer = desk.post(f"{PAGE}limbs/2/", CORRECTION)
    assert answer.url == f"{PAGE}?limb=2#limb-2"
    answer = desk.post(f"{PAGE}limbs/1/strike/", {"reason": "Told in the discussion"})
    assert answer.url == f"{PAGE}?limb=1#limb-1"
    desk.post(f"{PAGE}limbs/3/right/")
    answer = desk.post(f"{PAGE}confirm/", follow=True)

    assert "is confirmed: 1 commitment made" in answer.text
    assert "2 outcomes confirmed by a.clerk" in answer.text
    assert f'href="/delegations/new/?from=limb/{CODE}/3"' in answer.text
    assert 'href="/commitments/2026-001/"' in answer.text
    (made,) = reads.commitments(number_at())
    assert made.owner == "Chief Digital Officer"
    assert made.consultees == ("Leader", "Director of Finance")
    assert made.condition == "if the pilot succeeds"


def test_a_limb_that_was_missed_is_added_by_its_words(desk):
    stored_minutes()
    added = CORRECTION | {"quoted": "considered a report on\nIMT services", "kind": "note"}

    answer = desk.post(f"{PAGE}limbs/new/", added, follow=True)

    assert "Limb 4 is added" in answer.text
    assert reads.limb(CODE, 4, number_at()).outcome.text == "considered a report on IMT services"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"quoted": "words that nobody wrote"}, "These words are not in the text"),
        ({"quoted": "report"}, "These words stand in the text 3 times. Quote more of them"),
        ({"quoted": ""}, "Quote the words of the text"),
        ({"reason": " "}, "Enter the reason"),
        ({"kind": "nonsense"}, "Select one of those listed"),
        ({"due": "", "due_to": "2026-12-01"}, "Enter the words of the text that set the day"),
        ({"due_from": "2026-12-02", "due_to": "2026-12-01"}, "Due by must be on or after due from"),
        ({"due_from": "2026-12-02"}, "Due by must be on or after due from"),
        ({"amount": "plenty"}, "must be in pounds and pence"),
    ],
)
def test_what_cannot_be_kept_of_a_limb_comes_back_in_words(desk, given, said):
    stored_minutes()

    answer = desk.post(f"{PAGE}limbs/2/", CORRECTION | given)

    assert answer.status_code == 422
    assert said in answer.text
    assert reads.limb(CODE, 2, number_at()).state is facts.LimbState.AS_READ


def test_an_unclear_limb_stands_in_the_way_and_is_named(desk):
    stored_minutes(UNCLEAR)

    answer = desk.get(PAGE)
    assert "1 outcome read, 1 unclear and to be looked at first" in answer.text
    assert (
        '<a class="govuk-link" href="/minutes/OSMB-2026-09-24-1/?limb=1#limb-1">limb 1</a>'
        in answer.text
    )
    assert "Confirm the minutes</button>" not in answer.text
    answer = desk.post(f"{PAGE}confirm/", follow=True)

    assert "Limb 1 is unclear. Confirm, correct or strike each" in answer.text
    assert not models.MinutesConfirmed.objects.exists()
    desk.post(f"{PAGE}limbs/1/right/")
    assert "is confirmed: 0 commitments made" in desk.post(f"{PAGE}confirm/", follow=True).text


def test_tracking_is_turned_on_and_off_without_a_reason(desk):
    stored_minutes()

    desk.post(f"{PAGE}limbs/2/right/", {"tracked": "no"})
    desk.post(f"{PAGE}limbs/3/right/", {"tracked": "yes"})

    assert [limb.is_tracked for limb in reads.limbs(CODE, number_at())] == [False, False, True]


def test_turning_tracking_off_keeps_what_was_corrected(desk):
    stored_minutes()
    desk.post(f"{PAGE}limbs/2/", CORRECTION)

    desk.post(f"{PAGE}limbs/2/right/", {"tracked": "no"})

    limb = reads.limb(CODE, 2, number_at())
    assert (limb.state, limb.reason) == (facts.LimbState.CORRECTED, "The post was renamed")


def test_the_same_file_again_leads_to_the_minutes_that_are_there(desk):
    stored_minutes()
    before = number_at()

    answer = sent(desk)

    assert f"This very file is {CODE} already. Nothing changed" in answer.text
    assert number_at() == before


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"content": b"%PDF-1.7 cut"}, "The PDF is damaged or cut short"),
        ({"content": b""}, "The file is empty"),
        ({"item": "9"}, "has no item 9"),
        ({"meeting": "OSMB-2026-11-26"}, "Select one of those listed"),
        ({"openness": "exempt", "paragraphs": ["3"]}, "Enter why exemption outweighs disclosure"),
        (
            {"openness": "exempt", "public_interest": "Prices"},
            "Select the paragraph under which it is exempt",
        ),
        ({"paragraphs": ["3"]}, "Leave this empty: only exempt matter has it"),
        ({"openness": ""}, "who may see it"),
    ],
)
def test_a_file_that_is_refused_comes_back_in_words_and_leaves_nothing(desk, given, said):
    stored_board()
    before = number_at()

    answer = sent(desk, **given)

    assert answer.status_code == 422
    assert said in answer.text
    assert number_at() == before


def test_a_pack_is_read_by_the_worker(desk, monkeypatch):
    stored_board()
    monkeypatch.setattr(loading, "READ_AT_ONCE", 1_000)

    answer = sent(desk, pdf(3), "pack.pdf")

    job = Job.objects.get()
    assert answer.redirect_chain == [(f"/jobs/{job.pk}/", 302)]
    if not models.Minutes.objects.exists():  # the queue of tests only keeps what it is asked
        argument = job_token()
        tasks.load.call(job.pk, token=argument, by="a.clerk")
        job.refresh_from_db()
    assert (job.state, job.link) == ("finished", PAGE)
    assert job.outcome == f"pack.pdf is loaded as {CODE}: 9 outcomes to look at."


def job_token():
    return DBTaskResult.objects.get().args_kwargs["kwargs"]["token"]


def test_what_was_sent_too_long_ago_is_asked_for_again(clerk):
    job = Job.objects.create(title="Read", asked_by="a.clerk", asked_at="2026-10-12T08:00Z")

    tasks.load.call(job.pk, token="gone", by="a.clerk")

    job.refresh_from_db()
    assert (job.state, job.outcome) == (
        "failed",
        "What was sent is kept for a day only, and nothing was loaded. Send it again.",
    )


def test_minutes_of_another_day_than_the_meeting_are_pointed_out(desk):
    stored_board()

    answer = sent(desk, TEXT.replace("IMT Services", "Date: 23 July 2025", 1).encode())

    assert "The text itself names 23 July 2025 as the day of its meeting" in answer.text


def test_nothing_of_confirmed_minutes_is_offered_or_taken(desk):
    stored_minutes()
    desk.post(f"{PAGE}confirm/")

    assert "Correct<" not in desk.get(PAGE).text
    assert desk.get(f"{PAGE}limbs/1/").status_code == 404
    assert desk.get(f"{PAGE}limbs/new/").status_code == 404
    answer = desk.post(f"{PAGE}limbs/1/right/", follow=True)
    assert "no longer changes. Load the corrected minutes as a file of their own" in answer.text


def test_a_member_sees_minutes_once_they_are_confirmed(client, member, clerk):
    stored_minutes()
    client.force_login(member)
    assert client.get(PAGE).status_code == 403
    assert "No minutes have been loaded" in client.get("/minutes/").text
    client.force_login(clerk)
    client.post(f"{PAGE}confirm/")

    client.force_login(member)

    assert client.get(PAGE).status_code == 200
    assert CODE in client.get("/minutes/").text


def test_minutes_may_be_loaded_as_exempt_or_as_confidential(desk):
    stored_board()
    reason = {"openness": "exempt", "paragraphs": ["3"], "public_interest": "Prices are being bid"}

    exempt = sent(desk, **reason)
    confidential = sent(desk, content=TEXT.encode() + b"\n", openness="confidential")

    assert "Exempt under paragraph 3 of Schedule 12A. Prices are being bid" in exempt.text
    assert "Confidential" in confidential.text


def test_exempt_minutes_are_shown_only_to_those_who_may_see_them(client, member, clerk):
    stored_minutes(closure=EXEMPT)
    client.force_login(clerk)
    assert "Exempt under paragraph 3 of Schedule 12A. Prices are being bid" in client.get(PAGE).text
    client.post(f"{PAGE}confirm/")

    client.force_login(member)
    answer = client.get(PAGE)

    assert answer.status_code == 403
    assert "top 20 projects" not in answer.text
    assert "top 20 projects" not in client.get("/minutes/?format=csv").content.decode()


def test_a_long_text_shows_what_stands_around_its_outcomes(desk):
    filler = "Members asked about projects, and the officers answered each in turn.\n\n" * 1_000
    stored_minutes(filler + TEXT)

    answer = desk.get(PAGE)

    assert "characters are left out here" in answer.text
    assert len(answer.content) < 100_000
    assert answer.text.count("Members asked about projects") < 100
    assert desk.get(f"{PAGE}?text=whole").text.count("Members asked about projects") == 1_000


def test_a_pack_with_many_outcomes_stands_on_several_pages(desk):
    stored_minutes(
        "RESOLVED\n\n" + "".join(f"{n}. That report {n} be noted.\n" for n in range(1, 121))
    )

    first, later = desk.get(PAGE), desk.get(f"{PAGE}?limb=77")

    assert first.text.count('<article class="app-limb') == 30
    assert f'href="{PAGE}?limb=31#limb-31" rel="next"' in first.text
    assert 'id="limb-77"' in later.text
    assert 'id="limb-50"' not in later.text
    assert f'href="{PAGE}?limb=31#limb-31" rel="prev"' in later.text
    assert "That report 120 be noted" not in first.text
    assert "That report 120 be noted" in desk.get(f"{PAGE}?text=whole").text
    assert len(desk.get(f"{PAGE}?format=csv").content.decode().splitlines()) == 121


def test_what_is_not_there_is_404(desk):
    stored_minutes()

    for path in ("OSMB-1/", f"{CODE}/limbs/9/", "OSMB-1/limbs/1/"):
        assert desk.get(f"/minutes/{path}").status_code == 404


def test_outcomes_are_given_as_a_file_of_what_is_shown(desk):
    stored_minutes()

    answer = desk.get(f"{PAGE}?format=csv")

    assert answer.content.decode("utf-8-sig").splitlines()[0] == (
        "Limb,Kind,What,Owner,In consultation with,Due,Amount,Condition,State,Tracked"
    )
