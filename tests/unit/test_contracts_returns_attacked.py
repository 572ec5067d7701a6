"""Whatever stands in the cells of a return, reading it gives rows and faults: it never raises."""

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from factories.contract_facts import contract, kpi
from factories.workbooks import xlsx
from scrutable.contracts.facts import Kind
from scrutable.contracts.intake import Reading, identify, read_opened, read_return
from scrutable.contracts.intake.cellmap import read_map
from scrutable.contracts.intake.headings import HEADINGS
from scrutable.evidence.intake import NOT_CALCULATED, CellError, Sheet, Workbook
from scrutable.kernel.periods import Month

KPIS = (
    kpi(),
    kpi(code="IMT_KPI_05", kind=Kind.COUNT, unit="incidents", decimals=0),
    kpi(code="IMT_KPI_06", kind=Kind.DURATION, unit="hours"),
    kpi(code="FIN_KPI_01", kind=Kind.MONEY, unit="£"),
    kpi(code="IMT_KPI_14", discontinued_from=Month(2026, 4)),
)
WORDS = [word for words in HEADINGS.values() for word in words] + [
    "CSC_KPI_04", "IMT KPI 5", "IMT_KPI_06", "FIN_KPI_01", "IMT_KPI_14", "CSC_KPI_" + "9" * 5_000,
    "September 2026", "Month:", "Contract", "No activity", "92%", "0.92", "1,234", "2h 30m", "%",
    "£", "-", "99/99/9999", "00/00/2026", "31 Feb 2026", "2026-13", "%%", "- 5", "d",
]  # fmt: skip
EARLY = datetime.fromisoformat("0001-01-01T00:00:00")
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=30),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([NOT_CALCULATED, CellError("#DIV/0!"), CellError(""), ""]),
    st.sampled_from([date(1, 1, 1), EARLY, time(0), timedelta.max, timedelta.min]),
)
GRIDS = st.lists(st.lists(CELLS, max_size=7), max_size=8)
CORNERS = st.tuples(st.integers(0, 8), st.integers(0, 8))
HEAD = ["Code", "Result", "Numerator", "Denominator", "Reason", "Commentary", "Month"]


def looked_at(workbook):
    reading = read_opened(workbook, contract=contract(), month=Month(2026, 9), kpis=KPIS)
    identify(workbook)
    assert isinstance(reading, Reading)
    assert all(str(error) and error.fault and error.remedy for error in reading.errors)
    codes = [row.code for row in reading.rows]
    assert len(codes) == len(set(codes))
    missing = {kpi.code for kpi in KPIS if kpi.is_due_in(Month(2026, 9))} - set(codes)
    assert not missing or reading.errors
    assert all((row.value is None) != (row.no_value is None) for row in reading.rows)


@given(
    grid=GRIDS,
    merged=st.lists(st.tuples(CORNERS, CORNERS), max_size=3),
    lines=st.booleans(),
    percent=st.booleans(),
)
@settings(max_examples=400)
def test_any_cells_anywhere(grid, merged, lines, percent):
    everywhere = frozenset((r, c) for r in range(9) for c in range(8)) if percent else frozenset()
    sheet = Sheet(
        name="Return",
        rows=grid,
        merged=tuple(merged),
        lines=tuple(range(1, len(grid) + 1)) if lines else None,
        find_percents=lambda: everywhere,
    )

    looked_at(Workbook(name="september.xlsx", sheets=(sheet,)))


@given(rows=st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=6))
@settings(max_examples=400)
def test_any_cells_below_the_right_headings(rows):
    looked_at(Workbook(name="x", sheets=(Sheet(name="Return", rows=[HEAD, *rows]),)))


@given(content=st.binary(max_size=500) | st.text().map(str.encode), name=st.sampled_from(
    ["a.csv", "a.xlsx"],
))  # fmt: skip
def test_any_bytes(content, name):
    reading = read_return(content, name, contract=contract(), month=Month(2026, 9), kpis=KPIS)

    assert reading.errors


@given(
    st.binary(max_size=300)
    | st.text().map(lambda text: b"cell_key,sheet,cellref,type\n" + text.encode())
)
def test_any_map(content):
    cells, errors = read_map(content, "map.csv")

    assert all(error.fault and error.remedy for error in errors)
    assert len({cell.key for cell in cells}) == len(cells)


def test_a_sheet_full_of_headings_takes_no_longer_than_its_size():
    rows = [["Code", "Result"] * 100 for _ in range(400)]

    reading = read_return(
        xlsx(rows), "x.xlsx", contract=contract(), month=Month(2026, 9), kpis=KPIS
    )

    assert reading.errors
