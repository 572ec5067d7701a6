import doctest

import pytest

from scrutable.overview.presenters import events
from scrutable.portfolio.presenters import cases, depending, lists, words
from scrutable.registers.forms import policies
from scrutable.registers.presenters import settings
from scrutable.reports.presenters import projects


@pytest.mark.parametrize(
    "module", [cases, depending, events, lists, policies, projects, settings, words]
)
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
