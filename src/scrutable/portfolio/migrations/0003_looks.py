from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0002_everything_of_the_portfolio"),
    ]

    operations = [
        migrations.AddField(
            model_name="outcomejudgement",
            name="answer",
            field=models.TextField(blank=True),
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("transition", "on", "event"), name="portfolio_look_one_per_event"
                    )
                ],
            },
        ),
        keep("portfolio_look", "portfolio_outcomejudgement"),
    ]
