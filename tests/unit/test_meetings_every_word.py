"""Every table of words has a word for every value; a value added without one fails here."""

import importlib
import pkgutil
from collections.abc import Mapping
from enum import Enum

import pytest

from scrutable.meetings import presenters

FOR_SOME = {  # which say something of a few values only, and nothing of the others
    *("AFTER_WORDS", "CERTAINTY_TAGS", "NONE_WORDS", "OPEN_WORDS", "WORDING_TAGS"),
}
MODULES = [
    importlib.import_module(found.name)
    for found in pkgutil.walk_packages(presenters.__path__, f"{presenters.__name__}.")
]


def tables():
    for module in MODULES:
        for name, table in vars(module).items():
            of_all = isinstance(table, Mapping) and name not in FOR_SOME
            kinds = {type(key) for key in table} if of_all else set()
            if len(kinds) == 1 and issubclass(kind := kinds.pop(), Enum):
                yield pytest.param(table, kind, id=f"{module.__name__.split('.', 3)[3]}.{name}")


@pytest.mark.parametrize(("table", "kind"), list(tables()))
def test_every_value_has_its_word(table, kind):
    assert [value for value in kind if value not in table] == []
