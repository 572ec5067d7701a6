"""`scrutable reports`: build, check, freeze, verify, compare and list."""

from scrutable.reports.cli.building import build, check, freeze, narrate
from scrutable.reports.cli.group import group
from scrutable.reports.cli.proving import compare, list_editions, superseded, verify

__all__ = ["group"]

for command in (build, check, freeze, narrate, compare, list_editions, superseded, verify):
    group.add_command(command)
