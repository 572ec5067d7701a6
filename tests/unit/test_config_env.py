import os

import pytest
from django.core.exceptions import ImproperlyConfigured

from scrutable.config import env


def test_text_is_the_variable_or_its_default(monkeypatch):
    monkeypatch.setenv("SOMETHING", "said")

    assert env.text("SOMETHING", "other") == "said"
    assert env.text("SOMETHING_ELSE", "other") == "other"


def test_text_without_a_default_must_be_set():
    with pytest.raises(ImproperlyConfigured, match=r"Set SOMETHING; docs/settings.md says what"):
        env.text("SOMETHING")


def test_a_secret_may_be_in_a_file(monkeypatch, tmp_path):
    path = tmp_path / "secret"
    path.write_text("deep\n")
    monkeypatch.setenv("SOMETHING_FILE", str(path))

    assert env.text("SOMETHING") == "deep"


def test_a_secret_in_two_places_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("SOMETHING", "said")
    monkeypatch.setenv("SOMETHING_FILE", str(tmp_path / "secret"))

    with pytest.raises(ImproperlyConfigured, match="Set SOMETHING or SOMETHING_FILE, not both"):
        env.text("SOMETHING")


def test_a_secrets_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("SOMETHING_FILE", str(tmp_path / "secret"))

    with pytest.raises(ImproperlyConfigured, match=r"names .*secret: No such file or directory"):
        env.text("SOMETHING")


@pytest.mark.parametrize(("value", "expected"), [("0", False), ("1", True)])
def test_flag(monkeypatch, value, expected):
    monkeypatch.setenv("SOMETHING", value)

    assert env.flag("SOMETHING", default=not expected) is expected


@pytest.mark.parametrize("value", ["", "False", "yes", "2"])
def test_flag_refuses_to_guess(monkeypatch, value):
    monkeypatch.setenv("SOMETHING", value)

    with pytest.raises(ImproperlyConfigured, match=f"SOMETHING must be 0 or 1, not “{value}”"):
        env.flag("SOMETHING", default=False)


def test_flag_has_a_default():
    assert env.flag("SOMETHING", default=True) is True


def test_number(monkeypatch):
    monkeypatch.setenv("SOMETHING", "20")

    assert env.number("SOMETHING", default=1) == 20
    assert env.number("SOMETHING_ELSE", default=1) == 1


@pytest.mark.parametrize("value", ["", "-1", "1.5", "two", "２"])
def test_number_refuses_what_is_not_whole(monkeypatch, value):
    monkeypatch.setenv("SOMETHING", value)

    with pytest.raises(ImproperlyConfigured, match="SOMETHING must be a whole number"):
        env.number("SOMETHING", default=1)


def test_url(monkeypatch):
    monkeypatch.setenv("SOMETHING", "https://it.westmere.example/a")

    parts = env.url("SOMETHING", "", schemes=("http", "https"))

    assert parts is not None
    assert parts.hostname == "it.westmere.example"
    assert env.url("SOMETHING_ELSE", "", schemes=("http",)) is None


def test_url_of_another_kind_is_refused(monkeypatch):
    monkeypatch.setenv("SOMETHING", "mysql://here/name")

    with pytest.raises(ImproperlyConfigured, match="must begin with postgresql:// or postgres://"):
        env.url("SOMETHING", "", schemes=("postgresql", "postgres"))


def test_names(monkeypatch):
    monkeypatch.setenv("SOMETHING", "one, two,,")

    assert env.names("SOMETHING", "") == ["one", "two"]


def test_a_variable_is_filled_where_neither_it_nor_its_file_is_given(monkeypatch, tmp_path):
    monkeypatch.setenv("GIVEN", "here")
    monkeypatch.setenv("LIES_FILE", str(tmp_path / "it"))
    monkeypatch.setenv("EMPTY", "")
    monkeypatch.delenv("EMPTY")

    for name in ("GIVEN", "LIES", "EMPTY"):
        env.fill(name, "filled")

    assert env.text("GIVEN") == "here"
    assert env.text("EMPTY") == "filled"
    assert "LIES" not in os.environ
