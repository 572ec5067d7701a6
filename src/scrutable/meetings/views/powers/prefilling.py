"""What a form can take from the limb that `?from=limb/OSMB-2026-09-24-1/3` names."""

from django.http import HttpRequest

from scrutable.meetings import reads


def prefilled(request: HttpRequest, known: int) -> dict[str, object]:
    """Return what the form begins with; nothing where no limb, or none that is there, is named."""
    reference = request.GET.get("from", "")
    kind, _, rest = reference.partition("/")
    minutes, _, number = rest.rpartition("/")
    if kind != "limb" or not number.isdigit():
        return {}
    try:
        meeting = reads.meeting(minutes.rpartition("-")[0], known)
    except reads.UnknownMeeting:
        return {}
    return {
        "body": meeting.body,
        "made_in": meeting.code,
        "source_reference": reference,
        "from_on": meeting.on,
    }
