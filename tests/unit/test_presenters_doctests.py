import doctest

import pytest

from scrutable.overview.presenters import events
from scrutable.registers.forms import policies
from scrutable.registers.presenters import settings


@pytest.mark.parametrize("module", [events, policies, settings])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
