"""What the sum of a part says, in a sentence; pure."""

from scrutable.housekeeping.facts import AccountLine, DeviceLine, OrderLine, PartOfEstate, Snapshot
from scrutable.housekeeping.facts.sums import Estate
from scrutable.housekeeping.rules.sums import number_on
from scrutable.kernel.wording import count_words


def title(estate: Estate) -> str:
    """Return the finding of the page: that of the first part that was reconciled."""
    if not estate.parts:
        return "Nothing of the estate is reconciled yet"
    return finding(estate.parts[0].snapshot)


def finding(one: Snapshot) -> str:
    """Return what the sum of a part says, in one sentence without its stop.

    >>> from datetime import date
    >>> from scrutable.housekeeping.facts import Counted
    >>> def accounts(people, leavers):
    ...     lines = (Counted("person", 50), Counted("leaver", leavers), Counted("nobody", 1))
    ...     return Snapshot(part=PartOfEstate.ACCOUNTS, as_at=date(2026, 9, 30), lines=lines,
    ...                     faults=(), extracts=(), engine="duckdb", people=people)
    >>> finding(accounts(50, 4))
    '5 more accounts than people at work; 5 accounts belong to somebody who left or to nobody'
    >>> finding(accounts(60, 0))
    '9 fewer accounts than people at work; 1 account belongs to somebody who left or to nobody'
    """
    return _FINDINGS[one.part](one)


def _of_accounts(one: Snapshot) -> str:
    lost = number_on(one, AccountLine.LEAVER, AccountLine.NOBODY)
    belong = "belongs" if lost == 1 else "belong"
    lost_words = (
        f"{count_words(lost, 'account')} {belong} to somebody who left or to nobody"
        if lost
        else "none belongs to somebody who left or to nobody"
    )
    if one.people is None:
        return f"{count_words(one.number, 'account')}; {lost_words}"
    over = one.number - one.people
    if not over:
        return f"As many accounts as people at work; {lost_words}"
    more = "more" if over > 0 else "fewer"
    accounts = "account" if abs(over) == 1 else "accounts"
    return f"{abs(over):,} {more} {accounts} than people at work; {lost_words}"


def _of_devices(one: Snapshot) -> str:
    lost = number_on(one, DeviceLine.LEAVER, DeviceLine.NOBODY)
    if not lost:
        return f"Every one of {count_words(one.number, 'device')} is accounted for"
    of_all = count_words(one.number, "device")
    return f"{lost:,} of {of_all} are with somebody who left or with nobody"


def _of_licences(one: Snapshot) -> str:
    short = number_on(one, "short")
    if not short:
        return "Enough licences for everything in use that was assessed"
    products = count_words(short, "product")
    return f"{products} {'has' if short == 1 else 'have'} fewer licences than are in use"


def _of_orders(one: Snapshot) -> str:
    wrong = number_on(one, OrderLine.RETROSPECTIVE, OrderLine.UNKNOWN, OrderLine.WITHOUT)
    if not wrong:
        return (
            f"Every one of {count_words(one.number, 'invoice')} was ordered first, or need not be"
        )
    return f"{wrong:,} of {count_words(one.number, 'invoice')} were not ordered before they came"


_FINDINGS = {
    PartOfEstate.ACCOUNTS: _of_accounts,
    PartOfEstate.DEVICES: _of_devices,
    PartOfEstate.LICENCES: _of_licences,
    PartOfEstate.ORDERS: _of_orders,
}


def lowered(text: str) -> str:
    """Return the text as it goes on after a colon."""
    return text[:1].lower() + text[1:]
