"""Let a report be about anything that has a reference; what editions were about stays theirs."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Concat, Substr

from scrutable.audit.triggers import keep, removals

TABLE = "reports_edition"
LONGEST = {"contract": 20, "decision": 20}


def let_go(_apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for text in removals(editor.connection.vendor, TABLE):
        editor.execute(text, params=None)


def to_references(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    editions = apps.get_model("reports", "Edition").objects
    for name in LONGEST:
        reference = Concat(Value(f"{name}/"), F(name), output_field=CharField())
        editions.exclude(**{name: ""}).update(about=reference)


def to_columns(apps: StateApps, _editor: BaseDatabaseSchemaEditor) -> None:
    editions = apps.get_model("reports", "Edition").objects
    for name in LONGEST:
        code = Substr("about", len(name) + 2, output_field=CharField())
        editions.filter(about__startswith=f"{name}/").update(**{name: code})


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_decisions")]

    operations = [
        migrations.RunPython(let_go, migrations.RunPython.noop),
        migrations.RemoveConstraint("edition", "reports_edition_one_per_number"),
        migrations.RemoveConstraint(
            "edition", "reports_edition_on_months_of_contract_or_on_decision"
        ),
        migrations.AddField(
            "edition",
            "about",
            models.CharField(default="", max_length=60, db_index=True),
            preserve_default=False,
        ),
        migrations.AlterField(
            "edition", "contract", models.CharField(blank=True, max_length=20, default="")
        ),
        migrations.RunPython(to_references, to_columns),
        migrations.RemoveField("edition", "contract"),
        migrations.RemoveField("edition", "decision"),
        migrations.AlterField(
            "edition",
            "kind",
            models.CharField(
                choices=[
                    ("contract-performance", "contract-performance"),
                    ("exceptions", "exceptions"),
                    ("decision-report", "decision-report"),
                    ("it-overview", "it-overview"),
                    ("strategy-retrospective", "strategy-retrospective"),
                    ("programme-update", "programme-update"),
                    ("transition-outcomes", "transition-outcomes"),
                    ("benefits-review", "benefits-review"),
                ],
                max_length=30,
            ),
        ),
        migrations.AddConstraint(
            "edition",
            models.UniqueConstraint(
                fields=("about", "year", "number"), name="reports_edition_one_per_number"
            ),
        ),
        migrations.AddConstraint(
            "edition",
            models.CheckConstraint(
                condition=Q(about__contains="/"), name="reports_edition_is_about_something"
            ),
        ),
        migrations.AddConstraint(
            "edition",
            models.CheckConstraint(
                condition=Q(first_month__isnull=True, last_month__isnull=True)
                | Q(
                    first_month__isnull=False,
                    last_month__isnull=False,
                    last_month__gte=F("first_month"),
                ),
                name="reports_edition_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            "edition",
            models.CheckConstraint(
                condition=~Q(about__startswith="contract/") | Q(first_month__isnull=False),
                name="reports_edition_on_a_contract_has_months",
            ),
        ),
        migrations.AddConstraint(
            "edition",
            models.CheckConstraint(
                condition=~Q(about__startswith="decision/") | Q(first_month__isnull=True),
                name="reports_edition_on_a_decision_has_no_months",
            ),
        ),
        keep(TABLE),  # altered on SQLite by making it anew, without its triggers
    ]
