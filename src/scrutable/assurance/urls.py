"""Addresses of assurance."""

from django.urls import path

from scrutable.assurance.views import assessments

app_name = "assurance"
ASSESSMENTS = [
    path("assurance/assessments/", assessments.assessments, name="assessments"),
]
urlpatterns = [
    *ASSESSMENTS,
]
