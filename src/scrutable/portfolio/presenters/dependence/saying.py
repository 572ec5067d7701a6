"""What one supplier carries, in words, now and beside a year before; pure."""

from decimal import Decimal

from scrutable.govuk.facts import KeyFigure
from scrutable.kernel.wording import capital, count_words, date_words, list_words
from scrutable.portfolio.facts.dependence import Dependence, DependenceOn, SupplierShare
from scrutable.portfolio.rules.dependence import percentages
from scrutable.registers.facts import Role

NOTHING = "Nothing in force"
NOT_STATED = "Not stated"
NOT_RECORDED = "Not recorded then"
PARTS = {Role.PRIME: "Prime", Role.SPECIALIST: "Specialist"}


def percent_words(share: Decimal) -> str:
    """Return a share to one decimal.

    >>> percent_words(Decimal("78.2")), percent_words(Decimal(0))
    ('78.2%', '0.0%')
    """
    return f"{share:.1f}%"


def share_words(one: SupplierShare | None) -> str:
    """Return the share of value, or why there is none."""
    if one is None or not one.contracts:
        return NOTHING
    return NOT_STATED if one.share is None else percent_words(one.share)


def parts_words(one: SupplierShare | None) -> str:
    """Return the part that the supplier plays in the contracts in force."""
    if one is None or not one.roles:
        return "No contract in force"
    return capital(list_words([PARTS[role].lower() for role in Role if role in one.roles]))


def carries(day: DependenceOn, one: SupplierShare) -> list[str]:
    """Return what the supplier carries on the day, part by part; nothing where it is nothing."""
    found = []
    if one.share is not None:
        found.append(f"{percent_words(one.share)} of the yearly contract value")
    elif one.contracts:
        found.append(f"{count_words(len(one.contracts), 'contract')} without a stated value")
    if day.priority and one.priority:
        found.append(f"{one.priority} of {count_words(day.priority, 'priority project')}")
    if day.critical and one.critical:
        found.append(f"{one.critical} of {count_words(day.critical, 'critical service')}")
    return found


def carries_words(day: DependenceOn, one: SupplierShare) -> str:
    """Return in a sentence what the supplier carries."""
    found = carries(day, one)
    if found:
        return f"{one.name} carries {list_words(found)}"
    if one.projects:
        return f"{one.name} has {count_words(one.projects, 'project')} and no contract in force"
    return f"{one.name} carries nothing on the day"


def title(found: Dependence) -> str:
    """Return the finding of the page: what hangs on the supplier with the largest share."""
    largest = largest_of(found)
    if largest is None:
        return "No supplier has a contract in force"
    if largest.share is None:
        count = sum(bool(one.contracts) for one in found.now.shares)
        return f"{count_words(count, 'supplier')} hold contracts; no value is stated"
    share = percent_words(largest.share)
    return f"{largest.name} carries {share} of the yearly contract value"


def summary(found: Dependence) -> str:
    """Return what the largest carries, and what it carried a year before; "" without any."""
    largest = largest_of(found)
    if largest is None:
        return ""
    said = f"On {date_words(found.as_at)} {carries_words(found.now, largest)}."
    return f"{said} {before_words(found, largest.supplier)}"


def before_words(found: Dependence, supplier: str) -> str:
    """Return what the supplier carried a year before."""
    day = found.before
    one = day.of(supplier)
    when = f"A year before, on {date_words(day.on)},"
    if one is None or not carries(day, one):
        return f"{when} it carried nothing that is recorded."
    return f"{when} it carried {list_words(carries(day, one))}."


def largest_of(found: Dependence) -> SupplierShare | None:
    """Return the supplier with the largest share of value that has a contract in force."""
    return next((one for one in found.now.shares if one.contracts), None)


def points_words(before: SupplierShare | None, now: SupplierShare | None) -> str:
    """Return by how much a share changed within the year, in percentage points."""
    if now is None or now.share is None:
        return NOTHING if now is None or not now.contracts else NOT_STATED
    if before is None or not before.contracts:
        return "New within the year"
    if before.share is None:
        return "Not stated a year before"
    points = now.share - before.share
    if not points:
        return "As a year before"
    ways = "more" if points > 0 else "less"
    return f"{abs(points):.1f} percentage points {ways}"


def figures(found: Dependence) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page; none while no contract is in force."""
    now, before, largest = found.now, found.before, largest_of(found)
    if largest is None:
        return ()
    period = date_words(found.as_at)
    shown = [
        KeyFigure(
            label="Largest share of value",
            value=share_words(largest),
            period=period,
            comparison=points_words(before.of(largest.supplier), largest),
        ),
        KeyFigure(
            label="With prime suppliers",
            value=prime_words(now),
            period=period,
            comparison=f"{prime_words(before)} a year before",
        ),
        KeyFigure(
            label=f"Critical services with {largest.name}",
            value=of_words(largest.critical, now.critical),
            period=period,
        ),
    ]
    if now.unvalued:
        shown.append(
            KeyFigure(
                label="Contracts without a value",
                value=of_words(now.unvalued, now.contracts),
                period=period,
                comparison="counted apart, and in no share",
            )
        )
    return tuple(shown)


def of_words(part: int, whole: int) -> str:
    """Return a count out of another.

    >>> of_words(3, 5), of_words(0, 0)
    ('3 of 5', 'None recorded')
    """
    return f"{part:,} of {whole:,}" if whole else "None recorded"


def prime_share(day: DependenceOn) -> Decimal | None:
    """Return the share of value in contracts with prime suppliers; None where none is stated."""
    if not day.yearly:
        return None
    return percentages([day.prime, day.yearly - day.prime])[0]


def prime_words(day: DependenceOn) -> str:
    """Return the same in words."""
    share = prime_share(day)
    return NOT_STATED if share is None else percent_words(share)
