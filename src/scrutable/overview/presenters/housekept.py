"""How the estate stands, for whoever has ten seconds; pure."""

from collections.abc import Iterator

from scrutable.kernel.wording import capital, count_words, number_words
from scrutable.overview.facts import EstateStanding


def housekept_words(found: EstateStanding) -> str:
    """Return the finding in a sentence or three.

    >>> housekept_words(EstateStanding(findings=1589, agreements=12, running=2, short=None))
    '1,589 findings need somebody. Two agreements run on without approval.'
    """
    return " ".join(_said(found))


def _said(found: EstateStanding) -> Iterator[str]:
    if found.findings is not None:
        number = count_words(found.findings, "finding") if found.findings else "No finding"
        yield f"{number} {'need' if found.findings > 1 else 'needs'} somebody."
    if found.agreements:
        verb = "agreement runs" if found.running in (0, 1) else "agreements run"
        number = number_words(found.running) if found.running else "no"
        yield f"{capital(number)} {verb} on without approval."
    if found.short is not None:
        verb = "kind of licence is" if found.short in (0, 1) else "kinds of licence are"
        yield f"{capital(number_words(found.short) if found.short else 'no')} {verb} short."
