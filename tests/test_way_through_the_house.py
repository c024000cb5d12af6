"""One package on its way through the house; the plot is the table in `raadhus/__init__.py`."""

from pathlib import Path

import pytest

from raadhus.assistant import answer
from raadhus.core.models import JournalEntry
from raadhus.documents.models import Page
from raadhus.ingest.actions import ingest
from raadhus.meetings.actions import adopt_minutes, record_decision
from raadhus.meetings.agenda import agenda
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.parsing import read_package
from raadhus.publication import publish
from raadhus.search import catch_up, search
from raadhus.workload import measure

PACKAGE = Path(__file__).with_name("byraadets-referat.txt")
CARLA = Reader.anonymous()
OPERATOR = Reader.operator()


@pytest.mark.django_db
def test_from_a_file_to_an_answer_and_a_figure() -> None:
    # 1 received: what is in this file?
    package = read_package(PACKAGE)
    (told,) = package.meetings
    assert [i.number for i in told.items] == ["1", "2", "3", "4"]

    # 2 stored: which rows does it become, from which page?
    run = ingest(PACKAGE, by=OPERATOR, publish=False)
    assert [f.status for f in run.files.all()] == ["imported"]
    meeting = Meeting.objects.get()
    pool = meeting.items.get(number="2", case__number="EMN-2031-000412")
    assert pool.decision.outcome == "adopted"
    assert pool.decision.source_page == Page.objects.get(number=2)

    # 3 worked on: who decided, who adopted?
    assert meeting.organization_id is not None
    anna = Reader("anna", organizations=frozenset({meeting.organization_id}))
    paths = meeting.items.get(number="3")
    record_decision(paths, text="Sendes til Teknisk Udvalg.", outcome=Outcome.REFERRED, by=anna)
    adopt_minutes(meeting, by=anna)
    assert {"decision.recorded", "minutes.adopted"} <= set(
        JournalEntry.objects.values_list("verb", flat=True)
    )

    # 4 indexed: what has happened since last time?
    assert catch_up() == len(package.passages)
    assert catch_up() == 0

    # 5 found: which passages answer, for this reader? A draft answers nobody but its own.
    assert search("svømmehallen", reader=CARLA).total == 0
    hit = search("svømmehallen", reader=anna).hits[0]
    assert (hit.page, hit.item_id) == (2, pool.pk)

    # 6 answered: what do the passages say, and where?
    said = answer("Hvad koster den nye svømmehal?", reader=anna)
    assert said.answered
    assert "182 mio. kr." in said.citations[0].quote
    assert not answer("Hvad koster den nye svømmehal?", reader=CARLA).answered

    # 7 published: what may everyone see, from when? Never the closed item.
    publish(meeting, by=anna)
    catch_up()
    assert search("svømmehallen", reader=CARLA).total > 0
    assert search("Strandengen", reader=CARLA).total == 0
    assert search("Strandengen", reader=anna).total > 0
    assert [i.title for i in agenda(Meeting.objects.get(), reader=CARLA) if i.closed] == [None]

    # 8 weighed: how much, how long, how many?
    assert meeting.organization is not None
    figures = measure(meeting.organization, year=2031, reader=CARLA)
    assert (figures.meetings, figures.items, figures.closed) == (1, 3, 1)
