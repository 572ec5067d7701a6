"""Names of posts, teams, bodies and members, and where each ends, as minutes go on after them."""

import pytest

from scrutable.meetings.rules.reading.actors import name_from
from scrutable.meetings.rules.reading.roles import names_at

NAMES = """
Director of Resources
Head of Internal Audit
Corporate Director (Resources)
Chief Officer (IT)
Chief Officer - Governance
Executive Director - Commercial
Director: Policy, Strategy and Digital
Director of Planning, Housing and Environment
Director of Finance and Support Services
Assistant Director - ICT
Assistant Director Customer & Digital
Service Director - Digital & ICT
Strategic Director of Resources (Section 151 Officer)
Chief Digital & Information Officer
Chief Executive
Deputy Chief Executive
Monitoring Officer
Section 151 Officer
Deputy s151 Officer
Head of Legal and Democratic Services
Joint ICT Service Delivery Manager
Executive Member for Health, Housing and Adult Social Care
Cabinet Member for Corporate Services
Lead Member for Children's Services
Portfolio Holder for Growth
Leader of the Council
Interim Director (People)
Solicitor to the Council
Assistant to the Chief Executive
Senior Information Risk Owner
Scrutiny and Overview Committee
Audit & Governance Committee
Democratic Services
Community Operations
ICT team
Town Clerk
officers
relevant heads of service
relevant Heads of Service
head of legal services
portfolio holder for finance and resources
lead officer
chief executive
internal audit
""".strip().splitlines()

ENDINGS = [
    " to report in June",
    " be asked to attend",
    ", in consultation with the Leader, to award",
    " attend in September 2024",
    " the power to publish it",
    " reports quarterly to the Committee",
]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_ends_where_the_sentence_goes_on(name, ending):
    assert name_from(f"the {name}{ending}").lower() == name.lower()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Council: That the capital programme", ["Council"]),
        ("Community Operations (JB) to circulate", ["Community Operations"]),
        ("the Head of HR (Mrs A Smith) to", ["Head of HR"]),
        ("the Leader and one portfolio holder, professional", ["Leader", "one portfolio holder"]),
        ("the Chair and Vice-Chair of the Board", ["Chair", "Vice-Chair of the Board"]),
        ("Convener and Vice-Convener, to conclude", ["Convener", "Vice-Convener"]),
        (
            "the Leader, Deputy Leader and Cabinet Member for Finance",
            ["Leader", "Deputy Leader", "Cabinet Member for Finance"],
        ),
        (
            "the Director of Finance and the Head of Legal be authorised",
            ["Director of Finance", "Head of Legal"],
        ),
        (
            "the Section 151 Officer and the Monitoring Officer",
            ["Section 151 Officer", "Monitoring Officer"],
        ),
        ("to be agreed", []),
        ("further work in March", []),
    ],
)
def test_several_names_are_told_apart(text, names):
    assert names_at(text) == names
