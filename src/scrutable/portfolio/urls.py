"""Addresses of projects."""

from django.urls import path

from scrutable.portfolio import views

app_name = "portfolio"
urlpatterns = [
    path("projects/", views.projects, name="projects"),
    path("projects/new/", views.add_project, name="add_project"),
    path("projects/template/", views.template, name="template"),
    path("projects/<str:number>/", views.project, name="project"),
    path("projects/<str:number>/change/", views.change_project, name="change_project"),
    path("projects/<str:number>/date/", views.move_date, name="move_date"),
    path("projects/<str:number>/status/", views.give_status, name="give_status"),
]
