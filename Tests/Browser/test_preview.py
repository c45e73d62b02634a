"""The preview as its user sees it: the open page changes in place, and what is wrong stands over it."""

import shutil
import subprocess

import pytest

PROGRAM = ".build/debug/vigie"


@pytest.fixture
def preview(sites, tmp_path):
    """A running preview of a copy of the example: its address and its folder."""
    portfolio = tmp_path / "portfolio"
    shutil.copytree(sites["example"].folder.parent, portfolio, ignore=shutil.ignore_patterns("site", "archive"))
    command = [PROGRAM, "preview", str(portfolio), "--as-of", "2026-11-16", "--no-open", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    yield process.stdout.readline().strip(), portfolio
    process.terminate()
    process.wait()


def test_the_open_page_changes_in_place_and_faults_stand_over_it(browser, preview):
    address, portfolio = preview
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("request", lambda request: heard.append(request.url) if not request.url.startswith(address) else None)
    page.goto(address + "#lists/green-but-yellow.html")
    frame = page.frame_locator("#page")
    frame.locator("h1").wait_for()
    inside = page.frames[1]
    inside.evaluate("scrollTo(0, 400)")
    inside.evaluate("window.old = true")

    def change(name, text):
        file = portfolio / "templates" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)

    change("style.css", "body { outline: 7px solid rgb(1, 2, 3) }\nmain { min-height: 3000px }\n")
    page.wait_for_function(
        """() => {
            const { contentWindow: shown, contentDocument: { body, readyState } } = document.getElementById("page");
            return shown.old === undefined && readyState === "complete" && getComputedStyle(body).outlineWidth === "7px";
        }"""
    )
    assert page.frames[1].evaluate("scrollY") == 400, "the page is at another place"
    assert page.url.endswith("#lists/green-but-yellow.html")
    summary = page.locator("#findings summary")
    assert summary.inner_text().endswith("findings")

    change("retention.md", "# {{nothing}}\n")
    page.wait_for_function("document.querySelector('#findings summary').textContent.startsWith('Not built: ')")
    assert "retention.md:1:3" in page.locator("#findings li code").last.inner_text()
    frame.locator("h1").wait_for()

    (portfolio / "templates/retention.md").unlink()
    page.wait_for_function("!document.querySelector('#findings summary').textContent.startsWith('Not built: ')")
    assert heard == []
    page.close()
