"""What of money needs a person; pure. No sum is told that a decision hides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words
from scrutable.money.facts import (
    Decided,
    DecisionMoney,
    Doubled,
    LineSeen,
    Reckoned,
    SavingSeen,
    Tie,
    TieKind,
)
from scrutable.money.rules.limiting import pounds
from scrutable.money.rules.saving import year_end
from scrutable.money.rules.summing import over_lines

MOST_NAMED = 10  # lines over budget that are named one by one
FINANCE = "Director of Finance"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyGravity:
    """How grave the council holds each."""

    over: Gravity
    wrong_year: Gravity
    committed_beyond: Gravity
    after_spending: Gravity
    ledger: Gravity
    saving: Gravity


def year_words(year: int) -> str:
    """Return the financial year as people write it.

    >>> year_words(2026)
    '2026/27'
    """
    return f"{year}/{(year + 1) % 100:02}"


def over_attention(
    found: Sequence[LineSeen], as_at: date, gravity: MoneyGravity
) -> Iterator[Attention]:
    """Yield the lines over budget, the worst by name and the others together."""
    over = over_lines(found)
    for one in over[:MOST_NAMED]:
        stand = one.standing
        base = "forecast" if stand.forecast is not None else "spent"
        yield Attention(
            reference=one.line.reference,
            what=f"Budget line {one.line.code}: {one.line.title}, {year_words(one.line.year)}",
            why=f"{pounds(stand.over)} more is {base} than its {pounds(stand.to_spend)}",
            since=as_at,
            gravity=gravity.over,
            owner=one.line.owner or FINANCE,
            version=one.line.version,
        )
    if rest := over[MOST_NAMED:]:
        sum_of = pounds(sum(one.standing.over for one in rest))
        yield Attention(
            reference=f"budget/{rest[0].line.year}",
            what=f"{count_words(len(rest), 'more budget line')} over budget",
            why=f"Together {sum_of} more than they may spend",
            since=as_at,
            gravity=gravity.over,
            owner=FINANCE,
            version=max(one.line.version for one in rest),
        )


def tie_attention(
    found: Iterable[Tie], decided: Mapping[str, Decided], gravity: MoneyGravity
) -> Iterator[Attention]:
    """Yield what does not go together; a late approval whose reason is said rests."""
    graves = {
        TieKind.WRONG_YEAR: gravity.wrong_year,
        TieKind.COMMITTED_BEYOND: gravity.committed_beyond,
        TieKind.AFTER_SPENDING: gravity.after_spending,
    }
    for one in found:
        if one.kind is TieKind.AFTER_SPENDING and one.reason:
            continue
        what = "Commitment" if one.kind is TieKind.COMMITTED_BEYOND else "Approval"
        yield Attention(
            reference=one.reference,
            what=f"{what} {one.reference.rpartition('/')[2]} on {one.line}",
            why=tie_words(one, shows_sums=not hides(one, decided)),
            since=one.since,
            gravity=graves[one.kind],
            owner=FINANCE,
            version=one.version,
        )


def hides(one: Tie, decided: Mapping[str, Decided]) -> bool:
    """Test whether the sums of it are hidden by its decision."""
    found = decided.get(one.decision)
    if found is None:
        return False
    return found.hides_orders if one.kind is TieKind.COMMITTED_BEYOND else found.hides_sums


def tie_words(one: Tie, *, shows_sums: bool = True) -> str:
    """Return what does not go together, with its sums where they may be shown."""
    if one.kind is TieKind.WRONG_YEAR:
        of = f"{pounds(one.pence)} is approved" if shows_sums else "A sum is approved"
        spent = pounds(one.beyond) if shows_sums else "money"
        return (
            f"{of} of {year_words(one.year)}, in which nothing is spent; {spent} is spent in "
            f"{year_words(one.in_year or one.year)}, for which nothing is approved"
        )
    if one.kind is TieKind.COMMITTED_BEYOND:
        if not shows_sums:
            return f"More is promised than approved under {one.decision}"
        return (
            f"{pounds(one.pence)} more is promised than the {pounds(one.beyond)} approved under "
            f"{one.decision}"
        )
    said = f"Money was spent from {date_words(one.since)} on, before the approval"
    return f"{said}: {one.reason}" if one.reason else f"{said}, and nobody says why"


def decision_attention(
    found: Iterable[DecisionMoney], gravity: MoneyGravity
) -> Iterator[Attention]:
    """Yield the decisions of which more was approved than they allow."""
    for one in found:
        sums = f"{pounds(one.approved)} is approved under it, which allows {pounds(one.limit or 0)}"
        yield Attention(
            reference=one.decided.reference,
            what=f"Money of decision {one.decided.reference.removeprefix('decision/')}",
            why="More is approved than it allows" if one.decided.hides_sums else sums,
            since=one.decided.on,
            gravity=gravity.committed_beyond,
            owner=FINANCE,
        )


def ledger_attention(found: Iterable[Reckoned], gravity: MoneyGravity) -> Iterator[Attention]:
    """Yield the years of the ledger that do not agree."""
    for one in found:
        if one.agrees:
            continue
        yield Attention(
            reference=one.ledger.reference,
            what=f"Ledger of {year_words(one.ledger.year)}",
            why=reckoned_words(one),
            since=one.ledger.through,
            gravity=gravity.ledger,
            owner=FINANCE,
            version=one.ledger.version,
        )


def reckoned_words(one: Reckoned) -> str:
    """Return what of a year of the ledger does not agree, with the sums; "" where all does."""
    parts = []
    if one.strays:
        parts.append(
            f"{pounds(one.stray_pence)} is on {count_words(len(one.strays), 'code')} that no "
            "budget line has"
        )
    if one.ledger.refused:
        parts.append(f"{count_words(one.ledger.refused, 'row')} of the extract cannot be read")
    if one.control_off:
        more = "more" if one.control_off > 0 else "less"
        parts.append(f"the extract holds {pounds(abs(one.control_off))} {more} than finance says")
    return "; ".join(parts)


def saving_attention(
    late: Iterable[SavingSeen], twice: Iterable[Doubled], gravity: MoneyGravity
) -> Iterator[Attention]:
    """Yield savings not verified by the end of their year, and those counted twice."""
    for one in late:
        of = one.saving
        stage = one.stage.value if one.stage else "planned"
        yield Attention(
            reference=of.reference,
            what=f"Saving {of.code}: {of.title}, {year_words(of.year)}",
            why=f"Only {stage} when its year ended, and verified by nobody",
            since=year_end(of.year),
            gravity=gravity.saving,
            owner=of.owner,
            version=of.version,
        )
    for each in twice:
        yield Attention(
            reference=f"budget/{each.line}/{each.year}",
            what=f"Savings {', '.join(each.codes)} on {each.line}",
            why=doubled_words(each),
            since=date(each.year, 4, 1),
            gravity=gravity.saving,
            owner=FINANCE,
            version=each.version,
        )


def doubled_words(one: Doubled) -> str:
    """Return how savings on one line come to more than it shrank."""
    said = f"They take {pounds(one.claimed)} from one line"
    if one.shrank is None:
        return f"{said}, and its budget of the year before is not recorded"
    return f"{said}, whose budget fell by {pounds(one.shrank)}"
