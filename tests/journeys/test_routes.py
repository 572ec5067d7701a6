"""Every route × every role, in Westmere. A route that is missing from the table fails.

To add one: its name, an address at which something is kept, and one sign for each of VIEWERS:

    .  200, the page        s  302, to signing in     r  302, to somewhere else
    x  403, not permitted   n  404, not there         m  405, another method
    u  422, the form is shown again with what is wrong

Names of routes that only take a POST begin with "POST ".
"""

import pytest
from django.urls import URLPattern, get_resolver

from scrutable.access.models import Person

pytestmark = pytest.mark.usefixtures("westmere")

SIGNS = {200: ".", 302: "r", 403: "x", 404: "n", 405: "m", 422: "u"}
VIEWERS = (
    *("", "n.ward", "c.osei", "a.clerk", "t.okafor"),
    *("r.lindqvist", "a.patel", "d.reyes", "j.smith", "m.doyle"),
)
# nobody, supplier, member, clerk, scrutiny officer,
# auditor, officer, report author, contract manager, administrator
ROUTES = {
    # signing in
    "account_login": ("/account/sign-in/", ".rrrrrrrrr"),
    "account_logout": ("/account/sign-out/", "s........."),
    "account_inactive": ("/account/stopped/", ".........."),
    "account_reauthenticate": ("/account/again/", "s........."),
    "account_change_password": ("/account/password/", "s........."),
    "account_reset_password": ("/account/password/forgotten/", ".........."),
    "account_reset_password_done": ("/account/password/sent/", ".........."),
    "account_reset_password_from_key": ("/account/password/new/1-key/", ".........."),
    "account_reset_password_from_key_done": ("/account/password/ready/", ".........."),
    "mfa_index": ("/account/second-factor/", "s........."),
    "mfa_authenticate": ("/account/second-factor/code/", "srrrrrrrrr"),
    "mfa_reauthenticate": ("/account/second-factor/again/", "srrrrrrrrr"),
    "mfa_activate_totp": ("/account/second-factor/set-up/", "srrrrrrrrr"),
    "mfa_deactivate_totp": ("/account/second-factor/remove/", "snnnnnnnnn"),
    "mfa_view_recovery_codes": ("/account/second-factor/recovery-codes/", "snnnnnnnnn"),
    "mfa_generate_recovery_codes": ("/account/second-factor/recovery-codes/new/", "srrrrrrrrr"),
    "mfa_download_recovery_codes": ("/account/second-factor/recovery-codes/file/", "snnnnnnnnn"),
    # people
    "access:first": ("/set-up/", "nnnnnnnnnn"),
    "access:token": ("/token/", "s........."),
    "POST access:revoke_token": ("/token/revoke/", "srrrrrrrrr"),
    "access:people": ("/people/", "sxxxx.xxx."),
    "access:add": ("/people/add/", "sxxxxxxxx."),
    "access:person": ("/people/c.osei/", "sxxxx.xxx."),
    "access:change": ("/people/c.osei/change/", "sxxxxxxxx."),
    "access:link": ("/people/c.osei/link/", "sxxxxxxxx."),
    "POST access:do": ("/people/c.osei/reactivate/", "sxxxxxxxxr"),
    # across everything
    "overview:home": ("/", "s........."),
    "overview:attention": ("/attention/", "sx........"),
    "overview:search": ("/search/?q=calls", "sx........"),
    "overview:log": ("/log/", "sxx...xx.."),
    "POST overview:verify_log": ("/log/verify/", "sxxrrrxxrr"),
    "overview:event": ("/log/1/", "sxx...xx.."),
    "overview:file": ("/files/000000000000/", "sxnnnnnnnn"),
    "overview:trace": ("/trace/kpi/CSS/CSC_KPI_04/2026-09", "sx........"),
    # registers
    "registers:add_supplier": ("/suppliers/new/", "sxxxxxxx.x"),
    "registers:change_supplier": ("/suppliers/norland-services/change/", "sxxxxxxx.x"),
    "registers:add_contract": ("/contracts/new/", "sxxxxxxx.x"),
    "registers:change_contract": ("/contracts/CSS/terms/", "sxxxxxxx.x"),
    "registers:policies": ("/policy/", "sxx......."),
    "registers:policy": ("/policy/attention/", "sxx......."),
    "registers:set_policy": ("/policy/attention/change/", "sxxxxxxxx."),
    # delegations, recommendations of scrutiny
    "meetings:delegations": ("/delegations/", "sx........"),
    "meetings:delegate": ("/delegations/new/", "sxx.xxxxxx"),
    "meetings:delegation": ("/delegations/2026-001/", "sx........"),
    "meetings:use_delegation": ("/delegations/2026-001/use/", "sxx.xx...x"),
    "meetings:change_delegation": ("/delegations/2026-001/change/", "sxx.xxxxxx"),
    "meetings:end_delegation": ("/delegations/2026-001/end/", "sxx.xxxxxx"),
    "meetings:recommendations": ("/recommendations/", "sx........"),
    "meetings:recommend": ("/recommendations/new/", "sxx..xxxxx"),
    "meetings:recommendation": ("/recommendations/2026-001/", "sx........"),
    "meetings:notice": ("/recommendations/2026-001/notice/", "sxx..xxxxx"),
    "meetings:answer": ("/recommendations/2026-001/answer/", "sxx..xxxxx"),
    "meetings:publish_answer": ("/recommendations/2026-001/publish/", "sxx..xxxxx"),
    # projects
    "portfolio:projects": ("/projects/", "sx........"),
    "portfolio:suppliers": ("/suppliers/", "sx........"),
    "portfolio:supplier": ("/suppliers/norland-services/", "sx........"),
    "portfolio:add_project": ("/projects/new/", "sxxxxx.x.x"),
    "portfolio:template": ("/projects/template/", "sxxxxx.x.x"),
    "portfolio:updates": ("/projects/updates/", "sx........"),
    "portfolio:send_update": ("/projects/updates/send/", "sxxxxx.x.x"),
    "portfolio:update_plan": ("/projects/updates/plan/gone/", "sxxxxxrxrx"),
    "portfolio:update": ("/projects/updates/1/", "sx........"),
    "portfolio:maps": ("/projects/maps/", "sx........"),
    "portfolio:send_map": ("/projects/maps/send/", "sxxxxx.x.x"),
    "portfolio:map": ("/projects/maps/property/", "sx........"),
    "portfolio:send_map_again": ("/projects/maps/property/send/", "sxxxxx.x.x"),
    "reports:project": ("/projects/201/", "sx........"),
    "portfolio:money": ("/projects/money/", "sx........"),
    "portfolio:dependencies": ("/projects/dependencies/", "sx........"),
    "portfolio:add_case": ("/projects/201/case/", "sxxxxx.x.x"),
    "portfolio:add_funding": ("/projects/201/funding/", "sxxxxx.x.x"),
    "portfolio:add_dependency": ("/projects/201/dependency/", "sxxxxx.x.x"),
    "portfolio:add_delay_cost": ("/projects/201/delay-cost/", "sxxxxx.x.x"),
    "portfolio:case": ("/projects/201/case/outline/", "sxxxxx.x.x"),
    "portfolio:funding": ("/projects/201/funding/capital-2026/", "sxxxxx.x.x"),
    "portfolio:dependency": ("/projects/201/dependency/1/", "sxxxxx.x.x"),
    "portfolio:delay_cost": ("/projects/201/delay-cost/1/", "sxxxxx.x.x"),
    "portfolio:change_project": ("/projects/201/change/", "sxxxxx.x.x"),
    "portfolio:move_date": ("/projects/201/date/", "sxxxxx.x.x"),
    "portfolio:give_status": ("/projects/201/status/", "sxxxxx.x.x"),
    # capacity and processes
    "portfolio:strategies": ("/strategies/", "sx........"),
    "portfolio:add_strategy": ("/strategies/new/", "sxxxxx.x.x"),
    "portfolio:strategy": ("/strategies/IT-2026/", "sx........"),
    "portfolio:change_strategy": ("/strategies/IT-2026/change/", "sxxxxx.x.x"),
    "portfolio:look_back": ("/strategies/IT-2026/look/", "sxxxxx.x.x"),
    "portfolio:retrospective": ("/strategies/IT-2021/retrospective/", "sx........"),
    "portfolio:add_objective": ("/strategies/IT-2026/objectives/new/", "sxxxxx.x.x"),
    "portfolio:change_objective": ("/strategies/IT-2026/objectives/1/change/", "sxxxxx.x.x"),
    "portfolio:look_back_on_one": ("/strategies/IT-2026/objectives/1/look/", "sxxxxx.x.x"),
    "reports:line_of_sight": ("/strategies/IT-2026/sight/", "sx........"),
    "reports:objective": ("/strategies/IT-2026/objectives/1/", "sx........"),
    "portfolio:capacity": ("/capacity/", "sx........"),
    "portfolio:add_post": ("/capacity/add-post/", "sxxxxx.x.x"),
    "portfolio:post": ("/capacity/posts/IT-001/", "sxxxxx.x.x"),
    "portfolio:add_procurement": ("/capacity/add-procurement/", "sxxxxx.x.x"),
    "portfolio:procurement": ("/capacity/procurements/PR-2026-01/", "sxxxxx.x.x"),
    "portfolio:add_redirection": ("/capacity/add-redirection/", "sxxxxx.x.x"),
    "portfolio:redirection": ("/capacity/redirections/208/1/", "sxxxxx.x.x"),
    "portfolio:processes": ("/processes/", "sx........"),
    "portfolio:add_process_review": ("/processes/new/", "sxxxxx.x.x"),
    "portfolio:process_review": ("/processes/1/", "sxxxxx.x.x"),
    "portfolio:add_feature": ("/processes/features/new/", "sxxxxx.x.x"),
    "portfolio:feature": ("/processes/features/1/", "sxxxxx.x.x"),
    # benefits
    "reports:benefit": ("/benefits/203-1/", "sx........"),
    "portfolio:benefits": ("/benefits/", "sx........"),
    "portfolio:add_benefit": ("/benefits/new/", "sxxxxx.x.x"),
    "portfolio:settle_claim": ("/benefits/claims/203-1/213-1/", "sxxxxx.x.x"),
    "portfolio:change_benefit": ("/benefits/203-1/change/", "sxxxxx.x.x"),
    "portfolio:measure": ("/benefits/203-1/measure/", "sxxxxx.x.x"),
    "portfolio:verify_measurement": ("/benefits/203-1/verify/2026-03-31/", "sxxxxx.x.x"),
    "portfolio:expect": ("/benefits/203-1/forecast/", "sxxxxx.x.x"),
    "portfolio:withdraw_benefit": ("/benefits/203-1/withdraw/", "sxxxxx.x.x"),
    # councillors
    "councillors:glance": ("/councillors/", "sx........"),
    "councillors:skills": ("/councillors/skills/", "sx........"),
    "councillors:needs_by_name": ("/councillors/skills/needs/", "sxx.xxxxxx"),
    "councillors:add_skill": ("/councillors/skills/areas/new/", "sxx.xxxxxx"),
    "councillors:change_skill": ("/councillors/skills/areas/PAPERS/change/", "sxx.xxxxxx"),
    "councillors:sessions": ("/councillors/sessions/", "sx........"),
    "councillors:add_session": ("/councillors/sessions/new/", "sxx.xxxxxx"),
    "councillors:session": ("/councillors/sessions/8/", "sx........"),
    "councillors:change_session": ("/councillors/sessions/8/change/", "sxx.xxxxxx"),
    "councillors:attendance": ("/councillors/sessions/7/attendance/", "sxx.xxxxxx"),
    "councillors:pilots": ("/councillors/pilots/", "sx........"),
    "councillors:add_pilot": ("/councillors/pilots/new/", "sxx.xxxxxx"),
    "councillors:change_pilot": ("/councillors/pilots/3/change/", "sxx.xxxxxx"),
    "councillors:kit": ("/councillors/kit/", "sx........"),
    "councillors:devices": ("/councillors/kit/devices/", "sxx.xxxxxx"),
    "councillors:add_device": ("/councillors/kit/devices/new/", "sxx.xxxxxx"),
    "councillors:change_device": ("/councillors/kit/devices/1/change/", "sxx.xxxxxx"),
    "councillors:faults": ("/councillors/kit/faults/", "sxx.xxxxxx"),
    "councillors:mend_fault": ("/councillors/kit/faults/26/mend/", "sxx.xxxxxx"),
    "councillors:paper": ("/councillors/paper/", "sx........"),
    "councillors:pages_template": ("/councillors/paper/template/", "sxx.xxxxxx"),
    "councillors:load_pages": ("/councillors/paper/load/", "sxx.xxxxxx"),
    "councillors:add_target": ("/councillors/paper/targets/new/", "sxx.xxxxxx"),
    "councillors:people": ("/councillors/people/", "sxx.xxxxxx"),
    "councillors:add_councillor": ("/councillors/people/new/", "sxx.xxxxxx"),
    "councillors:change_councillor": ("/councillors/people/23/change/", "sxx.xxxxxx"),
    "POST councillors:erase_councillor": ("/councillors/people/999/erase/", "sxxnxxxxxx"),
    "councillors:mine": ("/councillors/mine/", "sx.xxxxxxx"),
    "councillors:say_skills": ("/councillors/mine/skills/", "sx.xxxxxxx"),
    "POST councillors:book": ("/councillors/mine/sessions/999/book/", "sxnxxxxxxx"),
    "POST councillors:give_back": ("/councillors/mine/sessions/999/give-back/", "sxnxxxxxxx"),
    "councillors:helped": ("/councillors/mine/sessions/4/helped/", "sx.xxxxxxx"),
    "councillors:raise_fault": ("/councillors/mine/kit/fault/", "sx.xxxxxxx"),
    "councillors:say_of_kit": ("/councillors/mine/kit/opinion/", "sx.xxxxxxx"),
    "councillors:own_needs": ("/councillors/mine/access/", "sx.xxxxxxx"),
    "POST councillors:erase_own_needs": ("/councillors/mine/access/erase/", "sxrxxxxxxx"),
    # of officers those named alone: a.clerk and a.patel; a role opens nothing, not even m.doyle’s
    "councillors:access_forms": ("/councillors/access/", "sxx.xx.xxx"),
    "councillors:access_form": ("/councillors/access/11/", "sxx.xx.xxx"),
    "councillors:change_access_form": ("/councillors/access/11/change/", "sxx.xx.xxx"),
    "councillors:named_officers": ("/councillors/access/officers/", "sx........"),
    "councillors:name_officer": ("/councillors/access/officers/new/", "sxx.xxxxx."),
    "councillors:change_named_officer": (
        "/councillors/access/officers/a.patel/change/",
        "sxx.xxxxx.",
    ),
    # the estate
    "money:costs": ("/money/costs/", "sx........"),
    "money:costs_matrix": ("/money/costs/matrix/", "sx........"),
    "money:costs_compared": ("/money/costs/compare/", "sx........"),
    "money:load_costs": ("/money/costs/load/", "sxxxxxxxxx"),
    "money:costs_from_ledger": ("/money/costs/ledger/", "sxxxxxxxxx"),
    "money:costs_template": ("/money/costs/template/", "sxxxxxxxxx"),
    "money:allocate_costs": ("/money/costs/allocate/", "sxxxxxxxxx"),
    "money:cost_area": ("/money/costs/areas/ADULT-CARE/", "sx........"),
    "money:cost_led_back": ("/money/costs/areas/FENMERE/from/DESK/", "sx........"),
    "money:cost_pool": ("/money/costs/pools/DESK/", "sx........"),
    "money:cost_driver": ("/money/costs/drivers/SITES/", "sx........"),
    "money:costs_set_up": ("/money/costs/set-up/", "sx........"),
    "money:add_to_costs": ("/money/costs/set-up/areas/new/", "sxxxxxxxxx"),
    "money:change_costs": ("/money/costs/set-up/drivers/SITES/2025/", "sxxxxxxxxx"),
    "money:glance": ("/money/", "sx........"),
    "money:lines": ("/money/lines/", "sx........"),
    "money:add_line": ("/money/lines/new/", "sxxxxxxxxx"),
    "money:line": ("/money/lines/none/2026/", "sxnnnnnnnn"),
    "money:change_line": ("/money/lines/none/2026/change/", "sxxxxxxxxx"),
    "money:forecast": ("/money/lines/none/2026/forecast/", "sxxxxxxxxx"),
    "money:virements": ("/money/virements/", "sx........"),
    "money:add_virement": ("/money/virements/new/", "sxxxxxxxxx"),
    "money:change_virement": ("/money/virements/999999/change/", "sxxxxxxxxx"),
    "money:approvals": ("/money/approvals/", "sx........"),
    "money:add_approval": ("/money/approvals/new/", "sxxxxxxxxx"),
    "money:change_approval": ("/money/approvals/999999/change/", "sxxxxxxxxx"),
    "money:commitments": ("/money/commitments/", "sx........"),
    "money:add_commitment": ("/money/commitments/new/", "sxxxxxxxxx"),
    "money:change_commitment": ("/money/commitments/999999/change/", "sxxxxxxxxx"),
    "money:decisions": ("/money/decisions/", "sx........"),
    "money:decision": ("/money/decisions/I026071/", "sx........"),
    "money:ledgers": ("/money/ledger/", "sx........"),
    "money:load_ledger": ("/money/ledger/load/", "sxxxxxxxxx"),
    "money:ledger": ("/money/ledger/1999/", "sxnnnnnnnn"),
    "money:load_money": ("/money/load/", "sxxxxxxxxx"),
    "money:template": ("/money/template/", "sxxxxxxxxx"),
    "money:savings": ("/money/savings/", "sx........"),
    "money:add_saving": ("/money/savings/new/", "sxxxxxxxxx"),
    "money:saving": ("/money/savings/none/2026/", "sxnnnnnnnn"),
    "money:change_saving": ("/money/savings/none/2026/change/", "sxxxxxxxxx"),
    "money:add_proof": ("/money/savings/none/2026/found/", "sxxxxxxxxx"),
    "housekeeping:estate": ("/estate/", "sx........"),
    "housekeeping:trends": ("/estate/trends/", "sx........"),
    "housekeeping:initiatives": ("/estate/initiatives/", "sx........"),
    "housekeeping:add_initiative": ("/estate/initiatives/new/", "sxxxxxxxxx"),
    "housekeeping:initiative": ("/estate/initiatives/none/", "sxnnnnnnnn"),
    "housekeeping:change_initiative": ("/estate/initiatives/none/change/", "sxxxxxxxxx"),
    "housekeeping:findings": ("/estate/findings/", "sx........"),
    "housekeeping:explain_findings": ("/estate/findings/explain/", "sxxxxxxxxx"),
    "housekeeping:assign_findings": ("/estate/findings/assign/", "sxxxxxxxxx"),
    "housekeeping:say_fixed": ("/estate/findings/fixed/", "sxxxxxxxxx"),
    "housekeeping:finding": ("/estate/findings/999999/", "sxxxxnxxxx"),
    "housekeeping:thing": ("/estate/things/999999/", "sxxxxnxxxx"),
    "housekeeping:person": ("/estate/things/999999/person/", "sxxxxnxxxx"),
    "housekeeping:extracts": ("/estate/extracts/", "sx........"),
    "housekeeping:take_extract": ("/estate/extracts/take/", "sxxxxxxxxx"),
    "housekeeping:reconcile": ("/estate/extracts/reconcile/", "sxxxxxxxxx"),
    "housekeeping:extract": ("/estate/extracts/staff/2026-09-30/", "sx........"),
    "housekeeping:licences": ("/estate/licences/", "sx........"),
    "housekeeping:sign_licences": ("/estate/licences/sign/", "sxxxxxxxxx"),
    "housekeeping:software_products": ("/estate/licences/products/", "sx........"),
    "housekeeping:change_software_product": ("/estate/licences/products/change/", "sxxxxxxxxx"),
    "housekeeping:licence": ("/estate/licences/product/nothing/", "sxnnnnnnnn"),
    "housekeeping:licence_statement": ("/estate/licences/statements/1/", "sx........"),
    "housekeeping:agreements": ("/estate/agreements/", "sx........"),
    "housekeeping:agreements_calendar": ("/estate/agreements/calendar/", "sx........"),
    "housekeeping:agreements_file": ("/estate/agreements/calendar.ics", "sx........"),
    "housekeeping:agreements_ran_on": ("/estate/agreements/ran-on/", "sx........"),
    "housekeeping:add_agreement": ("/estate/agreements/new/", "sxxxxxxx.x"),
    "housekeeping:load_agreements": ("/estate/agreements/load/", "sxxxxxxx.x"),
    "housekeeping:agreement": ("/estate/agreements/MAIL/", "sx........"),
    "housekeeping:change_agreement": ("/estate/agreements/MAIL/change/", "sxxxxxxx.x"),
    "housekeeping:add_renewal": ("/estate/agreements/MAIL/renewals/new/", "sxxxxxxx.x"),
    "housekeeping:change_renewal": ("/estate/agreements/MAIL/renewals/1/change/", "sxxxxxxx.x"),
    "housekeeping:record_cure": ("/estate/agreements/MAIL/ran-on/2025-04-01/", "sxxxxxxxnx"),
    "housekeeping:orders": ("/estate/orders/", "sx........"),
    "housekeeping:suppliers_bought_of": ("/estate/suppliers/", "sx........"),
    "housekeeping:supplier_bought_of": ("/estate/suppliers/s0900/", "sxnnnnnnnn"),
    # assurance
    "assurance:assessments": ("/assurance/assessments/", "sx........"),
    "assurance:add_assessment": ("/assurance/assessments/new/", "sxxxxxxxxx"),
    "assurance:compare_assessments": ("/assurance/assessments/compare/", "sxx.x.xxxx"),
    "assurance:assessment": ("/assurance/assessments/none/", "sxnnnnnnnn"),
    "assurance:change_assessment": ("/assurance/assessments/none/change/", "sxxxxxxxxx"),
    "assurance:load_answers": ("/assurance/assessments/none/load/", "sxxxxxxxxx"),
    "assurance:assessment_template": ("/assurance/assessments/none/template/", "sxxxxxxxxx"),
    "assurance:assessed_system": (
        "/assurance/assessments/none/systems/organisation/",
        "sxnnnnnnnn",
    ),
    "assurance:system_template": (
        "/assurance/assessments/none/systems/organisation/template/",
        "sxxxxxxxxx",
    ),
    "assurance:answer": ("/assurance/assessments/none/systems/organisation/A1.a/", "sxnnnnnnnn"),
    "assurance:change_answer": (
        "/assurance/assessments/none/systems/organisation/A1.a/change/",
        "sxxxxxxxxx",
    ),
    "assurance:remediation": ("/assurance/assessments/none/remediation/", "sxnnnnnnnn"),
    "assurance:add_step": ("/assurance/assessments/none/remediation/new/", "sxxxxxxxxx"),
    "assurance:step": ("/assurance/assessments/none/remediation/1/", "sxnnnnnnnn"),
    "assurance:change_step": ("/assurance/assessments/none/remediation/1/change/", "sxxxxxxxxx"),
    "assurance:accept_step": ("/assurance/assessments/none/remediation/1/accept/", "sxxxxxxxxx"),
    "assurance:reassurance_map": ("/assurance/", "sx........"),
    "assurance:add_claim": ("/assurance/claims/new/", "sxxxxxxxxx"),
    "assurance:claim": ("/assurance/claims/RESTORE/", "sx........"),
    "assurance:change_claim": ("/assurance/claims/RESTORE/change/", "sxxxxxxxxx"),
    "assurance:add_evidence": ("/assurance/claims/RESTORE/evidence/new/", "sxxxxxxxxx"),
    "assurance:systems": ("/assurance/systems/", "sx........"),
    "assurance:add_system": ("/assurance/systems/new/", "sxxxxxxxxx"),
    "assurance:system": ("/assurance/systems/CARE/", "sx........"),
    "assurance:change_system": ("/assurance/systems/CARE/change/", "sxxxxxxxxx"),
    "assurance:add_recovery_test": ("/assurance/systems/CARE/tests/new/", "sxxxxxxxxx"),
    "assurance:services": ("/assurance/services/", "sx........"),
    "assurance:add_service": ("/assurance/services/new/", "sxxxxxxxxx"),
    "assurance:service": ("/assurance/services/HOMECARE/", "sx........"),
    "assurance:change_service": ("/assurance/services/HOMECARE/change/", "sxxxxxxxxx"),
    "assurance:issues": ("/assurance/issues/", "sx........"),
    "assurance:add_issue": ("/assurance/issues/new/", "sxxxxxxxxx"),
    "assurance:move_issues_on": ("/assurance/issues/progress/?tick=1", "sxxxxxxxxx"),
    "assurance:issue": ("/assurance/issues/1/", "sx........"),
    "assurance:change_issue": ("/assurance/issues/1/change/", "sxxxxxxxxx"),
    "assurance:accept_closure": ("/assurance/issues/6/accept/", "sxx.xxxxxx"),
    "assurance:phases": ("/assurance/phases/", "sx........"),
    "assurance:add_phase": ("/assurance/phases/new/", "sxxxxxxxxx"),
    "assurance:change_phase": ("/assurance/phases/SAFE/change/", "sxxxxxxxxx"),
    "assurance:register": ("/assurance/register/", "sxxxxxxxxx"),
    "assurance:register_template": ("/assurance/register/template/", "sxxxxxxxxx"),
    # contracts
    "contracts:contracts": ("/contracts/", "s........."),
    "contracts:contract": ("/contracts/CSS/", "s........."),
    "contracts:template": ("/contracts/CSS/template/?month=2026-09", "s.xxxx...x"),
    "POST contracts:verify": ("/contracts/CSS/verify/2026-09/", "sxxxxxxxrx"),
    "contracts:matters": ("/contracts/CSS/matters/", "s........."),
    "contracts:add_matter": ("/contracts/CSS/matters/new/", "sxxxxxxx.x"),
    "contracts:matter": ("/contracts/CSS/matters/1/", "sxxxxxxx.x"),
    "contracts:add_kpi": ("/contracts/CSS/kpis/new/", "sxxxxxxx.x"),
    "contracts:kpi": ("/contracts/CSS/kpis/CSC_KPI_04/", "s........."),
    "contracts:change_kpi": ("/contracts/CSS/kpis/CSC_KPI_04/change/", "sxxxxxxx.x"),
    "contracts:result": ("/contracts/CSS/kpis/CSC_KPI_04/2026-09/", "s........."),
    "contracts:correct": ("/contracts/CSS/kpis/CSC_KPI_04/2026-09/correct/", "sxxxxxxx.x"),
    "contracts:give_reason": ("/contracts/CSS/kpis/CSC_KPI_04/2026-09/reason/", "sxxxxx...x"),
    "contracts:returns": ("/returns/", "s.xxx....."),
    "POST contracts:chase": ("/returns/chase/", "sxxxxxxxrx"),
    "contracts:choose_template": ("/returns/template/", "s.xxxx...x"),
    "contracts:send": ("/returns/send/", "s.xxxxxx.x"),
    "contracts:plan": ("/returns/plan/none/", "srxxxxxxrx"),
    "contracts:mitigations": ("/mitigations/", "sx........"),
    "contracts:grant_mitigation": ("/mitigations/new/", "sxxxxxxx.x"),
    "contracts:mitigation": ("/mitigations/CSS/3/", "sx........"),
    "contracts:renew": ("/mitigations/CSS/3/renew/", "sxxxxxxx.x"),
    "contracts:withdraw": ("/mitigations/CSS/3/withdraw/", "sxxxxxxx.x"),
    "contracts:credits": ("/credits/", "sx........"),
    "contracts:record_charge": ("/credits/CSS/charges/", "sxxxxxxx.x"),
    "contracts:credit_terms": ("/credits/CSS/terms/", "sxxxxxxx.x"),
    "contracts:grant_relief": ("/credits/CSS/reliefs/", "sxxxxxxx.x"),
    "contracts:credit_month": ("/credits/CSS/2026-08/", "sx........"),
    # reports
    "reports:reports": ("/reports/", "sx........"),
    "reports:new": ("/reports/new/", "sxxxxx...x"),
    "reports:new_portfolio": ("/reports/new/portfolio/", "sxxxxx...x"),
    "reports:decision": ("/decisions/I026341/", "sx........"),
    "POST reports:begin_decision": ("/reports/new/decision/I000000/", "sxxnxxnnnx"),
    "reports:compare": ("/reports/compare/", "sx........"),
    "reports:superseded": ("/reports/superseded/", "sx........"),
    "reports:template": ("/reports/template/", "sxxxxxxx.x"),
    "reports:edition": ("/reports/CSS-2026-3/", "sxn......."),
    "reports:check": ("/reports/CSS-2026-3/check/", "sxnxxx...x"),
    "reports:commentaries": ("/reports/CSS-2026-3/commentary/", "sxxxxx...x"),
    "reports:commentary": ("/reports/CSS-2026-3/commentary/summary/", "sxxxxx...x"),
    "POST reports:freeze": ("/reports/CSS-2026-3/freeze/", "sxnxxxxxux"),
    "reports:verify": ("/reports/CSS-2026-1/verify/", "sx........"),
    "reports:download": ("/reports/CSS-2026-1/files/pdf/", "sx........"),
    "reports:in_form": ("/reports/CSS-2026-1/forms/large-print/", "sx........"),
    "reports:exempt": ("/reports/I026388-2026-1/exempt/pdf/", "sxx......."),
    # bodies, meetings, decisions
    "meetings:calendar": ("/meetings/", "sx........"),
    "meetings:calendar_file": ("/meetings/calendar.ics", "sx........"),
    "meetings:add_meeting": ("/meetings/new/", "sxx.xxxxxx"),
    "meetings:meeting": ("/meetings/OSMB-2026-10-22/", "sx........"),
    "meetings:change_meeting": ("/meetings/OSMB-2026-10-22/change/", "sxx.xxxxxx"),
    "meetings:attendance": ("/meetings/OSMB-2026-10-22/attendance/", "sxx.xxxxxx"),
    "meetings:add_item": ("/meetings/OSMB-2026-10-22/items/new/", "sxx.xxxxxx"),
    "meetings:item": ("/meetings/OSMB-2026-10-22/items/1/", "sx........"),
    "meetings:change_item": ("/meetings/OSMB-2026-10-22/items/1/change/", "sxx.xxxxxx"),
    "meetings:taken_item": ("/meetings/OSMB-2026-10-22/items/1/taken/", "sxx.xxxxxx"),
    "meetings:bodies": ("/bodies/", "sx........"),
    "meetings:add_body": ("/bodies/new/", "sxx.xxxxxx"),
    "meetings:body": ("/bodies/OSMB/", "sx........"),
    "meetings:change_body": ("/bodies/OSMB/change/", "sxx.xxxxxx"),
    "meetings:add_entry": ("/bodies/OSMB/programme/new/", "sxx.xxxxxx"),
    "meetings:change_entry": ("/bodies/OSMB/programme/1/", "sxx.xxxxxx"),
    "meetings:decisions": ("/decisions/", "sx........"),
    "meetings:plan_decision": ("/decisions/plan/", "sxx.xxxxxx"),
    "meetings:change_plan": ("/decisions/I026402/plan/", "sxx.xxxxxx"),
    "meetings:record_decision": ("/decisions/I026402/record/", "sxx.xxxxxx"),
    "meetings:call_in": ("/decisions/I026388/call-in/", "sxx.xxxxxx"),
    "meetings:hearing": ("/decisions/I026341/hearing/", "sxx.xxxxxx"),
    "meetings:carried_out": ("/decisions/I026388/carried-out/", "sxx.xxxxxx"),
    # what other programs read, silent until it is switched on
    "meetings:minutes_list": ("/minutes/", "sx........"),
    "meetings:load_minutes": ("/minutes/load/", "sxx.xxxxxx"),
    "meetings:minutes": ("/minutes/OSMB-2026-07-30-1/", "sx........"),
    "POST meetings:confirm_minutes": ("/minutes/EXEC-2026-10-06-1/confirm/", "sxxrxxxxxx"),
    "meetings:add_limb": ("/minutes/EXEC-2026-10-06-1/limbs/new/", "sxx.xxxxxx"),
    "meetings:correct_limb": ("/minutes/EXEC-2026-10-06-1/limbs/1/", "sxx.xxxxxx"),
    "POST meetings:look_at_limb": ("/minutes/EXEC-2026-10-06-1/limbs/1/right/", "sxxrxxxxxx"),
    "meetings:strike_limb": ("/minutes/EXEC-2026-10-06-1/limbs/1/strike/", "sxx.xxxxxx"),
    "meetings:import": ("/minutes/import/", "sxx.xxxxxx"),
    "meetings:feed": ("/mgWebService.asmx/GetCommittees", "nnnnnnnnnn"),
    # commitments
    "meetings:commitments": ("/commitments/", "sx........"),
    "meetings:make_commitment": ("/commitments/new/", "sxx..xxxxx"),
    "POST meetings:chase": ("/commitments/chase/", "sxxrrxxxxx"),
    "meetings:owners": ("/commitments/owners/", "sxx..xxxxx"),
    "meetings:set_owner": ("/commitments/owners/set/", "sxx..xxxxx"),
    "meetings:commitment": ("/commitments/2026-001/", "sx........"),
    "meetings:answer_commitment": ("/commitments/2026-001/answer/", "sxx.xx...x"),
    "meetings:step": ("/commitments/2026-001/steps/extend/", "sxx..xxxxx"),
    "meetings:questions": ("/questions/", "sx........"),
    "meetings:ask": ("/questions/new/", "sxx..xxxxx"),
    "meetings:question": ("/questions/OSMB-2026-06-11/1/", "sx........"),
    "meetings:answer_question": ("/questions/OSMB-2026-06-11/1/answer/", "sxx.xx...x"),
    "meetings:wanted": ("/wanted/", "sx........"),
    "meetings:want": ("/wanted/new/", "sxx..xxxxx"),
    "meetings:end_want": ("/wanted/OSMB/1/end/", "sxx..xxxxx"),
    # decision reports in the making
    "meetings:paper": ("/decisions/I026402/report/", "sxx......."),
    "meetings:paper_preview": ("/decisions/I026402/report/preview/", "sxx......."),
    "meetings:paper_file": ("/decisions/I026402/report/files/open/html/", "sxx......."),
    "meetings:paper_cover": ("/decisions/I026402/report/cover/", "sxxxxx...x"),
    "meetings:paper_part": ("/decisions/I026402/report/legal/", "sxxxxx...x"),
    "meetings:paper_impact": ("/decisions/I026402/report/equality/age/", "sxxxxx...x"),
    "meetings:add_appendix": ("/decisions/I026402/report/appendices/new/", "sxxxxx...x"),
    "meetings:appendix": ("/decisions/I026402/report/appendices/A/", "sxxxxx...x"),
    "meetings:appendix_file": ("/decisions/I026402/report/appendices/A/file/", "sxxnnnnnnn"),
    "POST meetings:remove_appendix": (
        "/decisions/I026402/report/appendices/A/remove/",
        "sxxxxxrnnx",
    ),
    "meetings:add_background_paper": (
        "/decisions/I026388/report/background-papers/new/",
        "sxxxxx...x",
    ),
    "meetings:background_paper": (
        "/decisions/I026388/report/background-papers/1/",
        "sxxxxx...x",
    ),
    "POST meetings:remove_background_paper": (
        "/decisions/I026388/report/background-papers/1/remove/",
        "sxxxxxrnnx",
    ),
    # jobs
    "work:jobs": ("/jobs/", "s........."),
    "work:job": ("/jobs/1/", "snnnnnnnnn"),
    "work:progress": ("/jobs/1/progress/", "snnnnnnnnn"),
    # outcomes and lessons
    "portfolio:transitions": ("/outcomes/", "sx........"),
    "portfolio:add_transition": ("/outcomes/new/", "sxxxxx.x.x"),
    "portfolio:transition": ("/outcomes/INFRA/", "sx........"),
    "portfolio:change_transition": ("/outcomes/INFRA/change/", "sxxxxx.x.x"),
    "portfolio:add_outcome": ("/outcomes/INFRA/new/", "sxxxxx.x.x"),
    "portfolio:add_hand_over": ("/outcomes/INFRA/hand-over/new/", "sxxxxx.x.x"),
    "portfolio:hand_over": ("/outcomes/INFRA/hand-over/none/", "sxxxxxnxnx"),
    "portfolio:put_look": ("/outcomes/INFRA/look/2026-10-12/", "sxxxxx.x.x"),
    "portfolio:outcome": ("/outcomes/INFRA/1/", "sx........"),
    "portfolio:change_outcome": ("/outcomes/INFRA/1/change/", "sxxxxx.x.x"),
    "portfolio:add_evidence": ("/outcomes/INFRA/1/evidence/", "sxxxxx.x.x"),
    "portfolio:withdraw_evidence": (
        "/outcomes/INFRA/1/evidence/1/withdraw/",
        "sxxxxx.x.x",
    ),
    "portfolio:judge": ("/outcomes/INFRA/1/judge/", "sxxxxx.x.x"),
    "portfolio:lessons": ("/lessons/", "sx........"),
    "portfolio:add_lesson": ("/lessons/new/", "sxxxxx.x.x"),
    "portfolio:lesson": ("/lessons/1/", "sx........"),
    "portfolio:change_lesson": ("/lessons/1/change/", "sxxxxx.x.x"),
    "portfolio:apply_lesson": ("/lessons/1/apply/", "sxxxxx.x.x"),
}


def names(patterns, space=""):
    """Return the name of every route; one without a name cannot be spoken of."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield f"{space}{pattern.name}"
        elif pattern.namespace != "api":  # its operations stand in test_api.py
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)


def test_every_route_is_in_the_table_and_none_besides():
    listed = {name.removeprefix("POST ") for name in ROUTES}

    assert listed == set(names(get_resolver().url_patterns))


@pytest.mark.parametrize("route", ROUTES)
def test_who_may_open_what(route, client, db):
    address, signs = ROUTES[route]
    ask = client.post if route.startswith("POST ") else client.get
    found = ""
    for viewer in VIEWERS:
        client.logout()
        if viewer:
            client.force_login(Person.objects.get(username=viewer))
        answer = ask(address)
        to_sign_in = answer.status_code == 302 and answer.url.startswith("/account/sign-in/")
        found += "s" if to_sign_in else SIGNS[answer.status_code]

    assert found == signs


@pytest.mark.parametrize(
    "address",
    [address for address, signs in ROUTES.values() if "/CSS/" in address and signs[1] in ".r"],
)
def test_a_supplier_opens_nothing_of_anothers_contract(address, client, db):
    client.force_login(Person.objects.get(username="n.ward"))

    answer = client.get(address.replace("/CSS/", "/WAN/").replace("CSC_KPI_04", "WAN_KPI_01"))

    assert answer.status_code in (403, 404)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/trace/edition/CSS-2026-3", 404),
        ("/reports/CSS-2026-3/files/pdf/", 404),
        ("/search/?q=CSS-2026", 200),
        ("/reports/compare/", 200),
        ("/reports/superseded/", 200),
    ],
)
def test_a_member_learns_of_no_report_before_it_is_frozen(address, status, client, db):
    client.force_login(Person.objects.get(username="c.osei"))

    answer = client.get(address)

    assert answer.status_code == status
    assert "CSS-2026-3" not in answer.text.replace(address, "")


@pytest.mark.parametrize(
    ("username", "status"), [("c.osei", 404), ("a.patel", 404), ("r.lindqvist", 200)]
)
@pytest.mark.parametrize("reference", ["person/j.smith", "event/2"])
def test_what_was_done_about_people_is_traced_only_by_who_may_see_people(
    reference, username, status, client, db
):
    client.force_login(Person.objects.get(username=username))

    assert client.get(f"/trace/{reference}").status_code == status


def test_the_log_cannot_be_had_as_a_file_of_a_trace(client, db):
    address = "/trace/contract/CSS?table=events&format=csv"
    client.force_login(Person.objects.get(username="c.osei"))
    assert client.get(address)["Content-Type"].startswith("text/html")

    client.force_login(Person.objects.get(username="r.lindqvist"))
    assert client.get(address)["Content-Type"].startswith("text/csv")


@pytest.mark.parametrize("query", ["table=none&format=csv", "format=none", "table=none&order=none"])
def test_a_file_that_is_not_there_is_answered_with_the_page(query, client, db):
    client.force_login(Person.objects.get(username="c.osei"))

    answer = client.get(f"/contracts/CSS/?{query}")

    assert answer.status_code == 200
    assert "<h1" in answer.text


@pytest.mark.parametrize(
    "moment", ["0001-01-01", "9999-12-31T23:59-23:59", "1999-12-31", "2100-01-01"]
)
@pytest.mark.parametrize(
    "address", ["/", "/contracts/CSS/", "/trace/contract/CSS", "/mitigations/"]
)
def test_what_was_known_in_another_age_cannot_be_asked(address, moment, client, db):
    client.force_login(Person.objects.get(username="c.osei"))

    assert client.get(address, {"known_at": moment}).status_code == 400


@pytest.mark.parametrize("month", ["1900-01", "1999-12", "2100-01", "2999-12"])
@pytest.mark.parametrize(
    "address",
    [
        "/contracts/CSS/?month={}",
        "/contracts/CSS/template/?month={}",
        "/contracts/CSS/kpis/CSC_KPI_04/{}/",
        "/credits/CSS/{}/",
    ],
)
def test_a_month_of_another_age_is_not_there(address, month, client, db):
    client.force_login(Person.objects.get(username="j.smith"))

    assert client.get(address.format(month)).status_code == 404


@pytest.mark.parametrize(
    "address", ["/people/%00/", "/contracts/C%00SS/", "/log/?subject=%00", "/?known_at=%00"]
)
def test_a_nul_in_an_address_is_refused_on_every_database(address, client, db):
    client.force_login(Person.objects.get(username="m.doyle"))

    assert client.get(address).status_code == 400


def test_a_nul_in_a_cookie_is_refused_on_every_database(client, db):
    answer = client.get("/", headers={"Cookie": r'sessionid="\000aaaaaaaaaaaaaaa"'})

    assert answer.status_code == 400
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_a_moment_in_a_zone_far_away_is_that_moment(client, db):
    client.force_login(Person.objects.get(username="c.osei"))

    page = client.get("/contracts/CSS/?known_at=2026-10-01T12:00%2B23:59")

    assert "30 September 2026" in page.text


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/attention/",
        "/contracts/CSS/",
        "/projects/",
        "/projects/201/",
        "/projects/money/",
        "/benefits/203-1/",
        "/strategies/IT-2026/",
        "/outcomes/",
        "/capacity/",
        "/processes/",
        "/meetings/",
        "/search/?q=calls",
        "/trace/kpi/CSS/CSC_KPI_04/2026-09",
    ],
)
def test_every_page_says_that_it_answers_for_another_day(address, client, db):
    client.force_login(Person.objects.get(username="r.lindqvist"))
    also = "&" if "?" in address else "?"

    then = client.get(f"{address}{also}as_at=2026-10-11&known_at=2026-10-12T11:30")
    now = client.get(address).text

    said = "As at 11 October 2026. As it was known on 12 October 2026"
    assert then.status_code == 200
    assert said in then.text
    assert f'href="{"?q=calls" if "?" in address else address}">See it as it stands today' in (
        then.text
    )
    assert "As it was known on 12 October 2026" not in now


def test_a_moment_that_is_none_is_answered_by_a_plain_page(client, db):
    client.force_login(Person.objects.get(username="r.lindqvist"))

    answer = client.get("/projects/?known_at=yesterday")

    assert answer.status_code == 400
    assert "“yesterday” after known_at= is not a day from 2000 to 2099." in answer.text
    assert "Write a day as 2026-06-30, with a time as 2026-06-30T09:00." in answer.text
