"""Systems, issues and claims as councils keep them in a workbook: issued, and what comes back."""

from scrutable.assurance.intake.registers.reading import read_register
from scrutable.assurance.intake.registers.sheets import ISSUES, SHEETS, SheetOf
from scrutable.assurance.intake.registers.template import write_register

__all__ = ["ISSUES", "SHEETS", "SheetOf", "read_register", "write_register"]
