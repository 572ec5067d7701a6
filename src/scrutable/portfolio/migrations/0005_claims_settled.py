from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0004_what_updates_said"),
    ]

    operations = [
        migrations.AddField(
            model_name="benefit",
            name="begins_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="benefit",
            name="category",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="benefit",
            name="unowned_since",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="benefit",
            name="owner",
            field=models.CharField(blank=True, max_length=200),
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("first", "second", "event"),
                        name="portfolio_claimsettled_one_per_event",
                    )
                ],
            },
        ),
        keep("portfolio_benefit", "portfolio_claimsettled"),
    ]
