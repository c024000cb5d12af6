"""The warnings of what was read before they could be accepted are all left to look at."""

from typing import Any

from django.db import migrations


def count(apps: Any, schema_editor: Any) -> None:
    files = apps.get_model("ingest", "IngestedFile").objects.exclude(version=None).exclude(status="unchanged")
    last: dict[int, tuple[int, int]] = {}
    for pk, version, warnings in files.order_by("pk").values_list("pk", "version", "warnings").iterator():
        last[version] = (pk, len(warnings))
    for pk, number in last.values():
        if number:
            files.filter(pk=pk).update(left=number)


class Migration(migrations.Migration):
    dependencies = [("ingest", "0002_warnings_to_look_at")]
    operations = [migrations.RunPython(count, migrations.RunPython.noop)]
