"""Due regard to the three aims of the Equality Act 2010: what must be said of whom; pure."""

from collections.abc import Iterator

from scrutable.kernel.wording import list_words
from scrutable.meetings.facts import (
    Characteristic,
    DecisionPaper,
    EqualityImpact,
    Impact,
    Lack,
    Part,
)

CHARACTERISTIC_WORDS = {
    Characteristic.AGE: "Age",
    Characteristic.DISABILITY: "Disability",
    Characteristic.GENDER_REASSIGNMENT: "Gender reassignment",
    Characteristic.PREGNANCY: "Pregnancy and maternity",
    Characteristic.RACE: "Race",
    Characteristic.RELIGION: "Religion or belief",
    Characteristic.SEX: "Sex",
    Characteristic.SEXUAL_ORIENTATION: "Sexual orientation",
    Characteristic.MARRIAGE: "Marriage and civil partnership",
}
FIRST_AIM_ONLY = frozenset({Characteristic.MARRIAGE})
PLACE = Part.EQUALITY.value


def faults(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield what is missing of the nine, and each row that says too little or is at odds."""
    statement = paper.parts.get(Part.EQUALITY)
    none = statement is not None and statement.none
    stated = {row.characteristic: row for row in paper.equality}
    unstated = [CHARACTERISTIC_WORDS[one].lower() for one in Characteristic if one not in stated]
    if unstated and not none:
        fault = f"No impact is stated on {list_words(unstated)}."
        remedy = "State each and why, or state for all that there is none, with the reason."
        yield Lack(PLACE, fault, remedy)
    for characteristic in Characteristic:
        if characteristic in stated:
            yield from _row(stated[characteristic], none=none)


def _row(row: EqualityImpact, *, none: bool) -> Iterator[Lack]:
    name = CHARACTERISTIC_WORDS[row.characteristic]
    if not row.why.strip():
        yield Lack(PLACE, f"{name}: the impact has no reason.", "Say why, and on what evidence.")
    if row.impact is Impact.NEGATIVE and not row.mitigation.strip():
        fault = f"{name}: nothing is done about a negative impact, and nothing justifies it."
        yield Lack(PLACE, fault, "Say how it is avoided or lessened, or why it is justified.")
    if none and row.impact is not Impact.NEUTRAL:
        fault = f"{name}: there is an impact, and it is stated that there is none for all."
        yield Lack(PLACE, fault, "Take back the statement for all, or change the impact.")
