"""What the page of the estate says around its sums; pure."""

from dataclasses import dataclass

from scrutable.documents.charts.facts import Waterfall
from scrutable.govuk.facts import KeyFigure
from scrutable.housekeeping.facts.sums import Estate, EstatePart, Used
from scrutable.housekeeping.presenters.estate.finding import finding, lowered
from scrutable.housekeeping.presenters.estate.tables import sum_name, waterfall, wrong_name
from scrutable.housekeeping.presenters.words import (
    PART_WORDS,
    extract_address,
    findings_address,
    kind_words,
)
from scrutable.housekeeping.rules.sums import wrong_in
from scrutable.kernel.wording import count_words, date_words, list_words, moment_words


def figures(estate: Estate) -> tuple[KeyFigure, ...]:
    """Return how much is wrong in each part, against the snapshot before."""
    return tuple(
        KeyFigure(
            label=f"{PART_WORDS[one.snapshot.part]}: findings",
            value=f"{wrong_in(one.snapshot):,}",
            period=f"as at {date_words(one.snapshot.as_at)}",
            comparison=_compared(one),
            href=findings_address(one.snapshot.part),
        )
        for one in estate.parts
    )


def _compared(one: EstatePart) -> str:
    if one.before is None:
        return "The first snapshot: nothing to compare"
    return f"{wrong_in(one.before):,} as at {date_words(one.before.as_at)}"


def change_words(one: EstatePart) -> str:
    """Return what the snapshot changed of the findings since the one before it."""
    snapshot = one.snapshot
    if one.before is None:
        return "This is the first snapshot, so every finding is new."
    said = [
        f"{snapshot.new:,} new",
        f"{snapshot.back:,} back again",
        f"{snapshot.fixed:,} fixed",
        f"{snapshot.gone:,} gone without a word",
    ]
    return f"Since {date_words(one.before.as_at)}: {list_words(said)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPage:
    """A part as the page shows it; `sum` and `wrong` name its tables."""

    name: str
    heading: str
    stale: str
    changes: str
    picture: Waterfall
    sum: str
    wrong: str
    used: tuple[tuple[str, str], ...]


def part_page(one: EstatePart, stale_days: int, *, is_first: bool) -> PartPage:
    """Return what the page says of a part, but for its tables; the title says the first's sum."""
    words = PART_WORDS[one.snapshot.part]
    name = one.snapshot.part.value
    return PartPage(
        name=name,
        heading=words if is_first else f"{words}: {lowered(finding(one.snapshot))}",
        stale=stale_words(one, stale_days),
        changes=change_words(one),
        picture=waterfall(one),
        sum=sum_name(one.snapshot.part),
        wrong=wrong_name(one.snapshot.part),
        used=tuple(used_links(one)),
    )


def stale_words(one: EstatePart, stale_days: int) -> str:
    """Return the warning that a sum is old; "" of one that is not."""
    if not one.is_stale:
        return ""
    return (
        f"{PART_WORDS[one.snapshot.part]} are as at {date_words(one.snapshot.as_at)}, "
        f"{count_words(one.days_old, 'day')} ago. The council wants them no older than "
        f"{count_words(stale_days, 'day')}: take extracts of a later day."
    )


def used_words(one: Used) -> str:
    """Return an extract as a sum names it: what, as at when, taken when and by whom."""
    said = f"{kind_words(one.extract.kind)} as at {date_words(one.extract.as_at)}"
    return f"{said}, taken {moment_words(one.at)} by {one.by}"


def used_links(one: EstatePart) -> list[tuple[str, str]]:
    """Return the extracts that a sum was read from, each with its page."""
    return [(used_words(used), extract_address(used.extract)) for used in one.used]
