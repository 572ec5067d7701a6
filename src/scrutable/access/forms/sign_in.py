"""The sign-in library's own forms, in our words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.exceptions import ValidationError

from scrutable.access.forms.passwords import PASSWORD_HINT, is_permitted

CODE_HINT = "The six digits that the app on your phone shows now"


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
        if not is_permitted(password):
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
