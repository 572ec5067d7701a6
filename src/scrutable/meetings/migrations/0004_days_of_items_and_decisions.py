"""Keep when an item was added to its agenda and when a decision was carried out."""

from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_appendix_files")]

    operations = [
        migrations.AddField(
            model_name="agendaitem", name="added_on", field=models.DateField(null=True)
        ),
        migrations.AddField(
            model_name="decisionrecord", name="carried_out_on", field=models.DateField(null=True)
        ),
        keep("meetings_agendaitem", "meetings_decisionrecord"),
    ]
