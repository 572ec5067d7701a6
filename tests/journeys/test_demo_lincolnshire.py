"""What Lincolnshire published, as it is seeded: statements, no results, and gaps that stay."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.contracts import reads
from scrutable.contracts.facts import Status
from scrutable.contracts.models import Result, ReturnReceived
from scrutable.demo.facts import Council, Happening
from scrutable.demo.intake import files
from scrutable.demo.intake.stories import story
from scrutable.demo.writes import NotForDemonstration, build_report, make_room, seed
from scrutable.documents import plain
from scrutable.evidence.models import Content
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import LONDON
from scrutable.reports import reads as reports
from scrutable.work.facts import silent

TODAY = datetime(2026, 10, 12, 9, tzinfo=LONDON)


@pytest.fixture
def demonstration(settings, tmp_path, db):
    settings.DEMONSTRATION = True
    settings.STANDING_CLOCK = TODAY
    settings.DATA_DIR = tmp_path
    return story(Council.LINCOLNSHIRE)


@pytest.fixture
def _told(demonstration):
    seed(demonstration, progress=silent)


@pytest.mark.usefixtures("_told")
def test_statements_are_held_and_no_result_is_made_of_them():
    assert len(reads.statements("CSS", number_at())) == 20
    assert Result.objects.count() == 0
    assert ReturnReceived.objects.count() == 0


@pytest.mark.usefixtures("_told")
def test_no_month_is_judged():
    span = Span(Month(2019, 7), Month(2019, 9))
    performance = reads.performance("CSS", span, date(2019, 9, 30), number_at())

    assert not any(entry.status.is_judged for entry in performance.months)
    assert not any(entry.result for entry in performance.months)


@pytest.mark.usefixtures("_told")
def test_a_range_and_a_bare_verdict_stay_what_they_are():
    found = {
        (statement.code, statement.span.first): statement
        for statement in reads.statements("CSS", number_at())
    }

    bare = found["CSC_KPI_04", Month(2019, 9)]
    assert (bare.low, bare.high, bare.verdict) == (None, None, Status.BELOW_MINIMUM)
    assert bare.source == "https://lincolnshire.moderngov.co.uk/mgAi.aspx?ID=14007"
    assert (bare.low is None, bare.place) == (True, "line 8")


@pytest.mark.usefixtures("_told")
def test_the_files_behind_the_statements_are_kept():
    kept = {bytes(row.content) for row in Content.objects.all()}

    assert files.content(Council.LINCOLNSHIRE, "results.csv") in kept


@pytest.mark.usefixtures("_told")
def test_nobody_is_asked_for_a_late_return():
    assert reads.returns_owed(TODAY.date(), number_at()) == []


def test_a_store_with_anybodys_records_is_refused_and_left_alone(demonstration):
    with change(verb="person_added", subject="person/somebody", by="tests", at=TODAY):
        pass

    with pytest.raises(NotForDemonstration, match="records that are not a demonstration’s"):
        make_room(demonstration)
    with pytest.raises(NotForDemonstration, match="is not empty"):
        seed(demonstration, progress=silent)
    assert number_at() == 1


@pytest.mark.usefixtures("_told")
def test_the_report_shows_statements_as_such_and_says_every_gap(tmp_path):
    built = build_report(story(Council.LINCOLNSHIRE), tmp_path / "out")
    text = plain.render_plain(reports.document_of(built.edition))

    assert built.faults == ()
    assert [path.suffix for path in built.files] == [".html", ".docx", ".pdf", ".xlsx"]
    assert "between 58.53% and 70.71%" in text
    assert "Below minimum, no value published" in text
    assert "Five of 6 KPIs have no published value" in text
    assert "No monthly value was published for IMT_KPI_05" in text
    assert "KPIs met their target" not in text


def test_a_story_that_breaks_off_leaves_nothing_behind(demonstration):
    broken = Happening(at=TODAY, by="j.smith", what="a flood")
    story_with_a_flaw = replace(demonstration, happenings=(*demonstration.happenings, broken))

    with pytest.raises(TypeError):
        seed(story_with_a_flaw, progress=silent)

    assert number_at() == 0
    assert Content.objects.count() == 0
