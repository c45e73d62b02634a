"""Everything that must hold of files that are sent, whoever opens them and wherever."""

import checks
import pytest
import snapshots
from conftest import FILES
from visit import visit

PRINTED = ("example-internal", "example-customer", "french-internal", "french-customer")


@pytest.fixture(params=FILES)
def made(request, snapshot_sites):
    """Files that show everything together; every fourth too where customers' texts are hostile."""
    site = snapshot_sites[request.param]
    if request.param == "hostile-customer":
        return list(dict.fromkeys(site.sample + site.pages[::4]))
    return site.sample


@pytest.fixture(params=FILES)
def news(request, snapshot_sites):
    """Those that show what none of the folders before does, for checks that take long."""
    at = FILES.index(request.param)
    return snapshot_sites[request.param].news([snapshot_sites[name] for name in FILES[:at]])


@pytest.fixture(params=PRINTED)
def pdfs(request, snapshot_sites):
    """The files that have a PDF beside them."""
    return [file for file in snapshot_sites[request.param].pages if file.path.with_suffix(".pdf").exists()]


def test_there_are_files_to_look_at(snapshot_sites):
    for name, fewest in zip(FILES, (38, 38, 38, 38, 40, 13)):
        assert len(snapshot_sites[name].pages) >= fewest, name


@pytest.mark.parametrize("name", FILES)
def test_a_real_validator_finds_no_error(snapshot_sites, name, invalid):
    assert snapshots.but_styles(invalid(snapshot_sites[name])) == []


def test_nothing_is_asked_for_and_nothing_could_be(browser, made):
    assert snapshots.requests(browser, made) == []


def test_all_text_is_there_and_in_order_however_a_file_is_opened(browser, made):
    assert snapshots.texts(browser, made) == []


def test_axe_finds_nothing(browser, made):
    assert visit(browser, made, [checks.rules]).faults(checks.rules) == []


def test_axe_finds_no_fault_of_colours_nor_on_a_telephone(browser, news):
    looks = [checks.colours["light"], checks.telephone]
    seen = visit(browser, news, looks)
    for look in looks:
        assert seen.faults(look) == []


def test_no_file_scrolls_sideways_on_a_telephone(browser, made):
    assert snapshots.phone(browser, made) == []


@pytest.mark.parametrize("name", ["example-customer", "french-customer"])
def test_no_customer_has_to_look_for_a_column_on_a_telephone(browser, snapshot_sites, name):
    assert snapshots.cut_off(browser, snapshot_sites[name].pages) == []


def test_a_pdf_holds_every_word_in_order(browser, pdfs):
    assert len(pdfs) >= 2
    assert snapshots.printed(browser, pdfs) == []


@pytest.mark.parametrize("name", PRINTED)
def test_every_sheet_says_whom_it_is_for(snapshot_sites, name):
    files = [file for file in snapshot_sites[name].pages if file.path.with_suffix(".pdf").exists()]
    assert snapshots.marked(files, is_internal=name.endswith("internal")) == []


@pytest.mark.parametrize("name", ["example-customer", "french-customer"])
def test_the_word_that_marks_ours_stands_in_no_customers_file(snapshot_sites, name):
    assert snapshots.internal_words(snapshot_sites[name].pages) == []


@pytest.mark.parametrize("name", FILES[:4])
def test_files_are_light(snapshot_sites, name):
    assert snapshots.weight(snapshot_sites[name].pages) == []
