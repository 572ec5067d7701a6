"""The shape of suppliers and of contracts' terms."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from django import forms

from scrutable.govuk.forms import DateField, ListedChoice, PlainText, WrittenNumber, offer
from scrutable.kernel.references import slug
from scrutable.registers.facts import Board, Contract, Extension, Regime, Role, Supplier
from scrutable.registers.forms.lines import Lines
from scrutable.registers.presenters import REGIME_WORDS, ROLE_WORDS

EXTENSIONS = 3
LONGEST_SLUG = 80


class SupplierForm(forms.Form):
    """A firm that the council buys from."""

    name = PlainText(
        label="Name",
        max_length=200,
        help_text="As the contract has it. The supplier’s reference is made from it.",
        error_messages={"required": "Enter the supplier’s name"},
    )

    def clean_name(self) -> str:
        """Refuse a name that no reference can be made of."""
        name: str = self.cleaned_data["name"]
        if not slug(name):
            raise forms.ValidationError("Name must hold a letter or a digit")
        return name

    def supplier(self, reference: str = "") -> Supplier:
        """Return the supplier; a new one takes its reference from its name."""
        name = self.cleaned_data["name"]
        short = slug(name)[:LONGEST_SLUG].strip("-")
        return Supplier(reference=reference or f"supplier/{short}", name=name)


class ContractForm(forms.Form):
    """The terms of a contract, all of them."""

    code = forms.RegexField(
        r"^[A-Z][A-Z0-9-]{0,19}\Z",
        label="Code",
        help_text="Short capitals by which the contract is known, such as CSS",
        error_messages={
            "required": "Enter the code",
            "invalid": "Code must be capitals and digits, such as CSS",
        },
    )
    title = PlainText(label="Title", max_length=200, error_messages={"required": "Enter the title"})
    supplier = ListedChoice(label="Supplier", error_messages={"required": "Select the supplier"})
    role = ListedChoice(
        label="Part the supplier plays",
        choices=[(role.value, said) for role, said in ROLE_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Select the part the supplier plays"},
    )
    regime = ListedChoice(
        label="Made under",
        choices=[(regime.value, said) for regime, said in REGIME_WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Select the law it was made under"},
    )
    value_pounds = WrittenNumber(
        label="Value in pounds",
        required=False,
        min_value=0,
        decimal_places=2,
        max_digits=14,
        help_text="Leave empty where it was never stated",
        error_messages={"invalid": "Value must be a number of pounds, such as 68400000"},
    )
    start_on = DateField(
        label="Starts on", error_messages={"required": "Enter the day on which it starts"}
    )
    end_on = DateField(
        label="Ends on",
        help_text="Without any extension",
        error_messages={"required": "Enter the day on which it ends"},
    )
    notice_by = DateField(label="Last day to give notice", required=False)
    services = Lines(
        label="Services",
        help_text="One a line, in the order in which they are to be shown",
        error_messages={"required": "Enter at least one service"},
    )
    critical_services = Lines(
        label="Critical services", required=False, help_text="One a line, as named above"
    )
    boards = Lines(
        label="Boards that watch over it",
        required=False,
        help_text="One a line with its rhythm: Partnership Board, monthly",
    )
    return_due_day = forms.IntegerField(
        label="Working day of the next month by which a return is due",
        min_value=1,
        max_value=23,
        initial=10,
        error_messages={"required": "Enter the working day, such as 10"},
    )
    published_only = forms.BooleanField(
        label="No returns come: only what others published is known", required=False
    )
    source = PlainText(
        label="Where these terms are from",
        required=False,
        max_length=300,
        help_text="For example, the contract of 1 April 2021, schedule 2",
    )

    def __init__(
        self, *args: Any, suppliers: Sequence[Supplier], is_known: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        offer(self, "supplier", ((firm.reference, firm.name) for firm in suppliers))
        if is_known:
            self.fields["code"].widget = forms.HiddenInput()
        for at in range(EXTENSIONS):
            self.fields[f"extension_{at}_until"] = DateField(label="Until", required=False)
            self.fields[f"extension_{at}_by"] = DateField(label="To be taken up by", required=False)
            self.fields[f"extension_{at}_on"] = DateField(label="Taken up on", required=False)

    @property
    def groups(self) -> list[tuple[str, str, tuple[str, ...]]]:
        """Return the form's parts: heading, hint and fields."""
        extensions = [
            (
                f"Extension {at + 1}",
                "" if at else "Leave empty where there is no option to extend.",
                tuple(f"extension_{at}_{part}" for part in ("until", "by", "on")),
            )
            for at in range(EXTENSIONS)
        ]
        return [
            ("", "", ("code", "title", "supplier", "role", "regime", "value_pounds")),
            ("When it runs", "", ("start_on", "end_on", "notice_by")),
            *extensions,
            ("What it covers", "", ("services", "critical_services", "boards")),
            ("Returns", "", ("return_due_day", "published_only", "source")),
        ]

    def clean_boards(self) -> tuple[Board, ...]:
        """Return the boards; each line names one and its rhythm."""
        boards = []
        for line in self.cleaned_data["boards"]:
            name, _, rhythm = line.rpartition(",")
            if not name.strip() or not rhythm.strip():
                raise forms.ValidationError(f"Write the rhythm after a comma: {line}, monthly")
            boards.append(Board(name=name.strip(), rhythm=rhythm.strip()))
        return tuple(boards)

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the start, a stray critical service, half an extension."""
        given: dict[str, Any] = super().clean() or {}
        start, end = given.get("start_on"), given.get("end_on")
        if start and end and end < start:
            self.add_error("end_on", "The end must be the day it starts or later")
        stray = set(given.get("critical_services", ())) - set(given.get("services", ()))
        if stray:
            self.add_error("critical_services", f"Name {', '.join(sorted(stray))} above too")
        for at in range(EXTENSIONS):
            parts = [given.get(f"extension_{at}_{part}") for part in ("until", "by", "on")]
            if any(parts[1:]) and not parts[0]:
                self.add_error(f"extension_{at}_until", "Enter until when it would run")
        return given

    def contract(self, suppliers: Mapping[str, Supplier]) -> Contract:
        """Return the terms."""
        given = self.cleaned_data
        return Contract(
            code=given["code"],
            title=given["title"],
            supplier=suppliers[given["supplier"]],
            role=Role(given["role"]),
            regime=Regime(given["regime"]),
            start_on=given["start_on"],
            end_on=given["end_on"],
            services=given["services"],
            critical_services=given["critical_services"],
            value_pounds=given["value_pounds"],
            extensions=tuple(self._extensions()),
            boards=given["boards"],
            notice_by=given["notice_by"],
            return_due_day=given["return_due_day"],
            published_only=given["published_only"],
            source=given["source"],
        )

    def _extensions(self) -> list[Extension]:
        given = self.cleaned_data
        return [
            Extension(
                until=given[f"extension_{at}_until"],
                exercise_by=given[f"extension_{at}_by"],
                exercised_on=given[f"extension_{at}_on"],
            )
            for at in range(EXTENSIONS)
            if given[f"extension_{at}_until"]
        ]


def filled(contract: Contract) -> dict[str, Any]:
    """Return what the form holds when the terms are to be changed."""
    initial = {
        name: value
        for name, value in asdict(contract).items()
        if name not in ("supplier", "extensions", "boards", "version")
    }
    initial["supplier"] = contract.supplier.reference
    initial["boards"] = [f"{board.name}, {board.rhythm}" for board in contract.boards]
    for at, option in enumerate(contract.extensions[:EXTENSIONS]):
        initial[f"extension_{at}_until"] = option.until
        initial[f"extension_{at}_by"] = option.exercise_by
        initial[f"extension_{at}_on"] = option.exercised_on
    return initial
