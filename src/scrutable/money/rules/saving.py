"""How sure savings are, and which are counted twice; pure. All is in pence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.money.facts import Doubled, Saving, SavingProof, SavingSeen, SavingStage, Spending

END_OF_YEAR = (3, 31)


def year_end(year: int) -> date:
    """Return the last day of the financial year.

    >>> year_end(2026)
    datetime.date(2027, 3, 31)
    """
    return date(year + 1, *END_OF_YEAR)


def savings_seen(savings: Iterable[Saving], proofs: Iterable[SavingProof]) -> list[SavingSeen]:
    """Return each saving with the last word of each stage, in the order given."""
    last: dict[tuple[str, int, SavingStage], SavingProof] = {}
    for one in sorted(proofs, key=lambda each: (each.on, each.number)):
        last[one.saving, one.year, one.stage] = one
    return [
        SavingSeen(
            saving=one,
            forecast=last.get((one.code, one.year, SavingStage.FORECAST)),
            achieved=last.get((one.code, one.year, SavingStage.ACHIEVED)),
            verified=last.get((one.code, one.year, SavingStage.VERIFIED)),
        )
        for one in savings
    ]


def doubled(
    found: Sequence[SavingSeen], budgets: Mapping[tuple[str, int], tuple[int, int]]
) -> list[Doubled]:
    """Return the lines from which several savings take more than their budget shrank.

    `budgets` are pence and version by line and year. Where the year before is not recorded,
    nobody can tell that they are not the same money, and it is said.
    """
    by_line: dict[tuple[str, int], list[SavingSeen]] = defaultdict(list)
    for one in found:
        by_line[one.saving.line, one.saving.year].append(one)
    twice = []
    for (line, year), several in sorted(by_line.items()):
        claimed = sum(one.claimed for one in several)
        shrank = _shrank(line, year, budgets)
        if len(several) > 1 and (shrank is None or claimed > shrank):
            codes = tuple(one.saving.code for one in several)
            version = max(one.saving.version for one in several)
            twice.append(
                Doubled(
                    line=line,
                    year=year,
                    codes=codes,
                    claimed=claimed,
                    shrank=shrank,
                    version=version,
                )
            )
    return twice


def _shrank(line: str, year: int, budgets: Mapping[tuple[str, int], tuple[int, int]]) -> int | None:
    before, after = budgets.get((line, year - 1)), budgets.get((line, year))
    return max(before[0] - after[0], 0) if before and after else None


def unverified(found: Iterable[SavingSeen], as_at: date) -> list[SavingSeen]:
    """Return the savings that nobody has verified though their year is over."""
    return [one for one in found if one.verified is None and as_at > year_end(one.saving.year)]


def refusals_of_proof(
    proof: SavingProof, saving: Saving, before: Iterable[SavingProof], spent: Spending | None
) -> Iterator[RowError]:
    """Yield why nobody may say so of the saving: the owner verifies, or the ledger is not named.

    `before` is what was found of it before, `spent` the ledger's line that it is held against.
    """
    if proof.stage is not SavingStage.VERIFIED:
        return
    claimants = {saving.owner.casefold()}
    claimants |= {
        one.by.casefold()
        for one in before
        if one.stage is SavingStage.ACHIEVED and one.number != proof.number
    }
    if proof.by.strip().casefold() in claimants:
        said = f"{proof.by} owns the saving, or said that it was achieved"
        yield RowError("by", said, "somebody else verifies it")
    wanted = f"ledger/{saving.line}/{saving.year}"
    if proof.evidence.strip() != wanted:
        said = "A saving is verified against the ledger’s line it was taken from"
        yield RowError("evidence", said, f"give {wanted}")
    elif spent is None:
        said = f"The ledger of {saving.year} has nothing on {saving.line}"
        yield RowError("evidence", said, "load the ledger first")
