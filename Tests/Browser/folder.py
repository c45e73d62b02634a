"""A site as it lies in a folder: its pages, what kinds of page they are, and what their source refers to."""

import os
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

# One page of every combination of sections besides the fewest pages that show every part.
EXHAUSTIVE = os.environ.get("VIGIE_EXHAUSTIVE", "0") != "0"
# Elements that hold nothing, so that no end tag follows.
VOID = {"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Source(HTMLParser):
    """The ids, addresses and sections of a page as it was written."""

    def __init__(self, text):
        super().__init__()
        self.ids = set()
        self.addresses = []
        self.marks = set()
        self.parts = set()
        self.around = ["", ""]
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.add(attributes["id"])
        for name in ("href", "src"):
            if attributes.get(name) is not None:
                self.addresses.append(attributes[name])
        # What a page is built from tells its kind: its sections and the sorts of thing in them, not how many there are.
        if tag == "section":
            self.marks.add("#" + (attributes.get("id") or ""))
        elif tag in ("table", "figure", "details", "form", "dl", "blockquote", "svg"):
            self.marks.add(tag + "." + (attributes.get("class") or ""))
        # What styles and scripts can tell apart: an element of a class within another, and what is said about it.
        part = tag + "." + (attributes.get("class") or "")
        self.parts.add((self.around[-1], part))
        self.parts.update((part, name) for name in attributes)
        if tag not in VOID:
            self.around.append(part)

    def handle_endtag(self, tag):
        while len(self.around) > 1 and not self.around.pop().startswith(tag + "."):
            pass


class Page:
    def __init__(self, folder, path):
        self.folder = folder
        self.path = path
        self.name = path.relative_to(folder).as_posix()
        self.address = path.as_uri()

    @cached_property
    def source(self):
        return Source(self.path.read_text(encoding="utf-8"))

    @property
    def kind(self):
        """Where a page lies and what it is built from."""
        return (Path(self.name).parent.as_posix(), frozenset(self.source.marks))

    @cached_property
    def features(self):
        """Where the page lies and everything that it is built from, by which pages are chosen."""
        folder, marks = self.kind
        return self.source.parts | marks | {folder}


def cover(pages, shown=frozenset()):
    """The fewest pages, nearly, that show everything which some page shows and which was not shown yet."""
    missing = set().union(*(page.features for page in pages)) - shown
    chosen = []
    while missing:
        best = max(pages, key=lambda page: len(page.features & missing))
        chosen.append(best)
        missing -= best.features
    return chosen


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.pages = [Page(self.folder, path) for path in sorted(self.folder.rglob("*.html"))]

    def page(self, name):
        return next(page for page in self.pages if page.name == name)

    @property
    def kinds(self):
        """The first page of every kind, found by what pages are built from, so that a new kind needs no list."""
        first = {}
        for page in self.pages:
            first.setdefault(page.kind, page)
        return list(first.values())

    @cached_property
    def sample(self):
        """Pages that show everything together that any page shows."""
        return list(dict.fromkeys([*cover(self.pages), *(self.kinds if EXHAUSTIVE else [])]))

    def news(self, earlier):
        """Pages that show what no page of earlier sites does, for checks that take long."""
        if EXHAUSTIVE:
            return self.sample
        return cover(self.pages, set().union(*(page.features for site in earlier for page in site.pages)))

    def target(self, page, address):
        """The file and the fragment that an address on a page leads to; no file where it leaves the disk."""
        address, fragment = urldefrag(address)
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None, fragment
        path = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
        return path, unquote(fragment)
