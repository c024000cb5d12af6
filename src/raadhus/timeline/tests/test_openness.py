"""What is closed does not leak into a case's life: no title, no link, not even that it is there."""

import pytest

from raadhus.meetings.choices import Outcome, Visibility
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.timeline.life import Life, life_of_case, life_of_item
from raadhus.timeline.linking import catch_up
from raadhus.timeline.models import Link
from raadhus.timeline.reasons import reason_of
from raadhus.timeline.tests import hall
from raadhus.timeline.tests.hall import CARLA, DRIFT

pytestmark = pytest.mark.django_db

POOL = "Ny svømmehal på havnen"
NUMBER = "EMN-2026-000123"


def seen(item: AgendaItem, reader: Reader) -> Life:
    catch_up()
    assert item.case is not None
    return life_of_case(item.case, reader=reader)


def items(life: Life) -> list[AgendaItem | None]:
    return [event.item for event in life.events]


def test_a_closed_treatment_is_there_for_those_who_sit_in_the_body() -> None:
    open_item = hall.item("Byrådet", POOL, case=NUMBER)
    closed = hall.item("Teknisk Udvalg", POOL, case=NUMBER, after=7, closed=True)

    assert items(seen(open_item, CARLA)) == [open_item]
    assert items(seen(open_item, hall.bo("Kulturudvalget"))) == [open_item]
    assert items(seen(open_item, hall.bo("Teknisk Udvalg"))) == [open_item, closed]
    assert items(seen(open_item, DRIFT)) == [open_item, closed]


def test_of_a_wholly_closed_case_there_is_nothing() -> None:
    closed = hall.item("Byrådet", "Køb af grund", case=NUMBER, closed=True)
    hall.told(closed, "Magistraten", after=-8, number="4", text="Anbefalet.", closed=True)
    hall.annex(closed, "EMN-2026-000777")

    assert seen(closed, CARLA) == Life(cases=(closed.case,) if closed.case else ())
    assert not Link.objects.visible_to(CARLA).exists()
    assert Link.objects.visible_to(hall.bo("Byrådet")).exists()


def test_a_link_is_gone_the_moment_either_end_is_closed() -> None:
    """Also before anyone has linked again."""
    hall.organization("Teknisk Udvalg")
    sent = hall.item(
        "Byrådet", POOL, case=NUMBER, decision="Fremsendes til Teknisk Udvalg.", outcome=Outcome.REFERRED
    )
    taken = hall.item("Teknisk Udvalg", POOL, after=7)
    assert items(seen(sent, CARLA)) == [sent, taken]

    taken.visibility = Visibility.CLOSED
    taken.save()

    assert sent.case is not None
    assert items(life_of_case(sent.case, reader=CARLA)) == [sent]
    assert items(life_of_item(sent, reader=CARLA)) == [sent]
    hall.tell(taken)
    catch_up()
    assert not Link.objects.filter(other__isnull=False).exists()


def test_an_open_item_is_not_given_away_by_the_closed_case_that_names_it() -> None:
    closed = hall.item("Byrådet", "Køb af grund", case=NUMBER, closed=True)
    hall.told(closed, "Magistraten", after=-8, number="4", closed=True)
    named = hall.item("Magistraten", "Ejendomsforhold", after=-8, number="4")
    catch_up()

    assert life_of_item(named, reader=CARLA).cases == ()


def test_a_step_that_is_closed_later_takes_its_link_along() -> None:
    later = hall.item("Byrådet", POOL, case=NUMBER)
    step = hall.told(later, "Magistraten", after=-8, number="4")
    named = hall.item("Magistraten", "Ejendomsforhold", after=-8, number="4")
    catch_up()
    assert life_of_item(named, reader=CARLA).cases == (later.case,)

    step.closed = True
    step.save()

    assert life_of_item(named, reader=CARLA).cases == ()
    assert life_of_item(named, reader=hall.bo("Byrådet")).cases == (later.case,)


def test_a_closed_annex_ties_nothing_together() -> None:
    item = hall.item("Rådmandsmøde", "Ejendomsforhold")
    hall.annex(item, NUMBER, closed=True)
    catch_up()

    assert life_of_item(item, reader=DRIFT).cases == ()


def test_drafts_are_for_the_body_alone() -> None:
    open_item = hall.item("Byrådet", POOL, case=NUMBER)
    draft = hall.item("Teknisk Udvalg", "Drøftelse af ny svømmehal på havnen", after=30, draft=True)

    assert items(seen(open_item, CARLA)) == [open_item]
    assert items(seen(open_item, hall.bo("Teknisk Udvalg"))) == [open_item, draft]


def test_suggestions_and_rejections_are_no_way_round() -> None:
    open_item = hall.item("Byrådet", POOL, case=NUMBER)
    draft = hall.item("Teknisk Udvalg", "Status på svømmehal på havnen", after=300, draft=True)
    catch_up()
    Link.objects.filter(other__isnull=False).update(status="rejected")

    assert seen(open_item, CARLA).rejected == ()
    assert seen(open_item, CARLA).suggestions == ()
    assert [link.other for link in seen(open_item, hall.bo("Teknisk Udvalg")).rejected] == [draft]


def test_every_reader_sees_exactly_what_they_may() -> None:
    """Whatever is open, closed or a draft in whichever body: events, links and sentences stay within it."""
    names = ("Byrådet", "Teknisk Udvalg", "Magistraten")
    made = [
        hall.item(
            name, POOL, case=NUMBER if n % 2 else None, after=10 * n + m, number=str(n),
            closed=state == "closed", draft=state == "draft",
        )
        for m, name in enumerate(names)
        for n, state in enumerate(("open", "closed", "draft", "open"), 1)
    ]  # fmt: skip
    catch_up()
    readers = [CARLA, DRIFT, *(Reader("bo", frozenset({o.pk})) for o in Organization.objects.all())]
    for reader in readers:
        allowed = set(AgendaItem.objects.visible_to(reader).values_list("pk", flat=True))
        for item in made:
            if item.pk not in allowed:
                continue
            life = life_of_item(item, reader=reader)
            ends = [e.item for e in life.events] + [s.item for s in life.suggestions]
            told = [link for e in life.events for link in e.links] + [s.link for s in life.suggestions]
            ends += [end for link in told for end in (link.item, link.other)]
            assert {end.pk for end in ends if end is not None} <= allowed
            assert all(reason_of(link) for link in told)
