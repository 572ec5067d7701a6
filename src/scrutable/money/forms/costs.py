"""Forms by which costs are shared: areas, pools, drivers, steps, charges, counts, and files."""

from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django import forms

from scrutable.govuk.forms import (
    DateField,
    ListedChoice,
    ListedChoices,
    WrittenNumber,
    choice,
    offer,
    printable,
    words,
)
from scrutable.money import facts
from scrutable.money.presenters.costs.words import PROVIDED_WORDS, SIDE_WORDS, number_words, pounds
from scrutable.money.rules.costs import Beside
from scrutable.records.facts import Record
from scrutable.records.forms import RecordForm, code_field, whole

FIRST, LAST = 2000, 2099
SUM = {
    "required": "Enter the sum",
    **dict.fromkeys(
        ("invalid", "max_digits", "max_decimal_places", "max_whole_digits"),
        "The sum must be in pounds and pence, such as 1200.50",
    ),
}


def year_field() -> forms.IntegerField:
    """Return a field for the April in which a financial year begins."""
    odd = "Enter the year in which it begins, such as 2025 for 2025/26"
    return forms.IntegerField(
        label="Financial year that begins in April",
        help_text="Such as 2025 for 2025/26",
        min_value=FIRST,
        max_value=LAST,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-4"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), odd),
    )


def sum_field(label: str, *, hint: str = "", required: bool = True) -> WrittenNumber:
    """Return a field for pounds and pence, less than nought for a credit."""
    return WrittenNumber(
        label=label,
        help_text=hint,
        required=required,
        max_digits=15,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-10", "step": "0.01"}),
        error_messages=SUM,
    )


def listed(label: str, *, hint: str = "", required: bool = True) -> ListedChoice:
    """Return a field for one of what is recorded."""
    said = {"required": "Select one; record it first if it is missing"}
    return ListedChoice(
        label=label, help_text=hint, required=required, widget=forms.Select, error_messages=said
    )


def day_field(label: str) -> DateField:
    """Return a field for a day that must be given."""
    return DateField(label=label, error_messages={"required": "Enter the day"})


class Weights(forms.CharField):
    """Weights, one a line: the code of an area or a pool, then a number."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 12}), max_length=40_000, **options)

    def prepare_value(self, value: Any) -> Any:
        """Return one a line."""
        if isinstance(value, tuple):
            return "\n".join(f"{one.target} {number_words(one.weight)}" for one in value)
        return value

    def clean(self, value: Any) -> tuple[facts.Weight, ...]:
        """Return the weights, or say which line is none."""
        lines = (printable(line).split() for line in str(super().clean(value)).splitlines())
        return tuple(self._weight(line) for line in lines if line)

    def _weight(self, line: list[str]) -> facts.Weight:
        try:
            target, number = line
            weight = Decimal(number.replace(",", ""))
        except (InvalidOperation, ValueError) as fault:
            said = f"“{' '.join(line)[:40]}” is no weight; write a code and a number, as CARE 120"
            raise forms.ValidationError(said) from fault
        return facts.Weight(target, weight)


class CostForm(RecordForm):
    """A form of something that costs are shared by; `beside` is what can be named in it."""

    KIND: ClassVar[type[Record]]

    def __init__(self, *args: Any, beside: Beside, **options: Any) -> None:
        super().__init__(*args, **options)
        areas = [(code, one.title) for code, one in sorted(beside.areas.items())]
        outside = [pair for pair in areas if beside.areas[pair[0]].side is facts.Side.OUTSIDE]
        pools = [(code, one.title) for code, one in sorted(beside.pools.items())]
        drivers = [(code, one.title) for code, one in sorted(beside.drivers.items())]
        choices = {"area": areas, "body": outside, "pool": pools, "driver": drivers}
        for name, found in choices.items():
            if isinstance(self.fields.get(name), forms.ChoiceField):
                offer(self, name, [("", "None chosen"), *found])
        if "pools" in self.fields:
            offer(self, "pools", pools)

    def record(self) -> Record:
        """Return what the form says; a number that is not asked for is the next one."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "based_on"}
        key = {name: self.said(name)[name] for name in self.KIND.KEY}
        key = {name: value if value is not None else 0 for name, value in key.items()}
        return self.KIND(**{**given, **key})


class AreaForm(CostForm):
    """A business area, or a body outside the council."""

    KIND = facts.BusinessArea
    code = code_field("Such as ADULT-CARE; files of costs call it so")
    title = words("Name", name="the name", hint="As the council calls it")
    side = choice("Where it stands", SIDE_WORDS, name="where it stands")
    owner = words("Owner", name="its owner", hint="A post", required=False)

    def clean_side(self) -> facts.Side:
        """Return where it stands."""
        return facts.Side(self.cleaned_data["side"])


class PoolForm(CostForm):
    """A cost pool."""

    KIND = facts.CostPool
    code = code_field("Such as DESK; files of costs call it so")
    title = words("Name", name="the name", hint="As the council calls it")
    tower = words("Tower", name="the tower", hint="What it belongs to, such as Workplace", most=100)
    owner = words("Owner", name="its owner", hint="A post", required=False)


class DriverForm(CostForm):
    """A driver, as somebody declares it for a year."""

    KIND = facts.CostDriver
    code = code_field("Such as USERS")
    year = year_field()
    title = words("Name", name="the name", hint="Such as Users of the network")
    unit = words("What is counted", name="what is counted", hint="Such as users", most=100)
    weights = Weights(
        label="Weights",
        help_text="One a line: the code of an area or a pool, then a number, such as CARE 120",
        error_messages={"required": "Enter a weight for each area or pool"},
    )
    source = words("Where the numbers are from", name="the source", most=400)
    declared_by = words("Declared by", name="who declares it", hint="A post")
    declared_on = day_field("Declared on")


class StepForm(CostForm):
    """A step: which pool is emptied at this place of the order, by which driver."""

    KIND = facts.AllocationStep
    year = year_field()
    number = whole(  # type: ignore[assignment]  # fields are taken out of the class
        "Place in the order", name="its place", required=True, least=1
    )
    pool = listed("Pool")
    driver = listed("Driver", hint="One of the year; record it first if it is missing")
    dropped = forms.BooleanField(label="It is taken no longer", required=False)


class ChargeForm(CostForm):
    """What a body outside the council is charged."""

    KIND = facts.Charge
    body = listed("Body")
    year = year_field()
    what = words("For what", name="what is charged for")
    pence = sum_field("Charge, in pounds", hint="Less than nought for a credit")
    on = day_field("Charged on")
    source = words("Agreement or invoice", name="the agreement or invoice", most=400)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if isinstance(self.known, facts.Charge):
            self.initial["pence"] = pounds(self.known.pence)

    def clean_pence(self) -> int:
        """Return the sum in pence."""
        return int(self.cleaned_data["pence"] * 100)


class CountForm(CostForm):
    """How many of a unit there were."""

    KIND = facts.UnitCount
    unit = code_field("One of what is counted, such as user, device, application, contact")
    year = year_field()
    number = WrittenNumber(  # type: ignore[assignment]  # fields are taken out of the class
        label="How many",
        min_value=Decimal(0),
        max_digits=15,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-10"}),
        error_messages={"required": "Enter how many", "invalid": "Enter it as a number"},
    )
    pools = ListedChoices(
        label="Pools that it is held against",
        help_text="All of them where none is chosen",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    driver = listed("Driver that counts it by area", required=False)
    source = words("Where the number is from", name="the source", most=400)
    declared_by = words("Declared by", name="who declares it", hint="A post")
    declared_on = day_field("Declared on")

    def clean_pools(self) -> tuple[str, ...]:
        """Return the pools as they are kept."""
        return tuple(self.cleaned_data["pools"])


class ProvisionForm(CostForm):
    """Something that an area gets for its money."""

    KIND = facts.Provision
    area = listed("Area")
    year = year_field()
    kind = choice("What it is", PROVIDED_WORDS, name="what it is")
    title = words("Name", name="what it gets")
    count = whole("How many", name="how many", hint="Leave empty where nobody counted")
    of = words(
        "Where it is recorded", name="where", required=False, hint="Such as kpi/CSS/CSC_KPI_04"
    )
    source = words("Source", name="the source", required=False, most=400)

    def clean_kind(self) -> facts.Provided:
        """Return the kind."""
        return facts.Provided(self.cleaned_data["kind"])


class LineForm(CostForm):
    """The pool of a budget line."""

    KIND = facts.LineToPool
    line = code_field("The budget line, as the ledger calls it")
    pool = listed("Pool", hint="None where it is no cost of IT", required=False)
    why = words("Why it is no cost of IT", name="why", required=False, most=400)


class LoadForm(forms.Form):
    """The cost lines of a year, as the council sends them."""

    year = year_field()
    file = forms.FileField(
        label="The cost lines",
        help_text="An .xlsx, .ods or .csv file with the headings Code, Pool or area, Pounds, Text",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xlsm,.ods,.csv"}),
        error_messages={
            "required": "Select the file",
            "empty": "The file is empty. Select the cost lines",
        },
    )
    control = sum_field(
        "What they come to, in pounds", required=False,
        hint="Checked to the penny where it is given",
    )  # fmt: skip

    @property
    def pence(self) -> int | None:
        """Return the total that was given, in pence."""
        given = self.cleaned_data["control"]
        return None if given is None else int(given * 100)


class YearForm(forms.Form):
    """A financial year."""

    year = year_field()
