"""Filters as people write them: an organization by any of its names."""

from raadhus.organisation.models import Organization


def organizations_named(name: str) -> list[int]:
    """The ids of the organizations a name, short name, department or id stands for; empty when none does."""
    wanted = _plain(name)
    everyone = list(Organization.objects.all())
    for names in (_names, _first_words):
        found = [o.pk for o in everyone if wanted in names(o)]
        if found:
            return found
    return []


def _names(organization: Organization) -> set[str]:
    o = organization
    return {_plain(n) for n in (str(o.pk), o.name, o.short_name, o.department, str(o)) if n}


def _first_words(organization: Organization) -> set[str]:
    """ "Byrådet" for "Byrådet 2026-2029": the name without what follows its first words."""
    words = _plain(organization.name).split()
    return {" ".join(words[:n]) for n in range(1, len(words))}


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
