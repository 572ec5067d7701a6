"""The council's own rules of buying, day by day, out of the policies that were in force; pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from scrutable.housekeeping.facts import BuyingRules, Exemption, Limit, OrdersPolicy

Said = Mapping[str, object]
LIMIT = re.compile(r"(?P<name>.*\S)\s*:\s*£?(?P<pounds>\d[\d,]*)")
DAY = timedelta(days=1)


class UnfitLimit(Exception):
    """A line of the policy's limits says no limit."""

    def __init__(self, line: str) -> None:
        super().__init__(
            f"Policy “buying”, limits: “{line}” names nobody and no sum. "
            "Write it as “Head of ICT: 50000” and set the policy again."
        )


def buying_rules(versions: Sequence[tuple[date, Said]]) -> BuyingRules:
    """Return the rules: exemptions and limits as they were on each day, all else as it is now.

    `versions` are the policies in the order of their days; the first holds from the first day on.
    Raises UnfitLimit.
    """
    now = orders_policy(versions[-1][1])
    dated = list(_dated(versions))
    return BuyingRules(
        limits=tuple(
            Limit(approver=name, pence=pence, first=first, last=last)
            for first, last, said in dated
            for name, pence in map(_limit, _lines(said, "limits"))
        ),
        exemptions=tuple(
            Exemption(category=category, first=first, last=last)
            for first, last, said in dated
            for category in _lines(said, "exempt_categories")
        ),
        one_time_suppliers=_lines(versions[-1][1], "one_time_suppliers"),
        split_days=now.split_days,
        pay_days=now.pay_days,
        pay_small_days=now.pay_small_days,
    )


def orders_policy(said: Said) -> OrdersPolicy:
    """Return what pages and reports say of the policy."""
    return OrdersPolicy(
        split_days=int(str(said["split_days"])),
        pay_days=int(str(said["pay_days"])),
        pay_small_days=int(str(said["pay_small_days"])),
        exempt_categories=_lines(said, "exempt_categories"),
    )


def _dated(versions: Sequence[tuple[date, Said]]) -> Iterable[tuple[date, date | None, Said]]:
    for at, (first, said) in enumerate(versions):
        last = versions[at + 1][0] - DAY if at + 1 < len(versions) else None
        yield (date.min if at == 0 else first), last, said


def _limit(line: str) -> tuple[str, int]:
    found = LIMIT.fullmatch(line.strip())
    if found is None:
        raise UnfitLimit(line)
    return found["name"], int(found["pounds"].replace(",", "")) * 100


def _lines(said: Said, name: str) -> tuple[str, ...]:
    lines = said[name]
    return tuple(map(str, lines)) if isinstance(lines, list | tuple) else ()
