"""The shipped policies have the settings, and the kinds of settings, that the rules ask for."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from factories.contract_facts import kpi
from factories.judged_months import judged, performance
from scrutable.contracts.facts import Status
from scrutable.contracts.rules.attending import Watched, attention
from scrutable.contracts.rules.forecasting import forecast
from scrutable.contracts.rules.watching import Watch
from scrutable.registers import facts, reads

SHIPPED = tomllib.loads(
    (Path(facts.__file__).parent / "definitions/policies.toml").read_text("utf-8")
)
SETTINGS = {
    "findings": {
        "longest_explanation_days": int, "answer_within_days": int, "names_days": int,
        "any": {"gravity": str}, "signed_in_after": {"gravity": str},
        "unencrypted": {"gravity": str}, "idle": {"gravity": str}, "several": {"gravity": str},
    },
    "judgement": {"trailing_months": int, "least_run": int},
    "attention": {
        "misses": {"entry_misses": int, "mitigated_counts": bool, "exit": str, "gravity": str},
        "below_minimum": {
            "entry_misses": int, "mitigated_counts": bool, "exit": str, "gravity": str,
        },
        "mitigation": {
            "longest_months": int, "most_renewals": int, "most_slips": int,
            "lapse_within_days": int,
        },
        "late_return": {"grave_after_days": int},
        "forecast": {"breach_within_months": int},
        "money": {"credit_pounds": int},
        "dates": {
            "notice_within_days": int, "exercise_within_days": int, "end_within_days": int,
        },
        "strategies": {"review_within_days": int, "overdue_serious_after_days": int},
        "powers": {
            "refused_for_days": int, "expires_within_days": int, "used_percent": int,
            "answer_within_days": int,
        },
        "commitments": {
            "overdue": {"gravity": str, "graver_after_days": int},
            "due_soon": {"within_days": int, "gravity": str},
            "answered": {"after_days": int, "gravity": str},
            "closed_unagreed": {"gravity": str},
            "nobody_named": {"gravity": str},
            "question": {"after_days": int, "gravity": str},
            "chasing": {"before_days": int, "every_days": int},
        },
        "capacity": {
            "vacant_after_days": int, "interim_after_days": int, "unmeasured_after_days": int,
        },
        "processes": {"unused_after_days": int, "unused_below_percent": int},
    },
    "forecast": {"fewest_months": int, "most_months": int, "spread": int},
    "notices": {
        "closed_days": list, "key_decision_pounds": int, "warn_within_days": int,
        "counting": {
            "LGA100B-AGENDA": str, "EA5-PRIVATE1": str, "EA5-PRIVATE2": str, "EA6-PUBLIC": str,
            "EA9-KEY": str, "EA10-GENERAL": str, "EA17-OS": str, "LGA9F-CALLIN": str,
        },
        "call_in": {"days": int, "requisitioners": int, "makers": list, "key_of_officers": bool},
    },
    "projects": {
        "amber_after_days": int, "red_after_days": int, "silent_after_days": int,
        "report_code": str,
    },
    "benefits": {
        "measured_within_days": int, "behind_points": int, "pounds_unverified": int,
        "unverified_after_days": int, "beyond_way_percent": int, "beyond_pounds_percent": int,
        "gravity": str, "claimed_twice": {"gravity": str},
    },
    "outcomes": {
        "look_within_days": int, "placed_within_days": int, "evidence_within_days": int,
        "graver_after_days": int, "look_overdue": {"gravity": str}, "not_placed": {"gravity": str},
        "no_evidence": {"gravity": str}, "evidence_since": {"gravity": str},
        "hand_over_late": {"gravity": str},
    },
    "lessons": {"apply_within_days": int, "not_applied": {"gravity": str}},
    "dependence": {
        "value_percent": int, "priority_percent": int, "critical_percent": int,
        "rise_points": int, "fewest_projects": int, "named": {"gravity": str, "owner": str},
    },
    "housekeeping": {
        "leavers": str,
        "leavers_days": int,
        "idle_days": int,
        "unseen_days": int,
        "most_of_a_kind": int,
        "extract_days": int,
    },
    "costs": {
        "costs_owner": str, "residue_percent": int, "driver_days": int, "cover_percent": int,
        "residue": {"gravity": str}, "driver_old": {"gravity": str},
        "not_covered": {"gravity": str},
    },
    "licences": {
        "ending_months": int, "statement_wrong": {"gravity": str},
        "not_signed": {"gravity": str},
    },
    "assessments": {
        "unchecked_days": int, "most_apart": int, "public_interest": str,
        "step_overdue": {"gravity": str}, "step_waiting": {"gravity": str},
        "unchecked": {"gravity": str},
    },
    "buying": {
        "exempt_categories": list, "limits": list, "one_time_suppliers": list,
        "split_days": int, "pay_days": int, "pay_small_days": int,
    },
    "estate": {
        "stale_days": int, "report_code": str, "behind": {"gravity": str},
        "past_due": {"gravity": str}, "not_measured": {"gravity": str},
    },
    "issues": {
        "age_days": list, "most_named": int, "waiting_days": int, "critical": {"gravity": str},
        "high": {"gravity": str}, "medium": {"gravity": str}, "low": {"gravity": str},
        "no_date": {"gravity": str}, "waiting": {"gravity": str},
    },
    "recovery": {
        "not_proved": {"gravity": str}, "overdue": {"gravity": str}, "lacking": {"gravity": str},
    },
    "claims": {
        "contradicted": {"gravity": str}, "nothing": {"gravity": str}, "stale": {"gravity": str},
        "weak": {"gravity": str},
    },
    "money": {
        "over": {"gravity": str}, "wrong_year": {"gravity": str},
        "committed_beyond": {"gravity": str}, "after_spending": {"gravity": str},
        "ledger": {"gravity": str}, "saving": {"gravity": str},
    },
    "councillors": {
        "least_shown": int, "ask_after_days": int, "ask_for_days": int, "fault_days": int,
        "page_pence": str, "page_pence_source": str, "no_session": {"gravity": str},
        "to_ask": {"gravity": str}, "not_told": {"gravity": str}, "no_result": {"gravity": str},
        "paper_behind": {"gravity": str}, "fault_open": {"gravity": str},
    },
    "agreements": {
        "notice_within_days": int, "end_within_days": int, "cure_within_days": int,
        "approval": {
            "head_of_service": {"from_pounds": int, "who": str, "decision": bool},
            "director": {"from_pounds": int, "who": str, "decision": bool},
            "executive": {"from_pounds": int, "who": str, "decision": bool},
        },
        "notice_due": {"gravity": str}, "ends_soon": {"gravity": str},
        "runs_on": {"gravity": str}, "recurred": {"gravity": str}, "not_cured": {"gravity": str},
        "no_decision": {"gravity": str},
    },
    "council": {"name": str, "board": str, "contact": str},
}  # fmt: skip


def kinds(table):
    return {
        name: kinds(value) if isinstance(value, dict) else type(value)
        for name, value in table.items()
    }


@pytest.mark.parametrize("name", SETTINGS)
def test_a_shipped_policy_has_its_settings_and_says_who_approved_them(name):
    policy = dict(SHIPPED[name])

    assert policy.pop("approved_by") == "shipped default"
    assert policy.pop("effective_from") == date(2015, 4, 1)
    assert kinds(policy) == SETTINGS[name]


def test_there_is_no_other_policy():
    assert set(SHIPPED) == set(SETTINGS)


def test_what_is_read_is_what_is_shipped_and_can_be_kept_as_json():
    assert set(reads.defaults()) == set(SETTINGS)
    for name, policy in reads.defaults().items():
        assert kinds(policy) == SETTINGS[name]
        assert json.loads(json.dumps(policy)) == policy


def test_the_rules_take_the_policies_as_they_are_shipped():
    policies = reads.defaults()
    known = performance({"CSC_KPI_04": "4 4 4 4 4 4"}, as_at=date(2026, 10, 12))
    watched = Watched(
        performance=known,
        attention_policy=policies["attention"],
        forecast_policy=policies["forecast"],
    )

    assert attention(watched) == []
    assert Watch.of(policies["attention"]["misses"], Status.BELOW_TARGET).entry_misses == 2
    assert forecast(kpi(), judged("4 4 4 4 4 4"), date(2026, 9, 30), policies["forecast"]).value
