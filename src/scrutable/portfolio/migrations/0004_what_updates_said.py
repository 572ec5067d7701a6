from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    dependencies = [
        ("portfolio", "0003_looks"),
    ]

    operations = [
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
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "event"), name="portfolio_cellmap_one_per_event"
                    )
                ],
            },
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
            options={
                "indexes": [
                    models.Index(fields=["reference", "event"], name="portfolio_updateline_of"),
                    models.Index(fields=["update", "id"], name="portfolio_updateline_in"),
                ],
            },
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
        keep("portfolio_cellmap", "portfolio_updateline", "portfolio_updatereceived"),
    ]
