"""How the parts of a decision report are called, what they say of nothing, how far each is."""

from scrutable.kernel.wording import count_words, date_words, list_words, moment_words
from scrutable.meetings.facts import (
    DecisionPaper,
    Impact,
    KeyGround,
    KeyRoute,
    Lack,
    Part,
    PartState,
    PartText,
    PlannedDecision,
)
from scrutable.meetings.rules.papers.equality import CHARACTERISTIC_WORDS

__all__ = ["CHARACTERISTIC_WORDS"]

PART_TITLES = {
    Part.SUMMARY: "Summary",
    Part.RECOMMENDATIONS: "Recommendations",
    Part.ALTERNATIVES: "Alternatives considered",
    Part.REASONS: "Reasons for the recommendations",
    Part.BACKGROUND: "Background",
    Part.EQUALITY: "Equality Act 2010",
    Part.NEEDS: "Needs assessment and health and wellbeing strategy",
    Part.CRIME: "Crime and disorder",
    Part.CONCLUSION: "Conclusion",
    Part.LEGAL: "Legal comments",
    Part.RESOURCES: "Resource comments",
    Part.LOCAL_MEMBER: "(a) Has the local member been consulted?",
    Part.EXECUTIVE_COUNCILLOR: "(b) Has the executive councillor been consulted?",
    Part.SCRUTINY: "(c) Comments of scrutiny",
    Part.IMPACT_DONE: "(d) Have risks and impact been analysed?",
    Part.IMPACT: "(e) Risks and impact",
    Part.APPENDICES: "Appendices",
    Part.BACKGROUND_PAPERS: "Background papers",
}
NONE_WORDS = {
    Part.ALTERNATIVES: "No alternatives were considered.",
    Part.EQUALITY: (
        "The aims of the Act have been considered, and this decision is not expected to affect "
        "people differently because of any protected characteristic."
    ),
    Part.NEEDS: (
        "The assessment and the strategy have been considered, and this decision has no direct "
        "effect on either."
    ),
    Part.CRIME: (
        "Crime, disorder, misuse of drugs and alcohol, and re-offending have been considered, and "
        "this decision has no effect on them."
    ),
    Part.RESOURCES: "This decision has no direct effect on the council’s budgets.",
    Part.LOCAL_MEMBER: "Not applicable: the decision concerns no single division.",
    Part.EXECUTIVE_COUNCILLOR: "No.",
    Part.SCRUTINY: "Scrutiny has not considered this decision.",
    Part.IMPACT: "There is nothing to report.",
    Part.APPENDICES: "This report has no appendices.",
    Part.BACKGROUND_PAPERS: (
        "No background papers, as section 100D of the Local Government Act 1972 understands them, "
        "were used in writing this report."
    ),
}
STATE_WORDS = {
    PartState.WRITTEN: ("Written", "green", "●"),
    PartState.NONE: ("Expressly none", "blue", "◆"),
    PartState.MISSING: ("Still missing", "red", "■"),
}
IMPACT_WORDS = {
    Impact.POSITIVE: ("Positive", "green", "●"),
    Impact.NEUTRAL: ("No impact", "grey", "○"),
    Impact.NEGATIVE: ("Negative", "red", "■"),
}
GROUND_WORDS = {
    KeyGround.MONEY: "significant spending or savings",
    KeyGround.COMMUNITIES: "significant effects on communities in two or more divisions",
}


def key_words(planned: PlannedDecision) -> str:
    """Return whether the decision is key, and on which grounds."""
    if not planned.is_key:
        return "No"
    grounds = list_words([GROUND_WORDS[ground] for ground in planned.key_grounds])
    value = f" (£{planned.value_pounds:,f})" if planned.value_pounds is not None else ""
    return f"Yes: {grounds}{value}"


def notice_words(planned: PlannedDecision) -> str:
    """Return how a key decision came to be noticed, "" for any other."""
    if not planned.is_key:
        return ""
    day = date_words(planned.noticed_on) if planned.noticed_on else ""
    if planned.route is KeyRoute.NOTICE:
        return f"Published on {day}" if day else "Not recorded yet"
    general = planned.route is KeyRoute.GENERAL_EXCEPTION
    said = ["General exception" if general else "Special urgency"]
    said += [f"noticed on {day}"] if day else []
    said += [f"agreed by {planned.route_agreed_by}"] if planned.route_agreed_by else []
    return f"{', '.join(said)}: {planned.route_reason or 'no reason recorded yet'}"


def window_words(planned: PlannedDecision) -> str:
    """Return when the decision may be made.

    >>> from datetime import date
    >>> window_words(PlannedDecision(code="I1", matter="m", maker="EX", owner="o",
    ...     window_from=date(2019, 5, 7), window_to=date(2019, 5, 10)))
    '7 May 2019 to 10 May 2019'
    """
    if planned.window_from == planned.window_to:
        return date_words(planned.window_from)
    return f"{date_words(planned.window_from)} to {date_words(planned.window_to)}"


def decider_words(paper: DecisionPaper) -> str:
    """Return to whom the report is made: the person with their office, or the body."""
    person = paper.planned.maker_name
    if not person or person == paper.maker:
        return paper.maker
    return person if paper.maker.casefold() in person.casefold() else f"{person}, {paper.maker}"


def standing_words(lacks: tuple[Lack, ...], states: tuple[PartState, ...]) -> str:
    """Return the title of a report in the making: a finding."""
    missing = sum(state is PartState.MISSING for state in states)
    stops = sum(lack.stops for lack in lacks)
    if missing:
        return f"{count_words(missing, 'part')} of {len(states)} still missing"
    if stops:
        return f"Every part is filled in; {count_words(stops, 'fault')} to put right"
    return "Ready to issue"


def written_words(said: PartText) -> str:
    """Return who wrote a part last, and when."""
    return f"{said.by}, {moment_words(said.at)}" if said.at else said.by
