"""References of records in words, for a link's text; pure."""

KINDS = {
    "edition": "Report",
    "decision": "Decision",
    "meeting": "Meeting",
    "question": "Question",
    "transition": "Transition",
}


def reference_words(reference: str) -> str:
    """Return what a reference names, and an unknown one as it is.

    >>> reference_words("edition/CSS-2026-3"), reference_words("limb/OSMB-2026-07-30-1/6")
    ('Report CSS-2026-3', 'Limb 6 of minutes OSMB-2026-07-30-1')
    >>> reference_words("something else")
    'something else'
    """
    kind, _, rest = reference.partition("/")
    if kind == "limb" and "/" in rest:
        minutes, _, number = rest.rpartition("/")
        return f"Limb {number} of minutes {minutes}"
    return f"{KINDS[kind]} {rest}" if kind in KINDS and rest else reference
