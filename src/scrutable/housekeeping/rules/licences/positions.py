"""Entitlement less consumption, and what either difference costs; pure.

Only whole packs are bought and given back: a shortfall costs the packs that would cover it, a
surplus those that nothing would miss. Both at the last price paid, whatever became of its term.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from scrutable.housekeeping.facts import (
    Consumption,
    Entitlement,
    Found,
    Inventoried,
    LicenceCoverage,
    LicenceFault,
    LicenceGap,
    LicencePosition,
    LicenceSums,
    LicenceTerm,
    Metric,
    TermState,
)
from scrutable.housekeeping.rules.agreements import last_day
from scrutable.housekeeping.rules.keys import name_key
from scrutable.housekeeping.rules.licences.counting import Known

MOST_LETTERS = 280  # of a title in the name of a finding
Term = Entitlement | LicenceTerm


def counts(term: Term, on: date) -> bool:
    """Test whether the entitlement counts on the day; its first and its last day both count."""
    return (term.starts_on or on) <= on <= (term.ends_on or on)


def term_state(term: Term, on: date, ending_months: int) -> TermState:
    """Return whether the entitlement counts on the day, and whether it ends in the months ahead."""
    if not counts(term, on):
        has_ended = term.ends_on is not None and term.ends_on < on
        return TermState.ENDED if has_ended else TermState.TO_BEGIN
    ends_soon = term.ends_on is not None and term.ends_on <= last_day(on, ending_months)
    return TermState.ENDS_SOON if ends_soon else TermState.COUNTS


def positions(
    entitlements: Iterable[Entitlement],
    consumed: Iterable[Consumption],
    known: Known,
    *,
    as_at: date,
) -> list[LicencePosition]:
    """Return what there is and what is used, by product and metric."""
    lines: dict[tuple[str, Metric], list[Entitlement]] = defaultdict(list)
    for one in entitlements:
        product = known.get(name_key(one.product))
        if product and product.needs_licence:
            lines[product.product, one.metric].append(one)
    used = {(one.product, one.metric): one for one in consumed}
    titles = {one.product: one.title for one in known.values()}
    return [
        _position(key, titles[key[0]], lines.get(key, []), used.get(key), as_at)
        for key in sorted({*lines, *used})
    ]


def _position(
    key: tuple[str, Metric],
    title: str,
    lines: Sequence[Entitlement],
    used: Consumption | None,
    as_at: date,
) -> LicencePosition:
    entitled = sum(one.licences for one in lines if counts(one, as_at))
    in_use = used.number if used else 0
    last = last_priced(lines, as_at)
    product, metric = key
    return LicencePosition(
        as_at=as_at,
        product=product,
        metric=metric,
        title=title,
        entitled=entitled,
        used=in_use,
        uncounted=used.uncounted if used else 0,
        idle=used.idle if used else 0,
        pack=last.pack if last else 1,
        once_pence=last.once_pence if last else None,
        yearly_pence=last.yearly_pence if last else None,
        priced_by=last.agreement if last else "",
        priced_on=last.starts_on if last else None,
        liability_pence=liability(max(in_use - entitled, 0), last),
        surplus_pence=wasted(max(entitled - in_use, 0), last),
    )


def last_priced(lines: Iterable[Entitlement], as_at: date) -> Entitlement | None:
    """Return the line that was bought last by the day, of those with a price; None of none."""
    bought = [one for one in lines if one.has_price and (one.starts_on or as_at) <= as_at]
    return max(bought, key=lambda one: (one.starts_on or date.min, one.row), default=None)


def liability(short: int, last: Entitlement | None) -> int | None:
    """Return what it would cost to buy what is short, and to keep it for a year, in pence.

    None where no price is known, unless nothing is short.
    """
    if not short:
        return 0
    if last is None:
        return None
    return -(-short // last.pack) * ((last.once_pence or 0) + (last.yearly_pence or 0))


def wasted(over: int, last: Entitlement | None) -> int | None:
    """Return what is paid a year for whole packs that nothing uses, in pence.

    What was bought once and is not paid for any more costs nothing a year.
    """
    if not over:
        return 0
    if last is None:
        return None
    return over // last.pack * (last.yearly_pence or 0)


def terms(entitlements: Iterable[Entitlement], known: Known, *, as_at: date) -> list[LicenceTerm]:
    """Return every line of the entitlements as it is kept, by row."""
    found = []
    for one in sorted(entitlements, key=lambda line: line.row):
        product = known.get(name_key(one.product))
        if product is None:
            continue
        found.append(
            LicenceTerm(
                as_at=as_at,
                row=one.row,
                agreement=one.agreement,
                product=product.product,
                title=product.title,
                metric=one.metric,
                quantity=one.quantity,
                pack=one.pack,
                starts_on=one.starts_on,
                ends_on=one.ends_on,
                yearly_pence=one.yearly_pence,
                once_pence=one.once_pence,
            )
        )
    return found


def coverage(
    *,
    as_at: date,
    rows: int,
    used: int,
    left_out: Iterable[LicenceGap],
    devices: Inventoried | None,
) -> LicenceCoverage:
    """Return the share of the estate that was assessed: a product with any gap was not."""
    missed = {one.product for one in left_out}
    return LicenceCoverage(
        as_at=as_at,
        rows=rows,
        products=used,
        products_assessed=used - len(missed),
        devices=devices.devices if devices else None,
        devices_inventoried=devices.inventoried if devices else None,
    )


def sums(found: Iterable[LicencePosition]) -> LicenceSums:
    """Return what shortfalls and surpluses come to; what has no price is counted, not summed."""
    every = list(found)
    short = [one for one in every if one.short]
    over = [one for one in every if one.over]
    return LicenceSums(
        kinds=len(every),
        short=len(short),
        liability_pence=sum(one.liability_pence or 0 for one in short),
        short_unpriced=sum(one.liability_pence is None for one in short),
        over=len(over),
        surplus_pence=sum(one.surplus_pence or 0 for one in over),
        over_unpriced=sum(one.surplus_pence is None for one in over),
    )


def sums_by_metric(found: Sequence[LicencePosition]) -> tuple[tuple[Metric, LicenceSums], ...]:
    """Return the same for each metric by which anything counts."""
    own = {metric: [one for one in found if one.metric is metric] for metric in Metric}
    return tuple((metric, sums(those)) for metric, those in own.items() if those)


def licence_findings(found: Iterable[LicencePosition]) -> list[Found]:
    """Return each shortfall and each surplus, by product and metric."""
    return [
        Found(
            fault=LicenceFault.SHORT.value if one.short else LicenceFault.OVER.value,
            key=finding_key(one),
            place=0,
            pence=one.liability_pence if one.short else one.surplus_pence,
        )
        for one in found
        if one.short or one.over
    ]


def finding_key(one: LicencePosition) -> str:
    """Return what tells the product and its metric from all others, from one day to the next."""
    return f"{' '.join(one.title.split()).casefold()[:MOST_LETTERS]} by {one.metric.value}"
