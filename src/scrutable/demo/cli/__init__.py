"""`scrutable demo`: a council to try everything on, invented or as it was published."""

import sys
from pathlib import Path

import click

from scrutable.demo.cli import starting
from scrutable.demo.facts import Council

COUNCILS = click.Choice([council.value for council in Council])
council_option = click.option(
    "--council", "name", type=COUNCILS, default=Council.WESTMERE.value, show_default=True,
    help="Westmere is invented; lincolnshire is what that council published.",
)  # fmt: skip
port_option = click.option(
    "--port", default=8000, show_default=True, help="The port that the pages answer at."
)


@click.group(name="demo")
def group() -> None:
    """Build a council to try everything on, invented or as it was published."""


@group.command()
@council_option
def seed(name: str) -> None:
    """Put a council's records into a store of their own; a second time changes nothing."""
    council = Council(name)
    starting.start(council)
    from scrutable.demo.cli import running  # noqa: PLC0415  (Django must have started)

    running.seed_council(council)


@group.command()
@council_option
@port_option
@click.option(
    "--out", default="out", show_default=True, type=click.Path(path_type=Path, file_okay=False),
    help="Where the documents go.",
)  # fmt: skip
@click.option("--no-serve", is_flag=True, help="End when the documents are built.")
def run(name: str, port: int, out: Path, *, no_serve: bool) -> None:
    """Build a council and its report in every format, say who may sign in, and serve the pages."""
    council = Council(name)
    starting.start(council, port)
    from scrutable.demo.cli import running, serving  # noqa: PLC0415  (Django must have started)

    if not no_serve:
        serving.refuse_taken(port)
    running.seed_council(council)
    running.build_report(council, out)
    running.say_people()
    if not no_serve:
        sys.exit(serving.serve(port))


@group.command()
@port_option
def serve(port: int) -> None:
    """Serve the council that was built last."""
    council = starting.last_council()
    starting.start(council, port)
    from scrutable.demo.cli import running, serving  # noqa: PLC0415  (Django must have started)

    serving.refuse_taken(port)
    running.seed_council(council)
    running.say_people()
    sys.exit(serving.serve(port))
