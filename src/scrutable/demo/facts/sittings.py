"""What happens around meetings: minutes, promises, powers, decision reports; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.meetings import facts as meetings

Noun = (
    meetings.Body
    | meetings.Meeting
    | meetings.AgendaItem
    | meetings.Attendance
    | meetings.ProgrammeEntry
    | meetings.PlannedDecision
    | meetings.DecisionRecord
    | meetings.CallIn
    | meetings.Delegation
    | meetings.Recommendation
    | meetings.Question
    | meetings.Wanted
)


class MinutesForm(StrEnum):
    """The kinds of file in which the story's minutes come."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What stands in the minutes of a meeting in these words, and nowhere else in them."""

    meeting: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What a careful reader finds owed in minutes; what the rules read is held against it.

    `kind` is what it is called where the rules took it for nothing that is owed, and `due_words`
    what the minutes say of the day where the rules misread them.
    """

    quoted: Quoted
    kind: meetings.OutcomeKind
    owner: str
    due: date
    due_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NounRecorded:
    """Something is written down of which the meetings know the noun.

    Its source is the outcome of minutes that `quoted` names, where it has one.
    """

    noun: Noun
    quoted: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesLoaded:
    """A clerk puts minutes before an officer; `content` is turned into a file of the form."""

    meeting: str
    content: bytes
    form: MinutesForm


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesConfirmed:
    """An officer has held the reading against the text and answers for it."""

    meeting: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTaken:
    """Something happens to the commitment that was made in these words."""

    quoted: Quoted
    step: meetings.Step


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeTaken:
    """An entry of a work programme is taken by an agenda item."""

    body: str
    number: int
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionAnswered:
    """A member's question is answered; `promise` is the commitment that the answer speaks of."""

    question: meetings.Question
    promise: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCarriedOut:
    """A decision is carried out."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationUsed:
    """A delegation is used, or somebody tries and is refused."""

    use: meetings.DelegationUse
    is_refused: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationNoticed:
    """The executive receives a recommendation with the notice that it must answer."""

    code: str
    received_on: date
    noticed_on: date
    published_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationAnswered:
    """The executive answers a recommendation."""

    code: str
    answer: meetings.Answer
    reasons: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPublished:
    """The executive's answer is published."""

    code: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWritten:
    """A decision report is begun and written as far as it goes."""

    cover: meetings.PaperCover
    parts: Mapping[meetings.Part, str]
    none: Mapping[meetings.Part, str]
    equality: tuple[meetings.EqualityImpact, ...]
    appendices: tuple[meetings.Appendix, ...]
    background_papers: tuple[meetings.BackgroundPaper, ...]


SittingWhat = (
    NounRecorded
    | MinutesLoaded
    | MinutesConfirmed
    | StepTaken
    | ProgrammeTaken
    | QuestionAnswered
    | DecisionCarriedOut
    | DelegationUsed
    | RecommendationNoticed
    | RecommendationAnswered
    | AnswerPublished
    | PaperWritten
)
