"""Addresses of home, attention, trace, search and the log."""

from django.urls import path

from scrutable.overview.views import files, log, pages

app_name = "overview"
urlpatterns = [
    path("", pages.front, name="home"),
    path("attention/", pages.attention, name="attention"),
    path("search/", pages.search, name="search"),
    path("log/", log.log, name="log"),
    path("log/verify/", log.verify, name="verify_log"),
    path("log/<int:number>/", log.event, name="event"),
    path("files/<slug:digest>/", files.stored, name="file"),
    path("trace/<path:reference>", pages.trace, name="trace"),
]
