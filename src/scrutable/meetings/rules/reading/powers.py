"""How minutes give power to somebody, and name whom they charge: the patterns, as data."""

import re

from scrutable.meetings.rules.reading.actors import NAME, PLAIN_ROLE
from scrutable.meetings.rules.reading.wordings import ANY_CASE

GIVEN_POWER = re.compile(
    r"\b(?:be|is|are|was|were) (?:hereby |further )?(?:given|granted|vested with) "
    r"(?:the )?(?:full )?(?:delegated )?(?:authority|powers?|permission|"
    r"responsibility)"
    r"|\b(?:authority|powers?|responsibility)\b.{0,60}\bbe "
    r"(?:hereby )?(?:delegated|given|granted)"
    r"|\bdelegated? (?:authority|powers?)\b.{0,40}\bbe (?:given|granted|approved|agreed)"
    r"|\b(?:be|is|are|was|were) (?:hereby |further )?delegated\b",
    ANY_CASE,
)

HAS_POWER = re.compile(r"(?:delegated |full |the )*(?:authority|powers?)\b", ANY_CASE)

TO_WHOM = re.compile(
    r"\b(?:[Dd]elegated|[Aa]uthority|[Pp]ower|[Pp]owers|given|granted|delegate|"
    r"delegates|permission|responsibility|approval)\b(?: (?:be |is |for |of |under "
    r")?[^.;:]{0,120}?)? to (?=(?:the |an? |all |each |any |relevant |officers|"
    r"[A-Z]))"
)

ROLE_NEXT = re.compile(rf"(?:the |an? |all |each |any |its )?(?:{NAME}|{PLAIN_ROLE})")

TO_DO = re.compile(r"\bto\b", ANY_CASE)

BY_WHOM = re.compile(r"\bby (?=(?:the )?(?:officers?|[A-Z]|members))")

DELEGATED_TO = re.compile(r"\bto (?=(?:the |an? |officers)?[A-Z]|the )")

MAKES = re.compile(
    r"(?:the )?(?:following )?(?:a )?(?:\w+ )?(?:recommendations?|comments?|"
    r"observations)\b",
    ANY_CASE,
)

LONG_REACH = 160
