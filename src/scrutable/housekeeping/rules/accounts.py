"""Accounts against people: on which line each counts, and what is wrong with it; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from scrutable.housekeeping.facts import (
    Account,
    AccountClass,
    AccountFault,
    AccountFinding,
    AccountLine,
    JudgedAccount,
    LeaverRule,
    LeaverRuleKind,
    MatchedBy,
)
from scrutable.housekeeping.rules.people import Staff
from scrutable.kernel.workdays import is_working_day

OF_CLASS = {
    AccountClass.SHARED: AccountLine.SHARED,
    AccountClass.SERVICE: AccountLine.SERVICE,
    AccountClass.ADMINISTRATOR: AccountLine.ADMINISTRATOR,
    AccountClass.MEMBER: AccountLine.MEMBER,
    AccountClass.PARTNER: AccountLine.PARTNER,
    AccountClass.AGENCY: AccountLine.AGENCY,
    AccountClass.RETAINED: AccountLine.RETAINED,
}
SURENESS = tuple(MatchedBy)
A_PERSONS_OWN = frozenset(
    {
        AccountLine.ADMINISTRATOR,
        AccountLine.DISABLED,
        AccountLine.LEAVER,
        AccountLine.RETAINED,
    }
)
MAY_BE_IDLE = frozenset(
    {
        AccountLine.ADMINISTRATOR,
        AccountLine.AGENCY,
        AccountLine.PARTNER,
        AccountLine.PERSON,
        AccountLine.SECOND,
    }
)


def close_by(left_on: date, rule: LeaverRule) -> date:
    """Return the last day on which the account of somebody who left may be open.

    Councils differ: on the last day itself, on the next working day, or within some days.
    """
    if rule.kind is LeaverRuleKind.LAST_DAY:
        return left_on
    if rule.kind is LeaverRuleKind.WITHIN_DAYS:
        return left_on + timedelta(days=rule.days)
    day = left_on + timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def judged_accounts(
    accounts: Iterable[Account], staff: Staff, *, as_at: date, rule: LeaverRule
) -> list[JudgedAccount]:
    """Return each account with its line, in the order of the extract.

    Of several accounts of one person, the one found by the surest key is theirs; of those found
    by the same key, the first by login.
    """
    found = [
        (account, *staff.match(account.number, account.address, account.name))
        for account in accounts
    ]
    first = _firsts(found, staff, as_at)
    return sorted(
        (
            JudgedAccount(
                row=account.row,
                login=account.login,
                line=_line(
                    account, person, staff, as_at, is_first=first.get(person) == account.row
                ),
                matched_by=by,
                person=person,
                left_on=staff.left_on[person] if person else None,
                due_on=_due(staff.left_on[person], rule) if person else None,
                last_sign_in=account.last_sign_in,
                retained_until=account.retained_until,
            )
            for account, by, person in found
        ),
        key=lambda one: one.row,
    )


def account_findings(
    judged: Iterable[JudgedAccount], *, as_at: date, idle_days: int
) -> list[AccountFinding]:
    """Return everything that is wrong, by row, then by fault."""
    return sorted(
        AccountFinding(one.row, fault, one.login, one.person)
        for one in judged
        for fault in _faults(one, as_at, as_at - timedelta(days=idle_days))
    )


def lines(judged: Sequence[JudgedAccount]) -> dict[AccountLine, int]:
    """Return how many accounts count on each line; together they are all accounts."""
    return {line: sum(one.line is line for one in judged) for line in AccountLine}


def _due(left_on: date | None, rule: LeaverRule) -> date | None:
    return close_by(left_on, rule) if left_on else None


def _firsts(
    found: Sequence[tuple[Account, MatchedBy, str]], staff: Staff, as_at: date
) -> Mapping[str, int]:
    first: dict[str, tuple[int, str, int]] = {}
    for account, by, person in found:
        if person and _unmatched_line(account) is None and not staff.has_left(person, as_at):
            place = (SURENESS.index(by), account.login, account.row)
            first[person] = min(first.get(person, place), place)
    return {person: row for person, (_, _, row) in first.items()}


def _unmatched_line(account: Account) -> AccountLine | None:
    """Return the line of an account that needs no person for it, None of all others."""
    if not account.is_enabled:
        return AccountLine.DISABLED
    if account.account_class in OF_CLASS:
        return OF_CLASS[account.account_class]
    return AccountLine.RETAINED if account.retained_until else None


def _line(
    account: Account, person: str, staff: Staff, as_at: date, *, is_first: bool
) -> AccountLine:
    if line := _unmatched_line(account):
        return line
    if not person:
        return AccountLine.NOBODY
    if staff.has_left(person, as_at):
        return AccountLine.LEAVER
    return AccountLine.PERSON if is_first else AccountLine.SECOND


def _faults(one: JudgedAccount, as_at: date, idle_since: date) -> Iterator[AccountFault]:
    if one.line is AccountLine.LEAVER and one.due_on and one.due_on < as_at:
        yield AccountFault.LEAVER_OPEN
    if _signed_in_after(one, as_at):
        yield AccountFault.SIGNED_IN_AFTER
    if one.line is AccountLine.SECOND:
        yield AccountFault.SECOND_ACCOUNT
    if one.line is AccountLine.NOBODY:
        yield AccountFault.NOBODYS
    if one.line is AccountLine.RETAINED and one.retained_until is None:
        yield AccountFault.RETAINED_WITHOUT_END
    if one.line is AccountLine.RETAINED and one.retained_until and one.retained_until < as_at:
        yield AccountFault.RETAINED_PAST
    if one.line in MAY_BE_IDLE and one.last_sign_in and one.last_sign_in < idle_since:
        yield AccountFault.IDLE


def _signed_in_after(one: JudgedAccount, as_at: date) -> bool:
    if one.line not in A_PERSONS_OWN or one.left_on is None or one.last_sign_in is None:
        return False
    return one.left_on < as_at and one.last_sign_in > one.left_on
