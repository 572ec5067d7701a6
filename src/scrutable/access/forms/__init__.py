"""What is asked of people who sign in, and of administrators about people."""

from scrutable.access.forms.passwords import NotTheDemonstrations
from scrutable.access.forms.people import (
    FirstAdministratorForm,
    NewPersonForm,
    PersonForm,
    supplier_choices,
)
from scrutable.access.forms.sign_in import (
    ChangePassword,
    ForgottenPassword,
    NewPassword,
    SecondFactor,
    SecondFactorAgain,
    SetUpSecondFactor,
    SignIn,
    SignInAgain,
)

__all__ = [
    "ChangePassword",
    "FirstAdministratorForm",
    "ForgottenPassword",
    "NewPassword",
    "NewPersonForm",
    "NotTheDemonstrations",
    "PersonForm",
    "SecondFactor",
    "SecondFactorAgain",
    "SetUpSecondFactor",
    "SignIn",
    "SignInAgain",
    "supplier_choices",
]
