"""How roles, permissions and people are said; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.access.facts import Permission, PersonFact, Role

ROLE_WORDS = {
    Role.OFFICER: "Officer",
    Role.CONTRACT_MANAGER: "Contract manager",
    Role.SUPPLIER: "Supplier",
    Role.MEMBER: "Member",
    Role.AUDITOR: "Auditor",
    Role.ADMINISTRATOR: "Administrator",
}
ROLE_DUTIES = {
    Role.OFFICER: "reads everything but the log, builds reports and writes commentary",
    Role.CONTRACT_MANAGER: "also loads returns, corrects results, agrees mitigations, "
    "freezes reports",
    Role.SUPPLIER: "sees their own contracts, takes templates and sends returns; nothing else",
    Role.MEMBER: "a councillor: reads contracts, reports and what needs attention",
    Role.AUDITOR: "reads everything, the log included, and changes nothing",
    Role.ADMINISTRATOR: "looks after people and council policy, and reads everything",
}
PERMISSION_WORDS = {
    Permission.VIEW_CONTRACTS: "see contracts",
    Permission.VIEW_ATTENTION: "see what needs attention",
    Permission.VIEW_REPORTS: "see reports",
    Permission.VIEW_CREDITS: "see service credits",
    Permission.VIEW_MITIGATIONS: "see mitigations",
    Permission.VIEW_RETURNS: "see returns",
    Permission.VIEW_TRACE: "trace a figure to its source",
    Permission.VIEW_LOG: "see the log",
    Permission.VIEW_POLICY: "see council policy",
    Permission.VIEW_PEOPLE: "see people and their roles",
    Permission.ISSUE_TEMPLATES: "issue a template for a return",
    Permission.SEND_RETURNS: "send a return",
    Permission.LOAD_RETURNS: "load a return",
    Permission.CORRECT_RESULTS: "correct a result",
    Permission.GRANT_MITIGATIONS: "agree a mitigation",
    Permission.MANAGE_CONTRACTS: "set up contracts and KPIs",
    Permission.MANAGE_CREDITS: "settle service credits",
    Permission.BUILD_REPORTS: "build a report",
    Permission.FREEZE_REPORTS: "freeze a report",
    Permission.SET_POLICY: "set council policy",
    Permission.MANAGE_PEOPLE: "add people or change their roles",
}


@dataclass(frozen=True, slots=True)
class PersonView:
    """The strings of one person's row."""

    username: str
    full_name: str
    email: str
    role: str
    supplier: str
    state: str
    is_active: bool
    second_factor: str


def present_person(person: PersonFact) -> PersonView:
    """Return the person's row; nothing in it is ever blank."""
    return PersonView(
        username=person.username,
        full_name=person.full_name,
        email=person.email or "None given",
        role=ROLE_WORDS[person.role],
        supplier=person.supplier or "The council",
        state=_state(person),
        is_active=person.is_active,
        second_factor="Set up" if person.has_second_factor else "Not set up",
    )


def people_summary(people: Sequence[PersonFact]) -> str:
    """Return one sentence on how many may sign in."""
    active = sum(person.is_active for person in people)
    stopped = len(people) - active
    opening = "1 person may sign in" if active == 1 else f"{active} people may sign in"
    if not stopped:
        return f"{opening}."
    return f"{opening}; {stopped} no longer {'does' if stopped == 1 else 'do'}."


def _state(person: PersonFact) -> str:
    if not person.is_active:
        return "No longer signs in"
    return "May sign in" if person.has_password else "Waiting for their first password"
