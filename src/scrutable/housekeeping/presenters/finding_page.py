"""A finding with its trace, and a thing’s or a person’s page; pure."""

from collections.abc import Iterator, Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.govuk.presenters import day_cell, moment_cell
from scrutable.housekeeping.facts import (
    LOUD,
    QUIET,
    AtSnapshot,
    FindingStanding,
    FindingState,
    FindingTold,
    Handling,
    Said,
    Shown,
    Source,
    Thing,
    ThingsTold,
    WorkState,
)
from scrutable.housekeeping.presenters.findings import (
    ERASED,
    NOBODY,
    STATE_TAGS,
    finding_address,
    pence_cell,
    person_address,
    thing_address,
    thing_words,
)
from scrutable.housekeeping.presenters.words import (
    ESTATE,
    PART_WORDS,
    fault_words,
    findings_address,
    kind_words,
)
from scrutable.kernel.wording import capital, count_words, date_words, list_words

SHOWN_WORDS = {
    FindingState.FOUND: "Found",
    FindingState.BACK: "Back again",
    FindingState.FIXED: "Fixed: no longer shown, as somebody had said",
    FindingState.GONE: "Gone: no longer shown",
}


def finding_title(told: FindingTold) -> str:
    """Return the finding of the page: what is wrong, and with what."""
    one = told.standing
    name = thing_words(told.thing)
    what = name if name == ERASED else name[:1].lower() + name[1:]
    return f"{fault_words(one.part, one.fault)}: {what}"


def finding_summary(told: FindingTold) -> str:
    """Return where the finding stands, in one sentence."""
    one = told.standing
    said = {
        WorkState.OPEN: "Nobody has said anything of it yet.",
        WorkState.BACK: f"It had gone, and is back since {date_words(one.as_at)}.",
        WorkState.STILL_SHOWN: "Somebody said that it was fixed, and a later extract shows it.",
        WorkState.EXPLANATION_ENDED: "It was explained, and its day has gone by.",
        WorkState.EXPLAINED: "It is explained, and quiet until its day.",
        WorkState.SAID_FIXED: "Somebody says that it is fixed; the next extract will tell.",
        WorkState.FIXED: f"The extract as at {date_words(one.as_at)} bears out that it is fixed.",
        WorkState.GONE: f"The extract as at {date_words(one.as_at)} no longer shows it.",
    }
    return said[told.state]


def finding_terms(told: FindingTold) -> tuple[Term, ...]:
    """Return the finding, line by line."""
    one, thing = told.standing, told.thing
    pounds = pence_cell(one.pence).text
    return (
        Term(label="State", value=STATE_TAGS[told.state].word),
        Term(label=PART_WORDS[one.part], value=thing_words(thing), href=thing_address(one.thing)),
        *_person(thing),
        Term(label="Owner", value=one.owner or NOBODY),
        Term(label="First found", value=date_words(one.first_on)),
        *([Term(label="Pounds", value=pounds)] if one.pence is not None else []),
        *([Term(label="Explained", value=one.why)] if one.why else []),
        *([Term(label="Explained until", value=date_words(one.until))] if one.until else []),
        *(
            [Term(label="Said to be fixed on", value=date_words(one.fixed_on))]
            if one.fixed_on
            else []
        ),
        Term(
            label="All like it",
            value=fault_words(one.part, one.fault),
            href=findings_address(one.part, one.fault),
        ),
    )


def _person(thing: Thing) -> Iterator[Term]:
    if thing.person:
        href = person_address(thing.number)
        yield Term(label="Whose", value=f"Person {thing.person}", href=href)
    elif thing.key:
        yield Term(label="Whose", value="Nobody’s, or nobody’s by the extract")


def shown_table(told: FindingTold) -> Table:
    """Return what each extract changed of the finding, down to its file and row."""
    return Table(
        name="shown",
        caption="What the extracts show",
        columns=(
            Column("as_at", "As at"),
            Column("state", "Shown"),
            Column("extract", "Extract"),
            Column("row", "Row"),
            Column("file", "File"),
            Column("rows", "Its rows"),
            Column("event", "Recorded"),
        ),
        rows=tuple(row for one in reversed(told.shown) for row in _shown(one)),
        empty="No extract has shown it.",
    )


def _shown(one: Shown) -> Iterator[Row]:
    found = one.finding
    head = day_cell(found.as_at, ""), Cell(SHOWN_WORDS[found.state])
    tail = moment_cell(one.recorded.at)
    if not one.sources:
        none = Cell("Not recorded")
        yield (*head, none, none, none, none, tail)
    for source in one.sources:
        yield (
            *head,
            Cell(kind_words(source.kind), href=source_address(source)),
            Cell(f"{source.row:,}" if source.row else "None"),
            Cell(source.name, note=f"SHA-256 {source.sha256[:16]}…"),
            Cell(deleted_words(source)),
            tail,
        )


def deleted_words(source: Source) -> str:
    """Return whether the extract’s rows still lie there."""
    if source.deleted_on is None:
        return "Kept"
    return f"Source deleted on {date_words(source.deleted_on)}"


def source_address(source: Source) -> str:
    """Return the address of the extract’s page."""
    return f"{ESTATE}extracts/{source.kind.value}/{source.as_at.isoformat()}/"


def said_table(told: FindingTold) -> Table:
    """Return what was said of the finding, the last first."""
    return Table(
        name="said",
        caption="What people said",
        columns=(
            Column("at", "When"),
            Column("what", "What"),
            Column("owner", "Owner"),
            Column("until", "Until or on"),
            Column("by", "By"),
        ),
        rows=tuple(_said(one) for one in reversed(told.said)),
        empty="Nobody has said anything of it yet.",
    )


def _said(one: Said) -> Row:
    word = one.handling
    return (
        moment_cell(one.recorded.at),
        Cell(_word(word)),
        Cell(word.owner or NOBODY),
        day_cell(word.fixed_on or word.until, "No day"),
        Cell(one.recorded.by),
    )


def _word(word: Handling) -> str:
    if word.fixed_on is not None:
        return "Said to be fixed"
    return f"Explained: {word.why}" if word.why else "Given an owner"


def things_title(told: ThingsTold, name: str) -> str:
    """Return how much is wrong with a thing, or with what is somebody’s."""
    standing = sum(state in LOUD | QUIET for _, state in told.findings)
    if not standing:
        return f"{name}: nothing is wrong now"
    return f"{name}: {count_words(standing, 'thing')} wrong"


def thing_name(one: Thing) -> str:
    """Return a thing’s name as a title begins."""
    return thing_words(one) if one.key else f"{PART_WORDS[one.part]}: {ERASED.lower()}"


def person_name(one: Thing) -> str:
    """Return what a person’s page is called; the staff extract’s own key, never a name we keep."""
    return f"Person {one.person}" if one.person else ERASED


def thing_terms(one: Thing) -> tuple[Term, ...]:
    """Return a thing, line by line."""
    return (
        Term(label="Part", value=PART_WORDS[one.part]),
        Term(label="Number here", value=str(one.number)),
        *_person(one),
    )


def findings_table(told: ThingsTold, *, with_thing: bool) -> Table:
    """Return every finding of the things, those that stand first."""
    named = {one.number: one for one in told.things}
    stands_first = sorted(told.findings, key=lambda pair: (not pair[0].stands, pair[0].number))
    thing = (Column("thing", "With what"),) if with_thing else ()
    return Table(
        name="findings",
        caption="Every finding",
        columns=(
            Column("finding", "Finding"),
            *thing,
            Column("fault", "What is wrong"),
            Column("state", "State"),
            Column("owner", "Owner"),
            Column("since", "First found"),
            Column("last", "So since"),
        ),
        rows=tuple(
            _finding(one, state, named[one.thing] if with_thing else None)
            for one, state in stands_first
        ),
        empty="Nothing was ever found wrong by this day.",
    )


def _finding(one: FindingStanding, state: WorkState, thing: Thing | None) -> Row:
    return (
        Cell(f"Finding {one.number}", href=finding_address(one.number)),
        *((Cell(thing_words(thing), href=thing_address(thing.number)),) if thing else ()),
        Cell(fault_words(one.part, one.fault)),
        Cell("", tags=(STATE_TAGS[state],)),
        Cell(one.owner or NOBODY),
        day_cell(one.first_on, ""),
        day_cell(one.as_at, ""),
    )


def snapshot_table(told: ThingsTold, *, with_thing: bool) -> Table:
    """Return what each snapshot showed wrong, the last first."""
    named = {one.number: one for one in told.things}
    thing = (Column("thing", "With what"),) if with_thing else ()
    return Table(
        name="snapshots",
        caption="Each snapshot since it was first found wrong",
        columns=(Column("as_at", "As at"), *thing, Column("faults", "What was wrong")),
        rows=tuple(
            _snapshot(one, named[one.thing], with_thing=with_thing) for one in told.snapshots
        ),
        empty="No snapshot by this day shows it.",
    )


def _snapshot(one: AtSnapshot, thing: Thing, *, with_thing: bool) -> Row:
    faults = [fault_words(thing.part, fault) for fault in one.faults]
    said = capital(list_words([fault[:1].lower() + fault[1:] for fault in faults]))
    return (
        day_cell(one.as_at, ""),
        *((Cell(thing_words(thing), href=thing_address(thing.number)),) if with_thing else ()),
        Cell(said or "Nothing"),
    )


def erased(things: Sequence[Thing]) -> bool:
    """Test whether all names of the things are erased."""
    return not any(one.key or one.person for one in things)
