"""Editions of reports, what they print, and what checking and verifying them found."""

from scrutable.reports.facts.editions import (
    Edition,
    EditionState,
    Fault,
    Format,
    Narrative,
    Pin,
    ReportAsked,
    ReportKind,
    Subject,
)
from scrutable.reports.facts.proving import (
    Comparison,
    Difference,
    FigureUsed,
    FormatCheck,
    FormatOutcome,
    Restated,
    Superseded,
    Use,
    Verification,
)
from scrutable.reports.facts.used import DecisionUsing, NamedHow, Printed

__all__ = [
    "Comparison",
    "DecisionUsing",
    "Difference",
    "Edition",
    "EditionState",
    "Fault",
    "FigureUsed",
    "Format",
    "FormatCheck",
    "FormatOutcome",
    "NamedHow",
    "Narrative",
    "Pin",
    "Printed",
    "ReportAsked",
    "ReportKind",
    "Restated",
    "Subject",
    "Superseded",
    "Use",
    "Verification",
]
