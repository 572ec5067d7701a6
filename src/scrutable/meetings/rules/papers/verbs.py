"""The verbs with which bodies decide, in the forms that recommendations give them; pure."""

import re

_BASE = """
accept acknowledge acquire adopt agree allocate amend appoint approve ask authorise authorize
award begin borrow buy cease close comment commission commit complete conclude confirm consent
consider consult continue create declare decline defer delegate deliver demolish designate
determine develop direct dispose end endorse enter establish exempt express extend form fund
give grant identify implement improve increase instruct introduce invest invite issue join keep
launch lease let levy license make nominate note novate object open oppose order pay permit
plan postpone prepare proceed procure propose provide publish purchase raise ratify reaffirm
receive recognise recommend reconsider record reduce refer refuse reject release renew repeal
replace request require rescind reserve resolve retain review revise revoke scrutinise seek
select sell set sign start stop submit support suspend take terminate thank transfer transform
undertake uphold use vary vest waive welcome withdraw withhold write
"""
VERBS = frozenset(_BASE.split())
_ADVERB = re.compile(r"^(?:\w+ly|also|then|further|does not|do not|not)\s+", re.IGNORECASE)


def begins_with_verb(text: str) -> bool:
    """Test whether the first word, adverbs aside, is a verb of deciding.

    >>> [begins_with_verb(text) for text in ("formally approves it", "to note", "The award be")]
    [True, True, False]
    """
    rest = re.sub(r"^to\s+", "", text.strip(), flags=re.IGNORECASE)
    rest = _ADVERB.sub("", rest, count=1)
    first = re.match(r"[a-z]+", rest, re.IGNORECASE)
    return first is not None and is_verb(first[0])


def is_verb(word: str) -> bool:
    """Test whether the word is such a verb, or its third person.

    >>> [is_verb(word) for word in ("Approves", "ratifies", "authorise", "strategy")]
    [True, True, True, False]
    """
    plain = re.sub(r"\W", "", word).casefold()
    forms = {plain, plain.removesuffix("s"), plain.removesuffix("es")}
    forms.add(re.sub(r"ies$", "y", plain))
    return bool(forms & VERBS)
