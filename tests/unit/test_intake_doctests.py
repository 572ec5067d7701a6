"""The examples in the docstrings of facts and intake are their manual, and true."""

import doctest
from importlib import import_module

import pytest

MODULES = (
    "evidence.facts",
    "evidence.presenters",
    "evidence.intake.cells",
    "evidence.intake.extent",
    "evidence.intake.lines",
    "evidence.writes",
    "contracts.intake.cellmap",
    "contracts.intake.months",
    "contracts.intake.numbers",
    "contracts.intake.returns",
    "contracts.intake.headings",
    "housekeeping.intake.agreements.cells",
    "housekeeping.presenters.agreements.register",
    "housekeeping.presenters.agreements.words",
    "housekeeping.rules.agreements.days",
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name):
    outcome = doctest.testmod(import_module(f"scrutable.{name}"))

    assert outcome.failed == 0
    assert outcome.attempted
