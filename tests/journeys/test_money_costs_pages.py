"""The cost of IT by page: shown by area, led back to its lines, set up, loaded, refused."""

from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from factories.cost_facts import AT, LINES, allocate, council, driver, keep, load, set_up, steps
from scrutable.audit.reads import number_at
from scrutable.money import facts
from scrutable.money.reads import costs as reads
from scrutable.records.reads import every

pytestmark = pytest.mark.django_db
COSTS = "/money/costs/"


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(datetime(2026, 10, 12, 9, tzinfo=UTC), tick=False):
        yield


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def web(finance_director):
    return signed_in(finance_director)


def text(answer):
    assert answer.status_code in {200, 422}, answer.status_code
    return " ".join(answer.content.decode().split())


def post(web, address, **said):
    return web.post(f"{COSTS}{address}", said)


def test_with_nothing_allocated_the_page_says_how_to_begin(web):
    page = text(web.get(COSTS))

    assert "No costs are allocated yet</h1>" in page
    assert "Record areas, pools, drivers" in page
    assert "0 pools shared over 0 areas in 0 steps" in text(web.get(f"{COSTS}set-up/"))
    for address in ("matrix/", "compare/", "areas/X/", "pools/X/", "drivers/X/"):
        assert web.get(f"{COSTS}{address}").status_code == 404


def test_the_page_says_who_does_not_pay_and_adds_up_in_both_directions(web):
    council()

    page = text(web.get(COSTS))

    assert "Schools trust is charged £615 less than it costs</h1>" in page
    assert "£4,100 came to 3 areas in 2025/26, every penny of it." in page
    assert "Not covered" in page
    assert "£20.50" in page  # for each user
    assert "<svg" in page
    rows = web.get(f"{COSTS}?format=csv").content.decode("utf-8-sig").splitlines()
    assert rows == [
        "Area,Workplace,Support,Put straight to the area,In all,Share",
        "Adult care,1575.01,510,0,2085.01,50.9%",
        "Highways,945,255,99.99,1299.99,31.7%",
        "Schools trust; Outside body,630,85,0,715,17.4%",
        "All areas,3150.01,850,99.99,4100,100%",
    ]


def test_every_penny_of_an_area_leads_back_to_who_declared_and_to_the_lines(web):
    council()

    area = text(web.get(f"{COSTS}areas/CARE/"))
    assert "Adult care cost £2,085.01 in 2025/26</h1>" in area
    assert "600 of 1,000 contacts" in area
    assert "Head of IT" in area
    assert "Laptops" in area
    back = text(web.get(f"{COSTS}areas/CARE/from/DESK/?year=2025"))
    assert "Service desk gave Adult care £510 in 2025/26</h1>" in back
    assert "declared by Head of IT on 20 April 2026" in back
    assert "1 of 4 days" in back  # how management came to the desk
    assert "Service desk contract" in back
    assert "Head of IT" in back
    pool = text(web.get(f"{COSTS}pools/DESK/"))
    assert "Service desk came to £850 in 2025/26</h1>" in pool
    assert "£600 of its own and £250 from other pools, shared by 1,000 contacts." in pool
    said = text(web.get(f"{COSTS}drivers/CONTACTS/?year=2025"))
    assert "Contacts of the year: declared by Head of IT on 20 April 2026</h1>" in said
    assert "Asset register, 31 March 2026" in said
    assert "It shares Service desk." in said
    assert web.get(f"{COSTS}areas/CARE/from/MGMT/").status_code == 404


def test_pools_by_areas_close(web):
    council()

    rows = web.get(f"{COSTS}matrix/?format=csv").content.decode("utf-8-sig").splitlines()

    assert rows == [
        "Area,Service desk,Devices,Put straight to the area,In all",
        "Adult care,510,1575.01,0,2085.01",
        "Highways,255,945,99.99,1299.99",
        "Schools trust,85,630,0,715",
        "All areas,850,3150.01,99.99,4100",
    ]


def test_two_years_are_compared(web):
    council()
    keep(
        driver("EFFORT", 2024, DESK=1, DEVICES=3),
        driver("CONTACTS", 2024, CARE=1, HIGHWAYS=1),
        driver("DEVICES-HELD", 2024, CARE=1, HIGHWAYS=1),
        *steps(2024),
    )
    load(LINES.replace("600.00", "500.00"), year=2024)
    allocate(2024)

    page = text(web.get(f"{COSTS}compare/?year=2025"))

    assert "The cost of IT rose by £100 from 2024/25 to 2025/26</h1>" in page
    assert "Both parts add up to what moved, to the penny." in page
    assert "Costs of 2024/25" in text(web.get(COSTS))
    assert web.get(f"{COSTS}compare/?year=2025&with=2019").status_code == 404


def test_everything_is_recorded_by_page(web):
    assert post(web, "set-up/areas/new/", code="CARE", title="Adult care", side="inside").url == (
        "/money/costs/set-up/?year=2026"
    )
    post(web, "set-up/areas/new/", code="TRUST", title="Trust", side="outside", owner="Head")
    post(web, "set-up/pools/new/", code="DESK", title="Desk", tower="Support")
    made = {
        "code": "USERS", "year": "2025", "title": "Users", "unit": "users",
        "weights": "CARE 1,200\nTRUST 0.5\n", "source": "Directory", "declared_by": "Head of IT",
        "declared_on": "2026-05-01",
    }  # fmt: skip
    assert post(web, "set-up/drivers/new/", **made).status_code == 302
    said = {"year": "2025", "number": "1", "pool": "DESK", "driver": "USERS"}
    assert post(web, "set-up/steps/new/", **said).status_code == 302
    charged = {
        "body": "TRUST", "year": "2025", "what": "Desk", "pence": "1,200.50", "on": "2026-05-01",
        "source": "SLA",
    }  # fmt: skip
    assert post(web, "set-up/charges/new/", **charged).status_code == 302
    counted = {
        "unit": "user", "year": "2025", "number": "1200.5", "pools": ["DESK"], "driver": "USERS",
        "source": "Directory", "declared_by": "Head of IT", "declared_on": "2026-05-01",
    }  # fmt: skip
    assert post(web, "set-up/counts/new/", **counted).status_code == 302
    gets = {"area": "CARE", "year": "2025", "kind": "users", "title": "Users", "count": "1200"}
    assert post(web, "set-up/provisions/new/", **gets).status_code == 302
    assert post(web, "set-up/lines/new/", line="IT-1", pool="DESK").status_code == 302

    known = number_at()
    [one] = every(facts.CostDriver, known)
    assert [(each.target, str(each.weight)) for each in one.weights] == [
        ("CARE", "1200"), ("TRUST", "0.5"),
    ]  # fmt: skip
    assert [one.pence for one in every(facts.Charge, known)] == [120_050]
    assert [one.pools for one in every(facts.UnitCount, known)] == [("DESK",)]
    page = text(web.get(f"{COSTS}set-up/?year=2025"))
    assert "1 pool shared over 2 areas in 1 step, 2025/26</h1>" in page
    for address in (
        "areas/CARE/", "pools/DESK/", "drivers/USERS/2025/", "steps/2025/1/",
        "charges/TRUST/2025/1/", "counts/user/2025/", "provisions/CARE/2025/1/", "lines/IT-1/",
    ):  # fmt: skip
        assert "How it stood before is kept." in text(web.get(f"{COSTS}set-up/{address}"))
    assert "1200.5" in text(web.get(f"{COSTS}set-up/charges/TRUST/2025/1/"))
    assert "CARE 1,200" in text(web.get(f"{COSTS}set-up/drivers/USERS/2025/"))


def test_what_cannot_be_recorded_is_said_at_its_field(web):
    set_up()
    made = {
        "code": "USERS", "year": "2025", "title": "Users", "unit": "users", "weights": "NOBODY 1",
        "source": "Directory", "declared_by": "Head of IT", "declared_on": "2026-05-01",
    }  # fmt: skip

    assert "There is no area or pool NOBODY" in text(post(web, "set-up/drivers/new/", **made))
    made["weights"] = "CARE many"
    assert "“CARE many” is no weight" in text(post(web, "set-up/drivers/new/", **made))
    said = {"year": "2025", "number": "9", "pool": "DESK", "driver": "CONTACTS"}
    assert "Two steps empty DESK" in text(post(web, "set-up/steps/new/", **said))
    for address in ("houses/new/", "areas/NOBODY/", "drivers/USERS/", "steps/2025/x/"):
        assert web.get(f"{COSTS}set-up/{address}").status_code == 404


def test_cost_lines_are_loaded_and_allocated_by_page(web):
    set_up()
    file = SimpleUploadedFile("costs.csv", LINES.encode())

    web.post(f"{COSTS}load/", {"year": "2025", "file": file, "control": "4,100.00"})
    web.post(f"{COSTS}allocate/", {"year": "2025"})

    assert reads.load_of(2025, number_at()).pence == 410_000
    assert "£4,100 came to 3 areas" in text(web.get(COSTS))
    assert "4 cost lines of 2025/26 from a file: £4,100; there is no ledger" in text(
        web.get(f"{COSTS}set-up/?year=2025")
    )


def test_a_bad_file_is_refused_with_every_fault(web):
    set_up()
    file = SimpleUploadedFile("costs.csv", (LINES + ",Nowhere,x,\n").encode())

    page = text(web.post(f"{COSTS}load/", {"year": "2025", "file": file}))

    assert "line 6, column B: There is no pool or area “Nowhere”" in page
    assert "line 6, column C: “x” is no sum of money" in page
    assert reads.load_of(2025, number_at()) is None
    assert "There are no cost lines of 2025/26" in text(
        web.post(f"{COSTS}allocate/", {"year": "2025"})
    )
    assert "The ledger of 2025/26 is not taken in" in text(
        web.post(f"{COSTS}ledger/", {"year": "2025"})
    )


def test_the_template_comes_back_as_it_was_filled_in(web):
    set_up()
    book = openpyxl.load_workbook(BytesIO(web.get(f"{COSTS}template/").content))
    assert [cell.value for cell in book["Cost lines"][1]] == [
        "Code",
        "Pool or area",
        "Pounds",
        "Text",
    ]
    book["Cost lines"].append(["1", "DESK", 12.34, "Desk"])
    out = BytesIO()
    book.save(out)

    file = SimpleUploadedFile("filled.xlsx", out.getvalue())
    web.post(f"{COSTS}load/", {"year": "2025", "file": file})

    assert reads.load_of(2025, number_at()).pence == 1234


def test_who_may_only_look_is_offered_nothing_else(officer):
    council()
    web = signed_in(officer)

    page = text(web.get(COSTS))
    assert "Pools by areas" in page
    assert "Load cost lines" not in page
    for address in ("load/", "allocate/", "ledger/", "template/", "set-up/areas/new/"):
        assert web.get(f"{COSTS}{address}").status_code == 403


def test_a_page_of_an_earlier_day_knows_only_what_was_known(web):
    council()

    assert "No costs are allocated yet" in text(web.get(f"{COSTS}?known_at=2026-05-03"))
    assert AT.date() == date(2026, 5, 4)
