"""Everything that must hold on every page of every site."""

import json
import re
import shutil

import checks
import keyboard
import pytest
from conftest import SCREENS, WHOLE
from folder import Site


def test_there_are_pages_of_many_kinds_to_look_at(site):
    assert len(site.kinds) > 12


def test_a_real_validator_finds_no_error(site, invalid):
    assert invalid(site) == []


def test_every_link_and_anchor_resolves(site):
    assert checks.links(site) == []


def test_nothing_is_asked_for_said_or_run_that_is_not_ours(name, seen):
    assert seen(name).said == []
    assert seen(name).faults(checks.foreign) == []


def test_nothing_runs_either_when_the_pages_own_policy_is_off(browser, name, site):
    opened = site.pages if name in WHOLE else site.sample
    assert checks.loading(browser, site, opened, bypasses_policy=True) == []


def test_pages_say_the_same_without_scripts(browser, name, site, seen):
    assert checks.scripts_off(browser, site.sample, seen(name)) == []


def test_axe_finds_nothing(name, seen, seen_long):
    assert seen(name).faults(checks.rules) == []
    for look in (*checks.colours.values(), checks.telephone):
        assert seen_long(name).faults(look) == []


def test_no_page_scrolls_sideways_at_320_pixels(name, seen):
    assert seen(name).faults(checks.reflow) == []


@pytest.mark.parametrize("name", SCREENS)
def test_nobody_has_to_look_for_a_column_on_a_telephone(name, seen):
    assert seen(name).faults(checks.narrow) == []


@pytest.mark.parametrize("name", ["example", "french"])
def test_the_five_figures_and_the_navigation_stand_in_one_line_each(browser, sites, name):
    assert checks.lines(browser, sites[name], 768, [".five > div"]) == []
    assert checks.lines(browser, sites[name], 1280, [".five > div", "nav li"]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_green_and_red_bars_are_told_apart_in_grey(browser, sites, scheme):
    assert checks.grey(browser, sites["example"], scheme) == []


@pytest.mark.parametrize("sheet", checks.SHEETS)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_runs_off_a_printed_sheet(name, sheet, seen):
    assert seen(name).faults(checks.paper[sheet]) == []


@pytest.mark.parametrize(("name", "sheet"), [("example", "A4"), ("french", "Letter")])
def test_every_printed_sheet_says_whose_it_is_and_has_a_number(browser, sites, name, sheet):
    # Printing takes long: one page of every folder, and all at its root.
    pages = {page.name if "/" not in page.name else page.name.split("/")[0]: page for page in sites[name].sample}
    assert checks.printed(browser, sites[name], sheet, pages.values()) == []


@pytest.mark.parametrize("sheet", checks.SHEETS)
@pytest.mark.parametrize("name", ["example", "french"])
def test_the_first_sheet_of_this_week_holds_all_down_to_the_decisions(browser, sites, name, sheet):
    assert checks.first_sheet(browser, sites[name], sheet) == []


def test_the_first_screen_of_this_week_holds_the_week_in_short_and_the_figures(browser, sites):
    parts = ["h1", ".brief", ".note", "dl.five"]
    assert checks.first_screen(browser, sites["example"], 1280, 800, parts) == []
    # A telephone says better or worse, who, what to decide first, and whether the scores have held.
    assert checks.first_screen(browser, sites["example"], 390, 844, ["h1", ".brief"]) == []


def test_marks_are_seen_and_told_apart_in_forced_colours(name, seen):
    assert seen(name).faults(checks.forced) == []


def test_only_long_lists_of_things_offer_to_sort_and_filter(name, seen):
    assert seen(name).faults(checks.controls) == []


def test_those_who_hear_a_page_are_told_as_much(name, seen):
    assert seen(name).faults(checks.heard) == []


def test_only_what_scrolls_is_a_stop_of_the_keyboard(name, seen):
    assert seen(name).faults(checks.stops) == []


def test_every_stop_of_the_keyboard_shows_itself(name, seen_long):
    assert seen_long(name).faults(checks.focus) == []


@pytest.mark.parametrize("name", SCREENS)
def test_pages_are_light(sites, name):
    assert checks.weight(sites[name]) == []


def test_tables_sort_by_keyboard(browser, sites):
    assert keyboard.sorting(browser, sites["example"], "accounts/index.html", "all", 2) == []
    assert keyboard.sorting(browser, sites["example"], "lists/renewals.html", "open") == []


def test_tables_filter_by_keyboard_and_the_view_can_be_sent(browser, sites):
    assert keyboard.filtering(browser, sites["example"], "accounts/index.html", "all", "Ekström") == []
    # The page holds one sheet of sixty; the filter looks through all.
    assert keyboard.filtering(browser, sites["large"], "accounts/index.html", "all", "A-10077") == []


def test_columns_are_held_to_some_of_their_values_by_keyboard_and_the_view_can_be_sent(browser, sites):
    choosing = keyboard.choosing
    assert choosing(browser, sites["example"], "accounts/index.html", "all", "Score", "green", lambda row: not re.search(r"[0-9]\sgreen", row)) == []
    assert choosing(browser, sites["large"], "accounts/index.html", "all", "Segment", "Enterprise", lambda row: "Enterprise" not in row) == []


def test_people_lists_pages_and_lost_accounts_are_found(browser, sites):
    example = sites["example"]
    assert keyboard.finding(browser, example, "gustavs", "Lost accounts", "Gustavsholm Frakt AB") == []
    assert keyboard.finding(browser, example, "jonas", "People", "Jonas Weber") == []
    assert keyboard.finding(browser, example, "helen orm", "People", "Calderwick") == []
    assert keyboard.finding(browser, example, "renewals", "Lists", "Renewals in doubt") == []
    assert keyboard.finding(browser, example, "mid", "Segments", "Mid-market") == []
    assert keyboard.finding(browser, example, "data", "Pages", "Data quality") == []


def test_an_index_in_parts_is_found_and_filtered_as_one(browser, sites, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(sites["large"].folder, copy)
    written = (copy / "accounts.js").read_text()
    index = json.loads(written.removeprefix("vigieAccounts = ").removesuffix(";\n"))
    assert index["parts"] == [] and len(index["rows"]) > 200
    rows, index["rows"], index["parts"] = index["rows"], index["rows"][:100], ["accounts.2.js", "accounts.3.js"]
    (copy / "accounts.js").write_text(f"vigieAccounts = {json.dumps(index)};\n")
    for part, name in enumerate(index["parts"], 1):
        (copy / name).write_text(f"vigieAccounts[{part}] = {json.dumps(rows[100 * part:100 * (part + 1)])};\n")
    split = Site(copy)
    for _, name, account, *_ in (rows[5], rows[150], rows[250]):
        assert keyboard.finding(browser, split, account, "Accounts", name) == []
    assert keyboard.filtering(browser, split, "accounts/index.html", "all", rows[250][2]) == []


@pytest.mark.parametrize("typed", ["altmor", "altnoor", "altmooor", "atlmoor"])
def test_one_wrong_letter_is_forgiven(browser, sites, typed):
    assert keyboard.missing(browser, sites["example"], typed, "Altmoor Stahl AG") == []


def test_what_is_not_there_is_said_to_be_so(browser, sites):
    assert keyboard.missing(browser, sites["example"], "xqzw", None) == []
    assert keyboard.missing(browser, sites["example"], "kalderwyk", "Calderwick") == []


def test_an_account_is_found_by_name_id_and_owner(browser, sites):
    example = sites["example"]
    assert keyboard.jumping(browser, example, "index.html", "calderwick", "Calderwick") == []
    assert keyboard.jumping(browser, example, "lists/renewals.html", "C1012", "Groupe Santé Rivemont") == []
    assert keyboard.jumping(browser, example, "accounts/c_1012.html", "bjorko ekstrom", "Björkö") == []


def test_the_search_closes_and_its_key_can_be_switched_off(browser, sites):
    assert keyboard.leaving(browser, sites["example"], "method.html") == []


def test_hostile_names_are_found_and_lead_to_their_pages(browser, sites):
    assert keyboard.jumping(browser, sites["hostile-1"], "index.html", "<svg/onload", "<svg/onload=alert(1)>") == []
    assert keyboard.jumping(browser, sites["hostile-1"], "index.html", "<script>doc", "<script>document.title") == []
