"""Words on savings, benefits, verified sums and numbers of late projects held to the records."""

from datetime import date
from decimal import Decimal

import pytest

from scrutable.reports.rules.delivering import contradicted
from scrutable.reports.rules.records_say import Delivered, OfBenefit, OfProject


def benefit(code, *, saving=True, realised=False, on_track=False):
    return OfBenefit(
        name=f"benefit {code}",
        project=code.partition("-")[0],
        is_saving=saving,
        is_realised=realised,
        is_on_track=on_track or realised,
    )


KNOWN = Delivered(
    projects=tuple(
        OfProject(number=number, title=title, against={})
        for number, title in (("203", "Fewer printers"), ("204", "New telephones"))
    ),
    unrealised=("benefit 204-1", "benefit 204-2"),
    benefits=(
        benefit("203-1", realised=True),
        benefit("204-1", on_track=True),
        benefit("204-2", saving=False),
    ),
    verified=(Decimal(172_900), Decimal(58_400)),
    late=(14, 9, 7, 4),
    as_at=date(2026, 9, 30),
)
BOTH = "benefit 204-1 and benefit 204-2 are not"
VERIFIED = "£172,900 a year is verified"
LATE = "14 projects are late, or 9, 7 or 4 counted otherwise"


def faults(text, known=KNOWN):
    return [one.fault for one in contradicted({"summary": text}, known, {})]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        (
            "All of the savings have been realised.",
            "All of the savings have been realised",
            "benefit 204-1 is not",
        ),
        ("All benefits are realised.", "All benefits are realised", BOTH),
        ("Our benefits were delivered.", "Our benefits were delivered", BOTH),
        (
            "The benefits of project 204 were realised.",
            "The benefits of project 204 were realised",
            BOTH,
        ),
        (
            "Project 204 is done. The savings were all made.",
            "The savings were all made",
            "benefit 204-1 is not",
        ),
        ("Benefits are on track.", "Benefits are on track", "benefit 204-2 is not"),
        (
            "The benefits of project 204 remain on course.",
            "The benefits of project 204 remain on course",
            "benefit 204-2 is not",
        ),
        (
            "£404,500 is verified on 12 October 2026.",
            "£404,500 is verified",
            VERIFIED,
        ),
        ("We have verified savings of £173,000.", "verified savings of £173,000", VERIFIED),
        ("£0.2 m a year was verified, £0.3 m is verified.", "£0.3 m is verified", VERIFIED),
        ("99 projects are late.", "99 projects are late", LATE),
        ("Three of the projects are late.", "Three of the projects are late", LATE),
        ("14 of 24 projects are late; no projects run late.", "no projects run late", LATE),
    ],
)
def test_words_that_say_other_than_the_records_are_faults(text, words, why):
    assert faults(text) == [f"the commentary says “{words}”, but {why}"]


@pytest.mark.parametrize(
    "text",
    [
        "The benefits of project 203 were realised.",
        "The savings of project 203 are on track.",
        "Savings are on track.",
        "Some of the savings have been realised.",
        "Most of the benefits were realised.",
        "All of the savings will be realised.",
        "The savings were not realised.",
        "Benefits should be on track.",
        "£172,900 is verified on 30 September 2026.",
        "£404,500 is taken; of that £172,900 is verified.",
        "£404,500 is taken and none of it is verified.",
        "£0.17 million a year is verified, £58,400 was verified for project 203.",
        "£90,000 was verified on 31 March 2026.",
        "14 projects are late, nine of the projects are late.",
        "11 projects were late on 31 March 2026.",
        "99 projects will be late.",
    ],
)
def test_words_that_agree_with_the_records_or_claim_nothing_pass(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    "text", ["£404,500 is verified.", "99 projects are late.", "All savings were made."]
)
def test_nothing_is_held_against_what_a_report_does_not_read(text):
    assert faults(text, Delivered()) == []
