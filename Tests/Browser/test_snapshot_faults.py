"""Each check of files that are sent must be able to fail: a fault is planted in a copy, and the check has to name it."""

import re
import shutil

import checks
import pytest
import snapshots
from folder import Site
from test_faults import names


@pytest.fixture(params=["example-customer", "example-internal"])
def copy(request, snapshot_sites, tmp_path):
    """A file to spoil, with the PDF beside it."""
    source = snapshot_sites[request.param].folder
    for name in ("C1001.html", "C1001.pdf"):
        shutil.copy(source / name, tmp_path / name)
    return Site(tmp_path)


def plant(site, old, new):
    """Changes the file in the first place that reads so."""
    path = site.pages[0].path
    text = path.read_text(encoding="utf-8")
    assert old in text, f"the file does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Site(site.folder).pages


def test_an_invalid_file_is_named(copy):
    [page] = plant(copy, "</h1>", '</h1><p id="a">x</p><p id="a">x</p>')
    faults = [fault for _, fault in checks.validity([page.path])]
    assert names(snapshots.but_styles(faults), "Duplicate ID")


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ('<img alt="" src="https://host.invalid/x.png">', "asks for https://host.invalid"),
        ("<script>alert(1)</script>", "a script"),
        ('<p onclick="x()">x</p>', "an attribute: onclick"),
    ],
)
def test_what_asks_or_could_run_is_named(browser, copy, markup, named):
    assert names(snapshots.requests(browser, plant(copy, "</h1>", "</h1>" + markup)), named)


@pytest.mark.parametrize(
    ("mode", "markup"),
    [
        ("scripts off", "<script>document.write('<p>written</p>')</script>"),
        ("styles off", '<style>.planted{display:none}</style><p class="planted">hidden</p>'),
        ("as mail shows it", '<style>.planted{display:none}</style><p class="planted">hidden</p>'),
        ("in a frame", "<script>document.write('<p>written</p>')</script>"),
        ("at 390 pixels", "<style>@media (max-width:600px){h1{display:none}}</style>"),
        ("for paper", "<style>@media print{h1{display:none}}</style>"),
    ],
)
def test_a_text_that_some_readers_miss_is_named(browser, copy, mode, markup):
    pages = plant(copy, "</h1>", "</h1>" + markup)
    path = pages[0].path
    # The file's own policy would keep the fault from happening.
    text = path.read_text(encoding="utf-8")
    start = text.index('<meta http-equiv="Content-Security-Policy"')
    path.write_text(text[:start] + text[text.index(">", start) + 1 :], encoding="utf-8")
    assert names(snapshots.texts(browser, pages), f"{mode}: the text differs")


def test_a_file_that_asks_where_there_is_no_network_is_named(browser, copy):
    pages = plant(copy, "</h1>", '</h1><img alt="" src="x.png">')
    assert names(snapshots.texts(browser, pages), "offline: asks for")


def test_a_file_that_is_too_wide_is_named(browser, copy):
    wide = '</h1><div class="scroll" aria-label="planted"><pre>' + "x" * 200 + "</pre></div>"
    assert names(snapshots.cut_off(browser, plant(copy, "</h1>", wide)), "behind the edge: planted")
    assert names(snapshots.phone(browser, plant(copy, "</h1>", "</h1><pre>" + "x" * 200 + "</pre>")), "pixels wide")


def test_a_pdf_that_lacks_a_word_or_has_another_order_is_named(browser, copy):
    assert names(snapshots.printed(browser, plant(copy, "</h1>", "</h1><p>planted words</p>")), "'planted words' is missing")
    pages = plant(copy, "<p>planted words</p>", "")
    text = pages[0].path.read_text(encoding="utf-8")
    # The last paragraph of the page, said again at its head, comes too early for all that the sheets hold before it.
    last = re.findall(r"<p>[^<]+</p>", text.split("</main>")[0])[-1]
    assert names(snapshots.printed(browser, plant(copy, "</h1>", "</h1>" + last)), "should follow")


def test_a_sheet_for_the_wrong_reader_is_named(copy):
    is_internal = "INTERNAL" in copy.pages[0].path.read_text(encoding="utf-8")
    assert names(snapshots.marked(copy.pages, is_internal=not is_internal), "INTERNAL")


def test_our_word_in_a_file_is_named(copy):
    assert names(snapshots.internal_words(plant(copy, "</h1>", "</h1><!-- INTERNAL -->")), "holds INTERNAL")


def test_a_heavy_file_is_named(copy):
    assert names(snapshots.weight(plant(copy, "</h1>", "</h1>" + "x" * 100_000)), "bytes")
