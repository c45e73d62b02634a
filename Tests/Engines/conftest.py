"""The engines that the tests ask, started once on this machine, and portfolios that read from them."""

import csv
import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACE = Path(sys.prefix).parent
PACKAGES = next(Path(sys.prefix).glob("lib/python*/site-packages"))
VIGIE = ROOT / ".build/debug/vigie"
DAY = "2026-11-16"
POSTGRESQL = Path("/usr/lib/postgresql/15/bin")
EXAMPLE = ROOT / "examples/portfolio"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(port, process=None):
    for _ in range(300):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process is None or process.poll() is None, "the server ended"
        time.sleep(0.1)
    raise AssertionError(f"nothing listens on {port}")


def kind_of(values):
    """A type for a column of texts: days, whole numbers, amounts or texts."""
    filled = [value for value in values if value]
    try:
        if filled and all(date.fromisoformat(value) for value in filled):
            return "date"
    except ValueError:
        pass
    if filled and all(v.isdigit() and (v == "0" or v[0] != "0") for v in filled):
        return "bigint"
    if filled and all(v.replace(".", "", 1).isdigit() for v in filled):
        return "numeric(18,4)"
    return "text"


def example_tables():
    tables = {}
    for file in sorted((EXAMPLE / "data").glob("*.csv")):
        rows = list(csv.reader(file.open(encoding="utf-8", newline="")))
        header, rows = rows[0], rows[1:]
        kinds = [kind_of([row[i] for row in rows]) for i in range(len(header))]
        kinds[0] = "text"
        tables[file.stem] = (header, kinds, rows)
    return tables


TABLES = example_tables()
DECLARED = {
    name: ", ".join(f'"{column}" {kind}' for column, kind in zip(header, kinds)) + ", position bigint"
    for name, (header, kinds, _) in TABLES.items()
}


def rows_of(name):
    _, kinds, rows = TABLES[name]
    for position, row in enumerate(rows):
        cells = [None if cell == "" else int(cell) if kind == "bigint" else cell for cell, kind in zip(row, kinds)]
        yield cells + [position]


def event_rows():
    """Uses of a product in twelve weeks: account, moment, user and sessions, with moments on both sides of each midnight."""
    times = ("00:00:00", "00:10:00", "12:00:00", "23:59:59")
    for number in range(6000):
        day = date(2026, 8, 20) + timedelta(days=number * 7 % 89)
        yield f"C{number % 7}", f"{day} {times[number % 4]}", f"u{number * 31 % 50}", number % 5


EVENTS = list(event_rows())
EVENT_COLUMNS = "account_id text, happened_at timestamp, user_id text, sessions int"


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options)


class Engines:
    """Drivers by name, connection profiles, and the SQL that reads a table of the example."""

    def __init__(self, folder):
        self.folder = folder
        self.stop = []
        (folder / "drivers").mkdir()
        (folder / "profiles").mkdir()
        self.manifest("sqlite", PACKAGES / "adbc_driver_sqlite/libadbc_driver_sqlite.so")
        self.manifest("postgresql", PACKAGES / "adbc_driver_postgresql/libadbc_driver_postgresql.so")
        self.manifest("flightsql", PACKAGES / "adbc_driver_flightsql/libadbc_driver_flightsql.so")
        self.manifest("duckdb", PLACE / "libadbc_driver_duckdb.so")

    def manifest(self, name, library, entry=None):
        (self.folder / f"drivers/{name}.toml").write_text(
            f'manifest_version = 1\nname = "{name}"\n\n[Driver]\n'
            + (f'entrypoint = "{entry}"\n' if entry else "")
            + f'\n[Driver.shared]\nlinux_amd64 = "{library}"\nlinux_arm64 = "{library}"\n'
        )

    def profile(self, name, driver, **options):
        lines = "".join(f'"{key}" = {json.dumps(value)}\n' for key, value in options.items())
        (self.folder / f"profiles/{name}.toml").write_text(
            f'profile_version = 1\ndriver = "{driver}"\n\n[Options]\n{lines}'
        )

    @property
    def environment(self):
        return {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LC_ALL": "C",
            "ADBC_DRIVER_PATH": str(self.folder / "drivers"), "ADBC_PROFILE_PATH": str(self.folder / "profiles"),
        }

    def begin(self, *arguments):
        """Starts the program and does not wait for its end."""
        return subprocess.Popen(
            [str(VIGIE), *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=self.folder,
            env=self.environment,
        )

    def vigie(self, *arguments, **environment):
        return subprocess.run(
            [str(VIGIE), *map(str, arguments)], capture_output=True, text=True, cwd=self.folder,
            env=self.environment | environment, timeout=120,
        )

    def portfolio(self, name, sources, settings="", files=None):
        """A portfolio of which only the named tables come from an engine."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for file, text in (files or {}).items():
            (folder / file).parent.mkdir(parents=True, exist_ok=True)
            (folder / file).write_text(text)
        lines = [line for line in (settings, "sources:") if line]
        for table, entries in sources.items():
            lines.append(f"  {table}:")
            lines += [f"    - {json.dumps(entry)}" for entry in entries]
        (folder / "vigie.yml").write_text("\n".join(lines) + "\n")
        return folder


def start_postgresql(engines):
    """A cluster whose sessions count days in New York unless they are told otherwise."""
    data = engines.folder / "postgresql"
    data.mkdir()
    data.chmod(0o700)
    for folder in [engines.folder, *engines.folder.parents]:
        if folder.owner() == "root" and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
    if user:
        shutil.chown(data, "postgres")
    run(*user, POSTGRESQL / "initdb", "-D", data, "-A", "trust", "-U", "vigie", "-E", "UTF8", "--locale=C.UTF-8", cwd="/")
    port = free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c timezone=America/New_York"
    server = [*user, POSTGRESQL / "pg_ctl", "-D", data]
    subprocess.run([*map(str, server), "-o", settings, "-w", "-l", str(data / "log"), "start"], check=True, cwd="/",
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    engines.stop.append(lambda: run(*server, "-m", "immediate", "stop", cwd="/"))
    engines.postgresql = f"postgresql://vigie@127.0.0.1:{port}/postgres"
    engines.profile("postgresql", "postgresql", uri=engines.postgresql)
    for name in TABLES:
        text = "".join(
            "\t".join("\\N" if cell is None else str(cell).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
                      for cell in row) + "\n" for row in rows_of(name))
        engines.psql(f"CREATE TABLE {name} ({DECLARED[name]});\nCOPY {name} FROM stdin;\n{text}\\.\n")
    text = "".join("\t".join(map(str, row)) + "\n" for row in EVENTS)
    engines.psql(f"CREATE TABLE events ({EVENT_COLUMNS});\nCOPY events FROM stdin;\n{text}\\.\n")


def start_sail(engines, name="sail"):
    """A server whose queries are spread over workers, and its log."""
    port = free_port()
    environment = os.environ | {"SAIL_MODE": "local-cluster", "SAIL_CLUSTER__WORKER_INITIAL_COUNT": "3"}
    log = engines.folder / f"{name}.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [str(PLACE / "venv/bin/sail"), "flight", "server", "--port", str(port)], env=environment, stdout=out, stderr=out)
    engines.stop.append(lambda: (process.kill(), process.wait()))
    wait_for(port, process)
    engines.profile(name, "flightsql", uri=f"grpc://127.0.0.1:{port}")
    return process, log


@pytest.fixture(scope="session")
def engines(tmp_path_factory):
    engines = Engines(tmp_path_factory.mktemp("engines"))
    engines.psql = lambda text: run("psql", engines.postgresql, "-qv", "ON_ERROR_STOP=1", input=text)
    database = duckdb.connect(str(engines.folder / "facts.duckdb"))
    lite = sqlite3.connect(engines.folder / "facts.sqlite")
    for name, (header, _, _) in TABLES.items():
        marks = ", ".join("?" for _ in range(len(header) + 1))
        for connection in (database, lite):
            connection.execute(f"CREATE TABLE {name} ({DECLARED[name]})")
        lite.executemany(f"INSERT INTO {name} VALUES ({marks})", rows_of(name))
        file = engines.folder / f"{name}.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([[*header, "position"], *rows_of(name)])
        database.execute(f"INSERT INTO {name} FROM read_csv('{file}', header=true, all_varchar=true, nullstr='')")
        database.execute(f"COPY {name} TO '{engines.folder}/{name}.parquet' (FORMAT parquet)")
    for connection in (database, lite):
        connection.execute(f"CREATE TABLE events ({EVENT_COLUMNS})")
    lite.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", EVENTS)
    with (engines.folder / "events.csv").open("w") as out:
        csv.writer(out).writerows(EVENTS)
    database.execute(f"COPY events FROM '{engines.folder}/events.csv'")
    database.execute(f"COPY events TO '{engines.folder}/events.parquet' (FORMAT parquet)")
    database.close()
    lite.commit()
    lite.close()
    engines.profile("duckdb", "duckdb", path=str(engines.folder / "facts.duckdb"))
    engines.profile("sqlite", "sqlite", uri=str(engines.folder / "facts.sqlite"))
    try:
        start_postgresql(engines)
        start_sail(engines)
        yield engines
    finally:
        for stop in reversed(engines.stop):
            stop()


def place_of(engines, engine, table):
    return f"parquet.`{engines.folder}/{table}.parquet`" if engine == "sail" else table
