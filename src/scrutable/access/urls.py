"""Addresses of people."""

from django.urls import path

from scrutable.access.views import people, setup, tokens

app_name = "access"
urlpatterns = [
    path("set-up/", setup.first, name="first"),
    path("token/", tokens.token, name="token"),
    path("token/revoke/", tokens.revoke_token, name="revoke_token"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="add"),
    path("people/<str:username>/", people.person, name="person"),
    path("people/<str:username>/change/", people.change, name="change"),
    path("people/<str:username>/link/", people.link, name="link"),
    path("people/<str:username>/<slug:what>/", people.do, name="do"),
]
