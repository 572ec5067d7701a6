"""Agreements: terms, notice, what comes up, what ran on without approval, and its cure."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import File, Query, Router
from ninja.files import UploadedFile
from ninja.pagination import paginate

from scrutable.access.api import asker
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.housekeeping import rules
from scrutable.housekeeping.api.shapes import AGREE, VIEW, Months
from scrutable.housekeeping.facts import agreements as facts
from scrutable.housekeeping.presenters.agreements.finding import holds_words
from scrutable.housekeeping.reads import agreements as reads
from scrutable.housekeeping.rules.agreements import every_time
from scrutable.housekeeping.writes import agreements as writes
from scrutable.kernel.wording import london_day
from scrutable.meetings.api.recording import Key, Sent, Sentences, kept, named, several, there
from scrutable.meetings.api.shapes import (
    Count,
    Day,
    Pounds,
    Reference,
    When,
    WhenAsked,
    Words,
    answers,
    lists,
    shown,
    told,
)
from scrutable.records import facts as records
from scrutable.records.writes import UnfitRecord

MOST_BYTES = 1_000_000
router = Router(tags=["Agreements"])
Agreement = shown(facts.Agreement, "reference")
Renewal = shown(facts.Renewal, "reference")
Cure = shown(facts.Cure, "reference")
Term = shown(facts.Term, "days_late")
RanOn = shown(facts.RanOn, "is_recurrence", cure=Cure | None)
Standing = shown(
    facts.AgreementStanding,
    "reference",
    agreement=Agreement,
    supplier=str,
    terms=several(Term),
    ran_on=several(RanOn),
    next=shown(facts.NextStep),
    renewals=several(Renewal),
    loose=several(Cure),
)
Coming = shown(facts.ComingDate)
Loaded = shown(records.Loaded)


class AgreementsAsked(When):
    """Which agreements are asked for: those that hold all the words."""

    words: Words = ""


class AgreementIn(Sent):
    """An agreement as it was first made; what was renewed since is recorded after it."""

    code: Key
    title: Words
    supplier: Reference
    starts_on: Day
    months: Months
    approved_on: Day | None = None
    approved_by: Words = ""
    decision: Words = ""
    extensions: tuple[Months, ...] = ()
    notice_count: Count | None = None
    notice_unit: facts.NoticeUnit = facts.NoticeUnit.MONTHS
    renews_itself_by: Months | None = None
    notice_given_on: Day | None = None
    closed_on: Day | None = None
    yearly_pounds: Pounds | None = None
    owner: Words = ""
    contract: Reference = ""


class RenewalIn(Sent):
    """Further months, approved or not; number 0 is a new one."""

    number: Count = 0
    months: Months
    agreed_on: Day
    approved_on: Day | None = None
    approved_by: Words = ""
    decision: Words = ""
    yearly_pounds: Pounds | None = None


class CureIn(Sent):
    """Why it ran on from the day, and what was done so that none does again."""

    cause: Sentences
    cure: Sentences = ""
    owner: Words = ""
    cured_on: Day | None = None


@router.get("/estate/agreements", response=lists(Standing), url_name="agreements", auth=VIEW)
@paginate
def agreements(
    request: HttpRequest, asked: Annotated[AgreementsAsked, Query()]
) -> list[Mapping[str, object]]:
    """List agreements by code with their terms, what is next of each, and when it ran on."""
    at = asked.of(request)
    found = reads.agreements(at.known, at.as_at)
    return [_standing(one) for one in found if holds_words(one, asked.words)]


@router.post("/estate/agreements", response=answers(Agreement), url_name="agreements", auth=AGREE)
def record_agreement(request: HttpRequest, sent: AgreementIn) -> facts.Agreement:
    """Record an agreement as it stands from now on."""
    return kept(request, facts.Agreement, sent)


@router.post("/estate/agreements/register", response=answers(Loaded), url_name="load", auth=AGREE)
def load(request: HttpRequest, file: Annotated[UploadedFile, File()]) -> records.Loaded:
    """Load a register of agreements, all of it or nothing; what it says already changes nothing."""
    if (file.size or 0) > MOST_BYTES:
        raise UnfitRecord([RowError("file", "It has more than a megabyte", "send it in parts")])
    by = asker(request).username
    return writes.load_agreements(content=file.read(), name=file.name or "", by=by, at=clock.now())


@router.get("/estate/agreements/coming", response=lists(Coming), url_name="coming", auth=VIEW)
@paginate
def coming(request: HttpRequest, when: WhenAsked) -> list[facts.ComingDate]:
    """List notice, ends and renewals of the twelve months ahead, day by day."""
    at = when.of(request)
    found = reads.agreements(at.known, at.as_at)
    return list(rules.coming(found, at.as_at, rules.last_day(at.as_at, reads.MONTHS_AHEAD)))


@router.get("/estate/agreements/ran-on", response=lists(RanOn), url_name="ran_on", auth=VIEW)
@paginate
def ran_on(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List each time that an agreement ran on without approval, with its cause and its cure."""
    at = when.of(request)
    return [_time(time) for _, time in every_time(reads.agreements(at.known, at.as_at))]


@router.get(
    "/estate/agreements/{code}", response=answers(Standing), url_name="agreement", auth=VIEW
)
def agreement(request: HttpRequest, code: str, when: WhenAsked) -> Mapping[str, object]:
    """Show one agreement: its terms, what is next of it, and when it ran on."""
    at = when.of(request)
    return _standing(reads.agreement(code, at.known, at.as_at))


@router.post(
    "/estate/agreements/{code}/renewals", response=answers(Renewal), url_name="renewals", auth=AGREE
)
def renew(request: HttpRequest, code: str, sent: RenewalIn) -> facts.Renewal:
    """Record further months of an agreement."""
    there(facts.Agreement, code=code)
    return kept(request, facts.Renewal, sent, agreement=code)


@router.post(
    "/estate/agreements/{code}/ran-on/{since}",
    response=answers(Cure),
    url_name="cure",
    auth=AGREE,
)
def cure(request: HttpRequest, code: str, since: Day, sent: CureIn) -> facts.Cure:
    """Record why an agreement ran on from a day, and what was done so that none does again."""
    _ran_on_since(code, since)
    return kept(request, facts.Cure, sent, agreement=code, since=since)


def _ran_on_since(code: str, since: date) -> None:
    now = clock.now()
    known, as_at = number_at(), london_day(now)
    if since not in {time.since for time in reads.agreement(code, known, as_at).ran_on}:
        raise Http404(f"{code} did not begin to run on with {since}. Check its page.")


def _standing(one: facts.AgreementStanding) -> Mapping[str, object]:
    return told(
        one,
        "reference",
        agreement=named(one.agreement),
        terms=[told(term, "days_late") for term in one.terms],
        ran_on=[_time(time) for time in one.ran_on],
        renewals=[named(each) for each in one.renewals],
        loose=[named(each) for each in one.loose],
    )


def _time(one: facts.RanOn) -> Mapping[str, object]:
    return told(one, "is_recurrence", cure=named(one.cure) if one.cure else None)
