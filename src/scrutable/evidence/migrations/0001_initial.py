from django.db import migrations, models

from scrutable.audit.triggers import keep


class Migration(migrations.Migration):
    initial = True

    dependencies = [("audit", "0001_events")]

    operations = [
        migrations.CreateModel(
            name="Content",
            fields=[
                ("event", models.BigIntegerField(db_index=True)),
                ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("content", models.BinaryField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.BigIntegerField(db_index=True)),
                ("sha256", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=255)),
                ("size", models.BigIntegerField()),
                ("received_at", models.DateTimeField()),
                ("received_by", models.CharField(max_length=150)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sha256", "name"),
                        name="evidence_storedfile_one_per_content_and_name",
                    )
                ],
            },
        ),
        keep("evidence_content", key="sha256"),
        keep("evidence_storedfile"),
    ]
