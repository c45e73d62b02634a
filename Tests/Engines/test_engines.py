"""The same facts through every engine, the traps of each, and what stays when an engine does not answer."""

import json
import os
import re
import shutil
import subprocess
import time
from datetime import date, timedelta

import pytest
from conftest import DAY, EVENTS, EXAMPLE, TABLES, place_of, start_sail

NAMES = ("postgresql", "duckdb", "sqlite", "sail")
ACCOUNTS = {"data/accounts.csv": "account_id,name,renews_on\nA1,Acme,2027-01-31\nB2,Beta,2027-02-28\n"}
MODEL = 'version: "1"\ndimensions:\n  usage:\n    weight: 1\n    measures:\n      logins: {worst: 0, best: 10}\n'


def small(engines, name, entry, **files):
    """Two accounts, whose measures an engine gives."""
    return engines.portfolio(name, {"measures": [entry]}, files=ACCOUNTS | {"model.yml": MODEL} | files)


def kept(folder, site="site"):
    """The answers that a site keeps: rows of cells by table."""
    answers = {}
    for file in sorted((folder / site / "queries").glob("*.csv")):
        answers[file.name.rsplit("-", 1)[0]] = file.read_text()
    return answers


def answer(engines, name, query, settings=None):
    """What an engine answers to a query for measures."""
    folder = small(engines, f"answer-{name}", {"adbc": f"profile://{name}", "query": query} | (settings or {}))
    done = engines.vigie("build", folder, "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    return kept(folder)["measures"]


def refusal(engines, name, query, **settings):
    folder = small(engines, f"refusal-{name}", {"adbc": f"profile://{name}", "query": query} | settings)
    done = engines.vigie("build", folder, "--as-of", DAY)
    assert done.returncode == 1 and not (folder / "site").exists(), done.stdout
    return done.stderr


def copy_of_example(engines, name, sources):
    """The example with its tables from elsewhere."""
    folder = engines.folder / f"example-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("site", "archive", "history.sqlite"))
    text = (folder / "vigie.yml").read_text()
    lines = ["sources:"]
    for table, entry in sources.items():
        # Rows that were recorded by hand are read beside those of a source.
        if "file" not in entry:
            (folder / "data" / f"{table}.csv").unlink()
        lines += [f"  {table}:", f"    - {json.dumps(entry)}"]
    head, _, rest = text.partition("sources:\n")
    tail = "".join(line for line in rest.splitlines(True) if line.strip() and not line.startswith((" ", "#")))
    (folder / "vigie.yml").write_text(head + "\n".join(lines) + "\n" + tail)
    return folder


def select(engines, engine, table):
    columns = ", ".join(f"`{c}`" if engine == "sail" else f'"{c}"' for c in TABLES[table][0])
    return f"SELECT {columns} FROM {place_of(engines, engine, table)} ORDER BY position"


@pytest.fixture(scope="session")
def report_of_files(engines):
    folder = copy_of_example(engines, "files", {table: {"file": f"data/{table}.csv"} for table in TABLES})
    done = engines.vigie("build", folder, "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    return (folder / "site/report.json").read_bytes()


@pytest.mark.parametrize("engine", NAMES)
def test_the_same_facts_give_the_same_report(engines, report_of_files, engine):
    sources = {
        table: {"adbc": f"profile://{engine}", "query": select(engines, engine, table)} for table in TABLES}
    folder = copy_of_example(engines, engine, sources)
    done = engines.vigie("build", folder, "--as-of", DAY)
    assert done.returncode == 0, done.stderr
    assert (folder / "site/report.json").read_bytes() == report_of_files
    # Once more from what the site keeps, with the engine out of reach.
    shutil.copytree(folder / "site/queries", folder / "queries")
    again = engines.vigie("build", folder, "--as-of", DAY, "--out", folder / "again", ADBC_PROFILE_PATH="/nowhere")
    assert again.returncode == 0, again.stderr
    for file in (folder / "site").rglob("*"):
        if file.is_file():
            assert (folder / "again" / file.relative_to(folder / "site")).read_bytes() == file.read_bytes(), file


TYPES = {
    "postgresql": (
        "SELECT 'A1' AS account_id, date_trunc('week', date '2026-11-12') AS date, 7::numeric AS logins, "
        "avg(x) AS mean, sum(x) AS total, true AS yes, 'a'::char(3) AS padded, NULL AS nothing, 0.1::real AS small "
        "FROM (VALUES (1), (2)) AS v(x)",
        '"account_id","date","logins","mean","total","yes","padded","nothing","small"\n'
        "A1,2026-11-09T00:00:00Z,7,1.5000000000000000,3,true,\"a  \",,0.1\n"),
    "duckdb": (
        "SELECT 'A1' AS account_id, date_trunc('week', date '2026-11-12') AS date, sum(x) AS logins, "
        "sum(x)::hugeint AS huge, 1.25::decimal(10, 3) AS part, 'b'::enum('a', 'b') AS word, "
        "18446744073709551615::ubigint AS most, 'a text of more than twelve letters' AS long "
        "FROM (VALUES (1), (2)) AS v(x)",
        '"account_id","date","logins","huge","part","word","most","long"\n'
        "A1,2026-11-09 00:00:00,3,3,1.25,b,18446744073709551615,a text of more than twelve letters\n"),
    "sqlite": (
        "SELECT 'A1' AS account_id, '2026-11-09' AS date, 3 AS logins, 2.5 AS part, 4.0 AS whole",
        '"account_id","date","logins","part","whole"\nA1,2026-11-09,3,2.5,4\n'),
    "sail": (
        "SELECT 'A1' AS account_id, date_trunc('week', date '2026-11-12') AS date, CAST(3 AS DECIMAL(20, 2)) AS logins, "
        "timestamp '2026-11-12 10:30:00' AS at, CAST(0.5 AS FLOAT) AS half",
        '"account_id","date","logins","at","half"\nA1,2026-11-09 00:00:00,3,2026-11-12T10:30:00Z,0.5\n'),
}


@pytest.mark.parametrize("engine", NAMES)
def test_types_come_as_the_values_that_they_are(engines, engine):
    query, csv = TYPES[engine]
    assert answer(engines, engine, query) == csv


def test_days_are_counted_in_the_zone_of_the_settings_and_not_in_that_of_the_server(engines):
    query = "SELECT 'A1' AS account_id, date_trunc('week', date '2026-11-12') AS date, 1 AS logins"
    paris = answer(engines, "postgresql", query, {"time_zone": "Europe/Paris"})
    assert paris.endswith("A1,2026-11-08T23:00:00Z,1\n")


def test_days_without_end_are_what_the_settings_say(engines):
    query = "SELECT * FROM (VALUES ('A1', 'Acme', 'infinity'::date), ('B2', 'Beta', '2099-12-31')) AS v(account_id, name, renews_on)"
    files = {"model.yml": MODEL, "data/measures.csv": "account_id,date,logins\nA1,2026-11-09,5\nB2,2026-11-09,5\n"}
    entry = {"adbc": "profile://postgresql", "query": query}
    told = engines.portfolio("endless-told", {"accounts": [entry]}, files=files)
    done = engines.vigie("check", told, "--as-of", DAY, "--all")
    assert "postgresql:query:1: error: renews_on is 'infinity'; write a day such as 2026-02-28" in done.stderr
    entry["no_day"] = ["infinity", "2099-12-31"]
    silent = engines.portfolio("endless-silent", {"accounts": [entry]}, files=files)
    done = engines.vigie("check", silent, "--as-of", DAY, "--all")
    assert done.returncode == 0 and "renews_on" not in done.stderr, done.stderr


@pytest.mark.parametrize("engine, query, words", [
    ("postgresql", "SELECT 'A1' AS account_id, 12.34::money AS logins", "the column 'logins' is of type money"),
    ("postgresql", "SELECT 'A1' AS account_id, ARRAY[1] AS logins", "the column 'logins' is of type list"),
    ("postgresql", "SELECT 'A1' AS account_id, '\\x00'::bytea AS logins", "the column 'logins' is of type binary"),
    ("postgresql", "SELECT 'A1' AS account_id, gen_random_uuid() AS logins", "the column 'logins' is of type arrow.uuid"),
    ("postgresql", "SELECT 'A1' AS account_id, time '10:00' AS logins", "the column 'logins' is of type time of day"),
    ("duckdb", "SELECT 'A1' AS account_id, [1] AS logins", "the column 'logins' is of type list"),
    ("sail", "SELECT 'A1' AS account_id, array(1) AS logins", "the column 'logins' is of type list"),
])
def test_other_types_are_refused_by_name(engines, engine, query, words):
    assert words in refusal(engines, engine, query)


@pytest.mark.parametrize("engine", NAMES)
def test_a_wrong_query_is_told_with_its_place_and_the_words_of_the_engine(engines, engine):
    words = refusal(engines, engine, "SELECT account_id FROM nothing_of_the_kind")
    assert f"vigie.yml:3:7: error: {engine}: the query was refused" in words and "nothing_of_the_kind" in words


def test_nothing_can_be_written(engines):
    engines.psql("CREATE TABLE written (x int); CREATE FUNCTION write() RETURNS int LANGUAGE sql AS 'INSERT INTO written VALUES (1) RETURNING x';")
    words = refusal(engines, "postgresql", "SELECT write()::text AS account_id")
    assert "cannot execute INSERT in a read-only transaction" in words
    assert "must begin with SELECT or WITH" in refusal(engines, "sqlite", "DELETE FROM accounts")
    assert "has the word DELETE in it" in refusal(
        engines, "postgresql", "WITH gone AS (DELETE FROM written RETURNING x) SELECT * FROM gone")
    assert "more than one statement" in refusal(engines, "duckdb", "SELECT 1; DROP TABLE accounts")


def test_rows_come_in_one_order_where_the_query_names_none(engines):
    query = "SELECT account_id, count(*) AS logins, max(date) AS date FROM {} GROUP BY account_id".format(
        place_of(engines, "sail", "measures"))
    first = answer(engines, "sail", query)
    assert first.splitlines()[1:] == sorted(first.splitlines()[1:]) and len(first.splitlines()) > 40
    assert answer(engines, "sail", query) == first
    assert answer(engines, "duckdb", query.replace(place_of(engines, "sail", "measures"), "measures")) == first


def test_an_engine_that_does_not_answer_in_time_is_left(engines):
    words = refusal(engines, "postgresql", "SELECT 'A1' AS account_id, pg_sleep(60)::text AS logins", timeout=1)
    assert "postgresql: the engine has not answered in 1 seconds" in words


def test_a_server_that_goes_away_leaves_site_archive_and_ledger(engines):
    engines.profile("gone", "postgresql", uri="postgresql://vigie@127.0.0.1:1/postgres")
    entry = {"adbc": "profile://postgresql", "query": "SELECT 'A1' AS account_id, DATE '2026-11-09' AS date, 5 AS logins"}
    folder = small(engines, "goes-away", entry)
    assert engines.vigie("publish", folder, "--as-of", DAY).returncode == 0
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.name != "vigie.yml"}
    (folder / "vigie.yml").write_text((folder / "vigie.yml").read_text().replace("//postgresql", "//gone"))
    for command in ("build", "publish", "check"):
        done = engines.vigie(command, folder, "--as-of", "2026-11-23")
        assert done.returncode == 1
        assert "gone: the engine cannot open the database" in done.stderr and "Connection refused" in done.stderr
    assert {f: f.read_bytes() for f in folder.rglob("*") if f.is_file() and f.name != "vigie.yml"} == before


# Every worker counts for seconds what the others send it, and the answer is known: the remainders of a prime.
SPREAD = ("SELECT 'A1' AS account_id, DATE '2026-11-09' AS date, count(DISTINCT (id * 7919) % 3000017) AS logins "
          "FROM range(60000000)")


def in_the_middle_of_a_query(engines, name, log, cut):
    """What a build says whose engine is cut once all workers are at it."""
    folder = small(engines, f"middle-{name}", {"adbc": f"profile://{name}", "query": SPREAD, "timeout": 20})
    build = engines.begin("build", folder, "--as-of", DAY)
    while len(ports := re.findall(r"server is ready on port (\d+)", log.read_text())) < 4:
        assert build.poll() is None, "the query was over before it was spread"
        time.sleep(0.05)
    time.sleep(1.5)
    assert build.poll() is None, "the query was over before anything was cut"
    cut(ports[1:])
    _, errors = build.communicate(timeout=120)
    return folder, build.returncode, errors


@pytest.mark.skipif(os.getuid() != 0, reason="cutting connections needs root")
def test_a_worker_that_is_cut_off_gives_the_right_answer_or_none(engines):
    server, log = start_sail(engines, "cut")

    def cut(workers):
        for _ in range(20):
            for end in ("sport", "dport"):
                subprocess.run(["ss", "-K", end, "=", f":{workers[1]}"], capture_output=True)
            time.sleep(0.1)

    folder, status, errors = in_the_middle_of_a_query(engines, "cut", log, cut)
    server.kill()
    print(f"cut off: status {status}: {errors}")
    if status == 0:
        assert kept(folder)["measures"].splitlines()[1:] == ["A1,2026-11-09,3000017"]
    else:
        assert status == 1 and "vigie.yml:3:7: error: cut: " in errors and not (folder / "site").exists(), errors


def test_an_engine_that_is_killed_in_a_query_is_told(engines):
    server, log = start_sail(engines, "killed")
    folder, status, errors = in_the_middle_of_a_query(engines, "killed", log, lambda _: server.kill())
    assert status == 1 and "vigie.yml:3:7: error: killed: " in errors and not (folder / "site").exists(), errors


def test_an_edition_is_compared_explained_and_verified_without_the_engine(engines):
    entry = {"adbc": "profile://postgresql", "query": "SELECT account_id, date, logins FROM facts ORDER BY 1"}
    engines.psql("CREATE TABLE facts (account_id text, date date, logins int); "
                 "INSERT INTO facts VALUES ('A1', '2026-11-01', 5), ('B2', '2026-11-01', 9);")
    folder = small(engines, "lasting", entry)
    assert engines.vigie("publish", folder, "--as-of", "2026-11-02").returncode == 0
    engines.psql("INSERT INTO facts VALUES ('A1', '2026-11-08', 2)")
    assert engines.vigie("publish", folder, "--as-of", "2026-11-09").returncode == 0
    away = {"ADBC_PROFILE_PATH": "/nowhere"}
    for command in (["explain", "A1", folder, "--as-of", "2026-11-09"], ["compare", "2026-W45", "2026-W46", folder],
                    ["verify", folder / "archive"], ["backtest", folder]):
        done = engines.vigie(*command, **away)
        assert done.returncode == 0, done.stderr
    archive = folder / "archive/2026-W45.zip"
    assert archive.exists()
    shutil.unpack_archive(archive, folder / "past")
    shutil.copytree(folder / "past/queries", folder / "queries")
    done = engines.vigie("build", folder, "--as-of", "2026-11-02", "--out", folder / "again", **away)
    assert done.returncode == 0, done.stderr
    assert (folder / "again/report.json").read_text().count('"logins"') > 0
    record = next((folder / "queries").glob("*.csv"))
    record.write_text(record.read_text().replace("A1", "A2"))
    done = engines.vigie("build", folder, "--as-of", "2026-11-02", "--out", folder / "again", **away)
    assert done.returncode == 1 and "is not what was answered" in done.stderr


def test_secrets_come_from_the_environment_and_are_shown_nowhere(engines):
    engines.profile("locked", "postgresql", uri=engines.postgresql.replace("vigie@", "vigie:{{ env_var(PGSECRET) }}@"))
    query = "SELECT account_id FROM nothing"
    folder = small(engines, "locked", {"adbc": "profile://locked", "query": query})
    unset = engines.vigie("build", folder, "--as-of", DAY)
    assert "takes the variable PGSECRET of the environment, which is not set" in unset.stderr
    done = engines.vigie("build", folder, "--as-of", DAY, PGSECRET="nothing")
    assert done.returncode == 1 and "relation \"…\" does not exist" in done.stderr and "\"nothing\"" not in done.stderr


def test_check_tells_where_it_looked_and_what_it_found(engines):
    folder = small(engines, "told", {
        "adbc": "profile://postgresql", "query": "SELECT 'A1' AS account_id, DATE '2026-11-09' AS date, 5 AS logins"})
    done = engines.vigie("check", folder, "--as-of", DAY)
    assert "postgresql: 1 rows of PostgreSQL 15." in done.stdout
    assert f"profile {engines.folder}/profiles/postgresql.toml, driver " in done.stdout
    assert f"profiles are looked for in {engines.folder}/profiles, " in done.stdout
    assert not (folder / "site").exists()
    done = engines.vigie("check", folder, "--as-of", DAY, ADBC_PROFILE_PATH="/nowhere")
    assert (f"there is no profile postgresql.toml; looked in /nowhere, {engines.folder}/.config/adbc/profiles, "
            "/etc/adbc/profiles") in done.stderr


SUMS = {"per": "week", "of": {"users": "count_distinct user_id", "logins": "sum sessions", "most": "max sessions", "events": "count"}}


def weeks_of_events():
    weeks = {}
    for account, at, user, sessions in EVENTS:
        day = date.fromisoformat(at[:10])
        weeks.setdefault((account, day + timedelta(days=6 - day.weekday())), []).append((user, sessions))
    return {
        (account, str(week)): [len({u for u, _ in rows}), sum(s for _, s in rows), max(s for _, s in rows), len(rows)]
        for (account, week), rows in weeks.items()}


@pytest.mark.parametrize("engine", NAMES)
def test_events_are_summed_up_in_the_engine_by_weeks_that_end_on_sunday(engines, engine):
    query = f"SELECT account_id, happened_at AS date, user_id, sessions FROM {place_of(engines, engine, 'events')}"
    settings = {"aggregate": SUMS} | ({"dialect": "spark"} if engine == "sail" else {})
    lines = answer(engines, engine, query, settings).splitlines()
    assert lines[0] == '"account_id","date","users","logins","most","events"'
    read = {(cells[0], cells[1][:10]): list(map(int, cells[2:])) for cells in (line.split(",") for line in lines[1:])}
    assert read == weeks_of_events() and len(lines) == len(read) + 1


def test_sums_are_compared_with_those_of_one_account_made_here(engines):
    words = refusal(
        engines, "postgresql", "SELECT account_id, happened_at AS date, (random() * 1000)::int AS sessions FROM events",
        aggregate={"per": "week", "of": {"logins": "sum sessions"}})
    assert "postgresql: the engine makes logins of the week to 2026-08-23 of 'C0' " in words and "and its rows make " in words


def test_sums_need_a_dialect_where_the_engine_does_not_tell_its_name(engines):
    words = refusal(
        engines, "sail", f"SELECT account_id, happened_at AS date, sessions FROM {place_of(engines, 'sail', 'events')}",
        aggregate={"per": "week", "of": {"logins": "sum sessions"}})
    assert "which SQL the engine speaks cannot be told; write dialect beside aggregate" in words
