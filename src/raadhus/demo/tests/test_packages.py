"""The two years as a whole: how many meetings, in which order papers arrive, and that stories hang together."""

from collections import Counter
from datetime import date, datetime, time

from raadhus.demo import DemoMeeting, packages


def _own(today: date) -> list[DemoMeeting]:
    return [p.meeting for p in packages(today) if p.meeting is not None]


def test_there_are_about_120_meetings_of_eleven_bodies(today: date) -> None:
    held = {(m.organ, m.start) for m in _own(today)}

    assert 110 <= len(held) <= 140
    assert len({organ for organ, _ in held}) == 11


def test_there_is_always_something_to_come() -> None:
    for month in range(1, 13):
        today = date(2027, month, 10)
        coming = {(m.organ, m.start) for m in _own(today) if m.start.date() > today}

        assert len(coming) >= 6


def test_papers_arrive_in_order_and_agendas_before_their_minutes(today: date) -> None:
    every = packages(today)
    seen: set[tuple[str, datetime]] = set()

    assert [p.arrives for p in every] == sorted(p.arrives for p in every)
    assert every[-1].arrives <= datetime.combine(today, time(8, 0))
    for package in every:
        if package.meeting is not None:
            key = (package.meeting.organ, package.meeting.start)
            assert package.meeting.kind == "minutes" or key not in seen
            if package.meeting.kind == "minutes":
                seen.add(key)


def test_file_names_are_unique(today: date) -> None:
    names = Counter(package.file_name for package in packages(today))

    assert max(names.values()) == 1


def test_minutes_keep_the_numbers_and_titles_of_the_last_agenda(today: date) -> None:
    agendas = {(m.organ, m.start): m for m in _own(today) if m.kind == "agenda"}

    for minutes in (m for m in _own(today) if m.kind == "minutes"):
        agenda = agendas.get((minutes.organ, minutes.start), minutes)
        assert [(i.number, i.title) for i in minutes.items] == [(i.number, i.title) for i in agenda.items]


def test_an_agenda_is_sometimes_issued_again_with_another_item(today: date) -> None:
    revised = {p.file_name for p in packages(today) if "(revideret)" in p.file_name}
    by_name = {p.file_name: p.meeting for p in packages(today)}

    assert revised
    for name in revised:
        first, second = by_name[name.replace(" (revideret)", "")], by_name[name]
        assert first is not None
        assert second is not None
        assert len(second.items) == len(first.items) + 1


def test_the_route_tells_what_the_bodies_decided(today: date) -> None:
    told = {
        (m.heading, m.start.date(), i.number): i.decision for m in _own(today) for i in m.items if i.decision
    }
    steps = [step for m in _own(today) for item in m.items for step in item.route]

    assert steps
    assert all(told[step.organization, step.date, step.number] == step.text for step in steps)


def test_every_kind_of_outcome_happens(today: date) -> None:
    outcomes = {item.outcome for meeting in _own(today) for item in meeting.items}

    assert {
        "adopted",
        "noted",
        "discussed",
        "referred",
        "postponed",
        "rejected",
        "withdrawn",
        "none",
    } <= outcomes


def test_a_closed_item_of_a_raadmandsmoede_has_no_title(today: date) -> None:
    closed = [item for m in _own(today) for item in m.closed_items]

    assert closed
    assert all(item.title is None and item.presenters for item in closed)


def test_an_agenda_knows_no_decision(today: date) -> None:
    agendas = [m for m in _own(today) if m.kind == "agenda"]

    assert all(item.decision is None and item.outcome is None for m in agendas for item in m.items)
