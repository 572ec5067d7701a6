"""Addresses of meetings, decisions, commitments, delegations and recommendations."""

from django.urls import path

from scrutable.meetings.views import feed, importing
from scrutable.meetings.views.minutes import book, limbs, loading
from scrutable.meetings.views.papers import annexes, parts, report
from scrutable.meetings.views.powers import delegations, recommendations
from scrutable.meetings.views.promises import lists, one, owners, questions, wanted

app_name = "meetings"
urlpatterns = [
    path("minutes/", book.listed, name="minutes_list"),
    path("minutes/load/", loading.load, name="load_minutes"),
    path("minutes/import/", importing.import_meetings, name="import"),
    path("minutes/<str:code>/", book.minutes, name="minutes"),
    path("minutes/<str:code>/confirm/", book.confirm, name="confirm_minutes"),
    path("minutes/<str:code>/limbs/new/", limbs.add, name="add_limb"),
    path("minutes/<str:code>/limbs/<int:number>/", limbs.correct, name="correct_limb"),
    path("minutes/<str:code>/limbs/<int:number>/right/", limbs.look_at, name="look_at_limb"),
    path("minutes/<str:code>/limbs/<int:number>/strike/", limbs.strike, name="strike_limb"),
    path("decisions/<str:code>/report/", report.report, name="paper"),
    path("decisions/<str:code>/report/cover/", report.cover, name="paper_cover"),
    path("decisions/<str:code>/report/preview/", report.preview, name="paper_preview"),
    path(
        "decisions/<str:code>/report/files/<str:version>/<str:form>/",
        report.file,
        name="paper_file",
    ),
    path("decisions/<str:code>/report/equality/<str:name>/", parts.impact, name="paper_impact"),
    path("decisions/<str:code>/report/appendices/new/", annexes.appendix, name="add_appendix"),
    path("decisions/<str:code>/report/appendices/<str:letter>/", annexes.appendix, name="appendix"),
    path(
        "decisions/<str:code>/report/appendices/<str:letter>/file/",
        annexes.appendix_file,
        name="appendix_file",
    ),
    path(
        "decisions/<str:code>/report/appendices/<str:letter>/remove/",
        annexes.remove_appendix,
        name="remove_appendix",
    ),
    path(
        "decisions/<str:code>/report/background-papers/new/",
        annexes.background,
        name="add_background_paper",
    ),
    path(
        "decisions/<str:code>/report/background-papers/<int:number>/",
        annexes.background,
        name="background_paper",
    ),
    path(
        "decisions/<str:code>/report/background-papers/<int:number>/remove/",
        annexes.remove_background,
        name="remove_background_paper",
    ),
    path("decisions/<str:code>/report/<str:name>/", parts.part, name="paper_part"),
    path("mgWebService.asmx/<str:method>", feed.answer, name="feed"),
    path("commitments/", lists.commitments, name="commitments"),
    path("commitments/new/", lists.make, name="make_commitment"),
    path("commitments/chase/", lists.chase, name="chase"),
    path("commitments/owners/", owners.owners, name="owners"),
    path("commitments/owners/set/", owners.set_owner, name="set_owner"),
    path("commitments/<str:code>/", one.commitment, name="commitment"),
    path("commitments/<str:code>/answer/", one.answer, name="answer_commitment"),
    path("commitments/<str:code>/steps/<str:slug>/", one.step, name="step"),
    path("questions/", questions.questions, name="questions"),
    path("questions/new/", questions.ask, name="ask"),
    path("questions/<str:meeting>/<int:number>/", questions.question, name="question"),
    path("questions/<str:meeting>/<int:number>/answer/", questions.answer, name="answer_question"),
    path("wanted/", wanted.wanted, name="wanted"),
    path("wanted/new/", wanted.want, name="want"),
    path("wanted/<str:body>/<int:number>/end/", wanted.end, name="end_want"),
    path("delegations/", delegations.delegations, name="delegations"),
    path("delegations/new/", delegations.delegate, name="delegate"),
    path("delegations/<str:code>/", delegations.delegation, name="delegation"),
    path("delegations/<str:code>/use/", delegations.use, name="use_delegation"),
    path("delegations/<str:code>/change/", delegations.change, name="change_delegation"),
    path("delegations/<str:code>/end/", delegations.end, name="end_delegation"),
    path("recommendations/", recommendations.recommendations, name="recommendations"),
    path("recommendations/new/", recommendations.recommend, name="recommend"),
    path("recommendations/<str:code>/", recommendations.recommendation, name="recommendation"),
    path("recommendations/<str:code>/notice/", recommendations.notice, name="notice"),
    path("recommendations/<str:code>/answer/", recommendations.answer, name="answer"),
    path("recommendations/<str:code>/publish/", recommendations.publish, name="publish_answer"),
]
