"""Orders at a glance: the finding, and the figures that a reader takes away; pure."""

from scrutable.govuk.facts import KeyFigure
from scrutable.housekeeping.facts import OrderFault, OrderLine, OrdersSeen, PartOfEstate
from scrutable.housekeeping.presenters.orders.words import (
    money_words,
    paid_words,
    percent_words,
    period_words,
    small,
    supplier_words,
)
from scrutable.housekeeping.presenters.words import findings_address
from scrutable.kernel.wording import count_words, date_words, times_words

NEEDED = "Take an extract of orders and one of invoices for the same day, then reconcile them."


def title(seen: OrdersSeen | None) -> str:
    """Return the finding: how many invoices had no order though they needed one."""
    if seen is None:
        return "No orders are reconciled yet"
    if not seen.needing:
        return "No invoice needed an order"
    without = seen.invoices(OrderLine.WITHOUT)
    if not without:
        return "Every invoice that needed an order names one"
    return f"{percent_words(without, seen.needing)} of invoices that needed an order had none"


def summary(seen: OrdersSeen | None) -> str:
    """Return one sentence of what was looked at."""
    if seen is None:
        return NEEDED
    return (
        f"As at {date_words(seen.as_at)}: {count_words(seen.invoices(), 'invoice')} for "
        f"{money_words(seen.pence())}, each on one line of the sum."
    )


def basis_words(seen: OrdersSeen) -> str:
    """Return what the share of invoices without an order is a share of."""
    aside = seen.invoices(OrderLine.EXEMPT, OrderLine.CREDIT)
    return (
        f"{seen.invoices(OrderLine.WITHOUT):,} of {seen.needing:,} that needed one; "
        f"{aside:,} exempt or given back left out"
    )


def late_words(seen: OrdersSeen) -> str:
    """Return what share of the invoices with an order were billed before it."""
    ordered = seen.invoices(OrderLine.ORDERED, OrderLine.RETROSPECTIVE)
    share = percent_words(seen.invoices(OrderLine.RETROSPECTIVE), ordered)
    return f"{share} of {ordered:,} whose order is known"


def again_words(seen: OrdersSeen) -> str:
    """Return which one-time supplier was used most often, and how many there are."""
    if not seen.one_time:
        return "No one-time supplier was used twice"
    most = seen.one_time[0]
    said = f"{supplier_words(most)}: {times_words(most.spend.invoices)}"
    more = len(seen.one_time) - 1
    return f"{said}, and {count_words(more, 'other')}" if more else said


def figures(seen: OrdersSeen) -> tuple[KeyFigure, ...]:
    """Return the five figures of the page, each with its basis."""
    period, policy, helped = period_words(seen.months, seen.as_at), seen.policy, small(seen.sizes)
    paid = paid_words(helped.in_time, helped.late, helped.overdue)
    return (
        KeyFigure(
            label="Invoices without an order",
            value=percent_words(seen.invoices(OrderLine.WITHOUT), seen.needing),
            period=period,
            comparison=basis_words(seen),
            href=findings_address(PartOfEstate.ORDERS, OrderFault.NO_ORDER.value),
        ),
        KeyFigure(
            label="Ordered after they were billed",
            value=f"{seen.invoices(OrderLine.RETROSPECTIVE):,}",
            period=period,
            comparison=late_words(seen),
            href=findings_address(PartOfEstate.ORDERS, OrderFault.RETROSPECTIVE.value),
        ),
        KeyFigure(
            label="Orders split",
            value=f"{seen.fault(OrderFault.SPLIT):,}",
            period=period,
            comparison=f"over a limit within {count_words(policy.split_days, 'day')}",
            href=findings_address(PartOfEstate.ORDERS, OrderFault.SPLIT.value),
        ),
        KeyFigure(
            label="One-time suppliers used again",
            value=f"{seen.fault(OrderFault.ONE_TIME_AGAIN):,}",
            period=period,
            comparison=again_words(seen),
            href=findings_address(PartOfEstate.ORDERS, OrderFault.ONE_TIME_AGAIN.value),
        ),
        KeyFigure(
            label="Spent with small and medium suppliers",
            value=percent_words(helped.pence, sum(one.pence for one in seen.sizes)),
            period=period,
            comparison=f"{paid} of {count_words(helped.suppliers, 'supplier')}’ invoices paid "
            f"within {count_words(policy.pay_small_days, 'day')}",
            href="#sizes",
        ),
    )
