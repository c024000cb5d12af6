import pytest
from django.contrib.auth.models import Group

from raadhus.core.journal import record
from raadhus.core.models import JournalEntry, mark_done

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


def test_the_journal_tells_what_happened_to_one_thing(entry: JournalEntry) -> None:
    other = Group.objects.create(name="Medlemmer")
    record("group.founded", other, actor="bo")
    assert [e.actor for e in JournalEntry.objects.all().about(other)] == ["bo"]
