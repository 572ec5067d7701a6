"""Cost lines as people send them, and the workbook that they are asked for."""

from scrutable.money.intake.costs.lines import read_costs
from scrutable.money.intake.costs.template import places_of, write_template

__all__ = ["places_of", "read_costs", "write_template"]
