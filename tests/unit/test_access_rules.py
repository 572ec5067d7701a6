import pytest

from scrutable.access.facts import DEMONSTRATION_PEOPLE, Permission, Role
from scrutable.access.presenters import PERMISSION_WORDS, ROLE_DUTIES, ROLE_WORDS
from scrutable.access.rules import is_permitted_password, may, must_have_second_factor

ROLES = (
    Role.SUPPLIER,
    Role.MEMBER,
    Role.CLERK,
    Role.SCRUTINY_OFFICER,
    Role.AUDITOR,
    Role.OFFICER,
    Role.REPORT_AUTHOR,
    Role.CONTRACT_MANAGER,
    Role.ADMINISTRATOR,
    Role.HOUSEKEEPER,
    Role.CYBER_LEAD,
    Role.FINANCE_DIRECTOR,
)
# One column for each role, in the order above: x may, - may not.
TABLE = {
    Permission.VIEW_CONTRACTS: "xxxxxxxxxxxx",
    Permission.VIEW_ATTENTION: "-xxxxxxxxxxx",
    Permission.VIEW_REPORTS: "-xxxxxxxxxxx",
    Permission.VIEW_CREDITS: "-xxxxxxxxxxx",
    Permission.VIEW_MITIGATIONS: "-xxxxxxxxxxx",
    Permission.VIEW_RETURNS: "x---xxxxxxxx",
    Permission.VIEW_TRACE: "-xxxxxxxxxxx",
    Permission.VIEW_LOG: "--xxx--xx--x",
    Permission.VIEW_POLICY: "--xxxxxxxxxx",
    Permission.VIEW_PEOPLE: "----x---x---",
    Permission.VIEW_MEETINGS: "-xxxxxxxxxxx",
    Permission.VIEW_PROJECTS: "-xxxxxxxxxxx",
    Permission.VIEW_ESTATE: "-xxxxxxxxxxx",
    Permission.VIEW_FINDINGS: "----x----x--",
    Permission.MANAGE_AGREEMENTS: "-------x-x--",
    Permission.MANAGE_ESTATE: "---------x--",
    Permission.VIEW_ASSURANCE: "-xxxxxxxxxxx",
    Permission.VIEW_CYBER: "--x-x-----xx",
    Permission.VIEW_MONEY: "-xxxxxxxxxxx",
    Permission.VIEW_COUNCILLORS: "-xxxxxxxxxxx",
    Permission.MANAGE_ASSURANCE: "----------x-",
    Permission.ACCEPT_CLOSURES: "--x-------xx",
    Permission.MANAGE_MONEY: "-----------x",
    Permission.MANAGE_COUNCILLORS: "--x---------",
    Permission.SAY_OWN_SKILLS: "-x----------",
    Permission.VIEW_READINGS: "--xxxxxxxxxx",
    Permission.VIEW_EXEMPT: "--xxxxxxxxxx",
    Permission.ISSUE_TEMPLATES: "x----xxx-xxx",
    Permission.SEND_RETURNS: "x------x----",
    Permission.LOAD_RETURNS: "-------x----",
    Permission.CORRECT_RESULTS: "-------x----",
    Permission.GRANT_MITIGATIONS: "-------x----",
    Permission.MANAGE_CONTRACTS: "-------x----",
    Permission.MANAGE_CREDITS: "-------x----",
    Permission.MANAGE_PROJECTS: "-----x-x----",
    Permission.BUILD_REPORTS: "-----xxx-xxx",
    Permission.FREEZE_REPORTS: "-------x--xx",
    Permission.SET_POLICY: "--------x---",
    Permission.MANAGE_PEOPLE: "--------x---",
    Permission.MANAGE_MEETINGS: "--x---------",
    Permission.READ_MINUTES: "--x---------",
    Permission.RECORD_DECISIONS: "--x---------",
    Permission.WRITE_DECISION_REPORTS: "-----xxx-xxx",
    Permission.ISSUE_DECISION_REPORTS: "--x---------",
    Permission.ANSWER_COMMITMENTS: "--x--xxx-xxx",
    Permission.MANAGE_COMMITMENTS: "--xx--------",
    Permission.USE_DELEGATIONS: "--x--xxx-xxx",
    Permission.MANAGE_DELEGATIONS: "--x---------",
    Permission.MANAGE_RECOMMENDATIONS: "--xx--------",
    Permission.RECORD_QUESTIONS: "--xx--------",
    Permission.ANSWER_QUESTIONS: "--x--xxx-xxx",
}


@pytest.mark.parametrize("permission", Permission)
def test_may(permission):
    found = "".join("x" if may(role, permission) else "-" for role in ROLES)

    assert found == TABLE[permission]


def test_an_auditor_changes_nothing():
    changing = [p for p in Permission if not p.value.startswith("view_")]

    assert not any(may(Role.AUDITOR, permission) for permission in changing)


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (Role.SUPPLIER, False),
        (Role.MEMBER, False),
        (Role.AUDITOR, False),
        (Role.CLERK, True),
        (Role.HOUSEKEEPER, True),
        (Role.CYBER_LEAD, True),
        (Role.FINANCE_DIRECTOR, True),
        (Role.SCRUTINY_OFFICER, True),
        (Role.OFFICER, True),
        (Role.REPORT_AUTHOR, True),
        (Role.CONTRACT_MANAGER, True),
        (Role.ADMINISTRATOR, True),
    ],
)
def test_second_factor_for_those_who_can_change_what_a_report_says(role, expected):
    assert must_have_second_factor(role, required=True) is expected
    assert must_have_second_factor(role, required=False) is False


@pytest.mark.parametrize(
    ("password", "demonstration", "expected"),
    [
        ("scrutable-demo", True, True),
        ("scrutable-demo", False, False),
        ("Scrutable-Demo-2026", False, False),
        ("four words one number 7", False, True),
    ],
)
def test_the_password_that_is_shown_to_all_is_for_demonstrations(password, demonstration, expected):
    known = "scrutable-demo"

    found = is_permitted_password(password, demonstration=demonstration, known=known)

    assert found is expected


def test_there_is_an_invented_person_for_every_role():
    assert {person.role for person in DEMONSTRATION_PEOPLE} == set(Role)


def test_every_role_and_permission_has_its_own_words():
    assert set(ROLE_WORDS) == set(ROLE_DUTIES) == set(Role)
    assert set(PERMISSION_WORDS) == set(Permission)
    assert len(set(PERMISSION_WORDS.values())) == len(Permission)
