"""What the records say of projects, benefits and outcomes, for words to be held against; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scrutable.kernel.wording import count_words, list_words

MOST_NAMED = 3


class Delivery(StrEnum):
    """What a text says of a project, or of all benefits or outcomes."""

    ON_TIME = "on time"
    GREEN = "green"
    LIVE = "live"
    REALISED = "realised"
    EVIDENCED = "evidenced"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfProject:
    """Why a claim on a project is not so, in words; a claim that is missing here stands."""

    number: str
    title: str
    against: Mapping[Delivery, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfBenefit:
    """A benefit, and whether it has arrived or is on its way as planned."""

    name: str
    project: str
    is_saving: bool
    is_realised: bool
    is_on_track: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What the records say: of each project, and which benefits and outcomes are still wanting.

    `late` holds every number of late projects that the records bear out, `verified` every sum of
    pounds a year; None and nothing are not held against anything.
    """

    projects: Sequence[OfProject] = ()
    unrealised: tuple[str, ...] = ()
    unevidenced: tuple[str, ...] = ()
    benefits: Sequence[OfBenefit] = ()
    verified: tuple[Decimal, ...] | None = None
    late: tuple[int, ...] | None = None
    as_at: date | None = None
    by_number: Mapping[str, OfProject] = field(init=False, compare=False, repr=False)
    by_title: Mapping[str, OfProject] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_number", {one.number.lower(): one for one in self.projects})
        titles = {one.title.lower(): one for one in self.projects if " " in one.title}
        object.__setattr__(self, "by_title", titles)


def wanting(names: Sequence[str]) -> str:
    """Return that those named are not, the first few by name.

    >>> wanting(["benefit 201-1"])
    'benefit 201-1 is not'
    """
    named = list(names[:MOST_NAMED])
    if more := len(names) - len(named):
        named.append(count_words(more, "more", "more"))
    return f"{list_words(named)} {'is' if len(names) == 1 else 'are'} not"
