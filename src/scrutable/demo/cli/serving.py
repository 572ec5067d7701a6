"""The pages and the worker as two children that live and end together."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

import click
from django.core.management import call_command

HOST = "127.0.0.1"
WORKERS = 2
SECONDS_BETWEEN_LOOKS = 0.2
SECONDS_TO_END = 10


class Stopped(Exception):
    """Somebody has asked the demonstration to stop."""


def refuse_taken(port: int) -> None:
    """Raise a sentence for people where something answers at the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as taken:
            raise click.ClickException(
                f"Port {port} is taken. Stop what answers there, "
                f"or choose another: make demo PORT={port + 1}"
            ) from taken


def serve(port: int) -> int:
    """Serve until somebody stops it (Ctrl+C, SIGTERM or a closed terminal) or a child ends.

    Returns the exit code.
    """
    call_command("collectstatic", interactive=False, verbosity=0)
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, _stop)
    children = [_child(command) for command in (_pages(port), _worker())]
    click.echo(f"Scrutable answers at http://{HOST}:{port}. Ctrl+C stops it.", err=True)
    try:
        return _wait(children)
    except Stopped:
        return 0
    finally:
        _end(children)


def _pages(port: int) -> list[str]:
    options = ["--bind", f"{HOST}:{port}", "--workers", str(WORKERS), "--log-level", "warning"]
    options += ["--config", "python:scrutable.config.server"]
    return ["-m", "gunicorn", "scrutable.config.wsgi", *options]


def _worker() -> list[str]:
    return ["-m", "scrutable", "work", "run"]


def _child(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own: Ctrl+C reaches us alone, and we end it in turn."""
    return subprocess.Popen(  # noqa: S603  (our own interpreter and modules)
        [sys.executable, *command], start_new_session=True
    )


def _wait(children: Sequence[subprocess.Popen[bytes]]) -> int:
    while True:
        for child in children:
            if (code := child.poll()) is not None:
                click.echo("One part has ended, so the demonstration ends.", err=True)
                return code or 1
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _end(children: Sequence[subprocess.Popen[bytes]]) -> None:
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise Stopped
