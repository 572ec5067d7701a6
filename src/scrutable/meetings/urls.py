"""Addresses of meetings, decisions, commitments, delegations and recommendations."""

from django.urls import path

from scrutable.meetings.views import feed
from scrutable.meetings.views.powers import delegations, recommendations

app_name = "meetings"
urlpatterns = [
    path("mgWebService.asmx/<str:method>", feed.answer, name="feed"),
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
