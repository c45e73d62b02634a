"""A visit opens each page once and looks at it in every way that is asked for, since opening takes longest."""

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
PLAIN = {"media": "screen", "color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}


class Look:
    """A check of an open page, seen in one way: what it finds in the page, one line a fault."""

    def __init__(self, find, name=None, viewport=DESK, **media):
        self.find = find
        self.name = name or find.__name__
        self.viewport = viewport
        self.media = {**PLAIN, **media}

    def at(self, page):
        page.set_viewport_size(self.viewport)
        page.emulate_media(**self.media)
        return self.find(page)

    def __call__(self, browser, site, pages=None):
        """The faults on pages that are visited for this look alone."""
        return visit(browser, pages or site.sample, [self]).faults(self)


def look(**view):
    """Makes a look of what finds faults in an open page."""
    return lambda find: Look(find, **view)


class Visit:
    """What was found on pages, by look, and what went on meanwhile that should not."""

    def __init__(self):
        self.found = {}
        self.said = []

    def faults(self, look):
        return [f"{page.name}, {look.name}: {what}" for page, found in self.found[look].items() for what in found]


def visit(browser, pages, looks, **options):
    """Opens pages one after the other and looks at each in turn; a look may change what later ones do not see.

    Whatever the pages say, run or ask for beyond their own folder is kept in `said`.
    """
    seen = Visit()
    seen.found = {look: {} for look in looks}
    context = browser.new_context(viewport=DESK, **options)
    page = context.new_page()
    now = [None]

    def fault(what):
        seen.said.append(f"{now[0].name}: {what}")

    def dialog(box):
        fault(f"a dialog says {box.message[:80]}")
        box.dismiss()

    def request(asked):
        if not asked.url.startswith(now[0].folder.as_uri() + "/"):
            fault(f"asks for {asked.url[:120]}")

    page.on("console", lambda message: fault(f"console: {message.text[:200]}"))
    page.on("pageerror", lambda error: fault(f"error: {str(error)[:200]}"))
    page.on("dialog", dialog)
    page.on("request", request)
    page.on("requestfailed", lambda failed: fault(f"cannot load {failed.url[:120]}"))
    for opened in pages:
        now[0] = opened
        page.goto(opened.address)
        for look in looks:
            seen.found[look][opened] = look.at(page)
    context.close()
    return seen
