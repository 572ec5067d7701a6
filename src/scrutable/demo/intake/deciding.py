"""Decisions from plan to record, decision reports, delegations and recommendations."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from scrutable.demo.facts import (
    AnswerPublished,
    Council,
    DecisionCarriedOut,
    DelegationUsed,
    Happening,
    PaperWritten,
    Quoted,
    RecommendationAnswered,
    RecommendationNoticed,
)
from scrutable.demo.intake import files
from scrutable.demo.intake.sittings import CLERK, closure, recorded
from scrutable.meetings.facts import (
    Answer,
    Appendix,
    BackgroundPaper,
    CallIn,
    Characteristic,
    DecisionRecord,
    Delegation,
    DelegationUse,
    EqualityImpact,
    Impact,
    KeyGround,
    KeyRoute,
    PaperCover,
    Part,
    PlannedDecision,
    Recommendation,
)

Entry = Mapping[str, Any]


def decisions(council: Council) -> Iterator[Happening]:
    """Yield every entry of the forward plan, every record, what came of each."""
    told = files.table(council, "decisions.toml")
    for entry in told["planned"]:
        yield recorded(files.in_london(entry["at"]), _planned(entry, told))
    for entry in told["record"]:
        yield recorded(files.in_london(entry["at"]), _record(entry))
    for entry in told["call_in"]:
        called = CallIn(
            decision=entry["decision"],
            asked_on=entry["asked_on"],
            asked_by=tuple(entry["asked_by"]),
            grounds=entry["grounds"],
        )
        yield recorded(files.in_london(entry["at"]), called)
    for entry in told["carried_out"]:
        what = DecisionCarriedOut(code=entry["code"])
        yield Happening(at=files.in_london(entry["at"]), by=CLERK, what=what)


def papers(council: Council) -> Iterator[Happening]:
    """Yield each decision report as far as it was written."""
    for entry in files.table(council, "papers.toml")["paper"]:
        yield Happening(at=files.in_london(entry["at"]), by=entry["by"], what=_paper(entry))


def delegations(council: Council) -> Iterator[Happening]:
    """Yield each delegation and each use, refused ones too."""
    told = files.table(council, "powers.toml")
    for entry in told["delegation"]:
        quoted = Quoted(meeting=entry["made_in"], words=entry["words"])
        yield recorded(files.in_london(entry["at"]), _delegation(entry), quoted=quoted)
    for entry in told["use"]:
        used = DelegationUsed(use=_use(entry), is_refused=entry.get("is_refused", False))
        yield Happening(at=files.in_london(entry["at"]), by=CLERK, what=used)


def recommendations(council: Council) -> Iterator[Happening]:
    """Yield each recommendation, its notice and, where there is one, its answer."""
    numbers: Counter[int] = Counter()
    for entry in files.table(council, "powers.toml")["recommendation"]:
        year = entry["at"].year
        numbers[year] += 1
        made = Recommendation(
            year=year,
            number=0,
            body=entry["body"],
            to=entry["to"],
            text=entry["text"],
            made_in=entry["made_in"],
        )
        quoted = Quoted(meeting=entry["made_in"], words=entry["words"])
        yield recorded(files.in_london(entry["at"]), made, quoted=quoted)
        yield from _answer(entry, replace(made, number=numbers[year]).code)


def _answer(entry: Entry, code: str) -> Iterator[Happening]:
    noticed = RecommendationNoticed(
        code=code,
        received_on=entry["received_on"],
        noticed_on=entry["noticed_on"],
        published_on=entry["published_on"],
    )
    yield Happening(at=files.in_london(entry["notice_at"]), by=CLERK, what=noticed)
    if "answer" not in entry:
        return
    answered = RecommendationAnswered(
        code=code,
        answer=Answer(entry["answer"]),
        reasons=entry["reasons"],
        on=entry["answered_on"],
    )
    yield Happening(at=files.in_london(entry["answer_at"]), by=CLERK, what=answered)
    published = AnswerPublished(code=code, on=entry["answer_published_on"])
    yield Happening(at=files.in_london(entry["publish_at"]), by=CLERK, what=published)


def _planned(entry: Entry, told: Entry) -> PlannedDecision:
    return PlannedDecision(
        code=entry["code"],
        matter=entry["matter"],
        maker=entry["maker"],
        maker_name=entry.get("maker_name", ""),
        key_grounds=tuple(KeyGround(ground) for ground in entry.get("key_grounds", ())),
        value_pounds=_pounds(entry, "value_pounds"),
        window_from=entry["window_from"],
        window_to=entry["window_to"],
        owner=entry["owner"],
        meeting=entry.get("meeting", ""),
        documents=tuple(entry.get("documents", ())),
        copies_at=told["copies_at"],
        requests_to=told["requests_to"],
        closure=closure(entry),
        noticed_on=entry.get("noticed_on"),
        route=KeyRoute(entry.get("route", KeyRoute.NOTICE)),
        route_reason=entry.get("route_reason", ""),
        route_agreed_by=entry.get("route_agreed_by", ""),
        route_agreed_on=entry.get("route_agreed_on"),
    )


def _record(entry: Entry) -> DecisionRecord:
    item = f"item/{entry['meeting']}/{entry['item']}" if "item" in entry else ""
    return DecisionRecord(
        code=entry["code"],
        decided_on=entry["decided_on"],
        maker=entry["maker"],
        maker_name=entry.get("maker_name", ""),
        meeting=entry.get("meeting", ""),
        item=item,
        text=entry["text"],
        reasons=entry["reasons"],
        alternatives=entry.get("alternatives", ""),
        none_considered=entry.get("none_considered", False),
        interests=entry.get("interests", ""),
        no_interests=entry.get("no_interests", False),
        dispensations=entry.get("dispensations", ""),
        no_dispensations=entry.get("no_dispensations", False),
        editions=tuple(entry.get("editions", ())),
        delegation=entry.get("delegation", ""),
        published_on=entry["published_on"],
        exempt_from_call_in=entry.get("exempt_from_call_in", ""),
    )


def _delegation(entry: Entry) -> Delegation:
    return Delegation(
        year=entry["from_on"].year,
        number=0,
        body=entry["body"],
        to=entry["to"],
        acts=tuple(entry["acts"]),
        consultees=tuple(entry["consultees"]),
        limit_pounds=_pounds(entry, "limit_pounds"),
        each_pounds=_pounds(entry, "each_pounds"),
        from_on=entry["from_on"],
        expires_on=entry.get("expires_on"),
        made_in=entry["made_in"],
    )


def _use(entry: Entry) -> DelegationUse:
    return DelegationUse(
        delegation=entry["delegation"],
        number=0,
        on=entry["at"].date(),
        used_by=entry["used_by"],
        act=entry["act"],
        what=entry["what"],
        pounds=_pounds(entry, "pounds"),
        consulted=tuple(entry.get("consulted", ())),
        consulted_on=entry.get("consulted_on"),
        decision=entry.get("decision", ""),
    )


def _paper(entry: Entry) -> PaperWritten:
    cover = PaperCover(
        decision=entry["decision"],
        title=entry["title"],
        author=entry["author"],
        contact=entry["contact"],
        on_behalf_of=entry["on_behalf_of"],
    )
    return PaperWritten(
        cover=cover,
        parts={Part(name): text.strip() for name, text in entry["parts"].items()},
        none={Part(name): why for name, why in entry["none"].items()},
        equality=tuple(
            EqualityImpact(
                characteristic=Characteristic(row["characteristic"]),
                impact=Impact(row["impact"]),
                why=row["why"],
            )
            for row in entry.get("equality", ())
        ),
        appendices=tuple(_appendix(row) for row in entry.get("appendix", ())),
        background_papers=tuple(
            BackgroundPaper(number=0, title=row["title"], where=row["where"])
            for row in entry.get("background_paper", ())
        ),
    )


def _appendix(entry: Entry) -> Appendix:
    return Appendix(
        letter="",
        title=entry["title"],
        text=entry["text"],
        closure=closure(entry),
        title_is_open=entry.get("title_is_open", False),
    )


def _pounds(entry: Entry, name: str) -> Decimal | None:
    return Decimal(entry[name]) if name in entry else None
