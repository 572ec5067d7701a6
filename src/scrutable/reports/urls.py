"""Addresses of reports, under /reports/."""

from django.urls import path

from scrutable.reports.views import editions, making, proving

app_name = "reports"
urlpatterns = [
    path("", editions.reports, name="reports"),
    path("new/", making.new, name="new"),
    path("compare/", proving.compare, name="compare"),
    path("superseded/", proving.superseded, name="superseded"),
    path("template/", making.template, name="template"),
    path("<str:name>/", editions.edition, name="edition"),
    path("<str:name>/check/", making.check, name="check"),
    path("<str:name>/commentary/", making.commentaries, name="commentaries"),
    path("<str:name>/commentary/<str:section>/", making.commentary, name="commentary"),
    path("<str:name>/freeze/", making.freeze, name="freeze"),
    path("<str:name>/verify/", proving.verify, name="verify"),
    path("<str:name>/files/<str:form>/", editions.download, name="download"),
    path("<str:name>/exempt/<str:form>/", editions.exempt, name="exempt"),
]
