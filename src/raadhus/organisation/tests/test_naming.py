import pytest

from raadhus.organisation.actions import organization_known_as, organization_named, person_named
from raadhus.organisation.choices import Classification
from raadhus.organisation.models import Body, LegislativeTerm, Organization
from raadhus.organisation.naming import classify, split_period


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Byrådet", Classification.COUNCIL),
        ("Sønderbæk Byråd", Classification.COUNCIL),
        ("Kommunalbestyrelsen", Classification.COUNCIL),
        ("Magistraten", Classification.MAGISTRATE),
        ("Teknisk Udvalg", Classification.COMMITTEE),
        ("Rådmandsmøde", Classification.EXECUTIVE),
        ("Havnefogedens kaffeklub", Classification.OTHER),
    ],
)
def test_a_name_says_what_kind_of_body_it_is(name: str, kind: Classification) -> None:
    assert classify(name) == kind


def test_the_period_in_a_name_is_not_part_of_it() -> None:
    assert split_period("Byrådet 2026-2029") == ("Byrådet", (2026, 2029))
    assert split_period("Byrådet (2026–2029)") == ("Byrådet", (2026, 2029))
    assert split_period("Udvalget for 2030-planen") == ("Udvalget for 2030-planen", None)


@pytest.mark.django_db
def test_the_council_of_two_periods_is_one_body_with_two_terms() -> None:
    body = Body.objects.create(name="Sønderbæk Kommune")
    first = organization_named(body, "Byrådet 2022-2025")
    assert organization_named(body, "Byrådet 2026-2029") == first
    assert Organization.objects.count() == 1
    assert LegislativeTerm.objects.count() == 2


@pytest.mark.django_db
def test_one_person_however_the_name_is_spaced() -> None:
    body = Body.objects.create(name="Sønderbæk Kommune")
    assert person_named(body, "Mette  Holm\n Dam") == person_named(body, "Mette Holm Dam")


@pytest.mark.django_db
def test_the_council_is_one_body_whether_its_name_says_whose_or_not() -> None:
    body = Body.objects.create(name="Sønderbæk Kommune")
    council = organization_named(body, "Sønderbæk Byråd")
    assert organization_named(body, "Byrådet") == council
    assert organization_known_as(body, "Byrådet 2026-2029") == council
    assert organization_named(body, "Østlund Byråd") != council


@pytest.mark.django_db
def test_a_body_is_found_by_what_people_call_it() -> None:
    body = Body.objects.create(name="Sønderbæk Kommune")
    council = organization_named(body, "Sønderbæk Byråd")
    plain = organization_named(body, "Rådmandsmøde")
    schools = organization_named(body, "Rådmandsmøde", department="MBU")
    called = Organization.objects.called
    assert [*called("byrådet"), *called("Sønderbæk Byråd")] == [council, council]
    assert list(called("Rådmandsmøde")) == [plain]
    assert [*called("MBU"), *called("Rådmandsmøde (MBU)")] == [schools, schools]
    assert not called("Magistraten").exists()
