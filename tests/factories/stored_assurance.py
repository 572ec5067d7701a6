"""A council's systems, issues and claims, as its cyber lead would record them."""

from datetime import UTC, datetime

from factories.assurance_facts import (
    ago,
    claim,
    closed,
    drill,
    evidence,
    issue,
    phase,
    service,
    system,
)
from scrutable.assurance import writes  # noqa: F401  (register what they refuse)
from scrutable.assurance.facts import Priority, Visibility
from scrutable.meetings.facts import Body, BodyKind
from scrutable.meetings.writes import record_body
from scrutable.records.writes import record

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)
BY = {"by": "k.adeyemi", "at": AT}
SECRETS = (
    "The key hangs beside the door",
    "The tape could not be read",
    "Everybody knows the word of the gate",
    "A new word is being chosen",
)
DOOR, TAPE, GATE, WORD = SECRETS


def stored_assurance():
    """Record two systems, two services, a test that failed, four issues, a phase, three claims."""
    board = Body(
        code="OSMB", name="Scrutiny Board", kind=BodyKind.SCRUTINY, chair="A. Chair"
    )  # fmt: skip
    record_body(body=board, by="a.clerk", at=AT)
    for one in (
        system("NET", title="Network", recovery_hours=8),
        system("CARE", "NET", title="Care records", recovery_hours=48, single_points=(DOOR,)),
        system("LIBRARY", title="Library system", owner="", recovery_hours=None, test_months=None),
        service("VISITS", "CARE", title="Visits at home"),
        service("LOANS", "LIBRARY", title="Library loans"),
        drill(ago(40), "failed", found=TAPE),
        phase("SAFE"),
        issue(phase="SAFE", due=ago(100)),
        issue(2, what=GATE, progress=WORD, visibility=Visibility.EXEMPT, due=ago(5)),
        issue(3, accepted_by="", said_closed_on=ago(20), evidence=("A list",), owner="Head of HR"),
        closed(4, priority=Priority.LOW, found_while="looking into leavers"),
        claim(),
        claim("LEAVERS", text="The accounts of people who leave are closed on time"),
        claim("EXIT", text="Every contract has an exit plan"),
        evidence(400),
        evidence(10, claim="LEAVERS"),
    ):
        record(of=one, **BY)
    record(of=issue(1, phase="SAFE", due=ago(60), progress="Half done"), **BY)
