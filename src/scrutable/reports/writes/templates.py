"""The council's own Word template."""

from datetime import datetime

from scrutable.audit.writes import change
from scrutable.documents.word.template import NotATemplate, open_template
from scrutable.evidence.writes import keep_file
from scrutable.reports import models

LARGEST = 5_000_000  # bytes


class UnfitTemplate(Exception):
    """The file cannot serve as the template of reports."""


def keep_word_template(*, content: bytes, name: str, by: str, at: datetime) -> tuple[str, ...]:
    """Use the file as the template of Word reports from now on; no content takes it away.

    Returns the styles that it lacks and ours stand in for. Frozen editions keep the one they
    were made with. Raises UnfitTemplate.
    """
    if len(content) > LARGEST:
        raise UnfitTemplate("The template must be smaller than 5 MB. Take pictures out of it.")
    lacking = _lacking(content) if content else ()
    with change(verb="word_template_set", subject="policy/word-template", by=by, at=at) as now:
        file = keep_file(content, name, by=by, at=now.at, change=now) if content else ""
        models.WordTemplate.objects.create(
            file=file,
            name=name if content else "",
            given_by=by,
            given_at=now.at,
            event=now.number,
        )
        now.after = {"file": file, "name": name if content else ""}
    return lacking


def _lacking(content: bytes) -> tuple[str, ...]:
    try:
        return open_template(content).lent
    except NotATemplate as unfit:
        raise UnfitTemplate(str(unfit)) from unfit
