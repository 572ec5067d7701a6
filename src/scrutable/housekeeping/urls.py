"""Addresses of the estate."""

from django.urls import path

from scrutable.housekeeping.views import estate, licences

app_name = "housekeeping"
GLANCE = [
    path("estate/", estate.estate, name="estate"),
]
LICENCES = [
    path("estate/licences/", licences.licences, name="licences"),
    path("estate/licences/sign/", licences.sign, name="sign_licences"),
    path("estate/licences/products/", licences.products, name="software_products"),
    path(
        "estate/licences/products/change/", licences.change_product, name="change_software_product"
    ),
    path("estate/licences/product/<path:product>/", licences.product, name="licence"),
    path("estate/licences/statements/<int:number>/", licences.statement, name="licence_statement"),
]
urlpatterns = [
    *GLANCE,
    *LICENCES,
]
