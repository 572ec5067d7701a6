"""Pages counted, from a file: all of it or nothing."""

from datetime import datetime

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.councillors.facts import PagesCounted
from scrutable.councillors.intake import read_pages
from scrutable.evidence.writes import keep_file
from scrutable.kernel.wording import london_day
from scrutable.records.reads import every
from scrutable.records.writes import UnfitRecord, keep_all


def load_pages(*, content: bytes, name: str, by: str, at: datetime) -> int:
    """Keep every count of the file that is new or other than what is known; return how many.

    Raises UnfitRecord with everything that is wrong in it. The same file twice changes nothing.
    """
    found, errors = read_pages(content, name, london_day(at))
    if errors:
        raise UnfitRecord(errors)
    if not _new(found, number_at()):
        return 0
    with change(verb="pages_counted", subject="paper/counts", by=by, at=at) as under_way:
        new = _new(found, under_way.number - 1)
        file = keep_file(content, name, by=by, at=under_way.at, change=under_way)
        keep_all(new, under_way)
        under_way.after = {"file": file, "counts": len(new)}
    return len(new)


def _new(found: list[PagesCounted], known: int) -> list[PagesCounted]:
    held = {(one.body, one.month): (one.pages, one.source) for one in every(PagesCounted, known)}
    return [one for one in found if held.get((one.body, one.month)) != (one.pages, one.source)]
