"""The floors of the house, as pyproject.toml lists them, hold for tables and for words too."""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Field, Model

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "src" / "raadhus"


def floors() -> list[list[str]]:
    """The packages floor by floor, from the top down; what import-linter holds the imports against."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[name.strip(" ()") for name in layer.split("|")] for layer in layers]


PACKAGES = [package for floor in floors() for package in floor]
HEIGHT = {package: len(floors()) - number for number, floor in enumerate(floors()) for package in floor}


def package_of(model: type[Model]) -> str | None:
    """The package of ours that a model stands in; None for Django's own."""
    project, _, rest = model.__module__.partition(".")
    return rest.split(".")[0] if project == "raadhus" else None


def ends_of(field: "Field[Any, Any]") -> list[type[Model]]:
    """The models a relation points to: its target, and the table between for many-to-many."""
    ends = [field.related_model, getattr(field.remote_field, "through", None)]
    return [end for end in ends if isinstance(end, type)]


def relations() -> list[tuple[str, str, str]]:
    """Every relation as (its name, package it starts from, package it points to)."""
    return [
        (f"{model._meta.label}.{field.name}", start, to)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields(include_hidden=True)
        if isinstance(field, Field) and field.remote_field is not None
        for end in ends_of(field)
        if (start := package_of(model)) and (to := package_of(end))
    ]


def test_every_relation_points_to_its_own_floor_or_a_lower_one() -> None:
    upward = [
        f"{name}: {start} -> {to}"
        for name, start, to in relations()
        if start != to and HEIGHT[start] <= HEIGHT[to]
    ]

    assert upward == []


def test_relations_are_found_at_all() -> None:
    names = {name for name, _, _ in relations()}

    assert "meetings.AgendaItem.meeting" in names
    assert "meetings.AgendaItem.case" in names


def test_every_package_of_the_house_has_its_floor() -> None:
    standing = {folder.parent.name for folder in HOUSE.glob("*/__init__.py")}

    assert standing == set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_says_its_purpose_in_the_first_line(package: str) -> None:
    source = (HOUSE / package / "__init__.py").read_text(encoding="utf-8")

    purpose = (ast.get_docstring(ast.parse(source)) or "").split("\n\n")[0]

    assert purpose.rstrip().endswith((".", "?")), f"{package} has no sentence of purpose"
    assert len(purpose) < 250


@pytest.mark.parametrize("package", PACKAGES)
def test_the_way_through_the_house_names_the_package(package: str) -> None:
    walk = (ROOT / "docs" / "way-through-the-house.md").read_text(encoding="utf-8")

    assert f"`{package}`" in walk
