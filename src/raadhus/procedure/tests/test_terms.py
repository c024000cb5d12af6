"""The words of the trade: explained, sourced, and found where they stand."""

from raadhus.procedure.terms import terms, terms_in


def found(text: str) -> list[tuple[str, str]]:
    return [(one.term.word, text[one.start : one.end]) for one in terms_in(text)]


def test_every_word_is_explained_with_its_source_in_both_languages() -> None:
    assert len(terms()) >= 35
    for term in terms():
        assert term.explanation.endswith("."), term.word
        assert term.in_english.endswith("."), term.word
        assert term.source
        assert term.english
        assert term.forms
    assert len({term.key for term in terms()}) == len(terms())


def test_no_form_belongs_to_two_words() -> None:
    forms = [form.lower() for term in terms() for form in term.forms]
    assert len(forms) == len(set(forms))


def test_words_are_found_in_their_forms_each_once() -> None:
    text = "Indstillingen kan ikke tiltrædes. Redegørelsen tages til\nefterretning, og sagen oversendes."
    assert found(text) == [
        ("indstilling", "Indstillingen"),
        ("tiltrådt", "kan ikke tiltrædes"[9:]),
        ("til efterretning", "til\nefterretning"),
        ("oversendt", "sagen oversendes"),
    ]


def test_the_longest_form_counts() -> None:
    assert found("Byrådet giver en tillægsbevilling.") == [("tillægsbevilling", "tillægsbevilling")]
    assert found("Et § 17, stk. 4-udvalg nedsættes.") == [("§ 17, stk. 4-udvalg", "§ 17, stk. 4-udvalg")]


def test_sent_on_is_sent_to_a_body_and_not_to_whom_one_may_ask() -> None:
    assert found("Fremsendes til Klit- og Havneudvalget.") == [
        ("fremsendt", "Fremsendes til Klit- og Havneudvalget")
    ]
    assert found("Sagen er henvist til Teknisk Udvalg.")[0][1] == "henvist til Teknisk Udvalg"
    assert found("For spørgsmål henvises til chefen for havnen.") == []


def test_a_word_within_another_is_not_it() -> None:
    assert found("Udsatte børn og tilhøringsforhold; spiritusbevillingen.") == []


def test_words_stand_in_the_order_of_the_danish_alphabet() -> None:
    words = [term.word for term in terms()]
    assert words.index("økonomiudvalg") > words.index("underskriftsside")
