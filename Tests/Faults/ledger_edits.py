"""Changes the ledger behind the program's back, one bit or one cell at a time, and looks whether that is noticed.

A change that alters something on record, or after which the ledger cannot be read, must be named by `vigie verify` or by
`vigie publish`; each is tried. Other changes, such as one in a page that holds nothing, may pass.

  python3 Tests/Faults/ledger_edits.py PROGRAM [--changes 300] [--seed 1]
"""

import argparse
import datetime
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile


def run(program, folder, *command):
    return subprocess.run([program, *command], cwd=folder, capture_output=True, text=True, errors="replace",
                          env={"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", os.defpath)}, timeout=120)


def record(file):
    """Everything on record, whatever numbers the rows have; None where it cannot be read."""
    try:
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as ledger:
            ledger.text_factory = bytes
            tables = [name for (name,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            found = {}
            for table in tables:
                name = table.decode()
                found[name] = sorted(map(repr, ledger.execute(f'SELECT * FROM "{name}"')))
            return found
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        return None


def edit(file, chooser):
    """Changes one cell of one row, to a value of the same type where there is one."""
    with sqlite3.connect(file) as ledger:
        tables = [name for (name,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        while True:
            table = chooser.choice(tables)
            columns = [(row[1], row[2]) for row in ledger.execute(f"PRAGMA table_info({table})")]
            rows = ledger.execute(f"SELECT * FROM {table}").fetchall()
            if not rows:
                continue
            row, index = chooser.choice(rows), chooser.randrange(len(columns))
            value, (column, _) = row[index], columns[index]
            new = (
                value + chooser.choice([-1, 1, 64]) if isinstance(value, int)
                else value * 1.5 + 1 if isinstance(value, float)
                else value + "x" if isinstance(value, str)
                else bytes([value[0] ^ 1]) + value[1:] if isinstance(value, bytes) and value
                else {"INTEGER": 1, "REAL": 1.0, "BLOB": b"x"}.get(columns[index][1], "x"))
            where = " AND ".join(f"{name} IS ?" for name, _ in columns)
            try:
                ledger.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", [new, *row])
                ledger.commit()
                return f"{table}.{column}: {value!r} to {new!r}"[:120]
            except sqlite3.Error:
                ledger.rollback()


def flip(file, chooser):
    """Flips one bit."""
    contents = bytearray(pathlib.Path(file).read_bytes())
    place, bit = chooser.randrange(len(contents)), chooser.randrange(8)
    contents[place] ^= 1 << bit
    pathlib.Path(file).write_bytes(contents)
    return f"bit {bit} of byte {place}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--changes", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    program, chooser = os.path.abspath(arguments.program), random.Random(arguments.seed)
    with tempfile.TemporaryDirectory(prefix="vigie-ledger-") as folder:
        folder = pathlib.Path(folder)
        # The days of the starter are counted back from today.
        monday = datetime.date.today() - datetime.timedelta(days=datetime.date.today().weekday())
        weeks = [monday - datetime.timedelta(weeks=weeks) for weeks in (3, 2, 1, 0)]
        edition = "{0}-W{1:02}".format(*weeks[2].isocalendar())
        for command in (["init", "p"], *(["publish", "p", "--as-of", str(day)] for day in weeks[:3]),
                        ["withdraw", edition, "p", "--reason", "A slip."]):
            done = run(program, folder, *command)
            assert done.returncode == 0, (command, done)
        shutil.copytree(folder / "p", folder / "base")
        file = folder / "p/history.sqlite"
        whole = record(file)
        counts = {"changes": 0, "named by verify": 0, "named by publish": 0, "harmless": 0}
        missed = []
        while counts["changes"] < arguments.changes:
            shutil.rmtree(folder / "p")
            shutil.copytree(folder / "base", folder / "p")
            what = (flip if chooser.random() < 0.5 else edit)(file, chooser)
            if record(file) == whole:
                counts["harmless"] += 1
                continue
            counts["changes"] += 1
            verified = run(program, folder, "verify", "p")
            published = run(program, folder, "publish", "p", "--as-of", str(weeks[3]))
            by_verify = verified.returncode == 1 and "history.sqlite" in verified.stderr
            by_publish = published.returncode == 1 and ("history.sqlite" in published.stderr or "archive" in published.stderr)
            counts["named by verify"] += by_verify
            counts["named by publish"] += by_publish
            strange = {verified.returncode, published.returncode} - {0, 1}
            if strange or not (by_verify or by_publish):
                missed.append(what)
                print(f"missed: {what} [{verified.returncode}: {verified.stderr.strip()[-200:]}] "
                      f"[{published.returncode}: {published.stderr.strip()[-200:]}]", flush=True)
    print(", ".join(f"{number} {name}" for name, number in counts.items()) + f", {len(missed)} missed")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
