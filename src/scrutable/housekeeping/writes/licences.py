"""What of a signed statement, or of a product's names, does not fit the other records."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.housekeeping import facts, reads
from scrutable.housekeeping.rules import licences as rules
from scrutable.housekeeping.rules.keys import name_key
from scrutable.kernel.wording import date_words
from scrutable.records.reads import stands
from scrutable.records.writes import refusals_among_records


@refusals_among_records.register
def _(of: facts.LicenceStatement, known: int) -> Sequence[RowError]:
    if stands(facts.LicenceStatement, known, number=of.number):
        return [
            RowError("number", "What was signed stays as it was signed", "sign another statement")
        ]
    position = reads.licences_kept_by(of.position) if of.position <= known else None
    if position is None or not rules.agrees_with(of, position):
        fault = "These are not the numbers of the position that was kept"
        return [RowError("position", fault, "look at the position, then sign again")]
    last = reads.licences(known, of.signed_on)
    if last is None or last.version == position.version:
        return []
    fault = f"A newer position stands, of {date_words(last.as_at)}"
    return [RowError("position", fault, "look at it, then sign again")]


@refusals_among_records.register
def _(of: facts.SoftwareProduct, known: int) -> Sequence[RowError]:
    taken = {
        name_key(name): one.name
        for one in reads.software_products(known)
        if one.name != of.name
        for name in (one.name, *one.other_names)
    }
    return [
        RowError(
            "name" if name == of.name else "other_names",
            f"“{name}” is a name of {taken[name_key(name)]} already",
            "take it away from one of the two",
        )
        for name in (of.name, *of.other_names)
        if name_key(name) in taken
    ]
