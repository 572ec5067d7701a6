"""Pages that answer what people ask in words of their own, such as features nobody uses."""

from scrutable.overview.facts import Hit
from scrutable.overview.reads.sought import Sought, sought

PAGE = "Page"
PAGES = (
    Hit(
        PAGE,
        "/processes/#features",
        "What is paid for and not used",
        "Processes",
        "unused features feature nobody uses no one uses licences empty idle",
    ),
    Hit(
        PAGE,
        "/processes/#reviews",
        "Processes standardised and simplified",
        "Processes",
        "process reviews simplify standardise",
    ),
    Hit(
        PAGE,
        "/capacity/#posts",
        "Posts filled, interim and vacant",
        "Capacity",
        "vacant posts vacancies unfilled empty staff team",
    ),
    Hit(
        PAGE,
        "/capacity/#procurements",
        "Procurements by stage",
        "Capacity",
        "procurement late tender signed",
    ),
    Hit(
        PAGE,
        "/capacity/#redirections",
        "People taken off projects",
        "Capacity",
        "redirected redirection emergency staff",
    ),
    Hit(
        PAGE,
        "/benefits/#twice",
        "Benefits that two projects claim",
        "Benefits",
        "claimed twice double counted counting savings same budget line",
    ),
    Hit(
        PAGE,
        "/projects/?late=late",
        "Projects late against the day first set",
        "Projects",
        "late projects behind overdue slip",
    ),
    Hit(PAGE, "/projects/money/", "What projects cost", "Projects", "money funding spent budget"),
    Hit(
        PAGE,
        "/projects/dependencies/",
        "What projects wait for",
        "Projects",
        "dependencies waiting blocked held up",
    ),
)
SOUGHT: tuple[Sought, ...] = sought(PAGES)
