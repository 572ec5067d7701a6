"""What is asked of people who sign in, and of administrators about people."""

import secrets
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

from scrutable.access.facts import DEMONSTRATION_PASSWORD, PersonDetails, Role
from scrutable.access.models import Person
from scrutable.access.presenters import ROLE_DUTIES, ROLE_WORDS
from scrutable.access.rules import is_permitted_password
from scrutable.govuk.forms import ChoicesWithHints, PlainText
from scrutable.kernel.wording import capital

PASSWORD_HINT = "At least 12 letters, digits or signs. Three or four words make a good one."  # noqa: S105  (a hint)
CODE_HINT = "The six digits that the app on your phone shows now"


def supplier_choices() -> list[tuple[str, str]]:
    """Return the council itself and every supplier; the setting names who knows them."""
    known: list[tuple[str, str]] = import_string(settings.SUPPLIER_CHOICES)()
    return [("", "The council itself"), *known]


class NotTheDemonstrations:
    """Refuse the password that every demonstration shows to everybody."""

    def validate(self, password: str, user: Person | None = None) -> None:  # noqa: ARG002  (Django's)
        """Raise ValidationError for it, unless this is a demonstration."""
        if not is_permitted_password(
            password, demonstration=settings.DEMONSTRATION, known=DEMONSTRATION_PASSWORD
        ):
            raise ValidationError("Choose another password: this one is shown to everybody")

    def get_help_text(self) -> str:
        """Return the rule in words."""
        return "The password of the demonstration is refused."


class SignIn(account.LoginForm):  # type: ignore[misc]  # the library carries no types
    """Username and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["required"] = "Enter your username"
        self.fields["password"].error_messages["required"] = "Enter your password"
        self.fields["login"].widget.attrs |= {"autocapitalize": "none", "spellcheck": "false"}
        self.fields["password"].help_text = ""

    def clean_password(self) -> str:
        """Refuse the demonstration's password anywhere else, whoever still has it."""
        password: str = self.cleaned_data["password"]
        if not is_permitted_password(
            password, demonstration=settings.DEMONSTRATION, known=DEMONSTRATION_PASSWORD
        ):
            raise ValidationError(
                "This password is shown to everybody. Ask an administrator for a link to another"
            )
        return password


class SignInAgain(account.ReauthenticateForm):  # type: ignore[misc]  # the library carries no types
    """The password once more, before something grave."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].error_messages["required"] = "Enter your password"


class ChangePassword(account.ChangePasswordForm):  # type: ignore[misc]  # the library carries no types
    """The password as it is and as it shall be."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["oldpassword"], "Your password now", "Enter your password as it is now")
        _say_new(self.fields)


class ForgottenPassword(account.ResetPasswordForm):  # type: ignore[misc]  # the library carries no types
    """Where to send the link for a new password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["email"], "Your e-mail address", "Enter your e-mail address")


class NewPassword(account.ResetPasswordKeyForm):  # type: ignore[misc]  # the library carries no types
    """A new password, by a link that works once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_new(self.fields)

    def clean(self) -> dict[str, Any]:
        """Refuse somebody who was kept out since the link was made."""
        if not self.user.is_active:
            raise ValidationError("You may not sign in any more. Ask an administrator")
        cleaned: dict[str, Any] = super().clean()
        return cleaned


class SecondFactor(AuthenticateForm):  # type: ignore[misc]  # the library carries no types
    """A code from the app, or one of the recovery codes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], f"{CODE_HINT}, or one of your recovery codes")


class SecondFactorAgain(ReauthenticateForm):  # type: ignore[misc]  # the library carries no types
    """The same, before something grave."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], f"{CODE_HINT}, or one of your recovery codes")


class SetUpSecondFactor(ActivateTOTPForm):  # type: ignore[misc]  # the library carries no types
    """The first code, which proves that the app has the secret."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_code(self.fields["code"], CODE_HINT)


class PersonForm(forms.Form):
    """Somebody's name, address, role and supplier."""

    full_name = PlainText(
        label="Full name", max_length=120, error_messages={"required": "Enter their full name"}
    )
    email = forms.EmailField(
        max_length=254,
        label="E-mail address",
        required=False,
        help_text="For letters about their password and about late returns",
        error_messages={"invalid": "E-mail address must be like jo.smith@council.gov.uk"},
    )
    role = forms.ChoiceField(
        choices=[(role.value, ROLE_WORDS[role]) for role in Role],
        widget=ChoicesWithHints({role.value: capital(ROLE_DUTIES[role]) for role in Role}),
        error_messages={"required": "Select a role"},
    )
    supplier = forms.ChoiceField(
        choices=supplier_choices,
        required=False,
        widget=forms.Select,
        help_text="For a supplier’s people only: they see the contracts of this supplier",
    )

    def clean(self) -> dict[str, Any]:
        """Hold the supplier to the role."""
        cleaned: dict[str, Any] = super().clean() or {}
        is_supplier = cleaned.get("role") == Role.SUPPLIER
        if is_supplier and not cleaned.get("supplier"):
            self.add_error("supplier", "Select the supplier they work for")
        if "role" in cleaned and not is_supplier and cleaned.get("supplier"):
            self.add_error("supplier", "Only a supplier’s people belong to a supplier")
        return cleaned

    def details(self, username: str) -> PersonDetails:
        """Return what was said; for a form that holds."""
        said = self.cleaned_data
        return PersonDetails(
            username=username,
            full_name=said["full_name"],
            email=said["email"],
            role=Role(said["role"]),
            supplier=said["supplier"],
        )


class _Named(forms.Form):
    username = forms.CharField(
        max_length=60,
        validators=Person._meta.get_field("username").validators,  # noqa: SLF001  (Django's API)
        help_text="Small letters and digits, with dots or hyphens between them, such as j.smith",
        error_messages={"required": "Enter a username"},
        widget=forms.TextInput({"autocapitalize": "none", "spellcheck": "false"}),
    )

    def checked_password(self, field: str) -> str:
        """Return the password, or say what is wrong with it."""
        said = self.cleaned_data
        password: str = said.get(field) or ""
        if password:
            validate_password(
                password,
                Person(username=said.get("username", ""), full_name=said.get("full_name", "")),
            )
        return password


class NewPersonForm(PersonForm, _Named):
    """Somebody new; without a password they get a link to choose one."""

    password = forms.CharField(
        label="First password",
        required=False,
        strip=False,
        help_text=f"Leave it empty to get a link by which they choose it. {PASSWORD_HINT}",
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    field_order = ("username", "full_name", "email", "role", "supplier", "password")

    def clean_password(self) -> str:
        """Hold the password to the rules."""
        return self.checked_password("password")


class FirstAdministratorForm(_Named):
    """The first person of all."""

    full_name = PlainText(
        label="Full name", max_length=120, error_messages={"required": "Enter your full name"}
    )
    email = forms.EmailField(
        max_length=254,
        label="E-mail address",
        required=False,
        error_messages={"invalid": "E-mail address must be like jo.smith@council.gov.uk"},
    )
    password = forms.CharField(
        strip=False,
        help_text=PASSWORD_HINT,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": "Enter a password"},
    )
    setup_code = forms.CharField(
        label="Set-up code",
        help_text="From whoever installed Scrutable; it proves that you may set it up",
        error_messages={"required": "Enter the set-up code"},
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, setup_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._expected = setup_code
        if not setup_code:
            del self.fields["setup_code"]

    def clean_password(self) -> str:
        """Hold the password to the rules."""
        return self.checked_password("password")

    def clean_setup_code(self) -> str:
        """Compare the code without telling by the time how much of it was right."""
        code: str = self.cleaned_data["setup_code"]
        if not secrets.compare_digest(code.encode(), self._expected.encode()):
            raise ValidationError("This is not the set-up code")
        return code

    def details(self) -> PersonDetails:
        """Return what was said; for a form that holds."""
        said = self.cleaned_data
        return PersonDetails(
            username=said["username"],
            full_name=said["full_name"],
            email=said["email"],
            role=Role.ADMINISTRATOR,
        )


def _say(field: forms.Field, label: str, wanting: str) -> None:
    field.label = label
    field.error_messages["required"] = wanting
    field.widget.attrs.pop("placeholder", None)


def _say_new(fields: dict[str, forms.Field]) -> None:
    _say(fields["password1"], "New password", "Enter a new password")
    _say(fields["password2"], "New password again", "Enter the new password again")
    fields["password1"].help_text = PASSWORD_HINT


def _say_code(field: forms.Field, hint: str) -> None:
    _say(field, "Code", "Enter the code")
    field.help_text = hint
    field.widget.attrs |= {"inputmode": "text", "class": "govuk-input--width-10"}
