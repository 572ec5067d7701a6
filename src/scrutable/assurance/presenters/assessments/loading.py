"""What loading a workbook of answers came to; pure."""

from scrutable.kernel.wording import count_words


def loaded_words(new: int, changed: int, known: int) -> str:
    """Return what a workbook came to.

    >>> loaded_words(12, 1, 0), loaded_words(0, 0, 39)
    ('12 answers are new and 1 is changed', 'Nothing is new: 39 rows say what is recorded')
    """
    if not new and not changed:
        verb = "says" if known == 1 else "say"
        return f"Nothing is new: {count_words(known, 'row')} {verb} what is recorded"
    said = f"{count_words(new, 'answer')} {'is' if new == 1 else 'are'} new"
    return f"{said} and {changed:,} {'is' if changed == 1 else 'are'} changed" if changed else said
