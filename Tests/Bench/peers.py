"""Vigie beside other means for the same job, in pairs that take turns, so that both meet the same busy machine.

What is compared is the time of processors, of a program and all that it starts. A ratio below 1 says that Vigie takes
less; the range is that of the pairs.
"""

import argparse
import csv
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys

from processors import processor_time

HERE = pathlib.Path(__file__).parent
PYTHON = sys.executable
HUGO = pathlib.Path(sys.executable).parent / "hugo"
AS_OF = "2026-11-16"
WEEKS = 53

HUGO_SITE = {
    "hugo.toml": "baseURL = 'https://example.org/'\ndisableKinds = ['taxonomy', 'term', 'rss', 'sitemap', '404']\n"
    "uglyURLs = true\n[markup.goldmark.renderer]\nunsafe = true\n",
    "layouts/_default/baseof.html": "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
    "<title>{{ .Title }}</title></head><body><main>{{ block \"main\" . }}{{ end }}</main></body></html>\n",
    "layouts/_default/single.html": "{{ define \"main\" }}{{ .Content }}{{ end }}\n",
    "layouts/_default/list.html": "{{ define \"main\" }}{{ .Content }}{{ end }}\n",
}


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    return folder


def html(folder):
    files = list(pathlib.Path(folder).rglob("*.html"))
    return len(files), sum(file.stat().st_size for file in files) / 1e6


def compare(title, vigie, peer, pairs, notes):
    """Runs both in turn and prints the ratio of their times."""
    times = [(vigie(), peer()) for _ in range(pairs)]
    ratios = [own / other for own, other in times]
    own, other = (statistics.median(side) for side in zip(*times))
    print(f"{title}: {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f} in {pairs} pairs)")
    print(f"  Vigie {own:.2f} s, the other {other:.2f} s")
    for note in notes(statistics.median(ratios)):
        print(f"  {note}")


def same_scores(ours, theirs):
    """Every account and day has the same score and band on both sides; how many there are."""

    def table(path):
        with open(path) as file:
            return {(row["account_id"], row["day"]): (row["score"], row["band"]) for row in csv.DictReader(file)}

    ours, theirs = table(ours), table(theirs)
    wrong = [(key, ours.get(key), theirs.get(key)) for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
    if wrong:
        raise SystemExit(f"{len(wrong)} of {len(ours)} scores differ, such as {sorted(wrong)[:3]}")
    return len(ours)


def same_exact_scores(report, theirs):
    """The unrounded scores of the day are those of report.json; the largest difference."""
    with open(theirs) as file:
        exact = {row["account_id"]: row["exact"] for row in csv.DictReader(file) if row["day"] == AS_OF}
    with open(report) as file:
        ours = {account["id"]: account["exact"] for account in json.load(file)["accounts"]}
    if ours.keys() != exact.keys():
        raise SystemExit("report.json has other accounts")
    worst = max(abs(value - float(exact[id])) for id, value in ours.items())
    if worst > 1e-9:
        raise SystemExit(f"an exact score differs from report.json by {worst}")
    return worst


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs", help="the folder of vigie, vigie-bench and vigie-scores")
    parser.add_argument("work", help="a folder to work in")
    parser.add_argument("--accounts", type=int, default=10_000, help="how many are scored")
    parser.add_argument("--pages", type=int, default=1_000, help="how many get pages")
    parser.add_argument("--pairs", type=int, default=5)
    arguments = parser.parse_args()
    programs, work = pathlib.Path(arguments.programs), pathlib.Path(arguments.work)
    os.makedirs(work, exist_ok=True)

    def portfolio(accounts):
        folder = emptied(work / f"accounts-{accounts}")
        subprocess.run([programs / "vigie-bench", "--accounts", str(accounts), "--write", folder], check=True)
        return folder

    large, small = portfolio(arguments.accounts), portfolio(arguments.pages)
    ours, theirs, site = work / "ours.csv", work / "theirs.csv", work / "site"

    def build(folder):
        shutil.rmtree(site, ignore_errors=True)
        return processor_time(programs / "vigie", "build", folder, "--as-of", AS_OF, "--out", site)

    processor_time(programs / "vigie-scores", large, AS_OF, WEEKS, ours)
    processor_time(PYTHON, HERE / "scores.py", large, "--weeks", WEEKS, "--out", theirs)
    count = same_scores(ours, theirs)
    compare(
        f"load {arguments.accounts} accounts and score {WEEKS} weeks, against polars",
        lambda: processor_time(programs / "vigie-scores", large, AS_OF, WEEKS),
        lambda: processor_time(PYTHON, HERE / "scores.py", large, "--weeks", WEEKS), arguments.pairs,
        lambda _: [
            f"{count} scores and bands are the same on both sides",
            "Vigie reads every table and column and looks for faults in them; the other reads the columns that it needs,",
            "knows this one model by heart, and spends part of its time on starting Python",
        ],
    )

    build(small)
    processor_time(PYTHON, HERE / "scores.py", small, "--weeks", WEEKS, "--out", theirs)
    worst = same_exact_scores(site / "report.json", theirs)
    peer = work / "peer"

    def sizes(folder, ratio):
        (pages, own), (others, other) = html(site), html(folder)
        return (
            f"Vigie writes {pages} pages of {own:.1f} MB, the other {others} of {other:.1f} MB; "
            f"for a megabyte of HTML the ratio is {ratio * other / own:.2f}"
        )

    compare(
        f"the whole job for {arguments.pages} accounts, against polars, Jinja2 and cmarkgfm", lambda: build(small),
        lambda: processor_time(PYTHON, HERE / "peer_site.py", small, emptied(peer)), arguments.pairs,
        lambda ratio: [
            sizes(peer, ratio), f"unrounded scores are those of report.json to within {worst:.0e}",
            "the other has no lists, no backtest, no report.json, no check of what was written, and replaces nothing",
        ],
    )

    hugo = emptied(work / "hugo")
    for path, text in HUGO_SITE.items():
        os.makedirs((hugo / path).parent, exist_ok=True)
        (hugo / path).write_text(text)
    processor_time(PYTHON, HERE / "peer_site.py", small, hugo / "content", "--markdown")

    def render():
        shutil.rmtree(hugo / "public", ignore_errors=True)
        return processor_time(HUGO, "--source", hugo, "--quiet")

    compare(
        f"the whole job for {arguments.pages} accounts, against Hugo rendering alone", lambda: build(small), render,
        arguments.pairs,
        lambda ratio: [sizes(hugo / "public", ratio), "Hugo finds its Markdown with all figures and drawings in it, and only renders"],
    )


if __name__ == "__main__":
    main()
