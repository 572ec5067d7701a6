"""What a register came to, in words; pure."""

from scrutable.kernel.wording import count_words


def loaded_words(new: int, changed: int, known: int) -> str:
    """Return what a register came to.

    >>> loaded_words(2, 1, 0)
    '2 rows new, 1 changed, 0 known already'
    """
    return f"{count_words(new, 'row')} new, {changed:,} changed, {known:,} known already"
