"""A case is known by its number in one form; cases that differed in writing only become one."""

from django.db import migrations, models

from raadhus.core.case_numbers import normal_case_number


def merge_those_written_differently(apps, schema_editor):
    Case = apps.get_model("cases", "Case")
    kept = {}
    for case in Case.objects.order_by("pk"):
        case.key = normal_case_number(case.number)
        first = kept.setdefault((case.body_id, case.key), case)
        if first.pk == case.pk:
            case.save(update_fields=["key"])
            continue
        for model, field in (("meetings.AgendaItem", "case"), ("cases.Step", "case")):
            apps.get_model(model).objects.filter(**{field: case}).update(**{field: first})
        case.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0001_first"),
        ("meetings", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="case",
            name="key",
            field=models.CharField(default="", editable=False, max_length=80),
            preserve_default=False,
        ),
        migrations.RunPython(merge_those_written_differently, migrations.RunPython.noop),
    ]
