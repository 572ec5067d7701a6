"""What each line found of a claim, and which sentences would reassure wrongly."""

import pytest

from factories.assurance_facts import AS_AT, ago, claim, evidence
from scrutable.assurance.facts import Line, Missing, Reassurance
from scrutable.assurance.facts.beside import Beside
from scrutable.assurance.rules.beside import unfit_beside
from scrutable.assurance.rules.claims import (
    asks_for_reassurance,
    claims_attention,
    reassurance_map,
    unreassured,
)
from scrutable.kernel.attention import Gravity
from scrutable.records.rules import refusals_of, refusals_on


def places(faults):
    return [one.place for one in faults]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (claim(), []),
        (claim("", text=" ", body="", owner=""), ["code", "text", "body", "owner"]),
        (claim(shelf_days=0), ["shelf_days"]),
        (claim(shelf_days=1), []),
        (claim(shelf_days=3650), []),
        (claim(shelf_days=3651), ["shelf_days"]),
        (evidence(1), []),
        (evidence(1, claim="", what="", checked_by=""), ["claim", "what", "checked_by"]),
    ],
)
def test_what_cannot_be_said(of, expected):
    assert places(refusals_of(of)) == expected


def test_nothing_was_checked_or_withdrawn_tomorrow():
    assert places(refusals_on(evidence(-1), AS_AT)) == ["on"]
    assert places(refusals_on(claim(withdrawn_on=ago(-1)), AS_AT)) == ["withdrawn_on"]


def test_what_is_named_must_be_recorded():
    beside = Beside(claims={"RESTORE": claim()}, bodies=frozenset({"OSMB"}))

    assert unfit_beside(claim(), beside) == ()
    assert places(unfit_beside(claim(body="EXEC"), beside)) == ["body"]
    assert places(unfit_beside(evidence(1, claim="GONE"), beside)) == ["claim"]


def test_the_map_shows_the_newest_of_each_line_and_what_is_missing():
    claims = [
        claim("A"),
        claim("B"),
        claim("C"),
        claim("D"),
        claim("E"),
        claim("F", withdrawn_on=AS_AT),
    ]
    held = [
        evidence(365, claim="A"),
        evidence(10, 1, claim="B", number=1),
        evidence(366, 3, claim="B", number=2),
        evidence(366, claim="C"),
        evidence(10, claim="E", bears_out=False),
    ]

    found = reassurance_map(claims, held, AS_AT)

    assert [(one.claim.code, one.judged.reassurance, one.missing) for one in found] == [
        ("E", Reassurance.CONTRADICTED, (Missing.ANSWER,)),
        ("D", Reassurance.NOTHING, (Missing.EVIDENCE,)),
        ("C", Reassurance.STALE, (Missing.FRESH,)),
        ("B", Reassurance.WEAK, (Missing.LINE,)),
        ("A", Reassurance.BORNE_OUT, ()),
    ]
    lines = [(one.line, one.age, one.is_fresh) for one in found[3].lines]
    assert lines == [
        (Line.FIRST, 10, True),
        (Line.SECOND, None, False),
        (Line.THIRD, 366, False),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Members can be reassured that everything critical can be restored.",
        "The Board is assured of it.",
        "This assures the Board that all is well.",
        "The audit gives members full assurance on restoring.",
        "Members may be fully reassured that it holds.",
        "We are confident that backups work.",
    ],
)
def test_what_reassures(sentence):
    assert asks_for_reassurance({"summary": f"Work went on. {sentence}"})


@pytest.mark.parametrize(
    "sentence",
    [
        "Members cannot be reassured that everything critical can be restored.",
        "Members can not yet be reassured.",
        "No member should be reassured by it.",
        "The Board asked to be reassured that backups work.",
        "“Members can be reassured,” the supplier writes.",
        "Information assurance is a field of its own.",
        "Until it is tested nobody can be assured.",
    ],
)
def test_what_reassures_nobody(sentence):
    assert not asks_for_reassurance({"summary": sentence})


RESTORE = claim()
LEAVERS = claim("LEAVERS", text="The accounts of people who leave are closed within a day")


@pytest.mark.parametrize(
    ("sentence", "held", "expected"),
    [
        ("Members can be reassured that everything critical can be restored.", [evidence(5)], []),
        (
            "Members can be reassured that everything critical can be restored.",
            [evidence(400)],
            ["RESTORE"],
        ),
        ("Members can be reassured on RESTORE.", [], ["RESTORE"]),
        ("Members can be reassured on RESTORE and LEAVERS.", [evidence(5)], ["LEAVERS"]),
        (
            "Members can be reassured that accounts of those who leave are closed in a day.",
            [evidence(5)],
            ["LEAVERS"],
        ),
        ("Members can be reassured that the sea is calm.", [evidence(5)], [None]),
        ("Everything critical was restored.", [], []),
    ],
)
def test_a_sentence_about_a_claim_that_is_not_borne_out_is_told(sentence, held, expected):
    seen = reassurance_map([RESTORE, LEAVERS], held, AS_AT)

    found = list(unreassured({"summary": sentence}, seen))

    assert [one.claim.claim.code if one.claim else None for one in found] == expected
    assert all((one.section, one.words) == ("summary", sentence) for one in found)


def test_every_claim_that_cannot_reassure_needs_a_person():
    held = dict.fromkeys(Reassurance, Gravity.SERIOUS) | {Reassurance.WEAK: Gravity.CONCERN}
    claims = [claim("A"), claim("B"), claim("C"), claim("D"), claim("E")]
    under = [
        evidence(10, claim="A"),
        evidence(10, 1, claim="B"),
        evidence(400, claim="C"),
        evidence(10, claim="E", bears_out=False),
    ]

    items = list(claims_attention(reassurance_map(claims, under, AS_AT), held))

    assert [(one.reference, one.why) for one in items] == [
        ("claim/E", "Its newest evidence, of 2 October 2026, 10 days old, is against it"),
        ("claim/D", "There is no evidence under it at all"),
        (
            "claim/C",
            "Its newest evidence is of 7 September 2025, 400 days old; it is fresh for 365 days",
        ),
        (
            "claim/B",
            (
                "Its fresh evidence, the newest of 2 October 2026, 10 days old, comes from no line "
                "as sure as it wants"
            ),
        ),
    ]
    assert items[3].gravity is Gravity.CONCERN
