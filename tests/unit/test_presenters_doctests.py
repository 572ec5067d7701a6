import doctest

import pytest

from scrutable.overview.presenters import events
from scrutable.portfolio.presenters import lists, words
from scrutable.registers.forms import policies
from scrutable.registers.presenters import settings


@pytest.mark.parametrize("module", [events, lists, policies, settings, words])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
