"""Every surface, walked by everybody: nobody learns more than they may see, not by a word, a number or an echo.

What may be seen is told by the fixture (`hiding_place.py`), never by the code under test. The walk goes through all
addresses of the web and all commands with `--as`; one that has no rule here fails.
"""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from tests.hiding_place import BODIES, COMMON, NUMBER, SEATS, Place, found_hiding_place

from raadhus.assistant import answer
from raadhus.cli import main
from raadhus.cli.main import COMMANDS
from raadhus.conversation.sharing import share
from raadhus.documents.models import Abbreviation
from raadhus.following.actions import follow
from raadhus.following.choices import Frequency, Kind
from raadhus.following.delivery import deliver
from raadhus.following.matching import match
from raadhus.following.models import Match, Subscription
from raadhus.following.query import Query
from raadhus.ingest.models import IngestedFile
from raadhus.meetings.models import AgendaItem, Correction
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.organisation.readers import reader_named
from raadhus.search import corrected, search, suggestions
from raadhus.timeline.models import Link
from raadhus.workload import measure

pytestmark = pytest.mark.django_db
NOWHERE = 999_999
GUESTS = [who for who in SEATS if who != "anonymous"]


@pytest.fixture
def place(db: None, settings: Any) -> Place:
    settings.RAADHUS_URL = "http://testserver"
    return found_hiding_place()


def client_of(place: Place, who: str) -> Client:
    client = Client()
    if who in place.users:
        client.force_login(place.users[who])
    return client


def reader(who: str) -> Reader:
    return reader_named(who, on=timezone.localdate())


def seen(client: Client, address: str) -> tuple[int, str]:
    """The status and everything that came, pictures and files as far as they are text."""
    got = client.get(address)
    body: bytes = got.getvalue()  # read to its end, the client closes it
    return got.status_code, f"{got.headers}\n{body.decode(errors='replace')}"


# The web.


def routes(patterns: list[Any] | None = None) -> Iterator[str]:
    for one in patterns if patterns is not None else get_resolver().url_patterns:
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns)
        elif isinstance(one, URLPattern):
            yield str(one.name)


def asked(name: str, *queries: str) -> list[str]:
    return [f"{reverse(name)}?{query}" for query in queries]


def addresses(place: Place) -> dict[str, list[str]]:
    """For each route the addresses anybody could write, to what is open and to what is not."""
    items = [known.pk for known in place.items]
    versions = [known.pk for known in place.versions]
    bodies = [organization.pk for organization in place.organizations.values()]
    tokens = [str(one.token) for one in Subscription.objects.all()]
    told = [f"q={COMMON}", "q=fyrtårnsvej", f"sag={NUMBER}", "q=køb", *(f"organ={pk}" for pk in bodies)]
    told += [f"sag={number}" for number, owner in place.cases if owner]
    told += [f"q={COMMON}&sortering=date", *(f"organ={pk}&q={COMMON}&side=2" for pk in bodies)]
    begun = [f"q={secret.word[:5]}" for secret in place.secrets]
    spots = [f"passage={pk}" for pk, owner, *_ in place.passages if owner]
    return {
        "front": asked("front", ""),
        "search": asked("search", "", *told),
        "suggestions": asked("suggestions", "q=fyr", "q=EMN", "q=Dir", "q=Kl", *begun),
        "abbreviations": [reverse("abbreviations")],
        "meaning": [reverse("meaning")],
        "ask": asked("ask", f"q=Hvad+koster+{COMMON}%3F", "q=Hvad+blev+vedtaget+om+fyrtårnsvejen%3F"),
        "ask-stream": asked("ask-stream", f"q=Hvad+koster+{COMMON}%3F"),
        "own-questions": [reverse("own-questions")],
        "own-question": [reverse("own-question", args=[NOWHERE])],
        "shared-question": [reverse("shared-question", args=[share_token()])],
        "inquiry": asked("inquiry", f"q=Hvad+koster+{COMMON}%3F"),
        "words": [reverse("words")],
        "meetings": asked("meetings", "", *(f"organ={pk}" for pk in bodies)),
        "meeting": [reverse("meeting", args=[known.pk]) for known in place.meetings],
        "item": [reverse("item", args=[pk]) for pk in items],
        "item-life": [reverse("item-life", args=[pk]) for pk in items],
        "case": [reverse("case", args=[number]) for number, _ in place.cases],
        "documents": [reverse("documents")],
        "document": [reverse("document", args=[pk]) for pk in versions],
        "original": [reverse("original", args=[pk]) for pk in versions],
        "document-page": [
            reverse("document-page", args=[pk, number]) + extra
            for pk, number, _ in place.pages
            for extra in ("", *(f"?{spot}" for spot in spots[:3]), "?stykke=0-60")
        ],
        "page-image": [
            reverse("page-image", args=[pk, number]) + size
            for pk, number, owner in place.pages
            for size in ("?lille",)
        ],
        "organizations": [reverse("organizations")],
        "organization": [reverse("organization", args=[pk]) for pk in bodies],
        "missing": [reverse("missing")],
        "follow": asked("follow", "", *told),
        "subscriptions": [reverse("subscriptions")],
        "subscription": [one.get_absolute_url() for one in Subscription.objects.all()],
        "unsubscribe": [reverse("unsubscribe", args=[token]) for token in tokens],
        "subscription-feed": [reverse("subscription-feed", args=[token]) for token in tokens],
        "meetings-feed": [reverse("meetings-feed")],
        "decisions-feed": [reverse("decisions-feed")],
        "organization-feed": [reverse("organization-feed", args=[pk]) for pk in bodies],
        "search-feed": asked("search-feed", *told),
        "corrections": [reverse("corrections")],
        "warnings": [reverse("warnings", args=[pk]) + side for pk in versions for side in ("", "?side=1")],
        "correct-item": [reverse("correct-item", args=[pk]) for pk in items],
        "login": [reverse("login")],
        "help": [reverse("help")],
        "robots": [reverse("robots")],
    }


POSTED = {"confirm-link", "reject-link", "reopen-link", "abbreviation-decided"}
POSTED |= {"accept-warnings", "take-back", "let-stand"}
"""Verbs on a row: what is hidden answers as what is not there (below)."""
NOTHING_TO_TELL = {"set_language", "logout", "share-question", "verdict"}
"""Verbs of one's own: they show no paper."""


def share_token() -> str:
    from raadhus.conversation.models import SharedQuestion

    return str(SharedQuestion.objects.get().token)


@pytest.fixture
def followed(place: Place) -> None:
    """Everybody follows what stands everywhere, and Anna has shared an answer with the council."""
    for who in GUESTS:
        for kind, query in ((Kind.SEARCH, Query(text=COMMON)), (Kind.CASE, Query(case=NUMBER))):
            follow(query, kind=kind, frequency=Frequency.AT_ONCE, user=place.users[who], by=reader(who))
    Subscription.objects.update(created_at=timezone.now() - timedelta(days=1))
    match()
    council = Organization.objects.get(name="Byrådet")
    share(
        f"Hvad koster {COMMON}?", audience=council, passages=[], user=place.users["anna"], by=reader("anna")
    )


def test_every_address_has_its_rule(followed: None, place: Place) -> None:
    assert set(routes()) == set(addresses(place)) | POSTED | NOTHING_TO_TELL


@pytest.mark.parametrize("who", SEATS)
def test_no_address_tells_more(followed: None, place: Place, who: str) -> None:
    client = client_of(place, who)
    hidden = place.hidden_from(SEATS[who])
    leaks = []
    shown = ""
    for name, written in addresses(place).items():
        kept_back = place.secrets if name.endswith("feed") else hidden  # a feed is read by its address alone
        for address in written:
            page = seen(client, address)[1].lower()
            shown += page
            leaks += [
                f"{secret.what} ({secret.owner}): {address}" for secret in kept_back if secret.word in page
            ]
    assert leaks == []
    assert {s.what for s in place.secrets if s not in hidden and s.word not in shown} == set()


@pytest.mark.parametrize("who", SEATS)
def test_what_is_there_for_whom_is_what_we_put_there(place: Place, who: str) -> None:
    client = client_of(place, who)
    wanted = {reverse("meeting", args=[one.pk]): one.owner for one in place.meetings}
    for route in ("item", "item-life"):
        wanted |= {reverse(route, args=[one.pk]): one.owner for one in place.items}
    wanted |= {reverse("case", args=[number]): owner for number, owner in place.cases}
    wanted |= {reverse("document", args=[one.pk]): one.owner for one in place.versions}
    wanted |= {
        reverse("page-image", args=[pk, number]) + "?lille": owner or whose(place, pk)
        for pk, number, owner in place.pages
    }
    wanted |= {reverse("original", args=[one.pk]): strictest(place, one.pk) for one in place.versions}

    found = {address: seen(client, address)[0] == 200 for address in wanted}
    assert found == {address: place.may(owner, SEATS[who]) for address, owner in wanted.items()}


def whose(place: Place, version: int) -> str | None:
    return next(known.owner for known in place.versions if known.pk == version)


def strictest(place: Place, version: int) -> str | None:
    """Who may have the whole file: those who may see each of its pages."""
    owners = {owner for pk, _, owner in place.pages if pk == version} | {whose(place, version)}
    return next((owner for owner in owners if owner is not None), None)


@pytest.mark.parametrize("who", SEATS)
def test_what_is_hidden_looks_as_if_it_were_not_there(place: Place, who: str) -> None:
    client = client_of(place, who)
    pairs = [(known.pk, known.owner, route) for known in place.items for route in ("item", "item-life")]
    pairs += [(known.pk, known.owner, "meeting") for known in place.meetings]
    pairs += [(known.pk, known.owner, "document") for known in place.versions]
    for pk, owner, route in pairs:
        if not place.may(owner, SEATS[who]):
            there, not_there = (reverse(route, args=[n]) for n in (pk, NOWHERE))
            assert alike(seen(client, there), there) == alike(seen(client, not_there), not_there)


@pytest.mark.parametrize("who", SEATS)
def test_a_verb_on_what_is_hidden_finds_nothing(place: Place, who: str) -> None:
    client = client_of(place, who)
    closed = [known.pk for known in place.items if not place.may(known.owner, SEATS[who])]
    for link in Link.objects.filter(item__in=closed):
        for route in ("confirm-link", "reject-link", "reopen-link"):
            assert client.post(reverse(route, args=[link.pk])).status_code == 404
    assert Link.objects.filter(item__in=closed).exists() or who not in ("anonymous", "carla")
    for learnt in Abbreviation.objects.all():
        assert client.post(reverse("abbreviation-decided", args=[learnt.pk])).status_code == 404


@pytest.mark.parametrize("who", SEATS)
def test_only_its_own_people_see_or_put_right_what_an_import_was_unsure_of(place: Place, who: str) -> None:
    client = client_of(place, who)
    refused = 302 if who == "anonymous" else 404
    for owner in BODIES:
        mine = owner in SEATS[who]
        own = Correction.objects.filter(item__meeting__organization=place.organizations[owner])
        warned = IngestedFile.objects.get(version__organization=place.organizations[owner])
        asked = [reverse("warnings", args=[warned.version_id])]
        asked += [reverse("correct-item", args=[one.item_id]) for one in own]
        assert {client.get(address).status_code for address in asked} == {200 if mine else refused}
        if mine:
            continue
        verbs = [reverse(route, args=[one.pk]) for one in own for route in ("take-back", "let-stand")]
        verbs += [reverse("accept-warnings", args=[warned.version_id]), *asked[1:]]
        for address in verbs:
            posted = client.post(address, {"advarsel": "0", "title": "Noget andet", "initial-title": ""})
            assert posted.status_code == refused
        assert own.filter(look_again=True).exists()
        assert not AgendaItem.objects.filter(title="Noget andet").exists()
        assert not warned.accepted.exists()


def alike(told: tuple[int, str], word: str) -> tuple[int, str]:
    """A page without what is new each time, and with `word` as one and the same."""
    _headers, _, page = told[1].partition("\n")
    page = re.sub(re.escape(word), "ORD", page, flags=re.IGNORECASE)
    page = re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', "", page)
    page = re.sub(r"<updated>[^<]*|csrftoken=[^;]*|expires=[^;]*|'Date': '[^']*|'Expires': '[^']*", "", page)
    return told[0], re.sub(r"\d+(?:[.,]\d+)? (?:ms|sekunder|sek\.?)", "", page)


ECHOES = ("/soeg?q={}", "/soeg?q=fyrtårnsvej+{}", "/soeg/forslag?q={}", "/soeg/feed?q={}", "/soeg?q=%22{}%22",
          "/soeg?q=fyrtårnsvej+-{}", "/foelg?q={}", "/spoerg?q=Hvad+koster+{}%3F", "/soeg?person={}")  # fmt: skip


@pytest.mark.parametrize("who", SEATS)
def test_a_hidden_word_is_answered_like_one_that_stands_nowhere(place: Place, who: str) -> None:
    client = client_of(place, who)
    hidden = place.hidden_from(SEATS[who])
    for asking in ECHOES:
        for secret in hidden[:: 1 if asking == ECHOES[0] else 3]:
            told, nothing = (alike(seen(client, asking.format(w)), w) for w in (secret.word, secret.nonsense))
            assert told[0] == nothing[0], (secret.what, asking)
            assert told[1].splitlines() == nothing[1].splitlines(), (secret.what, asking)


# Search, by its own numbers.


@pytest.mark.parametrize("who", SEATS)
def test_search_finds_counts_and_facets_exactly_what_may_be_read(place: Place, who: str) -> None:
    seats = SEATS[who]
    mine = [(pk, year, body) for pk, owner, year, body in place.passages if place.may(owner, seats)]
    found = search(COMMON, reader=reader(who), limit=500, facets=True)

    assert {hit.passage_id for hit in found.hits} == {pk for pk, *_ in mine}
    assert found.total == len(mine)
    grouped = search(COMMON, reader=reader(who), limit=500, grouped=True)
    assert grouped.total == len(mine)
    told = {facet.name: {value.label: value.count for value in facet.values} for facet in found.facets}
    assert told["organization"] == {name: sum(body == name for *_, body in mine) for name in BODIES}
    years = {year for _, year, _ in mine if year}
    assert told["year"] == {year: sum(y == year for _, y, _ in mine) for year in years}
    for names in told.values():
        assert not any(s.word in name.lower() for s in place.hidden_from(seats) for name in names)


@pytest.mark.parametrize("who", SEATS)
def test_a_hidden_word_costs_what_a_nonsense_word_costs(place: Place, who: str) -> None:
    """Not a clock: the same questions to the database, and the same result with its scores."""
    me = reader(who)
    for secret in place.hidden_from(SEATS[who]):
        for frame in ("{}", "fyrtårnsvej {}", "{} OR fyrtårnsvej", '"{}"'):
            told = [measured(frame.format(word), me) for word in (secret.word, secret.nonsense)]
            assert told[0] == told[1], (secret.what, frame)


def measured(text: str, me: Reader) -> tuple[int, object]:
    with CaptureQueriesContext(connection) as asked:
        found = search(text, reader=me, facets=True, grouped=True)
    hits = [(hit.passage_id, hit.score, hit.marks, hit.places, hit.further) for hit in found.hits]
    return len(asked), (found.total, found.groups, found.facets, len(found.notes), hits)


@pytest.mark.parametrize("who", SEATS)
def test_suggestions_and_spelling_know_no_hidden_word(place: Place, who: str) -> None:
    me = reader(who)
    hidden = place.hidden_from(SEATS[who])
    for secret in hidden:
        slip = secret.word[:3] + secret.word[4:]
        offered = str([corrected(slip, reader=me), suggestions(secret.word[:6], reader=me)])
        assert not [other.what for other in hidden if other.word in offered.lower()]
        asked = answer(f"Hvad koster {secret.word}?", reader=me)
        assert not asked.answered


@pytest.mark.parametrize("who", SEATS)
def test_figures_tell_nothing_of_what_is_hidden(place: Place, who: str) -> None:
    """That a closed item is on an agenda is public; what became of it and how much paper it has is not."""
    for name in BODIES:
        year = measure(place.organizations[name], year=2031, reader=reader(who))
        member = name in SEATS[who]
        assert (year.meetings, year.items + year.postponed, year.closed + year.postponed) == (1, 2, 1)
        assert year.postponed == int(member)
        assert year.annex_pages == (5 if member else 0)
        draft = measure(place.organizations[name], year=2029, reader=reader(who))
        assert (draft.meetings, draft.items) == ((1, 1) if member else (0, 0))


# Mails.


@pytest.mark.parametrize("who", GUESTS)
def test_alerts_find_and_mails_tell_no_more(place: Place, who: str, settings: Any) -> None:
    user, me = place.users[who], reader(who)
    follow(Query(text=COMMON), kind=Kind.SEARCH, frequency=Frequency.AT_ONCE, user=user, by=me)
    for number, _ in place.cases:
        follow(Query(case=number), kind=Kind.CASE, frequency=Frequency.AT_ONCE, user=user, by=me)
    for secret in place.secrets:
        follow(Query(text=secret.word), kind=Kind.SEARCH, frequency=Frequency.AT_ONCE, user=user, by=me)
    Subscription.objects.update(created_at=timezone.now() - timedelta(days=1))
    match()

    hidden = {secret.word for secret in place.hidden_from(SEATS[who])}
    about_hidden = [one for one in Subscription.objects.all() if one.query.text in hidden]
    assert not Match.objects.filter(subscription__in=about_hidden).exists()
    owners = {pk: owner for pk, owner, *_ in place.passages}
    told = Match.objects.exclude(passage=None).values_list("passage", flat=True)
    assert all(place.may(owners[pk], SEATS[who]) for pk in told)
    deliver()
    assert mail.outbox
    for sent in mail.outbox:
        own = sent.subject.lower()  # what somebody asks for stands in the subject of their own mail
        text = str(sent.body).lower()
        assert not [s.what for s in place.secrets if s.word in text and s.word not in own]


# The command line.


def with_a_reader(capsys: pytest.CaptureFixture[str]) -> set[str]:
    found = set()
    for name in COMMANDS:
        with pytest.raises(SystemExit):
            main([name, "--help"])
        if "--as" in capsys.readouterr().out:
            found.add(name)
    return found


def commands(place: Place, questions: Path) -> dict[str, list[list[str]]]:
    """For each command with a reader what anybody could type."""
    there = [f"/moede/{one.pk}" for one in place.meetings] + [f"/punkt/{one.pk}" for one in place.items]
    there += [f"/dokument/{pk}/side/{number}" for pk, number, _ in place.pages]
    there += [f"/dokument/{one.pk}" for one in place.versions]
    return {
        "search": [[COMMON, "--limit", "100"], ["fyrtårnsvej"], [*[COMMON], "--sort", "date"]]
        + [["køb", "--case", number] for number, _ in place.cases],
        "ask": [[f"Hvad koster {COMMON}?"], ["Hvad blev vedtaget om fyrtårnsvejen?"]],
        "case": [[number] for number, _ in place.cases],
        "show": [[address] for address in there],
        "workload": [["--organization", name, "--year", "2031"] for name in BODIES],
        "coverage": [[]],
        "corrections": [[], ["--check"]],
        "harvest": [["--status"], ["127.0.0.1"]],
        "evaluate": [[str(questions)]],
        "feedback": [[]],
        "model": [["--status"]],
    }


WRITES = {"import", "publish"}
"""They show nothing but what they were given; who may not is refused."""


@pytest.fixture
def questions(place: Place, tmp_path: Path) -> Path:
    """What `evaluate` asks: it tells of what it missed."""
    file = tmp_path / "questions.tsv"
    rows = [f"Hvad koster {secret.word[:5]}?\tx.pdf\t1\tx" for secret in place.secrets]
    file.write_text("question\tsource_file\tpages\tanswer\n" + "\n".join(rows), encoding="utf-8")
    return file


def test_every_command_with_a_reader_has_its_rule(
    place: Place, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert with_a_reader(capsys) == set(commands(place, questions)) | WRITES


@pytest.mark.parametrize("who", SEATS)
def test_no_command_tells_more(
    place: Place, questions: Path, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    leaks = []
    for name, lines in commands(place, questions).items():
        for line in lines:
            for form in ([], ["--json"]):
                main([name, *line, *form, "--as", who])
                told = "".join(capsys.readouterr()).lower()
                leaks += [f"{s.what}: {name} {line}" for s in place.hidden_from(SEATS[who]) if s.word in told]
    assert leaks == []


@pytest.mark.parametrize("who", SEATS)
def test_the_command_line_counts_like_the_fixture(
    place: Place, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["search", COMMON, "--json", "--as", who])
    mine = [owner for _, owner, *_ in place.passages if place.may(owner, SEATS[who])]
    assert json.loads(capsys.readouterr().out)["total"] == len(mine)
