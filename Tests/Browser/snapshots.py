"""Checks of files that are sent: whoever opens one may have no scripts, no styles, no network and no mouse.

Each says what is wrong, one sentence a fault. A file is held against its own text, read as it is usually seen.
"""

import functools
import re
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import checks
from checks import DESK, PHONE, WIDEST, difference

# The words of every language that only we may read on a sheet.
INTERNAL = ("INTERNAL", "INTERNE")
# How a file may be opened: what the browser is told, and what is done to the page before it is read.
MODES = {
    "scripts off": ({"java_script_enabled": False}, lambda page: None),
    "styles off": ({}, lambda page: page.evaluate(STRIP, False)),
    "as mail shows it": ({"java_script_enabled": False}, lambda page: page.evaluate(STRIP, True)),
    "offline": ({"offline": True}, lambda page: None),
    "in a frame": ({}, lambda page: None),
    "at 390 pixels": ({"viewport": PHONE}, lambda page: None),
    "for paper": ({}, lambda page: page.emulate_media(media="print")),
}
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
# What is shown, in the order of reading, without what only paper or a keyboard shows on purpose, and on request without
# the words in drawings, which mail takes away and a telephone has fewer of.
SHOWN = """drawings => {
  for (const element of document.querySelectorAll('.skip, .stamp span' + (drawings ? '' : ', svg'))) element.remove();
  return document.body.innerText;
}"""
UNDRAWN = ("as mail shows it", "at 390 pixels", "for paper")


def read(browser, address, visit, **options):
    """What `visit` finds on a page, and what the page asked for on the way."""
    context = browser.new_context(**{"viewport": DESK, **options})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda box: (asked.append("a dialog"), box.dismiss()))
    page.goto(address)
    found = visit(page)
    context.close()
    return found, [url for url in asked if url not in (address, "about:srcdoc")]


def requests(browser, files):
    """Files that ask for anything but themselves, hold what could, or complain."""
    faults = []
    for file in files:
        context = browser.new_context(viewport=DESK, bypass_csp=True)
        page = context.new_page()
        said = []
        page.on("request", lambda request: said.append(f"asks for {request.url[:120]}"))
        page.on("console", lambda message: said.append(f"console: {message.text[:120]}"))
        page.on("dialog", lambda box: (said.append(f"a dialog says {box.message[:80]}"), box.dismiss()))
        page.goto(file.address)
        said += page.evaluate(STRANGE)
        context.close()
        faults += [f"{file.name}: {what}" for what in said if what != f"asks for {file.address[:120]}"]
    return faults


def texts(browser, files, mode):
    """Files of which some text is missing, moved or hidden in one of the ways to open them."""
    options, prepare = MODES[mode]
    faults = []
    for file in files:
        drawings = mode not in UNDRAWN
        usual = shown(browser, file.address, drawings)

        def visit(page):
            # What is left out stands by its class, which is taken away with the styles.
            page.evaluate(SHOWN, drawings)
            prepare(page)
            return page.evaluate(SHOWN, drawings)

        found, asked = framed(browser, file) if mode == "in a frame" else read(browser, file.address, visit, **options)
        if plain(found) != plain(usual):
            faults.append(f"{file.name}, {mode}: the text differs: {difference(plain(usual), plain(found))}")
        faults += [f"{file.name}, {mode}: asks for {url[:120]}" for url in asked]
    return faults


@functools.cache
def shown(browser, address, drawings):
    """The text of a file as it is usually seen; kept, since it is held against many other ways."""
    return read(browser, address, lambda page: page.evaluate(SHOWN, drawings))[0]


def framed(browser, file):
    """The text of a file in a frame that may do nothing, as a viewer in the browser shows attachments."""
    with tempfile.TemporaryDirectory() as folder:
        outer = Path(folder) / "viewer.html"
        source = file.path.read_text(encoding="utf-8").replace("&", "&amp;").replace('"', "&quot;")
        frame = f'<iframe sandbox width="1280" height="800" srcdoc="{source}"></iframe>'
        outer.write_text(f"<!doctype html><title>x</title>{frame}", encoding="utf-8")
        return read(browser, outer.as_uri(), lambda page: page.frames[1].evaluate(SHOWN, True))


def plain(text):
    """Text without what differs between two drawings of one text: case by style, and marks that direct the reading."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]", "", text).upper()


def phone(browser, files):
    """Files that have to be scrolled sideways at 390 pixels."""
    faults = []
    for file in files:
        found, _ = read(browser, file.address, lambda page: (page.evaluate(WIDTH), page.evaluate(WIDEST)), viewport=PHONE)
        if found[0] > PHONE["width"]:
            faults.append(f"{file.name}: {found[0]} pixels wide at {PHONE['width']}: {found[1]}")
    return faults


WIDTH = "document.scrollingElement.scrollWidth"


def cut_off(browser, files):
    """Files of which a table runs behind the edge of a telephone: one must scroll inside to see the last column."""
    faults = []
    for file in files:
        found, _ = read(browser, file.address, lambda page: page.evaluate(OFF_EDGE), viewport=PHONE)
        faults += [f"{file.name}: {over} pixels of a table are behind the edge: {name}" for over, name in found]
    return faults


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
    for file, pages in sheets(files):
        words, _ = read(
            browser, file.address, lambda page: (page.emulate_media(media="print"), page.evaluate(BLOCKS))[1]
        )
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


def validity(site):
    """The validator's errors, but for its words on styles: it knows no subgrid, and a browser shows what a style does."""
    return [fault for fault in checks.validity(site) if ": CSS: " not in fault]


def weight(files):
    """Files of 100 KB and more."""
    return [f"{f.name}: {f.path.stat().st_size} bytes" for f in files if f.path.stat().st_size >= 100_000]
