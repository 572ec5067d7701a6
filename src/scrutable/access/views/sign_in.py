"""The sign-in page, with the invented people to sign in as where everything is invented."""

from typing import Any

from allauth.account.views import LoginView
from django.conf import settings

from scrutable.access import presenters, reads
from scrutable.access.facts import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE


class SignInView(LoginView):  # type: ignore[misc]  # the library carries no types
    """Ask for username and password."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add whether there is anybody, and who is invented."""
        shown = DEMONSTRATION_PEOPLE if settings.DEMONSTRATION else ()
        sign_in = {
            "anybody": reads.anybody(),
            "invented": [presenters.present_invented(person) for person in shown],
            "password": DEMONSTRATION_PASSWORD if shown else "",
        }
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"sign_in": sign_in}
