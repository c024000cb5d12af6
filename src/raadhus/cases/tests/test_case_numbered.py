from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from raadhus.cases.actions import case_numbered
from raadhus.cases.models import Case
from raadhus.organisation.models import Body


@pytest.mark.django_db
def test_a_case_is_one_however_its_number_is_written() -> None:
    body = Body.objects.create(name="Sønderbæk Kommune")
    case = case_numbered(body, "EMN-2031-002204")

    assert case_numbered(body, "Sagsnr.: emn 2031 2204") == case
    assert str(case) == "EMN-2031-002204"
    assert list(Case.objects.numbered("sag EMN-2031-2204")) == [case]


@pytest.mark.django_db
def test_two_municipalities_may_use_the_same_number() -> None:
    cases = [case_numbered(Body.objects.create(name=name), "12/27845") for name in ("Sønderbæk", "Fjordby")]

    assert list(Case.objects.numbered("12/27845")) == cases


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_cases_that_were_written_differently_become_one_when_the_house_is_upgraded() -> None:
    before = [("cases", "0001_first"), ("meetings", "0001_first")]
    executor = MigrationExecutor(connection)
    everything = executor.loader.graph.leaf_nodes()
    executor.migrate(before)
    try:
        apps: Any = executor.loader.project_state(before).apps
        body = apps.get_model("organisation", "Body").objects.create(name="Sønderbæk Kommune")
        cases = apps.get_model("cases", "Case").objects
        kept = cases.create(body=body, number="EMN-2031-002204")
        other = cases.create(body=body, number="EMN-2031-2204")
        meeting = apps.get_model("meetings", "Meeting").objects.create(body=body, kind="agenda")
        apps.get_model("meetings", "AgendaItem").objects.create(
            meeting=meeting, number="1", position=1, case=other
        )
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(everything)

    case = Case.objects.get()
    assert (case.pk, case.key, case.items.count()) == (kept.pk, "EMN-2031-2204", 1)
