"""Addresses of suppliers, contracts' terms and council policy."""

from django.urls import path

from scrutable.registers import views

app_name = "registers"
urlpatterns = [
    path("suppliers/new/", views.add_supplier, name="add_supplier"),
    path("suppliers/<slug:slug>/change/", views.change_supplier, name="change_supplier"),
    path("contracts/new/", views.add_contract, name="add_contract"),
    path("contracts/<str:code>/terms/", views.change_contract, name="change_contract"),
    path("policy/", views.policies, name="policies"),
    path("policy/<slug:name>/", views.policy, name="policy"),
    path("policy/<slug:name>/change/", views.set_policy, name="set_policy"),
]
