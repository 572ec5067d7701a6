"""What a form can take from the limb that `?from=limb/OSMB-2026-09-24-1/3` names."""

from django.http import HttpRequest

from scrutable.meetings import reads


def prefilled(request: HttpRequest, known: int) -> dict[str, object]:
    """Return what the form begins with; nothing where no limb, or none that is there, is named.

    The words of exempt and confidential minutes are never taken: who may act for whom is an
    open record.
    """
    reference = request.GET.get("from", "")
    kind, _, rest = reference.partition("/")
    code, _, number = rest.rpartition("/")
    if kind != "limb" or not (number.isascii() and number.isdigit()):
        return {}
    try:
        outcome = reads.limb(code, int(number), known, closed=True).outcome
        minutes = reads.minutes(code, known)
        meeting = reads.meeting(minutes.meeting, known)
    except (reads.UnknownLimb, reads.UnknownMeeting, reads.UnknownMinutes):
        return {}
    where: dict[str, object] = {
        "body": meeting.body,
        "from_on": meeting.on,
        "made_in": meeting.code,
        "source_reference": reference,
    }
    if not minutes.closure.is_open:
        return where
    return where | {
        "to": outcome.owner,
        "acts": (outcome.text,),
        "text": outcome.text,
        "consultees": outcome.consultees,
        "limit_pounds": outcome.amount_pounds,
    }
