"""Accounts as the directory exports them; pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from scrutable.demo.facts import Estate, EstateDay
from scrutable.demo.rules.chance import chance, pick
from scrutable.demo.rules.estate.people import Row, address, left_on, login, name, number, uk

HEADINGS = (
    *("Logon Name", "Employee ID", "Display Name", "Email Address", "Account Type", "Enabled"),
    *("Last Logon", "Keep Until"),
)
KEPT_FROM = -640  # place of the first of those whose account a manager has kept
PAST_BY_THE_END = 61
FORGOTTEN = ("kiosk", "reception", "training", "loan", "project", "temp", "scanner", "desk")
SHARED = ("enquiries", "duty", "bookings", "team", "front-desk", "invoices", "rota", "referrals")
SERVICE = ("backup", "sync", "report", "print", "gateway", "feed", "monitor", "import")


def accounts(estate: Estate, day: EstateDay) -> Iterator[Row]:
    """Yield the accounts extract of the day."""
    yield HEADINGS
    for place in range(*day.at_work):
        yield _of_person(estate, place, _lately(day, place))
    late = _signing_in(day)
    for place in _leavers(day):
        left = left_on(place, estate)
        seen = left + timedelta(days=pick(2, 4, "after", place)) if place in late else left
        yield _of_person(estate, place, uk(seen))
    for place in range(*day.retained):
        yield _kept(estate, place)
    for place in range(*day.nobodys):
        title = FORGOTTEN[pick(0, len(FORGOTTEN) - 1, "forgotten", place)]
        yield _plain(f"{title}{place:03}", f"{title.capitalize()} {place}", "User", day, place)
    yield from _named(day)


def _named(day: EstateDay) -> Iterator[Row]:
    for place in range(*day.shared):
        title = SHARED[pick(0, len(SHARED) - 1, "shared", place)]
        yield _plain(f"{title}.{place:03}", f"{title.capitalize()} {place}", "Shared", day, place)
    for place in range(*day.service):
        title = SERVICE[pick(0, len(SERVICE) - 1, "service", place)]
        yield _plain(f"svc-{title}-{place:02}", "", "Service", day, place)
    for place in range(*day.member):
        yield _plain(f"cllr{place + 1:02}", f"Councillor, seat {place + 1}", "Member", day, place)
    for place in range(*day.partner):
        yield _plain(f"x-partner{place:03}", f"Partner {place}", "Partner", day, place)
    for place in range(*day.agency):
        yield _plain(f"x-agency{place:03}", f"Agency {place}", "Agency", day, place)


def _of_person(estate: Estate, place: int, seen: str) -> Row:
    names = estate.names
    return (
        *(login(place, names), number(place), name(place, names), address(place, names)),
        *("User", "Yes", seen, ""),
    )


def _plain(account: str, title: str, kind: str, day: EstateDay, place: int) -> Row:
    return account, "", title, "", kind, "Yes", _lately(day, f"{account}{place}"), ""


def _kept(estate: Estate, place: int) -> Row:
    who = KEPT_FROM + place
    row = _of_person(estate, who, uk(left_on(who, estate)))
    return *row[:-1], uk(_kept_until(estate, place))


def _kept_until(estate: Estate, place: int) -> date:
    """Return until when a manager asked for the account; the first to be kept end first."""
    last = estate.days[-1]
    past = last.retained[0] + PAST_BY_THE_END
    if place < past:
        return last.on - timedelta(days=1 + 3 * (past - 1 - place))
    return last.on + timedelta(days=2 * (place - past))


def _leavers(day: EstateDay) -> list[int]:
    return [*day.reopened, *range(*day.leavers)]


def _signing_in(day: EstateDay) -> frozenset[int]:
    """Return those who still sign in: mostly the same from one day to the next."""
    ranked = sorted(_leavers(day), key=lambda place: chance("still", place))
    return frozenset(ranked[: day.signing_in_after])


def _lately(day: EstateDay, about: object) -> str:
    return uk(day.on - timedelta(days=pick(0, 20, "seen", about, day.on)))
