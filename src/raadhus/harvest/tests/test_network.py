"""Where requests may go, and how long is waited: values in, values out."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from raadhus.harvest import _network
from raadhus.harvest._network import origin_of
from raadhus.harvest._waiting import Manners, waits
from raadhus.harvest.answers import NotNow
from raadhus.harvest.fetching import Client
from raadhus.harvest.listing import NoList, read_list
from raadhus.harvest.tests.standin import hjelmsund, serving

QUICK = Manners("Raadhus/test", pause=0, wait=0)


@pytest.mark.parametrize(
    ("typed", "origin"),
    [
        ("dagsordener.hjelmsund.dk", "https://dagsordener.hjelmsund.dk"),
        (" https://Dagsordener.Hjelmsund.dk/vis?id=3#x ", "https://dagsordener.hjelmsund.dk"),
        ("http://127.0.0.1:8123/", "http://127.0.0.1:8123"),
        ("https://rådhus.hjelmsund.dk:443", "https://xn--rdhus-mra.hjelmsund.dk"),
        ("http://[::1]:81", "http://[::1]:81"),
    ],
)
def test_an_address_is_taken_as_people_write_it(typed: str, origin: str) -> None:
    assert origin_of(typed) == origin


@pytest.mark.parametrize(
    "typed",
    ["", "ftp://hjelmsund.dk", "https://", "https://anna:kode@hjelmsund.dk", "http://a:99999", "http://[x"],
)
def test_what_is_no_address_is_refused(typed: str) -> None:
    with pytest.raises((ValueError, UnicodeError)):
        origin_of(typed)


@pytest.mark.parametrize(
    "machine", ["127.0.0.1", "10.0.0.7", "192.168.1.1", "169.254.169.254", "::1", "fd00::1"]
)
def test_a_public_name_is_not_followed_into_a_closed_network(
    monkeypatch: pytest.MonkeyPatch, machine: str
) -> None:
    """The name was public when it was given; now it stands for a machine of our own."""
    monkeypatch.setattr(_network, "machines_of", lambda _host: ["93.184.216.34", machine])
    with serving(hjelmsund()) as host:
        port = host.address.rsplit(":", 1)[1]
        client = Client(f"http://hjelmsund.example:{port}", QUICK, private=False)
        with client, pytest.raises(NotNow, match="lukket net"):
            client.greet()
        assert host.asked == []


def test_the_name_is_asked_for_at_the_machine_that_was_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_network, "machines_of", lambda _host: ["127.0.0.1"])
    with serving(hjelmsund()) as host:
        port = host.address.rsplit(":", 1)[1]
        with Client(f"http://hjelmsund.example:{port}", QUICK, private=True) as client:
            client.greet()
        assert [path for path, _ in host.asked] == ["/robots.txt", "/"]


def test_the_wait_grows_and_is_at_least_what_was_asked_for() -> None:
    manners = Manners("Raadhus/test", wait=2)
    assert [waits(attempt, None, manners) for attempt in (1, 2, 3)] == [2, 4, 8]
    assert waits(1, "90", manners) == 90
    assert waits(1, "snart", manners) == waits(1, "-5", manners) == 2
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    assert 50 < waits(1, later, manners) <= 60


def test_the_list_is_read_through_periods_and_groups(tmp_path: Path) -> None:
    file = tmp_path / "list.json"
    file.write_text(
        """{"Udvalg": [{"Navn": "Havneudvalget", "Grupper": [{"Navn": "2031", "Moeder": [
        {"Id": "a-1", "Dato": "2031-10-01T23:30:00Z", "Navn": "Referat\\u001b[2J\\u0000 \\ud800"},
        {"Id": "../x", "Dato": "2031-10-01"},
        {"Id": "a-2", "Dato": "i morgen"}]}]}]}"""
    )
    told = [(one.remote_id, one.committee, one.title, str(one.day)) for one in read_list(file)]
    assert told == [
        ("a-1", "Havneudvalget", "Referat [2J", "2031-10-02"),
        ("a-2", "Havneudvalget", "", "None"),
    ]


@pytest.mark.parametrize("text", ["", "<html>", "[]", '{"Udvalg": 3}', '{"Moeder": []}', "[" * 100_000])
def test_what_is_no_list_is_none(tmp_path: Path, text: str) -> None:
    file = tmp_path / "list.json"
    file.write_text(text)
    with pytest.raises(NoList):
        read_list(file)
