"""One spelling for each code, one form for each reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.kernel.periods import Month
from scrutable.kernel.references import (
    canonical_code,
    kpi_reference,
    result_reference,
    slug,
    split,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CSC_KPI_04", "CSC_KPI_04"),
        ("CSC_KPI04", "CSC_KPI_04"),
        ("CSC KPI04", "CSC_KPI_04"),
        ("csc-kpi-4", "CSC_KPI_04"),
        (" CSC KPI 004 ", "CSC_KPI_04"),
        ("CSC KPI 04", "CSC_KPI_04"),
        ("PM2_KPI_112", "PM2_KPI_112"),
        ("KPI_04", None),
        ("CSC_04", None),
        ("CSC_KPI_", None),
        ("CSC_KPI_04a", None),
        ("4CSC_KPI_04", None),
        ("", None),
    ],
)
def test_codes(text, expected):
    assert canonical_code(text) == expected


@given(
    service=st.from_regex(r"[A-Z][A-Z0-9]{0,5}", fullmatch=True).filter(lambda s: "KPI" not in s),
    number=st.integers(0, 999),
    first=st.sampled_from(["", " ", "_", "-", "  "]),
    second=st.sampled_from(["", " ", "_", "-"]),
)
def test_every_spelling_of_a_code_is_the_same_code(service, number, first, second):
    spelt = canonical_code(f"{service}{first}KPI{second}{number}".lower())

    assert spelt == f"{service}_KPI_{number:02}"
    assert canonical_code(spelt) == spelt


def test_references():
    assert kpi_reference("CSS", "CSC_KPI_04") == "kpi/CSS/CSC_KPI_04"
    assert result_reference("CSS", "CSC_KPI_04", Month(2026, 9)) == "kpi/CSS/CSC_KPI_04/2026-09"


@pytest.mark.parametrize(
    "reference",
    ["supplier/norland-services", "edition/CSS-2026-3", "person/j.smith", "event/123"],
)
def test_a_reference_falls_into_its_parts(reference):
    assert "/".join(split(reference)) == reference


@pytest.mark.parametrize(
    "text", ["", "kpi", "kpi/", "/kpi", "KPI/CSS", "kpi//x", "kpi/a b", "kpi/CSS/../x y", "kpi/é"]
)
def test_what_has_not_the_form_is_refused(text):
    with pytest.raises(ValueError, match="is not a reference such as kpi/CSS"):
        split(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland Services Ltd.", "norland-services-ltd"),
        ("  A & B  ", "a-b"),
        ("O’Neill (UK)", "o-neill-uk"),
        ("…", ""),
    ],
)
def test_slugs(text, expected):
    assert slug(text) == expected
