from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.core.models import JournalEntry, JournalFloor, JournalMark, mark_done

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry() -> JournalEntry:
    group = Group.objects.create(name="Sekretærer")
    return record("group.founded", group, actor="anna", why="prøve")


def test_an_entry_cannot_be_changed(entry: JournalEntry) -> None:
    entry.verb = "group.abolished"
    with pytest.raises(TypeError):
        entry.save()
    with pytest.raises(TypeError):
        JournalEntry.objects.update(verb="group.abolished")


def test_an_entry_cannot_be_taken_out(entry: JournalEntry) -> None:
    with pytest.raises(TypeError):
        entry.delete()
    with pytest.raises(TypeError):
        JournalEntry.objects.all().delete()


def test_each_consumer_has_its_own_marks(entry: JournalEntry) -> None:
    mark_done("search:1", [entry])
    assert not JournalEntry.objects.unseen_by("search:1").exists()
    assert list(JournalEntry.objects.unseen_by("search:2")) == [entry]


def test_marking_twice_is_harmless(entry: JournalEntry) -> None:
    mark_done("search:1", [entry])
    mark_done("search:1", [entry])
    assert entry.marks.count() == 1


@pytest.fixture
def old(entry: JournalEntry) -> list[JournalEntry]:
    """Four entries of last week."""
    groups = [Group.objects.create(name=f"Gruppe {n}") for n in range(3)]
    entries = [entry, *(record("group.founded", group, actor="anna") for group in groups)]
    models.QuerySet(JournalEntry).update(at=timezone.now() - timedelta(days=7))
    return entries


def test_what_is_done_and_old_is_not_looked_through_again(old: list[JournalEntry]) -> None:
    mark_done("search:1", old[:2])
    assert JournalFloor.objects.get().mark.entry == old[1]
    assert list(JournalEntry.objects.unseen_by("search:1")) == old[2:]

    mark_done("search:1", [old[3]])
    assert JournalFloor.objects.get().mark.entry == old[1]  # the third still waits
    assert list(JournalEntry.objects.unseen_by("search:1")) == [old[2]]


def test_what_is_new_sets_no_floor(entry: JournalEntry) -> None:
    """A transaction that began before may still bring an entry with a lower number."""
    mark_done("search:1", [entry])
    assert not JournalFloor.objects.exists()


def test_who_begins_anew_sees_all_again(old: list[JournalEntry]) -> None:
    mark_done("search:1", old)
    assert JournalFloor.objects.exists()
    JournalMark.objects.filter(consumer="search:1").delete()
    assert list(JournalEntry.objects.unseen_by("search:1")) == old


def test_the_journal_tells_what_happened_to_one_thing(entry: JournalEntry) -> None:
    other = Group.objects.create(name="Medlemmer")
    record("group.founded", other, actor="bo")
    assert [e.actor for e in JournalEntry.objects.all().about(other)] == ["bo"]
