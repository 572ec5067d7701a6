"""How roles, permissions and people are said; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrutable.access.facts import Permission, PersonDetails, PersonFact, Role
from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.kernel.wording import capital, count_words, list_words

ROLE_WORDS = {
    Role.OFFICER: "Officer",
    Role.CONTRACT_MANAGER: "Contract manager",
    Role.SUPPLIER: "Supplier",
    Role.MEMBER: "Member",
    Role.CLERK: "Democratic services officer",
    Role.REPORT_AUTHOR: "Report author",
    Role.SCRUTINY_OFFICER: "Scrutiny officer",
    Role.HOUSEKEEPER: "Housekeeping owner",
    Role.CYBER_LEAD: "Cyber lead",
    Role.FINANCE_DIRECTOR: "Director of finance",
    Role.AUDITOR: "Auditor",
    Role.ADMINISTRATOR: "Administrator",
}
ROLE_DUTIES = {
    Role.OFFICER: "reads everything but the log, builds reports and writes commentary",
    Role.CONTRACT_MANAGER: "as an officer, and loads returns, corrects results, agrees "
    "mitigations, freezes reports",
    Role.SUPPLIER: "sees their own contracts, takes templates and sends returns; nothing else",
    Role.MEMBER: "reads contracts, reports, meetings, decisions, commitments and what "
    "needs attention",
    Role.CLERK: "keeps meetings, minutes, decisions and commitments, and issues decision reports",
    Role.REPORT_AUTHOR: "as an officer: writes reports and decision reports, answers commitments",
    Role.SCRUTINY_OFFICER: "follows commitments, questions and recommendations, and reads the log",
    Role.HOUSEKEEPER: "as an officer, and sees to accounts, devices, licences, agreements and "
    "orders, whose findings name people",
    Role.CYBER_LEAD: "as an officer, and keeps assessments, critical systems, issues and claims",
    Role.FINANCE_DIRECTOR: "as an officer, and keeps budgets, approvals, costs and savings",
    Role.AUDITOR: "reads everything, the log included, and changes nothing",
    Role.ADMINISTRATOR: "looks after people and council policy, and reads everything but "
    "what names people or weak points",
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
    Permission.VIEW_ESTATE: "see what the estate comes to",
    Permission.VIEW_FINDINGS: "see findings, which name people",
    Permission.MANAGE_AGREEMENTS: "keep agreements and their renewals",
    Permission.MANAGE_ESTATE: "take extracts and see to findings",
    Permission.VIEW_ASSURANCE: "see claims, issues and critical systems",
    Permission.VIEW_CYBER: "see the detail of assessments",
    Permission.VIEW_MONEY: "see budgets and costs",
    Permission.VIEW_COUNCILLORS: "see how councillors are helped, in totals",
    Permission.MANAGE_ASSURANCE: "keep assessments, systems, issues and claims",
    Permission.ACCEPT_CLOSURES: "accept that an issue of another is closed",
    Permission.MANAGE_MONEY: "keep budgets, approvals and savings",
    Permission.MANAGE_COUNCILLORS: "arrange councillors’ learning, kit and paper",
    Permission.SAY_OWN_SKILLS: "say how you see your own skills",
    Permission.MANAGE_PROJECTS: "keep projects, their dates and their status",
    Permission.BUILD_REPORTS: "build a report",
    Permission.FREEZE_REPORTS: "freeze a report",
    Permission.SET_POLICY: "set council policy",
    Permission.MANAGE_PEOPLE: "add people or change their roles",
    Permission.VIEW_MEETINGS: "see meetings, decisions and commitments",
    Permission.VIEW_PROJECTS: "see projects",
    Permission.VIEW_READINGS: "see minutes before they are confirmed",
    Permission.VIEW_EXEMPT: "see exempt matter",
    Permission.MANAGE_MEETINGS: "keep meetings and the forward plan",
    Permission.READ_MINUTES: "load and confirm minutes",
    Permission.RECORD_DECISIONS: "record a decision",
    Permission.WRITE_DECISION_REPORTS: "write a decision report",
    Permission.ISSUE_DECISION_REPORTS: "issue a decision report",
    Permission.ANSWER_COMMITMENTS: "answer a commitment",
    Permission.MANAGE_COMMITMENTS: "extend, defer or close a commitment",
    Permission.USE_DELEGATIONS: "record the use of a delegation",
    Permission.MANAGE_DELEGATIONS: "record a delegation",
    Permission.MANAGE_RECOMMENDATIONS: "record a recommendation or its answer",
    Permission.RECORD_QUESTIONS: "record a member's question",
    Permission.ANSWER_QUESTIONS: "answer a member's question",
}


@dataclass(frozen=True, slots=True)
class PersonView:
    """The strings of one person's page."""

    state: Tag
    terms: tuple[Term, ...]


def present_person(person: PersonFact, suppliers: Mapping[str, str]) -> PersonView:
    """Return the strings of the person's page; nothing in it is ever blank."""
    terms = [
        Term(label="Username", value=person.username),
        Term(label="Role", value=f"{ROLE_WORDS[person.role]}: {ROLE_DUTIES[person.role]}"),
        Term(label="Works for", value=_employer(person, suppliers)),
        Term(label="E-mail address", value=person.email or "None given"),
        Term(label="Second factor", value=_second_factor(person)),
    ]
    return PersonView(_state(person), tuple(terms))


def present_invented(person: PersonDetails) -> dict[str, str]:
    """Return the strings by which the sign-in page shows somebody invented."""
    return {
        "username": person.username,
        "name": person.full_name,
        "role": ROLE_WORDS[person.role],
        "duty": f"{capital(ROLE_DUTIES[person.role])}.",
    }


def people_table(people: Sequence[PersonFact], suppliers: Mapping[str, str]) -> Table:
    """Return everybody as a table."""
    return Table(
        name="people",
        caption="Everybody",
        columns=(
            Column("name", "Name"),
            Column("username", "Username"),
            Column("role", "Role"),
            Column("employer", "Works for"),
            Column("second_factor", "Second factor"),
            Column("state", "State"),
        ),
        rows=tuple(_row(person, suppliers) for person in people),
        empty="There is nobody yet.",
    )


def _row(person: PersonFact, suppliers: Mapping[str, str]) -> Row:
    return (
        Cell(person.full_name, href=f"/people/{person.username}/"),
        Cell(person.username),
        Cell(ROLE_WORDS[person.role]),
        Cell(_employer(person, suppliers)),
        Cell(_second_factor(person)),
        Cell("", tags=(_state(person),)),
    )


def people_summary(people: Sequence[PersonFact]) -> str:
    """Return one sentence on how many may sign in."""
    ready = sum(person.is_active and person.has_password for person in people)
    waiting = sum(person.is_active and not person.has_password for person in people)
    stopped = len(people) - ready - waiting
    said = [f"{count_words(ready, 'person', 'people')} may sign in"]
    if waiting:
        said.append(f"{waiting} {'has' if waiting == 1 else 'have'} no password yet")
    if stopped:
        said.append(f"{stopped} no longer {'signs' if stopped == 1 else 'sign'} in")
    return f"{list_words(said)}."


def _employer(person: PersonFact, suppliers: Mapping[str, str]) -> str:
    return suppliers.get(person.supplier, person.supplier) or "The council"


def _second_factor(person: PersonFact) -> str:
    return "Set up" if person.has_second_factor else "Not set up"


def _state(person: PersonFact) -> Tag:
    if not person.is_active:
        return Tag("No longer signs in", "grey", "○")
    if not person.has_password:
        return Tag("No password yet", "yellow", "▲")
    return Tag("May sign in", "green", "●")
