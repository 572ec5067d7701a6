"""How the estate stands, in the words of the first page."""

import pytest

from scrutable.overview.facts import EstateStanding
from scrutable.overview.presenters.housekept import housekept_words


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (
            EstateStanding(findings=1589, agreements=12, running=2, short=1),
            (
                "1,589 findings need somebody. Two agreements run on without approval. "
                "One kind of licence is short."
            ),
        ),
        (
            EstateStanding(findings=1, agreements=1, running=1, short=3),
            (
                "1 finding needs somebody. One agreement runs on without approval. "
                "Three kinds of licence are short."
            ),
        ),
        (
            EstateStanding(findings=0, agreements=4, running=0, short=0),
            (
                "No finding needs somebody. No agreement runs on without approval. "
                "No kind of licence is short."
            ),
        ),
        (EstateStanding(findings=None, agreements=0, running=0, short=None), ""),
    ],
)
def test_the_estate_is_told_in_a_sentence_each(standing, said):
    assert housekept_words(standing) == said
