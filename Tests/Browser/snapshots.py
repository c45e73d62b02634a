"""Checks of files that are sent: whoever opens one may have no scripts, no styles, no network and no mouse.

Each says what is wrong, one sentence a fault. A file is held against its own text, read as it is usually seen.
"""

import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

from checks import WIDEST, difference
from visit import DESK, PHONE

# The words of every language that only we may read on a sheet.
INTERNAL = ("INTERNAL", "INTERNE")
# Everything that asks for something, runs, or is not shown to everybody.
STRANGE = """() => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    if (['SCRIPT', 'LINK', 'IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'IMG'].includes(element.tagName))
      found.push('a ' + element.tagName.toLowerCase());
    for (const name of element.getAttributeNames())
      if (/^on/i.test(name) || ['style', 'src', 'srcset'].includes(name)) found.push('an attribute: ' + name);
  }
  return found;
}"""
# What previews take away: the head, styles, classes and drawings.
STRIP = """drawings => {
  for (const element of document.querySelectorAll('style, script, link, meta')) element.remove();
  if (drawings) for (const element of document.querySelectorAll('svg')) element.remove();
  for (const element of document.querySelectorAll('*')) for (const name of ['class', 'style', 'id', 'width', 'height'])
    element.removeAttribute(name);
}"""
# What only paper or a keyboard shows on purpose.
CLEAN = "for (const element of document.querySelectorAll('.skip, .stamp span')) element.remove()"
# What is shown, in the order of reading, and on request without the words in drawings, which mail takes away and a
# telephone has fewer of.
SHOWN = """drawings => {
  for (const element of document.querySelectorAll('svg')) element.style.display = drawings ? '' : 'none';
  return document.body.innerText;
}"""


def on_paper(page):
    page.emulate_media(media="print")
    text = page.evaluate(SHOWN, False)
    page.emulate_media(media="screen")
    return text


def on_telephone(page):
    page.set_viewport_size(PHONE)
    text = page.evaluate(SHOWN, False)
    page.set_viewport_size(DESK)
    return text


def stripped(page, takes_drawings):
    page.evaluate(STRIP, takes_drawings)
    return page.evaluate(SHOWN, not takes_drawings)


# The ways to open a file, each with what is read from it in turn: what the browser is told, and readings by name.
WAYS = (
    (
        {},
        {
            "drawn": lambda page: page.evaluate(SHOWN, True),
            "undrawn": lambda page: page.evaluate(SHOWN, False),
            "for paper": on_paper,
            "at 390 pixels": on_telephone,
            "styles off": lambda page: stripped(page, False),
        },
    ),
    (
        {"java_script_enabled": False},
        {
            "scripts off": lambda page: page.evaluate(SHOWN, True),
            "as mail shows it": lambda page: stripped(page, True),
        },
    ),
    ({"offline": True}, {"offline": lambda page: page.evaluate(SHOWN, True)}),
)
UNDRAWN = ("as mail shows it", "at 390 pixels", "for paper")


def opened(browser, files, visit, address=lambda file: file.address, **options):
    """What `visit` finds in each file, opened one after the other, and what each asked for or said on the way."""
    context = browser.new_context(**{"viewport": DESK, **options})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(f"asks for {request.url[:120]}"))
    page.on("console", lambda message: asked.append(f"console: {message.text[:120]}"))
    page.on("dialog", lambda box: (asked.append(f"a dialog says {box.message[:80]}"), box.dismiss()))
    for file in files:
        asked.clear()
        page.set_viewport_size(options.get("viewport", DESK))
        page.goto(address(file))
        found = visit(page)
        own = (f"asks for {address(file)[:120]}", "asks for about:srcdoc")
        yield file, found, [what for what in asked if what not in own]
    context.close()


def requests(browser, files):
    """Files that ask for anything but themselves, hold what could, or complain."""
    return [
        f"{file.name}: {what}"
        for file, strange, asked in opened(browser, files, lambda page: page.evaluate(STRANGE), bypass_csp=True)
        for what in strange + asked
    ]


def texts(browser, files):
    """Files of which some text is missing, moved or hidden in one of the ways to open them."""
    faults = []
    read = {file: {} for file in files}

    def keep(file, found, asked):
        read[file] |= found
        faults.extend(f"{file.name}, {' or '.join(found)}: {what}" for what in asked if what.startswith(("asks", "a dialog")))

    for options, readings in WAYS:

        def visit(page):
            page.evaluate(CLEAN)
            return {mode: reading(page) for mode, reading in readings.items()}

        for file, found, asked in opened(browser, files, visit, **options):
            keep(file, found, asked)
    for file, found, asked in framed(browser, files):
        keep(file, found, asked)
    for file, found in read.items():
        for mode, text in found.items():
            usual = found["undrawn" if mode in UNDRAWN else "drawn"]
            if mode != "undrawn" and plain(text) != plain(usual):
                faults.append(f"{file.name}, {mode}: the text differs: {difference(plain(usual), plain(text))}")
    return faults


def framed(browser, files):
    """The text of files in a frame that may do nothing, as a viewer in the browser shows attachments."""
    with tempfile.TemporaryDirectory() as folder:

        def viewer(file):
            outer = Path(folder) / file.name
            source = file.path.read_text(encoding="utf-8").replace("&", "&amp;").replace('"', "&quot;")
            frame = f'<iframe sandbox width="1280" height="800" srcdoc="{source}"></iframe>'
            outer.write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
            return outer.as_uri()

        def visit(page):
            page.frames[1].evaluate(CLEAN)
            return {"in a frame": page.frames[1].evaluate(SHOWN, True)}

        yield from opened(browser, files, visit, viewer)


def plain(text):
    """Text without what differs between two drawings of one text: case by style, and marks that direct the reading."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]", "", text).upper()


def phone(browser, files):
    """Files that have to be scrolled sideways at 390 pixels."""
    faults = []
    for file, (width, widest), _ in opened(
        browser, files, lambda page: (page.evaluate(WIDTH), page.evaluate(WIDEST)), viewport=PHONE
    ):
        if width > PHONE["width"]:
            faults.append(f"{file.name}: {width} pixels wide at {PHONE['width']}: {widest}")
    return faults


WIDTH = "document.scrollingElement.scrollWidth"


def cut_off(browser, files):
    """Files of which a table runs behind the edge of a telephone: one must scroll inside to see the last column."""
    return [
        f"{file.name}: {over} pixels of a table are behind the edge: {name}"
        for file, found, _ in opened(browser, files, lambda page: page.evaluate(OFF_EDGE), viewport=PHONE)
        for over, name in found
    ]


OFF_EDGE = """() => [...document.querySelectorAll('.scroll')].filter(box => box.scrollWidth > box.clientWidth + 1)
  .map(box => [box.scrollWidth - box.clientWidth, box.getAttribute('aria-label') || ''])"""


def sheets(files):
    """What the sheets of each PDF that lies beside a file say, in order."""
    for file in files:
        pdf = file.path.with_suffix(".pdf")
        run = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True)
        yield file, [sheet for sheet in run.stdout.decode("utf-8").split("\f") if sheet.strip()]


def printed(browser, files):
    """PDFs that lack words of their file, or have them in another order."""
    faults = []

    def blocks(page):
        page.emulate_media(media="print")
        return page.evaluate(BLOCKS)

    for (file, words, _), (_, pages) in zip(opened(browser, files, blocks), sheets(files)):
        text = letters("".join(pages))
        at = 0
        for block in words:
            wanted = letters(block)
            found = text.find(wanted, at)
            if found < 0:
                where = "is missing" if text.find(wanted) < 0 else "stands before what it should follow"
                faults.append(f"{file.path.stem}.pdf: '{block[:60]}' {where}")
            else:
                at = found
    return faults


# The smallest parts that a layout moves as one: order is told between them, and each must be whole.
BLOCKS = """() => [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main dt, main dd, main th, main td')]
  .filter(block => block.getBoundingClientRect().width > 1 && !block.querySelector('p, li, table, svg') && !block.closest('caption, svg') && block.innerText.trim())
  .map(block => block.innerText)"""


def letters(text):
    """Letters and digits alone: lines are broken, and forms joined, as the sheet wants it."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum()).upper()


def marked(files, is_internal):
    """Sheets that do not say INTERNAL, or customers' files that do."""
    faults = []
    for file, pages in sheets(files):
        for number, page in enumerate(pages, 1):
            says = any(word in page for word in INTERNAL)
            if says != is_internal:
                faults.append(f"{file.path.stem}.pdf: sheet {number} {'says' if says else 'does not say'} INTERNAL")
    return faults


def internal_words(files):
    """Customers' files that hold the word which ours carry, in text or in markup."""
    faults = []
    for file in files:
        source = file.path.read_text(encoding="utf-8")
        faults += [f"{file.name}: holds {word}" for word in INTERNAL if re.search(rf"\b{word}\b", source)]
    return faults


def but_styles(faults):
    """The validator's errors but for its words on styles: it knows no subgrid, and a browser shows what a style does."""
    return [fault for fault in faults if ": CSS: " not in fault]


def weight(files):
    """Files of 100 KB and more."""
    return [f"{f.name}: {f.path.stat().st_size} bytes" for f in files if f.path.stat().st_size >= 100_000]
