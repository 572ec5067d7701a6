"""The examples in the kernel's docstrings are its manual, and true."""

import doctest
from importlib import import_module

import pytest

MODULES = ("attention", "money", "periods", "references", "wording", "workdays")


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_hold(name):
    outcome = doctest.testmod(import_module(f"scrutable.kernel.{name}"))

    assert outcome.failed == 0
    assert outcome.attempted or name == "attention"
