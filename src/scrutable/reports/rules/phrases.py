"""What commentary claims, as tables of phrases; pure. Add a row rather than a rule.

A phrase is matched as whole words, ignoring case. Those of `OF_KPI` count only where the clause
is about a KPI: "achieved" says something of a KPI and little of a contract.
"""

from enum import StrEnum


class Claim(StrEnum):
    """What a phrase says of the KPI, the service or the contract it is about."""

    ALL_MET = "all_met"  # every KPI met its target
    NO_FAILURES = "no_failures"  # no KPI missed
    GOOD = "good"  # it met its target
    IMPROVED = "improved"  # it got better
    WORSENED = "worsened"  # it got worse
    BAD = "bad"  # it missed its target
    NOUGHT = "nought"  # its value was nought


_WELL = r"(?:consistently |very |generally |particularly )?(?:strong|good|excellent|green)"
_LEVEL = r"(?:own |agreed |service |monthly )?(?:target|level|standard|minimum)s?"
_ITS = r"(?:its |the |their |this |all |every )?"

OF_ANYTHING: dict[Claim, tuple[str, ...]] = {
    Claim.ALL_MET: (
        r"all (?:of )?(?:the |our |its )?(?:measured )?(?:\d+ )?kpis",
        r"(?:every|each) (?:single )?kpi",
        r"all (?:of )?(?:the |our |its |their )?targets",
        r"every target",
        r"100% of (?:the )?(?:kpis|targets)",
    ),
    Claim.NO_FAILURES: (
        r"no (?:kpi )?failures?",
        r"no failed kpis?",
        r"no kpis? (?:has |have |was |were )?(?:failed|missed|fell|below|under)",
        r"none (?:of the kpis )?(?:has |have |was |were )?(?:failed|missed|fell|below)",
        r"without (?:a |any )?(?:kpi )?failures?",
        r"nothing (?:failed|missed|fell below)",
    ),
    Claim.GOOD: (
        rf"remain(?:s|ed|ing)? {_WELL}",
        r"(?:consistently|very|particularly) (?:strong|good)",
        rf"(?:was|were|is|been) {_WELL}",
        r"strong (?:performance|month|quarter|results?)",
        r"(?:good|excellent|outstanding) (?:performance|results?)",
        r"perform(?:s|ed|ing)? (?:very |consistently )?(?:well|strongly)",
        r"no (?:concerns?|issues?|problems?)",
        r"on target|above target|within target|on track",
        r"satisfactory|pleasing",
        rf"(?:met|meets|meeting|hit|achiev(?:ed|es|ing)|exceed(?:ed|s|ing)) {_ITS}{_LEVEL}",
        r"(?:target|level|standard)s? (?:was|were|has been|is) (?:met|achieved|exceeded|reached)",
    ),
    Claim.IMPROVED: (
        r"improv(?:ed|ing|es)",
        r"(?:got|became|is|was|were) better",
        r"recover(?:ed|ing|s)|rallied|turned around",
    ),
    Claim.WORSENED: (
        r"worsen(?:ed|ing|s)|deteriorat(?:ed|ing|es)",
        r"(?:got|became|is|was|were) worse",
    ),
    Claim.BAD: (
        rf"(?:missed|misses|failed|fails) {_ITS}{_LEVEL}",
        rf"(?:fell|was|were|is|dropped|slipped) (?:well )?(?:below|short of) {_ITS}{_LEVEL}",
    ),
}
OF_KPI: dict[Claim, tuple[str, ...]] = {
    Claim.GOOD: (r"achieved|exceeded",),
    Claim.BAD: (r"missed|failed",),
    Claim.NOUGHT: (
        r"(?:was|were|is|at|of|stood at) (?:0|0\.0+|zero|nil|nought)(?: ?%| per cent)?",
        r"(?:zero|nil|nought) (?:incidents|cases|calls|errors|failures)",
    ),
}

NEGATIONS = frozenset(
    ["not", "never", "hardly", "neither", "nor", "cannot", "without", "no", "barely", "scarcely"]
)
OUTLOOK = frozenset(
    [
        "aim", "aims", "could", "expected", "expects", "forecast", "hoped", "hopes", "if",
        "intends", "may", "might", "must", "planned", "plans", "promised", "promises", "propose",
        "proposed", "proposes", "should", "to", "unless", "until", "will", "would",
    ]
)  # fmt: skip
DOUBTS = (
    "almost", "claims that", "failed to", "fails to", "far from", "instead of", "less than",
    "nearly", "need for", "needs", "no longer", "rather than", "reported that", "said that",
    "says that", "stated that", "suggests that", "unable to", "yet to",
)  # fmt: skip
