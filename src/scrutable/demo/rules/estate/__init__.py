"""What Westmere's own systems export on a day; pure."""

from scrutable.demo.rules.estate.accounts import accounts
from scrutable.demo.rules.estate.devices import devices
from scrutable.demo.rules.estate.licences import deployments, entitlements
from scrutable.demo.rules.estate.orders import approvers, invoices, orders, suppliers
from scrutable.demo.rules.estate.people import staff

__all__ = [
    "accounts",
    "approvers",
    "deployments",
    "devices",
    "entitlements",
    "invoices",
    "orders",
    "staff",
    "suppliers",
]
