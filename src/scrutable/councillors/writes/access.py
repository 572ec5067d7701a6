"""What councillors need: sealed, looked at under the log, erased; and who is named to look."""

from dataclasses import asdict
from datetime import datetime

from scrutable.access.facts import Role
from scrutable.access.models import Person
from scrutable.audit.writes import change
from scrutable.councillors import models, rules
from scrutable.councillors.facts import AccessForm, AccessNeeds, NamedOfficer
from scrutable.councillors.models.sealing import is_of_first_key, new_handle, opened, seal
from scrutable.councillors.reads import SEEN
from scrutable.councillors.writes.keeping import kept_quietly, refuse
from scrutable.kernel.wording import london_day

FORMS = "councillors/access"


def tell_needs(*, councillor: int, needs: AccessNeeds, by: str, at: datetime) -> None:
    """Keep what a councillor needs, sealed; what was told before is gone. Raises NoKey.

    The log says that a form was kept, not whose: who needs nothing fills it in just so.
    """
    with change(verb="access_form_kept", subject=FORMS, by=by, at=at) as under_way:
        row = models.AccessForm.objects.filter(councillor=councillor).first()
        handle = row.handle if row else new_handle()
        said = {name: str(value) for name, value in asdict(needs).items()}
        models.AccessForm.objects.update_or_create(
            councillor=councillor,
            defaults={
                "handle": handle,
                "sealed": seal(said, handle),
                "told_on": london_day(under_way.at),
            },
        )


def look(*, form: AccessForm, by: str, at: datetime) -> None:
    """Log that somebody looks at a form, before it is opened; the log never says what it holds."""
    with change(verb=SEEN, subject=f"access/{form.handle}", by=by, at=at):
        return


def erase_needs(*, councillor: int, by: str, at: datetime) -> bool:
    """Erase what a councillor needs; the log keeps that it was erased. Return whether there was."""
    if not models.AccessForm.objects.filter(councillor=councillor).exists():
        return False
    with change(verb="access_form_erased", subject=FORMS, by=by, at=at):
        models.AccessForm.objects.filter(councillor=councillor).delete()
    return True


def seal_again(*, by: str, at: datetime) -> int:
    """Seal with the first key whatever is sealed with another; return how many were."""
    old = [row for row in models.AccessForm.objects.order_by("councillor") if _is_old(row)]
    if not old:
        return 0
    with change(verb="access_forms_sealed_again", subject=FORMS, by=by, at=at):
        for row in models.AccessForm.objects.order_by("councillor"):
            if _is_old(row):
                row.sealed = seal(opened(row.sealed, row.handle), row.handle)
                row.save(update_fields=["sealed"])
    return len(old)


def name_officer(*, named: NamedOfficer, by: str, at: datetime) -> NamedOfficer:
    """Name an officer to see what councillors need, or end that; nobody names themselves."""
    subject = f"person/{named.username}"
    with change(verb="named_officer_recorded", subject=subject, by=by, at=at) as under_way:
        person = Person.objects.filter(username=named.username, is_active=True).first()
        if person is None:
            refuse("username", "Nobody of this username signs in", "choose one of those listed")
        if Role(person.role) in rules.NEVER_NAMED:
            refuse("username", "Councillors and suppliers are never named", "choose an officer")
        if named.username == by:
            refuse("username", "Nobody names themselves", "let another do it")
        under_way.after = {
            "since": str(named.since),
            "until": str(named.until or ""),
            "why": named.why,
        }
        return kept_quietly(named, under_way)


def _is_old(row: models.AccessForm) -> bool:
    return not is_of_first_key(row.sealed)
