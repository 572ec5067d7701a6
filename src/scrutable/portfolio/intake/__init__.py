"""Monthly updates: the workbook that is issued, and the same workbook filled in."""

from scrutable.portfolio.intake.template import write_template
from scrutable.portfolio.intake.updates import Known, Reading, read_update

__all__ = ["Known", "Reading", "read_update", "write_template"]
