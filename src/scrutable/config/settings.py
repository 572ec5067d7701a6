"""Every setting; production differs from a laptop by its environment only.

docs/settings.md says what each variable is for.
"""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from scrutable.config import env, stores

DATA_DIR = Path(env.text("DATA_DIR", "var")).resolve()
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

# Who and where

DEBUG = env.flag("DEBUG", default=False)
DEMONSTRATION = env.flag("DEMONSTRATION", default=False)
STANDING_CLOCK = (
    datetime(2026, 10, 12, 9, tzinfo=ZoneInfo("Europe/London")) if DEMONSTRATION else None
)
DEMONSTRATION_WORDS = env.text(
    "DEMONSTRATION_WORDS",
    "Westmere is invented, and so is everybody in it. Its clock stands at 12 October 2026.",
)
COUNCIL_NAME = env.text("COUNCIL_NAME", "Your council")

_address = env.url("BASE_URL", "http://127.0.0.1:8000", schemes=("http", "https"))
if _address is None or not _address.hostname:
    raise ImproperlyConfigured("BASE_URL must be a whole address, such as https://it.council.uk")
BASE_URL = _address.geturl().rstrip("/")
HTTPS = _address.scheme == "https"
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", f"{_address.hostname},localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
SECRET_KEY = (
    env.text("SECRET_KEY")
    if HTTPS
    else env.text("SECRET_KEY", "") or stores.kept_secret(DATA_DIR / "secret_key")
)

# The first seals, all open; they lie elsewhere than the records, but for invented councils
ACCESS_NEEDS_KEYS = env.sealing_keys(
    "ACCESS_NEEDS_KEY", stores.kept_key(DATA_DIR / "access_needs_key") if DEMONSTRATION else ""
)

# What is installed

INSTALLED_APPS = [
    "scrutable.govuk",
    "scrutable.audit",
    "scrutable.access",
    "scrutable.evidence",
    "scrutable.documents",
    "scrutable.work",
    "scrutable.registers",
    "scrutable.meetings",
    "scrutable.contracts",
    "scrutable.portfolio",
    "scrutable.housekeeping",
    "scrutable.money",
    "scrutable.assurance",
    "scrutable.councillors",
    "scrutable.reports",
    "scrutable.overview",
    "scrutable.demo",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a page of 600 cells is 110 kB, and 12 kB on its way
    "csp.middleware.CSPMiddleware",
    "scrutable.access.views.doors.WholeRequests",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "scrutable.access.views.doors.KeptPrivate",
    "scrutable.access.views.doors.SecondFactorFirst",
]
ROOT_URLCONF = "scrutable.config.urls"
WSGI_APPLICATION = "scrutable.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "scrutable.config.pages.environment",
            "context_processors": ["scrutable.config.pages.page"],
        },
    },
    # allauth's own e-mails and notices are Django templates; every page is ours.
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

# Stores and jobs

_database = env.url("DATABASE_URL", "", schemes=("postgresql", "postgres"))
DATABASES = {
    "default": stores.postgresql(_database)
    if _database
    else stores.sqlite(DATA_DIR / "scrutable.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",  # one for all workers, or each would count sign-ins alone
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_TEMP_DIR = None

# Work done ahead

KEEP_UP_SECONDS = env.number("KEEP_UP_SECONDS", default=60)

# The interface for programs

NINJA_PAGINATION_MAX_LIMIT = 1000  # entries of a list in one answer; 100 where no limit is asked

# Assets

STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "scrutable.config.assets.HashedAssets"},
}
WHITENOISE_USE_FINDERS = DEBUG

# Words and times

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True  # allauth's and Django's own sentences, in British English

# Letters

_mail = env.url("EMAIL_URL", "", schemes=("smtp", "smtps"))
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = DATA_DIR / "mail"
EMAIL_HOST = (_mail and _mail.hostname) or ""
EMAIL_PORT = (_mail and _mail.port) or 587
EMAIL_HOST_USER = (_mail and _mail.username) or ""
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = bool(_mail and _mail.scheme == "smtp" and EMAIL_PORT == 587)
EMAIL_USE_SSL = bool(_mail and _mail.scheme == "smtps")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", f"scrutable@{_address.hostname}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_SUBJECT_PREFIX = ""

# Doors: who comes in

AUTH_USER_MODEL = "access.Person"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("username", "full_name")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
] + [{"NAME": "scrutable.access.forms.NotTheDemonstrations"}]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
SETUP_CODE = env.text("SETUP_CODE", "")
REQUIRE_SECOND_FACTOR = env.flag("REQUIRE_SECOND_FACTOR", default=not DEMONSTRATION)
SUPPLIER_CHOICES = "scrutable.config.pages.supplier_choices"  # access may not ask registers itself
ACCOUNT_ADAPTER = "scrutable.access.views.adapters.AccountAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = _address.scheme
ACCOUNT_FORMS = {
    "login": "scrutable.access.forms.SignIn",
    "change_password": "scrutable.access.forms.ChangePassword",
    "reset_password": "scrutable.access.forms.ForgottenPassword",
    "reset_password_from_key": "scrutable.access.forms.NewPassword",
    "reauthenticate": "scrutable.access.forms.SignInAgain",
}
MFA_ADAPTER = "scrutable.access.views.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # half a minute either way: clocks differ, and people type slowly
MFA_TOTP_ISSUER = "Scrutable"
MFA_FORMS = {
    "authenticate": "scrutable.access.forms.SecondFactor",
    "reauthenticate": "scrutable.access.forms.SecondFactorAgain",
    "activate_totp": "scrutable.access.forms.SetUpSecondFactor",
}

# modern.gov: where the council's own answers, and whether ours does in its shape

_modern_gov = env.url("MODERN_GOV_URL", "", schemes=("https", "http"))
MODERN_GOV_URL = _modern_gov.geturl() if _modern_gov else ""
MEETINGS_FEED = env.flag("MEETINGS_FEED", default=DEMONSTRATION)

# Large tables

EXTRACTS_MEGABYTES = env.number("EXTRACTS_MEGABYTES", default=0)

# Doors: what a browser is told

# The one inline script is the library's, which marks the page as scripted; its text never
# changes, so its hash is named here. (A nonce would change with every page: a browser that is
# told "not modified" keeps the old page and takes the new header, and refuses its scripts.)
LIBRARY_SCRIPT = "'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, LIBRARY_SCRIPT],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # the picture of a second factor's secret is never a file
        "font-src": [SELF],
        "connect-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 10 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "scrutable.config.views.forgery"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.flag("HSTS_WIDE", default=False)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if env.flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # tries to sign in are counted by who is behind the proxy

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
