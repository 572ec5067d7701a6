from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("meetings", "0006_closed_commitments")]

    operations = [
        migrations.AddField(
            model_name="minutes",
            name="places",
            field=models.JSONField(default=list),
        ),
        keep("meetings_minutes"),
    ]
