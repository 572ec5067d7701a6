"""The version of what composes reports is told from sources that are there."""

from scrutable.reports.reads.renderers import COMPOSED_BY, HERE, composer


def test_every_source_that_composing_rests_on_is_there():
    assert [part for part in COMPOSED_BY if not (HERE / part).exists()] == []


def test_the_version_is_sixteen_letters_of_a_digest():
    assert len(composer()) == 16
    assert int(composer(), 16) >= 0
