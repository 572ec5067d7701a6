from django.db import migrations, models

import scrutable.audit.models
from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Benefit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("cashable", "cashable"),
                            ("non_cashable", "non_cashable"),
                            ("qualitative", "qualitative"),
                            ("disbenefit", "disbenefit"),
                        ],
                        max_length=20,
                    ),
                ),
                ("category", models.CharField(blank=True, default="", max_length=200)),
                ("description", models.TextField()),
                ("service", models.CharField(max_length=200)),
                ("metric", models.CharField(max_length=200)),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("pounds", "pounds"),
                            ("percent", "percent"),
                            ("count", "count"),
                            ("days", "days"),
                            ("hours", "hours"),
                            ("words", "words"),
                        ],
                        max_length=20,
                    ),
                ),
                ("lower_is_better", models.BooleanField()),
                ("baseline", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("baseline_on", models.DateField(null=True)),
                ("target", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("target_on", models.DateField(null=True)),
                ("begins_on", models.DateField(null=True)),
                (
                    "yearly_pounds",
                    scrutable.audit.models.ExactDecimalField(max_length=40, null=True),
                ),
                ("budget_line", models.CharField(blank=True, max_length=60)),
                ("data_source", models.CharField(blank=True, max_length=200)),
                ("costs", models.TextField(blank=True)),
                ("activities", models.TextField(blank=True)),
                ("owner", models.CharField(blank=True, max_length=200)),
                ("unowned_since", models.DateField(null=True)),
                ("towards", models.CharField(blank=True, max_length=200)),
                ("measured_by", models.CharField(blank=True, max_length=200)),
                ("measure_on", models.JSONField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_reason", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="BenefitForecast",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                ("benefit", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("value", scrutable.audit.models.ExactDecimalField(max_length=40)),
                ("by_when", models.DateField()),
                ("why", models.TextField()),
                ("said_by", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="BusinessCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("strategic_outline", "strategic_outline"),
                            ("outline", "outline"),
                            ("full", "full"),
                            ("justification", "justification"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("in_preparation", "in_preparation"),
                            ("approved", "approved"),
                            ("sent_back", "sent_back"),
                            ("refused", "refused"),
                        ],
                        max_length=20,
                    ),
                ),
                ("complete", models.JSONField()),
                ("cost", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("decided_on", models.DateField(null=True)),
                ("decided_by", models.CharField(blank=True, max_length=200)),
                ("decision", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="CellMap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("code", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("sheet", models.CharField(blank=True, max_length=200)),
                ("heading_row", models.PositiveIntegerField(null=True)),
                ("columns", models.JSONField()),
                ("words", models.JSONField()),
                ("constants", models.JSONField()),
                ("skips", models.JSONField()),
                ("approver", models.CharField(max_length=200)),
                ("approved_on", models.DateField()),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="ClaimSettled",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("first", models.CharField(max_length=60)),
                ("second", models.CharField(max_length=60)),
                ("on", models.DateField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[("shares", "shares"), ("separate", "separate")], max_length=20
                    ),
                ),
                ("why", models.TextField()),
                ("said_by", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="DelayCost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("pounds", scrutable.audit.models.ExactDecimalField(max_length=40)),
                ("what_for", models.CharField(max_length=200)),
                ("source", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("on_whom", models.CharField(max_length=200)),
                ("what", models.TextField()),
                ("needed_by", models.DateField()),
                ("expected_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "open"), ("met", "met"), ("dropped", "dropped")],
                        max_length=20,
                    ),
                ),
                ("settled_on", models.DateField(null=True)),
                ("owner", models.CharField(max_length=200)),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Feature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("number", models.PositiveIntegerField()),
                ("product", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=200)),
                ("of_what", models.CharField(max_length=200)),
                ("entitled", models.PositiveIntegerField()),
                ("using", models.PositiveIntegerField(null=True)),
                ("counted_on", models.DateField(null=True)),
                (
                    "yearly_pounds",
                    scrutable.audit.models.ExactDecimalField(max_length=40, null=True),
                ),
                ("paid_since", models.DateField()),
                ("plan", models.TextField(blank=True)),
                ("owner", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Funding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("capital", "capital"),
                            ("revenue", "revenue"),
                            ("grant", "grant"),
                            ("reserve", "reserve"),
                        ],
                        max_length=20,
                    ),
                ),
                ("year", models.PositiveIntegerField()),
                ("approved", scrutable.audit.models.ExactDecimalField(max_length=40)),
                ("spent", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("spent_by", models.DateField(null=True)),
                ("expected", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("budget_line", models.CharField(blank=True, max_length=60)),
                ("decision", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("transition", models.CharField(max_length=40)),
                ("project", models.CharField(max_length=40)),
                ("for_whom", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("handed_over", "handed_over"),
                            ("stopped", "stopped"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_on", models.DateField()),
                ("on", models.DateField(null=True)),
                ("accepted_by", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Lesson",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("number", models.PositiveIntegerField()),
                ("learned_from", models.CharField(max_length=200)),
                ("learned_on", models.DateField()),
                ("happened", models.TextField()),
                ("cause", models.TextField()),
                ("effect", models.TextField()),
                ("recommendation", models.TextField()),
                ("owner", models.CharField(max_length=200)),
                ("should_apply_to", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="LessonApplied",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("lesson", models.PositiveIntegerField()),
                ("applied_to", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("what", models.TextField()),
                ("by", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("transition", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("entry", models.CharField(max_length=100)),
            ],
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                ("benefit", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("value", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("pounds", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("words", models.TextField(blank=True)),
                ("source", models.CharField(blank=True, max_length=200)),
                ("measured_by", models.CharField(max_length=200)),
                ("verified_by", models.CharField(blank=True, max_length=200)),
                ("verified_on", models.DateField(null=True)),
                ("file", models.CharField(blank=True, max_length=64)),
                ("place", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("strategy", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                (
                    "theme",
                    models.CharField(
                        choices=[
                            ("modernise", "modernise"),
                            ("optimise", "optimise"),
                            ("transform", "transform"),
                        ],
                        max_length=20,
                    ),
                ),
                ("corporate_outcome", models.CharField(max_length=200)),
                ("measure", models.TextField(blank=True)),
                ("due_on", models.DateField(null=True)),
                ("owner", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="ObjectiveReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("strategy", models.CharField(max_length=40)),
                ("objective", models.PositiveIntegerField()),
                ("on", models.DateField()),
                ("planned", models.TextField()),
                ("delivered", models.TextField()),
                ("delivered_on", models.DateField(null=True)),
                ("evidence", models.JSONField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("delivered", "delivered"),
                            ("partly", "partly"),
                            ("not_delivered", "not_delivered"),
                            ("superseded", "superseded"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reasons", models.TextField()),
                ("carries_to", models.CharField(blank=True, max_length=200)),
                ("reviewer", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("transition", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("owner", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="OutcomeEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("transition", models.CharField(max_length=40)),
                ("outcome", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("on", models.DateField()),
                (
                    "bearing",
                    models.CharField(
                        choices=[("for", "for"), ("against", "against")], max_length=20
                    ),
                ),
                ("what", models.TextField()),
                ("source", models.CharField(max_length=200)),
                ("withdrawn_reason", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="OutcomeJudgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("transition", models.CharField(max_length=40)),
                ("outcome", models.PositiveIntegerField()),
                ("on", models.DateField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("evidenced", "evidenced"),
                            ("partly", "partly"),
                            ("not_evidenced", "not_evidenced"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reasons", models.TextField()),
                ("judge", models.CharField(max_length=200)),
                ("answer", models.TextField(blank=True)),
                ("next_look", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("code", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("team", models.CharField(max_length=200)),
                (
                    "filling",
                    models.CharField(
                        choices=[
                            ("filled", "filled"),
                            ("interim", "interim"),
                            ("vacant", "vacant"),
                            ("not_created", "not_created"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("is_wanted", models.BooleanField()),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="ProcessReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("number", models.PositiveIntegerField()),
                ("process", models.CharField(max_length=200)),
                ("area", models.CharField(max_length=200)),
                ("why", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("under_way", "under_way"),
                            ("done", "done"),
                            ("stopped", "stopped"),
                        ],
                        max_length=20,
                    ),
                ),
                ("due_on", models.DateField()),
                ("done_on", models.DateField(null=True)),
                ("ways_before", models.PositiveIntegerField(null=True)),
                ("ways_after", models.PositiveIntegerField(null=True)),
                ("steps_before", models.PositiveIntegerField(null=True)),
                ("steps_after", models.PositiveIntegerField(null=True)),
                ("days_before", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("days_after", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("result", models.TextField(blank=True)),
                ("owner", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Procurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("code", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("market", "market"),
                            ("tender", "tender"),
                            ("evaluation", "evaluation"),
                            ("standstill", "standstill"),
                            ("signed", "signed"),
                            ("stopped", "stopped"),
                        ],
                        max_length=20,
                    ),
                ),
                ("since", models.DateField()),
                ("value", scrutable.audit.models.ExactDecimalField(max_length=40, null=True)),
                ("signed_by", models.DateField()),
                ("owner", models.CharField(max_length=200)),
                ("projects", models.JSONField()),
                ("note", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="Redirection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("project", models.CharField(max_length=40)),
                ("number", models.PositiveIntegerField()),
                ("to_what", models.CharField(max_length=200)),
                ("cause", models.TextField()),
                ("people", models.PositiveIntegerField()),
                ("starts_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("days_lost", models.IntegerField(null=True)),
                ("effect", models.TextField(blank=True)),
                ("decided_by", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Strategy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("code", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("purpose", models.TextField()),
                ("principles", models.JSONField()),
                ("sub_strategies", models.JSONField()),
                ("owner", models.CharField(max_length=200)),
                ("approved_by", models.CharField(blank=True, max_length=200)),
                ("approved_on", models.DateField(null=True)),
                ("decision", models.CharField(blank=True, max_length=200)),
                ("review_on", models.DateField(null=True)),
                ("follows", models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Transition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("code", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200)),
                ("from_whom", models.CharField(max_length=200)),
                ("to_whom", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("owner", models.CharField(max_length=200)),
                ("judged_on", models.JSONField()),
                ("body", models.CharField(blank=True, max_length=20)),
            ],
        ),
        migrations.CreateModel(
            name="UpdateLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("update", models.PositiveIntegerField()),
                ("reference", models.CharField(max_length=200)),
                ("place", models.CharField(max_length=200)),
                ("file", models.CharField(max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="project",
            name="contracts",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="project",
            name="kpis",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="project",
            name="objectives",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="status",
            name="green_by",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="status",
            name="to_green",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="updatereceived",
            name="cell_map",
            field=models.CharField(blank=True, default="", max_length=80),
        ),
        migrations.AddField(
            model_name="updatereceived",
            name="projects",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="updatereceived",
            name="records",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="updatereceived",
            index=models.Index(fields=["file"], name="portfolio_updatereceived_file"),
        ),
        migrations.AddConstraint(
            model_name="benefit",
            constraint=models.UniqueConstraint(
                fields=("project", "number", "event"), name="portfolio_benefit_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="benefitforecast",
            constraint=models.UniqueConstraint(
                fields=("project", "benefit", "on", "event"),
                name="portfolio_benefitforecast_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="businesscase",
            constraint=models.UniqueConstraint(
                fields=("project", "stage", "event"), name="portfolio_businesscase_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="cellmap",
            constraint=models.UniqueConstraint(
                fields=("code", "event"), name="portfolio_cellmap_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="claimsettled",
            constraint=models.UniqueConstraint(
                fields=("first", "second", "event"), name="portfolio_claimsettled_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="delaycost",
            constraint=models.UniqueConstraint(
                fields=("project", "number", "event"), name="portfolio_delaycost_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="dependency",
            constraint=models.UniqueConstraint(
                fields=("project", "number", "event"), name="portfolio_dependency_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="feature",
            constraint=models.UniqueConstraint(
                fields=("number", "event"), name="portfolio_feature_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="funding",
            constraint=models.UniqueConstraint(
                fields=("project", "source", "year", "event"),
                name="portfolio_funding_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                fields=("transition", "project", "event"), name="portfolio_handover_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="lesson",
            constraint=models.UniqueConstraint(
                fields=("number", "event"), name="portfolio_lesson_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="lessonapplied",
            constraint=models.UniqueConstraint(
                fields=("lesson", "applied_to", "event"),
                name="portfolio_lessonapplied_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="look",
            constraint=models.UniqueConstraint(
                fields=("transition", "on", "event"), name="portfolio_look_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="measurement",
            constraint=models.UniqueConstraint(
                fields=("project", "benefit", "on", "event"),
                name="portfolio_measurement_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="objective",
            constraint=models.UniqueConstraint(
                fields=("strategy", "number", "event"), name="portfolio_objective_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectivereview",
            constraint=models.UniqueConstraint(
                fields=("strategy", "objective", "on", "event"),
                name="portfolio_objectivereview_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.UniqueConstraint(
                fields=("transition", "number", "event"), name="portfolio_outcome_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="outcomeevidence",
            constraint=models.UniqueConstraint(
                fields=("transition", "outcome", "number", "event"),
                name="portfolio_outcomeevidence_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcomejudgement",
            constraint=models.UniqueConstraint(
                fields=("transition", "outcome", "on", "event"),
                name="portfolio_outcomejudgement_one_per_event",
            ),
        ),
        migrations.AddConstraint(
            model_name="post",
            constraint=models.UniqueConstraint(
                fields=("code", "event"), name="portfolio_post_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="processreview",
            constraint=models.UniqueConstraint(
                fields=("number", "event"), name="portfolio_processreview_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="procurement",
            constraint=models.UniqueConstraint(
                fields=("code", "event"), name="portfolio_procurement_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="redirection",
            constraint=models.UniqueConstraint(
                fields=("project", "number", "event"), name="portfolio_redirection_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="strategy",
            constraint=models.UniqueConstraint(
                fields=("code", "event"), name="portfolio_strategy_one_per_event"
            ),
        ),
        migrations.AddConstraint(
            model_name="transition",
            constraint=models.UniqueConstraint(
                fields=("code", "event"), name="portfolio_transition_one_per_event"
            ),
        ),
        migrations.AddIndex(
            model_name="updateline",
            index=models.Index(fields=["reference", "event"], name="portfolio_updateline_of"),
        ),
        migrations.AddIndex(
            model_name="updateline",
            index=models.Index(fields=["update", "id"], name="portfolio_updateline_in"),
        ),
        migrations.AddConstraint(
            model_name="updateline",
            constraint=models.UniqueConstraint(
                fields=("update", "reference", "place", "event"),
                name="portfolio_updateline_one_per_event",
            ),
        ),
        keep(
            "portfolio_benefit",
            "portfolio_benefitforecast",
            "portfolio_businesscase",
            "portfolio_cellmap",
            "portfolio_claimsettled",
            "portfolio_delaycost",
            "portfolio_dependency",
            "portfolio_feature",
            "portfolio_funding",
            "portfolio_handover",
            "portfolio_lesson",
            "portfolio_lessonapplied",
            "portfolio_look",
            "portfolio_measurement",
            "portfolio_objective",
            "portfolio_objectivereview",
            "portfolio_outcome",
            "portfolio_outcomeevidence",
            "portfolio_outcomejudgement",
            "portfolio_post",
            "portfolio_processreview",
            "portfolio_procurement",
            "portfolio_project",
            "portfolio_redirection",
            "portfolio_status",
            "portfolio_strategy",
            "portfolio_transition",
            "portfolio_updateline",
            "portfolio_updatereceived",
        ),
    ]
