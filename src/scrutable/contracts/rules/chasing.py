"""What a letter about late returns says; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts.facts import ReturnOwed
from scrutable.kernel.wording import count_words, date_words


def late_lines(late: Sequence[ReturnOwed], as_at: date, address: str) -> tuple[str, ...]:
    """Return the letter's lines, the longest overdue first; none where nothing is late."""
    if not late:
        return ()
    oldest_first = sorted(late, key=lambda item: (item.due_on, item.contract.code))
    said = [_line(item, as_at) for item in oldest_first]
    verb = "is" if len(late) == 1 else "are"
    opening = f"On {date_words(as_at)} {count_words(len(late), 'return')} {verb} late."
    return (opening, "", *said, "", f"Send them at {address}")


def _line(item: ReturnOwed, as_at: date) -> str:
    contract = item.contract
    late = count_words((as_at - item.due_on).days, "day")
    return (
        f"{contract.title} ({contract.code}), {item.month.words}: "
        f"due {date_words(item.due_on)}, {late} late. {contract.supplier.name} owes it."
    )
