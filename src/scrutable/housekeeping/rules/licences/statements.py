"""What may be signed of a licence position, and whether it still agrees; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts import (
    Disagreement,
    Licences,
    LicenceStatement,
    SoftwareProduct,
    Verdict,
)
from scrutable.housekeeping.rules.licences.positions import sums
from scrutable.kernel.wording import count_words, date_words
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

OF_POSITION = (
    "as_at",
    "short",
    "liability_pence",
    "short_unpriced",
    "products",
    "products_assessed",
    "devices",
    "devices_inventoried",
)


def statement(
    position: Licences, *, verdict: Verdict, not_assessed: str, signed: tuple[str, str, date]
) -> LicenceStatement:
    """Return what is signed of the position; `signed` is by whom, as what, and on which day."""
    came_to = sums(position.positions)
    coverage = position.coverage
    name, post, day = signed
    return LicenceStatement(
        number=0,
        as_at=position.as_at,
        position=position.version,
        verdict=verdict,
        short=came_to.short,
        liability_pence=came_to.liability_pence,
        short_unpriced=came_to.short_unpriced,
        products=coverage.products,
        products_assessed=coverage.products_assessed,
        devices=coverage.devices,
        devices_inventoried=coverage.devices_inventoried,
        not_assessed=not_assessed,
        signed_by=name,
        post=post,
        signed_on=day,
    )


def agrees_with(of: LicenceStatement, position: Licences) -> bool:
    """Test whether the statement says the numbers of the position that it names."""
    fit = statement(
        position,
        verdict=of.verdict,
        not_assessed=of.not_assessed,
        signed=(of.signed_by, of.post, of.signed_on),
    )
    return all(getattr(of, name) == getattr(fit, name) for name in (*OF_POSITION, "position"))


def disagreements(of: LicenceStatement, now: Licences) -> tuple[Disagreement, ...]:
    """Return in what the statement no longer agrees with the position that stands now."""
    came_to, coverage = sums(now.positions), now.coverage
    pairs = {
        Disagreement.SHORT: (of.short, came_to.short),
        Disagreement.LIABILITY: (
            (of.liability_pence, of.short_unpriced),
            (came_to.liability_pence, came_to.short_unpriced),
        ),
        Disagreement.PRODUCTS: (
            (of.products_assessed, of.products),
            (coverage.products_assessed, coverage.products),
        ),
        Disagreement.DEVICES: (
            (of.devices_inventoried, of.devices),
            (coverage.devices_inventoried, coverage.devices),
        ),
    }
    return tuple(one for one, (then, today) in pairs.items() if then != today)


@refusals_of.register
def _(of: LicenceStatement) -> Sequence[RowError]:
    found = missing(
        of,
        signed_by="who signs it",
        post="the post of whoever signs it",
        not_assessed="what was not assessed",
    )
    return [*found, *_refused_verdict(of), *_refused_day(of)]


def _refused_verdict(of: LicenceStatement) -> Iterator[RowError]:
    if of.verdict is Verdict.SOME and not of.short:
        yield RowError(
            "verdict", "No licence is short", "say that there are no licensing liabilities"
        )
    if of.verdict is not Verdict.NONE:
        return
    if of.short:
        number = count_words(of.short, "kind of licence is", "kinds of licence are")
        yield RowError(
            "verdict",
            f"{number} short",
            "say that there are liabilities, or buy what is wanting and reconcile anew",
        )
    if not of.products_assessed:
        yield RowError(
            "verdict", "No product in use was assessed", "take the deployments, then reconcile"
        )


def _refused_day(of: LicenceStatement) -> Iterator[RowError]:
    if of.signed_on < of.as_at:
        yield RowError(
            "signed_on",
            f"The position is of {date_words(of.as_at)}",
            "give that day or a later one",
        )


@refusals_on.register
def _(of: LicenceStatement, today: date) -> Sequence[RowError]:
    return to_come("signed_on", of.signed_on, today)


@refusals_of.register
def _(of: SoftwareProduct) -> Sequence[RowError]:
    return missing(of, name="the name")
