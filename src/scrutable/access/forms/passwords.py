"""What a password must be, and how that is said."""

from django.conf import settings
from django.core.exceptions import ValidationError

from scrutable.access.facts import DEMONSTRATION_PASSWORD
from scrutable.access.models import Person
from scrutable.access.rules import is_permitted_password

PASSWORD_HINT = "At least 12 letters, digits or signs. Three or four words make a good one."  # noqa: S105  (a hint)


def is_permitted(password: str) -> bool:
    """Test that the password is not the one every demonstration shows, unless this is one."""
    return is_permitted_password(
        password, demonstration=settings.DEMONSTRATION, known=DEMONSTRATION_PASSWORD
    )


class NotTheDemonstrations:
    """Refuse the password that every demonstration shows to everybody."""

    def validate(self, password: str, user: Person | None = None) -> None:  # noqa: ARG002  (Django's)
        """Raise ValidationError for it, unless this is a demonstration."""
        if not is_permitted(password):
            raise ValidationError("Choose another password: this one is shown to everybody")

    def get_help_text(self) -> str:
        """Return the rule in words."""
        return "The password of the demonstration is refused."
