"""What the orders and invoices of a day come to, before it is kept."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from django.utils.crypto import salted_hmac

from scrutable.housekeeping.engine import orders as asking
from scrutable.housekeeping.engine.running import Columns
from scrutable.housekeeping.engine.suppliers import SUPPLIERS
from scrutable.housekeeping.facts import (
    BuyingRules,
    CameTo,
    ContractSpend,
    Counted,
    ExtractKind,
    Found,
    InvoiceMonth,
    KnownSupplier,
    MonthSum,
    OrderFinding,
    OrderLine,
    PartOfEstate,
    SupplierSpend,
    SupplierSum,
)
from scrutable.housekeeping.reads.laying import Laid
from scrutable.housekeeping.rules import orders as rules
from scrutable.registers import reads as registers

OPTIONAL: Sequence[tuple[str, ExtractKind, Columns]] = (
    ("suppliers", ExtractKind.SUPPLIERS, SUPPLIERS),
    ("contracts", ExtractKind.CONTRACTS, asking.CONTRACTS),
    ("approvers", ExtractKind.APPROVERS, asking.APPROVERS),
)
PLAIN_CODE = re.compile(r"[a-z0-9][a-z0-9._-]{0,29}")
LONGEST_KEY = 300
ONES = {"invoices": "invoice", "orders": "order", "contracts": "contract"}


def orders_came_to(extracts: Laid) -> CameTo | None:
    """Hold the invoices against the orders; None without both extracts."""
    if not extracts.has(ExtractKind.ORDERS, ExtractKind.INVOICES):
        return None
    engine, as_at = extracts.engine, extracts.as_at
    buying = buying_rules(as_at, extracts.known)
    read = _laid(extracts)
    asking.judge_orders(engine, buying, as_at=as_at)
    asking.keep_contract_sums(engine)
    asking.keep_order_findings(engine, buying)
    sums, months = asking.supplier_sums(engine), asking.month_sums(engine)
    codes = {one.supplier.key: supplier_code(one.supplier.key) for one in sums}
    known = {one.supplier.key: one.supplier for one in sums}
    return CameTo(
        part=PartOfEstate.ORDERS,
        as_at=as_at,
        lines=_lines(months),
        found=list(_found(asking.order_findings(engine), codes, known)),
        extracts=read,
        engine=engine.name,
        kept=(
            *_months(months, as_at),
            *(_spend(one, codes[one.supplier.key], as_at) for one in sums),
            *_contracts(extracts),
        ),
        suppliers={codes[one.supplier.key]: one.supplier.name for one in sums},
    )


def buying_rules(as_at: date, known: int) -> BuyingRules:
    """Return the council's own rules of buying, each for the days on which it was in force."""
    shipped = registers.defaults()["buying"]
    versions: list[tuple[date, Mapping[str, object]]] = [(date.min, shipped)]
    versions += [
        (one.effective_from, registers.overlaid(shipped, json.loads(one.value)))
        for one in registers.policies(known)
        if one.name == "buying" and one.effective_from <= as_at
    ]
    return rules.buying_rules(versions)


def supplier_code(key: str) -> str:
    """Return what a supplier is called by in addresses and in what is kept: nobody's name.

    It is the council's own number for it where there is a plain one, else a salted digest.
    """
    kind, _, code = key.partition(":")
    if kind == "c" and PLAIN_CODE.fullmatch(code):
        return code
    return f"x{salted_hmac('scrutable.housekeeping.suppliers', key).hexdigest()[:16]}"


def _laid(extracts: Laid) -> tuple[str, ...]:
    read = [
        extracts.table("orders", ExtractKind.ORDERS),
        extracts.table("invoices", ExtractKind.INVOICES),
    ]
    for name, kind, columns in OPTIONAL:
        if extracts.has(kind):
            read.append(extracts.table(name, kind))
        else:
            extracts.engine.table(name, columns, [])
    return tuple(read)


def _lines(months: Iterable[MonthSum]) -> tuple[Counted, ...]:
    numbers: Counter[OrderLine] = Counter()
    pence: Counter[OrderLine] = Counter()
    for one in months:
        numbers[one.line] += one.invoices
        pence[one.line] += one.pence
    return tuple(Counted(line.value, numbers[line], pence[line]) for line in OrderLine)


def _found(
    findings: Iterable[OrderFinding], codes: Mapping[str, str], known: Mapping[str, KnownSupplier]
) -> Iterable[Found]:
    rows: dict[str, dict[int, int]] = {}
    for one in findings:
        code = codes.get(one.supplier, "")
        named = "/".join(part for part in (ONES[one.of], code, one.number) if part)
        at = rows.setdefault(named, {}).setdefault(one.row, len(rows[named]) + 1)
        supplier = known.get(one.supplier)
        is_sole = supplier is not None and supplier.is_sole_trader
        yield Found(
            fault=one.fault.value,
            key=_fitting(named if at == 1 else f"{named}/{at}"),
            place=one.row,
            person=one.approver or (supplier.name if supplier and is_sole else ""),
            pence=one.pence,
        )


def _fitting(key: str) -> str:
    if len(key) <= LONGEST_KEY:
        return key
    digest = sha256(key.encode()).hexdigest()[:16]
    return f"{key[: LONGEST_KEY - 17]}~{digest}"


def _months(months: Iterable[MonthSum], as_at: date) -> Iterable[InvoiceMonth]:
    for one in months:
        yield InvoiceMonth(
            as_at=as_at, month=one.month, line=one.line, invoices=one.invoices, pence=one.pence
        )


def _spend(one: SupplierSum, code: str, as_at: date) -> SupplierSpend:
    return SupplierSpend(
        as_at=as_at,
        supplier=code,
        size=one.supplier.size,
        is_sole_trader=one.supplier.is_sole_trader,
        is_one_time=one.supplier.is_one_time,
        orders=one.orders,
        ordered_pence=one.ordered_pence,
        invoices=one.invoices,
        pence=one.pence,
        without=one.without,
        without_pence=one.without_pence,
        retrospective=one.retrospective,
        in_time=one.in_time,
        late=one.late,
        overdue=one.overdue,
    )


def _contracts(extracts: Laid) -> Iterable[ContractSpend]:
    for one in asking.contract_sums(extracts.engine):
        yield ContractSpend(
            as_at=extracts.as_at,
            code=one.code,
            title=one.title,
            pence=one.pence,
            billed=one.billed,
            ordered=one.ordered,
        )
