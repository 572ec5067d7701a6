"""Addresses of assurance."""

from django.urls import path

from scrutable.assurance.views.assessments import changing, planning, showing

app_name = "assurance"
ONE = "assurance/assessments/<str:code>/"
SYSTEM = f"{ONE}systems/<str:system>/"
STEP = f"{ONE}remediation/<int:number>/"
ASSESSMENTS = [
    path("assurance/assessments/", showing.assessments, name="assessments"),
    path("assurance/assessments/new/", changing.record_assessment, name="add_assessment"),
    path("assurance/assessments/compare/", showing.compare, name="compare_assessments"),
    path(ONE, showing.assessment, name="assessment"),
    path(f"{ONE}change/", changing.record_assessment, name="change_assessment"),
    path(f"{ONE}load/", changing.load, name="load_answers"),
    path(f"{ONE}template/", showing.template, name="assessment_template"),
    path(SYSTEM, showing.system, name="assessed_system"),
    path(f"{SYSTEM}template/", showing.template, name="system_template"),
    path(f"{SYSTEM}<str:outcome>/", showing.answer, name="answer"),
    path(f"{SYSTEM}<str:outcome>/change/", changing.record_answer, name="change_answer"),
    path(f"{ONE}remediation/", planning.plan, name="remediation"),
    path(f"{ONE}remediation/new/", planning.record_step, name="add_step"),
    path(STEP, planning.step, name="step"),
    path(f"{STEP}change/", planning.record_step, name="change_step"),
    path(f"{STEP}accept/", planning.accept, name="accept_step"),
]
urlpatterns = [
    *ASSESSMENTS,
]
