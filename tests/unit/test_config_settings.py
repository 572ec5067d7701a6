"""The settings as a fresh process reads them from its environment."""

import json
import os
import subprocess
import sys

import pytest

SHOW = """
import json, sys
from scrutable.config import settings
print(json.dumps({name: getattr(settings, name, None) for name in sys.argv[1:]}, default=str))
"""


def settings_with(tmp_path, *names, **said):
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)} | said
    command = [sys.executable, "-c", SHOW, *names]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return json.loads(ran.stdout) if ran.returncode == 0 else ran.stderr.splitlines()[-1]


def test_with_nothing_said_it_runs_on_a_laptop(tmp_path):
    found = settings_with(
        tmp_path, "BASE_URL", "HTTPS", "DEBUG", "DEMONSTRATION", "STANDING_CLOCK", "SECRET_KEY"
    )

    assert found["BASE_URL"] == "http://127.0.0.1:8000"
    assert (found["HTTPS"], found["DEBUG"], found["DEMONSTRATION"]) == (False, False, False)
    assert found["STANDING_CLOCK"] is None
    assert found["SECRET_KEY"] == (tmp_path / "secret_key").read_text()


def test_in_a_demonstration_the_clock_stands_and_the_second_factor_waits(tmp_path):
    found = settings_with(tmp_path, "STANDING_CLOCK", "REQUIRE_SECOND_FACTOR", DEMONSTRATION="1")

    assert found["STANDING_CLOCK"] == "2026-10-12 09:00:00+01:00"
    assert found["REQUIRE_SECOND_FACTOR"] is False


def test_behind_https_everything_is_shut_tighter(tmp_path):
    names = (
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_SSL_REDIRECT",
        "REQUIRE_SECOND_FACTOR",
        "SECURE_HSTS_SECONDS",
        "ALLOWED_HOSTS",
        "ALLAUTH_TRUSTED_PROXY_COUNT",
    )

    found = settings_with(
        tmp_path, *names, BASE_URL="https://it.x.example/", SECRET_KEY="x", BEHIND_PROXY="1"
    )

    assert [found[name] for name in names[:4]] == [True] * 4
    assert found["SECURE_HSTS_SECONDS"] == 31_536_000
    assert found["ALLOWED_HOSTS"][0] == "it.x.example"
    assert found["ALLAUTH_TRUSTED_PROXY_COUNT"] == 1


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://jo@mail.example:587", ["mail.example", 587, "jo", True, False]),
        ("smtp://mail.example:25", ["mail.example", 25, "", False, False]),
        ("smtps://mail.example:465", ["mail.example", 465, "", False, True]),
    ],
)
def test_letters(tmp_path, url, expected):
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_USE_TLS", "EMAIL_USE_SSL")

    found = settings_with(tmp_path, *names, EMAIL_URL=url)

    assert [found[name] for name in names] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"BASE_URL": "https://it.x.example"}, "Set SECRET_KEY; docs/settings.md says what"),
        ({"BASE_URL": "it.x.example"}, "BASE_URL must begin with http:// or https://"),
        ({"BASE_URL": "https://"}, "BASE_URL must be a whole address"),
        ({"DEMONSTRATION": "yes"}, "DEMONSTRATION must be 0 or 1, not “yes”"),
        ({"DATABASE_URL": "mysql://x/y"}, "DATABASE_URL must begin with postgresql://"),
    ],
)
def test_what_is_odd_is_refused_in_a_sentence(tmp_path, said, expected):
    assert expected in settings_with(tmp_path, "DEBUG", **said)
