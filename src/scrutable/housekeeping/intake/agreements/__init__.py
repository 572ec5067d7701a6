"""A register of agreements, as councils keep it in a spreadsheet."""

from scrutable.housekeeping.intake.agreements.register import read_register

__all__ = ["read_register"]
