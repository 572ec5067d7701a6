"""What is recommended: one by one, who decides, by which verb, who is given power; pure."""

import re
from collections.abc import Iterator

from scrutable.meetings.facts import DecisionPaper, Lack, Part, Recommended
from scrutable.meetings.rules.papers.sums import sums_in
from scrutable.meetings.rules.papers.verbs import begins_with_verb, is_verb

PLACE = Part.RECOMMENDATIONS.value
_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|\d{1,2}(?=\s)|[-•*–])\s*")
_LIMB = re.compile(r"^\s*\(?([a-h]|i{1,3}|iv|v)[.)]\s+", re.IGNORECASE)
_THAT = re.compile(r"^that\b,?\s*", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:is|are|be|it is)\s+(?:recommended|asked|requested|invited)\s+(?:to|that)\s+",
    re.IGNORECASE,
)
_DELEGATES = re.compile(r"\bdelegat\w*\b", re.IGNORECASE)
_TO = re.compile(r"\bto\s+(?:the\s+)?", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:[,;:.](?=\s|$)|\bin consultation\b|\bafter consult|\bfollowing\b|\bacting\b|\bto\b"
    r"|\b(?:the )?(?:authority|power)s?\b|\bsubject to\b|\bwithin\b|\bwho\b|\bjointly\b|$)",
    re.IGNORECASE,
)


def lead_of(text: str) -> str:
    r"""Return the line that leads in to the recommendations, or "".

    >>> lead_of("That the Executive:\n1. approves the strategy")
    'That the Executive:'
    """
    lines = _lines(text)
    leads = len(lines) > 1 and lines[0].endswith(":") and not _LIMB.match(lines[1])
    return lines[0] if leads else ""


def recommended(text: str) -> tuple[Recommended, ...]:
    """Return the recommendations, one a line; lines lettered (a), (b) are limbs of the last."""
    lead = lead_of(text)
    found: list[tuple[str, list[str]]] = []
    for line in _lines(text)[1 if lead else 0 :]:
        if found and _LIMB.match(line):
            found[-1][1].append(_LIMB.sub("", line, count=1))
        else:
            found.append((_NUMBER.sub("", line, count=1), []))
    return tuple(
        Recommended(number=number, text=words, limbs=tuple(limbs), delegate=delegate_in(words))
        for number, (words, limbs) in enumerate(found, 1)
    )


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def delegate_in(text: str) -> tuple[int, int] | None:
    """Return where the text names who is given power; None where it gives nobody any.

    >>> words = "That the Executive delegates to the Director of Finance, with limits, the award."
    >>> words[slice(*delegate_in(words))]
    'Director of Finance'
    """
    power = _DELEGATES.search(text)
    if power is None:
        return None
    for to in _TO.finditer(text, power.end()):
        following = text[to.end() :].split(maxsplit=1)
        if not following or is_verb(following[0]):
            continue  # "delegates authority to award the contract to …"
        end = _END.search(text, to.end())
        last = end.start() if end else len(text)
        return (to.end(), last) if last > to.end() else None
    return None


def deciders(paper: DecisionPaper) -> tuple[str, ...]:
    """Return the names under which a recommendation may speak of who decides, longest first."""
    person = re.sub(r"^(?:Councillor|Cllr)\s+", "", paper.planned.maker_name).split(",")[0]
    office = paper.planned.maker_name.partition(",")[2]
    names = {paper.maker, paper.planned.maker_name, person, office}
    names |= {name.split(" for ")[0] for name in (paper.maker, office)}
    clean = {re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE) for name in names}
    return tuple(sorted((name for name in clean if len(name) > 2), key=lambda n: (-len(n), n)))


def faults(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield what is wrong with the recommendations, each by its number."""
    said = paper.parts.get(Part.RECOMMENDATIONS)
    if said is None or not said.text.strip():
        return
    lead = lead_of(said.text)
    names = deciders(paper)
    who = re.sub(r"^the\s+", "", paper.maker, flags=re.IGNORECASE)
    for one in recommended(said.text):
        yield from _of_one(one, lead, names, who)
    yield from _money(paper, said.text)


def _of_one(one: Recommended, lead: str, names: tuple[str, ...], who: str) -> Iterator[Lack]:
    label = f"Recommendation {one.number}"
    starts = [one.text] if _after_decider(one.text, names).strip(": ") else list(one.limbs)
    if not starts or not all(begins_with_verb(_after_decider(text, names)) for text in starts):
        remedy = f"Write it as “That the {who} approves …”, or another verb of deciding."
        yield Lack(PLACE, f"{label} does not begin with a verb of what is to be decided.", remedy)
    whole = f"{lead} {one.text}".casefold()
    if not any(re.search(rf"\b{re.escape(name.casefold())}\b", whole) for name in names):
        remedy = f"Name the {who} in it, or in a line above all that ends with a colon."
        yield Lack(PLACE, f"{label} does not say who decides.", remedy)
    if _DELEGATES.search(one.text) and one.delegate is None and not one.limbs:
        fault = f"{label} delegates, and names nobody to whom."
        yield Lack(PLACE, fault, "Name the post that is given the power.", stops=False)


def _after_decider(text: str, names: tuple[str, ...]) -> str:
    """Return what follows "That the Executive Councillor …" in a recommendation."""
    rest = _THAT.sub("", text.strip(), count=1)
    for name in names:
        found = re.match(rf"(?:the\s+)?{re.escape(name)}\b,?\s*", rest, re.IGNORECASE)
        if found:
            rest = rest[found.end() :]
            break
    return _ASKED.sub("", rest, count=1)


def _money(paper: DecisionPaper, text: str) -> Iterator[Lack]:
    """Yield where sums are recommended and the resource comments do not speak of money."""
    sums, said = sums_in(text), paper.parts.get(Part.RESOURCES)
    if not sums or said is None or not said.is_filled:
        return  # a part that is not filled in is told as that
    words = f"The recommendations name {sums[0].words}"
    if said.none:
        fault = f"{words}, and there are no resource comments."
        yield Lack(Part.RESOURCES.value, fault, "Say what it costs and which budget bears it.")
    elif not sums_in(said.text):
        fault = f"{words}; the resource comments name no sum."
        yield Lack(Part.RESOURCES.value, fault, "Say which budget bears it.", stops=False)
