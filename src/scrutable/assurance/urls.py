"""Addresses of assurance."""

from django.urls import path

from scrutable.assurance.views import claims, registers
from scrutable.assurance.views.assessments import changing, planning, showing
from scrutable.assurance.views.issues import changing as issues_changed
from scrutable.assurance.views.issues import showing as issues
from scrutable.assurance.views.systems import changing as systems_changed
from scrutable.assurance.views.systems import showing as systems

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
A_SYSTEM = "assurance/systems/<str:code>/"
A_SERVICE = "assurance/services/<str:code>/"
SYSTEMS = [
    path("assurance/systems/", systems.systems, name="systems"),
    path("assurance/systems/new/", systems_changed.record_system, name="add_system"),
    path(A_SYSTEM, systems.system, name="system"),
    path(f"{A_SYSTEM}change/", systems_changed.record_system, name="change_system"),
    path(f"{A_SYSTEM}tests/new/", systems_changed.record_test, name="add_recovery_test"),
    path("assurance/services/", systems.services, name="services"),
    path("assurance/services/new/", systems_changed.record_service, name="add_service"),
    path(A_SERVICE, systems.service, name="service"),
    path(f"{A_SERVICE}change/", systems_changed.record_service, name="change_service"),
]
AN_ISSUE = "assurance/issues/<int:number>/"
ISSUES = [
    path("assurance/issues/", issues.issues, name="issues"),
    path("assurance/issues/new/", issues_changed.record_issue, name="add_issue"),
    path("assurance/issues/progress/", issues_changed.move_on, name="move_issues_on"),
    path(AN_ISSUE, issues.issue, name="issue"),
    path(f"{AN_ISSUE}change/", issues_changed.record_issue, name="change_issue"),
    path(f"{AN_ISSUE}accept/", issues_changed.accept, name="accept_closure"),
    path("assurance/phases/", issues.phases, name="phases"),
    path("assurance/phases/new/", issues_changed.record_phase, name="add_phase"),
    path("assurance/phases/<str:code>/change/", issues_changed.record_phase, name="change_phase"),
]
A_CLAIM = "assurance/claims/<str:code>/"
CLAIMS = [
    path("assurance/", claims.reassurance_map, name="reassurance_map"),
    path("assurance/claims/new/", claims.record_claim, name="add_claim"),
    path(A_CLAIM, claims.claim, name="claim"),
    path(f"{A_CLAIM}change/", claims.record_claim, name="change_claim"),
    path(f"{A_CLAIM}evidence/new/", claims.record_evidence, name="add_evidence"),
]
REGISTER = [
    path("assurance/register/", registers.register, name="register"),
    path("assurance/register/template/", registers.template, name="register_template"),
]
urlpatterns = [
    *ASSESSMENTS,
    *SYSTEMS,
    *ISSUES,
    *CLAIMS,
    *REGISTER,
]
