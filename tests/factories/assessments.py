"""Assessments, answers and steps of plans, as few words make them."""

from datetime import UTC, date, datetime

from scrutable.assurance import facts
from scrutable.assurance.facts import ORGANISATION, Level
from scrutable.assurance.intake import frameworks
from scrutable.records.writes import record

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)
AS_AT = date(2026, 10, 12)
N, P, A = Level.NOT_ACHIEVED, Level.PARTLY, Level.ACHIEVED
V3, V4 = frameworks()["CAF v3.2"], frameworks()["CAF v4.0"]
WHY = "Disclosing it would help those who attack the council."
MARK = "ZEBRA-QUARTZ"  # stands in every exempt word that these make


def assessment(code="CAF-2025", **more):
    told = {
        "title": "Cyber assessment 2025",
        "framework": "CAF v3.2",
        "profile": "baseline",
        "systems": ("CARE",),
        "begun_on": date(2025, 9, 1),
        "assurer": "Halden Assurance",
        "assured_on": date(2025, 12, 1),
        "public_interest": WHY,
        "open_summary": "The council was assessed in 2025 and checked from outside.",
    }
    return facts.Assessment(code=code, **told | more)


def answer(outcome, level=A, assured=None, **more):
    told = {"assessment": "CAF-2025", "system": ORGANISATION}
    differs = level and assured and level != assured
    told |= {"assured_reasons": f"{MARK} seen otherwise"} if differs else {}
    return facts.Answer(outcome=outcome, level=level, assured=assured, **told | more)


def step(number=0, **more):
    told = {
        "assessment": "CAF-2025",
        "system": ORGANISATION,
        "outcomes": ("A2.a",),
        "what": f"{MARK} review risks monthly",
        "owner": f"{MARK} Head of ICT",
        "due": date(2026, 9, 30),
        "pence": 1_250_000,
    }
    return facts.Remediation(number=number, **told | more)


def system(code="CARE", title="Social care records", **more):
    return facts.CriticalSystem(code=code, title=title, owner="Head of Applications", **more)


def put(*records, by="k.adeyemi", at=AT):
    return [record(of=one, by=by, at=at) for one in records]


def exempt_council():
    """Record an assessment with answers and a plan, every exempt word marked."""
    return put(
        system(),
        assessment(profile="baseline"),
        answer("A1.a", A, A, reasons=f"{MARK} the board meets", evidence=(f"{MARK} minutes",)),
        answer("A2.a", A, P, reasons=f"{MARK} risks are listed"),
        answer("B2.a", P, N, system="CARE", reasons=f"{MARK} shared accounts"),
        step(evidence=(f"{MARK} register",)),
        step(due=date(2026, 12, 31), said_done_on=date(2026, 10, 1)),
    )
