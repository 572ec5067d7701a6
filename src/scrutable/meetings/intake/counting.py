"""Numbers as lists print them: 3, c, C, iii, III; pure."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
MOST_ROMAN = 4_999
MOST_LETTERS = 26 * 20
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def numeral(number: int, kind: str) -> str:
    """Return the number as a list of that kind (Word's names) prints it.

    >>> numeral(9, "lowerRoman"), numeral(27, "upperLetter"), numeral(3, "ordinal")
    ('ix', 'AA', '3rd')
    """
    if kind in ("lowerLetter", "upperLetter"):
        text = letters(number)
        return text.upper() if kind == "upperLetter" else text
    if kind in ("lowerRoman", "upperRoman"):
        text = roman(number)
        return text.upper() if kind == "upperRoman" else text
    if kind == "decimalZero":
        return f"{number:02}"
    if kind == "ordinal":
        ending = "th" if number % 100 in (11, 12, 13) else ENDINGS.get(number % 10, "th")
        return f"{number}{ending}"
    return str(number)


def letters(number: int) -> str:
    """Return a, b … z, aa, bb, as Word counts; the number itself beyond that.

    >>> letters(1), letters(26), letters(28), letters(0)
    ('a', 'z', 'bb', '0')
    """
    if not 1 <= number <= MOST_LETTERS:
        return str(number)
    times, at = divmod(number - 1, 26)
    return chr(ord("a") + at) * (times + 1)


def roman(number: int) -> str:
    """Return the number in small Roman numerals; beyond them, the number itself.

    >>> roman(14), roman(1999), roman(0)
    ('xiv', 'mcmxcix', '0')
    """
    if not 1 <= number <= MOST_ROMAN:
        return str(number)
    said = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        said += sign * times
    return said
