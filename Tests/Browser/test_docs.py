"""The documents as a site: what is searched for is found, also where pages are opened from a disk."""

from pathlib import Path

SITE = Path(".build/browser/docs").resolve()


def test_what_is_searched_for_is_found_and_opened(browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("requestfailed", lambda request: heard.append(request.url))
    page.goto(f"file://{SITE}/docs/scoring.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Search").fill("spot check")
    link = page.locator("search li a").first
    link.wait_for()
    assert "spot" in page.locator("search li").first.inner_text().lower()
    link.click()
    page.wait_for_url("**/*.html#*")
    assert page.locator(f"[id='{page.url.split('#')[1]}']").is_visible()
    page.get_by_label("Search").fill("qzx")
    page.get_by_text("0 found").wait_for()
    assert heard == []
    page.close()


def test_without_scripts_a_page_has_no_search_and_all_its_text(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"file://{SITE}/index.html")
    assert not page.locator("search").is_visible()
    assert page.get_by_role("heading", level=1).inner_text() == "Vigie"
    assert page.locator("img").first.evaluate("image => image.naturalWidth") > 0
    context.close()
