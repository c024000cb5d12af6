"""The picture of a case's way: one stop for each visit to a body, in order."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.timeline.life import Event


@dataclass(frozen=True, slots=True)
class Stop:
    """A body and the treatments there in a row, until the case went on to another."""

    body: str
    events: tuple[Event, ...]

    @property
    def last(self) -> Event:
        return self.events[-1]

    @property
    def is_told(self) -> bool:
        """True when only later papers tell of it."""
        return all(event.item is None for event in self.events)


def route_of(events: Sequence[Event]) -> list[Stop]:
    """The dated events as stops; empty where the case has been in one place only."""
    stops: list[Stop] = []
    for event in events:
        if event.date is None:
            continue
        if stops and stops[-1].body == event.body:
            stops[-1] = Stop(event.body, (*stops[-1].events, event))
        else:
            stops.append(Stop(event.body, (event,)))
    return stops if len(stops) > 1 else []
