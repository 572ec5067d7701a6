"""Every address, by the app that answers it."""

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import include, path, re_path

from scrutable.access.views.sign_in import SignInView
from scrutable.config.api import API

# Of the sign-in library's pages those that are wanted, by the names it knows them by.
SIGN_IN = [
    path("sign-in/", SignInView.as_view(), name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("stopped/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/forgotten/", account.password_reset, name="account_reset_password"),
    path("password/sent/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/ready/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("second-factor/", second_factor.index, name="mfa_index"),
    path("second-factor/code/", second_factor.authenticate, name="mfa_authenticate"),
    path("second-factor/again/", second_factor.reauthenticate, name="mfa_reauthenticate"),
    path("second-factor/set-up/", totp.activate_totp, name="mfa_activate_totp"),
    path("second-factor/remove/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "second-factor/recovery-codes/",
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        "second-factor/recovery-codes/new/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "second-factor/recovery-codes/file/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
]

urlpatterns = [
    path("account/", include(SIGN_IN)),
    path("api/", API.urls),
    path("", include("scrutable.access.urls")),
    path("jobs/", include("scrutable.work.urls")),
    path("", include("scrutable.registers.urls")),  # before contracts: /contracts/new/ is no code
    path("", include("scrutable.portfolio.urls")),
    path("", include("scrutable.housekeeping.urls")),
    path("", include("scrutable.assurance.urls")),
    path("", include("scrutable.money.urls")),
    path("", include("scrutable.councillors.urls")),
    path("", include("scrutable.meetings.urls")),  # before reports: /decisions/plan/ is no code
    path("", include("scrutable.reports.urls")),
    path("", include("scrutable.contracts.urls")),
    path("", include("scrutable.overview.urls")),
]
handler400 = "scrutable.config.views.bad_request"
handler403 = "scrutable.config.views.forbidden"
handler404 = "scrutable.config.views.not_found"
handler500 = "scrutable.config.views.failed"
