"""The cost lines of a story's years."""

from collections.abc import Iterator

from scrutable.demo.facts import CostsAllocated, Council, Happening
from scrutable.demo.intake import files

FOLDER, OWNER = "money", "h.brandt"
YEARS = {2024: "2025-05-13T14:00", 2025: "2026-05-12T14:00"}  # when each was taken in


def costs(council: Council) -> Iterator[Happening]:
    """Yield each year's cost lines, taken in and allocated once its drivers are declared."""
    for year, at in YEARS.items():
        name = f"costs_{year}.csv"
        content = files.content(council, f"{FOLDER}/{name}")
        what = CostsAllocated(year=year, name=name, content=content)
        yield Happening(at=files.moment(at), by=OWNER, what=what)
