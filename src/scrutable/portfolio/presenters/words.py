"""What states, ratings and slips are called; every state has a word; pure."""

from scrutable.govuk.facts import Cell, Tag
from scrutable.kernel.wording import times_words
from scrutable.portfolio.facts import MoveKind, Part, Project, ProjectStage, Rating, Scale, Theme

THEME_WORDS = {
    Theme.MODERNISE: "Modernise",
    Theme.OPTIMISE: "Optimise",
    Theme.TRANSFORM: "Transform",
}
STAGE_WORDS = {
    ProjectStage.IDEA: "Idea",
    ProjectStage.BUSINESS_CASE: "Business case",
    ProjectStage.DELIVERY: "In delivery",
    ProjectStage.TESTING: "In testing",
    ProjectStage.LIVE: "Live",
    ProjectStage.ON_HOLD: "On hold",
    ProjectStage.STOPPED: "Stopped",
    ProjectStage.FINISHED: "Finished",
}
RATING_WORDS = {
    Rating.GREEN: "Green",
    Rating.AMBER_GREEN: "Amber to green",
    Rating.AMBER: "Amber",
    Rating.AMBER_RED: "Amber to red",
    Rating.RED: "Red",
}
RATING_TAGS = {
    Rating.GREEN: Tag("Green", "green", "●"),
    Rating.AMBER_GREEN: Tag("Amber to green", "yellow", "◒"),
    Rating.AMBER: Tag("Amber", "yellow", "▲"),
    Rating.AMBER_RED: Tag("Amber to red", "red", "◆"),
    Rating.RED: Tag("Red", "red", "■"),
}
SCALE_WORDS = {
    Scale.THREE: "Green, amber, red",
    Scale.FIVE: "Five steps from green to red",
}
PART_WORDS = {
    Part.TIME: "Time",
    Part.COST: "Cost",
    Part.SCOPE: "Scope",
    Part.BENEFITS: "Benefits",
}
MOVE_WORDS = {
    MoveKind.BASELINE: "First date set",
    MoveKind.REBASELINE: "Planned anew",
    MoveKind.FORECAST: "Forecast",
    MoveKind.ACTUAL: "Reached",
}
NOT_ASSESSED = "Not assessed"
NO_DATE = "No date set"


def project_address(number: str) -> str:
    """Return the address of a project's page."""
    return f"/projects/{number}/"


def project_name(project: Project) -> str:
    """Return number and title."""
    return f"{project.number} {project.title}"


def rating_cell(rating: Rating | None) -> Cell:
    """Return a rating with its word, or that nobody assessed it."""
    return Cell(NOT_ASSESSED) if rating is None else Cell("", tags=(RATING_TAGS[rating],))


def moved_words(rebaselines: int) -> str:
    """Return how often a date was planned anew.

    >>> [moved_words(times) for times in (0, 1, 4)]
    ['Never', 'Once', '4 times']
    """
    return times_words(rebaselines).capitalize() if rebaselines else "Never"
