"""Makes file calls of the program fail, one at a time, and looks at what is left.

After each fault the program must have been done or refused by its own rules, what it said must be true, and the next run
without faults must leave the old state or the new one, byte for byte, with nothing else beside it.

  python3 Tests/Faults/faults.py PROGRAM             3,000 faults, spread over every command and kind
  python3 Tests/Faults/faults.py PROGRAM --sample N  about N of them; 0 for every call and every kind, which takes a day
"""

import argparse
import collections
import concurrent.futures
import datetime
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# They tell how the last program left things, and hold places in a file system that no copy has.
LOCKS = {".site.vigie", ".history.sqlite.vigie"}
# The days of the starter are counted back from today.
MONDAY = datetime.date.today() - datetime.timedelta(days=datetime.date.today().weekday())
EARLIER, DAY = (str(MONDAY - datetime.timedelta(days=days)) for days in (14, 7))
EDITION = "{0}-W{1:02}".format(*datetime.date.fromisoformat(DAY).isocalendar())
PUBLISH = ["publish", "p", "--as-of"]
FLAG = ["flag", "A-001", "yellow", "p", "--reason", "The champion leaves.", "--as-of", DAY]
REVIEW = ["review", "A-001", "p", "--list", "green-but-yellow", "--decision", "csm_right", "--anyway", "--as-of", DAY]

Case = collections.namedtuple("Case", "name before command again changes")
# `again`: whether the command may be run twice. `changes`: whether what follows a fault is also tried with other data.
CASES = [
    Case("build", [], ["build", "p", "--as-of", DAY], True, False),
    Case("first publication", [], PUBLISH + [DAY], True, True),
    Case("publication", [PUBLISH + [EARLIER]], PUBLISH + [DAY], True, True),
    Case("publication of a past week", [PUBLISH + [DAY]], PUBLISH + [EARLIER], True, False),
    Case("publication in place", [PUBLISH + [EARLIER]], PUBLISH + [DAY, "--in-place"], True, False),
    Case("withdrawal", [PUBLISH + [EARLIER], PUBLISH + [DAY]], ["withdraw", EDITION, "p", "--reason", "A slip."], True, False),
    Case("snapshot", [], ["snapshot", "A-001", "p", "--as-of", DAY], True, False),
    Case("flag", [], FLAG, False, False),
    Case("flag in a new table", ["rm p/data/sentiment.csv"], FLAG, False, False),
    Case("review", [], REVIEW, False, False),
    Case("verify", [PUBLISH + [EARLIER], PUBLISH + [DAY]], ["verify", "p"], True, False),
]
# What the faults of a kind are, and whether they stay.
KINDS = [("EIO", False), ("KILL", False), ("ENOSPC", True), ("EIO", True), ("EINTR", False), ("EMFILE", False), ("ENOSPC", False), ("TORN", False)]
WORK = re.compile(r"(^|/)\.vigie-|^\.site\.vigie-|\.vigie-unfinished$|^history\.sqlite-journal$")
# Messages by which a run says that something other than the old or the new state is left.
SAYS = ("is on record", "not on record", "is published, but", "the files were made", "next run", "next build", "last line")


def tree(folder):
    found = {}
    for path, folders, files in os.walk(folder):
        for name in folders + files:
            whole = os.path.join(path, name)
            key = os.path.relpath(whole, folder)
            if key in LOCKS:
                continue
            found[key] = None if os.path.isdir(whole) else pathlib.Path(whole).read_bytes()
    return found


def plain(found):
    """What a state says, without the work files of a run that could not even tidy up."""
    said = {
        key: value for key, value in found.items()
        if not WORK.search(key) and (value is not None or any(other.startswith(key + "/") for other in found))}
    # SQLite puts the ledger back from its journal when it is opened next.
    if "history.sqlite-journal" in found or not holds_editions(found.get("history.sqlite")):
        said.pop("history.sqlite", None)
    return said


def holds_editions(ledger):
    if not ledger:
        return False
    with tempfile.NamedTemporaryFile() as file:
        file.write(ledger)
        file.flush()
        try:
            with sqlite3.connect(f"file:{file.name}?mode=ro", uri=True) as database:
                return database.execute("SELECT count(*) FROM edition").fetchone()[0] > 0
        except sqlite3.Error:
            return False


def same(one, other):
    """Whether two states say the same."""
    one, other = dict(plain(one)), dict(plain(other))
    if ("history.sqlite" in one) != ("history.sqlite" in other):
        one.pop("history.sqlite", None), other.pop("history.sqlite", None)
    return one == other


def under(found, folder):
    return {key: value for key, value in found.items() if key == folder or key.startswith(folder + "/")}


class Bench:
    """A folder in which the program is run, over and over."""

    def __init__(self, program, library, root):
        self.program, self.library, self.root = program, library, pathlib.Path(root)
        self.p = self.root / "run" / "p"
        (self.root / "run").mkdir()

    def run(self, command, **fault):
        environment = {"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", os.defpath)}
        if fault:
            environment |= {"LD_PRELOAD": self.library, "VIGIE_FAULT_ROOT": str(self.p)}
            environment |= {"VIGIE_FAULT" + ("_" + key if key else ""): str(value) for key, value in fault.items()}
        return subprocess.run(
            [self.program, *command], cwd=self.root / "run", env=environment, capture_output=True, text=True, errors="replace", timeout=120)

    def place(self, base):
        shutil.rmtree(self.p, ignore_errors=True)
        subprocess.run(["cp", "-a", base, self.p], check=True)

    def change(self):
        with open(self.p / "data/notes/A-001.md", "a") as note:
            note.write("\nThey asked for a call.\n")

    def prepare(self, case):
        """The state before a command, the states after it, and how many calls it makes."""
        base = self.root / ("base-" + case.name.replace(" ", "-"))
        shutil.rmtree(self.p, ignore_errors=True)
        self.must(["init", "p"])
        for command in case.before:
            if isinstance(command, str):
                subprocess.run(command, shell=True, check=True, cwd=self.root / "run")
            else:
                self.must(command)
        subprocess.run(["cp", "-a", self.p, base], check=True)
        old = tree(self.p)
        self.must(case.command)
        new = tree(self.p)
        states = [new]
        if case.changes:
            self.change()
            self.run(case.command)
            states = [tree(self.p)]
            self.place(base)
            self.change()
            self.must(case.command)
            states.append(tree(self.p))
        self.place(base)
        count = self.root / "count"
        self.run(case.command, COUNT=count, AT=0)
        return base, old, new, states, int(count.read_text())

    def must(self, command):
        done = self.run(command)
        assert done.returncode == 0, (command, done)

    def inject(self, case, prepared, kind, stays, at, changes):
        """Makes one call fail; what is wrong afterwards."""
        base, old, new, changed, _ = prepared
        self.place(base)
        fault = {"": kind, "AT": at} | ({"ON": 1} if stays else {})
        done = self.run(case.command, **fault)
        words = done.stderr
        after = tree(self.p)
        wrong = []
        if done.returncode not in (0, 1, 75) and not (kind in ("KILL", "TORN") and done.returncode == -9):
            wrong.append(f"crash: ends with {done.returncode}")
        if done.returncode == 0 and not same(after, new):
            wrong.append(f"untrue: says that it is done: {differences(after, new)}")
        if done.returncode in (1, 75):
            wrong += self.untrue(words, after, old, new)
            if not words.strip():
                wrong.append("untrue: refused without a word")
        if not case.again:
            left = {key: value for key, value in after.items() if not key.endswith(".vigie-unfinished")}
            if left != old and left != new:
                wrong.append(f"state: neither old nor new: {differences(left, old)}")
            following = self.run(case.command)
            if following.returncode != 0:
                wrong.append(f"state: the next run ends with {following.returncode}: {following.stderr}")
            if any(key.endswith(".vigie-unfinished") for key in tree(self.p)):
                wrong.append("debris: an unfinished file is left after the next run")
            return wrong, done
        if changes:
            self.change()
        following = self.run(case.command)
        final = tree(self.p)
        wanted = changed if changes else [new]
        if final not in wanted:
            extra = sorted(set(final) - set().union(*wanted))
            kind_of_fault = "debris" if extra and all({k: v for k, v in final.items() if k in w} != w for w in wanted) is False else "state"
            wrong.append(
                f"{kind_of_fault}: after the next run, which ends with {following.returncode}: "
                f"{differences(final, wanted[0])}: {following.stderr.strip()[-300:]}")
        return wrong, done

    @staticmethod
    def untrue(words, after, old, new):
        wrong = []
        if "nothing was written" in words and not same(after, old):
            wrong.append(f"untrue: nothing was written: {differences(after, old)}")
        if "the published site is unchanged" in words and under(plain(after), "site") != under(old, "site"):
            wrong.append("untrue: the site is unchanged")
        if re.search(r"put .*back", words):
            wrong.append("untrue: asks for a backup")
        if not same(after, old) and not same(after, new) and not any(phrase in words for phrase in SAYS):
            wrong.append(f"untrue: does not say what is left: {differences(after, old)}")
        return wrong


def differences(found, wanted):
    keys = [key for key in sorted(set(found) | set(wanted)) if found.get(key, 0) != wanted.get(key, 0)]
    signs = ["+" if key not in wanted else "-" if key not in found else "~" for key in keys]
    return " ".join(sign + key for sign, key in zip(signs, keys))[:300]


def plan(counts, sample, seed):
    """Which calls fail, and how: all of them, or some that are spread over everything."""
    faults = []
    for case in CASES:
        for kind, stays in KINDS:
            if kind == "TORN" and not case.again:
                # Half of a row in one write is what a full disk does, which the others try.
                continue
            for at in range(1, counts[case.name] + 1):
                faults.append((case, kind, stays, at, False))
                if case.changes and kind in ("KILL", "EIO") and not stays:
                    faults.append((case, kind, stays, at, True))
    if sample and sample < len(faults):
        groups = collections.defaultdict(list)
        for fault in faults:
            groups[fault[0].name, fault[1], fault[2], fault[4]].append(fault)
        share = max(1, sample // len(groups))
        chooser = random.Random(seed)
        faults = [fault for group in groups.values() for fault in chooser.sample(group, min(share, len(group)))]
        chooser.shuffle(faults)
        faults = faults[:sample]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--sample", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tasks", type=int, default=2)
    parser.add_argument("--cases", nargs="*", help="the names of some cases")
    arguments = parser.parse_args()
    if arguments.cases:
        CASES[:] = [case for case in CASES if case.name in arguments.cases]
    with tempfile.TemporaryDirectory(prefix="vigie-faults-") as folder:
        library = f"{folder}/faults.so"
        subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-o", library, HERE / "faults.c", "-ldl"],
            check=True, env=os.environ | {"PATH": os.environ.get("PATH", os.defpath)})
        benches = []
        for task in range(arguments.tasks):
            pathlib.Path(f"{folder}/{task}").mkdir()
            benches.append(Bench(os.path.abspath(arguments.program), library, f"{folder}/{task}"))
        with concurrent.futures.ThreadPoolExecutor(len(benches)) as pool:
            prepared = list(pool.map(lambda bench: {case.name: bench.prepare(case) for case in CASES}, benches))
            counts = {case.name: prepared[0][case.name][4] for case in CASES}
            faults = plan(counts, arguments.sample, arguments.seed)
            print(f"{len(faults)} faults; calls: " + ", ".join(f"{name} {count}" for name, count in counts.items()), flush=True)

            def work(task):
                bench, results = benches[task], []
                for case, kind, stays, at, changes in faults[task::len(benches)]:
                    wrong, done = bench.inject(case, prepared[task][case.name], kind, stays, at, changes)
                    results.append((case, kind, done.returncode, wrong))
                    if len(results) % 100 == 0:
                        print(f"{len(results)} done by task {task + 1}", file=sys.stderr, flush=True)
                    for line in wrong:
                        print(f"{case.name}, {kind}{' on' if stays else ''} at {at}{', data changed' if changes else ''}: {line}"
                              f" [{done.returncode}: {done.stderr.strip()[-300:]}]", flush=True)
                return results

            results = sum(pool.map(work, range(len(benches))), [])
    totals = collections.Counter(line.split(":")[0] for *_, wrong in results for line in wrong)
    ends = collections.Counter("killed" if status == -9 else "done" if status == 0 else "refused" for _, _, status, _ in results)
    print(f"{len(results)} faults: " + ", ".join(f"{ends[end]} {end}" for end in ("done", "refused", "killed")))
    print(", ".join(f"{totals[name]} {words}" for name, words in (
        ("state", "states neither old nor new after the next run"), ("untrue", "untrue messages"), ("crash", "crashes"), ("debris", "debris"))))
    sys.exit(1 if totals else 0)


if __name__ == "__main__":
    main()
