"""Where the sign-in library asks us: its notices in our words, its changes in our log."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from scrutable.access import reads, rules, writes
from scrutable.access.facts import Role
from scrutable.access.models import Person
from scrutable.audit.clock import now

RECENT_SECONDS = 300
NOTICES = {
    "account/messages/password_changed.txt": "Your password is changed",
    "account/messages/password_set.txt": "Your password is set",
    "mfa/messages/totp_activated.txt": "Your second factor is set up",
    "mfa/messages/totp_deactivated.txt": "Your second factor is removed",
    "mfa/messages/recovery_codes_generated.txt": "Your new recovery codes are ready",
}
EVENTS = {
    "mfa/email/totp_activated": "second_factor_set_up",
    "mfa/email/totp_deactivated": "second_factor_removed",
    "mfa/email/recovery_codes_generated": "recovery_codes_made",
}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Passwords, notices and letters."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": "Username or password is not right. Check both and try again",
        "too_many_login_attempts": "Too many tries. Wait five minutes and try again",
        "enter_current_password": "Enter your password as it is now",
        "incorrect_password": "That is not your password",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002  (the library's)
        """Test whether anybody may sign up: nobody may, an administrator adds people."""
        return False

    def is_reauthentication_required(self, **_more: object) -> bool:
        """Test whether the password is asked for again: not just after it was given."""
        given = get_authentication_records(self.request, self.request.user)
        return not any(time.time() - record["at"] < RECENT_SECONDS for record in given)

    def set_password(self, user: Person, password: str) -> None:
        """Set the password, and say so in the log."""
        writes.set_password(username=user.username, password=password, by=user.username, at=now())
        user.refresh_from_db()

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *_details: object,
        **_more: object,
    ) -> None:
        """Show the notice in our words; what a page says already is not said twice."""
        if words := NOTICES.get(message_template or ""):
            messages.add_message(request, level, words)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Record changes to the second factor, and write to the person if we know where."""
        person = reads.account(user.pk)
        if verb := EVENTS.get(template_prefix):
            writes.note_second_factor(
                username=person.username, verb=verb, by=person.username, at=now()
            )
        if address := email or person.email:
            super().send_notification_mail(template_prefix, user, context, address)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """The second factor: codes from an app, and recovery codes."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "The code is not right. Enter the six digits that the app shows now",
        "cannot_delete_authenticator": "Your role needs a second factor, so it stays on",
    }

    def get_totp_label(self, user: Person) -> str:
        """Return the name that the app shows beside the codes."""
        return str(user.username)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Test whether the person may do without."""
        role = Role(reads.account(authenticator.user_id).role)
        required = settings.REQUIRE_SECOND_FACTOR
        return not rules.must_have_second_factor(role, required=required)
