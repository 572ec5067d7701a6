"""A load that is killed half-way leaves nothing behind: a real process, a real kill -9."""

import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import psycopg
import pytest

SET_UP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from factories.contract_facts import kpi, stored_contract
stored_contract(*(kpi(code=f"CSC_KPI_{n:02}") for n in range(1, 41)))
"""
LOAD = """
import django; django.setup()
import sys, time
from factories.contract_facts import AT, incoming, row
from scrutable.contracts import models, writes

rows = [row("4.1", code=f"CSC_KPI_{n:02}") for n in range(1, 41)]
if "--stop" in sys.argv:
    def reached(*args, **kwargs):
        print("results are written, the transaction is open", flush=True)
        time.sleep(60)
    models.ReturnReceived.objects.create = reached
print(writes.load_return(incoming=incoming("2026-08", *rows), by="n.ward", at=AT).results)
"""
COUNT = """
import django; django.setup()
from scrutable.audit import reads
from scrutable.contracts import models
from scrutable.evidence.models import Content, StoredFile
kept = (models.Result, models.ReturnReceived, Content, StoredFile)
print(reads.number_at(), *(model.objects.count() for model in kept), len(reads.verify_chain()))
"""


@pytest.fixture
def store(tmp_path):
    """Return the environment of a product with a database of its own."""
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "PYTHONPATH": "tests"}
    environment["DJANGO_SETTINGS_MODULE"] = "scrutable.config.settings_test"
    server = os.environ.get("DATABASE_URL")
    if not server:
        yield environment
        return
    name = f"killed_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield environment | {"DATABASE_URL": urlsplit(server)._replace(path=f"/{name}").geturl()}
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def start(program, store, *arguments):
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, env=store, stdout=subprocess.PIPE, text=True)


def said(program, store):
    output, _ = start(program, store).communicate(timeout=60)
    return output.split()


def test_a_load_killed_half_way_leaves_nothing_and_the_next_one_succeeds(store):
    assert said(SET_UP, store) == []
    before = said(COUNT, store)

    process = start(LOAD, store, "--stop")
    assert process.stdout.readline().startswith("results are written")
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=20)
    process.stdout.close()

    assert said(COUNT, store) == before == ["42", "0", "0", "0", "0", "0"]
    assert said(LOAD, store) == ["40"]
    assert said(COUNT, store) == ["43", "40", "1", "1", "1", "0"]
