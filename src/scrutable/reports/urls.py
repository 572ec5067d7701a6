"""Addresses of reports, and of the decisions taken on them."""

from django.urls import path

from scrutable.reports.views import (
    beginning,
    benefits,
    decisions,
    editions,
    making,
    projects,
    proving,
    strategies,
)

app_name = "reports"
urlpatterns = [
    path("strategies/<str:code>/sight/", strategies.line_of_sight, name="line_of_sight"),
    path("strategies/<str:code>/objectives/<int:number>/", strategies.objective, name="objective"),
    path("decisions/<str:code>/", decisions.decision, name="decision"),
    path("projects/<str:number>/", projects.project, name="project"),
    path("benefits/<str:code>/", benefits.benefit, name="benefit"),
    path("reports/", editions.reports, name="reports"),
    path("reports/new/", beginning.new, name="new"),
    path("reports/new/portfolio/", beginning.new_portfolio, name="new_portfolio"),
    path("reports/new/decision/<str:code>/", decisions.begin, name="begin_decision"),
    path("reports/compare/", proving.compare, name="compare"),
    path("reports/superseded/", proving.superseded, name="superseded"),
    path("reports/template/", making.template, name="template"),
    path("reports/<str:name>/", editions.edition, name="edition"),
    path("reports/<str:name>/check/", making.check, name="check"),
    path("reports/<str:name>/commentary/", making.commentaries, name="commentaries"),
    path("reports/<str:name>/commentary/<str:section>/", making.commentary, name="commentary"),
    path("reports/<str:name>/freeze/", making.freeze, name="freeze"),
    path("reports/<str:name>/verify/", proving.verify, name="verify"),
    path("reports/<str:name>/files/<str:form>/", editions.download, name="download"),
    path("reports/<str:name>/forms/<str:form>/", editions.in_form, name="in_form"),
    path("reports/<str:name>/exempt/<str:form>/", editions.exempt, name="exempt"),
]
