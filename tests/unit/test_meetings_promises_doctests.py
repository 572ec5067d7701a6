import doctest

import pytest

from scrutable.meetings.presenters import promises_words, references
from scrutable.meetings.rules import attending, tracking, wanted


@pytest.mark.parametrize("module", [attending, promises_words, references, tracking, wanted])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
