import pytest

from scrutable.overview.facts import Evidence
from scrutable.overview.presenters.trace import use_words
from scrutable.reports.facts import Use


def use(number, *, is_superseded):
    return Use(
        edition=f"edition/CSS-2026-{number}",
        title="Contract performance",
        version=number,
        is_superseded=is_superseded,
    )


CURRENT, OLD = use(1, is_superseded=False), use(2, is_superseded=True)


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        ((), "No frozen report has printed it."),
        ((CURRENT,), "1 frozen report printed it."),
        ((OLD,), "1 frozen report printed it, with an earlier figure."),
        ((CURRENT, OLD), "2 frozen reports printed it, 1 of them with an earlier figure."),
        ((OLD, OLD), "2 frozen reports printed it, with an earlier figure."),
    ],
)
def test_the_reports_that_printed_a_record_are_counted(uses, said):
    assert use_words(Evidence(reference="kpi/CSS/CSC_KPI_04/2026-07", uses=uses)) == said


def test_no_report_prints_a_file():
    assert use_words(Evidence(reference="file/0a1b2c3d4e5f")) == ""
