"""Names pried out of the estate: by whoever may not see them, or without a word in the log."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from factories.estate_kept import LEAVER, LOGIN, TRADER, one_of_each
from scrutable.audit import reads as audit
from scrutable.audit.models import Event
from scrutable.housekeeping import facts, tasks, writes
from scrutable.housekeeping.facts import ExtractKind
from scrutable.housekeeping.intake import Asked
from scrutable.records.writes import UnfitRecord, record
from scrutable.work.models import Job

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
DAY = date(2026, 9, 30)
NAMES = (LEAVER, LOGIN, TRADER, "Quentin", "invoice/S", "Invoice I9")
PLACES = (
    *("/", "/attention/", "/search/?q=lena.left.0", "/search/?q=Lena+Leaver", "/search/?q=Petra"),
    *("/search/?q=finding/1", "/search/?q=thing/1", "/log/", "/log/1/"),
    *("/trace/finding/1", "/trace/thing/1", "/trace/thing/1/person", "/trace/finding/5"),
    *(f"/trace/estate/orders/2026-09-30/supplier/{code}" for code in ("S1", "S2", "S3")),
    *("/trace/estate/accounts/2026-09-30", "/trace/estate/accounts/2026-09-30/leaver_open"),
    *("/trace/estate/orders/2026-09-30", "/trace/estate/orders/2026-09-30/no_order"),
    *("/trace/extract/accounts/2026-09-30",),
    *("/estate/", "/estate/trends/", "/estate/initiatives/", "/estate/initiatives/ACC-1/"),
    *(
        "/estate/findings/",
        "/estate/findings/?names=yes",
        "/estate/findings/?names=yes&order=thing",
    ),
    *("/estate/findings/1/", "/estate/things/1/", "/estate/things/1/person/"),
    *("/estate/findings/explain/?tick=1", "/estate/findings/assign/?of=all&state=every"),
    *("/estate/extracts/", "/estate/extracts/accounts/2026-09-30/", "/estate/licences/"),
    *("/estate/orders/", "/estate/suppliers/", "/estate/suppliers/S2/", "/estate/suppliers/S3/"),
    *("/estate/suppliers/?order=-name", "/estate/agreements/", "/estate/suppliers/S1/"),
)
OF_THE_ESTATE = [place for place in PLACES if place.startswith("/estate/")]


def asked(place, more):
    return place + (("&" if "?" in place else "?") + more if more else "")


@pytest.fixture(autouse=True)
def _estate(settings, tmp_path, housekeeper):
    settings.DATA_DIR = tmp_path
    with time_machine.travel(TODAY, tick=False):
        one_of_each()
        yield


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("who", "more"),
    [
        ("administrator", ""),
        ("scrutiny_officer", "format=csv"),
        ("officer", "format=xlsx"),
        ("supplier_person", ""),
    ],
)
def test_nobody_else_is_ever_told_a_name(request, who, more):
    client = client_of(request.getfixturevalue(who))
    told = {}
    for place in PLACES:
        answer = client.get(asked(place, more))
        shown = answer.content.decode("utf-8", "replace")
        if "q=" in place:  # what somebody looks for is said again
            shown = shown.replace(place.partition("q=")[2].replace("+", " "), "")
        if named := [name for name in NAMES if name in shown]:
            told[place] = named
    assert told == {}


@pytest.mark.parametrize("more", ["", "format=csv"])
def test_what_names_somebody_is_kept_by_no_browser(housekeeper, more):
    client = client_of(housekeeper)
    kept = {}
    for place in OF_THE_ESTATE:
        answer = client.get(asked(place, more))
        shown = answer.content.decode("utf-8", "replace")
        if any(name in shown for name in NAMES):
            kept[place] = (answer["Cache-Control"], answer.get("ETag"))
    assert len(kept) >= (3 if more else 5)
    assert set(kept.values()) == {("private, no-store", None)}


def test_an_answer_without_a_body_is_no_look(housekeeper):
    client = client_of(housekeeper)
    before = Event.objects.count()
    for place in OF_THE_ESTATE:
        client.head(place)
    assert Event.objects.count() == before


def test_the_invoices_of_a_supplier_are_looked_at_like_any_other(housekeeper):
    client = client_of(housekeeper)

    assert "Invoice I9" in client.get("/estate/suppliers/S2/").content.decode()

    last = audit.events(by=housekeeper.username, most=1)[0]
    assert (last.verb, last.after["where"]) == ("names_seen", "/estate/suppliers/S2/")


# The log


def taken(tmp_path, name, content, **more):
    path = tmp_path / name
    path.write_text(content)
    asked_of = Asked(kind=ExtractKind.ACCOUNTS, as_at=DAY, name=name, mapping={}, **more)
    return path, asked_of


def test_the_log_never_says_what_a_file_was_called(tmp_path):
    path, asked_of = taken(tmp_path, "lena.left.0.csv", "Login,Employee number\nann,E1\n")

    kept = writes.take_sent(
        path=path, asked=asked_of, folder=tmp_path / "kept", megabytes=0, by="b.khan", at=TODAY
    )

    assert kept.name == "lena.left.0.csv"
    assert LOGIN not in str(audit.events(most=1)[0])


def test_a_refused_row_s_values_stay_out_of_the_job_that_refused_it(tmp_path, housekeeper):
    at = [None]
    for content in (
        "Lena Leaver,lena.left.0\n",
        "Login,Employee number,Last sign-in\nann,E1,Lena Leaver\n",
    ):
        folder = tmp_path / f"sent{len(at)}"
        folder.mkdir()
        path, asked_of = taken(folder, "accounts.csv", content)
        number = tasks.ask_to_take(path=path, asked=asked_of, by="b.khan", at=TODAY)
        at.append(Job.objects.get(pk=number).outcome)
        assert LEAVER not in at[-1]
        assert "accounts.csv was not taken: line " in at[-1]


@pytest.mark.parametrize(
    ("name", "heading"), [("lena.left.0", "Konto"), ("directory", "lena.left.0")]
)
def test_a_mapping_is_not_named_after_somebody(name, heading):
    saved = facts.SavedMapping(
        kind=ExtractKind.ACCOUNTS, name=name, columns=(("login", heading),), month_first=False
    )

    with pytest.raises(UnfitRecord, match="names an account, a device or a person"):
        record(of=saved, by="b.khan", at=TODAY)


@pytest.mark.parametrize(
    "why",
    [
        "lena.left.0’s manager agreed", "kept for lena.left.0/ICT", "see lena.left.0-archive",
        "as lena.left.1 said", "as «Lena Leaver» said",
    ],
)  # fmt: skip
def test_a_reason_names_nobody_whatever_signs_stand_around_the_name(why):
    with pytest.raises(UnfitRecord, match="names an account, a device or a person"):
        writes.explain(numbers=[1], why=why, until=date(2026, 10, 31), by="b.khan", at=TODAY)
