"""How texts of the tree and of its charts are settled; pure.

Texts are settled as they come in: control signs, line breaks and bidirectional overrides become
single spaces, so that every renderer is given the same printable text.
"""

import re
from dataclasses import fields

_UNPRINTABLE = re.compile(
    "[\\x00-\\x20\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufffe\\uffff]+"
)


def settled(text: str) -> str:
    """Return the text with every run of white space and control signs as one space."""
    return _UNPRINTABLE.sub(" ", text)


def settle(block: object, *may_be_blank: str) -> None:
    """Settle every text field of a block and refuse a blank one."""
    for field in fields(block):  # type: ignore[arg-type]  # only dataclasses call this
        value = getattr(block, field.name)
        if isinstance(value, str):
            value = settled(value)
            if not value.strip() and field.name not in may_be_blank:
                raise ValueError(f"{type(block).__name__}: {field.name} must say something")
            object.__setattr__(block, field.name, value)
