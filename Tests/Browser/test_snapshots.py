"""Everything that must hold of files that are sent, whoever opens them and wherever."""

import checks
import pytest
import snapshots

# The example in both languages, texts that are hostile to us, and texts that are hostile in what customers may read.
FILES = ("example-internal", "example-customer", "french-internal", "french-customer", "hostile-internal", "hostile-customer")
PRINTED = ("example-internal", "example-customer", "french-internal", "french-customer")


@pytest.fixture(params=FILES)
def made(request, snapshot_sites):
    """One file of every kind; of the hostile ones a few, since laying them out is slow and each holds many texts."""
    site = snapshot_sites[request.param]
    return {"hostile-customer": site.pages[::4], "hostile-internal": site.pages[::48]}.get(request.param, site.kinds)


@pytest.fixture(params=PRINTED)
def pdfs(request, snapshot_sites):
    """The files that have a PDF beside them."""
    return [file for file in snapshot_sites[request.param].pages if file.path.with_suffix(".pdf").exists()]


def test_there_are_files_to_look_at(snapshot_sites):
    for name, fewest in zip(FILES, (38, 38, 38, 38, 40, 14)):
        assert len(snapshot_sites[name].pages) >= fewest, name


@pytest.mark.parametrize("name", FILES)
def test_a_real_validator_finds_no_error(snapshot_sites, name):
    assert snapshots.validity(snapshot_sites[name]) == []


def test_nothing_is_asked_for_and_nothing_could_be(browser, made):
    assert snapshots.requests(browser, made) == []


@pytest.mark.parametrize("mode", snapshots.MODES)
def test_all_text_is_there_and_in_order(browser, made, mode):
    assert snapshots.texts(browser, made, mode) == []


@pytest.mark.parametrize("mode", ["light", "on a telephone"])
def test_axe_finds_nothing(browser, made, mode):
    assert checks.accessibility(browser, None, mode, made) == []


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
