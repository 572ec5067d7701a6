"""Benefits in a report: what was promised, measured, taken from budgets, and what got worse; pure.

Every figure rests on the benefit or measurement that it was taken from, every sum on all of them.
"""

from scrutable.documents.blocks import Block
from scrutable.portfolio.compose.benefits.cashing import cashable_section
from scrutable.portfolio.compose.benefits.harming import disbenefits_section
from scrutable.portfolio.compose.benefits.measuring import measured_section
from scrutable.portfolio.compose.benefits.summing import benefits_section, finding, key_figures
from scrutable.portfolio.facts import BenefitsFound

__all__ = [
    "METHOD",
    "benefits_section",
    "cashable_section",
    "disbenefits_section",
    "finding",
    "key_figures",
    "measured_section",
    "review_sections",
]
METHOD = (
    (
        "A benefit’s progress is the way gone from its baseline to its target, whichever way is "
        "better, rounded down to a tenth of a per cent: what is short of its target never reads "
        "100%."
    ),
    (
        "A benefit is behind when its last measurement is short of the straight line to its target "
        "by more than the council lets pass, or when it is expected to come to less, or later."
    ),
    (
        "What nobody measured is counted apart and is in no sum; every sum says of how many "
        "benefits it is made."
    ),
    (
        "Of two benefits of two projects that look like one saving, one counts until somebody says "
        "what they are: that whose pounds were measured, then the larger."
    ),
    "A dis-benefit is held against the most that was accepted, and is taken from no sum.",
)


def review_sections(found: BenefitsFound) -> tuple[tuple[Block, ...], ...]:
    """Return the sections of a benefits realisation review, in their order."""
    return (
        benefits_section(found),
        measured_section(found),
        cashable_section(found),
        disbenefits_section(found),
    )
