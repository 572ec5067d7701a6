"""Spark answers what DuckDB answers, row by row, to the same texts."""

# ruff: noqa: E501, S608  (SQL as somebody would type it)

import gc
import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from factories import extract_facts as made
from scrutable.housekeeping import engine
from scrutable.housekeeping.facts import DeviceLimits, LeaverRule, LeaverRuleKind

pytestmark = [
    pytest.mark.enable_socket,  # Python speaks to Java over one, on this machine
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),  # which leaves some open
]
AS_AT = date(2026, 9, 30)
RULE = LeaverRule(kind=LeaverRuleKind.NEXT_WORKING_DAY)
LIMITS = DeviceLimits(unseen_days=90, most_of_a_kind=1)
TABLES = ("judged_accounts", "judged_devices", "account_findings", "device_findings")
SIZE = 30_000  # people and accounts; devices half as many again

GENERATED = {
    "people": """
SELECT i AS at_row, CASE WHEN i % 3 = 0 THEN 'E' || lpad(i::VARCHAR, 8, '0') ELSE i::VARCHAR END AS number,
       CASE WHEN i % 7 = 0 THEN ' P' || i || '@Council.gov.uk' ELSE 'p' || i || '@council.gov.uk' END AS address,
       'Näme ' || (i % 27000) AS name, CASE WHEN i % 100 < 12 THEN DATE '2026-09-30' - (i % 700)::INT END AS left_on
  FROM range({size}) t(i)
""",
    "accounts": """
SELECT i AS at_row, 'u' || i AS login, CASE WHEN i % 10 < 7 THEN (i * 7 % {size})::VARCHAR END AS number,
       CASE WHEN i % 10 < 9 THEN 'p' || (i * 7 % {size}) ELSE 'x' || i END || '@council.gov.uk' AS address,
       'NÄME' || i AS name, CASE WHEN i % 50 = 0 THEN 'shared' ELSE 'person' END AS account_class,
       i % 13 <> 0 AS is_enabled, DATE '2026-09-30' - (i % 200)::INT AS last_sign_in,
       CASE WHEN i % 90 = 1 THEN DATE '2026-09-30' + (i % 40)::INT - 20 END AS retained_until
  FROM range({size}) t(i)
""",
    "devices": """
SELECT i AS at_row, 'D' || i AS tag, CASE WHEN i % 3 = 0 THEN 'Phone' ELSE 'Laptop' END AS kind,
       CASE WHEN i % 10 < 8 THEN (i * 11 % {size})::VARCHAR END AS number,
       'p' || (i * 11 % {size}) || '@council.gov.uk' AS address, DATE '2026-09-30' - (i % 120)::INT AS last_seen,
       DATE '2026-01-01' + (i % 2000)::INT AS supported_until, nullif(i % 20, 3) <> 0 AS is_encrypted,
       CASE WHEN i % 40 = 0 THEN DATE '2026-01-01' END AS disposed_on, '' AS certificate
  FROM range({more}) t(i)
""",
}  # fmt: skip


@pytest.fixture(scope="module")
def spark():
    made_here = engine.opened("spark", master="local[2]", megabytes=2000, spill_to="")
    made_here.session.conf.set("spark.sql.shuffle.partitions", "2")  # for so few rows
    yield made_here
    made_here.session.stop()
    gc.collect()


@pytest.fixture
def duck():
    return engine.DuckEngine()


def judged(asked):
    engine.know_people(asked)
    engine.judge_accounts(asked, as_at=AS_AT, rule=RULE)
    engine.judge_devices(asked, as_at=AS_AT)
    engine.keep_account_findings(asked, as_at=AS_AT, idle_days=90)
    engine.keep_device_findings(asked, as_at=AS_AT, limits=LIMITS)
    return {
        **{name: asked.rows(f"SELECT * FROM {name} ORDER BY 1, 2") for name in TABLES},
        "lines": (engine.account_lines(asked), engine.device_lines(asked)),
        "found": (engine.account_findings(asked), engine.device_findings(asked)),
    }


@settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(
    people=st.lists(made.person, min_size=3, max_size=12),
    accounts=st.lists(made.account, min_size=10, max_size=40),
    devices=st.lists(made.device, min_size=10, max_size=40),
)
def test_an_awkward_estate_is_judged_alike(spark, duck, people, accounts, devices):
    for one in (spark, duck):
        made.lay_people(one, people)
        made.lay_accounts(one, made.numbered(accounts))
        made.lay_devices(one, made.numbered(devices))

    assert judged(spark) == judged(duck)


def test_a_hundred_thousand_rows_of_snapshots_are_judged_alike(spark, duck, tmp_path):
    for name, text in GENERATED.items():
        path = tmp_path / f"{name}.parquet"
        said = text.format(size=SIZE, more=SIZE * 3 // 2)
        duck.connection.execute(f"COPY ({said}) TO '{path}' (FORMAT parquet)")
        for one in (spark, duck):
            one.snapshot(name, path)

    said = judged(duck)

    assert judged(spark) == said
    assert (len(said["judged_accounts"]), len(said["judged_devices"])) == (30_000, 45_000)
    assert len(said["account_findings"]) > 1_000
    assert len(said["device_findings"]) > 1_000


def test_without_java_the_refusal_says_what_to_install():
    asks = (
        "from scrutable.housekeeping import engine\n"
        "try: engine.opened('spark', master='local[1]', megabytes=0, spill_to='')\n"
        "except engine.NoEngine as refusal: print(refusal)"
    )
    without = {"JAVA_HOME": "/nowhere", "PATH": os.environ["PATH"]}

    said = subprocess.run(
        [sys.executable, "-c", asks], check=False, env=without, capture_output=True, text=True
    )

    assert said.stdout == (
        "Spark did not start. It needs Java 17: install it, or leave out --engine\n"
    )
