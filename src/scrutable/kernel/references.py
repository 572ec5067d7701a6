"""The one stable public name of each record; pure. `kpi/CSS/CSC_KPI_04/2026-09`."""

import re

from scrutable.kernel.periods import Month

CODE = re.compile(r"([A-Z][A-Z0-9]*)[\s_-]*KPI[\s_-]*(\d+)", re.IGNORECASE)
REFERENCE = re.compile(r"[a-z]+(-[a-z]+)*(/[A-Za-z0-9._-]+)+")


def canonical_code(text: str) -> str | None:
    """Return the KPI code in the form of the register, or None if it is not one.

    Minutes and workbooks drop separators at will: all spellings are one code.

    >>> {canonical_code(s) for s in ("CSC_KPI_04", "CSC_KPI04", "CSC KPI04", " csc kpi 4 ")}
    {'CSC_KPI_04'}
    """
    found = CODE.fullmatch(text.strip())
    return f"{found[1].upper()}_KPI_{int(found[2]):02}" if found else None


def kpi_reference(contract: str, code: str) -> str:
    """Return the reference of a KPI."""
    return f"kpi/{contract}/{code}"


def result_reference(contract: str, code: str, month: Month) -> str:
    """Return the reference of a KPI's result for a month."""
    return f"kpi/{contract}/{code}/{month}"


def slug(text: str) -> str:
    """Return the text in the form that references carry.

    >>> slug("Norland Services Ltd.")
    'norland-services-ltd'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def split(reference: str) -> tuple[str, ...]:
    """Return the kind and the parts; raises ValueError if it has not the form of a reference."""
    if not REFERENCE.fullmatch(reference):
        raise ValueError(f"“{reference}” is not a reference such as kpi/CSS/CSC_KPI_04/2026-09")
    return tuple(reference.split("/"))
