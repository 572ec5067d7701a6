import pytest

from factories.contract_facts import mitigation
from scrutable.contracts.rules.mitigating import mitigated_since
from scrutable.kernel.periods import Month, Span

FEBRUARY, APRIL, MAY, JUNE = (Month(2026, number) for number in (2, 4, 5, 6))
FIRST = mitigation(number=1, span=Span(FEBRUARY, APRIL))
RENEWED = mitigation(number=2, span=Span(MAY, JUNE))
LATER = mitigation(number=3, span=Span(JUNE, JUNE))
ANOTHERS = mitigation(number=4, code="CSC_KPI_99", span=Span(FEBRUARY, JUNE))


@pytest.mark.parametrize(
    ("agreed", "month", "since"),
    [
        ([FIRST], FEBRUARY, FEBRUARY),
        ([FIRST], APRIL, FEBRUARY),
        ([FIRST], MAY, None),
        ([FIRST, RENEWED], JUNE, FEBRUARY),
        ([RENEWED, FIRST], JUNE, FEBRUARY),
        ([FIRST, LATER], JUNE, JUNE),
        ([ANOTHERS], MAY, None),
        ([], MAY, None),
    ],
)
def test_a_stretch_of_mitigation_begins_where_no_earlier_one_joins_on(agreed, month, since):
    assert mitigated_since(agreed, "CSC_KPI_04", month) == since
