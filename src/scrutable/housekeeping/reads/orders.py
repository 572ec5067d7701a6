"""Orders, invoices and suppliers as pages and reports show them, once their extracts are gone too.

The name of a supplier that is, or may be, a sole trader is withheld, so that everything here may
be published; only `supplier_seen` tells it, to whoever may see what names people.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from django.db.models import Count, Q, Sum

from scrutable.housekeeping import facts, models
from scrutable.housekeeping.facts import PartOfEstate, SupplierSize
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.rules import handling
from scrutable.housekeeping.rules.orders import orders_policy
from scrutable.records.facts import Record
from scrutable.records.reads import every, facts_of, rows_of
from scrutable.registers import reads as registers

Kind = TypeVar("Kind", bound=Record)
MOST_SUPPLIERS = 20  # that a glance names
MOST_FINDINGS = 900  # of one supplier
SUMMED = ("invoices", "pence", "in_time", "late", "overdue")


def orders_seen(known: int, as_at: date) -> facts.OrdersSeen | None:
    """Return what the last orders and invoices by the day came to; None where none were read.

    The number of queries does not depend on how many there are.
    """
    snapshot = _last(known, as_at)
    if snapshot is None:
        return None
    own = models.SupplierSpend.objects.filter(event=snapshot.version)
    worst = own.filter(Q(without__gt=0) | Q(retrospective__gt=0)).order_by(
        "-without_pence", "-retrospective", "supplier"
    )
    again = own.filter(is_one_time=True, invoices__gt=1).order_by("-invoices", "supplier")
    shown = list(facts_of(facts.SupplierSpend, worst[:MOST_SUPPLIERS]))
    once = list(facts_of(facts.SupplierSpend, again[:MOST_SUPPLIERS]))
    named = {one.spend.supplier: one for one in _named([*shown, *once])}
    return facts.OrdersSeen(
        as_at=snapshot.as_at,
        version=snapshot.version,
        extracts=snapshot.extracts,
        faults=tuple((one.name, one.number) for one in snapshot.faults),
        months=tuple(_of(facts.InvoiceMonth, snapshot)),
        sizes=tuple(_sizes(snapshot)),
        suppliers=tuple(named[one.supplier] for one in shown),
        one_time=tuple(named[one.supplier] for one in once),
        contracts=tuple(_of(facts.ContractSpend, snapshot)),
        policy=orders_policy(registers.policy("buying", snapshot.as_at, known)),
    )


def suppliers_seen(known: int, as_at: date) -> tuple[facts.OneSupplier, ...]:
    """Return every supplier of the last extracts by the day, the largest spend first."""
    snapshot = _last(known, as_at)
    if snapshot is None:
        return ()
    rows = models.SupplierSpend.objects.filter(event=snapshot.version)
    found = list(facts_of(facts.SupplierSpend, rows.order_by("-pence", "supplier")))
    return tuple(_named(found))


def supplier_seen(
    code: str, known: int, as_at: date, *, all_names: bool = False
) -> facts.SupplierSeen | None:
    """Return all that is kept of a supplier by the day; None where nothing is."""
    standing = {one.version for one in _snapshots(known, as_at)}
    spends = every(facts.SupplierSpend, known, supplier=code, as_at__lte=as_at)
    history = [one for one in spends if one.version in standing]
    if not history:
        return None
    [one] = _named(history[-1:], all_names=all_names)
    return facts.SupplierSeen(
        one=one, history=tuple(history), findings=tuple(_findings(code, known, as_at))
    )


def _findings(
    code: str, known: int, as_at: date
) -> Iterable[tuple[facts.FindingStanding, facts.WorkState, str]]:
    of_it = Q(key__startswith=f"invoice/{code}/") | Q(key__startswith=f"order/{code}/")
    rows = models.Thing.objects.filter(of_it, part=PartOfEstate.ORDERS).order_by("-number")
    keys = dict(rows.values_list("number", "key")[:MOST_FINDINGS])
    to = worklist.reach(known, as_at)
    if not keys or PartOfEstate.ORDERS not in to.last:
        return
    asked = facts.WorkAsked(part=PartOfEstate.ORDERS, things=tuple(keys))
    for one in worklist.listed(asked, to):
        yield one, handling.work_state(one, as_at, to.last[PartOfEstate.ORDERS]), keys[one.thing]


def _snapshots(known: int, as_at: date) -> list[facts.Snapshot]:
    return every(facts.Snapshot, known, part=PartOfEstate.ORDERS, as_at__lte=as_at)


def _last(known: int, as_at: date) -> facts.Snapshot | None:
    found = _snapshots(known, as_at)
    return found[-1] if found else None


def _of(kind: type[Kind], snapshot: facts.Snapshot) -> Iterable[Kind]:
    return facts_of(kind, rows_of(kind).filter(event=snapshot.version).order_by(*kind.KEY))


def _sizes(snapshot: facts.Snapshot) -> Iterable[facts.SizeSum]:
    rows = models.SupplierSpend.objects.filter(event=snapshot.version, invoices__gt=0)
    summed = rows.values_list("size").annotate(Count("id"), *map(Sum, SUMMED)).order_by("size")
    found = {size: numbers for size, *numbers in summed}
    for size in SupplierSize:
        if numbers := found.get(size.value):
            yield facts.SizeSum(
                size=size, **dict(zip(("suppliers", *SUMMED), numbers, strict=True))
            )


def _named(
    found: Sequence[facts.SupplierSpend], *, all_names: bool = False
) -> Iterable[facts.OneSupplier]:
    told = {one.supplier for one in found if all_names or one.may_be_published}
    rows = models.SupplierName.objects.all()
    if len(told) <= MOST_FINDINGS:
        rows = rows.filter(supplier__in=sorted(told))
    names = dict(rows.values_list("supplier", "name"))
    for one in found:
        may = one.supplier in told
        name = names.get(one.supplier, "") if may else ""
        yield facts.OneSupplier(spend=one, name=name, is_withheld=not may)
