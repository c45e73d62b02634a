"""Workbooks in the hands of people: filled in with openpyxl, saved again by LibreOffice, and taken in.

`./dev office-test` builds the program and runs this.
"""

import csv
import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill

ROOT = Path(__file__).resolve().parents[2]
VIGIE = ROOT / ".build/debug/vigie"
AS_OF = "2026-11-16"
LISTS = 11


def vigie(*arguments, cwd):
    return subprocess.run([VIGIE, *map(str, arguments)], cwd=cwd, capture_output=True, text=True, check=False)


def libreoffice(folder, ending, *files):
    """Opens files in LibreOffice and saves them into a folder."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder, *files],
        check=True, capture_output=True, timeout=120)


@pytest.fixture
def portfolio(tmp_path):
    folder = tmp_path / "p"
    shutil.copytree(ROOT / "examples/portfolio", folder)
    shutil.rmtree(folder / "site", ignore_errors=True)
    return folder


def rows(portfolio, table):
    path = portfolio / f"data/{table}.csv"
    if not path.exists():
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def asked(portfolio, name="asked.xlsx"):
    file = portfolio.parent / name
    outcome = vigie("sheet", portfolio, "--as-of", AS_OF, "--out", file, cwd=portfolio.parent)
    assert outcome.returncode == 0, outcome.stderr
    return file


def columns(sheet):
    return {cell.value: cell.column for cell in sheet[1] if cell.value}


FLAGS = ["green", "yellow", "red"]
DECISIONS = ["the score was right", "the CSM was right", "both were right", "deferred", "not pursued"]
REASONS = ["Champion leaves.", "=1+1", "a\nb", "été ; \"x\"", "00042", "+33 1 23", "@all", "3-12"]


def fill(sheet, draws):
    """Fills in about half of the rows and gives what was said by account."""
    column = columns(sheet)
    said = {}
    for row in range(2, sheet.max_row + 1):
        if draws.random() < 0.4:
            continue
        cell = lambda head: sheet.cell(row=row, column=column[head])
        account = cell("Account id").value
        entry = {"flag": draws.choice(FLAGS), "reason": draws.choice(REASONS)}
        cell("Your flag").value = entry["flag"]
        cell("Reason").value = entry["reason"]
        cell("Reason").data_type = "s"
        if "decision" in cell("Asked for").value and draws.random() < 0.7:
            entry["decision"] = draws.randrange(len(DECISIONS))
            cell("Decision").value = DECISIONS[entry["decision"]]
        said[account] = entry
    return said


def disturb(sheet, draws):
    """What people do: sort, colour, add and move columns, delete what they have nothing to say on."""
    sheet.protection.sheet = False
    heads = [cell.value for cell in sheet[1]]
    flag = heads.index("Your flag")
    kept = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    kept = [row for row in kept if row[flag] or draws.random() < 0.5]
    draws.shuffle(kept)
    sheet.delete_rows(2, sheet.max_row)
    order = list(range(len(heads)))
    draws.shuffle(order)
    for column, place in enumerate(["Mine"] + order, start=1):
        head = sheet.cell(row=1, column=column)
        head.value = "Mine" if place == "Mine" else heads[place]
        for row, values in enumerate(kept, start=2):
            cell = sheet.cell(row=row, column=column)
            cell.value = "x" if place == "Mine" else values[place]
            if isinstance(cell.value, str):
                cell.data_type = "s"
            cell.fill = PatternFill("solid", fgColor="D9EAD3")
    sheet.title = "Renamed"


@pytest.mark.parametrize("seed", range(int(os.environ.get("OFFICE_SEEDS", "2"))))
@pytest.mark.parametrize("saved_by", ["openpyxl", "libreoffice"])
def test_nothing_that_people_say_is_lost_doubled_or_invented(portfolio, tmp_path, seed, saved_by):
    draws = random.Random(seed)
    file = asked(portfolio)
    book = openpyxl.load_workbook(file)
    said = fill(book.worksheets[0], draws)
    disturb(book.worksheets[0], draws)
    back = tmp_path / "back from Aisha (2).xlsx"
    book.save(back)
    if saved_by == "libreoffice":
        libreoffice(tmp_path / "saved", "xlsx", back)
        back = tmp_path / "saved" / back.name
    before = {table: rows(portfolio, table) for table in ["sentiment", "reviews", "risks"]}
    outcome = vigie("collect", back, portfolio, "--as-of", AS_OF, cwd=tmp_path)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    new = rows(portfolio, "sentiment")[len(before["sentiment"]):]
    assert {row["account_id"]: (row["flag"], row["reason"]) for row in new} == {
        account: (entry["flag"], entry["reason"]) for account, entry in said.items()}
    assert len(new) == len(said)
    codes = ["score_right", "csm_right", "both", "defer", "not_pursued"]
    decided = rows(portfolio, "reviews")[len(before["reviews"]):]
    assert {(row["account_id"], row["decision"]) for row in decided} == {
        (account, codes[entry["decision"]]) for account, entry in said.items() if "decision" in entry}
    assert rows(portfolio, "risks") == before["risks"]
    again = vigie("collect", back, portfolio, "--as-of", AS_OF, cwd=tmp_path)
    assert again.stdout.startswith("recorded 0, known before "), again.stdout


def test_the_sheet_has_drop_downs_protection_and_hidden_keys(portfolio, tmp_path):
    file = asked(portfolio)
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    column = columns(sheet)
    assert sheet.protection.sheet and not sheet.protection.password
    validated = {str(rule.sqref).rstrip("0123456789").split(":")[0][0] for rule in sheet.data_validations.dataValidation}
    assert len(sheet.data_validations.dataValidation) == 5 and len(validated) == 5
    letter = openpyxl.utils.get_column_letter(column["Key"])
    assert sheet.column_dimensions[letter].hidden
    for head, place in column.items():
        locked = sheet.cell(row=2, column=place).protection.locked
        opened = place >= column["Your flag"] and place <= column["Said on, if not today"]
        assert locked != opened, head
    assert book.worksheets[2].sheet_state == "hidden"
    text = " ".join(str(cell.value).lower() for row in sheet.iter_rows() for cell in row)
    for word in ["score", "unscored", "band", "spot", "divergence"]:
        assert word not in text
    # LibreOffice keeps all of that.
    libreoffice(tmp_path / "saved", "xlsx", file)
    saved = openpyxl.load_workbook(tmp_path / "saved" / file.name).worksheets[0]
    assert len(saved.data_validations.dataValidation) == 5
    assert saved.column_dimensions[letter].hidden and saved.protection.sheet


def test_lists_are_typed_tables_without_formulas(portfolio, tmp_path):
    assert vigie("build", portfolio, "--as-of", AS_OF, cwd=tmp_path).returncode == 0
    site = portfolio / "site"
    report = json.loads((site / "report.json").read_text())
    accounts = {account["id"]: account for account in report["accounts"]}
    books = sorted((site / "lists").glob("*.xlsx"))
    assert len(books) == LISTS + 1
    for path in books:
        for sheet in openpyxl.load_workbook(path):
            for row in sheet.iter_rows():
                assert all(cell.data_type != "f" for cell in row), path
        if path.stem == "all-lists":
            continue
        sheet = openpyxl.load_workbook(path).worksheets[0]
        column = columns(sheet)
        items = {item["account"]: item for item in report["lists"][path.stem]}
        assert sheet.max_row - 1 == len(items)
        assert sheet.freeze_panes == "B2" and sheet.print_title_rows == "$1:$1"
        assert not items or sheet.auto_filter.ref.startswith("A1:")
        for row in range(2, sheet.max_row + 1):
            value = lambda head: sheet.cell(row=row, column=column[head]).value
            account = accounts[value("Account id")]
            assert isinstance(value("Account id"), str)
            for head, figure in [
                ("ARR", account["arr"]), ("Score", account["score"]), ("Exposure", account["exposure"]),
                ("Risk points", account["points"]), ("Weeks listed", items[account["id"]]["weeks"]),
            ]:
                assert value(head) == figure, (path, head)
            assert value("Listed since").date().isoformat() == items[account["id"]]["since"]
            assert sheet.cell(row=row, column=1).hyperlink.target.startswith("../accounts/")
    # LibreOffice reads the same numbers.
    libreoffice(tmp_path / "csv", "csv:Text - txt - csv (StarCalc):44,34,76", site / "lists/green-but-yellow.xlsx")
    with open(tmp_path / "csv/green-but-yellow.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            account = accounts[row["Account id"]]
            assert int(row["Score"]) == account["score"]
            assert float(row["ARR"].replace("€", "").replace(",", "")) == account["arr"]
