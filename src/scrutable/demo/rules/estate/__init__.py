"""What Westmere's own systems export on a day: staff, accounts, devices; pure."""

from scrutable.demo.rules.estate.accounts import accounts
from scrutable.demo.rules.estate.devices import devices
from scrutable.demo.rules.estate.people import staff

__all__ = ["accounts", "devices", "staff"]
