"""A record that a search may find, with the text that it is found by."""

from collections.abc import Iterable
from typing import NamedTuple

from scrutable.overview.facts import Hit


class Sought(NamedTuple):
    """A record as a search shows it; `text` is all that is searched, without regard to case."""

    hit: Hit
    text: str


def sought(hits: Iterable[Hit]) -> tuple[Sought, ...]:
    """Return each with its text."""
    return tuple(
        Sought(hit, f"{hit.reference} {hit.title} {hit.said} {hit.text}".casefold()) for hit in hits
    )
