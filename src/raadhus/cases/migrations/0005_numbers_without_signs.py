"""A number written without signs (EMN2031002204) has the same key as one with; where both are there, both stay."""

from django.db import migrations

from raadhus.core.case_numbers import normal_case_number


def key_anew(apps, schema_editor):
    Case = apps.get_model("cases", "Case")
    for case in Case.objects.order_by("pk").iterator(chunk_size=1000):
        key = normal_case_number(case.number)
        if key != case.key and not Case.objects.filter(body=case.body_id, key=key).exists():
            Case.objects.filter(pk=case.pk).update(key=key)


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_steps_by_day")]

    operations = [migrations.RunPython(key_anew, migrations.RunPython.noop)]
