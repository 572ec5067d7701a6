"""Agreements with suppliers of software and services: their terms, and who let each run on."""

from scrutable.housekeeping.facts.agreements.recorded import (
    Agreement,
    Cure,
    Notice,
    NoticeUnit,
    Renewal,
    agreement_reference,
)
from scrutable.housekeeping.facts.agreements.standing import (
    AgreementPolicy,
    AgreementsSeen,
    AgreementStanding,
    Beside,
    Coming,
    ComingDate,
    NextStep,
    Otherwise,
    RanOn,
    Term,
    TermApprover,
    TermKind,
)

__all__ = [
    "Agreement",
    "AgreementPolicy",
    "AgreementStanding",
    "AgreementsSeen",
    "Beside",
    "Coming",
    "ComingDate",
    "Cure",
    "NextStep",
    "Notice",
    "NoticeUnit",
    "Otherwise",
    "RanOn",
    "Renewal",
    "Term",
    "TermApprover",
    "TermKind",
    "agreement_reference",
]
