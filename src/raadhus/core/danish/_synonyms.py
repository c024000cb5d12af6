"""Words that stand for each other in a town hall's papers. Few, and none that is about one municipality."""

GROUPS = (
    "højst maksimalt maks max maksimum overstige højest",
    "mindst minimum minimalt min",
    "koste pris udgift omkostning",
    "løn vederlag honorar aflønning",
    "formand forperson formandskab",
    "næstformand næstforperson",
    "opkald telefonopkald henvendelse",
    "udløbe ophøre udløb slutte",
    "begynde starte start opstart igangsætte påbegynde",
    "vedtage godkende tiltræde beslutte",
    "forkaste afvise afslå",
    "udsætte udskyde",
    "ansat medarbejder",
    "årlig år årligt",
    "deltage deltager deltagelse",
    "afsætte bevilge bevilling",
    "lang længde varighed",
    "stor størrelse omfang",
    "gammel alder",
    "senest frist",
    "by kommune",
    "skole folkeskole",
    "borger indbygger",
    "plejehjem plejecenter",
    "daginstitution dagtilbud børnehave vuggestue",
    "medlem mandat",
    "finansiere finansiering",
    "forslag indstilling",
    "anbefale indstille",
)

_BY_WORD: dict[str, tuple[str, ...]] = {}
for _group in GROUPS:
    for _word in _group.split():
        _others = tuple(other for other in _group.split() if other != _word)
        _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), *_others)


def synonyms(base: str) -> tuple[str, ...]:
    """Other lemmas that may stand where `base` is asked for."""
    return _BY_WORD.get(base, ())
