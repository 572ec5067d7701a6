"""Officers' words on projects, benefits and outcomes held against the records."""

import pytest

from scrutable.reports.rules.delivering import Delivered, Delivery, OfProject, contradicted

LATE = "its go-live is 49 days later than first set"
NOT_GREEN = "it is shown as red"
NOT_LIVE = "nobody has reported that it is live"
NOT_LIVE_YET = "project 277 OpenText migration and project 16-BCM-07 Data centre are not"
NOT_REALISED = "benefit 201-1, benefit 203-1, benefit 203-2 and 1 more are not"
KNOWN = Delivered(
    projects=(
        OfProject(
            number="277",
            title="OpenText migration",
            against={
                Delivery.ON_TIME: LATE,
                Delivery.GREEN: NOT_GREEN,
                Delivery.LIVE: NOT_LIVE,
            },
        ),
        OfProject(number="201", title="New telephones", against={}),
        OfProject(number="16-BCM-07", title="Data centre", against={Delivery.LIVE: NOT_LIVE}),
    ),
    unrealised=("benefit 201-1", "benefit 203-1", "benefit 203-2", "benefit 204-1"),
    unevidenced=("outcome 6",),
)


def faults(text, known=KNOWN):
    return [(one.fault, one.place) for one in contradicted({"summary": text}, known, {})]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Project 277 is on time.", f"“on time”, but {LATE}"),
        ("Project 277 went live in March 2019.", f"“went live”, but {NOT_LIVE}"),
        ("Projects 201 and 277 are on track.", f"“on track”, but {LATE}"),
        ("OpenText migration remains green.", f"“remains green”, but {NOT_GREEN}"),
        ("Work on project 277 goes on. It is on schedule.", f"“on schedule”, but {LATE}"),
        ("Project 16-BCM-07 was completed.", f"“was completed”, but {NOT_LIVE}"),
        (
            "All projects are on track.",
            "“on track”, but project 277 OpenText migration is not",
        ),
        (
            "Every one of the projects waits, and the programme has gone live.",
            f"“gone live”, but {NOT_LIVE_YET}",
        ),
        (
            "All of the benefits have been realised.",
            f"“All of the benefits have been realised”, but {NOT_REALISED}",
        ),
        (
            "All ten outcomes are evidenced.",
            "“All ten outcomes are evidenced”, but outcome 6 is not",
        ),
    ],
)
def test_words_that_say_other_than_the_records_are_faults(text, why):
    ((fault, _),) = faults(text)

    assert fault == f"the commentary says {why}"


@pytest.mark.parametrize(
    "text",
    [
        "Project 277 is not on time.",
        "Project 277 will be on time.",
        "Project 277 should have gone live.",
        "Project 201 is on time and was completed.",
        "Project 277 is late, but project 201 is on time.",
        "The supplier says “project 277 is on time”.",
        "All benefits will be realised.",
        "In 2019 project 201 went live.",
        "We answered on time.",
    ],
)
def test_words_that_agree_with_the_records_or_claim_nothing_pass(text):
    assert faults(text) == []


def test_the_fault_says_where_it_is_mended():
    (fault,) = contradicted({"slips": "Project 277 is on time."}, KNOWN, {"slips": "4"})

    assert (fault.place, fault.section, fault.mend_at) == (
        "section 4, project 277",
        "slips",
        "commentary/slips/",
    )


def test_nothing_is_claimed_of_what_nobody_recorded():
    assert faults("All benefits were realised; project 999 is on time.", Delivered()) == []
