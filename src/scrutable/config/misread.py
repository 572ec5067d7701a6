"""What is wrong with something that a program sent, in plain words; the library has its own."""

from collections.abc import Mapping
from typing import Any

LEAST, MOST = "It is less than {ge}", "It is more than {le}"
SAID: Mapping[str, tuple[str, str]] = {
    "missing": ("It is missing", "send it"),
    "enum": ("It is none of those that are known", "send {expected}"),
    "literal_error": ("It is none of those that are known", "send {expected}"),
    "string_type": ("It is no text", "send it in quotation marks"),
    "string_too_long": ("It has more than {max_length} letters", "say it in {max_length} or fewer"),
    "string_pattern_mismatch": (
        "It has signs that no reference can carry",
        "use letters and digits, with dots or hyphens between them",
    ),
    "int_type": ("It is no whole number", "send one such as 12"),
    "int_parsing": ("It is no whole number", "send one such as 12"),
    "int_parsing_size": ("It is no whole number of ours", "send a smaller one"),
    "int_from_float": ("It is no whole number", "send one such as 12"),
    "decimal_type": ("It is no number", "send one such as 1200.50, without signs around it"),
    "decimal_parsing": ("It is no number", "send one such as 1200.50, without signs around it"),
    "finite_number": ("It is no number", "send one such as 1200.50"),
    "decimal_max_digits": ("It has more than {max_digits} figures", "send a shorter one"),
    "decimal_whole_digits": ("It is too large to be kept", "send a smaller one"),
    "decimal_max_places": (
        "It has more than {decimal_places} figures after the point",
        "round it",
    ),
    "greater_than_equal": (LEAST, "send {ge} or more"),
    "less_than_equal": (MOST, "send {le} or less"),
    "date_type": ("It is no day", "write it as 2026-10-12"),
    "date_parsing": ("It is no day", "write it as 2026-10-12"),
    "date_from_datetime_parsing": ("It is no day", "write it as 2026-10-12"),
    "date_from_datetime_inexact": ("It is a moment, and no day", "write it as 2026-10-12"),
    "bool_type": ("It is neither true nor false", "send one of the two"),
    "bool_parsing": ("It is neither true nor false", "send one of the two"),
    "tuple_type": ("It is no list", "send one, such as []"),
    "list_type": ("It is no list", "send one, such as []"),
    "dict_type": ("It is no object", "send one, such as {{}}"),
    "model_type": ("It is no object", "send one, such as {{}}"),
    "model_attributes_type": ("It is no object", "send one, such as {{}}"),
}


def fault_of(error: Mapping[str, Any]) -> dict[str, str]:
    """Return where it is wrong, what is, and what to do about it.

    >>> fault_of({"type": "missing", "loc": ("body", "sent", "title"), "msg": "Field required"})
    {'place': 'title', 'fault': 'It is missing', 'remedy': 'send it'}
    """
    where = [str(part) for part in error["loc"]]
    fault, remedy = SAID.get(error["type"], ("", ""))
    context = {name: _plain(value) for name, value in error.get("ctx", {}).items()}
    return {
        "place": ".".join(where[2:] or where[1:] or where),
        "fault": fault.format_map(context) or str(error["msg"]).removeprefix("Value error, "),
        "remedy": remedy.format_map(context),
    }


def _plain(value: object) -> str:
    return str(value).replace("'", "")
