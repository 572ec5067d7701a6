"""A councillor’s own pages: answered on a phone, gone on with, and nobody else’s."""

from datetime import UTC, date, datetime

import pytest

from scrutable.access.facts import PersonDetails, Role
from scrutable.access.writes import add_person
from scrutable.audit.reads import number_at
from scrutable.councillors import reads, writes
from scrutable.councillors.facts import (
    AccessNeeds,
    Confidence,
    Councillor,
    Kit,
    KitFault,
    KitKind,
    Session,
    SkillArea,
    SkillsSaid,
    Trouble,
)
from scrutable.records.writes import record

pytestmark = pytest.mark.django_db
AT = datetime(2026, 4, 2, 9, tzinfo=UTC)
MARK = "planted-mark-of-b"
MINE = "/councillors/mine/"


def add(name, person):
    one = Councillor(number=0, name=name, person=person, since=date(2025, 5, 5))
    return writes.record_councillor(councillor=one, by="x", at=AT).number


@pytest.fixture
def two(member):
    """Councillor A signs in as c.osei; B has said, raised and been given everything."""
    for code, title in (("MAIL", "E-mail"), ("PAPERS", "Papers")):
        record(of=SkillArea(code=code, title=title, asks=f"I can {title}"), by="x", at=AT)
    a, b = add("Councillor A", "c.osei"), add(MARK, "b.b")
    details = PersonDetails(username="b.b", full_name="Councillor B", role=Role.MEMBER)
    add_person(details=details, password=None, by="x", at=AT)
    told = (("MAIL", Confidence.NOT_YET),)
    said = SkillsSaid(councillor=b, on=AT.date(), confidence=told, wants=("MAIL",))
    writes.say_skills(said=said, by="b.b", at=AT)
    kit = Kit(number=0, councillor=b, kind=KitKind.TABLET, model=MARK, issued_on=AT.date())
    writes.record_kit(kit=kit, by="x", at=AT)
    fault = KitFault(number=0, councillor=b, trouble=Trouble.MAIL, raised_on=AT.date(), words=MARK)
    writes.raise_fault(fault=fault, by="b.b", at=AT)
    writes.tell_needs(councillor=b, needs=AccessNeeds(needs=MARK), by="b.b", at=AT)
    made = Session(
        number=0, title="Mail", skills=("MAIL",), on=date(2099, 1, 1), minutes=9, by="x", places=5
    )
    number = record(of=made, by="x", at=AT).number
    writes.book(session=number, councillor=b, by="b.b", at=AT)
    return a, b, number


def test_a_form_is_answered_in_part_and_gone_on_with(client, member, two):
    client.force_login(member)
    answer = client.post(f"{MINE}skills/", {"skill_MAIL": "2", "wants": ["PAPERS"]}, follow=True)
    assert "1 of 2 answered. 1 question left for another time." in answer.text

    page = client.get(f"{MINE}skills/").text
    assert page.count('value="2" checked') + page.count("checked") >= 2
    client.post(f"{MINE}skills/", {"skill_MAIL": "3", "skill_PAPERS": "1", "may_see": "on"})
    said = reads.skills_said(two[0], number_at())
    assert said.confidence == (("MAIL", Confidence.ALONE), ("PAPERS", Confidence.NOT_YET))
    assert (said.wants, said.may_see) == ((), True)


def test_an_answer_of_another_form_is_refused_in_words(client, member, two):
    client.force_login(member)

    answer = client.post(f"{MINE}skills/", {"skill_MAIL": "9"})

    assert answer.status_code == 422
    assert "Select one of those listed" in answer.text


def test_a_member_sees_nothing_of_another(client, member, two):
    client.force_login(member)
    _, b, number = two

    for address in (
        MINE,
        f"{MINE}skills/",
        f"{MINE}access/",
        "/councillors/",
        "/councillors/skills/",
        "/councillors/sessions/",
        f"/councillors/sessions/{number}/",
        "/councillors/kit/",
        "/councillors/kit/?format=csv",
        "/councillors/access/officers/",
        "/attention/",
        f"/search/?q={MARK}",
    ):
        assert MARK not in client.get(address).text.replace(f"{MARK}&", "").replace(
            f'"{MARK}"', ""
        ).replace(f"“{MARK}”", ""), address
    for address in (
        f"/councillors/access/{b}/",
        f"/councillors/access/{b}/change/",
        f"/councillors/people/{b}/change/",
        "/councillors/people/",
        "/councillors/skills/needs/",
        "/councillors/kit/faults/",
        "/councillors/kit/devices/",
        f"/councillors/sessions/{number}/attendance/",
    ):
        assert client.get(address).status_code == 403, address
    for reference in (f"councillor/{b}", "kit/1", "kit-fault/1", f"access/{b}"):
        assert client.get(f"/trace/{reference}").status_code in (403, 404)


def test_a_member_changes_nothing_of_another(client, member, two):
    client.force_login(member)
    a, b, number = two
    before = reads.access_form(b)
    client.post(f"{MINE}access/", {"report_form": "word", "needs": "mine", "councillor": str(b)})
    client.post(f"{MINE}sessions/{number}/give-back/")
    client.post(f"{MINE}access/erase/")

    assert reads.access_form(a) is None
    assert reads.access_form(b) == before
    assert reads.access_needs(before).needs == MARK
    assert reads.own_places(b, number_at())[number].is_booked


def test_a_place_is_booked_and_given_back_on_the_page(client, member, two):
    client.force_login(member)
    a, _, number = two
    page = f"/councillors/sessions/{number}/"
    assert "Book my place" in client.get(page).text

    assert "Your place is booked" in client.post(f"{MINE}sessions/{number}/book/", follow=True).text
    assert reads.own_places(a, number_at())[number].is_booked
    assert "Give my place back" in client.get(page).text
    client.post(f"{MINE}sessions/{number}/give-back/")
    assert not reads.own_places(a, number_at())[number].is_booked


def test_a_member_who_is_linked_to_none_is_told_whom_to_ask(client, member):
    client.force_login(member)

    assert "Ask democratic services" in client.get(MINE).text
    assert client.get(f"{MINE}skills/").status_code == 404


def test_who_arranges_learning_sees_by_name_what_was_asked_and_no_more(client, clerk, two):
    _, b, _ = two
    told = (("MAIL", Confidence.NOT_YET), ("PAPERS", Confidence.NOT_YET))

    def shown(**more):
        said = SkillsSaid(councillor=b, on=AT.date(), confidence=told, **more)
        writes.say_skills(said=said, by="b.b", at=AT)
        return client.get("/councillors/skills/needs/").text

    client.force_login(clerk)
    assert MARK not in shown()
    asked = shown(wants=("MAIL",))
    assert MARK in asked
    assert "Papers" not in asked.split("<tbody", 1)[1].split("</tbody", 1)[0]
    assert "Papers" in shown(may_see=True).split("<tbody", 1)[1].split("</tbody", 1)[0]


def test_a_look_is_in_the_log_before_it_is_shown_and_the_councillor_sees_it(
    client, clerk, officer, administrator, auditor, two
):
    _, b, _ = two
    address = f"/councillors/access/{b}/"
    for person in (clerk, officer, administrator, auditor):
        client.force_login(person)
        assert client.get(address).status_code == 403
        assert MARK not in client.get("/log/").text
    client.force_login(clerk)
    client.post(
        "/councillors/access/officers/new/",
        {"username": "a.patel", "since": "2026-04-01", "why": "Kit"},
    )
    assert client.get(address).status_code == 403

    client.force_login(officer)
    page = client.get(address)
    assert page.status_code == 200
    assert MARK in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert client.head(address).status_code == 405
    form = reads.access_form(b)
    assert [one.by for one in reads.looks(form)] == ["a.patel"]
    client.force_login(auditor)
    assert MARK not in client.get("/log/").text


def test_an_administrator_names_and_sees_nothing(client, administrator, officer, two):
    client.force_login(administrator)
    new = "/councillors/access/officers/new/"
    given = {"since": "2026-04-01", "why": "Kit"}
    refused = client.post(new, {"username": "m.doyle", **given})
    assert refused.status_code == 422
    assert "Nobody names themselves" in refused.text

    assert client.post(new, {"username": "a.patel", **given}).status_code == 302
    assert client.get("/councillors/access/").status_code == 403


def test_without_a_key_the_form_says_so(client, member, two, settings):
    settings.ACCESS_NEEDS_KEYS = []
    client.force_login(member)

    answer = client.post(f"{MINE}access/", {"report_form": "page"})

    assert answer.status_code == 422
    assert "no key is set to seal them with" in answer.text
