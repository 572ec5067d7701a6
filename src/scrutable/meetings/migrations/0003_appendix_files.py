"""Keep the name of an appendix's file, and whether its title may be shown."""

from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("meetings", "0002_commitments_due_at_meetings")]

    operations = [
        migrations.AddField(
            model_name="appendix",
            name="file_name",
            field=models.CharField(blank=True, default="", max_length=255),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="appendix",
            name="title_is_open",
            field=models.BooleanField(default=False),
            preserve_default=False,
        ),
        keep("meetings_appendix"),
    ]
