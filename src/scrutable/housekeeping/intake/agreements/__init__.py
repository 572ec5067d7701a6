"""A register of agreements, as councils keep it in a spreadsheet."""

from scrutable.housekeeping.intake.agreements.register import Line, Register, read_register

__all__ = ["Line", "Register", "read_register"]
