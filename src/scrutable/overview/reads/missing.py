"""A reference under which nothing is kept, and how the one that was meant is written."""

import re

_BENEFIT = re.compile(r"benefit/(?P<project>[\w-]+)-(?P<number>\d+)")
_BARE = re.compile(r"[\w-]*\d[\w-]*")
EXAMPLE = "A reference reads like kpi/CSS/CSC_KPI_04/2026-09 or project/201/benefit/1."


class UnknownReference(Exception):
    """Nothing is kept under this reference."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"There is no {reference}. {_meant(reference)}")


def _meant(reference: str) -> str:
    benefit = _BENEFIT.fullmatch(reference)
    if benefit:
        meant = f"project/{benefit['project']}/benefit/{benefit['number']}"
        return f"A benefit’s reference reads like {meant}."
    if _BARE.fullmatch(reference):
        return f"A reference begins with its kind, such as project/{reference}."
    return EXAMPLE
