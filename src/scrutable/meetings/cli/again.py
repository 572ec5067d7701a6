"""The same code recorded again: what the command does not say stays as it stands."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from scrutable.audit.reads import number_at
from scrutable.meetings import reads

Found = TypeVar("Found")


def said_anew(said: dict[str, Any]) -> dict[str, Any]:
    """Return the options that stand on the command line, without those filled in by default."""
    context = click.get_current_context()
    return {
        name: value
        for name, value in said.items()
        if context.get_parameter_source(name) is not ParameterSource.DEFAULT
    }


def standing(read: Callable[..., Found], code: str, **asked: Any) -> Found | None:
    """Return what stands under a code now; None if nothing does."""
    try:
        return read(code, number_at(), **asked)
    except (reads.UnknownBody, reads.UnknownDecision):
        return None
