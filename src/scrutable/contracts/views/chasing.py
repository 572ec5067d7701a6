"""Late returns chased from the page."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.contracts import writes
from scrutable.kernel.wording import count_words
from scrutable.work.writes import LettersNotSent


@require_POST
@needs(Permission.LOAD_RETURNS)
def chase(request: HttpRequest) -> HttpResponse:
    """Write to everybody who can mend a late return and has had no letter today."""
    address = f"{settings.BASE_URL}{reverse('contracts:returns')}"
    try:
        sent = writes.chase_late_returns(
            address=address, by=viewer(request).username, at=clock.now()
        )
    except LettersNotSent as refused:
        messages.error(request, str(refused))
    else:
        if sent:
            messages.success(request, f"{count_words(sent, 'letter')} sent about late returns")
        else:
            messages.info(request, "Everybody concerned has had today’s letter already")
    return redirect("contracts:returns")
