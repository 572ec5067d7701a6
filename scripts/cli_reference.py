"""Write docs/cli.md from the commands' own help."""

import os
import sys
from pathlib import Path

import click

WIDTH = 100
HEAD = """# The command `scrutable`

Written by `make docs` from the commands' own `--help`; a test checks that it is up to date.

Data goes to stdout, talk to stderr. Exit 0: fine. Exit 1: findings, or faults in the input.
Exit 2: misuse.
"""


def reference(command: click.Command, path: tuple[str, ...] = ("scrutable",)) -> list[str]:
    """Return a section for the command and, below it, one for each of its own."""
    settings = {"terminal_width": WIDTH, "max_content_width": WIDTH, **command.context_settings}
    context = click.Context(command, info_name=" ".join(path), **settings)
    text = "\n".join(line.rstrip() for line in command.get_help(context).splitlines())
    sections = [f"{'#' * min(len(path) + 1, 4)} {' '.join(path)}\n\n```\n{text}\n```\n"]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                sections += reference(below, (*path, name))
    return sections


def document() -> str:
    """Return the whole of docs/cli.md."""
    from scrutable.cli import main  # noqa: PLC0415  (the environment comes first)

    return "\n".join([HEAD, *reference(main)])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutable.config.settings_test")
    target = Path(sys.argv[1])
    target.write_text(document(), encoding="utf-8")
    print(f"Wrote {target}")
