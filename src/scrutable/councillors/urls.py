"""Addresses of councillors' learning, kit and paper."""

from django.urls import path

from scrutable.councillors.views import access, glance, kit, mine, paper, people, sessions, skills

app_name = "councillors"
GLANCE = [
    path("councillors/", glance.glance, name="glance"),
]
SKILLS = [
    path("councillors/skills/", skills.skills, name="skills"),
    path("councillors/skills/needs/", skills.by_name, name="needs_by_name"),
    path("councillors/skills/areas/new/", skills.record_area, name="add_skill"),
    path("councillors/skills/areas/<str:code>/change/", skills.record_area, name="change_skill"),
]
SESSIONS = [
    path("councillors/sessions/", sessions.sessions, name="sessions"),
    path("councillors/sessions/new/", sessions.record_session, name="add_session"),
    path("councillors/sessions/<int:number>/", sessions.session, name="session"),
    path(
        "councillors/sessions/<int:number>/change/", sessions.record_session, name="change_session"
    ),
    path("councillors/sessions/<int:number>/attendance/", sessions.attendance, name="attendance"),
    path("councillors/pilots/", sessions.pilots, name="pilots"),
    path("councillors/pilots/new/", sessions.record_pilot, name="add_pilot"),
    path("councillors/pilots/<int:number>/change/", sessions.record_pilot, name="change_pilot"),
]
KIT = [
    path("councillors/kit/", kit.kit, name="kit"),
    path("councillors/kit/devices/", kit.devices, name="devices"),
    path("councillors/kit/devices/new/", kit.record_device, name="add_device"),
    path("councillors/kit/devices/<int:number>/change/", kit.record_device, name="change_device"),
    path("councillors/kit/faults/", kit.faults, name="faults"),
    path("councillors/kit/faults/<int:number>/mend/", kit.mend, name="mend_fault"),
]
PAPER = [
    path("councillors/paper/", paper.paper, name="paper"),
    path("councillors/paper/template/", paper.template, name="pages_template"),
    path("councillors/paper/load/", paper.load, name="load_pages"),
    path("councillors/paper/targets/new/", paper.record_target, name="add_target"),
]
PEOPLE = [
    path("councillors/people/", people.people, name="people"),
    path("councillors/people/new/", people.record_councillor, name="add_councillor"),
    path(
        "councillors/people/<int:number>/change/",
        people.record_councillor,
        name="change_councillor",
    ),
    path("councillors/people/<int:number>/erase/", people.erase, name="erase_councillor"),
]
MINE = [
    path("councillors/mine/", mine.mine, name="mine"),
    path("councillors/mine/skills/", mine.skills_form, name="say_skills"),
    path("councillors/mine/sessions/<int:number>/book/", mine.book, name="book"),
    path("councillors/mine/sessions/<int:number>/give-back/", mine.give_back, name="give_back"),
    path("councillors/mine/sessions/<int:number>/helped/", mine.helped, name="helped"),
    path("councillors/mine/kit/fault/", mine.raise_fault, name="raise_fault"),
    path("councillors/mine/kit/opinion/", mine.opinion, name="say_of_kit"),
    path("councillors/mine/access/", access.own_needs, name="own_needs"),
    path("councillors/mine/access/erase/", access.erase_own, name="erase_own_needs"),
]
ACCESS = [
    path("councillors/access/", access.forms_kept, name="access_forms"),
    path("councillors/access/<int:number>/", access.form_seen, name="access_form"),
    path("councillors/access/<int:number>/change/", access.change_form, name="change_access_form"),
    path("councillors/access/officers/", access.officers, name="named_officers"),
    path("councillors/access/officers/new/", access.name_officer, name="name_officer"),
    path(
        "councillors/access/officers/<str:username>/change/",
        access.name_officer,
        name="change_named_officer",
    ),
]
urlpatterns = [*GLANCE, *SKILLS, *SESSIONS, *KIT, *PAPER, *PEOPLE, *MINE, *ACCESS]
