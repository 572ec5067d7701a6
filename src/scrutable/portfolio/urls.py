"""Addresses of projects."""

from django.urls import path

from scrutable.portfolio import views
from scrutable.portfolio.views import benefits, lessons, outcomes, strategies

app_name = "portfolio"
HANGING = (
    ("case", "case"),
    ("funding", "funding"),
    ("dependency", "dependency"),
    ("delay-cost", "delay_cost"),
)
OUTCOMES = [
    path("outcomes/", outcomes.transitions, name="transitions"),
    path("outcomes/new/", outcomes.record_transition, name="add_transition"),
    path("outcomes/<str:code>/", outcomes.transition, name="transition"),
    path("outcomes/<str:code>/change/", outcomes.record_transition, name="change_transition"),
    path("outcomes/<str:code>/new/", outcomes.record_outcome, name="add_outcome"),
    path("outcomes/<str:code>/hand-over/new/", outcomes.hand_over, name="add_hand_over"),
    path("outcomes/<str:code>/hand-over/<str:name>/", outcomes.hand_over, name="hand_over"),
    path("outcomes/<str:code>/look/<str:day>/", outcomes.look, name="put_look"),
    path("outcomes/<str:code>/<int:number>/", outcomes.outcome, name="outcome"),
    path(
        "outcomes/<str:code>/<int:number>/change/", outcomes.record_outcome, name="change_outcome"
    ),
    path("outcomes/<str:code>/<int:number>/evidence/", outcomes.evidence, name="add_evidence"),
    path(
        "outcomes/<str:code>/<int:number>/evidence/<int:evidence>/withdraw/",
        outcomes.withdraw,
        name="withdraw_evidence",
    ),
    path("outcomes/<str:code>/<int:number>/judge/", outcomes.judge, name="judge"),
]
LESSONS = [
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/new/", lessons.record_lesson, name="add_lesson"),
    path("lessons/<int:number>/", lessons.lesson, name="lesson"),
    path("lessons/<int:number>/change/", lessons.record_lesson, name="change_lesson"),
    path("lessons/<int:number>/apply/", lessons.apply_lesson, name="apply_lesson"),
]
BENEFITS = (
    path("benefits/", benefits.benefits, name="benefits"),
    path("benefits/new/", benefits.add_benefit, name="add_benefit"),
    path("benefits/claims/<str:first>/<str:second>/", benefits.settle, name="settle_claim"),
    path("benefits/<str:code>/change/", benefits.change_benefit, name="change_benefit"),
    path("benefits/<str:code>/measure/", benefits.measure, name="measure"),
    path("benefits/<str:code>/verify/<str:day>/", benefits.verify, name="verify_measurement"),
    path("benefits/<str:code>/forecast/", benefits.expect, name="expect"),
    path("benefits/<str:code>/withdraw/", benefits.withdraw_benefit, name="withdraw_benefit"),
)
STRATEGIES = (
    path("strategies/", strategies.strategies, name="strategies"),
    path("strategies/new/", strategies.record_strategy, name="add_strategy"),
    path("strategies/<str:code>/", strategies.strategy, name="strategy"),
    path("strategies/<str:code>/change/", strategies.record_strategy, name="change_strategy"),
    path("strategies/<str:code>/look/", strategies.look_back, name="look_back"),
    path("strategies/<str:code>/retrospective/", strategies.retrospective, name="retrospective"),
    path(
        "strategies/<str:code>/objectives/new/", strategies.record_objective, name="add_objective"
    ),
    path(
        "strategies/<str:code>/objectives/<int:number>/change/",
        strategies.record_objective,
        name="change_objective",
    ),
    path(
        "strategies/<str:code>/objectives/<int:number>/look/",
        strategies.look_back,
        name="look_back_on_one",
    ),
)
urlpatterns = [
    path("projects/", views.projects, name="projects"),
    path("projects/new/", views.add_project, name="add_project"),
    path("projects/template/", views.template, name="template"),
    path("projects/updates/", views.updates, name="updates"),
    path("projects/updates/send/", views.send_update, name="send_update"),
    path("projects/updates/plan/<str:token>/", views.update_plan, name="update_plan"),
    path("projects/updates/<int:number>/", views.update, name="update"),
    path("projects/maps/", views.maps, name="maps"),
    path("projects/maps/send/", views.send_map, name="send_map"),
    path("projects/maps/<slug:code>/", views.cell_map, name="map"),
    path("projects/maps/<slug:code>/send/", views.send_map, name="send_map_again"),
    path("projects/money/", views.money, name="money"),
    path("projects/dependencies/", views.dependencies, name="dependencies"),
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
    path("suppliers/", views.suppliers, name="suppliers"),
    path("suppliers/<slug:slug>/", views.supplier, name="supplier"),
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
    *BENEFITS,
    *OUTCOMES,
    *LESSONS,
    *STRATEGIES,
]
