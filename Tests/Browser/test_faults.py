"""Each check must be able to fail: a fault is planted in a copy of the site, and the check has to name it."""

import random
import shutil

import checks
import keyboard
import pytest
from folder import Site


@pytest.fixture
def copy(sites, tmp_path):
    """The example to spoil."""
    return Site(shutil.copytree(sites["example"].folder, tmp_path / "site"))


def plant(site, name, old, new):
    """Changes a file of the site in its first place that reads so."""
    path = site.folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [page for page in Site(site.folder).pages if page.name == name]


def names(faults, what):
    return any(what in fault for fault in faults)


def test_an_invalid_page_is_named(copy):
    [page] = plant(copy, "method.html", "</h1>", '</h1><p id="main">twice</p>')
    [(path, fault), *_] = checks.validity([page.path])
    assert path == page.path and "Duplicate ID" in fault


def test_a_link_to_nowhere_is_named(copy):
    plant(copy, "index.html", "</h1>", '</h1><a href="lists/gone.html">x</a><a href="method.html#gone">y</a>')
    faults = checks.links(Site(copy.folder))
    assert names(faults, "lists/gone.html leads to no file")
    assert names(faults, "method.html#gone leads to no anchor")


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ("<script>document.title='owned'</script>", "console"),
        ("<img src=x onerror=alert(1)>", "cannot load"),
        ('<img alt="" src="https://host.invalid/x.png">', "host.invalid"),
        ('<iframe src="method.html" title="x"></iframe>', "a iframe"),
        ('<p onclick="alert(1)">x</p>', "onclick"),
        ('<p style="color:red">x</p>', "style"),
        ('<link rel="stylesheet" href="../outside.css">', "outside.css"),
    ],
)
def test_what_loads_or_could_run_is_named(browser, copy, markup, named):
    pages = plant(copy, "index.html", "</h1>", "</h1>" + markup)
    assert names(checks.loading(browser, copy, pages), named)


def test_a_script_from_data_is_named_by_what_it_does(browser, copy):
    pages = plant(copy, "index.html", "</h1>", "</h1><img alt='' src=x onerror=alert(1)>")
    assert names(checks.loading(browser, copy, pages, bypasses_policy=True), "a dialog says 1")


def test_an_error_in_the_script_is_named(browser, copy):
    plant(copy, "vigie.js", "'use strict';", "'use strict'; null.x;")
    assert names(checks.loading(browser, copy, copy.pages[:1]), "error")


def test_a_text_that_only_a_script_shows_is_named(browser, copy):
    plant(copy, "vigie.js", "'use strict';", "document.querySelector('h1').append(' more'); 'use strict';")
    assert names(checks.scripts_off(browser, copy.pages[:1]), "the text differs")


@pytest.mark.parametrize("scheme", checks.colours)
def test_words_too_faint_to_read_are_named(browser, copy, scheme):
    path = copy.folder / "style.css"
    faint = f"@media(prefers-color-scheme:{scheme}){{:root{{--soft:#999 !important;--paper:#888 !important}}}}"
    path.write_text(path.read_text(encoding="utf-8") + faint, encoding="utf-8")
    assert names(checks.colours[scheme](browser, copy, [copy.page("index.html")]), "color-contrast")


def test_a_picture_without_words_is_named_on_a_telephone(browser, copy):
    pages = plant(copy, "index.html", "</h1>", '</h1><svg role="img"></svg>')
    assert names(checks.telephone(browser, copy, pages), "svg-img-alt")


def test_targets_too_small_to_press_are_named(browser, copy):
    spoil(copy, "nav a{padding:0;font-size:6px}nav ul{gap:0}")
    assert names(checks.rules(browser, copy, [copy.page("index.html")]), "target-size")


def test_a_fold_that_cannot_be_read_is_named(browser, copy):
    spoil(copy, ".data td{color:#ccc;background:#ddd}")
    assert names(checks.colours["light"](browser, copy, [copy.page("index.html")]), "color-contrast")


def test_a_page_that_is_too_wide_is_named(browser, copy):
    pages = plant(copy, "index.html", "</h1>", "</h1><pre>" + "x" * 200 + "</pre>")
    assert names(checks.reflow(browser, copy, pages), "pixels wide")


def test_a_page_that_alone_shows_something_is_in_the_sample(browser, copy):
    ordinary = next(page for page in copy.pages if page not in copy.sample and page not in copy.kinds)
    plant(copy, ordinary.name, "</h1>", "</h1><pre class='planted'>" + "x" * 200 + "</pre>")
    assert names(checks.reflow(browser, Site(copy.folder)), ordinary.name)


@pytest.mark.parametrize(
    ("rule", "name", "named"),
    [
        (".cards{min-width:30rem}", "index.html", "pixels of a table lie behind the edge: Decisions due"),
        (".matrix thead .b::before{display:inline-block}.matrix thead th{font-size:1rem}", "changes.html", "a head is wider"),
        ("nav ul{flex-wrap:nowrap;overflow:hidden}", "method.html", "the name of the page"),
        (".cards td:has(svg){grid-column:auto!important}.cards td svg{min-width:14rem;max-width:none!important}", "segments/index.html", "painted over"),
        (".cards .due{white-space:normal;display:block;width:1rem}", "index.html", "broken: "),
    ],
)
def test_what_a_telephone_does_not_show_at_once_is_named(browser, copy, rule, name, named):
    spoil(copy, f"@media(max-width:40rem){{{rule}}}")
    assert names(checks.narrow(browser, copy, [copy.page(name)]), named)


def test_figures_in_two_lines_are_named(browser, copy):
    spoil(copy, ".five{grid-template-columns:1fr 1fr 1fr}")
    assert names(checks.lines(browser, copy, 768, [".five > div"]), ".five > div stands in 2 lines at 768")


def test_bars_that_are_alike_in_grey_are_named(browser, copy):
    spoil(copy, "svg .ag{fill-opacity:1}")
    assert names(checks.grey(browser, copy, "light"), "in grey")


def test_small_words_in_a_drawing_on_paper_are_named(browser, copy):
    spoil(copy, "@media print{.chart text{font-size:9px}}")
    assert names(checks.paper["A4"](browser, copy, [copy.page("accounts/c_1012.html")]), "a word of 4")


def test_a_lead_that_is_smaller_than_text_is_named(browser, copy):
    spoil(copy, "@media print{main > h1 + p{font-size:.8rem}}")
    assert names(checks.paper["A4"](browser, copy, [copy.page("attention.html")]), "the lead has")


def test_a_sheet_that_holds_the_foot_alone_is_named(browser, copy):
    spoil(copy, "@media print{.foot{break-before:page}}")
    assert names(checks.printed(browser, copy, "A4", [copy.page("index.html")]), "holds the foot alone")


def test_words_under_the_stamp_are_named(browser, copy):
    pages = plant(copy, "index.html", "</h1>", "</h1><pre>" + "x" * 100 + "</pre>")
    assert names(checks.paper["A4"](browser, copy, pages), "on A4")


def spoil(site, style):
    """Adds rules to the end of the stylesheet."""
    path = site.folder / "style.css"
    path.write_text(path.read_text(encoding="utf-8") + style, encoding="utf-8")


def test_a_sheet_without_its_head_or_number_is_named(browser, copy):
    spoil(copy, "@media print{.stamp{position:static}}@page{@bottom-right{content:none}}")
    faults = checks.printed(browser, copy, "A4", [copy.page("index.html")])
    assert names(faults, "sheet 2 on A4 has no running head")
    assert names(faults, "sheet 1 on A4 has no number")


@pytest.mark.parametrize("sheet", checks.SHEETS)
def test_what_has_no_room_on_the_first_sheet_is_named(browser, copy, sheet):
    spoil(copy, "@media print{.decisions td{padding-block:4mm}}")
    assert names(checks.first_sheet(browser, copy, sheet), f"not on the first sheet of {sheet}")


def test_what_has_no_room_on_the_first_screen_is_named(browser, copy):
    spoil(copy, "dl.five{margin-top:9rem}")
    assert names(checks.first_screen(browser, copy, 1280, 800, ["table.matrix"]), "of 800 pixels")


@pytest.mark.parametrize(
    ("rule", "named"),
    [
        (".spark .line{stroke:Canvas}", "cannot be seen"),
        ("svg text{fill:Canvas}", "words in the ground"),
        ("svg .ag{fill-opacity:1;stroke:none}", "look alike"),
        (".y::before{transform:none}.y::before,.r::before{border-radius:0;border-width:3px}", "look alike"),
        (".b::before{border-color:Canvas!important;forced-color-adjust:none}", "a mark in the ground"),
    ],
)
def test_marks_that_are_lost_in_forced_colours_are_named(browser, copy, rule, named):
    spoil(copy, f"@media(forced-colors:active){{{rule}}}")
    assert names(checks.forced(browser, copy, [copy.page("index.html")]), named)


def test_idle_buttons_and_filters_are_named(browser, copy):
    plant(copy, "vigie.js", "elements.length < 5 || !isList", "elements.length < 1")
    plant(copy, "vigie.js", "rows.length > 19", "rows.length > 2")
    faults = checks.controls(browser, copy)
    assert names(faults, "sorts a table of") and names(faults, "no things to choose from")
    assert names(faults, "filters a table of")


def test_a_table_that_ranks_people_is_named(browser, copy):
    plant(copy, "vigie.js", "scroll.closest('.fixed')", "false")
    pages = [copy.page("csms/index.html")]
    assert names(checks.controls(browser, copy, pages), "ranks what is no ranking")
    plant(copy, "vigie.js", "title: words.sort", "title: ''")
    assert names(checks.controls(browser, copy, pages), "does not say that it sorts")


def test_words_that_only_eyes_find_are_named(browser, copy):
    spoil(copy, '.due::before{content:"! "}')
    plant(copy, "index.html", ' aria-label="18 accounts', ' title="18 accounts')
    pages = plant(copy, "index.html", '<div aria-hidden="true">', "<div>")
    faults = checks.heard(browser, copy, pages)
    assert names(faults, "a link is called 18") and names(faults, "read as it stands") and names(faults, "told twice")


def test_stops_that_do_nothing_are_named(browser, copy):
    plant(copy, "vigie.js", "scroll.removeAttribute('tabindex')", "scroll.tabIndex = 0")
    assert names(checks.stops(browser, copy, [copy.page("index.html")]), "a stop that does not scroll")
    plant(copy, "vigie.js", "if (isCut) scroll.tabIndex = 0", "if (isCut) scroll.tabIndex = -1")
    assert names(checks.stops(browser, copy, [copy.page("accounts/c_1012.html")]), "scrolls and is no stop")


def test_a_stop_without_a_ring_is_named(browser, copy):
    spoil(copy, ":focus-visible{outline:none}")
    assert names(checks.focus(browser, copy, [copy.page("method.html")]), "'ring': False")


def test_a_heavy_page_is_named(copy):
    plant(copy, "accounts/c_1012.html", "</h1>", "</h1>" + "x" * 40_000)
    plant(copy, "style.css", ":root", "/*" + random.Random(1).randbytes(20_000).hex() + "*/:root")
    faults = checks.weight(copy)
    assert names(faults, "accounts/c_1012.html")
    assert names(faults, "style and script")


def test_keys_that_do_nothing_are_named(browser, copy):
    plant(copy, "vigie.js", "button.onclick", "button.ondblclick")
    plant(copy, "vigie.js", "input.oninput = () => show(true)", "input.oninput = null")
    plant(copy, "vigie.js", "picked.has(row.codes[key]) !== isNot", "true")
    plant(copy, "vigie.js", "event.key !== '/'", "event.key !== '#'")
    assert names(keyboard.sorting(browser, copy, "accounts/index.html", "all", 2), "the first press")
    assert names(keyboard.filtering(browser, copy, "accounts/index.html", "all", "Ekström"), "leaves")
    assert names(keyboard.choosing(browser, copy, "accounts/index.html", "all", "Score", "green", lambda row: True), "all but 'green'")
    assert names(keyboard.jumping(browser, copy, "index.html", "calderwick", "Calderwick"), "lead nowhere")
    assert names(keyboard.finding(browser, copy, "jonas", "People", "Jonas Weber"), "does not find")
    assert names(keyboard.leaving(browser, copy, "index.html"), "opens nothing")


def test_a_search_that_forgives_nothing_is_named(browser, copy):
    plant(copy, "vigie.js", "near.length) return near", "near.length) return []")
    assert names(keyboard.missing(browser, copy, "altmor", "Altmoor Stahl AG"), "offers []")


def test_a_sent_view_that_is_not_restored_is_named(browser, copy):
    plant(copy, "vigie.js", "follow();", "")
    assert names(keyboard.filtering(browser, copy, "accounts/index.html", "all", "Ekström"), "does not show")
