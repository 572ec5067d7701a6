"""Everything that changes what bodies met about, decided, promised and delegated."""

from scrutable.meetings.writes.annexes import (
    UnknownAnnex,
    put_appendix,
    put_background_paper,
    remove_appendix,
    remove_background_paper,
)
from scrutable.meetings.writes.calendar import (
    put_item,
    put_programme_entry,
    record_attendance,
    record_body,
    record_meeting,
    take_programme_entry,
)
from scrutable.meetings.writes.chasing import chase, set_owner_address
from scrutable.meetings.writes.decisions import (
    call_in,
    carry_out_decision,
    hear_call_in,
    plan_decision,
    record_decision,
)
from scrutable.meetings.writes.papers import (
    UnfitPart,
    WrittenMeanwhile,
    begin_paper,
    revise_part,
    set_impact,
    write_part,
)
from scrutable.meetings.writes.powers import (
    OutsideScope,
    UnfitDelegation,
    UnfitRecommendation,
    UnfitUse,
    answer_recommendation,
    delegate,
    end_delegation,
    notice_recommendation,
    publish_answer,
    recommend,
    use_delegation,
)
from scrutable.meetings.writes.promises import (
    IllegalStep,
    UnfitCommitment,
    make_commitment,
    take_step,
)
from scrutable.meetings.writes.questions import UnfitQuestion, answer_question, ask_question
from scrutable.meetings.writes.unfit import (
    Unfit,
    UnfitDecision,
    UnfitMeeting,
)
from scrutable.meetings.writes.wanted import UnfitWant, end_want, want

__all__ = [
    "IllegalStep",
    "OutsideScope",
    "Unfit",
    "UnfitCommitment",
    "UnfitDecision",
    "UnfitDelegation",
    "UnfitMeeting",
    "UnfitPart",
    "UnfitQuestion",
    "UnfitRecommendation",
    "UnfitUse",
    "UnfitWant",
    "UnknownAnnex",
    "WrittenMeanwhile",
    "answer_question",
    "answer_recommendation",
    "ask_question",
    "begin_paper",
    "call_in",
    "carry_out_decision",
    "chase",
    "delegate",
    "end_delegation",
    "end_want",
    "hear_call_in",
    "make_commitment",
    "notice_recommendation",
    "plan_decision",
    "publish_answer",
    "put_appendix",
    "put_background_paper",
    "put_item",
    "put_programme_entry",
    "recommend",
    "record_attendance",
    "record_body",
    "record_decision",
    "record_meeting",
    "remove_appendix",
    "remove_background_paper",
    "revise_part",
    "set_impact",
    "set_owner_address",
    "take_programme_entry",
    "take_step",
    "use_delegation",
    "want",
    "write_part",
]
