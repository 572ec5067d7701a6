"""The form of a KPI's definition: what it measures, its levels by month, its bands."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from django import forms

from scrutable.contracts.facts import (
    Band,
    Direction,
    Kind,
    KpiDefinition,
    Level,
    RuleKind,
    Severity,
)
from scrutable.contracts.forms.fields import NumberField, choice, sentences, words
from scrutable.contracts.presenters.words import (
    DIRECTION_WORDS,
    KIND_WORDS,
    RULE_WORDS,
    SEVERITY_WORDS,
)
from scrutable.govuk.forms import DateField, ListedChoice, MonthField, offer
from scrutable.kernel.references import canonical_code

SPARE_LEVELS = 2
BANDS = (Severity.MINOR, Severity.SERIOUS, Severity.SEVERE, Severity.BELOW_THRESHOLD)
RULE_NUMBERS = {
    "tolerance": "Tolerance on both sides of the target",
    "limit": "Limit on both sides, beyond which it is below minimum",
    "near_percent": "How near the target is near enough, in percent of it",
}
FIRST = ("code", "service", "title", "why_it_matters", "clause", "critical")
MEASURE = (
    "kind", "unit", "decimals", "direction", "numerator", "denominator", "formula",
    "may_exceed_hundred",
)  # fmt: skip
LAST = (
    "first_month", "discontinued_from", "discontinued_why", "authored_by", "checked_by",
    "review_by",
)  # fmt: skip


class KpiForm(forms.Form):
    """A KPI as the contract defines it."""

    code = words("Code", name="the code", hint="For example, CSC_KPI_04", most=40)
    service = ListedChoice(label="Service", error_messages={"required": "Select the service"})
    title = words("Title", name="the title", hint="What is measured, in one line")
    why_it_matters = sentences("Why it matters", name="why it matters", required=False)
    clause = words("Clause of the contract", name="the clause", required=False)
    critical = forms.BooleanField(label="The KPI is critical", required=False)
    kind = choice("What it measures", KIND_WORDS, name="what it measures")
    unit = words("Unit", name="the unit", hint="%, incidents, hours or £", most=40)
    decimals = forms.IntegerField(
        label="Decimals to which a result is rounded before it is judged",
        min_value=0,
        max_value=6,
        error_messages={"required": "Enter the number of decimals, 0 for whole numbers"},
    )
    direction = choice("Which way is better", DIRECTION_WORDS, name="which way is better")
    numerator = words("What is counted", name="what is counted", required=False)
    denominator = words("Out of what", name="out of what", required=False)
    formula = words(
        "Formula over other KPIs",
        name="the formula",
        required=False,
        hint="For example, IMT_KPI_01 + IMT_KPI_02; empty for a KPI that is returned itself",
    )
    may_exceed_hundred = forms.BooleanField(label="A percentage may be over 100", required=False)
    rule = choice("How it is judged", RULE_WORDS, name="how it is judged")
    first_month = MonthField(
        label="First month measured",
        required=False,
        help_text="Leave empty for the contract’s first month",
    )
    discontinued_from = MonthField(label="Discontinued from", required=False)
    discontinued_why = words("Why it was discontinued", name="why", required=False)
    authored_by = words("Written by", name="who wrote it", required=False)
    checked_by = words("Checked by", name="who checked it", required=False)
    review_by = DateField(label="To be reviewed by", required=False)

    def __init__(
        self,
        *args: Any,
        services: Sequence[str],
        levels: int = 0,
        is_known: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        offer(self, "service", ((service, service) for service in services))
        if is_known:
            self.fields["code"].widget = forms.HiddenInput()
        self.levels = levels + SPARE_LEVELS
        self._add_fields()

    def _add_fields(self) -> None:
        for at in range(self.levels):
            self.fields[f"level_{at}_from"] = MonthField(label="In force from", required=False)
            self.fields[f"level_{at}_target"] = _number("Target", "the target")
            self.fields[f"level_{at}_minimum"] = _number("Minimum", "the minimum")
        for severity in BANDS:
            said = SEVERITY_WORDS[severity]
            self.fields[f"band_{severity.value}_from"] = _number(f"{said}: at a result of", "it")
            self.fields[f"band_{severity.value}_points"] = forms.IntegerField(
                label=f"{said}: service points", required=False, min_value=0, max_value=1000
            )
        for name, said in RULE_NUMBERS.items():
            self.fields[f"rule_{name}"] = _number(said, "the number")

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts: heading, hint and fields."""
        levels = [
            (
                f"Target {at + 1}" if at else "Target and minimum",
                ""
                if at
                else "Each holds from its month until the next one’s. Leave spare ones empty.",
                tuple(f"level_{at}_{part}" for part in ("from", "target", "minimum")),
            )
            for at in range(self.levels)
        ]
        bands = tuple(f"band_{s.value}_{part}" for s in BANDS for part in ("from", "points"))
        rules = ("rule", *(f"rule_{name}" for name in RULE_NUMBERS))
        severe = "For contracts with service credits. Leave all empty where no failure has points."
        return [
            ("", "", FIRST),
            ("What is measured", "", MEASURE),
            ("How it is judged", "Only the rule chosen needs its numbers.", rules),
            *levels,
            ("Severity of a failure", severe, bands),
            ("When, and who answers for it", "", LAST),
        ]

    def clean_code(self) -> str:
        """Return the code in the one form that the register keeps."""
        code = canonical_code(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError("Code must be like CSC_KPI_04")
        return code

    def clean(self) -> dict[str, Any]:
        """Refuse a level without its month or its target, and a band's points alone."""
        given: dict[str, Any] = super().clean() or {}
        for at in range(self.levels):
            start, target = given.get(f"level_{at}_from"), given.get(f"level_{at}_target")
            minimum = given.get(f"level_{at}_minimum")
            if start is None and (target is not None or minimum is not None):
                self.add_error(f"level_{at}_from", "Enter the month from which it is in force")
            if target is None and (start is not None or minimum is not None):
                self.add_error(f"level_{at}_target", "Enter the target")
        for severity in BANDS:
            name = f"band_{severity.value}"
            if given.get(f"{name}_points") is not None and given.get(f"{name}_from") is None:
                self.add_error(f"{name}_from", "Enter the result from which the points count")
        return given

    def definition(self, contract: str) -> KpiDefinition:
        """Return the definition."""
        given = self.cleaned_data
        plain = {name: given[name] for name in (*FIRST, *MEASURE, *LAST)}
        plain |= {"kind": Kind(given["kind"]), "direction": Direction(given["direction"])}
        numbers = {name: given[f"rule_{name}"] for name in RULE_NUMBERS}
        return KpiDefinition(
            contract=contract,
            rule=RuleKind(given["rule"]),
            rule_numbers={name: number for name, number in numbers.items() if number is not None},
            levels=tuple(self._levels()),
            bands=tuple(self._bands()),
            **plain,
        )

    def _levels(self) -> Iterator[Level]:
        given = self.cleaned_data
        for at in range(self.levels):
            if given[f"level_{at}_from"] is not None:
                yield Level(
                    effective_from=given[f"level_{at}_from"],
                    target=given[f"level_{at}_target"],
                    minimum=given[f"level_{at}_minimum"],
                )

    def _bands(self) -> Iterator[Band]:
        given = self.cleaned_data
        for severity in BANDS:
            start = given[f"band_{severity.value}_from"]
            if start is not None:
                points = given[f"band_{severity.value}_points"]
                yield Band(severity=severity, from_value=start, points=points)


def _number(label: str, name: str) -> NumberField:
    return NumberField(name=name, label=label, required=False)


def filled(known: KpiDefinition) -> dict[str, Any]:
    """Return what the form holds when a definition is to be changed."""
    initial = {
        name: value
        for name, value in asdict(known).items()
        if name in (*FIRST, *MEASURE, *LAST, "rule") and value is not None
    }
    initial |= {"first_month": known.first_month, "discontinued_from": known.discontinued_from}
    for at, level in enumerate(sorted(known.levels, key=lambda level: level.effective_from)):
        initial[f"level_{at}_from"] = level.effective_from
        initial[f"level_{at}_target"] = level.target
        initial[f"level_{at}_minimum"] = level.minimum
    for band in known.bands:
        initial[f"band_{band.severity.value}_from"] = band.from_value
        initial[f"band_{band.severity.value}_points"] = band.points
    return initial | {f"rule_{name}": number for name, number in known.rule_numbers.items()}
