"""Names of suppliers kept apart, looked at and erased."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from django.db.models import QuerySet

from scrutable.audit import reads as audit
from scrutable.audit.writes import change
from scrutable.housekeeping import models
from scrutable.kernel.wording import london_day

VERB = "supplier_names_seen"
BATCH = 500  # rows of one insert or update


def keep_names(named: Mapping[str, str], as_at: date) -> None:
    """Keep what suppliers are called as at the day, by their codes; part of another write."""
    held = {row.supplier: row for row in models.SupplierName.objects.all() if row.supplier in named}
    for code, row in held.items():
        row.name, row.seen_on = named[code], as_at
    models.SupplierName.objects.bulk_update(held.values(), ["name", "seen_on"], BATCH)
    models.SupplierName.objects.bulk_create(
        [
            models.SupplierName(supplier=code, name=name, seen_on=as_at)
            for code, name in sorted(named.items())
            if code not in held
        ],
        BATCH,
    )


def look_at_suppliers(*, codes: Collection[str], where: str, by: str, at: datetime) -> int:
    """Log that somebody is shown the names of sole traders; return how many are new that day.

    Called before they are shown. The log says their codes, never their names.
    """
    subject = f"names/suppliers/{london_day(at).isoformat()}/{by}"
    new = set(codes) - _looked_at(subject) if codes else set()
    if new:
        with change(verb=VERB, subject=subject, by=by, at=at) as under_way:
            under_way.after = {"suppliers": " ".join(sorted(new)), "where": where}
    return len(new)


def has_supplier_names(before: date) -> bool:
    """Test whether there are names of suppliers of whom nothing was bought since the day."""
    return _unseen(before).exists()


def erase_supplier_names(before: date) -> int:
    """Erase the names of suppliers of whom nothing was bought since the day; part of a write."""
    return _unseen(before).update(name="")


def _unseen(before: date) -> QuerySet[models.SupplierName]:
    return models.SupplierName.objects.filter(seen_on__lt=before).exclude(name="")


def _looked_at(subject: str) -> set[str]:
    found = audit.events(subject=subject)
    return {code for one in found for code in str(one.after["suppliers"]).split()}
