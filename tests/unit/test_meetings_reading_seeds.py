"""Minutes of the kinds that the seeds are: read without help, wholly, with nothing besides.

The seeds themselves are read where their folder is; texts of our own of the same build always.
"""

from datetime import date
from pathlib import Path

import pytest

from scrutable.meetings.rules import reading

SEEDS = Path(__file__).parents[3] / "shared/seeds"

REASSURED = """Minutes:

The Board was asked to: seek reassurance about the service, and provide feedback.

It was noted that some projects would be brought back on track over the coming weeks.

Members discussed the report, and the following points were noted:

·       Members welcomed the report and noted that support had improved.
·       A review of processes would be undertaken to ensure they were simplified.

RESOLVED:

1.      That the Board was satisfied with the reassurances given about:-

a.      The performance of the service; and
b.      The review of the strategy.

2.      That the comments made at the meeting on the reports as outlined above be noted.

Supporting documents:
"""
PROPOSED = """**Open Report on behalf of the Head of Paid Service**

| Report to: | <b>Executive Councillor for Transport</b> |
| Key decision? | <b>No</b> |

**Recommendation(s):**

That the Executive Councillor for Transport approves the document at Appendix A.

**Alternatives Considered:**

Not to approve the document at Appendix A.

**Reasons for Recommendation:**

It is good practice to review a strategy.

### c) Scrutiny Comments

This decision will be considered by the Board at its meeting on 25 April 2019 and the reports of
the Committee will be reported to the Executive Councillor.
"""
TWICE = """Decision:

·  noted the first assessment of the issues
·  approved the expenditure set out in Appendix 2
·  noted that an update will be brought back when the work has been fully assessed
·  delegated authority to the Director of Finance in consultation with the Leader, to
appoint officers and to commence procurement
·  agreed that a report be presented to Cabinet with an updated plan in quarter 3 2022/23

Minutes:

The Director stated that a plan would be ready in the near future. Lead Members endorsed the plan.
The Cabinet agreed the recommendations and to receive further reports on future phases.

Resolved –

The Cabinet:

·  noted the first assessment of the issues in the report.
·  approved the expenditure set out in Appendix 2 to the report.
·  noted that an update will be brought back when the work has been fully assessed.
·  delegated authority to the Director of Finance in consultation with the Leader, to
appoint officers and to commence procurement.
·  agreed that a report be presented to Cabinet with an updated plan in quarter 3 2022/23.

Supporting documents:
"""
VISIONS = """Minutes:

Once the programme was done there were three vision statements that the council would adhere to:

1. Be able to support the business
2. Be able to put plans in place to improve the quality of the IT

  service we provide

3. Have no unresolved issues

It was suggested that a Bite Size Briefing could be held in six months' time for all councillors.

It was noted that skills varied. The council would continue to run schemes.

Resolved: The Internal Scrutiny Committee note the report presented.
"""
SUPPORTED = """·       The Board supported the introduction of the housekeeping initiatives.

·       It was agreed that in future the report would provide information on any agreed mitigation.

RESOLVED

(1)  That the proposed approach to overview, as detailed on pages 17 and 18, be supported.

(2)  That the Board records its reassurance on the performance of the contract.

(3)  That the progress against the top 20 projects be noted.

(4)  That the comments of the Board be noted by officers.
"""
QUARTER = (date(2022, 10, 1), date(2022, 12, 31))


def told(text):
    return [
        (
            outcome.kind.value,
            outcome.owner,
            "; ".join(outcome.consultees),
            outcome.due.words if outcome.due else "",
        )
        for outcome in reading.read(text).outcomes
    ]


ASSESSED = ("note", "", "", "when the work has been fully assessed")
DELEGATED = ("delegate", "Director of Finance", "Leader", "")
NEXT_REPORT = ("agree", "", "", "quarter 3 2022/23")
NOTED = ("note", "", "", "")
APPROVED = ("approve", "", "", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (REASSURED, [("record-assurance", "", "", ""), NOTED]),
        (PROPOSED, []),
        (TWICE, [NOTED, APPROVED, ASSESSED, DELEGATED, NEXT_REPORT]),
        (VISIONS, [("suggestion", "", "", "in six months' time"), NOTED]),
        (
            SUPPORTED,
            [
                ("action", "", "", ""),
                ("support", "", "", ""),
                ("record-assurance", "", "", ""),
                NOTED,
                ("note", "officers", "", ""),
            ],
        ),
    ],
    ids=["reassured", "proposed", "twice", "visions", "supported"],
)
def test_minutes_like_the_seeds_are_read_wholly_and_nothing_besides(text, expected):
    assert told(text) == expected


def test_a_decision_report_only_proposes():
    assert reading.read(PROPOSED).state == "proposals-only"


def test_the_next_report_is_due_in_a_quarter_of_the_financial_year():
    due = reading.read(TWICE).outcomes[-1].due

    assert (due.first, due.last) == QUARTER


def test_what_was_only_agreed_or_suggested_in_discussion_says_so():
    agreed = reading.read(SUPPORTED).outcomes[0]
    suggested = reading.read(VISIONS, meeting_on=date(2020, 1, 31)).outcomes[0]

    assert (agreed.in_discussion, agreed.certainty.value) == (True, "likely")
    assert (suggested.in_discussion, suggested.certainty.value) == (True, "unclear")
    assert suggested.due.last == date(2020, 7, 31)


if SEEDS.exists():

    @pytest.mark.parametrize(
        ("number", "state", "expected"),
        [
            ("000", "whole", [("record-assurance", "", "", ""), NOTED]),
            ("001", "proposals-only", []),
            (
                "002",
                "whole",
                [NOTED, NOTED, APPROVED, ASSESSED, NOTED, NOTED, NOTED, DELEGATED, NEXT_REPORT],
            ),
            ("003", "whole", [("suggestion", "", "", "in six months' time"), NOTED]),
            (
                "004",
                "whole",
                [
                    ("action", "", "", ""),
                    ("support", "", "", ""),
                    ("record-assurance", "", "", ""),
                    NOTED,
                    ("note", "officers", "", ""),
                ],
            ),
        ],
    )
    def test_each_seed_is_read_wholly_and_nothing_besides(number, state, expected):
        (path,) = SEEDS.glob(f"{number}_*.txt")
        text = path.read_text(encoding="utf-8")

        assert told(text) == expected
        assert reading.read(text).state == state
