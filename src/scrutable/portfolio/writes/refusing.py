"""Why something that is not recorded whole cannot be recorded as it is told."""

from collections.abc import Sequence
from dataclasses import replace

from scrutable.evidence.facts import RowError
from scrutable.records.writes import UnfitRecord


class _Unfit(UnfitRecord):
    """What cannot be recorded, with every fault: its field, or the `cell` that said it."""

    def __init__(self, faults: Sequence[RowError], cell: str = "") -> None:
        super().__init__([replace(one, place=cell) for one in faults] if cell else faults)
        if cell:
            self.args = (f"{cell}: {self}",)


class UnfitProject(_Unfit):
    """The project cannot be recorded as it is told."""


class UnfitMove(_Unfit):
    """The date cannot be recorded as it is told."""


class UnfitStatus(_Unfit):
    """The status cannot be recorded as it is told."""
