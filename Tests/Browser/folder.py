"""A site as it lies in a folder: its pages, what kinds of page they are, and what their source refers to."""

from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit


class Source(HTMLParser):
    """The ids, addresses and sections of a page as it was written."""

    def __init__(self, text):
        super().__init__()
        self.ids = set()
        self.addresses = []
        self.marks = set()
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

    def target(self, page, address):
        """The file and the fragment that an address on a page leads to; no file where it leaves the disk."""
        address, fragment = urldefrag(address)
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None, fragment
        path = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path
        return path, unquote(fragment)
