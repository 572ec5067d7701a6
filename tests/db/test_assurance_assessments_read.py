"""Reads of assessments ask as often for many answers as for few."""

import pytest

from factories import assessments as made
from factories.assessments import AS_AT, V3, A, put
from scrutable.assurance.reads import assessments as reads
from scrutable.assurance.rules import in_scope
from scrutable.audit.reads import forget, number_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("read", "queries"),
    [
        (lambda known: reads.opened(known, AS_AT), 2),
        (lambda known: reads.standing("CAF-2025", known, AS_AT), 3),
        (lambda known: reads.plan("CAF-2025", known, AS_AT), 1),
        (lambda known: reads.compared("CAF-2025", "CAF-2025", known), 3),
        (lambda known: reads.answer("CAF-2025", "organisation", "A2.a", known, AS_AT), 4),
    ],
)
def test_as_many_queries_whatever_there_is(django_assert_num_queries, read, queries):
    made.exempt_council()
    for more in (False, True):
        if more:
            put(*(made.answer(code, A, system="CARE") for code in in_scope(V3, "CARE")))
            put(*(made.step(what=f"Step {at}") for at in range(9)))
        known = number_at()
        forget()
        with django_assert_num_queries(queries):
            read(known)
