"""Roles, permissions and people, as the rest of the product speaks of them."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the council; each person has one."""

    OFFICER = "officer"
    CONTRACT_MANAGER = "contract_manager"
    SUPPLIER = "supplier"
    MEMBER = "member"
    CLERK = "clerk"  # democratic services
    REPORT_AUTHOR = "report_author"
    SCRUTINY_OFFICER = "scrutiny_officer"
    HOUSEKEEPER = "housekeeper"
    CYBER_LEAD = "cyber_lead"
    FINANCE_DIRECTOR = "finance_director"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Permission(StrEnum):
    """Something that may be done; `rules.may` says by whom."""

    VIEW_CONTRACTS = "view_contracts"
    VIEW_ATTENTION = "view_attention"
    VIEW_REPORTS = "view_reports"
    VIEW_CREDITS = "view_credits"
    VIEW_MITIGATIONS = "view_mitigations"
    VIEW_RETURNS = "view_returns"
    VIEW_TRACE = "view_trace"
    VIEW_LOG = "view_log"
    VIEW_POLICY = "view_policy"
    VIEW_PEOPLE = "view_people"
    VIEW_MEETINGS = "view_meetings"
    VIEW_PROJECTS = "view_projects"
    VIEW_ESTATE = "view_estate"  # sums, and what is of nobody
    VIEW_ASSURANCE = "view_assurance"  # claims, issues, systems, open summaries
    VIEW_CYBER = "view_cyber"  # the detail of assessments, exempt by default
    VIEW_MONEY = "view_money"
    VIEW_COUNCILLORS = "view_councillors"  # totals that name nobody
    VIEW_FINDINGS = "view_findings"  # they name people
    VIEW_READINGS = "view_readings"  # minutes that nobody has confirmed yet
    VIEW_EXEMPT = "view_exempt"
    ISSUE_TEMPLATES = "issue_templates"
    SEND_RETURNS = "send_returns"
    LOAD_RETURNS = "load_returns"
    CORRECT_RESULTS = "correct_results"
    GRANT_MITIGATIONS = "grant_mitigations"
    MANAGE_CONTRACTS = "manage_contracts"
    MANAGE_CREDITS = "manage_credits"
    MANAGE_PROJECTS = "manage_projects"
    MANAGE_AGREEMENTS = "manage_agreements"
    MANAGE_ESTATE = "manage_estate"
    MANAGE_ASSURANCE = "manage_assurance"
    ACCEPT_CLOSURES = "accept_closures"  # of issues that another owns
    MANAGE_MONEY = "manage_money"
    MANAGE_COUNCILLORS = (
        "manage_councillors"  # learning, kit and paper; needs are for named officers
    )
    SAY_OWN_SKILLS = "say_own_skills"
    BUILD_REPORTS = "build_reports"
    FREEZE_REPORTS = "freeze_reports"
    SET_POLICY = "set_policy"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_MEETINGS = "manage_meetings"
    READ_MINUTES = "read_minutes"
    RECORD_DECISIONS = "record_decisions"
    WRITE_DECISION_REPORTS = "write_decision_reports"
    ISSUE_DECISION_REPORTS = "issue_decision_reports"
    ANSWER_COMMITMENTS = "answer_commitments"
    MANAGE_COMMITMENTS = "manage_commitments"
    USE_DELEGATIONS = "use_delegations"
    MANAGE_DELEGATIONS = "manage_delegations"
    MANAGE_RECOMMENDATIONS = "manage_recommendations"
    RECORD_QUESTIONS = "record_questions"
    ANSWER_QUESTIONS = "answer_questions"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFact:
    """One person, as lists and pages show them."""

    username: str
    full_name: str
    email: str
    role: Role
    supplier: str
    is_active: bool
    has_password: bool
    has_second_factor: bool

    @property
    def reference(self) -> str:
        """Return the person's reference."""
        return f"person/{self.username}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What is said of somebody when they are added or changed.

    `supplier` is a reference such as `supplier/norland-services`, for a supplier's people only.
    """

    username: str
    full_name: str
    role: Role
    email: str = ""
    supplier: str = ""

    @property
    def reference(self) -> str:
        """Return the person's reference."""
        return f"person/{self.username}"


def _invented(username: str, full_name: str, role: Role, supplier: str = "") -> PersonDetails:
    email = f"{username}@westmere.example"  # leads nowhere
    return PersonDetails(
        username=username, full_name=full_name, role=role, email=email, supplier=supplier
    )


DEMONSTRATION_PASSWORD = "scrutable-demo"  # noqa: S105  (no secret: the sign-in page shows it)
DEMONSTRATION_PEOPLE = (
    _invented("j.smith", "Jo Smith", Role.CONTRACT_MANAGER),
    _invented("a.patel", "Anita Patel", Role.OFFICER),
    _invented("n.ward", "Nick Ward", Role.SUPPLIER, "supplier/norland-services"),
    _invented("c.osei", "Councillor Comfort Osei", Role.MEMBER),
    _invented("a.clerk", "Alex Clerk", Role.CLERK),
    _invented("d.reyes", "Dana Reyes", Role.REPORT_AUTHOR),
    _invented("t.okafor", "Tobi Okafor", Role.SCRUTINY_OFFICER),
    _invented("b.khan", "Bilal Khan", Role.HOUSEKEEPER),
    _invented("k.adeyemi", "Kemi Adeyemi", Role.CYBER_LEAD),
    _invented("h.brandt", "Helga Brandt", Role.FINANCE_DIRECTOR),
    _invented("r.lindqvist", "Rune Lindqvist", Role.AUDITOR),
    _invented("m.doyle", "Maeve Doyle", Role.ADMINISTRATOR),
)
