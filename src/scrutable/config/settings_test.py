"""Settings for tests: no waiting, no collected assets, nothing outside var/test."""

import os

os.environ.setdefault("DATA_DIR", "var/test")
os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("REQUIRE_SECOND_FACTOR", "0")
os.environ.setdefault("ACCESS_NEEDS_KEY", "b25seS1mb3ItdGVzdHMtMzItYnl0ZXMtbG9uZy1rZXk=")

from scrutable.config.settings import *  # noqa: F403  (the environment comes first)
from scrutable.config.settings import STORAGES

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
