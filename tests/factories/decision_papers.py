"""A decision report of Westmere with every part written, and ways to spoil it."""

from datetime import date
from decimal import Decimal

from scrutable.meetings.facts import (
    Appendix,
    BackgroundPaper,
    Characteristic,
    Closure,
    DecisionPaper,
    EqualityImpact,
    Impact,
    KeyGround,
    Openness,
    Part,
    PartText,
    PlannedDecision,
)

PLANNED = PlannedDecision(
    code="I020611",
    matter="How hosting is bought after June 2027",
    maker="EXEC",
    key_grounds=(KeyGround.MONEY,),
    value_pounds=Decimal(1200000),
    window_from=date(2026, 12, 1),
    window_to=date(2026, 12, 4),
    owner="Head of IMT",
    documents=("Buying hosting from June 2027",),
    copies_at="County Hall, Westmere",
    requests_to="Ask democratic services by e-mail.",
    noticed_on=date(2026, 10, 20),
    closure=Closure(
        openness=Openness.EXEMPT,
        paragraphs=(3,),
        public_interest="Bids are still to be compared, and openness now would spoil them.",
    ),
)
EXEMPT = Closure(
    openness=Openness.EXEMPT,
    paragraphs=(3,),
    public_interest=(
        "Openness before the award would let bidders see one another’s prices, and the council "
        "would pay more."
    ),
)
CONFIDENTIAL = Closure(openness=Openness.CONFIDENTIAL)
SECRET = (
    "Clearwater Cloud has offered to stay for £1,047,300 a year.\n"
    "Two of the three rivals named a lower price in the soundings of August."
)
TEXTS = {
    Part.SUMMARY: (
        "The contract for hosting the council’s systems ends on 14 June 2027. This report asks the "
        "Executive to agree how hosting is bought next."
    ),
    Part.RECOMMENDATIONS: (
        "That the Executive:\n"
        "1. approves a competition for hosting from June 2027, worth up to £1.2 million\n"
        "2. delegates to the Director of Finance, in consultation with the Leader, power to:\n"
        "(a) award the contract to the best bid\n"
        "(b) extend the contract of today by three months if the move is late\n"
        "3. notes that notice to the supplier is due by 14 December 2026."
    ),
    Part.ALTERNATIVES: (
        "- To extend the contract of today: it was extended once and may not be again.\n"
        "- To host in our own rooms: they cannot be made resilient before 2029."
    ),
    Part.REASONS: "A competition is the only way that is lawful and keeps every system running.",
    Part.BACKGROUND: (
        "The council has hosted its systems with Clearwater Cloud since 2022.\n"
        "Forty-one systems and eleven public services stand on this contract."
    ),
    Part.NEEDS: "",
    Part.CRIME: "",
    Part.CONCLUSION: "Hosting must be bought in time, and the way recommended does so.",
    Part.LEGAL: "The council has the power to buy hosting. The Procurement Act 2023 applies.",
    Part.RESOURCES: "The cost of up to £1.2 million is within the revenue budget from 2027.",
    Part.LOCAL_MEMBER: "",
    Part.EXECUTIVE_COUNCILLOR: "Yes: the Executive Councillor for Resources on 12 October 2026.",
    Part.SCRUTINY: "The Overview and Scrutiny Management Board takes this on 26 November 2026.",
    Part.IMPACT_DONE: "Yes, by the Head of IMT in September 2026.",
    Part.IMPACT: "The gravest risk is a late move. Three months of overlap are provided for.",
    Part.BACKGROUND_PAPERS: "",
}
PARTS = {
    part: PartText(part=part, text=text, none=not text, by="d.reyes", version=7)
    for part, text in TEXTS.items()
}
WHY = "Residents reach the same services in the same ways as before."
EQUALITY = tuple(
    EqualityImpact(characteristic=one, impact=Impact.NEUTRAL, why=WHY, version=8)
    for one in Characteristic
    if one is not Characteristic.DISABILITY
)
AT_HARM = EqualityImpact(
    characteristic=Characteristic.DISABILITY,
    impact=Impact.NEGATIVE,
    why="On two evenings the pages that screen readers use best will be away.",
    mitigation="The move is made at night and announced a month before, by letter too.",
    version=8,
)
OPEN_APPENDIX = Appendix(
    letter="A",
    title="Timetable of the competition",
    text="Tender in January 2027.\nAward in April 2027.",
    title_is_open=True,
    version=9,
)
EXEMPT_APPENDIX = Appendix(
    letter="B", title="Soundings among suppliers", text=SECRET, closure=EXEMPT, version=9
)


def complete(**changes):
    """Return a report that may be issued."""
    details = {
        "planned": PLANNED,
        "maker": "Executive",
        "meeting": "Executive, 1 December 2026",
        "author": "Dana Reyes",
        "contact": "dana.reyes@westmere.example",
        "on_behalf_of": "Director of Finance",
        "title": "Buying hosting from June 2027",
        "council": "Westmere County Council",
        "dated": date(2026, 11, 20),
        "parts": PARTS,
        "equality": (*EQUALITY[:1], AT_HARM, *EQUALITY[1:]),
        "appendices": (OPEN_APPENDIX, EXEMPT_APPENDIX),
        "earliest": date(2026, 11, 18),
        "key_threshold": Decimal(500000),
        "version": 6,
    }
    return DecisionPaper(**(details | changes))


def said(part, text="", *, none=False):
    """Return the complete report with one part said otherwise."""
    return complete(parts=PARTS | {part: PartText(part=part, text=text, none=none, by="d.reyes")})


def without(part):
    """Return the complete report with one part not filled in."""
    return complete(parts={name: text for name, text in PARTS.items() if name is not part})


def with_appendices(*appendices, **changes):
    """Return the complete report with these appendices."""
    return complete(appendices=appendices, **changes)


def listing(*papers, none=False):
    """Return the complete report with these background papers, the statement of none or not."""
    parts = {name: text for name, text in PARTS.items() if name is not Part.BACKGROUND_PAPERS}
    if none:
        parts[Part.BACKGROUND_PAPERS] = PARTS[Part.BACKGROUND_PAPERS]
    return complete(background_papers=papers, parts=parts)


POLICY_PAPER = BackgroundPaper(number=1, title="IMT strategy 2024", where="The council’s website")
