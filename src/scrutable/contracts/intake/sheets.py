"""How the return's sheets look and what their cells allow; pure."""

from collections.abc import Mapping

from scrutable.contracts.facts import Kind, KpiDefinition, NoValue
from scrutable.contracts.intake.months import reason_words

COLUMNS = (
    ("Code", 16),
    ("KPI", 48),
    ("Unit", 12),
    ("Target", 11),
    ("Minimum", 11),
    ("Result", 13),
    ("Numerator", 13),
    ("Denominator", 13),
    ("Reason if no result", 22),
    ("Commentary", 60),
)
INPUTS = (5, 6, 7, 8, 9)  # result, numerator, denominator, reason, commentary
HEADING_ROW = 7
FIRST_ROW = 8
MOST_COMMENTARY = 4_000
MOST_HEIGHT = 400  # of a row; Excel's own limit is 409

INSTRUCTIONS = (
    ("Result", "The value for the month. For percentages type 92.5%, with the percent sign."),
    ("Numerator and denominator", "Where a result is a share: how many, out of how many."),
    ("Reason if no result", "Leave the result blank and choose one: {reasons}."),
    ("Commentary", "What happened, why, and what is being done about it."),
    ("Nought", "Type 0 only where nought was measured. Never leave both result and reason blank."),
    ("Formulas", "A formula is welcome as long as the workbook was calculated and saved."),
    ("The other cells", "They are locked. Tell the council if a code, target or title is wrong."),
    ("Sending it", "Send the workbook as .xlsx or .ods, without a password."),
)

Look = Mapping[str, object]
FONT: Look = {"font_name": "Arial", "font_size": 11, "valign": "vcenter"}
HEAD: Look = {
    "bold": True, "font_color": "#FFFFFF", "bg_color": "#1D3D5C", "text_wrap": True, "indent": 1,
    "border": 1, "border_color": "#1D3D5C",
}  # fmt: skip
LOCKED: Look = {"indent": 1, "border": 1, "border_color": "#B1B4B6"}
OPEN: Look = {
    "indent": 1, "border": 1, "border_color": "#505A5F", "bg_color": "#FFF7BF", "locked": False,
}  # fmt: skip
LOOKS: Mapping[str, Look] = {
    "title": {"bold": True, "font_size": 16},
    "label": {"bold": True},
    "fact": {},
    "hint": {"italic": True},
    "heading": {**HEAD, "align": "left"},
    "heading_of_numbers": {**HEAD, "align": "right"},
    "code": {**LOCKED, "align": "left", "bold": True},
    "words": {**LOCKED, "align": "left", "text_wrap": True},
    "level": {**LOCKED, "align": "right", "bg_color": "#F3F2F1"},
    "input": {**OPEN, "align": "right"},
    "said": {**OPEN, "align": "left", "text_wrap": True},
}
NUMBERS = frozenset({"Target", "Minimum", "Result", "Numerator", "Denominator"})


def heading_look(heading: str) -> str:
    """Return the look of a heading: those of numbers stand at the right, as the numbers do."""
    return "heading_of_numbers" if heading in NUMBERS else "heading"


def row_height(title: str, commentary: str) -> float:
    """Return the height at which the row's title and commentary can be read whole."""
    lines = max(_lines(title, 44), _lines(commentary, 56))
    return min(6 + 15 * lines, MOST_HEIGHT)


def _lines(text: str, width: int) -> int:
    return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))


def looks(name: str, number: str) -> dict[str, object]:
    """Return the properties of a cell's look with its number format."""
    return {**FONT, **LOOKS[name], **({"num_format": number} if number else {})}


def number_format(kpi: KpiDefinition) -> str:
    """Return how the KPI's values are shown, at the precision of the contract."""
    fraction = "." + "0" * kpi.decimals if kpi.decimals else ""
    return {
        Kind.PERCENTAGE: f"0{fraction}%",
        Kind.COUNT: "#,##0",
        Kind.DURATION: f"#,##0{fraction}",
        Kind.MONEY: "£#,##0.00",
    }[kpi.kind]


def input_checks(kpi: KpiDefinition, about: str) -> dict[int, dict[str, object]]:
    """Return what each cell of the KPI's row allows, by column."""
    result, numerator, denominator, reason, commentary = INPUTS
    return {
        result: {
            **_allowed(kpi),
            "input_title": kpi.code,
            "input_message": f"{_wanted(kpi)} {about}"[:255],
            "error_title": "Result",
            "error_message": f"{_wanted(kpi)} If there is none, leave it blank and give a reason.",
        },
        numerator: _number_check("Numerator"),
        denominator: _number_check("Denominator"),
        reason: {
            "validate": "list",
            "source": [reason_words(item) for item in NoValue],
            "error_title": "Reason if no result",
            "error_message": "Choose one of the reasons in the list.",
        },
        commentary: {
            "validate": "length",
            "criteria": "<=",
            "value": MOST_COMMENTARY,
            "error_title": "Commentary",
            "error_message": f"At most {MOST_COMMENTARY:,} characters.",
        },
    }


def _allowed(kpi: KpiDefinition) -> dict[str, object]:
    if kpi.kind is Kind.COUNT:
        return {"validate": "integer", "criteria": ">=", "value": 0}
    if kpi.kind is Kind.PERCENTAGE and not kpi.may_exceed_hundred:
        return {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
    if kpi.kind is Kind.MONEY:
        return {"validate": "decimal", "criteria": "between", "minimum": -1e12, "maximum": 1e12}
    return {"validate": "decimal", "criteria": ">=", "value": 0}


def _wanted(kpi: KpiDefinition) -> str:
    return {
        Kind.PERCENTAGE: "Enter a percentage, such as 92.5%.",
        Kind.COUNT: "Enter a whole number.",
        Kind.DURATION: f"Enter the number of {kpi.unit}.",
        Kind.MONEY: "Enter the sum in pounds.",
    }[kpi.kind]


def _number_check(title: str) -> dict[str, object]:
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": title,
        "error_message": "Enter a number that is not less than nought.",
    }
