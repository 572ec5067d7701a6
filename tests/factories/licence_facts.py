"""Small lists of entitlements and deployments as Hypothesis makes them, and what comes of them."""

from datetime import date

from hypothesis import strategies as st

from scrutable.housekeeping import engine as asking
from scrutable.housekeeping.facts import Deployment, Entitlement, Metric, SoftwareProduct
from scrutable.housekeeping.rules import licences as rules

AS_AT = date(2026, 9, 30)
IDLE_SINCE = date(2026, 7, 2)  # 90 days before
names = st.sampled_from(
    ["", " ", "Visio", "visio ", "VI SIO", "Éclair", "éclair", "DB", "d b", "Free", "Odd"]
)
units = st.sampled_from(["", " ", "a", "A", " a", "b", "é", "É", "ſ"])
metrics = st.none() | st.sampled_from(Metric)
small = st.none() | st.integers(0, 9)
days = st.none() | st.dates(date(2026, 6, 25), date(2026, 7, 10))
deployments = st.lists(
    st.builds(
        Deployment,
        row=st.just(0),
        product=names,
        metric=metrics,
        login=units,
        tag=units,
        cores=small,
        peak=small,
        seen=days,
    ),
    max_size=10,
)
entitlements = st.lists(
    st.builds(
        Entitlement,
        row=st.integers(2, 99),
        agreement=st.just(""),
        product=names,
        metric=st.sampled_from(Metric),
        quantity=st.integers(0, 5),
    ),
    max_size=5,
)
products = st.lists(
    st.sampled_from(
        [
            SoftwareProduct(name="DB", other_names=("Visio",), least_cores=4),
            SoftwareProduct(name="Free", why_none="Free to use"),
            SoftwareProduct(name="Éclair", metrics=(Metric.USER,)),
        ]
    ),
    unique_by=lambda one: one.name,
    max_size=3,
)
TEXT, WHOLE = "VARCHAR", "BIGINT"
COLUMNS = (
    ("at_row", WHOLE), ("product", TEXT), ("metric", TEXT), ("login", TEXT), ("tag", TEXT),
    ("cores", WHOLE), ("peak", WHOLE), ("seen", "DATE"),
)  # fmt: skip


def laid(engine, rows, *, blank=""):
    """Lay the deployments before an engine; what is blank is so, or None."""
    engine.table(
        "deployments",
        COLUMNS,
        [
            (
                one.row, one.product or blank, one.metric.value if one.metric else blank,
                one.login or blank, one.tag or blank, one.cores, one.peak, one.seen,
            )
            for one in rows
        ],
    )  # fmt: skip


def asked(engine, known):
    """Return what an engine says of the deployments laid before it."""
    asking.know_licensed(engine, known)
    consumed = asking.licence_consumption(engine, as_at=AS_AT, idle_days=90)
    left = [*asking.licence_gaps(engine, as_at=AS_AT), *rules.uncounted(consumed, known, AS_AT)]
    left.sort(key=lambda one: (one.product, one.why))
    return consumed, left, asking.deployed(engine)


def said(rows, known):
    """Return what the rules say of the same."""
    consumed = rules.consumption(rows, known, idle_since=IDLE_SINCE)
    left = rules.gaps(rows, known, as_at=AS_AT, consumed=consumed)
    return consumed, left, (len(rows), rules.products_used(rows, known))
