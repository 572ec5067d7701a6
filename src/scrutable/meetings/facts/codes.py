"""Codes that count within a year."""


def yearly_code(year: int, number: int) -> str:
    """Return the code of what is numbered within its year; `rules.codes.yearly_parts` undoes it.

    >>> yearly_code(2026, 14), yearly_code(2026, 1014)
    ('2026-014', '2026-1014')
    """
    return f"{year}-{number:03}"
