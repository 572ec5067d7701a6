"""Labels of limbs, in every shape that minutes use: 1. (1) 1) 1.1 a) (a) (A) A. (c ) i. (ii) •."""

import re
from dataclasses import dataclass

from scrutable.meetings.rules.reading.text import BULLET

ROMANS = {
    word: number
    for number, word in enumerate(
        [
            "i",
            "ii",
            "iii",
            "iv",
            "v",
            "vi",
            "vii",
            "viii",
            "ix",
            "x",
            "xi",
            "xii",
            "xiii",
            "xiv",
            "xv",
            "xvi",
            "xvii",
            "xviii",
            "xix",
            "xx",
        ],
        start=1,
    )
}

LABEL = re.compile(
    r"""(?:
      (?P<bullet>[•*>]|Ø|o(?=\s{2,}\S|\s[A-Za-z]{3})|-(?=\s))
    | (?P<decimal>\d{1,3}(?:\.\d{1,3}){1,3})[.)]?
    | \(\s?(?P<number>\d{1,2})\s?(?:\)|(?=\s))
    | (?P<number2>\d{1,3})(?:[.)]|(?=\s{3,}|\s+(?:That|THAT|that|To)\b))
    | \(\s?(?P<letter>[A-Za-z]|[ivxIVX]{2,5})\s?\)
    | (?P<letter2>[A-Za-z]|[ivxIVX]{2,5})[.)]
    )(?=\s|$|[A-Z(])""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a limb: its shape, and its place in the run of its shape."""

    shape: str  # "1", "1.1", "a", "A", "i", "I" or the bullet itself
    number: int
    is_bracketed: bool = False

    @property
    def is_first(self) -> bool:
        """Test whether a run can begin with it."""
        return self.number <= 1 or self.shape == "1.1"


def label_at(text: str, position: int, end: int) -> tuple[Label, int] | None:
    """Return the label that stands at the position and where it ends, or None."""
    found = LABEL.match(text, position, end)
    if found is None:
        return None
    return _label(found), found.end()


def _label(found: re.Match[str]) -> Label:
    is_bracketed = ")" in found[0]
    if found["bullet"]:
        return Label(found["bullet"], 0)
    if found["decimal"]:
        return Label("1.1", int(found["decimal"].rsplit(".", 1)[1]))
    number = found["number"] or found["number2"]
    if number:
        slipped = found["number"] and not is_bracketed and len(number) == 2 and number[1] == "0"
        return Label("1", int(number[0] if slipped else number), is_bracketed)  # "(20" is "(2)"
    letter = found["letter"] or found["letter2"]
    return _letter(letter, is_bracketed=is_bracketed)


def _letter(letter: str, *, is_bracketed: bool) -> Label:
    roman = ROMANS.get(letter.lower())
    if roman and (len(letter) > 1 or letter in "iI"):
        return Label("i" if letter.islower() else "I", roman, is_bracketed)
    if len(letter) > 1:
        return Label("i" if letter.islower() else "I", 99, is_bracketed)
    return Label("a" if letter.islower() else "A", ord(letter.lower()) - 96, is_bracketed)


def as_letter(label: Label) -> Label:
    """Return the roman numeral read as a letter: (i) after (h)."""
    letters = {1: "i", 5: "v", 10: "x"}
    if label.shape not in "iI" or label.number not in letters:
        return label
    shape = "a" if label.shape == "i" else "A"
    return Label(shape, ord(letters[label.number]) - 96, label.is_bracketed)


def as_roman(label: Label) -> Label:
    """Return the letter read as a roman numeral: (v) after (iv)."""
    romans = {22: 5, 24: 10}
    if label.shape not in "aA" or label.number not in romans:
        return label
    return Label("i" if label.shape == "a" else "I", romans[label.number], label.is_bracketed)


def said(label: Label) -> str:
    """Return the label as it is said, without brackets or dots: "a", "ii", "3", "•"."""
    if is_bullet(label):
        return label.shape
    if label.shape in "aA":
        letter = chr(96 + label.number)
        return letter if label.shape == "a" else letter.upper()
    if label.shape in "iI":
        roman = next((word for word, number in ROMANS.items() if number == label.number), "")
        return roman if label.shape == "i" else roman.upper()
    return str(label.number)


def is_bullet(label: Label) -> bool:
    """Test whether the label is a bullet and so has no number."""
    return label.shape in {BULLET, "*", ">", "Ø", "o", "-"}
