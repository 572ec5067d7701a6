"""The one command: `scrutable <app> <verb>`, gathered from every app."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec

import click
import django

from scrutable.config import env

# Where each command is found: module and name. Loaded only when asked for.
COMMANDS: dict[str, tuple[str, str]] = {
    "access": ("scrutable.access.cli", "group"),
    "contracts": ("scrutable.contracts.cli", "group"),
    "portfolio": ("scrutable.portfolio.cli", "group"),
    "housekeeping": ("scrutable.housekeeping.cli", "group"),
    "money": ("scrutable.money.cli", "group"),
    "assurance": ("scrutable.assurance.cli", "group"),
    "councillors": ("scrutable.councillors.cli", "group"),
    "meetings": ("scrutable.meetings.cli", "group"),
    "reports": ("scrutable.reports.cli", "group"),
    "audit": ("scrutable.audit.cli", "group"),
    "work": ("scrutable.work.cli", "group"),
    "demo": ("scrutable.demo.cli", "group"),
    "attention": ("scrutable.overview.cli", "attention"),
    "trace": ("scrutable.overview.cli", "trace"),
    "search": ("scrutable.overview.cli", "search"),
}
NO_RECORDS = (
    "No records are kept here yet. Set DATA_DIR or DATABASE_URL to where they are "
    "(`make demo` prints its own), or begin some with `scrutable serve`."
)
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  (compared with, not bound to)
STARTS_ITSELF = ("demo",)  # its council decides on the settings that Django starts with


class Gathered(click.Group):
    """A group whose commands are loaded when they are asked for, Django with the first."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of every command."""
        here = [name for name, (module, _) in COMMANDS.items() if find_spec(module)]
        return sorted([*super().list_commands(ctx), *here])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, loaded, or None."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, name = COMMANDS[cmd_name]
        if not find_spec(module):
            return None
        if cmd_name not in STARTS_ITSELF:
            _start()
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Carry the command out; where no records were ever kept, say so and how to begin."""
        try:
            return super().invoke(ctx)
        except Exception as fault:
            if _lacks_tables(fault):
                raise click.ClickException(NO_RECORDS) from fault
            raise


def _lacks_tables(fault: Exception) -> bool:
    from django.db import DatabaseError  # noqa: PLC0415  (slow to load)

    said = str(fault)
    return isinstance(fault, DatabaseError) and (
        "no such table" in said or ("relation" in said and "does not exist" in said)
    )


@click.group(cls=Gathered)
@click.version_option(package_name="scrutable")
def main() -> None:
    """Make a council's IT scrutable: from a supplier's return to the board's report and back."""


@main.command(
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands, such as `manage migrate`."""
    from django.core.management import execute_from_command_line  # noqa: PLC0415  (slow to load)

    _start()
    execute_from_command_line(["scrutable manage", *arguments])


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option("--port", default=8000, show_default=True, help="The port to answer at.")
@click.option("--workers", default=2, show_default=True, help="How many requests at a time.")
def serve(host: str, port: int, workers: int) -> None:
    """Bring the database up to date, put the assets in place, and serve the pages."""
    from django.core.management import call_command  # noqa: PLC0415  (slow to load)

    env.fill("BASE_URL", address_at(host, port))
    _start()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    click.echo(f"Scrutable answers at http://{host}:{port}", err=True)
    server = [sys.executable, "-m", "gunicorn", "scrutable.config.wsgi"]
    options = [
        "--bind",
        f"{host}:{port}",
        "--workers",
        str(workers),
        "--preload",
        "--no-control-socket",
        "--config",
        "python:scrutable.config.server",
    ]
    os.execv(sys.executable, [*server, *options])  # noqa: S606  (our own interpreter and server)


def address_at(host: str, port: int) -> str:
    """Return the address by which this machine finds what answers there."""
    if host in EVERYWHERE:
        host = "127.0.0.1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _start() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutable.config.settings")
    django.setup()
