"""Why minutes are not loaded, settled or confirmed, in words that say what to do."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import list_words
from scrutable.meetings import facts


class UnreadableMinutes(Exception):
    """The file cannot be read; `errors` say where, why and what to do."""

    def __init__(self, errors: Sequence[RowError]) -> None:
        self.errors = tuple(errors)
        super().__init__(" ".join(f"{error}." for error in self.errors))


class UnfitMinutes(Exception):
    """The minutes cannot be loaded or confirmed as things stand."""


class UnfitLimb(Exception):
    """The limb cannot be kept as it is told; says every reason."""


class NotYetLookedAt(Exception):
    """Some limbs are unclear, and nobody has looked at them."""

    def __init__(self, limbs: Sequence[facts.Limb]) -> None:
        self.limbs = tuple(limbs)
        numbers = list_words([str(limb.number) for limb in limbs])
        which = f"Limb {numbers} is" if len(limbs) == 1 else f"Limbs {numbers} are"
        super().__init__(
            f"{which} unclear. Confirm, correct or strike each before the minutes are confirmed."
        )


class MinutesAlreadyConfirmed(Exception):
    """Nothing of confirmed minutes changes."""

    def __init__(self, found: facts.Minutes) -> None:
        super().__init__(
            f"{found.code} was confirmed by {found.confirmed_by} and no longer changes. Load the "
            "corrected minutes as a file of their own."
        )
