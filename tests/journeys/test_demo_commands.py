"""`scrutable demo`, as somebody types it."""

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest
from click.testing import CliRunner

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.demo.cli import group
from scrutable.demo.cli.starting import last_council, note_last
from scrutable.demo.facts import Council
from scrutable.kernel.wording import LONDON

TODAY = datetime(2026, 10, 12, 9, tzinfo=LONDON)
LINCOLNSHIRE = ["--council", "lincolnshire"]
KEPT = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH", "COVERAGE_PROCESS_CONFIG")
SURROUNDINGS = {name: value for name, value in os.environ.items() if name in KEPT}


OLDER_STORY = """
from dataclasses import replace
from scrutable.demo.cli.starting import start
from scrutable.demo.facts import Council
start(Council.LINCOLNSHIRE)
from django.core.management import call_command
from scrutable.demo.intake.stories import story
from scrutable.demo.writes import seed
from scrutable.work.facts import silent
call_command("migrate", verbosity=0)
seed(replace(story(Council.LINCOLNSHIRE), digest="of an older story"), progress=silent)
"""


@pytest.fixture
def demonstration(settings, tmp_path, monkeypatch, db):
    monkeypatch.chdir(tmp_path)
    settings.DEMONSTRATION = True
    settings.STANDING_CLOCK = TODAY
    settings.DATA_DIR = tmp_path / "var" / "demo-lincolnshire"
    settings.COUNCIL_NAME = "Lincolnshire County Council, as published"


def demo(*arguments):
    return CliRunner().invoke(group, arguments)


@pytest.mark.usefixtures("demonstration")
def test_a_second_seeding_finds_that_it_was_done():
    first = demo("seed", *LINCOLNSHIRE)
    known = number_at()
    second = demo("seed", *LINCOLNSHIRE)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stderr == "Lincolnshire County Council, as published: 12 events told.\n"
    assert second.stderr == "Lincolnshire County Council, as published: was told already.\n"
    assert number_at() == known
    assert Path("var/demo-last").read_text("utf-8") == "lincolnshire\n"


@pytest.mark.usefixtures("demonstration")
def test_running_says_where_the_documents_are_and_who_may_sign_in():
    outcome = demo("run", *LINCOLNSHIRE, "--no-serve", "--out", "papers")

    stem = "papers/lincolnshire-contract-performance-2019"
    assert outcome.exit_code == 0
    assert outcome.stdout.split() == [f"{stem}.{form}" for form in ("html", "docx", "pdf", "xlsx")]
    assert all(Path(path).exists() for path in outcome.stdout.split())
    assert "Contract performance, April to December 2019, edition/CSS-2019-1" in outcome.stderr
    assert "j.smith      Jo Smith, Contract manager" in outcome.stderr
    assert "The password of each is scrutable-demo" in outcome.stderr
    assert "export DEMONSTRATION=1 DATA_DIR=var/demo-lincolnshire BASE_URL=http" in outcome.stderr


@pytest.mark.django_db
def test_outside_a_demonstration_nothing_is_seeded():
    outcome = demo("seed", *LINCOLNSHIRE)

    assert outcome.exit_code == 1
    assert "Set DEMONSTRATION=1 if this is one." in outcome.stderr
    assert number_at() == 0


@pytest.mark.usefixtures("demonstration")
def test_a_store_with_anybodys_records_is_left_alone():
    with change(verb="person_added", subject="person/somebody", by="tests", at=TODAY):
        pass

    outcome = demo("seed", *LINCOLNSHIRE)

    assert outcome.exit_code == 1
    assert "holds records that are not a demonstration’s" in outcome.stderr
    assert number_at() == 1


def test_an_unknown_council_is_misuse():
    assert demo("seed", "--council", "barsetshire").exit_code == 2


@pytest.mark.enable_socket
@pytest.mark.usefixtures("demonstration")
def test_a_port_that_is_taken_is_said_before_anything_is_done():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        outcome = demo("run", *LINCOLNSHIRE, "--port", str(port))

    assert outcome.exit_code == 1
    assert f"Port {port} is taken." in outcome.stderr
    assert f"make demo PORT={port + 1}" in outcome.stderr
    assert number_at() == 0


@pytest.mark.enable_socket
def test_pages_and_worker_are_served_and_end_together(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "scrutable", "demo", "run", *LINCOLNSHIRE, "--port", str(port)]

    with subprocess.Popen(
        command, cwd=tmp_path, env=SURROUNDINGS, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as running:
        page = _first_answer(port, running)
        children = _children(running.pid)
        running.send_signal(signal.SIGINT)
        said = running.communicate(timeout=30)[1].decode()

    assert "Lincolnshire County Council, as published" in page
    assert len(children) == 2
    assert running.returncode == 0
    assert f"Scrutable answers at http://127.0.0.1:{port}. Ctrl+C stops it." in said
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def _first_answer(port, running):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert running.poll() is None, running.stderr.read().decode()
        connection = HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", "/account/sign-in/")
            return connection.getresponse().read().decode()
        except (OSError, HTTPException):
            time.sleep(0.2)
        finally:
            connection.close()
    raise AssertionError("nothing answered within a minute")


def _children(process):
    return Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()


def test_a_story_that_has_changed_is_told_anew(tmp_path):
    where = {"cwd": tmp_path, "env": SURROUNDINGS, "capture_output": True}
    subprocess.run([sys.executable, "-c", OLDER_STORY], check=True, **where)

    command = [sys.executable, "-m", "scrutable", "demo", "seed", *LINCOLNSHIRE]
    first, second = (subprocess.run(command, check=True, **where).stderr.decode() for _ in range(2))

    assert "The story has changed: its store is built anew." in first
    assert "12 events told." in first
    assert "was told already." in second


def test_the_council_that_was_built_last_is_remembered(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    first = last_council()

    note_last(Council.LINCOLNSHIRE)

    assert (first, last_council()) == (Council.WESTMERE, Council.LINCOLNSHIRE)
