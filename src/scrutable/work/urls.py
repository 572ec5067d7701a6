"""Addresses of jobs."""

from django.urls import path

from scrutable.work import views

app_name = "work"
urlpatterns = [
    path("", views.jobs, name="jobs"),
    path("<int:number>/", views.job, name="job"),
    path("<int:number>/progress/", views.progress, name="progress"),
]
