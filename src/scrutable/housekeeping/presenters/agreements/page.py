"""One agreement: its terms as a line of its history, its money, what it says; pure."""

from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Term
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.housekeeping.facts import agreements as facts
from scrutable.housekeeping.facts.agreements import (
    AgreementPolicy,
    AgreementStanding,
    TermKind,
)
from scrutable.housekeeping.presenters.agreements.lists import NO_VALUE
from scrutable.housekeeping.presenters.agreements.words import (
    NO_DECISION,
    NOBODY,
    agreement_address,
    approval_tag,
    approval_words,
    current_term,
    decision_link,
    decision_words,
    itself_words,
    notice_words,
    options_words,
    ran_on_address,
    term_words,
)
from scrutable.housekeeping.rules.agreements import approver_of, wants_decision, worth
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, date_words, times_words


def figures(one: AgreementStanding) -> tuple[KeyFigure, ...]:
    """Return until when it lasts, by when to decide, what it costs, how long nobody approved."""
    period = f"at {date_words(one.as_at)}"
    term = current_term(one)
    days = sum(time.days for time in one.ran_on)
    by = date_words(one.next.act_by) if one.next.act_by else "Nothing to decide"
    return (
        KeyFigure(
            label="In force until",
            value=date_words(one.next.last),
            period=f"since {date_words(one.agreement.starts_on)}",
        ),
        KeyFigure(label="Decide by", value=by, period=notice_words(one.agreement.notice)),
        KeyFigure(
            label="Yearly value",
            value=NO_VALUE if term.yearly_pounds is None else money_exact(term.yearly_pounds),
            period=period,
        ),
        KeyFigure(
            label="Days without approval",
            value=f"{days:,}",
            period=period,
            comparison=times_words(len(one.ran_on)) if days else "",
        ),
    )


def term_table(one: AgreementStanding, policy: AgreementPolicy) -> Table:
    """Return every term, the first one first, with who approved it and who should have."""
    return Table(
        name="terms",
        caption="Terms",
        columns=(
            Column("term", "Term"),
            Column("from", "From"),
            Column("to", "To"),
            Column("months", "Months", numeric=True),
            Column("agreed", "Agreed on"),
            Column("approval", "Approval"),
            Column("decision", "Decision"),
            Column("worth", "Worth £", numeric=True),
            Column("approver", "Approved by, for its worth"),
        ),
        rows=tuple(_term(one, term, policy) for term in one.terms),
        empty="It has no term.",
    )


def _term(one: AgreementStanding, term: facts.Term, policy: AgreementPolicy) -> Row:
    approver = approver_of(term, policy)
    none = "Nobody agreed it" if term.kind is TermKind.ITSELF else "Not recorded"
    return (
        Cell(term_words(term), order=f"{term.number:04}"),
        day_cell(term.first, ""),
        day_cell(term.last, ""),
        count_cell(term.months),
        day_cell(term.agreed_on, none),
        Cell(
            approval_words(term, one.as_at),
            tags=(approval_tag(term, one.as_at),),
        ),
        _decision(term, policy),
        money_cell(worth(term), NO_VALUE),
        Cell(capital(approver.who) if approver else "Its worth is not stated"),
    )


def _decision(term: facts.Term, policy: AgreementPolicy) -> Cell:
    if not term.decision:
        tags = (NO_DECISION,) if wants_decision(term, policy) else ()
        return Cell("" if tags else "None", tags=tags)
    return Cell(decision_words(term.decision), href=decision_link(term.decision))


def details(one: AgreementStanding) -> tuple[Term, ...]:
    """Return what the agreement says, line by line."""
    agreement = one.agreement
    given = agreement.notice_given_on
    return (
        Term(
            label="Supplier",
            value=one.supplier,
            href=f"/suppliers/{agreement.supplier.removeprefix('supplier/')}/",
        ),
        Term(label="Owner", value=agreement.owner or NOBODY),
        Term(label="Notice", value=notice_words(agreement.notice)),
        Term(label="Notice given", value=date_words(given) if given else "None was given"),
        Term(label="Renews itself", value=itself_words(agreement)),
        Term(label="Extensions it allows", value=options_words(agreement)),
        Term(label="Contract", **_contract(agreement.contract)),
        Term(label="Cost so far agreed", value=_cost(one)),
        Term(label="Came from", **_source(agreement)),
    )


def _contract(reference: str) -> dict[str, str]:
    code = reference.removeprefix("contract/")
    if not code:
        return {"value": "It belongs to none"}
    return {"value": f"Contract {code}", "href": f"/contracts/{code}/"}


def _source(agreement: facts.Agreement) -> dict[str, str]:
    if not agreement.file:
        return {"value": "Recorded on a page or by a command"}
    return {"value": f"The register loaded, {agreement.place}"}


def _cost(one: AgreementStanding) -> str:
    sums = [worth(term) for term in one.terms]
    stated = [pounds for pounds in sums if pounds is not None]
    if not stated:
        return NO_VALUE
    missing = "" if len(stated) == len(sums) else ", of the terms whose value is stated"
    return f"{money_exact(sum(stated, Decimal(0)))}{missing}"


def to_cure(one: AgreementStanding) -> list[tuple[str, str]]:
    """Return the times whose cause and cure are not both recorded and done, with their address."""
    return [
        (f"running on from {date_words(time.since)}", ran_on_address(time))
        for time in one.ran_on
        if time.cure is None or time.cure.cured_on is None
    ]


def to_change(one: AgreementStanding) -> list[tuple[str, str]]:
    """Return the renewals, each with the address at which it is changed."""
    here = agreement_address(one.agreement.code)
    return [
        (f"renewal {renewal.number}", f"{here}renewals/{renewal.number}/change/")
        for renewal in one.renewals
    ]
