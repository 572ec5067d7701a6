"""The keys by which people are known again, as the engine makes them too; pure.

Only the letters A to Z are compared without their case: what other letters make of it differs
from one engine to the next.
"""

import re
from string import ascii_lowercase, ascii_uppercase

UPPER = str.maketrans(ascii_lowercase, ascii_uppercase)
LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
BEFORE_NUMBER = re.compile("^[A-Z]*[ -]*0*")


def number_key(number: str) -> str:
    """Return the form in which employee numbers are compared; "" matches nobody.

    >>> number_key("E00000417"), number_key(" 0000417 "), number_key("417")
    ('417', '417', '417')
    """
    return BEFORE_NUMBER.sub("", number.strip(" ").translate(UPPER))


def address_key(address: str) -> str:
    """Return the form in which addresses are compared; "" matches nobody."""
    return address.strip(" ").translate(LOWER)


def name_key(name: str) -> str:
    """Return the form in which names are compared: without spaces; "" matches nobody.

    >>> name_key("Ann  Marsh") == name_key(" ann marsh")
    True
    """
    return name.replace(" ", "").translate(LOWER)
