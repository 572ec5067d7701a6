"""Costs of IT kept: loaded whole or not at all, allocated once, read as they were known."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from factories.cost_facts import (
    AT,
    LINES,
    allocate,
    areas,
    charge,
    council,
    driver,
    keep,
    load,
    pools,
    set_up,
    steps,
)
from scrutable.audit.reads import events, number_at
from scrutable.audit.writes import change
from scrutable.money import facts
from scrutable.money.reads import costs as reads
from scrutable.money.writes import costs as writes
from scrutable.records.reads import UnknownRecord
from scrutable.records.reads import one as record_of
from scrutable.records.writes import UnfitRecord, keep_all, record

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 12)


def faults(act):
    with pytest.raises(UnfitRecord) as unfit:
        act()
    return [str(one) for one in unfit.value.faults]


def seen(year=None, known=None):
    return reads.costs_seen(number_at() if known is None else known, DAY, year)


def test_every_penny_comes_to_an_area_and_leads_back():
    run = council()

    assert run.is_closed
    assert run.put_in == 410_000
    # management 100,000: desk 25,000, devices 75,000; desk 85,000 by contacts; devices 315,001
    assert {one.area: one.pence for one in run.areas} == {
        "CARE": 51_000 + 157_501, "HIGHWAYS": 25_500 + 94_500 + 9_999, "TRUST": 8_500 + 63_000,
    }  # fmt: skip
    one = reads.area_seen("CARE", number_at(), seen())
    assert [(each.pool.code, each.pence, each.weight) for each in one.given] == [
        ("DEVICES", 157_501, Decimal(50)), ("DESK", 51_000, Decimal(600)),
    ]  # fmt: skip
    led = reads.led_back("CARE", "DESK", seen())
    assert [(each.pool.code, each.target, each.pence) for each, _ in led] == [
        ("DESK", "CARE", 51_000), ("MGMT", "DESK", 25_000),
    ]  # fmt: skip
    lines = reads.lines_behind(led, seen().run)
    assert [(line.code, line.pence) for line in lines] == [("1002", 60_000), ("1001", 100_000)]


def test_what_is_put_straight_to_an_area_stays_there():
    council()

    one = reads.area_seen("HIGHWAYS", number_at(), seen())

    assert [line.pence for line in one.straight] == [9_999]
    assert one.cost.towers[facts.STRAIGHT] == 9_999


def test_units_bodies_and_what_areas_get():
    council()

    now = seen()

    units = {one.count.unit: (one.pence, one.each) for one in now.units}
    assert units == {
        "user": (410_000, Decimal("20.50")),
        "device": (315_001, Decimal("31.50")),
        "contact": (85_000, Decimal("0.85")),
    }
    [cover] = now.covers
    assert (cover.cost, cover.charged, cover.short) == (71_500, 10_000, 61_500)
    one = reads.area_seen("CARE", number_at(), seen())
    assert [(each.title, each.count) for each in one.provisions] == [("Laptops", 50)]
    assert [(unit, each.pence) for unit, each in one.units] == [
        ("contact", 51_000), ("device", 157_501),
    ]  # fmt: skip


def test_the_same_file_and_the_same_inputs_change_nothing():
    council()
    before = number_at()

    assert load()[1] is False
    run, is_new = allocate()

    assert (is_new, run.number, number_at()) == (False, 1, before)


def test_a_new_declaration_makes_a_new_run_and_the_old_one_stays():
    first = council()
    then = number_at()
    keep(driver("CONTACTS", unit="contacts", CARE=1, HIGHWAYS=0, TRUST=0))

    assert seen().stale
    second, is_new = allocate()

    assert (is_new, second.number) == (True, 2)
    assert not seen().stale
    assert seen(known=then).run.inputs == first.inputs
    run = record_of(facts.AllocationRun, number_at(), year=2025, number=1)
    assert run.areas == first.areas


def test_a_pool_without_a_step_is_a_residue_and_no_area():
    keep(*areas(), *pools())
    load()

    run, _ = allocate()

    assert run.is_closed
    assert {one.pool: one.pence for one in run.residues} == {
        "DESK": 60_000, "DEVICES": 240_001, "MGMT": 100_000,
    }  # fmt: skip
    assert [one.area for one in run.areas] == ["HIGHWAYS"]


def test_lines_are_loaded_whole_or_not_at_all_with_every_fault():
    set_up()
    text = LINES + "1005,Nowhere,5.00,\n1006,DESK,many,\n1007,DESK,,\n,,3.333,\n"

    assert faults(lambda: load(text)) == [
        "line 6, column B: There is no pool or area “Nowhere”; use one that is recorded",
        (
            "line 7, column C: “many” is no sum of money; enter it in figures, such as 1,234.56; "
            "0 where it is nothing"
        ),
        (
            "line 8, column C: The sum is missing; enter it in figures, such as 1,234.56; "
            "0 where it is nothing"
        ),
        "line 9, column B: It names no pool; use one that is recorded",
        "line 9, column C: 3.333 is no whole number of pence; round it to the penny",
    ]
    assert reads.load_of(2025, number_at()) is None


def test_lines_that_miss_the_total_given_are_refused():
    set_up()

    assert faults(lambda: load(control=410_001)) == [
        (
            "The lines come to £4,100.00, £0.01 less than the total given; send the whole file, or "
            "correct the total"
        )
    ]
    assert load(control=410_000)[1] is True


def test_a_second_load_stands_in_place_of_the_first():
    set_up()
    load()
    then = number_at()
    load(LINES.replace("600.00", "700.00"))

    assert reads.load_of(2025, number_at()).pence == 420_000
    assert reads.load_of(2025, then).pence == 410_000
    assert reads.put_of(reads.load_of(2025, number_at()))["DESK"] == 70_000


def test_the_log_says_sums_and_no_lines():
    council()

    said = next(one for one in events() if one.verb == "costs_loaded")

    assert said.after["pence"] == 410_000
    assert said.after["rows"] == 4
    assert "lines" not in said.after


def test_without_lines_there_is_nothing_to_allocate():
    set_up()

    with pytest.raises(writes.NothingToAllocate, match=r"no cost lines of 2025/26"):
        allocate()


def ledger(pence, year=2025):
    with change(verb="tests", subject="ledger", by="tests", at=AT) as under_way:
        spent = [
            facts.Spending(line=line, year=year, months=(each,) + (0,) * 11, pence=each, rows=2)
            for line, each in pence.items()
        ]
        whole = facts.LedgerYear(
            year=year, through=date(2026, 3, 31), rows=len(spent), pence=sum(pence.values()),
            refused=0, refused_pence=0, name="ledger.csv",
        )  # fmt: skip
        keep_all([*spent, whole], under_way)


def test_the_ledger_is_a_road_in_and_adds_up_to_the_penny():
    set_up()
    ledger({"IT-100": 100_000, "IT-200": 60_001, "ROADS": 5_000_000})
    keep(facts.LineToPool(line="IT-100", pool="MGMT"))

    assert faults(lambda: writes.load_ledger(year=2025, by="h.brandt", at=AT)) == [
        (
            "IT-200: Nobody has said to which pool budget line IT-200 belongs; name the pool, or "
            "say why it is none of IT"
        ),
        (
            "ROADS: Nobody has said to which pool budget line ROADS belongs; name the pool, or say "
            "why it is none of IT"
        ),
    ]
    keep(
        facts.LineToPool(line="IT-200", pool="DESK"),
        facts.LineToPool(line="ROADS", why="Carriageways"),
    )
    done, is_new = writes.load_ledger(year=2025, by="h.brandt", at=AT)

    assert is_new
    assert (done.pence, done.left_out, done.ledger, done.off) == (160_001, 5_000_000, 5_160_001, 0)
    assert writes.load_ledger(year=2025, by="h.brandt", at=AT) == (done, False)


def test_a_file_is_held_against_the_ledger_where_there_is_one():
    set_up()
    ledger({"IT-100": 410_001})

    done, _ = load()

    assert (done.ledger, done.off) == (410_001, -1)


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (facts.CostPool(code="CARE", title="Care", tower="T"), "code: CARE is an area’s code"),
        (driver("NEW", NOBODY=1), "weights: There is no area or pool NOBODY"),
        (driver("EFFORT", MGMT=1), "weights: MGMT gives to MGMT, which is empty by then"),
        (
            facts.AllocationStep(year=2025, number=4, pool="MGMT", driver="EFFORT"),
            "pool: Two steps empty MGMT; give it one",
        ),
        (
            facts.AllocationStep(year=2025, number=4, pool="X", driver="Y"),
            "pool: There is no pool X",
        ),
        (charge(1, body="CARE"), "body: Adult care is part of the council"),
        (charge(1, body="NOBODY"), "body: There is no body NOBODY"),
        (facts.LineToPool(line="L", pool="X"), "pool: There is no pool X"),
    ],
)
def test_what_does_not_fit_the_others_is_refused(of, said):
    set_up()

    assert faults(lambda: record(of=of, by="h.brandt", at=AT))[0].startswith(said)


def test_runs_are_made_and_never_entered():
    run = council()

    assert "never entered" in faults(lambda: record(of=run, by="h.brandt", at=AT))[0]


def test_a_dropped_step_is_taken_no_longer():
    set_up()
    keep(
        facts.AllocationStep(
            year=2025, number=3, pool="DEVICES", driver="DEVICES-HELD", dropped=True
        )
    )
    load()

    run, _ = allocate()

    assert [one.pool for one in run.residues] == ["DEVICES"]
    assert len(run.steps) == len(steps()) - 1


def test_two_years_are_told_apart_by_costs_and_drivers_to_the_penny():
    council()
    keep(
        driver("EFFORT", 2024, unit="days", DESK=1, DEVICES=3),
        driver("CONTACTS", 2024, unit="contacts", CARE=500, HIGHWAYS=500),
        driver("DEVICES-HELD", 2024, unit="devices", CARE=1, HIGHWAYS=1, TRUST=1),
        *steps(2024),
    )
    load(LINES.replace("600.00", "500.01").replace("1001,Man", "1000,Man"), year=2024)
    allocate(2024)

    found = reads.years_compared(2024, 2025, number_at())

    assert sum(one.before for one in found.everything) == 400_001
    assert sum(one.after for one in found.everything) == 410_000
    assert sum(one.by_drivers for one in found.everything) == 0
    for one in found.everything:
        assert one.before + one.by_costs + one.by_drivers == one.after
    with pytest.raises(reads.NoCosts, match="allocation of costs"):
        reads.years_compared(2023, 2025, number_at())


def test_what_needs_a_person():
    set_up()
    keep(
        charge(10_000), driver("CONTACTS", on=date(2025, 10, 11), unit="contacts", CARE=1, TRUST=1)
    )
    load()
    allocate()

    found = reads.costs_attention(DAY, number_at())

    assert [(one.what, one.gravity.name) for one in found] == [
        ("Schools trust is charged £955 less than it costs", "SERIOUS"),
        ("1 driver of the cost of IT is more than 365 days old", "NOTE"),
    ]
    keep(facts.AllocationStep(year=2025, number=2, pool="DESK", driver="CONTACTS", dropped=True))
    allocate()
    assert (
        reads.costs_attention(DAY, number_at())[0].what == "£850 of the cost of IT reaches no area"
    )


def test_an_unknown_area_is_not_there():
    council()

    with pytest.raises(UnknownRecord, match="business area NOBODY"):
        reads.area_seen("NOBODY", number_at(), seen())


def test_a_page_takes_the_same_number_of_queries_however_many_lines(django_assert_num_queries):
    council()
    known = number_at()
    with django_assert_num_queries(10):
        seen(known=known)
    load("Pool,Pounds\n" + "DESK,1.00\n" * 300, at=datetime(2026, 6, 1, tzinfo=UTC))
    allocate()
    known = number_at()
    with django_assert_num_queries(10):
        seen(known=known)
