"""Addresses of money."""

from django.urls import path

from scrutable.money.views import glance

app_name = "money"
GLANCE = [
    path("money/", glance.glance, name="glance"),
]
urlpatterns = [
    *GLANCE,
]
