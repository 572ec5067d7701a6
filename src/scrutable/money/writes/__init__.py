"""Money recorded and loaded."""

from scrutable.money.writes import costs, refusing  # noqa: F401  (register what is refused)
