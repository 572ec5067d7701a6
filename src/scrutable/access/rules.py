"""Who may do what, as one table; pure."""

from hashlib import sha256

from scrutable.access.facts import Permission, Role

_READING = frozenset(
    {
        Permission.VIEW_CONTRACTS,
        Permission.VIEW_ATTENTION,
        Permission.VIEW_REPORTS,
        Permission.VIEW_CREDITS,
        Permission.VIEW_MITIGATIONS,
        Permission.VIEW_TRACE,
        Permission.VIEW_MEETINGS,
        Permission.VIEW_PROJECTS,
        Permission.VIEW_ESTATE,
        Permission.VIEW_ASSURANCE,
        Permission.VIEW_MONEY,
        Permission.VIEW_COUNCILLORS,
    }
)
_EVERY_VIEW = frozenset(p for p in Permission if p.value.startswith("view_"))
_NAMED_OR_CYBER = frozenset({Permission.VIEW_FINDINGS, Permission.VIEW_CYBER})
_OFFICER = (_EVERY_VIEW - {Permission.VIEW_LOG, Permission.VIEW_PEOPLE} - _NAMED_OR_CYBER) | {
    Permission.ISSUE_TEMPLATES,
    Permission.BUILD_REPORTS,
    Permission.WRITE_DECISION_REPORTS,
    Permission.ANSWER_COMMITMENTS,
    Permission.ANSWER_QUESTIONS,
    Permission.USE_DELEGATIONS,
}
_OF_SCRUTINY = _READING | {
    Permission.VIEW_LOG,
    Permission.VIEW_POLICY,
    Permission.VIEW_READINGS,
    Permission.VIEW_EXEMPT,
    Permission.MANAGE_COMMITMENTS,
    Permission.MANAGE_RECOMMENDATIONS,
    Permission.RECORD_QUESTIONS,
}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.SUPPLIER: frozenset(
        {
            Permission.VIEW_CONTRACTS,
            Permission.VIEW_RETURNS,
            Permission.ISSUE_TEMPLATES,
            Permission.SEND_RETURNS,
        }
    ),
    Role.MEMBER: _READING | {Permission.SAY_OWN_SKILLS},
    Role.CLERK: _OF_SCRUTINY
    | {
        Permission.MANAGE_MEETINGS,
        Permission.READ_MINUTES,
        Permission.RECORD_DECISIONS,
        Permission.ISSUE_DECISION_REPORTS,
        Permission.ANSWER_COMMITMENTS,
        Permission.ANSWER_QUESTIONS,
        Permission.USE_DELEGATIONS,
        Permission.MANAGE_DELEGATIONS,
        Permission.MANAGE_COUNCILLORS,
        Permission.VIEW_CYBER,
        Permission.ACCEPT_CLOSURES,
    },
    Role.SCRUTINY_OFFICER: _OF_SCRUTINY,
    Role.AUDITOR: _EVERY_VIEW,
    Role.OFFICER: _OFFICER | {Permission.MANAGE_PROJECTS},
    Role.REPORT_AUTHOR: _OFFICER,
    Role.CONTRACT_MANAGER: _OFFICER
    | {
        Permission.VIEW_LOG,
        Permission.SEND_RETURNS,
        Permission.LOAD_RETURNS,
        Permission.CORRECT_RESULTS,
        Permission.GRANT_MITIGATIONS,
        Permission.MANAGE_CONTRACTS,
        Permission.MANAGE_CREDITS,
        Permission.MANAGE_PROJECTS,
        Permission.MANAGE_AGREEMENTS,
        Permission.FREEZE_REPORTS,
    },
    Role.CYBER_LEAD: _OFFICER
    | {
        Permission.VIEW_CYBER,
        Permission.MANAGE_ASSURANCE,
        Permission.ACCEPT_CLOSURES,
        Permission.FREEZE_REPORTS,
    },
    Role.FINANCE_DIRECTOR: _OFFICER
    | {
        Permission.VIEW_LOG,
        Permission.VIEW_CYBER,
        Permission.ACCEPT_CLOSURES,
        Permission.MANAGE_MONEY,
        Permission.FREEZE_REPORTS,
    },
    Role.HOUSEKEEPER: _OFFICER
    | {Permission.VIEW_FINDINGS, Permission.MANAGE_AGREEMENTS, Permission.MANAGE_ESTATE},
    Role.ADMINISTRATOR: (_EVERY_VIEW - _NAMED_OR_CYBER)
    | {Permission.MANAGE_PEOPLE, Permission.SET_POLICY},
}
TRUSTED_WITH_CHANGE = frozenset(
    {
        Role.OFFICER,
        Role.REPORT_AUTHOR,
        Role.CONTRACT_MANAGER,
        Role.HOUSEKEEPER,
        Role.CYBER_LEAD,
        Role.FINANCE_DIRECTOR,
        Role.CLERK,
        Role.SCRUTINY_OFFICER,
        Role.ADMINISTRATOR,
    }
)


def may(role: Role, permission: Permission) -> bool:
    """Test whether people of the role may do it; a supplier's only for their own contracts."""
    return permission in PERMISSIONS[role]


def must_have_second_factor(role: Role, *, required: bool) -> bool:
    """Test whether people of the role need a second factor, where the council requires one."""
    return required and role in TRUSTED_WITH_CHANGE


def is_permitted_password(password: str, *, demonstration: bool, known: str) -> bool:
    """Test that the password is not the one that every demonstration shows, unless this is one."""
    return demonstration or known not in password.casefold()


def token_digest(token: str) -> str:
    """Return the form in which a token is kept; it is random enough to need no salt."""
    return sha256(token.encode()).hexdigest()
