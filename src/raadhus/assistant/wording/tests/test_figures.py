"""One figure in many ways of writing it is the same figure; another is not."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.assistant.wording.checks import Claim, Evidence, Quote, Source
from raadhus.assistant.wording.checks._figures import figures_in
from raadhus.assistant.wording.checks._numbers import check
from raadhus.core.times import MONTHS, written

DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
KRONER = st.integers(1, 9_999_999_999)


def borne_out(claim: str, by: str) -> bool:
    return check(Claim(claim), Evidence((Quote(Source(1, by), 0, len(by)),))) is None


def dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def ways(day: date) -> list[str]:
    return [
        written(day),
        f"den {day.day}. {MONTHS[day.month - 1]} {day.year}",
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day}/{day.month}-{day.year}",
        f"{day:%Y-%m-%d}",
    ]


@given(DAYS)
def test_a_day_is_the_same_in_every_way_to_write_it(day: date) -> None:
    for one in ways(day):
        for other in ways(day):
            assert borne_out(f"Mødet er {one} i salen", by=f"Det holdes {other} på rådhuset"), (one, other)


@given(DAYS, DAYS)
def test_another_day_is_another_day(day: date, other: date) -> None:
    if day != other:
        for one in ways(day):
            assert not borne_out(f"Mødet er {one} i salen", by=f"Det holdes {written(other)} på rådhuset")


@given(DAYS)
def test_a_day_bears_out_its_month_its_year_and_its_weekday(day: date) -> None:
    by = f"Mødet holdes {written(day)} på rådhuset"
    assert borne_out(f"i {MONTHS[day.month - 1]} {day.year}", by=by)
    assert borne_out(f"i {day.year} og den {day.day}. {MONTHS[day.month - 1]}", by=by)
    assert not borne_out(f"i {MONTHS[day.month - 1]} {day.year + 1}", by=by)
    assert not borne_out(written(day), by=f"Mødet er i {MONTHS[day.month - 1]} {day.year}")


@given(KRONER)
def test_an_amount_is_the_same_with_and_without_dots(amount: int) -> None:
    for one in (
        f"{amount} kr.",
        f"{dotted(amount)} kr.",
        f"{dotted(amount)},00 kr.",
        f"kr. {dotted(amount)}",
        f"{amount} kroner",
    ):
        assert borne_out(f"Det koster {one}", by=f"Prisen er {dotted(amount)} kr. i alt"), one


@given(st.integers(1, 99_999))
def test_an_amount_is_the_same_in_millions_and_thousands(thousands: int) -> None:
    amount = thousands * 1000
    millions = f"{Decimal(thousands) / 1000:f}".replace(".", ",")
    for one in (
        f"{millions} mio. kr.",
        f"{millions} millioner kr.",
        f"{thousands} t.kr.",
        f"{thousands} tusinde kr.",
    ):
        assert borne_out(f"Det koster {one}", by=f"Prisen er {dotted(amount)} kr. i alt"), one
        assert borne_out(f"Det koster {dotted(amount)} kr.", by=f"Prisen er {one} i alt"), one


@given(KRONER, KRONER)
def test_another_amount_is_another_amount(amount: int, other: int) -> None:
    assert borne_out(f"Det koster {dotted(amount)} kr.", by=f"Prisen er {dotted(other)} kr.") is (
        amount == other
    )


@given(st.integers(1, 100), st.integers(0, 9))
def test_a_share_is_no_amount_and_no_count(whole: int, tenth: int) -> None:
    share = f"{whole},{tenth}" if tenth else str(whole)
    for one in (f"{share} %", f"{share}%", f"{share} pct.", f"{share} procent"):
        assert borne_out(f"Det steg {one} i alt", by=f"Stigningen er på {share} procent")
        assert not borne_out(f"Det steg {one} i alt", by=f"Stigningen er på {share} kr. om ugen")
        assert not borne_out(f"Det steg {one} i alt", by=f"Der er {share} både i havnen")


@given(st.integers(0, 23), st.integers(0, 59))
def test_a_time_is_the_same_with_a_dot_and_a_colon(hour: int, minute: int) -> None:
    by = f"Mødet begynder kl. {hour}.{minute:02} i salen"
    assert borne_out(f"klokken {hour}:{minute:02}", by=by)
    assert not borne_out(f"klokken {hour}:{(minute + 1) % 60:02}", by=by)


@pytest.mark.parametrize(
    ("claim", "by", "stands"),
    [
        ("efter § 17, stk. 4", "jf. § 17 stk. 4 i loven", True),
        ("efter § 17", "jf. § 17, stk. 4", True),
        ("efter § 17, stk. 4", "jf. § 17", False),
        ("efter § 17, stk. 4", "jf. § 17, stk. 5", False),
        ("sag EMN-2031-000123", "Sagsnr. EMN 2031 123456 og emn-2031-000123", False),
        ("sag EMN-2031-000123", "Sagsnr. EMN-2031-000123", True),
        ("tre medlemmer", "der er 3 medlemmer", True),
        ("3 medlemmer", "der er tre medlemmer", True),
        ("fire medlemmer", "der er 3 medlemmer", False),
        ("Den koster 450 kr.", "Beløb i 1.000 kr.\nRensning 450\n", False),
        ("Den koster 450.000 kr.", "Beløb i kr.\nRensning 450.000\n", True),
        ("Den koster 412 kr.", "Den har 412 både og koster 3 kr.", False),
        ("på tirsdag", "den 4. marts 2031", True),
        ("på onsdag", "den 4. marts 2031", False),
        ("den 27. august", "frist 27/8", True),
        ("i marts", "den 4. april 2031", False),
        ("412 besøgende", "412,5 besøgende", False),
    ],
)
def test_figures_of_other_kinds(claim: str, by: str, *, stands: bool) -> None:
    assert borne_out(claim, by=by) is stands


@given(st.text(st.sampled_from("0123456789.,/-: §%kr.miostajnufebKl§EMN "), max_size=60))
def test_any_text_is_borne_out_by_itself(text: str) -> None:
    figures = figures_in(text)
    assert all(0 <= figure.start < figure.end <= len(text) for figure in figures)
    assert borne_out(text, by=text)
