"""Where each record's page lies; pure. A test holds every address to the routes."""

from scrutable.meetings.facts import AgendaItem, Delegation, Limb, Recommendation

PAGES = {
    "meeting": "/meetings/{}/",
    "body": "/bodies/{}/",
    "decision": "/decisions/{}/",
    "commitment": "/commitments/{}/",
    "question": "/questions/{}/",
    "minutes": "/minutes/{}/",
    "delegation": "/delegations/{}/",
    "recommendation": "/recommendations/{}/",
    "edition": "/reports/{}/",
    "transition": "/outcomes/{}/",
}


def meeting_address(code: str) -> str:
    """Return the address of a meeting's page."""
    return f"/meetings/{code}/"


def body_address(code: str) -> str:
    """Return the address of a body's page."""
    return f"/bodies/{code}/"


def item_address(item: AgendaItem) -> str:
    """Return the address of an item's page."""
    return f"/meetings/{item.meeting}/items/{item.number}/"


def decision_address(code: str) -> str:
    """Return the address of a decision's page."""
    return f"/decisions/{code}/"


def commitment_address(code: str) -> str:
    """Return the address of a commitment's page."""
    return f"/commitments/{code}/"


def minutes_address(code: str) -> str:
    """Return the address of the page of minutes."""
    return f"/minutes/{code}/"


def limb_place(code: str, number: int | str) -> str:
    """Return where a limb stands beside the text, on whichever part of a long page."""
    return f"/minutes/{code}/?limb={number}#limb-{number}"


def limb_address(limb: Limb) -> str:
    """Return the address of the page that corrects or strikes the limb."""
    return f"/minutes/{limb.minutes}/limbs/{limb.number}/"


def delegation_address(delegation: Delegation) -> str:
    """Return the address of the delegation's page."""
    return f"/delegations/{delegation.code}/"


def recommendation_address(recommendation: Recommendation) -> str:
    """Return the address of the recommendation's page."""
    return f"/recommendations/{recommendation.code}/"


def trace_address(reference: str) -> str:
    """Return the address at which a record is traced to what it came from and what it led to."""
    return f"/trace/{reference}"


def reference_address(reference: str) -> str:
    """Return the page of whatever a reference names; "" where it leads nowhere.

    >>> reference_address("edition/CSS-2026-3"), reference_address("limb/OSMB-2026-07-30-1/6")
    ('/reports/CSS-2026-3/', '/minutes/OSMB-2026-07-30-1/?limb=6#limb-6')
    >>> reference_address("something else")
    ''
    """
    kind, _, rest = reference.partition("/")
    if kind == "limb":
        return limb_place(*rest.rpartition("/")[::2])
    return PAGES[kind].format(rest) if kind in PAGES and rest else ""
