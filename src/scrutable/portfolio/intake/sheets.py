"""Which sheets and columns an update has; pure."""

from collections.abc import Mapping

from scrutable.portfolio.facts import Coded, Holds
from scrutable.portfolio.rules import CODED_COLUMNS

DATES, STATUS, DEPENDENCIES = "Dates", "Status", "Dependencies"
FUNDING, BENEFITS, PROJECTS = "Funding", "Benefits", "Projects"
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
    ("New plan", 16),
    ("Approved by", 24),
    ("Approved on", 16),
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
    ("To be green again", 40),
    ("Green by", 16),
    ("Stage", 18),
)
DEPENDENCY_COLUMNS = (
    ("Project", 12),
    ("Number", 10),
    ("Waits for", 28),
    ("What", 40),
    ("Needed by", 16),
    ("Expected on", 16),
    ("State", 12),
    ("Settled on", 16),
    ("Owner", 24),
    ("Note", 40),
)
FUNDING_COLUMNS = (
    ("Project", 12),
    ("Title", 36),
    ("Source", 12),
    ("Year", 12),
    ("Approved £", 16),
    ("Spent £", 16),
    ("Expected £", 16),
)
BENEFIT_COLUMNS = (
    ("Benefit", 12),
    ("Title", 36),
    ("Unit", 12),
    ("Target", 14),
    ("Measured", 14),
    ("Not measured because", 40),
    ("Taken from the budget £", 18),
    ("Measured by", 24),
    ("Source", 30),
)
PROJECT_COLUMNS = (
    ("Project", 12),
    ("Title", 36),
    ("Theme", 14),
    ("Stage", 18),
    ("Sponsor", 24),
    ("Manager", 24),
    ("Suppliers", 30),
    ("Third parties", 30),
    ("Place", 10),
    ("Reason for place", 40),
    ("First go-live", 16),
    ("First date approved by", 24),
    ("First date approved on", 18),
    ("Objective", 60),
)
COLUMNS = {
    DATES: DATE_COLUMNS,
    STATUS: STATUS_COLUMNS,
    DEPENDENCIES: DEPENDENCY_COLUMNS,
    FUNDING: FUNDING_COLUMNS,
    BENEFITS: BENEFIT_COLUMNS,
    PROJECTS: PROJECT_COLUMNS,
}
ALWAYS = (DATES, STATUS)  # in every update that is not a register of projects
# columns that an older workbook lacks, and those that a register of projects may leave out
LATER = frozenset(
    {"New plan", "Approved by", "Approved on", "To be green again", "Green by", "Stage"}
    | {title for title, _ in PROJECT_COLUMNS[2:]}
)
LOCKED: Mapping[str, frozenset[str]] = {
    DATES: frozenset({"Project", "Title", "Milestone", "First date", "Planned now"}),
    STATUS: frozenset({"Project", "Title"}),
    DEPENDENCIES: frozenset(),
    FUNDING: frozenset({"Project", "Title", "Source", "Year", "Approved £"}),
    BENEFITS: frozenset({"Benefit", "Title", "Unit", "Target"}),
    PROJECTS: frozenset(),
}
DAYS = frozenset(
    {"First date", "Planned now", "Forecast", "Reached on", "New plan", "Approved on", "Green by"}
    | {"Needed by", "Expected on", "Settled on", "First go-live", "First date approved on"}
)
SUMS = frozenset({"Approved £", "Spent £", "Expected £", "Taken from the budget £"})
RATED = frozenset({"Overall", "Time", "Cost", "Scope", "Benefits", "Delivery confidence"})
HEADING_ROW = 4
SPARE_ROWS = 200  # below those issued, open for what is new
INSTRUCTIONS: Mapping[str, str] = {
    DATES: "Enter the report date, then fill in what is yellow. Forecast: the day now expected. "
    "Reached on: only once it was. New plan: only with who approved it, and why.",
    STATUS: "Overall is no better than its worst part unless you say why. "
    "Stage: only where it has changed.",
    DEPENDENCIES: "Change what has changed; leave Number blank for one that is new.",
    FUNDING: "What was spent by the report date, and what is expected by the end of the year.",
    BENEFITS: "Nought is a number; where nothing was measured, leave Measured blank and say why.",
    PROJECTS: "Only for projects that are new or have changed; what is left blank stays as it is.",
}
HEADING_OF: Mapping[Holds, str] = {
    Holds.NUMBER: "Project",
    Holds.TITLE: "Title",
    Holds.THEME: "Theme",
    Holds.OBJECTIVE: "Objective",
    Holds.STAGE: "Stage",
    Holds.SPONSOR: "Sponsor",
    Holds.MANAGER: "Manager",
    Holds.SUPPLIERS: "Suppliers",
    Holds.THIRD_PARTIES: "Third parties",
    Holds.PLACE: "Place",
    Holds.PLACE_REASON: "Reason for place",
    Holds.MILESTONE: "Milestone",
    Holds.FIRST_DATE: "First go-live",
    Holds.FIRST_APPROVER: "First date approved by",
    Holds.FIRST_ON: "First date approved on",
    Holds.NEW_PLAN: "New plan",
    Holds.APPROVER: "Approved by",
    Holds.APPROVED_ON: "Approved on",
    Holds.FORECAST: "Forecast",
    Holds.REACHED: "Reached on",
    Holds.DATE_REASON: "Reason",
    Holds.SCALE: "Scale",
    Holds.OVERALL: "Overall",
    Holds.TIME: "Time",
    Holds.COST: "Cost",
    Holds.SCOPE: "Scope",
    Holds.BENEFITS: "Benefits",
    Holds.CONFIDENCE: "Delivery confidence",
    Holds.ASSESSOR: "Assessor",
    Holds.REASONS: "Reasons",
    Holds.OVERRIDE_REASON: "Reason for override",
    Holds.TO_GREEN: "To be green again",
    Holds.GREEN_BY: "Green by",
}
CODED: Mapping[str, Coded] = {HEADING_OF[holds]: kind for holds, kind in CODED_COLUMNS.items()}
PLACED_IN: Mapping[Coded, str] = {
    Coded.THEME: "Theme",
    Coded.STAGE: "Stage",
    Coded.SCALE: "Scale",
    Coded.RATING: "Overall",
}
