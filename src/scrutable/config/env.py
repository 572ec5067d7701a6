"""The environment's variables, read so that a wrong one is refused in a sentence."""

import binascii
import os
from base64 import urlsafe_b64decode
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32


def text(name: str, default: str | None = None) -> str:
    """Return the variable's text; a variable without a default must be set.

    `NAME_FILE` may name a file that holds the text instead, as secrets are often handed over.
    """
    value = _given(name)
    if value is None:
        value = default
    if value is None:
        raise ImproperlyConfigured(f"Set {name}; docs/settings.md says what it is for")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return the variable as a yes or no."""
    value = _given(name)
    if value is None:
        return default
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not “{value}”")
    return value == "1"


def number(name: str, *, default: int) -> int:
    """Return the variable as a whole number, nought or more."""
    value = _given(name)
    if value is None:
        return default
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} must be a whole number, not “{value}”")
    return int(value)


def url(name: str, default: str, *, schemes: tuple[str, ...]) -> SplitResult | None:
    """Return the parts of the variable's address; None where it is empty."""
    value = text(name, default)
    if not value:
        return None
    parts = urlsplit(value)
    if parts.scheme not in schemes:
        begins = " or ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} must begin with {begins}, not “{parts.scheme}”")
    return parts


def names(name: str, default: str) -> list[str]:
    """Return the variable's comma-separated entries."""
    return [entry.strip() for entry in text(name, default).split(",") if entry.strip()]


def sealing_keys(name: str, default: str) -> list[str]:
    """Return the keys that the variable holds, one a line or separated by commas."""
    found = text(name, default).replace("\n", ",").split(",")
    keys = [entry.strip() for entry in found if entry.strip()]
    for key in keys:
        try:
            whole = len(urlsafe_b64decode(key)) == KEY_BYTES
        except (binascii.Error, ValueError):
            whole = False
        if not whole:
            raise ImproperlyConfigured(
                f"{name} holds something that is no key; `scrutable councillors key` makes one"
            )
    return keys


def fill(name: str, value: str) -> None:
    """Give the variable a value, where neither it nor its file is given."""
    if f"{name}_FILE" not in os.environ:
        os.environ.setdefault(name, value)


def _given(name: str) -> str | None:
    value, path = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if path is None:
        return value
    if value is not None:
        raise ImproperlyConfigured(f"Set {name} or {name}_FILE, not both")
    try:
        return Path(path).read_text().strip()
    except OSError as failed:
        raise ImproperlyConfigured(f"{name}_FILE names {path}: {failed.strerror}") from failed
