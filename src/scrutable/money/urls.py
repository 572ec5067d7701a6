"""Addresses of money."""

from django.urls import path

from scrutable.money.views import changing, glance, ledger, lines, loads, savings, tied
from scrutable.money.views.costs import changing as costs_changed
from scrutable.money.views.costs import declared as costs_declared
from scrutable.money.views.costs import loading as costs_loaded
from scrutable.money.views.costs import showing as costs

app_name = "money"
GLANCE = [
    path("money/", glance.glance, name="glance"),
]
BUDGETS = [
    path("money/load/", loads.load_money, name="load_money"),
    path("money/template/", loads.template, name="template"),
    path("money/lines/", lines.lines, name="lines"),
    path("money/lines/new/", changing.record_line, name="add_line"),
    path("money/lines/<str:code>/<int:year>/", lines.line, name="line"),
    path("money/lines/<str:code>/<int:year>/change/", changing.record_line, name="change_line"),
    path("money/lines/<str:code>/<int:year>/forecast/", changing.record_forecast, name="forecast"),
    path("money/virements/", lines.virements, name="virements"),
    path("money/virements/new/", changing.record_virement, name="add_virement"),
    path("money/virements/<int:number>/change/", changing.record_virement, name="change_virement"),
    path("money/approvals/", tied.approvals, name="approvals"),
    path("money/approvals/new/", changing.record_approval, name="add_approval"),
    path("money/approvals/<int:number>/change/", changing.record_approval, name="change_approval"),
    path("money/commitments/", tied.commitments, name="commitments"),
    path("money/commitments/new/", changing.record_commitment, name="add_commitment"),
    path(
        "money/commitments/<int:number>/change/",
        changing.record_commitment,
        name="change_commitment",
    ),
    path("money/decisions/", tied.decisions, name="decisions"),
    path("money/decisions/<str:code>/", tied.decision, name="decision"),
]
LEDGERS = [
    path("money/ledger/", ledger.ledgers, name="ledgers"),
    path("money/ledger/load/", loads.load, name="load_ledger"),
    path("money/ledger/<int:year>/", ledger.ledger, name="ledger"),
]
SAVINGS = [
    path("money/savings/", savings.savings, name="savings"),
    path("money/savings/new/", savings.record_saving, name="add_saving"),
    path("money/savings/<str:code>/<int:year>/", savings.saving, name="saving"),
    path(
        "money/savings/<str:code>/<int:year>/change/", savings.record_saving, name="change_saving"
    ),
    path("money/savings/<str:code>/<int:year>/found/", savings.record_proof, name="add_proof"),
]
COSTS = [
    path("money/costs/", costs.costs, name="costs"),
    path("money/costs/matrix/", costs.matrix, name="costs_matrix"),
    path("money/costs/compare/", costs_declared.compare, name="costs_compared"),
    path("money/costs/load/", costs_loaded.load, name="load_costs"),
    path("money/costs/ledger/", costs_loaded.take_ledger, name="costs_from_ledger"),
    path("money/costs/template/", costs_loaded.template, name="costs_template"),
    path("money/costs/allocate/", costs_loaded.allocate, name="allocate_costs"),
    path("money/costs/areas/<str:code>/", costs.area, name="cost_area"),
    path("money/costs/areas/<str:code>/from/<str:pool>/", costs.led_back, name="cost_led_back"),
    path("money/costs/pools/<str:code>/", costs.pool, name="cost_pool"),
    path("money/costs/drivers/<str:code>/", costs_declared.driver, name="cost_driver"),
    path("money/costs/set-up/", costs_changed.set_up, name="costs_set_up"),
    path("money/costs/set-up/<str:kind>/new/", costs_changed.change, name="add_to_costs"),
    path("money/costs/set-up/<str:kind>/<path:key>/", costs_changed.change, name="change_costs"),
]
urlpatterns = [
    *COSTS,
    *GLANCE,
    *BUDGETS,
    *LEDGERS,
    *SAVINGS,
]
