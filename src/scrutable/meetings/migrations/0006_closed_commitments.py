from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("meetings", "0005_restricted_items")]

    operations = [
        migrations.AddField(
            model_name="commitment",
            name="openness",
            field=models.CharField(
                choices=[
                    ("open", "open"),
                    ("exempt", "exempt"),
                    ("confidential", "confidential"),
                    ("restricted", "restricted"),
                ],
                default="open",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="commitment",
            name="paragraphs",
            field=models.JSONField(default=list),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="commitment",
            name="public_interest",
            field=models.TextField(blank=True),
        ),
        keep("meetings_commitment"),
    ]
