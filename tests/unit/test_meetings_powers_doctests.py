import doctest

from scrutable.meetings.rules.powers import scope


def test_the_examples_hold():
    outcome = doctest.testmod(scope)

    assert outcome.attempted
    assert not outcome.failed
