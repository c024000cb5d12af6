"""Reading a page as a machine does: its parts, its links, and what makes it hard to use."""

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "img", "br", "hr", "use", "line", "rect"}


class Reading(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.language: str | None = None
        self.headings: list[int] = []
        self.links: set[str] = set()
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.controls: list[str] = []
        self.landmarks: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        if self._open:
            self.faults.append(f"never closed: {self._open}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given.get("lang")
        if tag in {"main", "header", "footer", "nav"}:
            self.landmarks.append(tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self.headings.append(int(tag[1]))
        if tag == "a" and (link := given.get("href")):
            self.links.add(link)
        if tag == "img":
            if given.get("alt") is None:
                self.faults.append("img without alt")
            self.links.add(given.get("src") or "")
        if tag == "label":
            self.labelled.add(given.get("for") or "")
        if tag in {"input", "select", "textarea"} and given.get("type") != "hidden":
            self.controls.append(given.get("id") or "no id")
        inline = tag == "style" or (tag == "script" and not given.get("src"))
        if "style" in given or inline or any(name.startswith("on") for name in given):
            self.faults.append(f"inline style or script in {tag}")
        if identifier := given.get("id"):
            self.ids.append(identifier)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"</{tag}> out of place")

    def problems(self) -> list[str]:
        """What makes the page invalid or hard to use; empty for a good one."""
        steps = zip(self.headings, self.headings[1:], strict=False)
        found = list(self.faults)
        found += [f"{self.headings.count(1)} h1"] if self.headings.count(1) != 1 else []
        found += [f"h{a} followed by h{b}" for a, b in steps if b > a + 1]
        found += [f"no label for {control}" for control in self.controls if control not in self.labelled]
        found += [f"id {one} twice" for one in set(self.ids) if self.ids.count(one) > 1]
        found += [f"no {name}" for name in ("main", "header", "footer", "nav") if name not in self.landmarks]
        return found
