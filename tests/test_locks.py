"""The lock files hold all that is asked for, with hashes, and say no address to download from."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-node.lock"]


def locked(name: str) -> dict[str, str]:
    """Every package of a lock file with its version."""
    return dict(re.findall(r"(?m)^([a-z0-9.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8")))


def asked(dependencies: list[str]) -> set[str]:
    """The names in a list of requirements, as lock files spell them; our own left out."""
    names = {re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0].lower() for line in dependencies}
    return names - {"raadhus"}


@pytest.fixture(scope="module")
def project() -> dict[str, dict[str, list[str]]]:
    project: dict[str, dict[str, list[str]]] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return project


def test_what_the_program_asks_for_is_locked(project: dict[str, dict[str, list[str]]]) -> None:
    runtime = asked([*project["dependencies"], *project["optional-dependencies"]["postgresql"]])

    assert runtime - set(locked("requirements.lock")) == set()


def test_what_the_checks_ask_for_is_locked(project: dict[str, dict[str, list[str]]]) -> None:
    assert asked(project["optional-dependencies"]["dev"]) - set(locked("requirements-dev.lock")) == set()


def test_checks_run_on_the_versions_that_people_get() -> None:
    everything = locked("requirements-dev.lock")

    assert locked("requirements.lock").items() <= everything.items()


@pytest.mark.parametrize("name", [*LOCKS, "package-lock.json"])
def test_a_lock_names_no_address(name: str) -> None:
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_package_has_a_hash(name: str) -> None:
    entries = re.split(r"(?m)^(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8"))[1:]

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_every_front_end_package_has_a_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert all(package.get("integrity") for name, package in packages.items() if name)
