"""Orders and invoices: bought with an order, before the invoice, within the limit."""

from scrutable.housekeeping.rules.orders.findings import order_findings
from scrutable.housekeeping.rules.orders.judging import judged_invoices
from scrutable.housekeeping.rules.orders.policy import UnfitLimit, buying_rules, orders_policy
from scrutable.housekeeping.rules.orders.summing import contract_sums, month_sums, supplier_sums

__all__ = [
    "UnfitLimit",
    "buying_rules",
    "contract_sums",
    "judged_invoices",
    "month_sums",
    "order_findings",
    "orders_policy",
    "supplier_sums",
]
