"""Licences: what is in use by each metric, what is short or over, and what either costs."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import licence_facts as made
from factories.licence_facts import AS_AT, IDLE_SINCE
from scrutable.housekeeping import engine
from scrutable.housekeeping.facts import (
    Consumption,
    Deployment,
    Entitlement,
    GapWhy,
    Inventoried,
    Metric,
    SoftwareProduct,
    TermState,
)
from scrutable.housekeeping.rules import licences as rules

DATABASE = Entitlement(
    row=2,
    agreement="DB-1",
    product="Database Enterprise",
    metric=Metric.CORE,
    quantity=20,
    pack_size=2,
    starts_on=date(2024, 4, 1),
    once_pence=980_000,
)
MEETINGS = Entitlement(
    row=3,
    agreement="VM-1",
    product="Video Meetings",
    metric=Metric.USER,
    quantity=5000,
    starts_on=date(2026, 4, 1),
    ends_on=date(2027, 3, 31),
    yearly_pence=4_200,
)


def used(*deployments, entitlements=(DATABASE, MEETINGS), products=()):
    known = rules.known_products(products, entitlements)
    found = rules.consumption(deployments, known, idle_since=IDLE_SINCE)
    return {(one.product, one.metric): one for one in found}


def position(entitlements, consumed, *, products=()):
    known = rules.known_products(products, entitlements)
    [found] = rules.positions(entitlements, consumed, known, as_at=AS_AT)
    return found


def in_use(number, *, product="databaseenterprise", metric=Metric.CORE):
    return Consumption(
        product=product, metric=metric, number=number, rows=number, uncounted=0, idle=0
    )


def on_server(tag, cores, **more):
    return Deployment(row=0, product="Database Enterprise", tag=tag, cores=cores, **more)


def by(login, **more):
    return Deployment(row=0, product="Video Meetings", login=login, **more)


def test_forty_cores_short_cost_twenty_packs_of_two_at_the_last_price():
    found = position([DATABASE], [in_use(80)])

    assert (found.entitled, found.used, found.short, found.over) == (40, 80, 40, 0)
    assert (found.liability_pence, found.surplus_pence) == (19_600_000, 0)
    assert (found.priced_by, found.pack) == ("DB-1", 2)


def test_nine_hundred_seats_over_cost_what_is_paid_a_year_for_them():
    found = position([MEETINGS], [in_use(4100, product="videomeetings", metric=Metric.USER)])

    assert (found.short, found.over) == (0, 900)
    assert (found.liability_pence, found.surplus_pence) == (0, 3_780_000)


@pytest.mark.parametrize(
    ("cores", "short", "pence"),
    [(40, 0, 0), (41, 1, 980_000), (42, 2, 980_000), (43, 3, 1_960_000)],
)
def test_only_whole_packs_are_bought(cores, short, pence):
    found = position([DATABASE], [in_use(cores)])

    assert (found.short, found.liability_pence) == (short, pence)


@pytest.mark.parametrize(("seats", "pence"), [(9, 0), (10, 1000), (19, 1000), (20, 2000)])
def test_only_whole_packs_are_given_back(seats, pence):
    packs = replace(MEETINGS, quantity=5, pack_size=10, yearly_pence=1000)

    found = position([packs], [in_use(50 - seats, product="videomeetings", metric=Metric.USER)])

    assert (found.over, found.surplus_pence) == (seats, pence)


def test_a_price_that_is_blank_is_not_nought():
    unpriced = replace(DATABASE, once_pence=None)

    assert position([unpriced], [in_use(80)]).liability_pence is None
    assert position([unpriced], [in_use(1)]).surplus_pence is None
    assert position([unpriced], [in_use(40)]).liability_pence == 0
    assert position([replace(DATABASE, once_pence=0)], [in_use(80)]).liability_pence == 0


def test_what_was_bought_once_costs_nothing_a_year_when_nothing_uses_it():
    assert position([DATABASE], []).surplus_pence == 0


def test_a_shortfall_costs_the_licence_and_its_first_year():
    both = replace(DATABASE, pack_size=None, quantity=40, once_pence=1000, yearly_pence=200)

    assert position([both], [in_use(43)]).liability_pence == 3600


def test_the_last_price_is_that_of_the_line_that_began_last_by_the_day():
    older = replace(DATABASE, row=9, starts_on=date(2020, 1, 1), once_pence=1)
    to_come = replace(DATABASE, row=4, starts_on=date(2026, 10, 1), once_pence=7)
    blank = replace(DATABASE, row=5, starts_on=date(2025, 1, 1), once_pence=None)
    same_day = replace(DATABASE, row=6, once_pence=990_000)
    undated = replace(DATABASE, row=7, starts_on=None, once_pence=3)

    last = rules.last_priced([older, DATABASE, to_come, blank, same_day, undated], AS_AT)

    assert last == same_day
    assert rules.last_priced([undated], AS_AT) == undated
    assert rules.last_priced([blank, to_come], AS_AT) is None


def test_what_has_ended_does_not_count_but_still_tells_the_price():
    ended = replace(DATABASE, ends_on=date(2026, 9, 29))

    found = position([ended], [in_use(2)])

    assert (found.entitled, found.short, found.liability_pence) == (0, 2, 980_000)


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (None, None, TermState.COUNTS),
        (AS_AT, None, TermState.COUNTS),
        (date(2026, 10, 1), None, TermState.TO_BEGIN),
        (None, date(2026, 9, 29), TermState.ENDED),
        (None, AS_AT, TermState.ENDS_SOON),
        (None, date(2027, 9, 29), TermState.ENDS_SOON),
        (None, date(2027, 9, 30), TermState.COUNTS),
        (date(2027, 1, 1), date(2026, 1, 1), TermState.ENDED),
    ],
)
def test_a_term_counts_from_its_first_day_to_its_last(starts, ends, expected):
    term = replace(DATABASE, starts_on=starts, ends_on=ends)

    assert rules.term_state(term, AS_AT, 12) is expected


def test_a_user_counts_once_however_they_are_written():
    found = used(by("a@x"), by(" A@X "), by("b@x"), by(""), by(" "))["videomeetings", Metric.USER]

    assert (found.number, found.rows, found.uncounted) == (2, 5, 2)


def test_a_device_counts_once_for_all_who_use_it():
    viewer = replace(MEETINGS, product="Viewer", metric=Metric.DEVICE)
    rows = [
        Deployment(row=0, product="viewer", tag=tag, login=login)
        for tag, login in (("LT1", "a"), ("lt1", "b"), ("LT2", "a"))
    ]

    assert used(*rows, entitlements=[viewer])["viewer", Metric.DEVICE].number == 2


def test_cores_are_summed_by_device_with_the_vendors_least():
    least = SoftwareProduct(name="Database Enterprise", least_cores=4)

    found = used(
        on_server("S1", 2), on_server("S2", 16), on_server("s2", 8), on_server("S3", None),
        products=[least],
    )["databaseenterprise", Metric.CORE]  # fmt: skip

    assert (found.number, found.uncounted) == (4 + 16 + 4, 1)


def test_without_a_least_unknown_cores_count_for_nothing_and_are_told():
    found = used(on_server("S1", None), on_server("", 8))["databaseenterprise", Metric.CORE]

    assert (found.number, found.uncounted) == (0, 2)


def test_of_concurrent_use_the_peak_counts():
    plans = replace(MEETINGS, product="Plans", metric=Metric.CONCURRENT)
    rows = [Deployment(row=0, product="Plans", peak=peak) for peak in (3, 11, None, 7)]

    found = used(*rows, entitlements=[plans])["plans", Metric.CONCURRENT]

    assert (found.number, found.uncounted) == (11, 0)


def test_who_has_not_used_it_for_longer_than_the_council_lets_pass_is_idle():
    found = used(
        by("a", seen=date(2026, 7, 1)),
        by("b", seen=IDLE_SINCE),
        by("c"),
        by("d", seen=date(2026, 1, 1)),
        by("D", seen=date(2026, 9, 1)),
    )["videomeetings", Metric.USER]

    assert found.idle == 1


def test_a_product_is_known_again_by_its_other_names():
    product = SoftwareProduct(name="Database Enterprise", other_names=("DB Ent 2022",))
    rows = [Deployment(row=0, product=name, tag=name, cores=8) for name in ("DB ENT  2022", "Ora")]

    found = used(*rows, products=[product])

    assert {key: one.number for key, one in found.items()} == {
        ("databaseenterprise", Metric.CORE): 8
    }


def test_a_known_product_that_nobody_is_entitled_to_is_short_of_all_of_it():
    product = SoftwareProduct(name="Drawing", metrics=(Metric.USER,))
    rows = [Deployment(row=0, product="drawing", login=login) for login in "abc"]
    known = rules.known_products([product], [])

    found = rules.positions(
        [], rules.consumption(rows, known, idle_since=IDLE_SINCE), known, as_at=AS_AT
    )

    assert [(one.title, one.entitled, one.short, one.liability_pence) for one in found] == [
        ("Drawing", 0, 3, None)
    ]


def test_what_needs_no_licence_is_assessed_and_nothing_is_wanting():
    free = SoftwareProduct(name="Archiver", why_none="Free to use")
    rows = [Deployment(row=0, product="archiver", tag="LT1")]
    known = rules.known_products([free], [])
    consumed = rules.consumption(rows, known, idle_since=IDLE_SINCE)

    assert rules.positions([], consumed, known, as_at=AS_AT) == []
    assert rules.gaps(rows, known, as_at=AS_AT, consumed=consumed) == []


def test_what_was_left_out_is_named_with_its_reason_and_lowers_the_coverage():
    user_and_device = [MEETINGS, replace(MEETINGS, row=4, metric=Metric.DEVICE)]
    rows = [
        Deployment(row=2, product="Video Meetings", login="a"),
        Deployment(row=3, product="Odd Tool", login="a"),
        Deployment(row=4, product="odd tool ", login="b"),
        on_server("", 8),
        on_server("S1", 8),
    ]
    known = rules.known_products([], [DATABASE, *user_and_device])
    consumed = rules.consumption(rows, known, idle_since=IDLE_SINCE)

    left = rules.gaps(rows, known, as_at=AS_AT, consumed=consumed)
    share = rules.coverage(
        as_at=AS_AT,
        rows=5,
        used=rules.products_used(rows, known),
        left_out=left,
        devices=Inventoried(devices=100, inventoried=93),
    )

    assert [(one.title, one.why, one.rows) for one in left] == [
        ("Database Enterprise", GapWhy.UNCOUNTED, 1),
        ("Odd Tool", GapWhy.UNRECOGNISED, 2),
        ("Video Meetings", GapWhy.NO_METRIC, 1),
    ]
    assert (share.products, share.products_assessed) == (3, 0)
    assert (share.devices, share.devices_inventoried) == (100, 93)


def test_sums_leave_out_what_has_no_price_and_count_it():
    known = rules.known_products([], [DATABASE, MEETINGS])
    consumed = [in_use(44), in_use(10, product="videomeetings", metric=Metric.DEVICE)]

    came_to = rules.sums(rules.positions([DATABASE, MEETINGS], consumed, known, as_at=AS_AT))

    assert (came_to.short, came_to.liability_pence, came_to.short_unpriced) == (2, 1_960_000, 1)
    assert (came_to.over, came_to.surplus_pence, came_to.over_unpriced) == (1, 21_000_000, 0)


def test_findings_are_named_alike_from_one_day_to_the_next():
    twins = [DATABASE, replace(DATABASE, product="DATABASE  Enterprise")]
    names = set()
    for lines in ([twins[0]], [twins[1]]):
        known = rules.known_products([], lines)
        [found] = rules.licence_findings(rules.positions(lines, [in_use(80)], known, as_at=AS_AT))
        names.add((found.fault, found.key, found.pence))

    assert names == {("short", "database enterprise by core", 19_600_000)}


@pytest.fixture(scope="module")
def duck():
    return engine.DuckEngine()


@given(rows=made.deployments, lines=made.entitlements, recorded=made.products, nulls=st.booleans())
def test_the_engine_counts_as_the_rules_do(duck, rows, lines, recorded, nulls):
    known = rules.known_products(recorded, lines)

    made.laid(duck, rows, blank=None if nulls else "")

    assert made.asked(duck, known) == made.said(rows, known)


tags = st.lists(made.units, max_size=6)
owned = st.lists(st.tuples(made.units, st.booleans()), max_size=6)


@given(had=owned, seen=tags)
def test_the_engine_counts_each_device_once(duck, had, seen):
    columns = (("tag", "VARCHAR"), ("disposed_on", "DATE"))
    duck.table("devices", columns, [(tag, AS_AT if gone else None) for tag, gone in had])
    made.laid(duck, [Deployment(row=0, product="x", tag=tag) for tag in seen])

    def key(tag):
        return tag.strip(" ").translate({ord("A"): "a"})

    kept = {key(tag) for tag, gone in had if not gone} - {""}
    assert engine.inventoried(duck) == Inventoried(
        devices=len(kept), inventoried=len(kept & {key(tag) for tag in seen})
    )
