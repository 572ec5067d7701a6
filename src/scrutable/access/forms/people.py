"""What administrators say about people, and the first of them about themselves."""

import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

from scrutable.access.facts import PersonDetails, Role
from scrutable.access.forms.passwords import PASSWORD_HINT
from scrutable.access.models import Person
from scrutable.access.presenters import ROLE_DUTIES, ROLE_WORDS
from scrutable.govuk.forms import ChoicesWithHints, PlainText
from scrutable.kernel.wording import capital


def supplier_choices() -> list[tuple[str, str]]:
    """Return the council itself and every supplier; the setting names who knows them."""
    known: list[tuple[str, str]] = import_string(settings.SUPPLIER_CHOICES)()
    return [("", "The council itself"), *known]


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
