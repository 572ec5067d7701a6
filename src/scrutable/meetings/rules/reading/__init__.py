"""Reading English minutes by rules: text in, outcomes with their places out; pure.

What kind is given where a careful person might choose between two (facts/minutes/examples.jsonl
decides; where it is silent, the verb that leads):

====================================================  =============================================
The text says                                         The kind
====================================================  =============================================
authorise X to do it, X be authorised to do it        delegate, owner X; authorise where nobody is
                                                      named, or X merely is to "procure", "award"
be awarded, to award, grant, adopt                    approve
resolved or agreed: and a list                        approve; each limb's own verb where it has one
"Agreed to extend", "agrees that X does"              agree (owner X); "agreed to adopt": approve
"agreed that the plan be noted"                       what is within: note
a report, update or finding comes back to this body   report-back, also when requested or received
the same, with "instruct"                             instruct
"agreed that a report be presented to Cabinet"        agree: it goes to another body
"future reports to show X"                            action: no report is asked for
a report or answer to all members, to a councillor    action: it does not come back to the body
"accept the tender", "report be accepted"             accept
"Motion carried." and no more; a procedural motion    procedural-carried
a motion by name or vote, its words not in the text   carried
a motion whose words or limbs stand in the text       what they say
a motion lost; a recommendation or change not agreed  lost; reject
"Members NOTED:" a list, before DECISION              nothing: the decision alone counts
"RECOMMENDED-" before "Minutes:"                      nothing: a proposal
"RECOMMENDED to Council"                              recommend, owner Council
"X is authorised to", cold                            delegate
"Outcome: Approved as recommended"                    nothing: the page shows a status only
"undertook to", "would circulate", "it was agreed     action, in discussion; report-back where a
that X would"                                         report or its findings come to the body
a body "asked X to", where nothing else was decided   request; otherwise action, in discussion
"Minute 45 was agreed", minutes signed or approved    confirm-minutes
====================================================  =============================================
"""

from scrutable.meetings.rules.reading.due import resolve_due, waits_for_calendar
from scrutable.meetings.rules.reading.language import looks_welsh
from scrutable.meetings.rules.reading.page import READER, read
from scrutable.meetings.rules.reading.shapes import as_json, from_json

__all__ = [
    "READER",
    "as_json",
    "from_json",
    "looks_welsh",
    "read",
    "resolve_due",
    "waits_for_calendar",
]
