"""Every model, walked: what is kept has a key, and one version of it an event."""

import pytest
from django.apps import apps
from django.db import models

from scrutable.audit.models import Event, Kept

OURS = [model for model in apps.get_models() if model.__module__.startswith("scrutable.")]
KEPT = [model for model in OURS if issubclass(model, Kept)]
EDITED = {  # no report prints them; what stands of findings is worked out again from rows kept
    *("AccessForm", "Councillor", "FindingStanding", "Job", "OwnerAddress", "Person"),
    *("SentLetter", "SupplierName", "Thing", "Token"),
}
ONCE = {"Content", "StoredFile"}  # bytes and their names are what they are: no second version
ALONE = {"WordTemplate"}  # there is only one, so its event is its key
SUMMED = {"FindingTally"}  # all rows up to an event count together: none stands for another
KEYED = [model for model in KEPT if model.__name__ not in SUMMED]


def unique_together(model):
    """Return every set of columns that the database keeps unique."""
    found = {frozenset(c.fields) for c in model._meta.total_unique_constraints}
    return found | {frozenset({field.name}) for field in model._meta.fields if field.unique}


def named(model):
    return model._meta.label


def test_a_model_is_the_log_or_kept_or_of_those_edited_in_place():
    others = {model.__name__ for model in OURS if model not in (*KEPT, Event)}

    assert others == EDITED
    assert len(KEPT) > 15


@pytest.mark.parametrize("model", KEYED, ids=named)
def test_a_kept_row_has_a_key_of_columns_it_has(model):
    columns = {field.name for field in model._meta.fields}

    assert set(model.KEY) <= columns - {"event", "id"}
    assert bool(model.KEY) is (model.__name__ not in ALONE)


@pytest.mark.parametrize("model", KEYED, ids=named)
def test_a_key_has_one_version_an_event(model):
    key = frozenset(model.KEY)

    held = unique_together(model)

    at_least = key if model.__name__ in ONCE else key | {"event"}
    assert any(columns <= at_least for columns in held - {frozenset({"id"})})


def test_every_link_between_tables_protects_what_it_leads_to():
    links = [field for model in OURS for field in model._meta.fields if field.is_relation]

    assert [str(link) for link in links if link.remote_field.on_delete is not models.PROTECT] == []


def test_what_happened_always_has_both_its_time_and_its_author():
    pairs = {
        f"{model.__name__}.{field.name}": (field, model._meta.get_field(f"{field.name[:-3]}_by"))
        for model in OURS
        for field in model._meta.fields
        if field.name.endswith("_at")
        and f"{field.name[:-3]}_by" in {other.name for other in model._meta.fields}
    }

    assert {"Result.recorded_at", "Edition.opened_at", "Job.asked_at"} <= set(pairs)
    assert [name for name, pair in pairs.items() if any(one.null for one in pair)] == []


@pytest.mark.parametrize("model", OURS, ids=named)
def test_every_constraint_is_named_for_its_table(model):
    names = [constraint.name for constraint in model._meta.constraints]

    assert [name for name in names if not name.startswith(f"{model._meta.app_label}_")] == []


@pytest.mark.parametrize("model", OURS, ids=named)
def test_a_row_says_what_it_is_by_its_own_columns(model):
    plain = {field.name: f"a {field.name}" for field in model._meta.fields}

    said = str(model(**{name: plain[name] for name in plain if not name.endswith("_at")}))

    assert "a " in said
    assert " object (" not in said  # as Django calls what names nothing
