"""Pictures of the pages for the documentation: python Tests/Browser/screenshots.py SITE FOLDER"""

import subprocess
import sys
from pathlib import Path

from folder import Site
from playwright.sync_api import sync_playwright

# What the README and the documentation show: a page, its width and greatest height, and its colours.
PICTURES = {
    "this-week-1280": ("index.html", 1280, 1000, "light"),
    "list-dark": ("lists/green-but-yellow.html", 1280, 1000, "dark"),
    "account-390": ("accounts/c_1015.html", 390, 1400, "light"),
}
SHEETS = {"account-print": "accounts/c_1015.html"}


def shoot(browser, page, target, width, highest, scheme):
    """The page from its top, as high as it is or as there is room for."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    view = context.new_page()
    view.goto(page.address)
    height = min(highest, view.evaluate("document.documentElement.scrollHeight"))
    view.set_viewport_size({"width": width, "height": height})
    view.screenshot(path=target, animations="disabled")
    context.close()


def print_first_sheet(browser, page, target):
    """The first sheet as a printer would give it, 80 dots an inch."""
    view = browser.new_page()
    view.goto(page.address)
    pdf = view.pdf(format="A4")
    view.close()
    command = ["pdftoppm", "-r", "80", "-singlefile", "-png", "-", str(target.with_suffix(""))]
    subprocess.run(command, input=pdf, check=True)


def main(site, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        for name, (address, *screen) in PICTURES.items():
            shoot(browser, site.page(address), folder / f"{name}.png", *screen)
        for name, address in SHEETS.items():
            print_first_sheet(browser, site.page(address), folder / f"{name}.png")
        browser.close()
    pictures = sorted(folder.glob("*.png"))
    print(f"{len(pictures)} pictures, {sum(p.stat().st_size for p in pictures) / 1e6:.1f} MB in {folder}")


if __name__ == "__main__":
    main(Site(sys.argv[1]), Path(sys.argv[2]))
