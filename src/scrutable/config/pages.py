"""What every page has: the template environment, the navigation, who is looking."""

import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import (
    ChoiceLoader,
    Environment,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    Undefined,
)
from markupsafe import Markup

from scrutable.access.facts import Permission, Role
from scrutable.access.models import Person
from scrutable.access.rules import may
from scrutable.access.views import Asked, needed
from scrutable.audit.clock import now
from scrutable.documents.charts.facts import ChartFact
from scrutable.documents.charts.svg import svg
from scrutable.kernel.wording import london_day
from scrutable.registers import reads as registers
from scrutable.reports import reads as reports

LIBRARY = "govuk_frontend_jinja"
NEWEST = 2**63 - 1  # whatever is known by now


EDITION = re.compile(r"/(?:reports|trace/edition)/([^/]+)(?:/.*)?")
_LOOKING: ContextVar[Role | None] = ContextVar("looking", default=None)
_HIDDEN: ContextVar[set[str] | None] = ContextVar("hidden", default=None)  # asked once a page


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation, for those who may open it."""

    label: str
    path: str
    permission: Permission
    also: tuple[str, ...] = ()  # what else of the site belongs to it
    below: tuple["Place", ...] = ()  # the pages of its part of the site, on a row of their own

    def holds(self, path: str) -> bool:
        """Test whether the page at the path belongs to it."""
        return path.startswith((self.path, *self.also)) or any(p.holds(path) for p in self.below)


PORTFOLIO = (
    Place("All projects", "/projects/", Permission.VIEW_PROJECTS),
    Place("Strategies", "/strategies/", Permission.VIEW_PROJECTS),
    Place("Benefits", "/benefits/", Permission.VIEW_PROJECTS),
    Place("Outcomes", "/outcomes/", Permission.VIEW_PROJECTS),
    Place("Lessons", "/lessons/", Permission.VIEW_PROJECTS),
    Place("Suppliers", "/suppliers/", Permission.VIEW_PROJECTS),
    Place("Capacity", "/capacity/", Permission.VIEW_PROJECTS),
    Place("Processes", "/processes/", Permission.VIEW_PROJECTS),
)
ESTATE = (
    Place("At a glance", "/estate/", Permission.VIEW_ESTATE),
    Place("Findings", "/estate/findings/", Permission.VIEW_ESTATE, ("/estate/things/",)),
    Place("Licences", "/estate/licences/", Permission.VIEW_ESTATE),
    Place("Agreements", "/estate/agreements/", Permission.VIEW_ESTATE),
    Place("Orders", "/estate/orders/", Permission.VIEW_ESTATE, ("/estate/suppliers/",)),
    Place("Extracts", "/estate/extracts/", Permission.VIEW_ESTATE),
    Place("Trends", "/estate/trends/", Permission.VIEW_ESTATE),
    Place("Initiatives", "/estate/initiatives/", Permission.VIEW_ESTATE),
)
MONEY = (
    Place("At a glance", "/money/", Permission.VIEW_MONEY),
    Place("Budget lines", "/money/lines/", Permission.VIEW_MONEY, ("/money/virements/",)),
    Place("Approvals", "/money/approvals/", Permission.VIEW_MONEY, ("/money/decisions/",)),
    Place("Commitments", "/money/commitments/", Permission.VIEW_MONEY),
    Place("Ledger", "/money/ledger/", Permission.VIEW_MONEY),
    Place("Cost by area", "/money/costs/", Permission.VIEW_MONEY),
    Place("Savings", "/money/savings/", Permission.VIEW_MONEY),
)
ASSURANCE = (
    Place(
        "Reassurance map",
        "/assurance/",
        Permission.VIEW_ASSURANCE,
        ("/assurance/claims/", "/assurance/register/"),
    ),
    Place("Assessments", "/assurance/assessments/", Permission.VIEW_ASSURANCE),
    Place(
        "Critical systems",
        "/assurance/systems/",
        Permission.VIEW_ASSURANCE,
        ("/assurance/services/",),
    ),
    Place("Issues", "/assurance/issues/", Permission.VIEW_ASSURANCE, ("/assurance/phases/",)),
)
COUNCILLORS = (
    Place("At a glance", "/councillors/", Permission.VIEW_COUNCILLORS, ("/councillors/people/",)),
    Place("Skills", "/councillors/skills/", Permission.VIEW_COUNCILLORS),
    Place("Sessions", "/councillors/sessions/", Permission.VIEW_COUNCILLORS),
    Place("Pilots", "/councillors/pilots/", Permission.VIEW_COUNCILLORS),
    Place("Kit and support", "/councillors/kit/", Permission.VIEW_COUNCILLORS),
    Place("Paper", "/councillors/paper/", Permission.VIEW_COUNCILLORS),
    Place(
        "Access needs",
        "/councillors/access/officers/",
        Permission.VIEW_COUNCILLORS,
        ("/councillors/access/",),
    ),
    Place("Yours", "/councillors/mine/", Permission.SAY_OWN_SKILLS),
)
NAVIGATION = (
    Place("Attention", "/attention/", Permission.VIEW_ATTENTION),
    Place("Meetings", "/meetings/", Permission.VIEW_MEETINGS, ("/bodies/", "/minutes/")),
    Place(
        "Decisions",
        "/decisions/",
        Permission.VIEW_MEETINGS,
        ("/delegations/", "/recommendations/"),
    ),
    Place("Commitments", "/commitments/", Permission.VIEW_MEETINGS, ("/questions/", "/wanted/")),
    Place("Contracts", "/contracts/", Permission.VIEW_CONTRACTS),
    Place("Projects", "/projects/", Permission.VIEW_PROJECTS, below=PORTFOLIO),
    Place("Estate", "/estate/", Permission.VIEW_ESTATE, below=ESTATE),
    Place("Money", "/money/", Permission.VIEW_MONEY, below=MONEY),
    Place("Assurance", "/assurance/", Permission.VIEW_ASSURANCE, below=ASSURANCE),
    Place("Councillors", "/councillors/", Permission.VIEW_COUNCILLORS, below=COUNCILLORS),
    Place("Returns", "/returns/", Permission.VIEW_RETURNS),
    Place("Mitigations", "/mitigations/", Permission.VIEW_MITIGATIONS),
    Place("Reports", "/reports/", Permission.VIEW_REPORTS),
    Place("Log", "/log/", Permission.VIEW_LOG),
    Place("Policy", "/policy/", Permission.VIEW_POLICY),
    Place("People", "/people/", Permission.VIEW_PEOPLE),
)


class StrictOutsideLibrary(Environment):
    """Our templates fail on a missing name; the library's count on missing keys being empty."""

    lenient: Environment | None = None

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002  (Jinja2's word)
        if self.lenient is not None and name.startswith(f"{LIBRARY}/"):
            return self.lenient._load_template(name, globals)  # noqa: SLF001  (its only way in)
        return super()._load_template(name, globals)


def environment(**options: Any) -> Environment:
    """Return the one environment of the process."""
    library = PrefixLoader({LIBRARY: PackageLoader(LIBRARY)})
    options["loader"] = ChoiceLoader([options["loader"], library])
    options["undefined"] = StrictUndefined
    made = StrictOutsideLibrary(trim_blocks=True, lstrip_blocks=True, **options)
    made.globals.update(static=static, url=reverse, draw=draw, opens=opens)
    made.lenient = made.overlay(undefined=Undefined)
    return made


def draw(chart: ChartFact) -> Markup:
    """Return a chart as SVG that a template may print as it is."""
    return Markup(svg(chart))  # noqa: S704  (the charts' own templates escape what they print)


def opens(address: str) -> bool:
    """Test whether the page at the address opens to who is looking.

    A link that would only say "your role does not cover this", or that nothing is there, is shown
    as plain text. The role is that of the page being rendered; where no page is, as in a document,
    every link stands.
    """
    role = _LOOKING.get()
    if role is None or not address.startswith("/"):
        return True
    path = address.partition("?")[0].partition("#")[0]
    permission = needed(path)
    return (permission is None or may(role, permission)) and not _is_draft_of_others(path, role)


def _is_draft_of_others(path: str, role: Role) -> bool:
    """Test whether a report lies there that is not issued yet and that the role has no hand in."""
    if not (named := EDITION.fullmatch(path)) or may(role, Permission.VIEW_LOG):
        return False
    hidden = _HIDDEN.get()
    if hidden is None:
        hidden = {one.name for one in reports.editions() if not reports.sees(role, one)}
        _HIDDEN.set(hidden)
    return named[1] in hidden


def bare_page() -> dict[str, Any]:
    """Return what a page has when nobody is known to look and no store may answer."""
    return {
        "council": settings.COUNCIL_NAME,
        "demonstration": settings.DEMONSTRATION,
        "demonstration_words": settings.DEMONSTRATION_WORDS,
        "viewer": None,
        "navigation": [],
        "navigation_below": [],
        "may_search": False,
        "notices": [],
        "asked": None,
    }


def council_name() -> str:
    """Return the name that council policy gives, or the setting's while there is none."""
    return registers.council_name(london_day(now()), NEWEST, settings.COUNCIL_NAME)


def supplier_choices() -> list[tuple[str, str]]:
    """Return every supplier's reference and name; people of suppliers are given one of them."""
    return [(firm.reference, firm.name) for firm in registers.suppliers(NEWEST)]


def navigation(role: Role, path: str) -> dict[str, Any]:
    """Return the main entries that the role may open, and the row below the one that is open."""
    opened = next((p for p in NAVIGATION if p.below and p.holds(path)), None)
    return {
        "navigation": _entries(NAVIGATION, role, path),
        "navigation_below": _entries(opened.below, role, path) if opened else [],
    }


def _entries(places: Sequence[Place], role: Role, path: str) -> list[dict[str, Any]]:
    holding = [p for p in places if p.holds(path)]
    nearest = max(holding, key=lambda p: len(p.path), default=None)
    return [
        {"text": p.label, "href": p.path, "active": p is nearest}
        for p in places
        if may(role, p.permission)
    ]


def asked_of(request: HttpRequest) -> dict[str, str] | None:
    """Return what a page says that answers for another day, and the way back; None for today."""
    found: Asked | None = getattr(request, "asked", None)
    if found is None or not found.words:
        return None
    left = request.GET.copy()
    for name in ("as_at", "known_at"):
        left.pop(name, None)
    today = f"?{left.urlencode()}" if left else request.path
    return {"words": found.words, "today": today}


def page(request: HttpRequest) -> dict[str, Any]:
    """Return what every page has; the context processor of all templates."""
    given = bare_page() | {"council": council_name()}
    viewer = getattr(request, "user", None)
    role = Role(viewer.role) if isinstance(viewer, Person) and viewer.is_active else None
    _LOOKING.set(role)
    _HIDDEN.set(None)
    if role:
        given["viewer"] = viewer
        given["may_search"] = may(role, Permission.VIEW_TRACE)
        given |= navigation(role, request.path)
    given["notices"] = get_messages(request)
    given["asked"] = asked_of(request)
    return given
