"""The one interface for programs: every app's routers, and what a refusal looks like."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.responses import Response

from scrutable.config.describing import explain
from scrutable.config.misread import fault_of
from scrutable.housekeeping import api as housekeeping
from scrutable.meetings import api as meetings
from scrutable.portfolio import api as portfolio

MEDIA_TYPE = "application/problem+json"
ABOUT = (
    "Everything that the pages of Scrutable show of meetings, decisions, commitments, delegations "
    "and recommendations, of strategies, projects, benefits and outcomes, of extracts, findings, "
    "licences, agreements, orders and initiatives, and everything that can be done there, with the "
    "same permissions. Sums in pounds are text, sums in pence numbers, days are 2026-10-12. "
    "Whoever is signed in may ask; a program sends its person’s token as `Authorization: Bearer …`"
    ". What is sent of the portfolio and the estate is recorded whole: send the version that you "
    "had as `based_on`, and nothing that somebody else wrote meanwhile is lost. Every answer that "
    "names whose a finding is, is in the log. A refusal is a problem by RFC 9457, with every fault."
)
APPS = (meetings, portfolio, housekeeping)
REFUSALS = {kind: status for app in APPS for kind, status in app.REFUSALS.items()}


class Interface(NinjaAPI):
    """The interface, each operation known by the name of its address."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Return the operation's name, the same for ever: powers.delegate."""
        function = operation.view_func
        return f"{function.__module__.rpartition('.')[2]}.{function.__name__}"

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the description, the fields of what is recorded whole with what they mean."""
        said = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for app in (portfolio, housekeeping):
            tags = frozenset(tag for router in app.ROUTERS for tag in router.tags or ())
            explain(said, tags, app.meaning)
        return said


def problem(
    status: int, detail: str, faults: Iterable[Mapping[str, str]] = (), title: str = ""
) -> HttpResponse:
    """Return a refusal as RFC 9457 writes it."""
    said = {
        "type": "about:blank",
        "title": title or HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
        "faults": list(faults),
    }
    return Response(said, status=status, content_type=MEDIA_TYPE)


def not_signed_in(_request: HttpRequest, _refusal: Any) -> HttpResponse:
    """Say how to come in."""
    answer = problem(401, "Sign in, or send a token as Authorization: Bearer.")
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def misread(_request: HttpRequest, refusal: Any) -> HttpResponse:
    """Say of each thing sent what is wrong with it."""
    faults = [fault_of(error) for error in refusal.errors]
    said = "; ".join(f"{one['place']}: {one['fault']}" for one in faults)
    return problem(422, said, faults)


def may_not(_request: HttpRequest, refusal: Any) -> HttpResponse:
    """Say what people of the role may not do."""
    return problem(403, f"People of your role may not {refusal}.")


def not_there(_request: HttpRequest, refusal: Any) -> HttpResponse:
    """Say that nothing is kept there."""
    return problem(404, str(refusal) or "Nothing is kept at this address.")


def unread(_request: HttpRequest, refusal: Any) -> HttpResponse:
    """Say what of the address cannot be read."""
    return problem(400, str(refusal))


def other(_request: HttpRequest, refusal: Any) -> HttpResponse:
    """Say what the library refused, such as a form that comes from elsewhere."""
    return problem(refusal.status_code, str(refusal))


def refused(request: HttpRequest, refusal: Any) -> HttpResponse:  # noqa: ARG001  (the library's)
    """Say why a read or write was refused, with every fault where it names them."""
    kinds = type(refusal).__mro__
    status = next(REFUSALS[kind] for kind in kinds if kind in REFUSALS)
    faults = [
        {"place": one.place, "fault": one.fault, "remedy": one.remedy}
        for one in getattr(refusal, "faults", ())
    ]
    return problem(status, str(refusal), faults)


def interface() -> Interface:
    """Return the interface, put together."""
    made = Interface(
        title="Scrutable",
        version="1",
        description=ABOUT,
        docs_url=None,  # its page would load scripts from another host
        urls_namespace="api",
    )
    for router in (router for app in APPS for router in app.ROUTERS):
        made.add_router("", router)
    made.add_exception_handler(AuthenticationError, not_signed_in)
    made.add_exception_handler(ValidationError, misread)
    made.add_exception_handler(PermissionDenied, may_not)
    made.add_exception_handler(Http404, not_there)
    made.add_exception_handler(BadRequest, unread)
    made.add_exception_handler(HttpError, other)
    for kind in REFUSALS:
        made.add_exception_handler(kind, refused)
    return made


API = interface()
