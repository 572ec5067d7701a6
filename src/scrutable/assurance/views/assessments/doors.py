"""Who may see the detail of which assessment."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from scrutable.access.facts import Permission
from scrutable.access.presenters import PERMISSION_WORDS
from scrutable.access.views import Asked, permits
from scrutable.assurance import writes  # noqa: F401  (register what they refuse)
from scrutable.assurance.facts import Assessment, Standing
from scrutable.assurance.presenters.assessments.words import ASSESSMENTS, assessment_address
from scrutable.assurance.reads import assessments as reads
from scrutable.audit.reads import number_at
from scrutable.records.reads import UnknownRecord
from scrutable.records.views import kept

CYBER, MANAGE = Permission.VIEW_CYBER, Permission.MANAGE_ASSURANCE
CRUMBS = (("Assessments", ASSESSMENTS),)


def sees_detail(request: HttpRequest, code: str, at: Asked) -> bool:
    """Test whether the person looking may see the detail of the assessment."""
    return permits(request, CYBER) or reads.is_open(code, at.known, number_at())


def assessed(request: HttpRequest, code: str, at: Asked) -> Assessment:
    """Return the assessment to those who may see its detail; the others are told why not."""
    found = kept(Assessment, at, code=code)
    if not sees_detail(request, code, at):
        raise PermissionDenied(PERMISSION_WORDS[CYBER])
    return found


def stood(request: HttpRequest, code: str, at: Asked) -> Standing:
    """Return how the assessment stands, to those who may see its detail."""
    assessed(request, code, at)
    try:
        return reads.standing(code, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def crumbs_to(code: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the way to a page below an assessment."""
    return (*CRUMBS, (code, assessment_address(code)), *more)
