"""Of its own, because PostgreSQL alters no table with merged rows still under way."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_one_case_however_written")]

    operations = [
        migrations.RemoveConstraint(model_name="case", name="case_identity"),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(fields=("body", "key"), name="case_identity"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["key"], name="cases_case_key_idx"),
        ),
    ]
