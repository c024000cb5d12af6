"""Looking things up in a saved page by the class the page's script gave them."""

from lxml import etree


def has_class(node: etree._Element, name: str) -> bool:
    return name in str(node.get("class") or "").split()


def by_class(root: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of that class, in the page's order."""
    return [node for node in root.iter() if isinstance(node.tag, str) and has_class(node, name)]


def first(root: etree._Element, name: str, *, inside: etree._Element | None = None) -> etree._Element | None:
    return next(iter(by_class(root if inside is None else inside, name)), None)


def words(node: etree._Element | None) -> str:
    """Return the element's words on one line; "" for none."""
    return "" if node is None else " ".join("".join(map(str, node.itertext())).split())
