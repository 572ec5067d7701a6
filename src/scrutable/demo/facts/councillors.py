"""What councillors say and do in a story, and what is recorded of them; pure."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncillorsTold:
    """Something of councillors that goes into no log: by the name of its write."""

    write: str
    given: Mapping[str, object]
