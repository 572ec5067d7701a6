"""A scrutiny officer keeps commitments, an officer answers them, a member reads what was done."""

import pytest
import time_machine
from django.core import mail
from django.test import Client

from factories.promise_facts import in_words, question
from factories.stored_promises import AT, made, stored_board, taken
from scrutable.audit import reads as audit
from scrutable.meetings import facts, reads, writes

pytestmark = pytest.mark.django_db
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are being negotiated"
)
TWELFTH = {"on_0": "12", "on_1": "10", "on_2": "2026"}


@pytest.fixture(autouse=True)
def board():
    stored_board()
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def scrutiny(scrutiny_officer):
    client = Client()
    client.force_login(scrutiny_officer)
    return client


@pytest.fixture
def answering(officer):
    client = Client()
    client.force_login(officer)
    return client


def text(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def latest(code="2026-001"):
    return reads.commitment(code, audit.number_at())


def post(client, path, status=302, **given):
    answer = client.post(path, given)
    assert answer.status_code == status, answer.content.decode()
    return answer


def test_with_nothing_the_page_says_what_would_be_here(client, member):
    client.force_login(member)

    page = text(client.get("/commitments/"))

    assert "<h1" in page
    assert "No commitment yet" in page
    assert "stands here once its minutes are confirmed" in page
    assert "Record a commitment" not in page


def test_the_page_finds_what_is_overdue_and_counts_how_promises_were_kept(client, member):
    made()
    taken(made(owner="Head of IT").code, "answered", "9-20", words="Appended")
    client.force_login(member)

    page = text(client.get("/commitments/"))

    assert "One commitment is overdue" in page
    assert "Of 2 commitments, 1 waits for an answer and 1 is answered" in page
    assert "of 2 made by 12 October 2026" in page
    assert page.index("Overdue</strong>") < page.index("Answered</strong>")


@pytest.mark.parametrize(
    ("asks", "codes"),
    [
        ("", {"2026-001", "2026-002", "2026-003", "2026-004", "2026-006"}),
        ("show=all", {"2026-001", "2026-002", "2026-003", "2026-004", "2026-005", "2026-006"}),
        ("show=mine", {"2026-002", "2026-003"}),
        ("show=overdue", {"2026-001", "2026-003"}),
        ("show=open", {"2026-001", "2026-003", "2026-004"}),
        ("show=answered", {"2026-002"}),
        ("show=live", {"2026-001", "2026-002", "2026-003", "2026-004", "2026-006"}),
        ("show=closed", {"2026-005", "2026-006"}),
        ("owner=Head+of+IT", {"2026-003"}),
        ("keeping=kept", {"2026-002"}),
        ("show=all&keeping=kept", {"2026-002", "2026-005"}),
        ("keeping=forgotten", {"2026-001", "2026-003"}),
        ("keeping=dropped", {"2026-006"}),
        ("body=CABINET", set()),
        ("show=overdue&body=OSMB&owner=director+of+finance", {"2026-001"}),
    ],
)
def test_the_list_shows_what_is_asked_for(asks, codes, answering):
    made()
    taken(made(owner="Anita Patel").code, "answered", "9-20", words="Appended")
    made(owner="Head of IT")
    made(owner="", due=in_words("when assessed"))
    closed, dropped = made(owner="Chief Executive").code, made(owner="Chief Executive").code
    taken(closed, "answered", "9-20", words="Appended")
    taken(closed, "closed", "9-24", agreed_in="OSMB-2026-09-24")
    taken(dropped, "closed_unagreed", "9-24", words="Overtaken")
    writes.set_owner_address(
        owner="Head of IT", address="a.patel@westmere.example", by="t.okafor", at=AT
    )

    rows = text(answering.get(f"/commitments/?{asks}&format=csv&table=commitments"))

    assert {code for number in range(1, 7) if (code := f"2026-{number:03}") in rows} == codes


@pytest.mark.parametrize("asks", ["show=theirs", "keeping=promised"])
def test_a_list_of_nothing_known_is_not_there(asks, answering):
    assert answering.get(f"/commitments/?{asks}").status_code == 404


def test_as_known_before_an_answer_the_page_still_says_overdue(answering, officer):
    code = made().code
    with time_machine.travel("2026-11-02T09:00Z", tick=False):
        step = facts.Step(
            kind=facts.StepKind.ANSWERED, on=AT.date(), by="Anita Patel", words="Appended"
        )
        writes.take_step(commitment=code, step=step, by="a.patel", at=AT.replace(month=11, day=2))
        answering.force_login(officer)
        then = text(answering.get(f"/commitments/{code}/?known_at=2026-10-31"))
        now = text(answering.get(f"/commitments/{code}/"))

    assert "31 days late, and not answered" in then
    assert "As it was known on" in then
    assert "Answered on 12 October 2026" in now


def test_an_officer_answers_and_the_history_keeps_it(answering):
    code = made().code

    page = text(answering.get(f"/commitments/{code}/"))
    assert "12 days late, and not answered" in page
    assert f"/commitments/{code}/answer/" in page
    assert "/steps/" not in page
    answer = post(
        answering, f"/commitments/{code}/answer/", **TWELFTH, words="Appended",
        paper="edition/CSS-2026-4",
    )  # fmt: skip

    page = text(answering.get(answer.url))
    assert "Answered on 12 October 2026" in page
    assert "12 October 2026, Anita Patel" in page
    assert 'href="/reports/CSS-2026-4/"' in page
    assert [step.by for step in latest().steps] == ["Anita Patel"]


def test_a_scrutiny_officer_takes_it_through_its_whole_life(scrutiny, answering):
    made()
    steps = "/commitments/2026-001/steps"
    post(scrutiny, f"{steps}/remind/", **TWELFTH, words="By telephone")
    post(scrutiny, f"{steps}/extend/", **TWELFTH, words="Figures are late",
         due_on_0="30", due_on_1="11", due_on_2="2026")  # fmt: skip
    post(scrutiny, f"{steps}/defer/", **TWELFTH, words="No report", due_meeting="OSMB-2026-11-26")
    post(scrutiny, f"{steps}/reassign/", **TWELFTH, owner="Head of IT")
    post(answering, "/commitments/2026-001/answer/", **TWELFTH, words="Appended")
    post(scrutiny, f"{steps}/propose/", **TWELFTH)
    post(scrutiny, f"{steps}/close/", **TWELFTH, agreed_in="OSMB-2026-09-24")
    post(scrutiny, f"{steps}/reopen/", **TWELFTH, words="It answers something else")
    post(scrutiny, f"{steps}/drop/", **TWELFTH, words="Overtaken")

    page = text(scrutiny.get("/commitments/2026-001/"))

    assert [step.kind.value for step in latest().steps] == [
        "chased", "extended", "deferred", "reassigned", "answered", "closure_proposed", "closed",
        "reopened", "closed_unagreed",
    ]  # fmt: skip
    assert "Closed without agreement on 12 October 2026" in page
    assert page.index("Owner reminded") < page.index("Extended") < page.index("Reopened")
    assert "Close it as the committee agreed" in page
    assert "Answer it" not in page


def test_a_refused_step_is_said_on_the_form_and_nothing_is_kept(scrutiny):
    code = made().code
    before = audit.number_at()

    page = text(
        scrutiny.post(
            f"/commitments/{code}/steps/extend/",
            {**TWELFTH, "words": "Late", "due_on_0": "1", "due_on_1": "9", "due_on_2": "2026"},
        ),
        422,
    )
    missing = text(scrutiny.post(f"/commitments/{code}/steps/extend/", TWELFTH), 422)

    assert "It is due by 30 September 2026 already. Give a later day." in page
    assert "Bring a report on the service desk" in page
    assert "Enter the reason" in missing
    assert audit.number_at() == before


def test_a_meeting_that_is_still_to_come_cannot_be_chosen_to_close(scrutiny):
    code = made().code

    page = text(scrutiny.get(f"/commitments/{code}/steps/close/"))

    assert "OSMB-2026-09-24" in page
    assert "OSMB-2026-11-26" not in page


@pytest.mark.parametrize(
    "path",
    [
        "/commitments/2026-900/",
        "/commitments/2026-001/steps/burn/",
        "/commitments/2026-001/steps/answer/",
        "/questions/OSMB-2026-06-25/9/",
        "/questions/OSMB-2026-06-25/99999999999999999999999/",
        "/wanted/OSMB/9/end/",
    ],
)
def test_what_is_not_there_is_not_found(path, scrutiny):
    made()

    assert scrutiny.get(path).status_code == 404


def test_a_promise_made_in_discussion_is_recorded(scrutiny):
    answer = post(
        scrutiny, "/commitments/new/", body="OSMB", text="Look into the figures", kind="action",
        owner="Head of IT", source="promise", made_in="OSMB-2026-09-24", due_words="next meeting",
    )  # fmt: skip

    page = text(scrutiny.get(answer.url))
    assert "Due 26 November 2026" in page
    assert "Promise made in discussion" in page
    assert latest().made_on.isoformat() == "2026-09-24"


def test_a_commitment_made_on_no_day_is_refused(scrutiny):
    page = text(
        scrutiny.post(
            "/commitments/new/",
            {"body": "OSMB", "text": "x", "kind": "action", "source": "report"},
        ),
        422,
    )

    assert "Select the meeting, or enter the day it was made on" in page


def test_exempt_words_are_shown_to_those_who_may_see_them(client, member, scrutiny):
    code = made(text="Renegotiate the price", closure=EXEMPT).code
    client.force_login(member)

    for path in ("/commitments/", f"/commitments/{code}/", "/commitments/?format=csv"):
        assert "Renegotiate" not in text(client.get(path))
        assert "Renegotiate" in text(scrutiny.get(path))
    assert "Exempt matter, not shown here" in text(client.get("/commitments/"))


def test_owners_are_reminded_and_those_without_an_address_are_named(scrutiny):
    made()
    made(owner="Fenbridge Networks")
    post(scrutiny, "/commitments/owners/set/", owner="Director of Finance",
         address="finance@westmere.example")  # fmt: skip

    page = text(scrutiny.post("/commitments/chase/", follow=True))
    again = text(scrutiny.post("/commitments/chase/", follow=True))

    assert "1 letter sent about commitments" in page
    assert "No address is known for: Fenbridge Networks" in page
    assert "0 letters sent about commitments" in again
    assert [letter.to for letter in mail.outbox] == [["finance@westmere.example"]]
    owners = text(scrutiny.get("/commitments/owners/"))
    assert "No letter reaches one owner" in owners
    assert owners.index("Fenbridge Networks") < owners.index("finance@westmere.example")


def test_a_word_that_is_no_address_is_refused(scrutiny):
    page = text(
        scrutiny.post("/commitments/owners/set/", {"owner": "Head of IT", "address": "here"}), 422
    )

    assert "Enter an address such as finance@council.example" in page


def test_a_question_is_asked_answered_and_promises_something(scrutiny, answering):
    post(scrutiny, "/questions/new/", meeting="OSMB-2026-09-24", asked_by="Councillor Osei",
         text="How many calls?", to="Head of IT")  # fmt: skip
    waiting = text(answering.get("/questions/"))
    answer = post(
        answering, "/questions/OSMB-2026-09-24/1/answer/", answer="112 of them",
        answered_by="Head of IT", answered_on_0="12", answered_on_1="10", answered_on_2="2026",
        promise="Send the figures to members", due_words="next meeting",
    )  # fmt: skip

    page = text(answering.get(answer.url))

    assert "One member’s question waits for an answer" in waiting
    assert "112 of them" in page
    assert 'href="/commitments/2026-001/"' in page
    assert "Every member’s question is answered" in text(answering.get("/questions/"))
    assert (latest().owner, latest().source_reference) == (
        "Head of IT",
        "question/OSMB-2026-09-24/1",
    )
    assert text(answering.get("/questions/?body=CABINET")).count("How many calls?") == 0


def test_what_a_body_wants_is_recorded_and_ended(scrutiny):
    post(scrutiny, "/wanted/new/", asked_in="OSMB-2026-06-25", told="Every service credit",
         report_kind="contract-performance", section="credits",
         from_on_0="25", from_on_1="6", from_on_2="2026")  # fmt: skip
    held = text(scrutiny.get("/wanted/"))
    post(scrutiny, "/wanted/OSMB/1/end/", ended_in="OSMB-2026-09-24",
         until_on_0="24", until_on_1="9", until_on_2="2026")  # fmt: skip
    ended = text(scrutiny.get("/wanted/"))

    assert "One thing stands that reports must tell" in held
    assert "Contract performance" in held
    assert "/wanted/OSMB/1/end/" in held
    assert "No report owes its body anything of its own" in ended
    assert "24 September 2026" in ended


def test_what_cannot_be_kept_is_said_on_the_form(scrutiny, answering):
    writes.ask_question(question=question(0), by="a.clerk", at=AT)
    post(scrutiny, "/wanted/new/", asked_in="OSMB-2026-06-25", told="Every service credit",
         section="credits", from_on_0="25", from_on_1="6", from_on_2="2026")  # fmt: skip
    before = audit.number_at()

    end = text(
        scrutiny.post(
            "/wanted/OSMB/1/end/",
            {
                "ended_in": "OSMB-2026-06-25",
                "until_on_0": "1",
                "until_on_1": "6",
                "until_on_2": "2026",
            },
        ),
        422,
    )
    answer = text(
        answering.post(
            "/questions/OSMB-2026-06-25/1/answer/",
            {
                "answer": "112",
                "answered_by": "Head of IT",
                "answered_on_0": "1",
                "answered_on_1": "6",
                "answered_on_2": "2026",
            },
        ),
        422,
    )
    asking = text(scrutiny.post("/questions/new/", {"text": ""}), 422)

    assert "It is wanted from 25 June 2026. Give that day or a later one." in end
    assert "It was asked on 25 June 2026. Give that day or a later one." in answer
    assert "Select the meeting" in asking
    assert audit.number_at() == before


def test_a_mail_server_that_takes_nothing_is_named_on_the_page(scrutiny, settings):
    settings.EMAIL_BACKEND = "factories.refusing_mail.Refusing"
    writes.set_owner_address(
        owner="Director of Finance", address="refused@westmere.example", by="t.okafor", at=AT
    )
    made()

    page = text(scrutiny.post("/commitments/chase/", follow=True))

    assert "No letter went to refused@westmere.example: full" in page
    assert latest().steps == ()


def test_a_section_that_cannot_be_one_is_refused(scrutiny):
    page = text(
        scrutiny.post("/wanted/new/", {"asked_in": "OSMB-2026-06-25", "section": "Credits!"}), 422
    )

    assert "Section must be small letters, figures and hyphens, such as credits" in page


AS_MANY = 14


@pytest.mark.parametrize("number", [2, 500])
def test_the_page_asks_as_few_queries_of_five_hundred_as_of_two(
    number, answering, django_assert_max_num_queries
):
    code = made().code
    taken(code, "chased", "10-1")
    for _ in range(number - 1):
        made()

    with django_assert_max_num_queries(AS_MANY):
        page = text(answering.get("/commitments/"))

    assert f"of {number} made by 12 October 2026" in page
    assert len(page) < 100_000


def test_a_long_list_stands_on_pages_and_whole_in_its_files(answering):
    for _ in range(80):
        made()

    first, second = (
        text(answering.get("/commitments/", {"show": "all", "order": "what", "row": row}))
        for row in ("", "76")
    )

    assert "Rows 1 to 75 of 80" in first
    assert 'href="?show=all&amp;table=commitments&amp;order=what&amp;row=76#commitments"' in first
    assert "Earlier rows" not in first
    assert "Rows 76 to 80 of 80" in second
    assert 'href="?show=all&amp;table=commitments&amp;order=what&amp;row=1#commitments"' in second
    assert "Later rows" not in second
    file = answering.get("/commitments/", {"format": "csv", "row": "76"})
    assert len(file.content.decode().splitlines()) == 81
