"""Posts, procurements, redirections, reviews and features, spelt as shortly as they can be."""

from datetime import date
from decimal import Decimal

from scrutable.portfolio import facts


def day(text):
    return date.fromisoformat(text)


def post(code="IT-001", filling="filled", since="2026-01-05", **more):
    said = {"title": f"Post {code}", "team": "Service desk", "is_wanted": True, **more}
    return facts.Post(code=code, filling=facts.Filling(filling), since=day(since), **said)


def procurement(code="PR-1", stage="tender", since="2026-05-01", signed_by="2026-09-30", **more):
    said = {"title": "Hosting", "owner": "Lewis Grant", **more}
    return facts.Procurement(
        code=code,
        stage=facts.ProcurementStage(stage),
        since=day(since),
        signed_by=day(signed_by),
        **said,
    )


def redirection(starts="2025-12-10", ended="2026-02-27", **more):
    said = {
        "project": "277",
        "number": 1,
        "to_what": "flood emergency",
        "cause": "The river rose",
        "people": 4,
        "decided_by": "Chief Executive",
        **more,
    }
    return facts.Redirection(starts_on=day(starts), ended_on=day(ended) if ended else None, **said)


def review(state="under_way", due="2026-06-30", done=None, **more):
    said = {
        "number": 1,
        "process": "Starters and leavers",
        "area": "People",
        "why": "Nine ways of asking for an account",
        "owner": "Priya Nair",
        **more,
    }
    return facts.ProcessReview(
        state=facts.ReviewState(state), due_on=day(due), done_on=day(done) if done else None, **said
    )


def feature(entitled=400, using=100, counted="2026-09-01", pounds="1200", **more):
    said = {
        "number": 1,
        "product": "Telephony",
        "title": "Call-back",
        "of_what": "project/204",
        "paid_since": day("2025-04-04"),
        "owner": "Owen Pike",
        **more,
    }
    return facts.Feature(
        entitled=entitled,
        using=using,
        counted_on=day(counted) if counted else None,
        yearly_pounds=None if pounds is None else Decimal(pounds),
        **said,
    )
