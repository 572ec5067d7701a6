"""The same judgements as `rules`, as one SQL text a question, over tables of any size."""

from scrutable.housekeeping.engine.accounts import (
    account_findings,
    account_lines,
    judge_accounts,
    keep_account_findings,
)
from scrutable.housekeeping.engine.devices import (
    device_findings,
    device_lines,
    judge_devices,
    keep_device_findings,
)
from scrutable.housekeeping.engine.keys import know_people, people_at_work
from scrutable.housekeeping.engine.licences import (
    deployed,
    entitlements,
    inventoried,
    know_licensed,
    licence_consumption,
    licence_gaps,
)
from scrutable.housekeeping.engine.opening import ENGINES, opened
from scrutable.housekeeping.engine.orders import order_findings
from scrutable.housekeeping.engine.running import DuckEngine, Engine, NoEngine

__all__ = [
    "ENGINES",
    "DuckEngine",
    "Engine",
    "NoEngine",
    "account_findings",
    "account_lines",
    "deployed",
    "device_findings",
    "device_lines",
    "entitlements",
    "inventoried",
    "judge_accounts",
    "judge_devices",
    "keep_account_findings",
    "keep_device_findings",
    "know_licensed",
    "know_people",
    "licence_consumption",
    "licence_gaps",
    "opened",
    "order_findings",
    "people_at_work",
]
