"""A mail server that takes no letter for one recipient, as a full mailbox does."""

import smtplib

from django.core.mail.backends.locmem import EmailBackend


class Refusing(EmailBackend):
    """Hand on every letter but those to refused@westmere.example."""

    def send_messages(self, messages):
        """Refuse as smtplib does."""
        for message in messages:
            if "refused@westmere.example" in message.to:
                raise smtplib.SMTPException("full")
        return super().send_messages(messages)
