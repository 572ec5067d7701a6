"""What of commitments needs a person, who is reminded of what, what is tracked and wanted."""

from datetime import date
from decimal import Decimal

import pytest

from factories.promise_facts import commitment, day, due, in_words, question, step
from scrutable.kernel.attention import Attention, Gravity
from scrutable.meetings import facts
from scrutable.meetings.facts import OutcomeKind
from scrutable.meetings.rules.attending import Promised, is_to_be_chased, promises_attention, short
from scrutable.meetings.rules.reminding import known_addresses, letters
from scrutable.meetings.rules.tracking import is_trackable
from scrutable.meetings.rules.wanted import in_force, missing
from scrutable.registers.reads import defaults

POLICY = defaults()["attention"]["commitments"]
ASKED_ON = {"OSMB-2026-06-25": day("6-25")}
NAMES = {"OSMB": "Overview and Scrutiny Management Board"}
LINK = "https://scrutable.westmere.example/commitments/"


def promised(*commitments, on="10-12", questions=()):
    return Promised(
        as_at=day(on),
        commitments=commitments,
        questions=questions,
        asked_on=ASKED_ON,
        policy=POLICY,
    )


def found(*commitments, **given):
    return list(promises_attention(promised(*commitments, **given)))


def whys(*commitments, **given):
    return [(item.gravity, item.why) for item in found(*commitments, **given)]


def test_an_overdue_commitment_is_an_item_with_owner_day_and_what_was_done():
    told = commitment(step("chased", "10-5"))

    assert found(told) == [
        Attention(
            reference="commitment/2026-014",
            what="Commitment 2026-014: Bring a report on the service desk",
            why="It was due on 30 September 2026, 12 days ago",
            since=day("10-1"),
            gravity=Gravity.CONCERN,
            owner="Director of Finance",
            due=day("9-30"),
            doing="Its owner was reminded on 5 October 2026",
            version=7,
        )
    ]


@pytest.mark.parametrize(
    ("on", "gravity"),
    [("10-1", Gravity.CONCERN), ("10-28", Gravity.CONCERN), ("10-29", Gravity.SERIOUS)],
)
def test_it_is_graver_after_the_days_of_the_policy(on, gravity):
    assert [item.gravity for item in found(commitment(), on=on)] == [gravity]


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("9-15", []),
        ("9-16", [(Gravity.NOTE, "It is due on 30 September 2026, in 14 days")]),
        ("9-30", [(Gravity.NOTE, "It is due on 30 September 2026, today")]),
    ],
)
def test_what_is_soon_due_is_named_from_its_day_on(on, said):
    assert whys(commitment(), on=on) == said


def test_how_often_it_was_put_off_is_said():
    told = commitment(
        step("extended", "9-20", words="x", due=due("10-1")),
        step("extended", "9-30", words="x", due=due("10-2")),
    )

    assert whys(told, on="10-3") == [
        (Gravity.CONCERN, "It was due on 2 October 2026, 1 day ago, put off twice")
    ]


@pytest.mark.parametrize(("on", "count"), [("8-12", 0), ("8-13", 1)])
def test_an_answer_that_was_not_put_to_the_body_is_named_after_some_weeks(on, count):
    told = commitment(step("answered", "7-1", words="Appended"))

    assert len(found(told, on=on)) == count


def test_an_answer_not_put_to_the_body_says_since_when():
    told = commitment(step("answered", "7-1", words="Appended"))
    proposed = commitment(step("closure_proposed", "7-1", words="Overtaken"))

    assert whys(told, on="8-13") == [
        (
            Gravity.NOTE,
            "It was answered on 1 July 2026, 43 days ago, and the body has not agreed to close it",
        )
    ]
    assert "It was proposed for closure on 1 July 2026" in whys(proposed, on="8-13")[0][1]


def test_a_closure_without_agreement_stays_until_the_body_agrees():
    dropped = step("closed_unagreed", "8-1", words="The post was deleted")
    closed = step("closed", "9-24", agreed_in="OSMB-2026-09-24", words="Agreed")

    assert whys(commitment(dropped)) == [
        (
            Gravity.SERIOUS,
            (
                "It was closed on 1 August 2026 without the body’s agreement and without an "
                "answer: The post was deleted"
            ),
        )
    ]
    assert found(commitment(dropped, closed)) == []


def test_a_commitment_that_nobody_owes_is_named():
    assert whys(commitment(owner=""), on="7-1") == [
        (Gravity.CONCERN, "Nobody is named who owes it")
    ]
    named = commitment(step("reassigned", "7-1", owner="Head of IT"), owner="")
    assert found(named, on="7-1") == []


@pytest.mark.parametrize(("on", "count"), [("7-5", 0), ("7-6", 1)])
def test_an_unanswered_question_is_named_after_the_days_of_the_policy(on, count):
    assert len(found(on=on, questions=[question(), question(2, to="")])) == count


def test_an_unanswered_question_says_who_asked_and_who_is_to_answer():
    told = found(on="7-6", questions=[question()])[0]

    assert (told.what, told.why, told.owner, told.since) == (
        "Councillor Osei asked: How many calls were abandoned?",
        "It was asked on 25 June 2026, 11 days ago, and has no answer",
        "Head of IT",
        day("7-6"),
    )


def test_what_was_not_yet_made_needs_nobody():
    assert found(commitment(made_on=day("10-13")), on="10-12") == []


def test_a_long_text_is_cut_between_words():
    assert short("Bring  a\nreport") == "Bring a report"
    assert short("word " * 17) == ("word " * 16).strip() + "…"
    assert short("x" * 81) == "x" * 79 + "…"


@pytest.mark.parametrize(
    ("steps", "on", "chased"),
    [
        ((), "9-22", False),
        ((), "9-23", True),
        ((), "12-31", True),
        ((step("chased", "9-23"),), "9-29", False),
        ((step("chased", "9-23"),), "9-30", True),
        ((step("answered", "9-1", words="x"),), "10-5", False),
        ((step("deferred", "9-1", words="x", due=in_words("later")),), "10-5", False),
    ],
)
def test_who_is_reminded_when(steps, on, chased):
    told = commitment(*steps)

    assert is_to_be_chased(promised(told, on=on), told) is chased


def test_a_letter_goes_to_each_address_and_owners_without_one_are_named_last():
    told = promised(
        commitment(),
        commitment(number=15, owner="Jo Smith", text="Send the list of orders", due=due("10-15")),
        commitment(number=16, owner="Chief Executive", due=due("10-1")),
        commitment(number=17, owner="Fenbridge Networks", due=due("10-2")),
        commitment(number=18, owner=""),
    )
    addresses = known_addresses(
        {"Jo Smith": "jo@westmere.example", "Nobody": ""},
        [
            facts.OwnerAddress(owner="director of finance", address="jo@westmere.example"),
            facts.OwnerAddress(owner="Chief Executive", address="chief@westmere.example"),
        ],
    )

    sent = letters(told, NAMES, addresses, LINK)

    assert [(letter.address, letter.owners) for letter in sent] == [
        ("chief@westmere.example", ("Chief Executive",)),
        ("jo@westmere.example", ("Director of Finance", "Jo Smith")),
        ("", ("",)),
        ("", ("Fenbridge Networks",)),
    ]
    assert sent[1].lines == (
        "On 12 October 2026 2 commitments wait for your answer.",
        "",
        (
            "2026-014, Overview and Scrutiny Management Board: Bring a report on the service desk "
            "(due 30 September 2026, 12 days late). Owed by Director of Finance."
        ),
        (
            "2026-015, Overview and Scrutiny Management Board: Send the list of orders "
            "(due 15 October 2026, in 3 days). Owed by Jo Smith."
        ),
        "",
        "Answer at https://scrutable.westmere.example/commitments/",
    )
    assert sent[2].lines[0] == "On 12 October 2026 1 commitment waits for your answer."


def outcome(kind, **given):
    return facts.Outcome(kind=OutcomeKind(kind), text="x", span=(0, 1), **given)


DUE = facts.Due(words="by March")


@pytest.mark.parametrize(
    ("kind", "given", "tracked"),
    [
        *((kind, {"owner": "The Clerk", "due": DUE}, False) for kind in (
            "confirm-minutes", "exclude-public", "appoint", "thank", "receive", "approve",
            "delegate", "recommend", "amendment-lost", "lost", "waive", "assurance", "endorse",
            "support", "reject", "procedural-carried", "effective", "authorise",
        )),
        *((kind, {}, True) for kind in (
            "action", "report-back", "request", "instruct", "refer", "review", "defer",
            "carry-forward",
        )),
        ("note", {}, False),
        ("note", {"owner": "The Director"}, False),
        ("note", {"due": DUE}, True),
        ("note", {"owner": "The Director", "due": DUE}, True),
        ("note", {"owner": "The Director", "in_discussion": True}, True),
        ("note", {"due": DUE, "in_discussion": True}, True),
        ("note", {"in_discussion": True}, False),
        ("agree", {}, False),
        ("agree", {"amount_pounds": Decimal(5)}, False),
        ("agree", {"owner": "The Director"}, True),
        ("agree", {"due": DUE}, True),
        ("suggestion", {"owner": "The Director"}, False),
        ("suggestion", {"due": DUE, "in_discussion": True}, True),
        ("comment", {"owner": "The Director", "due": DUE, "in_discussion": True}, True),
    ],
)  # fmt: skip
def test_what_becomes_a_commitment(kind, given, tracked):
    assert is_trackable(outcome(kind, **given)) is tracked


def test_every_kind_of_outcome_is_judged():
    for kind in OutcomeKind:
        assert is_trackable(outcome(kind)) in (True, False)


def want(number, section, kind="", first=date(2026, 6, 25), last=None):
    return facts.Wanted(
        body="OSMB",
        number=number,
        words="x",
        section=section,
        report_kind=kind,
        from_on=first,
        until_on=last,
        asked_in="OSMB-2026-06-25",
    )


@pytest.mark.parametrize(
    ("on", "numbers"),
    [("6-24", []), ("6-25", [1, 2]), ("9-24", [1, 2]), ("9-25", [1])],
)
def test_a_want_holds_from_its_first_day_to_its_last(on, numbers):
    wanted = [want(1, "credits"), want(2, "changes", last=day("9-24"))]

    assert [one.number for one in in_force(wanted, day(on))] == numbers


def test_a_report_lacks_what_is_wanted_of_its_kind_and_has_no_section():
    wanted = [
        want(1, "credits"),
        want(2, "changes", "contract-performance"),
        want(3, "benefits", "exceptions"),
        want(4, "summary", "contract-performance"),
        want(5, "old", last=day("7-1")),
    ]

    lacking = missing(wanted, "contract-performance", {"summary"}, day("10-12"))

    assert [one.number for one in lacking] == [1, 2]
