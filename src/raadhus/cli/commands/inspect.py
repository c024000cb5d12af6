"""`raadhus inspect PATH`: what is in this file? Stores nothing."""

import argparse
from typing import Any

from raadhus.cli._output import print_json, say
from raadhus.core.text import displayable
from raadhus.parsing import Unreadable, as_contract, papers, read_paper


def run(arguments: argparse.Namespace) -> int:
    path = arguments.path
    shapes: list[Any] = []
    refused = []
    try:
        for paper in papers(path):
            if paper.loose:
                continue  # the manifest's own warning names it
            try:
                shapes.append(as_contract(read_paper(paper)))
            except Unreadable as unreadable:
                say(unreadable.reason)
                refused.append({"file": displayable(str(paper.path)), "reason": unreadable.reason})
    except Unreadable as unreadable:
        say(unreadable.reason)
        if arguments.json:
            print_json(_nothing_from(displayable(str(path)), unreadable.reason))
        return 1
    if arguments.json:
        print_json(_document(shapes, refused, displayable(str(path))))
    else:
        for shape in shapes:
            _print(shape)
    return 1 if refused else 0


def _document(shapes: list[Any], refused: list[dict[str, str]], path: str) -> dict[str, Any]:
    """One file gives its own shape; a folder of several gives them side by side."""
    if len(shapes) == 1 and not refused:
        return dict(shapes[0])
    if not shapes and len(refused) == 1:
        return _nothing_from(refused[0]["file"], refused[0]["reason"])
    return {"source": {"file": path}, "packages": shapes, "refused": refused}


def _nothing_from(file: str, reason: str) -> dict[str, Any]:
    return {
        "source": {"file": file},
        "meetings": [],
        "warnings": [],
        "refused": [{"file": file, "reason": reason}],
    }


def _print(shape: Any) -> None:
    source = shape["source"]
    print(f"{source['file']}: {source['format']}, {source['pages']} sider")
    for meeting in shape["meetings"]:
        print(
            f"  {meeting['organization'] or 'ukendt organ'} {meeting['start'] or 'uden dato'}"
            f" ({meeting['kind']}, {meeting['role']})"
        )
        for item in meeting["items"]:
            outcome = f" [{item['outcome']}]" if item["outcome"] else ""
            print(f"    {item['number']}. {item['title'] or '(' + item['visibility'] + ')'}{outcome}")
    for warning in shape["warnings"]:
        print(f"  advarsel, side {warning['page']}: {warning['message']}")
