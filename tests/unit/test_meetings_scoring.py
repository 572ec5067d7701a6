"""What a careful person wrote is understood, and readings are scored against it."""

from decimal import Decimal

import pytest

from scrutable.meetings.facts import (
    Due,
    Outcome,
    OutcomeKind,
    Reading,
    ReadingState,
)
from scrutable.meetings.rules.scoring import Expected, parse_expected, score, sheet_of


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("approve", [Expected(kind="approve")]),
        ("confirm-minutes(with correction)", [Expected(kind="confirm-minutes")]),
        ("note@officers", [Expected(kind="note", owners=("officers",))]),
        (
            "delegate(a-c) @Chief Executive ~Section 151 Officer",
            [
                Expected(
                    kind="delegate",
                    owners=("Chief Executive",),
                    consultees=("Section 151 Officer",),
                )
            ],
        ),
        (
            "delegate @Head of IT ~Leader ~two Executive Councillors(by limb)",
            [
                Expected(
                    kind="delegate",
                    owners=("Head of IT",),
                    consultees=("Leader", "two Executive Councillors"),
                )
            ],
        ),
        (
            "approve £1,107,123.21 !31 March 2023",
            [Expected(kind="approve", due="31 March 2023", amount=Decimal("1107123.21"))],
        ),
        ("approve £2m", [Expected(kind="approve", amount=Decimal(2_000_000))]),
        (
            "(narrative) report-back !November 2018",
            [Expected(kind="report-back", due="November 2018", in_discussion=True)],
        ),
        (
            "(narrative) action @Director of Finance @Chief Internal Auditor",
            [
                Expected(
                    kind="action",
                    owners=("Director of Finance", "Chief Internal Auditor"),
                    in_discussion=True,
                )
            ],
        ),
        ("(audit) action: disable @Management",
         [Expected(kind="action", owners=("Management",), in_discussion=True)]),
        ("recommend @Council(note)", [Expected(kind="recommend", owners=("Council",))]),
        (
            "note+approve £250k (two verbs in one limb)",
            [Expected(kind="note"), Expected(kind="approve", amount=Decimal(250_000))],
        ),
        ("note/report-back", [Expected(kind="note")]),
        ("agree(rebaseline Oct 2024 -> April 2025)", [Expected(kind="agree")]),
        ("(cut)", []),
        ("(noted list is not the decision)", []),
    ],
)  # fmt: skip
def test_expected_outcomes_are_understood(written, expected):
    assert parse_expected(written) == (expected, None)


@pytest.mark.parametrize(
    ("written", "state"),
    [
        ("none-visible", ReadingState.NONE_VISIBLE),
        ("none", ReadingState.NONE_VISIBLE),
        ("status-only", ReadingState.STATUS_ONLY),
        ("approve(status only)", ReadingState.STATUS_ONLY),
        ("proposals-only !end of September 2020", ReadingState.PROPOSALS_ONLY),
    ],
)
def test_states_are_no_outcomes(written, state):
    assert parse_expected(written) == ([], state)


def reading_of(*outcomes, state=ReadingState.WHOLE):
    return Reading(id="p", state=state, meeting_on=None, outcomes=outcomes)


def outcome(kind, **told):
    return Outcome(kind=OutcomeKind(kind), text=kind, span=(0, 4), **told)


def scored(expected, *outcomes, **options):
    return score([(sheet_of({"id": "p", "expected": expected}), reading_of(*outcomes))], **options)


def test_kinds_are_matched_as_often_as_they_are_there():
    total = scored(["note", "note", "approve"], outcome("note"), outcome("thank"))

    kind = total.measures["kind"]
    assert (kind.expected, kind.read, kind.right) == (3, 2, 1)
    assert (kind.precision, kind.recall, kind.f1) == (1 / 2, 1 / 3, 2 / 5)
    assert {name: tally.right for name, tally in total.kinds.items()} == {
        "note": 1,
        "approve": 0,
        "thank": 0,
    }
    assert sorted((miss.expected, miss.read) for miss in total.misses) == [
        ("", "thank"),
        ("approve", ""),
        ("note", ""),
    ]


def test_of_several_of_a_kind_those_that_fit_are_paired_in_order():
    total = scored(
        ["delegate @Head of IT", "delegate @Head of HR"],
        outcome("delegate", owner="Head of HR"),
    )

    assert total.measures["owner"].right == 1
    assert total.measures["kind"].right == 1


@pytest.mark.parametrize(
    ("expected", "read", "right"),
    [
        ("report-back !30 June 2023", "by 30 June 2023", 1),
        ("report-back !every 6 months", "every six months", 1),
        ("report-back !six months", "in six months' time", 1),
        ("report-back !next meeting", "next meeting of the Board", 1),
        ("report-back !June 2018", "June", 1),
        ("report-back !June 2018", "July 2018", 0),
    ],
)
def test_due_wordings_are_alike_where_one_holds_the_other(expected, read, right):
    total = scored([expected], outcome("report-back", due=Due(words=read)))

    assert total.measures["due"].right == right


def test_two_owners_may_be_named_in_one():
    total = scored(
        ["action @Director of Finance @Chief Auditor"],
        outcome("action", owner="Director of Finance; Chief Auditor"),
    )

    assert (total.measures["owner"].right, total.measures["owner"].f1) == (2, 1)


def test_whom_a_run_of_recommendations_goes_to_is_written_once():
    total = scored(
        ["recommend @Council", "recommend"],
        outcome("recommend", owner="Council"),
        outcome("recommend", owner="Council"),
    )

    assert total.measures["owner"].f1 == 1


def test_without_discussion_what_was_only_said_counts_neither_way():
    expected = ["note", "(narrative) action @Head of IT"]
    with_it = scored(expected, outcome("note"))
    without = scored(expected, outcome("note"), with_discussion=False)
    besides = scored(
        ["note"], outcome("note"), outcome("action", in_discussion=True), with_discussion=False
    )

    assert with_it.measures["kind"].recall == 1 / 2
    assert without.measures["kind"].f1 == 1
    assert besides.measures["kind"].f1 == 1


@pytest.mark.parametrize(
    ("cut", "state", "right"),
    [
        ("decision_whole", ReadingState.WHOLE, 1),
        ("decision_whole", ReadingState.CUT, 0),
        ("cut_inside_or_after_decision", ReadingState.CUT, 1),
        ("cut_before_decision", ReadingState.WHOLE, 1),
    ],
)
def test_the_state_is_judged_by_where_the_text_is_cut(cut, state, right):
    sheet = sheet_of({"id": "p", "expected": ["note"], "cut": cut})
    total = score([(sheet, reading_of(outcome("note"), state=state))])

    assert total.states.right == right


def test_nothing_to_read_is_read_wholly():
    total = score([])

    assert total.measures["kind"].f1 == 1


@pytest.mark.parametrize(
    ("expected", "read", "right"),
    [
        ("by the end of June 2023", "by end of June 2023", 1),
        ("by the end of June 2023", "end of June 2023", 0),
        ("Every 6 months", "every 6 months.", 1),
        ("every 6 months", "every six months", 0),
    ],
)
def test_a_strict_score_wants_the_words_themselves(expected, read, right):
    page = {"id": "p", "expected": [f"report-back !{expected}"]}
    found = reading_of(outcome(OutcomeKind.REPORT_BACK, due=Due(words=read)))

    assert score([(sheet_of(page), found)], strict=True).measures["due"].right == right
