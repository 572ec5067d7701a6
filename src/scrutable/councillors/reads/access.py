"""What councillors need: opened for themselves, or for an officer whose look is in the log."""

from scrutable.audit.models import Event
from scrutable.councillors import models
from scrutable.councillors.facts import AccessForm, AccessLook, AccessNeeds, ReportForm
from scrutable.councillors.models.sealing import opened
from scrutable.councillors.reads.people import councillor_of

SEEN = "access_form_seen"


def access_forms() -> list[AccessForm]:
    """Return every form there is, sealed, by the councillor's number."""
    rows = models.AccessForm.objects.order_by("councillor")
    return [_fact(row) for row in rows]


def access_form(councillor: int) -> AccessForm | None:
    """Return a councillor's form as it lies, or None."""
    row = models.AccessForm.objects.filter(councillor=councillor).first()
    return _fact(row) if row else None


def access_needs(form: AccessForm) -> AccessNeeds:
    """Open a form; raises WrongKey. Whoever asks for another's has logged the look before."""
    sealed = models.AccessForm.objects.values_list("sealed", flat=True).get(handle=form.handle)
    said = opened(sealed, form.handle)
    return AccessNeeds(
        report_form=ReportForm(said["report_form"]),
        needs=said["needs"],
        adjustments=said["adjustments"],
        at_meetings=said["at_meetings"],
    )


def looks(form: AccessForm) -> list[AccessLook]:
    """Return every look at a form, the last first: for whose it is, and the named officers."""
    rows = Event.objects.filter(verb=SEEN, subject=f"access/{form.handle}").order_by("-number")
    return [AccessLook(at=row.at, by=row.by) for row in rows]


def report_form_of(username: str) -> ReportForm | None:
    """Return the form in which somebody reads reports, None where they have not said."""
    found = councillor_of(username)
    form = access_form(found.number) if found else None
    return access_needs(form).report_form if form else None


def _fact(row: models.AccessForm) -> AccessForm:
    return AccessForm(councillor=row.councillor, handle=row.handle, told_on=row.told_on)
