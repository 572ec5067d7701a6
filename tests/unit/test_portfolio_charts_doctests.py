import doctest

import pytest

from scrutable.documents.charts import days
from scrutable.portfolio.presenters.charts import trend
from scrutable.portfolio.presenters.dependence import saying


@pytest.mark.parametrize("module", [days, saying, trend])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
