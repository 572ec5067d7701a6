"""What the how-tos say can be typed is taken as it stands: options, addresses, what is sent."""

import json
import re
import shlex
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click import Group
from django.urls import get_resolver

from scrutable.cli import main
from scrutable.config.api import API
from scrutable.meetings.views.feed import METHODS

ROOT = Path(__file__).parents[2]
HOW_TOS = sorted((ROOT / "docs" / "how-to").glob("*.md"))
DESCRIBED = API.get_openapi_schema()


def lines(begin):
    """Return each line of a block of code that begins so, with its document."""
    return [
        pytest.param(line, id=f"{path.stem}: {line[:60]}")
        for path in HOW_TOS
        for block in re.findall(
            r"^```\n(.*?)^```", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
        )
        for line in block.splitlines()
        if line.startswith(begin)
    ]


@pytest.mark.parametrize("line", lines("scrutable "))
def test_a_command_is_taken_with_its_options_as_it_stands(line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, *words = shlex.split(line)
    for name in re.findall(r"[\w-]+\.(?:docx|txt|csv|xlsx)\b", line):
        (tmp_path / name).write_text("words", encoding="utf-8")

    command = main
    while isinstance(command, Group):
        command = command.get_command(None, words.pop(0))

    with command.make_context(command.name, words) as taken:
        assert taken.command is command


@pytest.mark.parametrize("line", lines("curl "))
def test_a_request_goes_to_an_address_that_answers_it(line):
    words = shlex.split(line)
    address = urlsplit(words[-1])
    asked = set(parse_qs(address.query))

    if address.path.startswith("/mgWebService.asmx/"):
        assert address.path.rpartition("/")[2] in METHODS
        return
    operation = described(address.path, "post" if {"-d", "-F"} & set(words) else "get")
    assert asked <= {one["name"] for one in operation.get("parameters", ())}
    if "-d" in words:
        sent = json.loads(words[words.index("-d") + 1])
        assert fits(sent, body_of(operation)) == []


def described(path, method):
    """Return the description of the operation at an address."""
    named = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", f"/{get_resolver().resolve(path).route}")
    return DESCRIBED["paths"][named][method]


def body_of(operation):
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    return DESCRIBED["components"]["schemas"][schema["$ref"].rpartition("/")[2]]


def fits(sent, schema):
    """Return what was sent and is unknown, and what is wanted and was not sent."""
    return [
        *(name for name in sent if name not in schema["properties"]),
        *(name for name in schema.get("required", ()) if name not in sent),
    ]
