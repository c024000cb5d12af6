"""Acadre's shape: tables inside tables, and of each its fields by name."""

from lxml import etree

from raadhus.parsing.sources._xml import child, children, content


def tables(node: etree._Element | None, name: str) -> list[etree._Element]:
    """Return the tables of that name right inside `node`."""
    return [one for one in children(node, "table") if one.get("name") == name]


def table(node: etree._Element | None, name: str) -> etree._Element | None:
    return next(iter(tables(node, name)), None)


def field(node: etree._Element | None, name: str) -> str:
    """Return what the table's field of that name holds, as it stands there; "" when there is none."""
    for one in children(child(node, "fields"), "field"):
        if one.get("name") == name:
            return content(one).strip()
    return ""


def number_in(text: str) -> float:
    """Return the number to sort by; what has none comes last, in its own order."""
    text = text.strip()
    return int(text) if text.isdecimal() and len(text) < 12 else float("inf")
