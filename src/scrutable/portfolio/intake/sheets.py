"""Which sheets and columns an update has; pure."""

DATES, STATUS = "Dates", "Status"
REPORT_DATE = "Report date"
DATE_COLUMNS = (
    ("Project", 12),
    ("Title", 36),
    ("Milestone", 18),
    ("First date", 16),
    ("Planned now", 16),
    ("Forecast", 16),
    ("Reached on", 16),
    ("Reason", 60),
)
STATUS_COLUMNS = (
    ("Project", 12),
    ("Title", 36),
    ("Scale", 12),
    ("Overall", 14),
    ("Time", 14),
    ("Cost", 14),
    ("Scope", 14),
    ("Benefits", 14),
    ("Delivery confidence", 18),
    ("Assessor", 24),
    ("Reasons", 60),
    ("Reason for override", 40),
)
COLUMNS = {DATES: DATE_COLUMNS, STATUS: STATUS_COLUMNS}
LOCKED = frozenset({"Project", "Title", "Milestone", "First date", "Planned now"})
DAYS = frozenset({"First date", "Planned now", "Forecast", "Reached on"})
RATED = frozenset({"Overall", "Time", "Cost", "Scope", "Benefits", "Delivery confidence"})
HEADING_ROW = 4
INSTRUCTIONS = (
    "Enter the report date, then fill in what is yellow. Forecast: the day now expected. "
    "Reached on: only once it was. A new plan needs approval and is recorded on the project’s page."
)
