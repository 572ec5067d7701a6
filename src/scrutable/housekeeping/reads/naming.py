"""Whether a text calls by name what no report may name."""

from django.db.models import Q

from scrutable.housekeeping import models
from scrutable.housekeeping.facts import PartOfEstate
from scrutable.housekeeping.reads.worklist.rows import AT_ONCE, thing_of
from scrutable.housekeeping.rules import handling
from scrutable.housekeeping.rules.naming import names_in, says_any

MOST = AT_ONCE // 2  # each word is asked for twice


def names_somebody(text: str) -> bool:
    """Test whether the text names an account, a person’s device, a person, or who trades alone.

    It is held against the names that are kept now; one that was erased is not found.
    """
    return _names_a_thing(text) or says_any(text, _sole_traders())


def _names_a_thing(text: str) -> bool:
    forms = sorted({form for word in names_in(text) for form in (word, word.lower(), word.upper())})
    for at in range(0, len(forms), MOST):
        some = forms[at : at + MOST]
        rows = models.Thing.objects.filter(
            Q(person__in=some) | Q(part__in=[part.value for part in PartOfEstate], key__in=some)
        )
        if any(handling.names_somebody(thing_of(row)) for row in rows):
            return True
    return False


def _sole_traders() -> list[str]:
    """Return the names of the suppliers that any extract said to be one person."""
    alone = models.SupplierSpend.objects.filter(is_sole_trader=True).values("supplier")
    rows = models.SupplierName.objects.filter(supplier__in=alone).exclude(name="")
    return list(rows.order_by("name").values_list("name", flat=True))
