"""Whether a cell map can be read by at all; pure."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from scrutable.evidence.facts import RowError
from scrutable.kernel.references import slug
from scrutable.portfolio import facts
from scrutable.records.rules import refusals_of

RESERVED = frozenset({"send"})  # what an address of another page ends in
CODED_VALUES: Mapping[facts.Coded, type[StrEnum]] = {
    facts.Coded.THEME: facts.Theme,
    facts.Coded.STAGE: facts.ProjectStage,
    facts.Coded.RATING: facts.Rating,
    facts.Coded.SCALE: facts.Scale,
}
CODED_COLUMNS: Mapping[facts.Holds, facts.Coded] = {
    facts.Holds.THEME: facts.Coded.THEME,
    facts.Holds.STAGE: facts.Coded.STAGE,
    facts.Holds.SCALE: facts.Coded.SCALE,
    **dict.fromkeys(
        (
            facts.Holds.OVERALL,
            facts.Holds.TIME,
            facts.Holds.COST,
            facts.Holds.SCOPE,
            facts.Holds.BENEFITS,
            facts.Holds.CONFIDENCE,
        ),
        facts.Coded.RATING,
    ),
}
ROWS_OWN = frozenset(
    {
        facts.Holds.NUMBER,
        facts.Holds.PLACE,
        facts.Holds.FIRST_DATE,
        facts.Holds.NEW_PLAN,
        facts.Holds.FORECAST,
        facts.Holds.REACHED,
        facts.Holds.OVERALL,
    }
)  # what can never be the same for every project


@refusals_of.register
def _(of: facts.CellMap) -> Sequence[RowError]:
    found = []
    if slug(of.code) != of.code or not of.code or of.code in RESERVED:
        found.append(
            RowError("code", "The code is not one", "use small letters, digits and hyphens")
        )
    if not of.title.strip():
        found.append(RowError("title", "The map has no name", "enter it"))
    if not of.approver.strip():
        found.append(RowError("approver", "Nobody is named who approved it", "enter the name"))
    if all(one.holds is not facts.Holds.NUMBER for one in of.columns):
        remedy = "add a line such as column,number,Ref"
        found.append(RowError("columns", "No column holds the project’s number", remedy))
    return [*found, *_twins(of), *_odd_words(of), *_odd_constants(of)]


def _twins(of: facts.CellMap) -> list[RowError]:
    names = [one.holds for one in of.columns]
    said = [" ".join(one.said.casefold().split()) for one in of.words]
    twins = [f"“{name}” has two columns" for name in dict.fromkeys(names) if names.count(name) > 1]
    twins += [
        f"“{word}” is translated twice" for word in dict.fromkeys(said) if said.count(word) > 1
    ]
    return [RowError("columns", fault, "keep one of the two") for fault in twins]


def _odd_words(of: facts.CellMap) -> list[RowError]:
    found = []
    for one in of.words:
        values = [value.value for value in CODED_VALUES.get(one.coded, ())]
        if one.means not in (values or [""]):
            remedy = f"use one of {', '.join(values)}" if values else "write nothing alone"
            fault = f"“{one.said}” means {one.coded.value} “{one.means}”, which is not known"
            found.append(RowError("words", fault, remedy))
    return found


def _odd_constants(of: facts.CellMap) -> list[RowError]:
    found = []
    for one in of.constants:
        coded = CODED_COLUMNS.get(one.holds)
        if one.holds in ROWS_OWN:
            fault = f"“{one.holds.value}” cannot be the same for every project"
            found.append(RowError("constants", fault, "name its column instead"))
        elif coded and one.value not in list(CODED_VALUES[coded]):
            fault = f"Every {one.holds.value} is “{one.value}”, which is not known"
            remedy = f"use one of {', '.join(CODED_VALUES[coded])}"
            found.append(RowError("constants", fault, remedy))
    return found
