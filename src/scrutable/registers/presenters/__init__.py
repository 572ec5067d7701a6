"""How suppliers, contracts, terms and policies are said; pure."""

from collections.abc import Mapping, Sequence

from scrutable.audit.presenters import event_cell
from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital, date_words, list_words
from scrutable.registers.facts import Contract, Extension, Policy, Regime, Role
from scrutable.registers.presenters.settings import label, setting_words

ROLE_WORDS = {Role.PRIME: "Prime supplier", Role.SPECIALIST: "Specialist supplier"}
REGIME_WORDS = {
    Regime.PA2023: "Procurement Act 2023",
    Regime.PCR2015: "Public Contracts Regulations 2015",
    Regime.EXEMPT: "Exempt from the Act",
    Regime.BELOW_THRESHOLD: "Below the threshold of the Act",
}
POLICY_TITLES = {
    "assessments": "Cyber assessments and their plans",
    "forecast": "How the year’s end is forecast",
    "attention": "What needs attention",
    "buying": "Orders, invoices and suppliers",
    "costs": "The cost of IT by area",
    "council": "The council",
    "judgement": "How KPIs are judged",
    "notices": "Notices, key decisions and call-in",
    "findings": "Findings of the estate",
    "housekeeping": "Accounts and devices",
    "licences": "Licences",
    "projects": "Projects and their dates",
    "dependence": "Dependence on suppliers",
    "estate": "The estate and its initiatives",
    "issues": "Issues and recommendations",
    "recovery": "Recovery of critical systems",
    "claims": "Claims that a board is asked to accept",
    "money": "Budgets, approvals, the ledger and savings",
    "benefits": "Benefits, measured and claimed",
    "councillors": "Councillors’ learning, kit and paper",
}


def policy_title(name: str) -> str:
    """Return the policy's name in words."""
    return POLICY_TITLES.get(name, capital(name.replace("_", " ")))


def value_words(contract: Contract) -> str:
    """Return the contract's value, or that none was ever stated."""
    return "Not stated" if contract.value_pounds is None else money_exact(contract.value_pounds)


def term_lines(contract: Contract, month: Month) -> tuple[Term, ...]:
    """Return the contract's terms, line by line, as told in the month; nothing is blank."""
    critical = list_words(contract.critical_services) or "None named"
    notice = date_words(contract.notice_by) if contract.notice_by else "No day agreed"
    return (
        Term(label="Supplier", value=contract.supplier.name, href=supplier_address(contract)),
        Term(label="Part played", value=ROLE_WORDS[contract.role]),
        Term(label="Made under", value=REGIME_WORDS[contract.regime]),
        Term(label="Value", value=value_words(contract)),
        Term(label="Starts", value=date_words(contract.start_on)),
        Term(label="Ends", value=_end_words(contract)),
        Term(label="Contract month", value=month_words(contract, month)),
        Term(label="Extensions", value=extension_words(contract.extensions)),
        Term(label="Last day to give notice", value=notice),
        Term(label="Services", value=list_words(contract.services) or "None named"),
        Term(label="Critical services", value=critical),
        Term(label="Boards", value=_boards_words(contract)),
        Term(label="Returns are due", value=_due_words(contract)),
        Term(label="Source of these terms", value=contract.source or "Typed in"),
    )


def month_words(contract: Contract, month: Month) -> str:
    """Return the contract's own number for the month, as its reports and letters count."""
    if month < contract.span.first:
        return f"Begins with {contract.span.first.words}"
    return f"{month.words} is month {contract.month_number(month)}"


def supplier_address(contract: Contract) -> str:
    """Return the address of the contract's supplier."""
    return f"/suppliers/{contract.supplier.reference.removeprefix('supplier/')}/"


def _end_words(contract: Contract) -> str:
    if contract.last_day == contract.end_on:
        return date_words(contract.end_on)
    return f"{date_words(contract.last_day)} (first {date_words(contract.end_on)})"


def extension_words(extensions: Sequence[Extension]) -> str:
    """Return each option: until when, by when it must be used, and whether it was."""
    return "; ".join(map(_extension, extensions)) or "No option to extend"


def _extension(option: Extension) -> str:
    until = f"Until {date_words(option.until)}"
    if option.exercised_on:
        return f"{until}, taken up on {date_words(option.exercised_on)}"
    if option.exercise_by:
        return f"{until}, to be taken up by {date_words(option.exercise_by)}"
    return f"{until}, not taken up"


def _boards_words(contract: Contract) -> str:
    return list_words([f"{b.name} ({b.rhythm})" for b in contract.boards]) or "None named"


def _due_words(contract: Contract) -> str:
    if contract.published_only:
        return "Never: only what was published is known"
    return f"By working day {contract.return_due_day} of the following month"


def policy_table(policies: Sequence[Policy], defaults: Mapping[str, Mapping[str, object]]) -> Table:
    """Return every policy with the rule in force latest and who approved it."""
    latest = {policy.name: policy for policy in policies}
    return Table(
        name="policies",
        caption="Council policy",
        columns=(
            Column("policy", "Policy"),
            Column("since", "In force from"),
            Column("approved", "Approved by"),
        ),
        rows=tuple(
            (
                Cell(policy_title(name), href=f"/policy/{name}/"),
                _since(latest.get(name)),
                Cell(latest[name].approved_by if name in latest else "Shipped with the product"),
            )
            for name in defaults
        ),
        empty="No policy is known.",
    )


def _since(policy: Policy | None) -> Cell:
    if policy is None:
        return Cell("Always: the council has set nothing else")
    return Cell(date_words(policy.effective_from), order=policy.effective_from.isoformat())


def policy_lines(settings: Sequence[tuple[str, object]]) -> tuple[Term, ...]:
    """Return the settings of a policy, line by line."""
    return tuple(Term(label=label(key), value=setting_words(key, value)) for key, value in settings)


def version_table(versions: Sequence[Policy]) -> Table:
    """Return every version of a policy, newest first."""
    return Table(
        name="versions",
        caption="What the council has set",
        columns=(
            Column("since", "In force from"),
            Column("approved", "Approved by"),
            Column("version", "Recorded"),
        ),
        rows=tuple(
            (
                _since(policy),
                Cell(policy.approved_by),
                event_cell(policy.version),
            )
            for policy in reversed(versions)
        ),
        empty="The council has set nothing of its own here: what is shipped holds.",
    )
