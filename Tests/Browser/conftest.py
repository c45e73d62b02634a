"""The browser and the sites that every test looks at; `./dev browser-test` builds them and names them here."""

import functools
import re
from pathlib import Path

import checks
import pytest
from folder import Site
from playwright.sync_api import sync_playwright
from visit import visit
from xdist.scheduler import LoadScopeScheduling

NAMES = ("example", "french", "hostile-1", "hostile-2", "hostile-3", "large")
# Pages of one kind are alike but for their texts: every page is opened where texts are the danger, else a sample.
WHOLE = ("example", "hostile-1", "hostile-2", "hostile-3")
# Sites whose texts are of a length that people write, so that what has no room is a fault of the page.
SCREENS = ("example", "french", "large")
# The files that are sent: the example in both languages, texts that are hostile to us, and texts that are hostile in what
# customers may read.
FILES = ("example-internal", "example-customer", "french-internal", "french-customer", "hostile-internal", "hostile-customer")


def pytest_addoption(parser):
    parser.addoption("--sites", default=".build/browser/sites", help="the folder that holds the sites by name")


class BySite(LoadScopeScheduling):
    """Tests of one site go to one worker, which opens each page once for all of them."""

    def _split_scope(self, nodeid):
        if "validator" in nodeid:
            return "validator"
        site = re.search(rf"[\[-]({'|'.join(FILES + NAMES)})[]-]", nodeid)
        return site[1] if site and "faults" not in nodeid else nodeid


def pytest_xdist_make_scheduler(config, log):
    return BySite(config, log)


@pytest.fixture(scope="session")
def sites(request):
    folder = Path(request.config.getoption("--sites"))
    return {name: Site(folder / name / "site") for name in NAMES}


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium")
        yield browser
        browser.close()


@pytest.fixture(params=NAMES)
def name(request):
    """Each site in turn."""
    return request.param


@pytest.fixture
def site(name, sites):
    return sites[name]


@pytest.fixture(scope="session")
def seen(browser, sites):
    """What a visit to a sample of a site found: everything that takes little time."""

    @functools.cache
    def of(name):
        looks = [checks.foreign, checks.text, checks.controls, checks.heard, checks.stops, checks.forced, checks.rules, checks.reflow]
        if name in SCREENS:
            looks += [checks.narrow, *checks.paper.values()]
        return visit(browser, sites[name].sample, looks)

    return of


@pytest.fixture(scope="session")
def seen_long(browser, sites):
    """What a visit to the pages that show what no site before does found: what takes long."""

    @functools.cache
    def of(name):
        news = sites[name].news([sites[earlier] for earlier in NAMES[: NAMES.index(name)]])
        return visit(browser, news, [*checks.colours.values(), checks.telephone, checks.focus])

    return of


@pytest.fixture(scope="session")
def invalid(sites, snapshot_sites):
    """The validator's errors on the files below a folder, found by one run over all."""
    found = checks.validity([site.folder for site in (*sites.values(), *snapshot_sites.values())])
    return lambda site: [f"{path}:{fault}" for path, fault in found if path.is_relative_to(site.folder)]


@pytest.fixture(scope="session")
def snapshot_sites(request):
    """The files that were made to be sent, by name and reader."""
    folder = Path(request.config.getoption("--sites")).parent / "snapshots"
    return {place.name: Site(place) for place in folder.iterdir()}
