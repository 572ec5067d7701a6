"""Commentary: each text that differs is a row of its own."""

from datetime import datetime

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.reports import facts, models, reads
from scrutable.reports.writes.freezing import AlreadyFrozen

LONGEST = 20_000  # letters of one section
WRITTEN_ELSEWHERE = "The parts of a decision report are written on the decision’s own pages."


class UnknownSection(Exception):
    """The kind of report has no such section."""

    def __init__(self, section: str, known: list[str]) -> None:
        choices = f"Choose one of {', '.join(known)}." if known else WRITTEN_ELSEWHERE
        super().__init__(f"There is no section {section}. {choices}")


class TooLong(Exception):
    """The text is longer than a section may be."""

    def __init__(self) -> None:
        super().__init__(f"Commentary must be {LONGEST:,} letters or fewer. Shorten it.")


class WrittenMeanwhile(Exception):
    """Somebody else wrote the section since the page was opened."""

    def __init__(self, latest: facts.Narrative) -> None:
        self.latest = latest
        super().__init__(
            f"{latest.by} changed this section after you opened it. Their text is kept; copy what "
            "you need from yours, open the section again and add it."
        )


def narrate(
    *, edition: str, section: str, text: str, based_on: int | None, by: str, at: datetime
) -> facts.Narrative | None:
    """Keep the section's text; the same text again changes nothing. None is no text at all.

    The texts are rows of their own; the log keeps which replaced which, since writing that keeps
    itself would fill it.

    `section` is its anchor or its title. `based_on` is the version that the writer saw (0 for
    none): where another's text has come in between it is refused. None writes over whatever
    stands. Raises UnknownEdition, AlreadyFrozen, UnknownSection, TooLong and WrittenMeanwhile.
    """
    found = reads.edition(edition)
    if found.is_frozen:
        raise AlreadyFrozen(found.name)
    section = _section(found, section)
    said = _fit(text)
    stands = reads.narrative(edition, number_at()).get(section)
    if (stands.text if stands else "") == said:
        return stands
    with change(verb="commentary_written", subject=found.reference, by=by, at=at) as now:
        if reads.edition(edition).is_frozen:
            raise AlreadyFrozen(found.name)
        before = reads.narrative(edition, now.number).get(section)
        if before is not None and based_on not in (None, before.version) and before.by != by:
            raise WrittenMeanwhile(before)
        models.Narrative.objects.create(
            edition=found.name,
            section=section,
            text=said,
            written_by=by,
            written_at=now.at,
            event=now.number,
        )
        now.before = {"section": section, "version": before.version if before else 0}
        now.after = {"section": section, "letters": len(said)}
    return reads.narrative(edition, now.number)[section]


def _section(found: facts.Edition, named: str) -> str:
    """Return the anchor of the section that is named by anchor or by title."""
    known = reads.sections(found, reads.pin_of(found))
    by_name = {part.title.casefold(): part.anchor for part in known}
    by_name |= {part.anchor: part.anchor for part in known}
    anchor = by_name.get(named.strip().casefold())
    if anchor is None:
        raise UnknownSection(named, [part.anchor for part in known])
    return anchor


def _fit(text: str) -> str:
    if len(text) > LONGEST:
        raise TooLong
    return text.replace("\r\n", "\n").strip()
