"""Exempt, confidential and restricted matter, walked for: every page, file, feed and operation.

A mark of its own is planted in each place where closed words may stand. Whatever answers to
somebody without VIEW_EXEMPT is opened, and none of the marks may be in it. What is walked comes
from the routes and operations themselves, each filled with the codes of what was planted, so that
a new one is walked without anybody's thinking of it.
"""

import html
import io
import re
import zipfile
from collections import deque
from datetime import date
from itertools import product

import pytest
from click.testing import CliRunner
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from factories.minutes_files import pdf_of
from scrutable.access.facts import Permission, Role
from scrutable.access.models import Person
from scrutable.access.rules import may
from scrutable.audit import clock
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.cli import main
from scrutable.config.api import API
from scrutable.evidence.models import StoredFile
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.reads import served
from scrutable.overview.reads.deliberating import DELIBERATED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("planted")]

MEETING = "OSMB-2026-09-17"  # held in Westmere's story
DECISION, IN_THE_MAKING, ISSUED = "I099001", "I026402", "I026388"
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are at stake."
)
CONFIDENTIAL = facts.Closure(openness=facts.Openness.CONFIDENTIAL)
RESTRICTED = facts.Closure(openness=facts.Openness.RESTRICTED)
CLOSURES = (EXEMPT, CONFIDENTIAL, RESTRICTED)
MARK = re.compile(r"[Zz]q[a-z]{4,}zq")
ISSUED_EXEMPT = ("£212,500", "£261,000")  # in the exempt part of a report that is issued
MINUTES = """Minutes of the Board

zqminutestextzq was talked over behind closed doors by the members of the Board.

RESOLVED

1. That the Director of Finance write to zqlimbzq by 1 December 2026 on the price.
2. That the report of the Director of Finance be noted.
"""
UNCONFIRMED = MINUTES.replace("zqminutestextzq", "zqunreadtextzq").replace("zqlimbzq", "zqunreadzq")
OPENED = (200, 422)
FEWEST = {"": 3, "n.ward": 3, "c.osei": 200}  # of addresses that open to each, lest nothing does
MOST_LINKS = 1_500


def who():
    return {"by": "a.clerk", "at": clock.now()}


@pytest.fixture(scope="module")
def planted(westmere):
    """Plant the marks in Westmere, each in a place of its own; return what the pages name."""
    items = [_item(closure) for closure in CLOSURES]
    confirmed = _minutes(MINUTES, "zqfilenamezq.txt", items[0], EXEMPT)
    for limb in reads.limbs(confirmed.code, number_at(), closed=True):
        writes.settle_limb(limb=_looked_at(limb), **who())
    writes.confirm_minutes(minutes=confirmed.code, **who())
    waiting = _minutes(UNCONFIRMED, "zqunreadnamezq.txt", items[1], CONFIDENTIAL)
    promises = [_promise(closure) for closure in CLOSURES]
    overdue = _overdue()
    question = _question(items[0])
    _decision()
    _appendices()
    return {
        "meeting": (MEETING,),
        "code": (
            *(MEETING, "OSMB", DECISION, IN_THE_MAKING, ISSUED, confirmed.code, waiting.code),
            *(one.code for one in promises),
            overdue,
            "2026-001",
        ),
        "body": ("OSMB", "EXEC"),
        "number": (*(item.number for item in items), question.number, 1, 2),
        "letter": ("A", "B", "C", "D", "E"),
        "minutes": (confirmed.code, waiting.code),
        "name": (f"{ISSUED}-2026-1",),
        "form": ("html", "pdf", "docx", "xlsx"),
        "part": tuple(part.value for part in facts.Part),
        "characteristic": ("age",),
        "operation": ("GetCommittees", "GetMeetings", "GetMeeting"),
    }


def _item(closure):
    word = closure.openness.value
    item = facts.AgendaItem(
        meeting=MEETING,
        number=0,
        printed="90.",
        title=f"Closed matter, {word}",
        text=f"zqitem{word}zq",
        closure=closure,
    )
    return writes.put_item(item=item, **who())


def _minutes(text, name, item, closure):
    incoming = facts.IncomingMinutes(
        content=text.encode(), name=name, meeting=MEETING, item=item.number, closure=closure
    )
    return writes.load_minutes(incoming=incoming, **who())


def _looked_at(limb):
    return facts.Limb(
        minutes=limb.minutes,
        number=limb.number,
        outcome=limb.outcome,
        state=facts.LimbState.CONFIRMED,
        is_tracked="zqlimbzq" in limb.outcome.text,
    )


def _promise(closure):
    word = closure.openness.value
    promise = facts.Commitment(
        year=2026,
        number=0,
        body="OSMB",
        text=f"Tell of zqpromise{word}zq",
        kind=facts.OutcomeKind.ACTION,
        source=facts.CommitmentSource.RESOLUTION,
        source_reference="",
        made_in=MEETING,
        made_on=date(2026, 9, 17),
        owner="Head of People",
        due=facts.Due(words=f"once zqdue{word}zq is signed"),
        condition=f"zqcondition{word}zq",
        closure=closure,
    )
    made = writes.make_commitment(commitment=promise, **who())
    _steps(made, word)
    return made


def _steps(made, word):
    for step in (
        facts.Step(
            kind=facts.StepKind.DEFERRED,
            on=date(2026, 10, 1),
            by="a.clerk",
            words=f"zqreason{word}zq",
            due=facts.Due(words=f"when zqdeferred{word}zq comes"),
        ),
        facts.Step(
            kind=facts.StepKind.ANSWERED,
            on=date(2026, 10, 2),
            by="a.clerk",
            words=f"zqanswer{word}zq",
        ),
    ):
        writes.take_step(commitment=made.code, step=step, **who())


def _overdue():
    promise = facts.Commitment(
        year=2026,
        number=0,
        body="OSMB",
        text="Tell of zqoverduezq",
        kind=facts.OutcomeKind.ACTION,
        source=facts.CommitmentSource.RESOLUTION,
        source_reference="",
        made_in=MEETING,
        made_on=date(2026, 9, 17),
        owner="Head of People",
        due=facts.Due(words="by zqoverdueduezq", last=date(2026, 10, 1)),
        closure=EXEMPT,
    )
    return writes.make_commitment(commitment=promise, **who()).code


def _question(item):
    question = facts.Question(
        meeting=MEETING,
        number=0,
        item=item.reference,
        asked_by="Councillor Osei",
        text="Why zqquestionzq?",
        to="Head of People",
    )
    asked = writes.ask_question(question=question, **who())
    answered = facts.Question(
        meeting=MEETING,
        number=asked.number,
        item="",
        asked_by="",
        text="",
        answer="Because of zqquestionanswerzq.",
        answered_by="Head of People",
    )
    writes.answer_question(answered=answered, **who())
    return asked


def _decision():
    record = facts.DecisionRecord(
        code=DECISION,
        decided_on=date(2026, 9, 18),
        maker="EXEC",
        text="zqdecisionzq is bought.",
        reasons="zqreasonszq",
        alternatives="zqalternativeszq",
        interests="zqinterestzq",
        dispensations="zqdispensationzq",
        closure=EXEMPT,
        published_on=date(2026, 9, 21),
    )
    writes.record_decision(record=record, **who())


def _appendices():
    for closure in (EXEMPT, CONFIDENTIAL):
        word = closure.openness.value
        typed = facts.Appendix(
            letter="", title=f"zqtitle{word}zq", text=f"zqappendix{word}zq", closure=closure
        )
        writes.put_appendix(decision=IN_THE_MAKING, appendix=typed, **who())
        filed = facts.Appendix(letter="", title=f"zqfiletitle{word}zq", closure=closure)
        writes.put_appendix(
            decision=IN_THE_MAKING,
            appendix=filed,
            content=pdf_of(f"The words of zqfile{word}zq, in a file of their own."),
            name=f"zqfilename{word}zq.pdf",
            **who(),
        )


def patterns(found, space=""):
    """Yield the name and the parameters of every route, those of the interface apart."""
    for one in found:
        if isinstance(one, URLPattern):
            yield f"{space}{one.name}", sorted(one.pattern.regex.groupindex)
        elif one.namespace != "api":
            inner = f"{space}{one.namespace}:" if one.namespace else space
            yield from patterns(one.url_patterns, inner)


def addresses(planted):
    """Yield the address of every route with each of the planted codes that it takes."""
    for name, parameters in patterns(get_resolver().url_patterns):
        known = [planted.get(parameter, ("none",)) for parameter in parameters]
        for values in product(*known):
            try:
                yield reverse(name, kwargs=dict(zip(parameters, values, strict=True)))
            except NoReverseMatch:
                continue


def operations(planted):
    """Yield the address of every operation that only asks, with each planted code."""
    for path, item in API.get_openapi_schema(path_prefix="/api/")["paths"].items():
        if "get" not in item:
            continue
        parameters = re.findall(r"\{(\w+)\}", path)
        for values in product(*(planted.get(one, ("none",)) for one in parameters)):
            address = path
            for name, value in zip(parameters, values, strict=True):
                address = address.replace(f"{{{name}}}", str(value))
            yield f"{address}?limit=1000"


def traces():
    """Yield the address of the trace of everything that anything was done to."""
    for subject in Event.objects.values_list("subject", flat=True).distinct().order_by("subject"):
        if subject.partition("/")[0] in DELIBERATED:
            yield f"/trace/{subject}"
    for sha256 in StoredFile.objects.filter(name__contains="zq").values_list("sha256", flat=True):
        yield f"/trace/file/{sha256[:12]}"
        yield f"/trace/file/{sha256}"
        yield f"/files/{sha256[:12]}/"
    for number in range(number_at() - 60, number_at() + 1):
        yield f"/trace/event/{number}"


def text_of(answer):
    """Return all that an answer says: its headers, its words, and those within a workbook."""
    content = answer.getvalue()
    said = [str(answer.headers), content.decode("utf-8", "replace")]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            said += [packed.read(one).decode("utf-8", "replace") for one in packed.namelist()]
    return "\n".join(said)


def links_in(answer, address):
    """Yield where the page leads: files of its tables first of all."""
    if not answer["Content-Type"].startswith("text/html") or answer.status_code != 200:
        return
    for found in re.findall(r'href="([^"#]+)', answer.content.decode()):
        link = html.unescape(found)
        if link.startswith("?"):
            yield address.partition("?")[0] + link
        elif link.startswith("/") and not link.startswith(("//", "/static/", "/account/")):
            yield link


def walk(client, begin):
    """Open everything from there on; return where each mark was found, and what was opened."""
    seen, leaks, opened = set(), {}, []
    waiting = deque(begin)
    followed = 0
    while waiting:
        address = waiting.popleft()
        if address in seen:
            continue
        seen.add(address)
        answer = client.get(address)
        said = text_of(answer)
        found = {*MARK.findall(said), *(mark for mark in ISSUED_EXEMPT if mark in said)}
        for mark in found - set(MARK.findall(address)):  # a search says again what was asked
            leaks.setdefault(mark.lower(), []).append(address)
        if answer.status_code in OPENED:
            opened.append(address)
        for link in links_in(answer, address):
            if link not in seen and followed < MOST_LINKS:
                followed += 1
                waiting.append(link)
    return leaks, opened


def searches():
    """Yield a search for each word that was planted, as somebody would guess them."""
    for word in ("zq", "Closed matter", "zqquestionzq", "zqlimbzq", "zqfilename", "zqdecisionzq"):
        yield f"/search/?q={word}"


def fed():
    """Yield the address of every meeting in the feed for other programs."""
    for visit in served.visits(number_at()):
        yield f"/mgWebService.asmx/GetMeeting?lMeetingId={visit.id}"


def sign_in(client, username):
    client.logout()
    if username:
        client.force_login(Person.objects.get(username=username))


@pytest.mark.parametrize("username", FEWEST)
def test_nothing_closed_is_anywhere_for_who_may_not_see_it(username, planted, client, settings):
    settings.MEETINGS_FEED = True
    sign_in(client, username)

    begin = [*addresses(planted), *operations(planted), *traces(), *searches(), *fed()]
    leaks, opened = walk(client, begin)

    assert leaks == {}
    assert len(opened) >= FEWEST[username]


def test_whoever_may_see_it_finds_what_was_planted(planted, client):
    sign_in(client, "a.clerk")

    found, _ = walk(client, [*addresses(planted), *operations(planted)])

    marks = set(found)
    assert {"zqitemexemptzq", "zqitemconfidentialzq", "zqlimbzq", "zqfilenamezq"} <= marks
    assert {
        "zqpromiseexemptzq",
        "zqconditionexemptzq",
        "zqdueexemptzq",
        "zqanswerexemptzq",
    } <= marks
    assert {"zqquestionzq", "zqquestionanswerzq", "zqdecisionzq", "zqreasonszq"} <= marks
    assert {"zqtitleexemptzq", "zqappendixexemptzq", "zqfiletitleconfidentialzq"} <= marks


COMMANDS = (
    *("attention", "search zq", "search closed", f"trace meeting/{MEETING}", "trace item/{item}"),
    *("trace decision/I099001", "trace commitment/{promise}", "trace question/{question}"),
    *("trace minutes/{minutes}", "trace limb/{minutes}/1", "trace file/{file}"),
    *("meetings commitments", "meetings questions", "meetings commitment {promise}"),
    *("meetings calendar", "meetings agenda OSMB-2026-09-17", "meetings decisions"),
)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_a_command_that_names_nobody_tells_nothing_closed(command, form, planted):
    kept = StoredFile.objects.get(name="zqfilenameexemptzq.pdf")
    names = {
        "item": f"{MEETING}/{planted['number'][0]}",
        "promise": planted["code"][7],
        "question": f"{MEETING}/{planted['number'][3]}",
        "minutes": planted["minutes"][0],
        "file": kept.sha256[:12],
    }

    answer = CliRunner().invoke(main, [*command.format(**names).split(), "--format", form])

    assert answer.exit_code in (0, 1), answer.output
    assert set(MARK.findall(answer.output)) - set(MARK.findall(command)) == set()


def test_a_letter_to_an_owner_tells_nothing_closed(planted):
    known = number_at()
    letters = reads.letters_due(date(2027, 6, 1), known, "https://westmere.example")

    said = "\n".join(line for letter in letters for line in letter.lines)
    assert planted["code"][10] in said
    assert MARK.findall(said) == []


def test_only_a_member_and_a_supplier_may_not_see_it():
    assert {role for role in Role if not may(role, Permission.VIEW_EXEMPT)} == {
        Role.MEMBER,
        Role.SUPPLIER,
    }
