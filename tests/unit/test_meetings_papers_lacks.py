"""What a decision report lacks: every part, every contradiction, every leak, all at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.decision_papers import (
    AT_HARM,
    CONFIDENTIAL,
    EQUALITY,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    PARTS,
    PLANNED,
    POLICY_PAPER,
    TEXTS,
    complete,
    listing,
    said,
    with_appendices,
    without,
)
from scrutable.meetings.facts import (
    OPEN,
    Appendix,
    Impact,
    KeyGround,
    KeyRoute,
    Part,
    PartState,
    PartText,
)
from scrutable.meetings.rules.papers import (
    MAY_BE_NONE,
    deciders,
    lacks,
    lead_of,
    may_issue,
    recommended,
    state_of,
)
from scrutable.meetings.rules.papers.placeholders import placeholders
from scrutable.meetings.rules.papers.recommending import delegate_in

WRITTEN = [part for part in Part if part not in (Part.EQUALITY, Part.APPENDICES)]


def found(paper, part, *, final=False):
    """The faults in a part, as words."""
    return [one.fault for one in lacks(paper, final=final) if one.part == part]


def test_a_complete_report_lacks_nothing_and_may_be_issued():
    assert lacks(complete(), final=True) == ()
    assert may_issue(complete())


@pytest.mark.parametrize("part", WRITTEN)
def test_a_part_that_is_not_filled_in_stops_the_report(part):
    paper = without(part)

    assert state_of(paper, part) is PartState.MISSING
    assert found(paper, part.value)[0] == "This part is not filled in."
    assert not may_issue(paper)


def test_everything_missing_is_told_at_once():
    paper = complete(parts={}, equality=(), appendices=(), version=0)
    told = lacks(paper, final=False)

    assert {one.part for one in told} == {"cover", *(part.value for part in Part)}
    assert [one.part for one in told][:2] == ["cover", "summary"]
    assert found(paper, "equality") == [
        (
            "No impact is stated on age, disability, gender reassignment, pregnancy and maternity, "
            "race, religion or belief, sex, sexual orientation and marriage and civil partnership."
        )
    ]


@pytest.mark.parametrize("part", sorted(set(WRITTEN) & MAY_BE_NONE))
def test_expressly_none_is_not_the_same_as_missing(part):
    paper = said(part, "There is no reason to.", none=True)

    assert state_of(paper, part) is PartState.NONE
    assert "This part is not filled in." not in found(paper, part.value)


@pytest.mark.parametrize("part", sorted(set(WRITTEN) - MAY_BE_NONE))
def test_some_parts_must_say_something(part):
    assert found(said(part, none=True), part.value)[0] == (
        "This part says that there is nothing to say, and it must say something."
    )


def test_nothing_to_say_needs_its_reason_where_the_law_wants_one():
    assert found(said(Part.ALTERNATIVES, none=True), "alternatives") == [
        "This part says that there is nothing to say, and not why."
    ]
    assert found(said(Part.LOCAL_MEMBER, none=True), "local-member") == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("That the contract be awarded.", "does not begin with a verb of what is to be decided"),
        ("That the Executive Strategy is good.", "does not begin with a verb"),
        ("Approves the strategy.", "does not say who decides"),
        ("That Cabinet approves the strategy.", "does not begin with a verb"),
    ],
)
def test_a_recommendation_begins_with_a_verb_and_names_who_decides(text, fault):
    assert any(fault in one for one in found(said(Part.RECOMMENDATIONS, text), "recommendations"))


@pytest.mark.parametrize(
    "text",
    [
        "That the Executive approves the strategy.",
        "The Executive formally approves the strategy.",
        "That the Executive is recommended to approve the strategy.",
        "To approve the strategy, as the Executive may.",
        "That the Executive:\n1. notes A\n2. ratifies B\n3. does not extend C",
        "That the Executive:\n(a) notes A\n(b) agrees B",
    ],
)
def test_recommendations_as_councils_write_them_pass(text):
    assert found(said(Part.RECOMMENDATIONS, text), "recommendations") == []


def test_an_individual_is_named_by_office_or_by_name():
    person = "Councillor R Adeyemi, Executive Councillor for Highways, Transport and IT"
    office = "Executive Councillor for Highways, Transport and IT"
    paper = complete(planned=replace(PLANNED, maker_name=person), maker=office)

    assert deciders(paper) == (person, office, "Executive Councillor", "R Adeyemi")


def test_recommendations_are_numbered_with_their_limbs_and_delegates():
    one, two, three = recommended(TEXTS[Part.RECOMMENDATIONS])

    assert lead_of(TEXTS[Part.RECOMMENDATIONS]) == "That the Executive:"
    assert [one.number, two.number, three.number] == [1, 2, 3]
    assert one.text == "approves a competition for hosting from June 2027, worth up to £1.2 million"
    assert two.limbs == (
        "award the contract to the best bid",
        "extend the contract of today by three months if the move is late",
    )
    assert two.text[slice(*two.delegate)] == "Director of Finance"
    assert one.delegate is None
    assert three.limbs == ()


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("delegates authority to award the contract to the Head of IMT.", "Head of IMT"),
        (
            (
                "delegates to the Executive Director for Commercial and the Section 151 Officer "
                "the power to award"
            ),
            "Executive Director for Commercial and the Section 151 Officer",
        ),
        ("authority be delegated to the Director of Finance to sign", "Director of Finance"),
        ("delegates the award", None),
        ("approves the strategy and its delivery to the board", None),
    ],
)
def test_who_is_given_power_is_found_in_the_text(text, post):
    place = delegate_in(text)

    assert (text[slice(*place)] if place else None) == post


def test_delegating_to_nobody_is_a_warning():
    paper = said(Part.RECOMMENDATIONS, "That the Executive delegates the award.")

    assert [(one.fault, one.stops) for one in lacks(paper, final=True)] == [
        ("Recommendation 1 delegates, and names nobody to whom.", False)
    ]
    assert may_issue(paper)


def test_sums_in_recommendations_need_resource_comments():
    paper = said(Part.RESOURCES, "Budgets are not touched.", none=True)

    assert found(paper, "resources") == [
        "The recommendations name £1.2 million, and there are no resource comments."
    ]
    assert not may_issue(paper)


def test_resource_comments_without_a_sum_are_a_warning():
    paper = said(Part.RESOURCES, "It is within the budget.")

    assert [one.stops for one in lacks(paper, final=True)] == [False]


# Equality


def test_each_of_nine_characteristics_is_stated():
    assert found(complete(equality=EQUALITY), "equality") == ["No impact is stated on disability."]


def test_a_negative_impact_needs_what_lessens_or_justifies_it():
    harmed = replace(AT_HARM, mitigation=" ")

    assert found(complete(equality=(*EQUALITY, harmed)), "equality") == [
        "Disability: nothing is done about a negative impact, and nothing justifies it."
    ]


def test_an_impact_needs_its_reason():
    assert found(complete(equality=(*EQUALITY, replace(AT_HARM, why=""))), "equality") == [
        "Disability: the impact has no reason."
    ]


def test_no_impact_on_anybody_is_said_once_for_all_with_the_reason():
    none = {Part.EQUALITY: PartText(part=Part.EQUALITY, text="Only servers move.", none=True)}
    paper = complete(parts=PARTS | none, equality=())

    assert lacks(paper, final=True) == ()
    assert state_of(paper, Part.EQUALITY) is PartState.NONE


def test_no_impact_on_anybody_contradicts_an_impact_on_some():
    none = {Part.EQUALITY: PartText(part=Part.EQUALITY, text="Only servers move.", none=True)}

    assert found(complete(parts=PARTS | none), "equality") == [
        "Disability: there is an impact, and it is stated that there is none for all."
    ]
    neutral = replace(AT_HARM, impact=Impact.NEUTRAL)
    assert found(complete(parts=PARTS | none, equality=(neutral,)), "equality") == []


# Consultation


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("In September.", "It does not say whether risks and impact were analysed."),
        ("No.", "It says that risks and impact were not analysed, and not why."),
    ],
)
def test_whether_impact_was_analysed_is_yes_or_no(text, fault):
    assert found(said(Part.IMPACT_DONE, text), "impact-done") == [fault]


def test_an_analysis_that_was_done_has_a_result():
    assert found(said(Part.IMPACT, "Not needed here.", none=True), "impact") == [
        "Risks and impact were analysed, and the analysis is said to be none."
    ]


# The plan


def test_the_window_may_not_open_before_the_notice_allows():
    early = complete(earliest=date(2026, 12, 2))

    assert found(early, "cover", final=True) == [
        (
            "The decision window opens on 1 December 2026; the notice allows the decision from "
            "2 December 2026."
        )
    ]
    assert found(early, "cover", final=False) == []
    assert found(complete(earliest=date(2026, 12, 1)), "cover", final=True) == []


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"noticed_on": None}, "no notice of it is recorded"),
        ({"route": KeyRoute.GENERAL_EXCEPTION}, "the reason is not given"),
        ({"route": KeyRoute.SPECIAL_URGENCY, "route_reason": "Flood"}, "nobody is named"),
    ],
)
def test_a_key_decision_goes_by_a_route_that_is_recorded(changes, fault):
    told = found(complete(planned=replace(PLANNED, **changes)), "cover", final=True)

    assert len(told) == 1
    assert fault in told[0]


def test_a_decision_that_is_not_key_owes_no_notice():
    plain = replace(PLANNED, key_grounds=(), noticed_on=None, value_pounds=None)

    assert lacks(complete(planned=plain, earliest=None), final=True) == ()


@pytest.mark.parametrize(
    ("grounds", "value", "told"),
    [
        ((), 500000, [("£500,000 makes this a key decision by council policy, and it is not "
                      "planned as one.")]),
        ((KeyGround.COMMUNITIES,), 500000,
         ["£500,000 makes this a key decision by council policy, and this ground is not given."]),
        ((KeyGround.MONEY,), 500000, []),
        ((), 499999, []),
    ],
)  # fmt: skip
def test_a_sum_of_the_threshold_makes_a_decision_key(grounds, value, told):
    planned = replace(PLANNED, key_grounds=grounds, value_pounds=Decimal(value))

    assert found(complete(planned=planned), "cover") == told


def test_a_report_dated_after_the_window_or_on_a_withdrawn_decision_stops():
    assert found(complete(dated=date(2026, 12, 4)), "cover", final=True) == []
    assert found(complete(dated=date(2026, 12, 5)), "cover", final=True) == [
        "The report is dated 5 December 2026, after the decision window."
    ]
    gone = replace(PLANNED, withdrawn_because="The supplier stays.")
    assert found(complete(planned=gone), "cover") == [
        "The decision was withdrawn from the forward plan: The supplier stays."
    ]


# Placeholders


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cost TBC.", ["TBC"]),
        ("Cost t.b.c. later", ["t.b.c."]),
        ("To be confirmed", ["To be confirmed"]),
        ("xxx and XXXX", ["xxx", "XXXX"]),
        ("[insert date here] of <name>", ["[insert date here]", "<name>"]),
        ("Insert the name", ["Insert the name"]),
        ("INSERT", ["INSERT"]),
        ("[to be agreed by the Monitoring Officer]", ["[to be agreed by the Monitoring Officer]"]),
        ("The move is to be completed by March.", []),
        ("Due ____ 2026 ???", ["____", "???"]),
        ("We insert chips and the BBC confirmed it. Insertion helps. Six xx.", []),
    ],
)
def test_placeholders_are_found_and_plain_words_are_not(text, told):
    assert placeholders(text) == told


def test_a_placeholder_anywhere_stops_the_report():
    assert not may_issue(said(Part.CONCLUSION, "Costs are TBC."))
    assert not may_issue(complete(author="[name]"))
    assert not may_issue(complete(equality=(*EQUALITY, replace(AT_HARM, why="tbc"))))
    assert not may_issue(with_appendices(replace(EXEMPT_APPENDIX, text="Price: TBC")))
    file = replace(EXEMPT_APPENDIX, text="Price: TBC", file="0" * 64)
    assert may_issue(with_appendices(OPEN_APPENDIX, file))


# Appendices and background papers


def test_an_appendix_needs_matter():
    assert found(with_appendices(replace(OPEN_APPENDIX, text=" ")), "appendices") == [
        "Appendix A is empty."
    ]


def test_a_removed_appendix_counts_for_nothing():
    gone = replace(EXEMPT_APPENDIX, removed=True)
    paper = with_appendices(gone)

    assert state_of(paper, Part.APPENDICES) is PartState.MISSING


def test_none_and_some_contradict_each_other():
    none = {Part.APPENDICES: PartText(part=Part.APPENDICES, none=True)}

    assert found(complete(parts=PARTS | none), "appendices") == [
        "It is stated that there are none, and some are listed."
    ]
    assert found(listing(POLICY_PAPER, none=True), "background-papers") == [
        "It is stated that there are none, and some are listed."
    ]
    assert found(listing(POLICY_PAPER), "background-papers") == []


def test_an_appendix_that_is_spoken_of_and_is_not_there_is_a_warning():
    told = lacks(said(Part.REASONS, "Appendix A and Appendix F say why."), final=True)

    assert [(one.part, one.fault, one.stops) for one in told] == [
        ("reasons", "It speaks of Appendix F, and there is none.", False)
    ]


def test_a_document_that_the_background_names_is_a_warning_where_none_is_stated():
    text = "The Cyber Resilience Audit 2025 found as much. See the Buying Hosting Report."
    told = lacks(said(Part.BACKGROUND, text), final=True)

    assert [(one.part, one.stops) for one in told] == [("background-papers", False)]
    assert "Cyber Resilience Audit 2025" in told[0].fault


def test_a_short_public_interest_reason_is_a_warning():
    closure = replace(EXEMPT_APPENDIX.closure, public_interest="It is commercially sensitive.")
    told = lacks(with_appendices(replace(EXEMPT_APPENDIX, closure=closure)), final=True)

    assert [(one.fault, one.stops) for one in told] == [
        ("Appendix B: the public-interest reason says too little.", False)
    ]


def test_a_plan_that_says_all_is_open_is_held_against_the_appendices():
    told = lacks(complete(planned=replace(PLANNED, closure=OPEN)), final=True)

    assert [(one.fault, one.stops) for one in told] == [
        ("Appendix B is not open, and the forward plan says all is.", False)
    ]


def test_a_document_that_is_an_appendix_or_the_report_itself_is_no_background_paper():
    attached = replace(OPEN_APPENDIX, title="IMT Strategy 2026")
    parts = PARTS | {Part.BACKGROUND: PartText(part=Part.BACKGROUND, text="The IMT Strategy 2026.")}

    assert lacks(with_appendices(attached, EXEMPT_APPENDIX, parts=parts), final=True) == ()


def test_a_cover_without_its_author_stops_the_report():
    assert found(complete(author=" "), "cover") == ["It has no author."]


# Leaks


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part.BACKGROUND, "We know that two of the three rivals named a lower price."),
        (Part.SUMMARY, "Two of the three rivals NAMED a lower price, in short."),
        (Part.CONCLUSION, "They would take £1,047,300."),
        (Part.REASONS, "They would take £1.0473 million."),
    ],
)
def test_words_and_sums_of_an_exempt_appendix_in_an_open_part_stop_the_report(part, text):
    paper = said(part, text)

    assert not may_issue(paper)
    assert "Appendix B, which is exempt" in found(paper, part.value)[0]


def test_the_words_repeated_are_quoted_as_far_as_they_go():
    text = "It is said that two of the three rivals named a lower price in the soundings of July."

    assert found(said(Part.BACKGROUND, text), "background") == [
        (
            "It repeats words of Appendix B, which is exempt: “two of the three rivals named a "
            "lower price in the soundings of”."
        )
    ]


def test_six_words_in_a_row_may_be_chance():
    assert found(said(Part.SUMMARY, "Two of the three rivals named nothing."), "summary") == []


@pytest.mark.parametrize(
    "closed", [EXEMPT_APPENDIX, replace(EXEMPT_APPENDIX, closure=CONFIDENTIAL)]
)
def test_the_title_of_a_closed_appendix_stays_closed_unless_it_is_open(closed):
    text = "See the soundings among suppliers."
    parts = PARTS | {Part.SUMMARY: PartText(part=Part.SUMMARY, text=text)}

    assert found(with_appendices(OPEN_APPENDIX, closed, parts=parts), "summary") != []
    opened = replace(closed, title_is_open=True)
    assert found(with_appendices(OPEN_APPENDIX, opened, parts=parts), "summary") == []


def test_every_open_place_is_held_against_what_is_closed():
    words = "two of the three rivals named a lower price"
    leaking = replace(OPEN_APPENDIX, text=words)
    reason = replace(EXEMPT_APPENDIX.closure, public_interest=f"Else all learn that {words}.")

    for paper in (
        complete(title=words),
        complete(contact=words),
        complete(equality=(*EQUALITY, replace(AT_HARM, mitigation=words))),
        with_appendices(leaking, EXEMPT_APPENDIX),
        with_appendices(OPEN_APPENDIX, replace(EXEMPT_APPENDIX, closure=reason)),
        listing(replace(POLICY_PAPER, title=words)),
    ):
        assert any("It repeats words" in one.fault for one in lacks(paper, final=False))


def test_a_round_sum_and_the_sum_of_the_plan_are_no_leak():
    closed = replace(EXEMPT_APPENDIX, text="It may cost £5,000, and £1,200,000 in all.")
    told = lacks(
        with_appendices(
            OPEN_APPENDIX,
            closed,
            parts=PARTS | {Part.LEGAL: PartText(part=Part.LEGAL, text="A bond of £5,000.")},
        ),
        final=True,
    )

    assert [(one.part, one.stops) for one in told] == [("legal", False)]


def test_a_file_without_text_is_a_warning():
    scan = replace(EXEMPT_APPENDIX, text="", file="0" * 64, file_name="scan.pdf")
    told = lacks(with_appendices(OPEN_APPENDIX, scan), final=True)

    assert [one.stops for one in told] == [False]


words = st.lists(
    st.sampled_from(["able", "bold", "cold", "dull", "east", "fine", "good", "hard"]), min_size=7
)


@given(secret=words, before=words, after=words, at=st.integers(0, 50))
def test_any_seven_words_of_an_exempt_appendix_are_found_wherever_they_stand(
    secret, before, after, at
):
    start = at % (len(secret) - 6)
    text = " ".join([*before, *secret[start : start + 7], *after])
    closed = Appendix(letter="B", title="T", text=" ".join(secret), closure=EXEMPT_APPENDIX.closure)
    paper = with_appendices(
        closed, parts=PARTS | {Part.SUMMARY: PartText(part=Part.SUMMARY, text=text)}
    )

    assert any("It repeats words" in one for one in found(paper, "summary"))
