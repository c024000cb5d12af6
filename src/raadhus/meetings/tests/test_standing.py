import pytest

from raadhus.meetings.standing import is_standing


@pytest.mark.parametrize(
    "title",
    [
        "Godkendelse af dagsorden",
        "Godkendelse af referat fra mødet den 3. september 2031",
        "Dagsorden",
        "Referat fra sidste udvalgsmøde",
        "Sager på vej til byrådet",
        "Eventuelt",
        "Evt.",
        "Bordrunde",
    ],
)
def test_what_stands_on_every_agenda(title: str) -> None:
    assert is_standing(title)


@pytest.mark.parametrize(
    "title", ["Godkendelse af lokalplan 1204", "Ny svømmehal", "Evaluering af forsøg", "Dagsordenssag", ""]
)
def test_what_is_work(title: str) -> None:
    assert not is_standing(title)
