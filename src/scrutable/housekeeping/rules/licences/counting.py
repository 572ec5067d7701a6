"""What of each product is in use, by the metric that its licences count by; pure.

A user counts once however many devices they use, a device once however often it is listed. Products
are compared as `rules.keys` compares names, logins and tags as it compares addresses.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from scrutable.housekeeping.facts import (
    Consumption,
    Deployment,
    Entitlement,
    GapWhy,
    LicenceGap,
    Licensed,
    Metric,
    SoftwareProduct,
)
from scrutable.housekeeping.rules.keys import address_key, name_key

Known = Mapping[str, Licensed]
BY_PERSON_OR_MACHINE = frozenset({Metric.USER, Metric.DEVICE})


def known_products(
    products: Iterable[SoftwareProduct], entitlements: Iterable[Entitlement]
) -> dict[str, Licensed]:
    """Return every product that is recognised, by the key of each of its names.

    Whatever somebody was ever entitled to is recognised, and what the council has recorded.
    """
    known: dict[str, Licensed] = {}
    recorded = {}
    for one in products:
        key = name_key(one.name)
        recorded[key] = one
        for name in (one.name, *one.other_names):
            known[name_key(name)] = _licensed(key, one)
    metrics: dict[str, set[Metric]] = defaultdict(set)
    for line in sorted(entitlements, key=lambda one: one.row):
        said = name_key(line.product)
        own = Licensed(product=said, title=line.product.strip(" "), metric=None)
        metrics[known.setdefault(said, own).product].add(line.metric)
    return {
        said: _with_metric(one, recorded.get(one.product), metrics[one.product])
        for said, one in known.items()
        if said
    }


def _licensed(key: str, one: SoftwareProduct) -> Licensed:
    return Licensed(
        product=key,
        title=one.name,
        metric=None,
        least_cores=one.least_cores,
        needs_licence=one.needs_licence,
    )


def _with_metric(
    one: Licensed, recorded: SoftwareProduct | None, entitled: Iterable[Metric]
) -> Licensed:
    may = set(recorded.metrics if recorded and recorded.metrics else entitled)
    return Licensed(
        product=one.product,
        title=one.title,
        metric=next(iter(may)) if len(may) == 1 else None,
        least_cores=one.least_cores,
        needs_licence=one.needs_licence,
    )


def consumption(
    deployments: Iterable[Deployment], known: Known, *, idle_since: date
) -> list[Consumption]:
    """Return how much of each product is in use by each metric, by product and metric."""
    groups: dict[tuple[str, Metric], dict[str, list[Deployment]]] = {}
    for one in deployments:
        product, metric = known.get(name_key(one.product)), metric_of(one, known)
        if product and product.needs_licence and metric:
            units = groups.setdefault((product.product, metric), defaultdict(list))
            units[_unit(one, metric)].append(one)
    least = {one.product: one.least_cores for one in known.values()}
    return [
        Consumption(
            product=product,
            metric=metric,
            number=sum(_number(metric, own, least[product]) for unit, own in units.items() if unit),
            rows=sum(map(len, units.values())),
            uncounted=sum(len(own) for unit, own in units.items() if _odd(metric, unit, own)),
            idle=sum(_idle(metric, own, idle_since) for unit, own in units.items() if unit),
        )
        for (product, metric), units in sorted(groups.items(), key=lambda pair: pair[0])
    ]


def metric_of(one: Deployment, known: Known) -> Metric | None:
    """Return the metric that the deployment counts by: its own, else the product's only one."""
    product = known.get(name_key(one.product))
    return one.metric or (product.metric if product else None)


def gaps(
    deployments: Iterable[Deployment], known: Known, *, as_at: date, consumed: Iterable[Consumption]
) -> list[LicenceGap]:
    """Return what was left out, by product and reason."""
    left: dict[tuple[str, GapWhy], list[str]] = defaultdict(list)
    for one in deployments:
        key = name_key(one.product)
        product = known.get(key)
        if product is None:
            left[key, GapWhy.UNRECOGNISED].append(one.product)
        elif product.needs_licence and metric_of(one, known) is None:
            left[product.product, GapWhy.NO_METRIC].append(one.product)
    found = [
        LicenceGap(as_at=as_at, product=key, why=why, title=min(names).strip(" "), rows=len(names))
        for (key, why), names in left.items()
    ]
    return sorted(
        [*found, *uncounted(consumed, known, as_at)], key=lambda one: (one.product, one.why)
    )


def uncounted(consumed: Iterable[Consumption], known: Known, as_at: date) -> list[LicenceGap]:
    """Return the products of which some rows do not say what is counted."""
    titles = {one.product: one.title for one in known.values()}
    rows: dict[str, int] = defaultdict(int)
    for one in consumed:
        rows[one.product] += one.uncounted
    return [
        LicenceGap(as_at=as_at, product=key, why=GapWhy.UNCOUNTED, title=titles[key], rows=number)
        for key, number in sorted(rows.items())
        if number
    ]


def products_used(deployments: Iterable[Deployment], known: Known) -> int:
    """Return how many products are in use, recognised or not."""
    keys = {name_key(one.product) for one in deployments}
    return len({known[key].product if key in known else key for key in keys})


def _unit(one: Deployment, metric: Metric) -> str:
    """Return what counts once; "" where the row does not say, one and all for what is measured."""
    if metric is Metric.CONCURRENT:
        return "all"
    return address_key(one.login if metric is Metric.USER else one.tag)


def _number(metric: Metric, own: Iterable[Deployment], least: int) -> int:
    if metric is Metric.CORE:
        return max(least, *(one.cores or 0 for one in own))
    if metric is Metric.CONCURRENT:
        return max(one.peak or 0 for one in own)
    return 1


def _odd(metric: Metric, unit: str, own: Iterable[Deployment]) -> bool:
    """Test whether the rows say nothing that could be counted; cores unknown count as the least."""
    if metric is Metric.CORE:
        return not unit or all(one.cores is None for one in own)
    if metric is Metric.CONCURRENT:
        return all(one.peak is None for one in own)
    return not unit


def _idle(metric: Metric, own: Iterable[Deployment], since: date) -> bool:
    """Test whether somebody or something has not used it since; what was never seen is not told."""
    seen = [one.seen for one in own if one.seen]
    return metric in BY_PERSON_OR_MACHINE and bool(seen) and max(seen) < since
