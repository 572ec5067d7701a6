"""Which supplier is which: by number, else by a name that no other has; pure."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scrutable.housekeeping.facts import Bought, KnownSupplier, ListedSupplier, SupplierSize
from scrutable.housekeeping.rules.keys import name_key

Named = tuple[str, str]  # number and name, as an invoice or an order has them
NOBODY = "n:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppliers:
    """Every supplier of a day by its key, listed or only named by an invoice or an order."""

    known: Mapping[str, KnownSupplier]
    listed: Container[str]  # keys
    by_name: Mapping[str, str]  # of names that one listed supplier has

    def key_of(self, number: str, name: str) -> str:
        """Return the key of the supplier: listed by its number, listed by its name, or neither."""
        return key_of((number, name), self.listed, self.by_name)


def code_key(number: str) -> str:
    """Return the form in which the numbers of suppliers are compared: spreadsheets drop noughts.

    >>> code_key("0012 A"), code_key("12a")
    ('12a', '12a')
    """
    return name_key(number).lstrip("0")


def listed_key(number: str, name: str) -> str:
    """Return what tells a listed supplier from others; NOBODY of a line that names none."""
    code = code_key(number)
    return f"c:{code}" if code else f"n:{name_key(name)}"


def suppliers(bought: Bought, one_time: Iterable[str]) -> Suppliers:
    """Return every supplier that is listed or named; `one_time` are the policy's, by name."""
    listed = _listed(bought.suppliers)
    by_name = _by_name(bought.suppliers)
    once = {name_key(name) for name in one_time} - {""}
    used: dict[str, set[Named]] = defaultdict(set)
    for named in _named(bought):
        used[key_of(named, listed, by_name)].add(named)
    known = dict(listed)
    for key, own in used.items():
        known.setdefault(key, _unlisted(key, own))
    for key, one in known.items():
        names = {name_key(one.name), *(name_key(name) for _, name in used.get(key, ()))}
        known[key] = replace(one, is_one_time=one.is_one_time or bool(names & once))
    return Suppliers(known=known, listed=listed.keys(), by_name=by_name)


def key_of(named: Named, listed: Container[str], by_name: Mapping[str, str]) -> str:
    """Return the key of the supplier that is named, listed or not."""
    number, name = named
    code = code_key(number)
    if code and f"c:{code}" in listed:
        return f"c:{code}"
    return by_name.get(name_key(name)) or listed_key(number, name)


def _named(bought: Bought) -> Iterable[Named]:
    yield from ((one.supplier_number, one.supplier) for one in bought.orders)
    yield from ((one.supplier_number, one.supplier) for one in bought.invoices)


def _listed(found: Sequence[ListedSupplier]) -> dict[str, KnownSupplier]:
    marks = _marks(found, lambda one: name_key(one.name))
    lines: dict[str, list[ListedSupplier]] = defaultdict(list)
    for one in sorted(found, key=lambda one: one.row):
        if (key := listed_key(one.number, one.name)) != NOBODY:
            lines[key].append(one)
    return {key: _by_lines(key, own, marks) for key, own in lines.items()}


def _by_lines(
    key: str, own: Sequence[ListedSupplier], marks: Mapping[str, bool | None]
) -> KnownSupplier:
    sizes = {one.size for one in own}
    return KnownSupplier(
        key=key,
        number=own[0].number,
        name=own[0].name,
        size=sizes.pop() if len(sizes) == 1 else SupplierSize.UNKNOWN,
        is_sole_trader=_worst(marks[name_key(one.name)] for one in own),
        is_one_time=any(one.is_one_time for one in own),
    )


def _marks(
    found: Iterable[ListedSupplier], key: Callable[[ListedSupplier], str]
) -> dict[str, bool | None]:
    """Return for each name whether anybody of that name is, or may be, a sole trader."""
    said: dict[str, list[bool | None]] = defaultdict(list)
    for one in found:
        said[key(one)].append(one.is_sole_trader)
    return {name: _worst(marks) for name, marks in said.items()}


def _worst(marks: Iterable[bool | None]) -> bool | None:
    said = list(marks)
    return True if True in said else None if None in said else False


def _by_name(found: Iterable[ListedSupplier]) -> dict[str, str]:
    holders: dict[str, set[str]] = defaultdict(set)
    for one in found:
        if named := name_key(one.name):
            holders[named].add(listed_key(one.number, one.name))
    return {name: next(iter(held)) for name, held in holders.items() if len(held) == 1}


def _unlisted(key: str, own: Iterable[Named]) -> KnownSupplier:
    return KnownSupplier(
        key=key,
        number=min(number for number, _ in own),
        name=min(name for _, name in own),
        size=SupplierSize.UNKNOWN,
        is_sole_trader=None,
        is_one_time=False,
    )
