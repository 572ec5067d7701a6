from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [
        ("assurance", "0001_assessments_systems_claims"),
    ]

    operations = [
        migrations.CreateModel(
            name="Phase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("code", models.CharField(max_length=60)),
                ("programme", models.CharField(max_length=200)),
                ("title", models.CharField(max_length=200)),
                ("begins_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("decision", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "event"), name="assurance_phase_one_per_event"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="issue",
            name="visibility",
            field=models.CharField(
                choices=[("exempt", "exempt"), ("internal", "internal"), ("open", "open")],
                default="open",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="criticalsystem",
            name="owner",
            field=models.CharField(blank=True, max_length=200),
        ),
        keep("assurance_criticalsystem", "assurance_issue", "assurance_phase"),
    ]
