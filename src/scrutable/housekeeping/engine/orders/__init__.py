"""Orders and invoices over tables of any size."""

from scrutable.housekeeping.engine.orders.findings import keep_order_findings, order_findings
from scrutable.housekeeping.engine.orders.judging import APPROVERS, CONTRACTS, judge_orders
from scrutable.housekeeping.engine.orders.summing import (
    contract_sums,
    keep_contract_sums,
    month_sums,
    supplier_sums,
)

__all__ = [
    "APPROVERS",
    "CONTRACTS",
    "contract_sums",
    "judge_orders",
    "keep_contract_sums",
    "keep_order_findings",
    "month_sums",
    "order_findings",
    "supplier_sums",
]
