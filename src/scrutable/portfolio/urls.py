"""Addresses of projects."""

from django.urls import path

from scrutable.portfolio import views

app_name = "portfolio"
HANGING = (
    ("case", "case"),
    ("funding", "funding"),
    ("dependency", "dependency"),
    ("delay-cost", "delay_cost"),
)
urlpatterns = [
    path("projects/", views.projects, name="projects"),
    path("projects/new/", views.add_project, name="add_project"),
    path("projects/template/", views.template, name="template"),
    path("projects/<str:number>/", views.project, name="project"),
    path("projects/<str:number>/change/", views.change_project, name="change_project"),
    path("projects/<str:number>/date/", views.move_date, name="move_date"),
    path("projects/<str:number>/status/", views.give_status, name="give_status"),
    *(
        path(f"projects/<str:number>/{what}/", views.hang, {"what": what}, name=f"add_{name}")
        for what, name in HANGING
    ),
    *(
        path(f"projects/<str:number>/{what}/<str:key>/", views.hang, {"what": what}, name=name)
        for what, name in HANGING
    ),
    path("capacity/", views.capacity, name="capacity"),
    path("capacity/add-post/", views.post, name="add_post"),
    path("capacity/posts/<str:code>/", views.post, name="post"),
    path("capacity/add-procurement/", views.procurement, name="add_procurement"),
    path("capacity/procurements/<str:code>/", views.procurement, name="procurement"),
    path("capacity/add-redirection/", views.redirection, name="add_redirection"),
    path(
        "capacity/redirections/<str:project>/<int:number>/", views.redirection, name="redirection"
    ),
    path("processes/", views.processes, name="processes"),
    path("processes/new/", views.process_review, name="add_process_review"),
    path("processes/<int:number>/", views.process_review, name="process_review"),
    path("processes/features/new/", views.feature, name="add_feature"),
    path("processes/features/<int:number>/", views.feature, name="feature"),
]
