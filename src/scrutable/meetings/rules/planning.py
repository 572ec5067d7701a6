"""What stops an entry of the forward plan: every fault with its remedy; pure."""

from collections.abc import Iterator

from scrutable.kernel.wording import date_words
from scrutable.meetings import facts
from scrutable.meetings.facts import DecisionCase, Fault, KeyGround, KeyRoute
from scrutable.meetings.rules.codes import is_decision_code
from scrutable.meetings.rules.deadlines import Law


def faults_of_plan(case: DecisionCase, law: Law) -> list[Fault]:
    """Return what stops an entry of the forward plan, by its place."""
    plan = case.planned
    if plan is None:
        return []
    return [*code_faults(plan.code), *_plan_faults(plan, law), *route_faults(case, law)]


def code_faults(code: str) -> Iterator[Fault]:
    """Yield what is wrong with a decision's code."""
    if not is_decision_code(code):
        yield Fault("Code", f"“{code}” is no code.", "Use letters and digits, such as I017909.")


def _plan_faults(plan: facts.PlannedDecision, law: Law) -> Iterator[Fault]:
    if not plan.matter.strip():
        yield Fault("Matter", "It is empty.", "Say what is to be decided (reg 9(b)).")
    if not plan.owner.strip():
        yield Fault("Owner", "Nobody is named.", "Name the post that brings the report.")
    if plan.noticed_on and plan.noticed_on > law.today:
        yield Fault(
            "Notice",
            f"{date_words(plan.noticed_on)} has not come yet.",
            "Enter the day once the notice is published.",
        )
    if plan.is_key and plan.noticed_on:
        yield from _content_faults(plan)


def _content_faults(plan: facts.PlannedDecision) -> Iterator[Fault]:
    """Yield what a published notice lacks of items (c) to (h)."""
    if not plan.documents:
        yield Fault("Documents", "None is listed.", "List what will be considered (reg 9(e)).")
    if not plan.copies_at.strip():
        yield Fault("Copies", "No address is given.", "Say where copies may be had (reg 9(f)).")
    if not plan.requests_to.strip():
        yield Fault(
            "Requests", "Nothing is said.", "Say how to ask for other documents (reg 9(h))."
        )


def route_faults(case: DecisionCase, law: Law) -> Iterator[Fault]:
    """Yield what a key decision's route lacks, and a value that makes a decision key."""
    plan = case.planned
    if plan is None or not case.is_executive:
        return
    threshold = law.notices.key_decision_pounds
    value = plan.value_pounds
    if value is not None and value >= threshold and KeyGround.MONEY not in plan.key_grounds:
        yield Fault(
            "Key decision",
            f"£{value:,.0f} is at or above the council’s figure of £{threshold:,.0f}.",
            "Mark it as key for its spending or savings.",
        )
    if not plan.is_key or plan.route is KeyRoute.NOTICE:
        return
    told = "was told in writing" if plan.route is KeyRoute.GENERAL_EXCEPTION else "agreed"
    if not plan.route_reason.strip():
        yield Fault("Route", "No reason is given.", f"Say {_impracticable(plan.route)}.")
    if not plan.route_agreed_by.strip():
        yield Fault("Route", "Nobody is named.", f"Name the chair of scrutiny who {told}.")
    if plan.route_agreed_on is None:
        yield Fault("Route", "The day is missing.", f"Enter the day on which the chair {told}.")


def _impracticable(route: KeyRoute) -> str:
    if route is KeyRoute.GENERAL_EXCEPTION:
        return "why 28 clear days’ notice was impracticable (reg 10)"
    return "why the decision is urgent and cannot reasonably be deferred (reg 11)"
