"""A decision report as a council published it, where its text is at hand: nothing stops it."""

import re
from datetime import date
from pathlib import Path

from scrutable.documents import plain
from scrutable.meetings.compose.decision_report import decision_report
from scrutable.meetings.facts import Appendix, DecisionPaper, Part, PartText, PlannedDecision
from scrutable.meetings.rules.papers import lacks, recommended

PUBLISHED = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("001_*.txt"))
HEADINGS = {
    Part.SUMMARY: "Summary:",
    Part.RECOMMENDATIONS: "Recommendation(s):",
    Part.ALTERNATIVES: "Alternatives Considered:",
    Part.REASONS: "Reasons for Recommendation:",
    Part.BACKGROUND: "1. Background",
    Part.CONCLUSION: "3. Conclusion",
    Part.LEGAL: "4. Legal Comments:",
    Part.RESOURCES: "5. Resource Comments:",
    Part.LOCAL_MEMBER: "a) Has Local Member Been Consulted?",
    Part.EXECUTIVE_COUNCILLOR: "b) Has Executive Councillor Been Consulted?",
    Part.SCRUTINY: "c) Scrutiny Comments",
    Part.IMPACT_DONE: "d) Have Risks and Impact Analysis been carried out?",
    Part.IMPACT: "e) Risks and Impact Analysis",
}
STATED = {
    Part.EQUALITY: "there are not considered to be any impacts of this decision",
    Part.NEEDS: "this decision is not considered to have any direct impact on them",
    Part.CRIME: "there are not considered to be any impacts of this decision",
    Part.BACKGROUND_PAPERS: "No Background Papers within the meaning of section 100D",
}
OFFICE = "Executive Councillor for Highways, Transport and IT"


def paper_of(text):
    sections = dict(
        re.findall(
            r"(?m)^[#* ]*([^\n*]+?)[* ]*\n\n([^#|*].*?)(?=\n\n[#|]|\n\n\*\*|\Z)", text, re.DOTALL
        )
    )
    parts = {part: PartText(part=part, text=sections[head]) for part, head in HEADINGS.items()}
    for part, words in STATED.items():
        assert words in text
        parts[part] = PartText(part=part, none=True, text="As the council stated.")
    planned = PlannedDecision(
        code="I017909",
        matter="IMT Strategy Document",
        maker="EC",
        maker_name=f"Councillor R G Davies, {OFFICE}",
        window_from=date(2019, 5, 7),
        window_to=date(2019, 5, 10),
        owner="Head of Paid Service",
    )
    return DecisionPaper(
        planned=planned,
        maker=OFFICE,
        author="John Wickens",
        contact="01522 553651",
        on_behalf_of="Head of Paid Service",
        title="IMT Strategy Document",
        council="Lincolnshire County Council",
        dated=date(2019, 4, 26),
        parts=parts,
        appendices=(
            Appendix(letter="A", title="IMT Strategy", text="The strategy.", title_is_open=True),
        ),
        version=1,
    )


def test_nothing_stops_a_report_that_a_council_published():
    for path in PUBLISHED:
        paper = paper_of(path.read_text("utf-8"))
        told = lacks(paper, final=True)

        assert [one.fault for one in told if one.stops] == []
        assert {one.part for one in told} <= {Part.BACKGROUND_PAPERS.value}
        assert len(recommended(paper.parts[Part.RECOMMENDATIONS].text)) == 1
        assert "approves the document at Appendix A" in plain.render_plain(decision_report(paper))
