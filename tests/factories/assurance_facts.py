"""Critical systems and what stands on them, issues, claims and evidence, as few words make them."""

from datetime import date, timedelta

from scrutable.assurance import facts

AS_AT = date(2026, 10, 12)


def ago(days):
    return AS_AT - timedelta(days=days)


def system(code="CARE", *stands_on, **more):
    told = {"title": code.title(), "owner": "Head of Applications", "test_months": 12}
    told |= {"recovery_hours": 24, "loss_hours": 4}
    return facts.CriticalSystem(code=code, stands_on=stands_on, **told | more)


def service(code="VISITS", *needs, **more):
    told = {"title": code.title(), "owner": "Head of Care", "bearable_hours": 8}
    return facts.PublicService(code=code, needs=needs or ("CARE",), **told | more)


def drill(on, outcome="passed", **more):
    told = {"system": "CARE", "number": 0, "hours": None if outcome == "failed" else 20}
    told |= {"found": "" if outcome == "passed" else "The tape could not be read"}
    return facts.RecoveryTest(on=on, outcome=facts.RecoveryOutcome(outcome), **told | more)


def issue(number=0, **more):
    told = {
        "source": "Internal audit 2026/03",
        "found_on": ago(200),
        "what": "Leavers keep their accounts",
        "priority": facts.Priority.HIGH,
        "owner": "Head of ICT",
        "due": ago(30),
    }
    return facts.Issue(number=number, **told | more)


def closed(number=0, **more):
    told = {
        "said_closed_on": ago(20),
        "evidence": ("Test of 22 September",),
        "accepted_by": "Internal audit",
        "accepted_on": ago(10),
    }
    return issue(number, **told | more)


def phase(code="P1", begins_on=date(2025, 9, 1), ends_on=date(2026, 8, 31)):
    return facts.Phase(
        code=code, programme="ICT improvement", title=f"Phase {code}", begins_on=begins_on,
        ends_on=ends_on, decision="Minute 41",
    )  # fmt: skip


def claim(code="RESTORE", text="Everything that is critical can be restored", **more):
    told = {"body": "OSMB", "owner": "Head of ICT", "shelf_days": 365, "wants": facts.Line.SECOND}
    return facts.Claim(code=code, text=text, **told | more)


def evidence(days, line=2, number=0, **more):
    told = {"claim": "RESTORE", "what": "Restored in a test", "checked_by": "ICT risk team"}
    return facts.Evidence(number=number, on=ago(days), line=facts.Line(line), **told | more)
