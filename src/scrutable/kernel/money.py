"""Pounds and pence as Decimal; pure. Half a penny rounds up, away from nought."""

from decimal import ROUND_HALF_UP, Context, Decimal

PENNY = Decimal("0.01")
WIDE = Context(prec=80)  # rounding never fails, however large a sum is


def to_the_penny(pounds: Decimal) -> Decimal:
    """Round to the penny, half a penny away from nought."""
    return pounds.quantize(PENNY, ROUND_HALF_UP, WIDE)


def money_exact(pounds: Decimal) -> str:
    """Return the sum for a table; pence only where there are any.

    >>> money_exact(Decimal("1234.5")), money_exact(Decimal("-68400000"))
    ('£1,234.50', '-£68,400,000')
    """
    amount = to_the_penny(abs(pounds))
    text = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return f"-£{text}" if pounds < 0 and amount else f"£{text}"
