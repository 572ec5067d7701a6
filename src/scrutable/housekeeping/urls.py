"""Addresses of the estate."""

from django.urls import path

from scrutable.housekeeping.views import estate, extracts, initiatives, licences, orders, trends
from scrutable.housekeeping.views.agreements import changing as agreements_changed
from scrutable.housekeeping.views.agreements import showing as agreements
from scrutable.housekeeping.views.findings import listing as findings
from scrutable.housekeeping.views.findings import saying as findings_said
from scrutable.housekeeping.views.findings import telling as findings_told

app_name = "housekeeping"
GLANCE = [
    path("estate/", estate.estate, name="estate"),
]
EXTRACTS = [
    path("estate/extracts/", extracts.extracts, name="extracts"),
    path("estate/extracts/take/", extracts.take, name="take_extract"),
    path("estate/extracts/reconcile/", extracts.reconcile, name="reconcile"),
    path("estate/extracts/<str:kind>/<str:day>/", extracts.extract, name="extract"),
]
TRENDS = [
    path("estate/trends/", trends.trends, name="trends"),
]
INITIATIVES = [
    path("estate/initiatives/", initiatives.initiatives, name="initiatives"),
    path("estate/initiatives/new/", initiatives.record_initiative, name="add_initiative"),
    path("estate/initiatives/<str:code>/", initiatives.initiative, name="initiative"),
    path(
        "estate/initiatives/<str:code>/change/",
        initiatives.record_initiative,
        name="change_initiative",
    ),
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
AGREEMENTS = [
    path("estate/agreements/", agreements.agreements, name="agreements"),
    path("estate/agreements/new/", agreements_changed.record_agreement, name="add_agreement"),
    path("estate/agreements/load/", agreements_changed.load_register, name="load_agreements"),
    path("estate/agreements/calendar/", agreements.calendar, name="agreements_calendar"),
    path("estate/agreements/calendar.ics", agreements.calendar_file, name="agreements_file"),
    path("estate/agreements/ran-on/", agreements.ran_on, name="agreements_ran_on"),
    path("estate/agreements/<str:code>/", agreements.agreement, name="agreement"),
    path(
        "estate/agreements/<str:code>/change/",
        agreements_changed.record_agreement,
        name="change_agreement",
    ),
    path(
        "estate/agreements/<str:code>/renewals/new/",
        agreements_changed.record_renewal,
        name="add_renewal",
    ),
    path(
        "estate/agreements/<str:code>/renewals/<int:number>/change/",
        agreements_changed.record_renewal,
        name="change_renewal",
    ),
    path(
        "estate/agreements/<str:code>/ran-on/<str:since>/",
        agreements_changed.record_cure,
        name="record_cure",
    ),
]
FINDINGS = [
    path("estate/findings/", findings.findings, name="findings"),
    path("estate/findings/explain/", findings_said.explain, name="explain_findings"),
    path("estate/findings/assign/", findings_said.assign, name="assign_findings"),
    path("estate/findings/fixed/", findings_said.fixed, name="say_fixed"),
    path("estate/findings/<int:number>/", findings_told.finding, name="finding"),
    path("estate/things/<int:number>/", findings_told.thing, name="thing"),
    path("estate/things/<int:number>/person/", findings_told.person, name="person"),
]
ORDERS = [
    path("estate/orders/", orders.orders, name="orders"),
    path("estate/suppliers/", orders.suppliers, name="suppliers_bought_of"),
    path("estate/suppliers/<str:code>/", orders.supplier, name="supplier_bought_of"),
]
urlpatterns = [
    *GLANCE,
    *FINDINGS,
    *EXTRACTS,
    *TRENDS,
    *INITIATIVES,
    *LICENCES,
    *AGREEMENTS,
    *ORDERS,
]
