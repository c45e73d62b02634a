"""How long until the largest piece of a page is painted, over file://: python Tests/Browser/paint.py PAGE [TIMES]"""

import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

PAINT = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true });
})"""


def times(browser, address, count):
    """Milliseconds from navigation to the largest paint, each in a browser profile of its own."""
    found = []
    for _ in range(count):
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto(address)
        found.append(page.evaluate(PAINT))
        context.close()
    return found


if __name__ == "__main__":
    address = Path(sys.argv[1]).resolve().as_uri()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        found = times(browser, address, int(sys.argv[2]) if len(sys.argv) > 2 else 9)
        browser.close()
    print(f"largest paint: median {median(found):.0f} ms, longest {max(found):.0f} ms of {len(found)}")
