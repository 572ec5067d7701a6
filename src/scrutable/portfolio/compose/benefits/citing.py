"""What figures of benefits rest on, and the cells they stand in; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.documents.blocks import Cell, Citation
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words, number_words
from scrutable.portfolio.compose.saying import Kept, cite, cite_many, tag
from scrutable.portfolio.facts import (
    BenefitsFound,
    BenefitStanding,
    Measurement,
    Pounds,
    project_reference,
)
from scrutable.portfolio.presenters.benefits.words import STATE_TAGS, value_words

WHOLE = "portfolio/benefits"


def of_sum(found: BenefitsFound) -> Citation:
    """Return the citation of a sum or a count over benefits, of all or of one project's.

    Its version is that of the latest record of any of them, so that one reference has one version.
    """
    about = f"{project_reference(found.project)}/benefits" if found.project else WHOLE
    return cite_many(about, found.standings)


def of_project(number: str, parts: Sequence[Kept]) -> Citation:
    """Return the citation of a sum or a count over the benefits of one project."""
    return cite_many(f"{project_reference(number)}/benefits", parts)


def of_measurement(found: BenefitsFound, said: Measurement) -> Citation:
    """Return the citation of a measurement, with its file and its cell where it came from one."""
    return cite(said, file=found.files.get(said.file, said.file[:12]), place=said.place)


def measured_cell(found: BenefitsFound, one: BenefitStanding, none: str) -> Cell:
    """Return the value measured last with its day, or the words for there being none."""
    if one.last is None or one.last.value is None:
        cited = of_measurement(found, one.last) if one.last else cite(one.benefit)
        return Cell("Told in words" if one.last else none, cited)
    value = value_words(one.benefit, one.last.value)
    cited = of_measurement(found, one.last)
    return Cell(value, cited, number=one.last.value, period=f"on {date_words(one.last.on)}")


def of_standing(found: BenefitsFound, one: BenefitStanding) -> Citation:
    """Return the citation of how far a benefit came: what was measured last, else its profile."""
    if one.last is None or not one.is_counted:
        return cite(one.benefit)
    return of_measurement(found, one.last)


def state_cell(found: BenefitsFound, one: BenefitStanding, period: str) -> Cell:
    """Return where the benefit stands as a cell."""
    of = STATE_TAGS[one.state]
    return Cell(of.word, of_standing(found, one), (tag(of),), period=period)


def pounds_cell(pounds: Decimal | None, cited: Citation, none: str, period: str) -> Cell:
    """Return a sum of pounds a year, or the words for there being none."""
    if pounds is None:
        return Cell(none, cited, period=period)
    return Cell(money_exact(pounds), cited, number=pounds, period=period)


def some_words(count: int) -> str:
    """Return how many of several, to stand before “of”.

    >>> some_words(0), some_words(2), some_words(12)
    ('none', 'two', '12')
    """
    return number_words(count) if count else "none"


def be_words(count: int) -> str:
    """Return “is” or “are”, as the count asks.

    >>> be_words(0), be_words(1), be_words(2)
    ('is', 'is', 'are')
    """
    return "are" if count > 1 else "is"


def sum_cell(pounds: Pounds, cited: Citation, none: str, period: str) -> Cell:
    """Return a sum over several benefits, and of how many where not of all."""
    if not pounds.made_of:
        return Cell(none, cited, period=period)
    said = money_exact(pounds.pounds)
    if pounds.made_of < pounds.out_of:
        said = f"{said} (of {pounds.made_of:,} of {pounds.out_of:,})"
    return Cell(said, cited, number=pounds.pounds, period=period)
