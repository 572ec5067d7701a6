"""Addresses of contracts, KPIs, returns, mitigations and credits."""

from django.urls import path

from scrutable.contracts.views import (
    chasing,
    contract,
    corrections,
    definitions,
    kpis,
    matters,
    mitigations,
    money,
    returns,
)

app_name = "contracts"
KPI = "contracts/<str:code>/kpis/<str:kpi>/"
urlpatterns = [
    path("contracts/", contract.contracts, name="contracts"),
    path("contracts/<str:code>/", contract.contract, name="contract"),
    path("contracts/<str:code>/template/", returns.template, name="template"),
    path("contracts/<str:code>/verify/<str:month>/", corrections.verify, name="verify"),
    path("contracts/<str:code>/matters/", matters.matters, name="matters"),
    path("contracts/<str:code>/matters/new/", matters.add_matter, name="add_matter"),
    path("contracts/<str:code>/matters/<int:number>/", matters.matter, name="matter"),
    path("contracts/<str:code>/kpis/new/", definitions.add_kpi, name="add_kpi"),
    path(KPI, kpis.kpi, name="kpi"),
    path(f"{KPI}change/", definitions.change_kpi, name="change_kpi"),
    path(f"{KPI}<str:month>/", kpis.result, name="result"),
    path(f"{KPI}<str:month>/correct/", corrections.correct, name="correct"),
    path(f"{KPI}<str:month>/reason/", corrections.give_reason, name="give_reason"),
    path("returns/", returns.returns, name="returns"),
    path("returns/chase/", chasing.chase, name="chase"),
    path("returns/template/", returns.choose_template, name="choose_template"),
    path("returns/send/", returns.send, name="send"),
    path("returns/plan/<str:token>/", returns.plan, name="plan"),
    path("mitigations/", mitigations.mitigations, name="mitigations"),
    path("mitigations/new/", mitigations.choose, name="grant_mitigation"),
    path("mitigations/<str:code>/<int:number>/", mitigations.mitigation, name="mitigation"),
    path("mitigations/<str:code>/<int:number>/renew/", mitigations.renew, name="renew"),
    path("mitigations/<str:code>/<int:number>/withdraw/", mitigations.withdraw, name="withdraw"),
    path("credits/", money.credit_months, name="credits"),
    path("credits/<str:code>/charges/", money.record_charge, name="record_charge"),
    path("credits/<str:code>/terms/", money.set_terms, name="credit_terms"),
    path("credits/<str:code>/reliefs/", money.grant_relief, name="grant_relief"),
    path("credits/<str:code>/<str:month>/", money.credit_month, name="credit_month"),
]
