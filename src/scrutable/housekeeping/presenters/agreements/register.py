"""What a register that was loaded came to; pure."""

from scrutable.kernel.wording import count_words


def loaded_words(new: int, changed: int, known: int) -> str:
    """Return how many rows were new, changed, and known already.

    >>> loaded_words(3, 1, 0), loaded_words(0, 0, 4)
    ('3 rows were new, 1 changed, 0 known already', 'Nothing is new: all 4 rows were known already')
    """
    if not new and not changed:
        return f"Nothing is new: all {count_words(known, 'row')} were known already"
    new_words = f"{count_words(new, 'row')} {'was' if new == 1 else 'were'} new"
    return f"{new_words}, {changed:,} changed, {known:,} known already"
