"""Let a report be one on the whole estate."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds a kind of report."""

    dependencies = [("reports", "0003_about_anything")]

    operations = [
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
                    ("estate", "estate"),
                ],
                max_length=30,
            ),
        ),
    ]
