"""The page of questions: asked, leant on, judged, passed on, drafted from; and who sees what of it."""

import io
import json
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document as Word

from raadhus.conversation.models import Question, SharedQuestion, Verdict
from raadhus.organisation.models import Membership, Person, User
from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import SECRET, Town

Shown = Callable[[str], str]
OPEN, CLOSED = "Hvad koster den nye svømmehal?", f"Hvad blev besluttet om køb af {SECRET}?"


@pytest.fixture
def bo(town: Town) -> Client:
    """A member of the council, like Anna."""
    return member(town, "bo")


def member(town: Town, name: str) -> Client:
    person = Person.objects.create(body=town.body, name=name.capitalize())
    Membership.objects.create(person=person, organization=town.council)
    client = Client()
    client.force_login(User.objects.create_user(name, person=person))
    return client


@pytest.fixture
def citizen(town: Town) -> Client:
    """Has an account, and a seat nowhere."""
    client = Client()
    client.force_login(User.objects.create_user("ida"))
    return client


def asked(client: Client, question: str, **more: str) -> str:
    return client.post("/spoerg", {"q": question, **more}, follow=True).content.decode()


def shared(client: Client, question: str, to: str) -> str:
    client.post("/spoerg/del", {"q": question, "til": to})
    return SharedQuestion.objects.latest("pk").get_absolute_url()


def test_carla_sees_the_answer_its_source_and_the_way_to_the_page(town: Town, shown: Shown) -> None:
    page = shown(f"/spoerg?q={OPEN}")

    assert "84 mio. kr." in page
    assert 'href="#kilde-1"' in page
    assert 'id="kilde-1"' in page
    assert f"/dokument/{town.version.pk}/side/1" in page or f"/dokument/{town.open_version.pk}/side/1" in page
    assert "Vis hele siden" in page
    assert not Question.objects.exists()


def test_a_leaning_question_is_shown_whole_and_can_be_asked_as_typed(town: Town, shown: Shown) -> None:
    page = unescape(shown("/spoerg?q=hvem+stemte+imod%3F&efter=Hvad+blev+besluttet+om+svømmehallen%3F"))

    assert "Du skrev »hvem stemte imod?«" in page
    assert "Hvem stemte imod forslaget om svømmehallen?" in page
    assert 'value="Hvem stemte imod forslaget om svømmehallen?"' in page
    assert "Du skrev" not in shown("/spoerg?q=hvem+stemte+imod%3F&efter=Hvad+koster+broen%3F&ordret=1")


def test_a_refusal_says_what_was_searched_and_where_to_go(town: Town, shown: Shown) -> None:
    page = shown("/spoerg?q=Hvornår+lander+rumraketten%3F")

    assert "Det står der ikke noget om" in page
    assert "Der er søgt efter" in page
    assert "/soeg?q=" in page
    assert "/spoerg/forespoergsel?q=" in page


def test_a_question_of_an_account_stands_at_a_number_not_in_the_address(town: Town, anna: Client) -> None:
    answer = anna.post("/spoerg", {"q": CLOSED})
    mine = Question.objects.get()

    assert answer["Location"] == reverse("own-question", args=[mine.pk])
    page = anna.get(answer["Location"]).content.decode()
    assert SECRET in page
    assert f"/spoerg/forespoergsel?mit={mine.pk}" in page
    assert "no-store" in anna.get(answer["Location"])["Cache-Control"]


def test_what_leant_is_told_after_the_redirect_and_not_to_the_next_reader(town: Town, anna: Client) -> None:
    page = unescape(asked(anna, "hvorfor?", efter="Hvad blev besluttet om svømmehallen?"))
    assert "Du skrev »hvorfor?«" in page
    assert Question.objects.get().text == "Hvad er begrundelsen for beslutningen om svømmehallen?"
    again = anna.get(reverse("own-question", args=[Question.objects.get().pk])).content.decode()
    assert "Du skrev" not in again
    assert "latest-question" not in anna.session


def test_the_glossary_speaks_english_to_those_who_read_it(town: Town, carla: Client) -> None:
    carla.post(reverse("set_language"), {"language": "en", "next": "/ordbog"})
    page = unescape(carla.get("/ordbog").content.decode())
    assert "A citizen or an association appears before a committee" in page
    assert '<dt lang="da">foretræde</dt>' in page


@pytest.mark.parametrize("who", ["carla", "citizen", "mette", "bo"])
def test_annas_questions_are_shown_to_nobody_else(
    town: Town, anna: Client, who: str, request: pytest.FixtureRequest
) -> None:
    asked(anna, CLOSED)
    other = request.getfixturevalue(who)

    assert other.get(reverse("own-question", args=[Question.objects.get().pk])).status_code == 404
    page = other.get("/spoerg/mine", follow=True).content.decode()
    assert SECRET not in page
    number = Question.objects.get().pk
    other.post("/spoerg/mine", {"handling": "slet", "nummer": str(number)})
    other.post("/spoerg/mine", {"handling": "slet-alle"})
    assert Question.objects.filter(pk=number).exists()
    assert SECRET not in other.get(f"/spoerg/forespoergsel?mit={number}", follow=True).content.decode()


def test_an_administrator_sees_nobodys_questions(town: Town, anna: Client) -> None:
    asked(anna, OPEN)
    root = Client()
    root.force_login(User.objects.create_superuser("root"))

    assert "svømmehal" not in root.get("/spoerg/mine").content.decode()
    assert root.get(reverse("own-question", args=[Question.objects.get().pk])).status_code == 404


def test_anna_forgets_one_question_and_then_all(town: Town, anna: Client) -> None:
    for question in (OPEN, "Hvad koster broen?", "Hvad koster tårnet?"):
        asked(anna, question)
    anna.post("/spoerg/mine", {"handling": "slet", "nummer": str(Question.objects.get(text=OPEN).pk)})
    assert Question.objects.count() == 2
    anna.post("/spoerg/mine", {"handling": "slet-alle"})
    assert not Question.objects.exists()


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30])
def test_a_strange_number_deletes_nothing(town: Town, anna: Client, number: str) -> None:
    asked(anna, OPEN)
    assert anna.post("/spoerg/mine", {"handling": "slet", "nummer": number}).status_code == 404
    assert Question.objects.exists()


def test_a_link_for_everyone_is_asked_again_for_each(town: Town, anna: Client, carla: Client) -> None:
    address = shared(anna, OPEN, "alle")
    page = carla.get(address).content.decode()

    assert "svømmehal" not in address
    assert "84 mio. kr." in page
    assert "delt med dig" in page


@pytest.mark.parametrize(
    ("who", "status"), [("carla", 404), ("citizen", 404), ("mette", 404), ("bo", 200), ("anna", 200)]
)
def test_a_link_on_something_closed_opens_for_the_council_alone(
    town: Town, anna: Client, who: str, status: int, request: pytest.FixtureRequest
) -> None:
    address = shared(anna, CLOSED, str(town.council.pk))
    answer = request.getfixturevalue(who).get(address)

    assert answer.status_code == status
    assert (SECRET in answer.content.decode()) == (status == 200)


def test_what_stands_on_something_closed_cannot_be_shared_with_everyone(town: Town, anna: Client) -> None:
    anna.post("/spoerg/del", {"q": CLOSED, "til": "alle"})
    assert not SharedQuestion.objects.exists()
    assert "ikke alle må se det" in anna.get("/spoerg/mine").content.decode()


def test_what_is_closed_later_closes_its_link(town: Town, anna: Client, carla: Client) -> None:
    address = shared(anna, OPEN, "alle")
    assert carla.get(address).status_code == 200
    for version in (town.version, town.open_version):
        for page in version.pages.all():
            page.passages.update(closed=True)

    assert carla.get(address).status_code == 404


def test_a_link_to_a_question_not_answered_is_for_its_body_alone(
    town: Town, anna: Client, mette: Client
) -> None:
    address = shared(anna, f"Hvornår lander rumraketten {SECRET}?", str(town.council.pk))
    assert mette.get(address).status_code == 404


@pytest.mark.parametrize("to", ["", "0", "x"])
def test_a_link_needs_an_audience_of_ones_own(town: Town, mette: Client, to: str) -> None:
    mette.post("/spoerg/del", {"q": OPEN, "til": to})
    mette.post("/spoerg/del", {"q": OPEN, "til": str(town.council.pk)})
    assert not SharedQuestion.objects.exists()


def test_where_nothing_is_kept_no_link_is_offered(town: Town, anna: Client, settings: Any) -> None:
    settings.RAADHUS_HISTORY_DAYS = 0
    answer = anna.post("/spoerg", {"q": CLOSED})
    page = anna.get(answer["Location"]).content.decode()

    assert SECRET in page
    assert "Del som link" not in page
    assert "Link, der kan deles" not in page
    assert not Question.objects.exists()


def test_anna_ends_a_link(town: Town, anna: Client, carla: Client) -> None:
    address = shared(anna, OPEN, "alle")
    anna.post("/spoerg/mine", {"handling": "luk", "nummer": str(SharedQuestion.objects.get().pk)})
    assert carla.get(address).status_code == 404


def test_a_thumb_is_kept_once_and_taken_back(town: Town, anna: Client, mette: Client) -> None:
    for said in ("ja", "nej"):
        anna.post(
            "/spoerg/vurdering", {"q": OPEN, "hjalp": said, "grund": "incomplete", "bemaerkning": "Prisen"}
        )
    verdict = Verdict.objects.get()
    assert (verdict.helpful, verdict.reason, verdict.comment) == (False, "incomplete", "Prisen")

    mette.post("/spoerg/mine", {"handling": "fortryd", "nummer": str(verdict.pk)})
    assert Verdict.objects.exists()
    anna.post("/spoerg/mine", {"handling": "fortryd", "nummer": str(verdict.pk)})
    assert not Verdict.objects.exists()


def test_strangers_give_no_thumbs_and_a_forged_form_none(town: Town, carla: Client) -> None:
    carla.post("/spoerg/vurdering", {"q": OPEN, "hjalp": "ja"})
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(town.anna)
    for address, told in (
        ("/spoerg", {"q": OPEN}),
        ("/spoerg/vurdering", {"q": OPEN, "hjalp": "ja"}),
        ("/spoerg/del", {"q": OPEN, "til": "alle"}),
        ("/spoerg/mine", {"handling": "slet-alle"}),
        ("/spoerg/stroem", {"q": OPEN}),
    ):
        assert careful.post(address, told).status_code == 403, address
    assert not Verdict.objects.exists()
    assert not Question.objects.exists()


def test_a_draft_cites_what_is_known_and_says_what_is_missing(town: Town, shown: Shown) -> None:
    known = shown(f"/spoerg/forespoergsel?q={OPEN}")
    assert "10-dages forespørgsel" in known
    assert "27. august 2025" in known
    assert "side 1" in known
    assert "mailto:?subject=" in known
    missing = shown("/spoerg/forespoergsel?q=Hvornår+lander+rumraketten%3F&til=udvalg")
    assert "Jeg har søgt efter" in missing
    assert "udvalgets næste møde" in missing
    assert Reading(missing).problems() == []


def test_a_draft_on_something_closed_says_so_and_is_not_mailed(
    town: Town, anna: Client, carla: Client
) -> None:
    page = anna.get("/spoerg/forespoergsel", {"q": CLOSED}).content.decode()
    assert "FORTROLIGT" in page
    assert "mailto:" not in page
    file = anna.post("/spoerg/forespoergsel", {"q": CLOSED, "brev": "Kære afdeling"})
    word = Word(io.BytesIO(file.content))
    assert "FORTROLIGT" in word.sections[0].header.paragraphs[0].text
    assert "fortroligt" in file["Content-Disposition"]
    assert "FORTROLIGT" not in carla.get("/spoerg/forespoergsel", {"q": CLOSED}).content.decode()


def test_a_changed_draft_comes_as_a_word_file(town: Town, carla: Client) -> None:
    file = carla.post("/spoerg/forespoergsel", {"q": OPEN, "brev": "Kære afdeling\r\n\r\nHvad nu?\x0b"})
    texts = [paragraph.text for paragraph in Word(io.BytesIO(file.content)).paragraphs]

    assert texts[1:] == ["Kære afdeling", "Hvad nu?"]


def streamed(answer: Any) -> dict[str, str]:
    """The last line of a stream."""
    return dict(json.loads(b"".join(answer.streaming_content).decode().splitlines()[-1]))


def test_the_stream_ends_with_the_whole_part(town: Town, carla: Client, anna: Client) -> None:
    last = streamed(carla.get("/spoerg/stroem", {"q": OPEN}))
    assert "84 mio. kr." in last["html"]
    assert last["address"].startswith("/spoerg?q=")
    last = streamed(anna.post("/spoerg/stroem", {"q": OPEN}))
    assert last["address"] == reverse("own-question", args=[Question.objects.get().pk])
    assert carla.get("/spoerg/stroem").status_code == 400


def test_the_words_of_the_trade_stand_where_they_are_used_and_on_a_page(town: Town, shown: Shown) -> None:
    page = shown(reverse("item", args=[town.roads.pk]))
    assert '<details class="rh-term"><summary>indstillingen</summary>' in page
    words = shown("/ordbog")
    assert 'id="foretraede"' in words
    assert "§ 23" in words


@pytest.mark.parametrize(
    "query", ["q=" + "x" * 301, "q=%00", "q=&efter=x", "efter=%F0%9F%92%A9&q=og+i+2024", "q=%20"]
)
def test_a_strange_question_is_no_error(town: Town, carla: Client, query: str) -> None:
    answer = carla.get(f"/spoerg?{query}")
    assert answer.status_code == 200
    assert Reading(answer.content.decode()).problems() == []


def test_a_question_made_too_long_is_cut_and_still_stands_at_its_number(town: Town, anna: Client) -> None:
    before = f"Hvad blev besluttet om {'den lange cykelsti ' * 14}?"
    answer = anna.post("/spoerg", {"q": "hvem stemte imod?", "efter": before})

    assert answer["Location"] == reverse("own-question", args=[Question.objects.get().pk])
    assert len(Question.objects.get().text) <= 300


def test_a_question_too_long_is_kept_in_the_field(town: Town, carla: Client) -> None:
    page = carla.get("/spoerg", {"q": "hvad " * 100}).content.decode()
    assert "for langt" in page
    assert "hvad hvad" in page
