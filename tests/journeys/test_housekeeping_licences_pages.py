"""Licences by page: the position, a product, a statement signed, refused, and overtaken."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from factories.licence_files import OWNED, attending, in_use, reconcile, run
from scrutable.audit.reads import number_at
from scrutable.housekeeping import facts, reads
from scrutable.records.reads import every

pytestmark = pytest.mark.django_db
AS_AT = date(2026, 9, 30)
LICENCES = "/estate/licences/"
SIGN = f"{LICENCES}sign/"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    with time_machine.travel(datetime(2026, 10, 12, 9, tzinfo=UTC), tick=False):
        yield tmp_path


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def web(housekeeper):
    return signed_in(housekeeper)


def text(answer):
    return " ".join(answer.content.decode().split())


def told(**said):
    found = reads.licences(number_at(), date(2026, 10, 12))
    return {
        "position": str(found.version) if found else "",
        "verdict": "some",
        "not_assessed": "Odd Tool: nobody knows who sells it",
        "signed_by": "Priya Nair",
        "post": "Director of Finance",
        "signed_on": "2026-10-12",
        **said,
    }


@pytest.mark.usefixtures("housekeeper")
def test_the_position_says_what_is_short_and_what_it_costs(folder, officer):
    reconcile(folder, AS_AT, used=in_use(people=100))

    page = text(signed_in(officer).get(LICENCES))

    assert "Two kinds of licence are short: £196,310.50</h1>" in page
    assert "As at 30 September 2026. Two kinds of licence are more than used" in page
    assert "■</span>Short" in page
    assert "4 of 5 products in use (80%)" in page
    assert "Not known: no extract of devices was taken for the day" in page
    assert "31 March 2027" in page  # ends within 12 months
    assert "29 September 2026" in page  # has ended
    assert "Not recognised: nobody is entitled to it and nobody recorded it" in page
    assert "Sign a statement" not in page


def test_one_that_is_short_is_named_in_the_title(folder, web):
    reconcile(folder, AS_AT, owned=OWNED[:1], used=in_use(people=0)[:10])

    assert "Database Enterprise is 40 cores short: £196,000</h1>" in text(web.get(LICENCES))


def test_with_nothing_reconciled_the_page_says_how_to_begin(web):
    page = text(web.get(LICENCES))

    assert "No licences are reconciled yet" in page
    assert "Take an extract of entitlements and one of deployments" in page


def test_a_day_before_the_extracts_knows_of_nothing(folder, web):
    reconcile(folder, AS_AT)

    assert "No licences are reconciled yet" in text(web.get(f"{LICENCES}?as_at=2026-09-29"))
    then = text(web.get(f"{LICENCES}?as_at=2026-10-12&known_at=2026-10-11"))
    assert "No licences are reconciled yet" in then
    assert "kinds of licence are short" in text(web.get(LICENCES))


def test_the_table_comes_as_csv_with_numbers(folder, web):
    reconcile(folder, AS_AT)

    lines = web.get(f"{LICENCES}?format=csv").content.decode("utf-8-sig").splitlines()

    assert lines[1].startswith("Database Enterprise,Core,120,160,-40,Short,196000,Nothing,")
    sums = web.get(f"{LICENCES}?table=metrics&format=csv").content.decode("utf-8-sig")
    assert sums.splitlines()[1:] == [
        "User,2,1,310.5,0,1,37800,0",
        "Core,1,1,196000,0,0,0,0",
        "Users at once,1,0,0,0,1,Not priced,1",
        "All,4,2,196310.5,0,2,37800,1",
    ]


def test_a_product_shows_its_entitlements_and_the_days_before(folder, web):
    reconcile(folder, AS_AT)
    reconcile(folder, date(2026, 10, 7), used=in_use(cores=(12,) * 10, people=9))

    page = text(web.get(f"{LICENCES}product/databaseenterprise/"))

    assert "Database Enterprise is covered</h1>" in page
    assert "60 packs of 2" in page
    assert "£9,800 once" in page
    assert "40 cores short" in page  # a week before
    then = text(web.get(f"{LICENCES}product/databaseenterprise/?as_at=2026-10-06"))
    assert "Database Enterprise: 40 cores short</h1>" in then
    assert "to put it right costs £196,000" in then


def test_a_product_that_nobody_knows_is_not_there(folder, web):
    reconcile(folder, AS_AT)

    assert web.get(f"{LICENCES}product/nothing/").status_code == 404
    assert "Odd Tool is not assessed</h1>" in text(web.get(f"{LICENCES}product/oddtool/"))


def test_a_product_with_odd_signs_in_its_name_has_a_page(folder, web):
    name = "R/3 50% <b>?#"
    owned = [("A", name, "user", "5", "", "", "", "", "")]
    reconcile(folder, AS_AT, owned=owned, used=[(name, "", "a", "", "", "", "")])

    page = text(web.get(LICENCES))
    address = f"{LICENCES}product/r/350%25%3Cb%3E%3F%23/"

    assert f'href="{address}"' in page
    assert "R/3 50% &lt;b&gt;?#" in text(web.get(address))


def test_a_statement_is_composed_from_the_position_and_signed(folder, web):
    reconcile(folder, AS_AT)
    form = text(web.get(SIGN))
    assert "Assessed: 4 of 5 products in use (80%)." in form
    assert "Left out: Odd Tool." in form

    answer = web.post(SIGN, told())

    assert answer.headers["Location"] == f"{LICENCES}statements/1/"
    page = text(web.get(answer.headers["Location"]))
    assert "Licensing liabilities: 2 kinds of licence short, £196,310.50</h1>" in page
    assert "Priya Nair, Director of Finance" in page
    assert "Odd Tool: nobody knows who sells it" in page
    assert "4 of 5 products in use (80%)" in page
    assert "It no longer agrees" not in page
    assert "Still agrees" in text(web.get(LICENCES))


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"verdict": "none"}, "2 kinds of licence are short; say that there are liabilities"),
        ({"not_assessed": " "}, "Enter what was not assessed"),
        ({"signed_by": ""}, "Enter who signs it"),
        ({"post": ""}, "Enter the post"),
        ({"signed_on": "2026-10-13"}, "13 October 2026 is to come"),
        ({"signed_on": "2026-09-29"}, "The position is of 30 September 2026"),
        ({"position": ""}, "Look at the position first"),
        ({"position": "1"}, "There is no such position"),
        ({"position": "99999"}, "There is no such position"),
        ({"position": str(10**30)}, "There is a problem"),
        ({"verdict": "perhaps"}, "Select one of those listed"),
    ],
)
def test_what_cannot_be_signed_is_refused(folder, web, said, fault):
    reconcile(folder, AS_AT)
    before = number_at()

    answer = web.post(SIGN, told(**said))

    assert answer.status_code == 422
    assert fault in text(answer)
    assert number_at() == before


def test_what_was_looked_at_before_a_newer_position_is_not_signed(folder, web):
    reconcile(folder, AS_AT)
    looked_at = told()
    reconcile(folder, date(2026, 10, 7))

    answer = web.post(SIGN, looked_at)

    assert answer.status_code == 422
    assert "A newer position stands, of 7 October 2026; look at it, then sign" in text(answer)


def test_a_statement_stays_as_signed_and_says_that_it_no_longer_agrees(folder, web, housekeeper):
    owned = OWNED[1:2]
    reconcile(folder, AS_AT, owned=owned, used=list(attending(100)))
    web.post(SIGN, told(verdict="none", not_assessed="Nothing was left out"))
    with time_machine.travel(datetime(2026, 11, 2, 9, tzinfo=UTC), tick=False):
        reconcile(folder, date(2026, 10, 31), owned=owned, used=list(attending(5001)))

        later = signed_in(housekeeper)
        page = text(later.get(f"{LICENCES}statements/1/"))

        assert "No licensing liabilities in what was assessed</h1>" in page
        assert "It no longer agrees with the position as at 31 October 2026." in page
        assert "It said 0 short, now 1; £0 to put right, now £42." in page
        assert "No longer agrees" in text(later.get(LICENCES))
    assert "It no longer agrees" not in text(web.get(f"{LICENCES}statements/1/"))
    [one] = every(facts.LicenceStatement, number_at())
    assert (one.verdict, one.short) == (facts.Verdict.NONE, 0)


def test_a_product_is_recorded_by_page_and_counts_from_then_on(folder, web):
    reconcile(folder, AS_AT)
    answer = web.post(
        f"{LICENCES}products/change/?name=Odd+Tool",
        {"name": "Odd Tool", "other_names": "OT\nOT 2", "why_none": "Free to use"},
    )
    assert answer.headers["Location"] == f"{LICENCES}products/"
    assert "Free to use" in text(web.get(f"{LICENCES}products/"))

    reconcile(folder, AS_AT)

    assert "5 of 5 products in use (100%)" in text(web.get(LICENCES))
    assert "Odd Tool needs no licence</h1>" in text(web.get(f"{LICENCES}product/oddtool/"))


def test_a_name_of_another_product_is_refused_at_its_field(web):
    run("product", "Odd Tool", "--also", "OT")

    answer = web.post(f"{LICENCES}products/change/", {"name": "O T", "other_names": ""})

    assert answer.status_code == 422
    assert "“O T” is a name of Odd Tool already" in text(answer)


def test_a_product_changed_meanwhile_is_not_written_over(web):
    run("product", "Odd Tool")
    address = f"{LICENCES}products/change/?name=Odd+Tool"
    version = str(number_at())
    run("product", "Odd Tool", "--least-cores", "4")

    answer = web.post(address, {"least_cores": "8", "based_on": version})

    assert answer.status_code == 422
    assert "Somebody else has changed this product meanwhile" in text(answer)


@pytest.mark.parametrize(("people", "products"), [(1, 1), (50, 60)])
def test_pages_ask_as_many_queries_for_one_as_for_many(
    folder, web, people, products, django_assert_max_num_queries
):
    owned = [(f"A{at}", f"P{at}", "user", "5", "", "", "", "", "") for at in range(products)]
    used = [
        (f"P{at}", "", f"u{person}", "", "", "", "")
        for at in range(products)
        for person in range(people)
    ]
    reconcile(folder, AS_AT, owned=owned, used=used)
    web.post(SIGN, told(verdict="some" if people > 5 else "none"))
    web.get(LICENCES)

    with django_assert_max_num_queries(11):
        assert web.get(LICENCES).status_code == 200
    with django_assert_max_num_queries(13):
        assert web.get(f"{LICENCES}product/p0/").status_code == 200
    with django_assert_max_num_queries(14):
        assert web.get(f"{LICENCES}statements/1/").status_code == 200
