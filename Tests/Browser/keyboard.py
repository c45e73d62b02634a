"""What a reader does without a mouse: sort, filter, send what they see, find what has a page."""

import re

DESK = {"width": 1280, "height": 800}
LONGEST_WAY = 200


def reach(page, selector):
    """Tabs to the first element of a selector, as far as a patient reader would; says whether it was reached."""
    for _ in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return True
    return False


def until(page, holds, patience=3000):
    """Waits until something holds, however busy the machine is, and no longer than a patient reader would."""
    for _ in range(patience // 50):
        if holds():
            return
        page.wait_for_timeout(50)


def column(page, section, number):
    """The texts of a column as they stand."""
    cells = page.locator(f"#{section} tbody tr > :nth-child({number + 1})")
    return [text.strip() for text in cells.all_inner_texts()]


def sorting(browser, site, name, section, number=1):
    """Faults in sorting a column of a table, by keys alone; the column must hold amounts."""
    faults = []
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page(name).address)
    before = column(page, section, number)
    button = f"#{section} th:nth-child({number + 1}) button"
    if not reach(page, button):
        return [f"{name}: no key reaches the button that sorts"]
    states = []
    head = page.locator(f"#{section} th:nth-child({number + 1})").first
    for state in ("descending", "ascending", None):
        page.keyboard.press("Enter")
        until(page, lambda: head.get_attribute("aria-sort") == state)
        states.append((head.get_attribute("aria-sort"), [amount(text) for text in column(page, section, number)]))
    (first, falling), (second, rising), (third, last) = states
    if first != "descending" or falling != sorted(falling, reverse=True):
        faults.append(f"{name}: the first press sorts {first}: {falling[:5]}")
    if second != "ascending" or rising != sorted(rising):
        faults.append(f"{name}: the second press sorts {second}: {rising[:5]}")
    if third is not None or last != [amount(text) for text in before]:
        faults.append(f"{name}: the third press does not give the first order back")
    context.close()
    return faults


def amount(text):
    """An amount as a page writes it, read by another road than the page's own: €148k, €1.24m."""
    figure = text.strip("€$£")
    size = {"k": 1e3, "m": 1e6}.get(figure[-1:], 1)
    return float(figure.rstrip("km").replace(",", "")) * size


def filtering(browser, site, name, section, wanted):
    """Faults in filtering a table by keys, and in sending what is seen by its address."""
    faults = []
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page(name).address)
    before = len(column(page, section, 0))
    if not reach(page, f"#{section} .filter input"):
        return [f"{name}: no key reaches the filter"]
    page.keyboard.type(wanted)
    until(page, lambda: 0 < len(column(page, section, 0)) < before)
    # The address follows when nobody types any more.
    until(page, lambda: page.url != site.page(name).address)
    page.wait_for_timeout(300)
    seen = column(page, section, 0)
    rows = page.locator(f"#{section} tbody tr").all_inner_texts()
    if not 0 < len(seen) < before or not all(wanted.lower() in row.lower() for row in rows):
        faults.append(f"{name}: filtering by {wanted!r} leaves {len(seen)} of {before} rows")
    other = context.new_page()
    other.goto(page.url)
    until(other, lambda: column(other, section, 0) == seen)
    if page.url == site.page(name).address or column(other, section, 0) != seen:
        faults.append(f"{name}: {page.url.rsplit('/', 1)[-1]} does not show what was sent")
    if page.locator(f"#{section} output").inner_text() == "":
        faults.append(f"{name}: nobody is told how many rows are left")
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    until(page, lambda: len(column(page, section, 0)) >= before)
    left = len(column(page, section, 0))
    if left < before:
        faults.append(f"{name}: {left} of {before} rows are there after the filter is emptied")
    context.close()
    return faults


def choosing(browser, site, name, section, head, value, kept):
    """Faults in leaving out a value of a column by keys, and in sending what is seen; `kept` says of a row whether it may stay."""
    faults = []
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page(name).address)
    output = page.locator(f"#{section} output")

    def left():
        """How many rows are left, and of how many, as the page says."""
        return [int(number) for number in re.findall(r"[0-9]+", output.inner_text())] or [0, 0]

    for _ in range(LONGEST_WAY):
        page.keyboard.press("Tab")
        if page.evaluate("head => document.activeElement.matches('.filter > button') && document.activeElement.textContent === head", head):
            break
    else:
        return [f"{name}: no key reaches the choice of {head!r}"]
    page.keyboard.press("Enter")
    until(page, lambda: page.locator("fieldset:popover-open label").count())
    labels = page.locator("fieldset:popover-open label").all_inner_texts()
    # The value, then “all but these”, which stands last.
    for wanted in (labels.index(value) if value in labels else 0, len(labels) - 1):
        box = page.locator("fieldset:popover-open input").nth(wanted)
        for _ in range(len(labels) + 1):
            if box.evaluate("box => box === document.activeElement"):
                break
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
    until(page, lambda: 0 < left()[0] < left()[1])
    page.keyboard.press("Escape")
    seen = column(page, section, 0)
    if page.locator("fieldset:popover-open").count():
        faults.append(f"{name}: Escape does not close the choice of {head!r}")
    rows = page.locator(f"#{section} tbody tr").all_inner_texts()
    if not 0 < left()[0] < left()[1] or not all(kept(row) for row in rows):
        faults.append(f"{name}: all but {value!r} leaves {left()[0]} of {left()[1]} rows")
    if len(seen) != left()[0]:
        faults.append(f"{name}: {len(seen)} rows are left, and readers are told of {left()[0]}")
    other = context.new_page()
    other.goto(page.url)
    until(other, lambda: column(other, section, 0) == seen)
    if column(other, section, 0) != seen:
        faults.append(f"{name}: {page.url.rsplit('/', 1)[-1]} does not show what was sent")
    context.close()
    return faults


def finding(browser, site, typed, kind, named):
    """Faults in what the search offers: the wanted thing under the word for its kind, and never a count of nothing."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page("index.html").address)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    output = page.locator("dialog output")
    until(page, lambda: page.locator(f"dialog [role=group][aria-label='{kind}'] [role=option]", has_text=named).count())
    faults = []
    if not page.locator("dialog[open]").count():
        context.close()
        return [f"/ opens nothing, so {typed!r} does not find {named!r}"]
    if not page.locator(f"dialog [role=group][aria-label='{kind}'] [role=option]", has_text=named).count():
        faults.append(f"{typed!r} does not find {named!r} among {kind!r}")
    if "0" in output.inner_text().split():
        faults.append(f"{typed!r} says {output.inner_text()!r}")
    context.close()
    return faults


def missing(browser, site, typed, near):
    """Faults in saying that nothing is called what was typed, and in offering what is nearest."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page("index.html").address)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    output = page.locator("dialog output")
    until(page, lambda: typed in output.inner_text())
    offered = page.locator("dialog [role=option]").all_inner_texts()
    faults = []
    if typed not in output.inner_text():
        faults.append(f"{typed!r} is answered by {output.inner_text()!r}")
    if not (any(near in one for one in offered) if near else offered == []):
        faults.append(f"{typed!r} offers {offered}")
    context.close()
    return faults


def jumping(browser, site, name, typed, title):
    """Faults in going to an account from any page: `/`, a few letters, Enter."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page(name).address)
    page.keyboard.press("/")
    page.keyboard.type(typed)
    faults = []
    try:
        page.locator("dialog [role=option]").first.wait_for(timeout=5000)
        shown = page.locator("dialog [role=option]").count()
        if str(shown) not in page.locator("dialog output").inner_text():
            faults.append(f"{name}: nobody is told that {shown} are shown")
        if page.locator("dialog [aria-selected=true]").count() != 1:
            faults.append(f"{name}: not one choice is marked")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: url != site.page(name).address and "/accounts/" in url, timeout=5000)
        page.wait_for_load_state()
        if title not in page.title():
            faults.append(f"{name}: {typed!r} leads to {page.title()!r}")
    except Exception as error:  # noqa: BLE001 - whatever went wrong is the fault
        faults.append(f"{name}: / and {typed!r} lead nowhere: {str(error).splitlines()[0]}")
    context.close()
    return faults


def leaving(browser, site, name):
    """Faults in closing the search, and in switching its key off, as single keys must allow."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(site.page(name).address)
    faults = []
    page.keyboard.press("/")
    if page.locator("dialog[open]").count() != 1:
        faults.append(f"{name}: / opens nothing")
        context.close()
        return faults
    if not reach(page, "dialog button"):
        faults.append(f"{name}: no key reaches the button that closes")
    page.keyboard.press("Enter")
    if page.locator("dialog[open]").count():
        faults.append(f"{name}: the button does not close the search")
    page.keyboard.press("/")
    if not reach(page, "dialog [type=checkbox]"):
        faults.append(f"{name}: no key reaches the switch")
    page.keyboard.press("Space")
    page.keyboard.press("Escape")
    if page.locator("dialog[open]").count():
        faults.append(f"{name}: Escape does not close the search")
    page.reload()
    page.keyboard.press("/")
    if page.locator("dialog[open]").count():
        faults.append(f"{name}: / opens the search after it was switched off")
    context.close()
    return faults
