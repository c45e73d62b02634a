"""The browser and the sites that every test looks at; `./dev browser-test` builds them and names them here."""

from pathlib import Path

import pytest
from folder import Site
from playwright.sync_api import sync_playwright

NAMES = ("example", "french", "hostile-1", "hostile-2", "hostile-3", "large")
# Pages of one kind are alike but for their texts: every page is opened where texts are the danger, else one of a kind.
WHOLE = ("example", "hostile-1", "hostile-2", "hostile-3")


def pytest_addoption(parser):
    parser.addoption("--sites", default=".build/browser/sites", help="the folder that holds the sites by name")


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
def site(request, sites):
    """Each site in turn."""
    return sites[request.param]


@pytest.fixture
def opened(request, site):
    """The pages of a site that are opened one by one."""
    return site.pages if request.node.callspec.params["site"] in WHOLE else site.kinds


@pytest.fixture(scope="session")
def snapshot_sites(request):
    """The files that were made to be sent, by name and reader."""
    folder = Path(request.config.getoption("--sites")).parent / "snapshots"
    return {place.name: Site(place) for place in folder.iterdir()}
