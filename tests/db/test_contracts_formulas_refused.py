"""KPIs worked out from others, from the write to the read."""

from datetime import date

import pytest

from factories.contract_facts import AT, incoming, kpi, row, stored_contract
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.contracts.facts import Status
from scrutable.contracts.writes.definitions import UnfitDefinition
from scrutable.kernel.periods import Month, Span

pytestmark = pytest.mark.django_db
PARTS = (kpi(code="IMT_KPI_01"), kpi(code="IMT_KPI_02"))
TOTAL = kpi(code="IMT_KPI_03", formula="IMT_KPI_01 + IMT_KPI_02")


def test_the_read_works_the_total_out():
    stored_contract(*PARTS, TOTAL)
    rows = (row("4", code="IMT_KPI_01"), row("2.5", code="IMT_KPI_02"))
    writes.load_return(incoming=incoming("2026-04", *rows), by="j.smith", at=AT)

    found = reads.performance(
        "CSS", Span(Month(2026, 4), Month(2026, 4)), date(2026, 6, 1), number_at()
    )

    (total,) = found.of("IMT_KPI_03")
    assert (str(total.result.value), total.status) == ("6.5", Status.BELOW_TARGET)


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("IMT_KPI_09 + 1", "IMT_KPI_09 is not a KPI of the contract: correct its code."),
        ("IMT_KPI_03", "IMT_KPI_03 would depend on itself: take it out of the formula."),
        ("IMT_KPI_01 +", "breaks off: finish it with a code or a number."),
    ],
)
def test_a_formula_that_cannot_stand_is_refused_and_nothing_is_kept(formula, fault):
    stored_contract(*PARTS)
    before = number_at()

    with pytest.raises(UnfitDefinition, match="The formula cannot be used: ") as refused:
        writes.define_kpi(definition=kpi(code="IMT_KPI_03", formula=formula), by="j.smith", at=AT)

    assert str(refused.value).endswith(fault)
    assert number_at() == before
