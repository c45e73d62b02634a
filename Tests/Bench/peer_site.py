"""A site of a portfolio of vigie-bench by other means: polars scores, Jinja2 fills Markdown, cmark-gfm renders it.

A page for every active account, one for each band and one that leads to them. With --markdown the pages are written for
Hugo instead, which then has nothing left to do but to render.
"""

import argparse
import os
import pathlib

import cmarkgfm
import jinja2
import polars as pl

import scores

PAGE = """# {{ name }}

**{{ band }}**{% if score is not none %}, {{ score }} of 100{% endif %}; coverage {{ '%.0f' % (100 * coverage) }} %.

{{ line }}

| dimension | weight | score | coverage |
|---|---:|---:|---:|
{% for d in dimensions %}| {{ d.id }} | {{ d.weight }} | {{ d.score }} | {{ d.coverage }} |
{% endfor %}
## What is measured

| measure | value | fresh | score | counts |
|---|---:|---|---:|---:|
{% for m in measures %}| {{ m.key }} | {{ m.value }} | {{ m.fresh }} | {{ m.score }} | {{ m.counted }} |
{% endfor %}
## The last year

| week | score | band |
|---|---:|---|
{% for w in weeks %}| {{ w.day }} | {{ w.score }} | {{ w.band }} |
{% endfor %}
## What was said

{% for t in touchpoints %}- {{ t.date }}, {{ t.kind }} with {{ t.with }}: {{ t.note }}
{% endfor %}
## Tickets

| opened | closed | severity | subject |
|---|---|---|---|
{% for t in tickets %}| {{ t.opened_on }} | {{ t.closed_on }} | {{ t.severity }} | {{ t.subject }} |
{% endfor %}
"""

LIST = """# {{ title }}

| account | score |
|---|---:|
{% for a in accounts %}| [{{ a.name }}](../accounts/{{ a.account_id }}.html) | {{ a.score }} |
{% endfor %}
"""

LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><main>
{content}</main></body></html>
"""


def shown(value):
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


def escaped(text):
    """Markdown means nothing in the texts of others."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>()#+-.!|~&" else c for c in str(text))


def drawing(weeks):
    points = " ".join(f"{4 * x},{100 - w['score']}" for x, w in enumerate(weeks) if w["score"] is not None)
    return f'<svg viewBox="0 0 212 100"><polyline points="{points}" fill="none" stroke="currentColor"/></svg>'


def rows_of(frame):
    rows = {}
    for row in frame.iter_rows(named=True):
        rows.setdefault(row["account"], []).append(row)
    return rows


def told(folder, table, columns, ids, texts):
    frame = scores.read(folder, table, columns, ids)
    rows = rows_of(frame)
    for own in rows.values():
        for row in own:
            for text in texts:
                row[text] = escaped(row[text])
    return rows


def pages(folder):
    """The path, the title and the Markdown of every page."""
    ids, frame = scores.scores(folder, 53)
    names = pl.read_csv(f"{folder}/data/accounts.csv", columns=["account_id", "name"]).sort("account_id")["name"]
    touchpoints = told(folder, "touchpoints", ["date", "kind", "with", "note"], ids, ["kind", "with", "note"])
    tickets = told(folder, "tickets", ["opened_on", "closed_on", "severity", "subject"], ids, ["severity", "subject"])
    history = rows_of(frame.select("account", "day", "score", "band").sort("account", "day"))
    environment = jinja2.Environment(autoescape=False, keep_trailing_newline=True)
    page, listing = environment.from_string(PAGE), environment.from_string(LIST)
    bands = {band: [] for band in ["green", "yellow", "red", "unscored"]}
    for row in frame.filter(pl.col("day") == scores.AS_OF).sort("account").iter_rows(named=True):
        account = row["account"]
        name = escaped(names[account])
        bands[row["band"]].append({"name": name, "account_id": ids[account], "score": shown(row["score"])})
        weeks = history[account]
        text = page.render(
            name=name, band=row["band"], score=row["score"], coverage=row["coverage"], line=drawing(weeks), weeks=weeks,
            dimensions=[
                {"id": id, "weight": weight, "score": shown(row[id]), "coverage": shown(row[f"{id}:coverage"])}
                for id, weight in scores.DIMENSIONS.items()
            ],
            measures=[
                {"key": escaped(key), **{part: shown(row[f"{key}:{part}"]) for part in ["value", "fresh", "score", "counted"]}}
                for key, *_ in scores.MEASURES
            ],
            touchpoints=touchpoints.get(account, []), tickets=tickets.get(account, []),
        )
        yield f"accounts/{ids[account]}", names[account], text
    for band, accounts in bands.items():
        yield f"bands/{band}", band, listing.render(title=band, accounts=accounts)
    yield "index", "Portfolio", "\n".join(f"- [{band}](bands/{band}.html): {len(own)}" for band, own in bands.items())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("out")
    parser.add_argument("--markdown", action="store_true", help="write Markdown for Hugo")
    arguments = parser.parse_args()
    out = pathlib.Path(arguments.out)
    for folder in ["accounts", "bands"]:
        os.makedirs(out / folder, exist_ok=True)
    options = cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE
    for path, title, text in pages(arguments.folder):
        if arguments.markdown:
            # Hugo takes a page called index for the folder's own.
            path = path.replace("index", "_index")
            (out / f"{path}.md").write_text(f"+++\ntitle = '''{title}'''\n+++\n{text}")
        else:
            content = cmarkgfm.github_flavored_markdown_to_html(text, options)
            (out / f"{path}.html").write_text(LAYOUT.format(title=title, content=content))


if __name__ == "__main__":
    main()
