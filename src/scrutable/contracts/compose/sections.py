"""The sections of reports on a contract, in reading order; pure."""

from scrutable.meetings.compose.reporting import Section

PERFORMANCE = (
    Section("summary", "Summary"),
    Section("attention", "What needs attention"),
    Section("changes", "What changed since the last report"),
    Section("services", "Every KPI by service"),
    Section("counts", "Where the KPIs stood"),
    Section("standing", "Runs of failure and forecast"),
    Section("mitigations", "Mitigations"),
    Section("credits", "Points and service credits"),
    Section("matters", "Service matters"),
    Section("published", "What was published"),
)
EXCEPTIONS = tuple(
    section
    for section in PERFORMANCE
    if section.anchor in ("summary", "attention", "changes", "mitigations", "matters")
)
