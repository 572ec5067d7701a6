"""Addresses of the estate."""

from django.urls import path

from scrutable.housekeeping.views import estate

app_name = "housekeeping"
GLANCE = [
    path("estate/", estate.estate, name="estate"),
]
urlpatterns = [
    *GLANCE,
]
