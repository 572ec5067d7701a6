"""Each kind of happening by the write that everybody uses; only here at an earlier time."""

from datetime import datetime
from functools import singledispatch

from scrutable.audit.facts import canonical_json
from scrutable.contracts import writes as contracts
from scrutable.councillors import writes as councillors
from scrutable.demo import facts
from scrutable.demo.facts.ledger import LedgerLoaded
from scrutable.demo.writes import costs, estate, ledger, reporting, sittings, updating, workbooks
from scrutable.portfolio import writes as portfolio
from scrutable.portfolio.facts import GO_LIVE
from scrutable.records import writes as records
from scrutable.registers import writes as registers
from scrutable.registers.facts import Policy


@singledispatch
def tell(what: facts.What, *, by: str, at: datetime) -> None:
    """Let it happen."""
    raise TypeError(f"{by} cannot tell what happened at {at}: {what!r}")


@tell.register
def _supplier(what: facts.SupplierRecorded, *, by: str, at: datetime) -> None:
    registers.record_supplier(supplier=what.supplier, by=by, at=at)


@tell.register
def _contract(what: facts.ContractRecorded, *, by: str, at: datetime) -> None:
    registers.record_contract(contract=what.contract, by=by, at=at)


@tell.register
def _policy(what: facts.PolicySet, *, by: str, at: datetime) -> None:
    policy = Policy(
        name=what.name,
        effective_from=what.effective_from,
        value=canonical_json(what.value),
        approved_by=what.approved_by,
    )
    registers.set_policy(policy=policy, by=by, at=at)


@tell.register
def _kpi(what: facts.KpiDefined, *, by: str, at: datetime) -> None:
    contracts.define_kpi(definition=what.definition, by=by, at=at)


@tell.register
def _terms(what: facts.TermsSet, *, by: str, at: datetime) -> None:
    contracts.set_credit_terms(terms=what.terms, by=by, at=at)


@tell.register
def _charge(what: facts.ChargeMade, *, by: str, at: datetime) -> None:
    contracts.record_charge(
        contract=what.contract, month=what.month, pounds=what.pounds, by=by, at=at
    )


@tell.register
def _return(what: facts.ReturnSent, *, by: str, at: datetime) -> None:
    workbooks.send(what, by=by, at=at)


@tell.register
def _verified(what: facts.ResultsVerified, *, by: str, at: datetime) -> None:
    contracts.verify_results(contract=what.contract, month=what.month, by=by, at=at)


@tell.register
def _corrected(what: facts.ResultCorrected, *, by: str, at: datetime) -> None:
    contracts.correct_result(correction=what.correction, by=by, at=at)


@tell.register
def _granted(what: facts.MitigationGranted, *, by: str, at: datetime) -> None:
    contracts.grant_mitigation(mitigation=what.mitigation, by=by, at=at)


@tell.register
def _renewed(what: facts.MitigationRenewed, *, by: str, at: datetime) -> None:
    contracts.renew_mitigation(
        reference=what.reference, last_month=what.last_month, fix_due=what.fix_due, by=by, at=at
    )


@tell.register
def _postponed(what: facts.FixPostponed, *, by: str, at: datetime) -> None:
    contracts.postpone_fix(
        reference=what.reference, fix_due=what.fix_due, why=what.why, by=by, at=at
    )


@tell.register
def _withdrawn(what: facts.MitigationWithdrawn, *, by: str, at: datetime) -> None:
    contracts.withdraw_mitigation(reference=what.reference, on=what.on, why=what.why, by=by, at=at)


@tell.register
def _relief(what: facts.ReliefGranted, *, by: str, at: datetime) -> None:
    contracts.grant_relief(relief=what.relief, by=by, at=at)


@tell.register
def _matter(what: facts.MatterRecorded, *, by: str, at: datetime) -> None:
    contracts.record_matter(matter=what.matter, by=by, at=at)


@tell.register
def _reason(what: facts.ReasonGiven, *, by: str, at: datetime) -> None:
    contracts.give_trend_reason(
        contract=what.contract, code=what.code, month=what.month, reason=what.reason, by=by, at=at
    )


@tell.register
def _statements(what: facts.StatementsPublished, *, by: str, at: datetime) -> None:
    contracts.record_statements(
        contract=what.contract,
        statements=what.statements,
        content=what.content,
        name=what.name,
        by=by,
        at=at,
    )


@tell.register
def _project(what: facts.ProjectRecorded, *, by: str, at: datetime) -> None:
    portfolio.record_project(project=what.project, by=by, at=at)


@tell.register
def _go_live(what: facts.GoLiveMoved, *, by: str, at: datetime) -> None:
    portfolio.move_date(
        project=what.project, milestone=GO_LIVE, title="Go-live", move=what.move, by=by, at=at
    )


@tell.register
def _status(what: facts.StatusGiven, *, by: str, at: datetime) -> None:
    portfolio.give_status(status=what.status, by=by, at=at)


@tell.register
def _record(what: facts.RecordTold, *, by: str, at: datetime) -> None:
    records.record(of=what.record, by=by, at=at)


@tell.register
def _look(what: facts.LookPut, *, by: str, at: datetime) -> None:
    portfolio.put_look(transition=what.transition, on=what.on, by=by, at=at)


@tell.register
def _extracts(what: facts.ExtractsTaken, *, by: str, at: datetime) -> None:
    estate.take_all(what, by=by, at=at)


@tell.register
def _update(what: facts.UpdateSent, *, by: str, at: datetime) -> None:
    updating.send(what, by=by, at=at)


@tell.register
def _report(what: facts.ReportWritten, *, by: str, at: datetime) -> None:
    reporting.write(what, by=by, at=at)


@tell.register
def _councillors(what: facts.CouncillorsTold, *, by: str, at: datetime) -> None:
    getattr(councillors, what.write)(**what.given, by=by, at=at)


tell.register(facts.FindingsAssigned, estate.assign)
tell.register(facts.FindingsExplained, estate.explain)
tell.register(facts.FindingsFixed, estate.say_fixed)
tell.register(facts.LicencesSigned, estate.sign)
tell.register(facts.NounRecorded, sittings.record)
tell.register(facts.MinutesLoaded, sittings.load)
tell.register(facts.MinutesConfirmed, sittings.confirm)
tell.register(facts.StepTaken, sittings.take_step)
tell.register(facts.ProgrammeTaken, sittings.take_entry)
tell.register(facts.QuestionAnswered, sittings.answer)
tell.register(facts.DecisionCarriedOut, sittings.carry_out)
tell.register(facts.DelegationUsed, sittings.use)
tell.register(facts.RecommendationNoticed, sittings.notice)
tell.register(facts.RecommendationAnswered, sittings.reply)
tell.register(facts.AnswerPublished, sittings.publish)
tell.register(facts.PaperWritten, sittings.write_paper)
tell.register(LedgerLoaded, ledger.load)


@tell.register
def _costs(what: facts.CostsAllocated, *, by: str, at: datetime) -> None:
    costs.take_and_allocate(what, by=by, at=at)
