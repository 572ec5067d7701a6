"""What somebody asks of a file that is to be taken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scrutable.housekeeping.facts import ExtractKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks of a file; `mapping` leads from a column to the file's own heading."""

    kind: ExtractKind
    as_at: date
    name: str
    mapping: Mapping[str, str]
    month_first: bool = False
