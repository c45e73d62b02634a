"""The scores of a portfolio of vigie-bench with polars: load, then every account on weekly days.

It knows the built-in model and the clean tables of the benchmark and nothing else: no refused cells, no rows in other
words, no second starts, no scope. The scores are those of docs/scoring.md all the same, and compare.py holds them against
Vigie's.
"""

import argparse
import datetime

import polars as pl

AS_OF = datetime.date(2026, 11, 16)
FEED_MAX_AGE = 14

# key, dimension, weight within it, points, rule for absence
MEASURES = [
    ("seat_use", "usage", 2, [(0.1, 0), (0.7, 100)], "cap"),
    ("usage_change", "usage", 1, [(-40, 0), (0, 100)], "cap"),
    ("feature_depth", "usage", 1, [(1, 0), (4, 60), (8, 100)], "cap"),
    ("peer_use", "usage", 1, [(0, 0), (100, 100)], "exclude"),
    ("ticket_load", "support", 1, [(0, 60), (0.02, 100), (0.2, 0)], "cap"),
    ("urgent_tickets", "support", 1, [(0, 100), (6, 0)], "cap"),
    ("days_to_close", "support", 1, [(2, 100), (14, 0)], "exclude"),
    ("ticket_csat", "support", 1, [(2.5, 0), (4.6, 100)], "exclude"),
    ("contact_age", "relationship", 1, [(14, 100), (45, 60), (90, 0)], "cap"),
    ("contacts", "relationship", 1, [(0, 0), (3, 75), (6, 100)], "cap"),
    ("champion", "relationship", 1, [(0, 20), (1, 80), (2, 100)], "cap"),
    ("goals", "outcomes", 1, [(0, 15), (0.5, 65), (1, 100)], "cap"),
    ("nps_answer", "outcomes", 1, [(-50, 0), (0, 50), (60, 100)], "cap"),
    ("payment", "contract", 1, [(0, 100), (60, 0)], "cap"),
    ("tenure", "contract", 1, [(0, 50), (365, 80), (1095, 100)], "cap"),
    ("runway", "contract", 1, [(0, 50), (90, 75), (180, 100)], "cap"),
]
DIMENSIONS = {"usage": 35, "support": 15, "relationship": 20, "outcomes": 15, "contract": 15}


def read(folder, table, columns, ids):
    """The columns that scores need, with the position of the account for its id."""
    rows = pl.read_csv(f"{folder}/data/{table}.csv", columns=["account_id", *columns], try_parse_dates=True)
    return rows.with_columns(pl.col("account_id").cast(pl.Enum(ids)).to_physical().alias("account")).drop("account_id")


def score_of(value, points):
    """The sub-score of a value: straight between neighbouring corners and flat outside them."""
    score = pl.when(value >= points[-1][0]).then(float(points[-1][1]))
    for (x0, s0), (x1, s1) in reversed(list(zip(points, points[1:]))):
        score = pl.when(value < x1).then(s0 + (s1 - s0) * ((value - x0) / (x1 - x0))).otherwise(score)
    return pl.when(value <= points[0][0]).then(float(points[0][1])).otherwise(score)


def counted(key, rule):
    """What a measure counts: silence is never good news."""
    score = pl.col(f"{key}:score")
    absent = None if rule == "exclude" else pl.min_horizontal(score.fill_null(50.0), 50.0)
    return pl.when(pl.col(f"{key}:fresh")).then(score).otherwise(absent)


def latest(frame, rows, day="day", by="date", **options):
    """The last row of each account up to the day."""
    return frame.join_asof(
        rows.sort(by), left_on=day, right_on=by, by="account", check_sortedness=False, coalesce=False, **options
    )


def counting(frame, rows, begins, name):
    """How many rows of each account lie up to the day."""
    counts = rows.select("account", pl.col(begins).alias("at")).drop_nulls().sort("at")
    counts = counts.with_columns(pl.int_range(1, pl.len() + 1).over("account").alias(name))
    return latest(frame, counts, by="at").with_columns(pl.col(name).fill_null(0)).drop("at")


def recently(frame, rows, column, *figures):
    """Figures of the rows of each account in the last 90 days."""
    windows = rows.sort("account", column).group_by_dynamic(
        column, every="1w", period="90d", offset="-90d", closed="right", group_by="account"
    )
    figures = windows.agg(*figures).with_columns((pl.col(column) + pl.duration(days=90)).alias("day")).drop(column)
    return frame.join(figures, on=["account", "day"], how="left", maintain_order="left")


def active_accounts(accounts, outcomes, days):
    # A start after a churn is a second one: of the time before that churn only the end is known.
    churns = outcomes.filter(pl.col("kind") == "churned").join(accounts.select("account", "started_on"), on="account")
    first = churns.filter(pl.col("date") < pl.col("started_on")).group_by("account").agg(pl.col("date").max().alias("again"))
    accounts = accounts.join(first, on="account", how="left", maintain_order="left")
    frame = pl.DataFrame({"day": days}).join(accounts, how="cross", maintain_order="left")
    frame = latest(frame, outcomes.select("account", "date", outcome="kind"))
    started = pl.when((pl.col("day") >= pl.col("again")).fill_null(True)).then(pl.col("started_on"))
    frame = frame.with_columns(started.alias("started_on"))
    returned = (pl.col("started_on") > pl.col("date")) & (pl.col("started_on") <= pl.col("day"))
    return frame.filter(
        (pl.col("started_on") <= pl.col("day")).fill_null(True)
        & (pl.col("ended_on") > pl.col("day")).fill_null(True)
        & ((pl.col("outcome") != "churned").fill_null(True) | returned)
    ).drop("date", "again")


def observed(frame, measures):
    users = pl.col("weekly_active_users")

    def mean(period):
        return users.rolling_mean_by("date", period).over("account")

    def count(period):
        return pl.col("one").rolling_sum_by("date", period).over("account")

    rows = measures.sort("account", "date").with_columns(one=pl.lit(1.0)).with_columns(
        recent=mean("28d"), recents=count("28d"), all=mean("112d"), alls=count("112d")
    )
    base = (pl.col("all") * pl.col("alls") - pl.col("recent") * pl.col("recents")) / (pl.col("alls") - pl.col("recents"))
    rows = rows.with_columns(
        change=pl.when((pl.col("alls") > pl.col("recents")) & (base > 0)).then(100 * (pl.col("recent") / base - 1))
    ).drop("one", "recent", "recents", "all", "alls")
    frame = latest(frame, rows)
    age = (pl.col("day") - pl.col("date")).dt.total_days()
    values = [
        ("seat_use", pl.when(pl.col("seats") > 0).then(users / pl.col("seats")), 35), ("usage_change", pl.col("change"), 35),
        ("feature_depth", pl.col("features_used"), 35), ("nps_answer", pl.col("nps"), 120),
        ("payment", pl.col("invoice_days_late"), 45),
    ]
    return frame.with_columns(
        *[value.cast(pl.Float64).alias(f"{key}:value") for key, value, _ in values],
        *[(value.is_not_null() & (age <= most)).alias(f"{key}:fresh") for key, value, most in values],
    )


def among_peers(frame):
    """The mid-rank of the seats in use among the fresh values of the segment, or of all where it is small."""
    value = pl.when(pl.col("seat_use:fresh")).then(pl.col("seat_use:value"))

    def percentile(group):
        count = value.count().over(group)
        return pl.when(count >= 20).then(100 * (value.rank("average").over(group) - 0.5) / count)

    rank = percentile(["day", "segment"])
    frame = frame.with_columns(rank.alias("peer_use:value"))
    if frame.select((pl.col("seat_use:fresh") & pl.col("peer_use:value").is_null()).any()).item():
        frame = frame.with_columns(pl.coalesce("peer_use:value", percentile(["day"])))
    return frame.with_columns(pl.col("peer_use:value").is_not_null().alias("peer_use:fresh"))


def with_news(frame, rows, column, name, days):
    """For each day the newest row of anybody."""
    newest = rows.select(pl.col(column).alias(name)).unique().sort(name)
    newest = pl.DataFrame({"day": days}).join_asof(newest, left_on="day", right_on=name, coalesce=False)
    return frame.join(newest, on="day", how="left", maintain_order="left")


def with_values(frame, values, is_fresh=pl.lit(True)):
    frame = frame.with_columns(value.cast(pl.Float64).alias(f"{key}:value") for key, value in values.items())
    return frame.with_columns((pl.col(f"{key}:value").is_not_null() & is_fresh).alias(f"{key}:fresh") for key in values)


def lives(name):
    return (pl.col("day") - pl.col(name)).dt.total_days() <= FEED_MAX_AGE


def support(frame, tickets, days):
    frame = with_news(frame, tickets, "opened_on", "ticket_news", days)
    frame = recently(
        frame, tickets, "opened_on", pl.len().alias("opened"),
        pl.col("severity").is_in(["high", "urgent"]).sum().alias("urgent"), pl.col("csat").mean(),
    )
    closed = tickets.filter(pl.col("closed_on").is_not_null())
    took = (pl.col("closed_on") - pl.col("opened_on")).dt.total_days()
    frame = recently(frame, closed.with_columns(took.alias("took")), "closed_on", pl.col("took").median())
    has = pl.col("ticket_news").is_not_null()
    values = {
        "ticket_load": pl.when(has & (pl.col("seats") > 0)).then(pl.col("opened").fill_null(0) / pl.col("seats")),
        "urgent_tickets": pl.when(has).then(pl.col("urgent").fill_null(0)),
        "days_to_close": pl.col("took"),
        "ticket_csat": pl.col("csat"),
    }
    return with_values(frame, values, lives("ticket_news"))


def relationship(frame, touchpoints, contacts, days):
    frame = with_news(frame, touchpoints, "date", "touch_news", days)
    frame = latest(frame, touchpoints.select("account", last_touch="date"), by="last_touch")
    frame = recently(frame, touchpoints, "date", pl.len().alias("touches"))
    champions = contacts.filter(pl.col("role") == "champion")
    frame = counting(frame, champions, "since", "came")
    frame = counting(frame, champions, "left_on", "left")
    has = pl.col("touch_news").is_not_null()
    since = pl.coalesce("last_touch", "started_on")
    values = {
        "contact_age": pl.when(has).then((pl.col("day") - since).dt.total_days()),
        "contacts": pl.when(has).then(pl.col("touches").fill_null(0)),
    }
    frame = with_values(frame, values, lives("touch_news"))
    there = pl.when(pl.col("day") >= contacts["since"].min()).then(pl.col("came") - pl.col("left"))
    return with_values(frame, {"champion": there})


def outcomes_and_contract(frame, goals, outcomes):
    goals = goals.with_columns(pl.min_horizontal("due_on", "met_on").alias("first"))
    frame = counting(frame, goals, "first", "due")
    frame = counting(frame, goals, "met_on", "met")
    decisions = outcomes.filter(pl.col("kind").is_in(["renewed", "contracted", "churned"])).select("account", decided="date")
    frame = latest(frame, decisions, by="decided", strategy="forward", allow_exact_matches=False)
    values = {
        "goals": pl.when(pl.col("due") > 0).then(pl.col("met") / pl.col("due")),
        "tenure": (pl.col("day") - pl.col("started_on")).dt.total_days(),
        "runway": (pl.coalesce("decided", "renews_on") - pl.col("day")).dt.total_days(),
    }
    return with_values(frame, values)


def scored(frame):
    frame = frame.with_columns(
        score_of(pl.col(f"{key}:value"), points).alias(f"{key}:score") for key, _, _, points, _ in MEASURES
    ).with_columns(counted(key, rule).alias(f"{key}:counted") for key, _, _, _, rule in MEASURES)
    dimensions, coverages = [], []
    for dimension in DIMENSIONS:
        own = [(key, weight) for key, of, weight, *_ in MEASURES if of == dimension]
        whole = sum(weight for _, weight in own)
        value = pl.sum_horizontal(pl.col(f"{key}:counted") * weight for key, weight in own)
        weights = pl.sum_horizontal(pl.col(f"{key}:counted").is_not_null() * weight for key, weight in own)
        fresh = pl.sum_horizontal(pl.col(f"{key}:fresh") * weight for key, weight in own)
        dimensions.append(pl.when(weights > 0).then(value / weights).alias(dimension))
        coverages.append((fresh / whole).alias(f"{dimension}:coverage"))
    frame = frame.with_columns(dimensions + coverages)
    total = pl.sum_horizontal(pl.col(d).is_not_null() * w for d, w in DIMENSIONS.items())
    exact = pl.sum_horizontal(pl.col(d) * w for d, w in DIMENSIONS.items()) / total
    coverage = pl.sum_horizontal(pl.col(f"{d}:coverage") * w for d, w in DIMENSIONS.items()) / sum(DIMENSIONS.values())
    frame = frame.with_columns(exact.alias("exact"), coverage.alias("coverage")).with_columns(
        pl.when(pl.col("coverage") >= 0.4 - 1e-9).then((pl.col("exact") + 0.5 + 1e-9).floor()).cast(pl.Int64)
        .alias("score")
    )
    severity = (
        pl.when(pl.col("score") >= 70).then(0).when(pl.col("score") >= 40).then(1).otherwise(2)
    )
    capped = pl.max_horizontal(
        severity,
        pl.when(pl.col("contact_age:value") > 120).then(1).otherwise(0),
        pl.when(pl.col("payment:value") > 90).then(2).otherwise(0),
    )
    bands = pl.when(pl.col("score").is_null()).then(pl.lit("unscored"))
    bands = bands.when(capped == 0).then(pl.lit("green")).when(capped == 1).then(pl.lit("yellow"))
    return frame.with_columns(bands.otherwise(pl.lit("red")).alias("band"))


def scores(folder, weeks):
    """The frame of all active accounts on weekly days up to the day of the report, oldest first."""
    days = [AS_OF - datetime.timedelta(weeks=week) for week in reversed(range(weeks))]
    ids = pl.read_csv(f"{folder}/data/accounts.csv", columns=["account_id"])["account_id"].sort()
    accounts = read(folder, "accounts", ["employees", "seats", "started_on", "renews_on", "ended_on"], ids)
    large, middle = pl.col("employees") >= 1000, pl.col("employees") >= 200
    accounts = accounts.with_columns(pl.when(large).then(0).when(middle).then(1).otherwise(2).alias("segment"))
    measures = ["date", "weekly_active_users", "features_used", "nps", "invoice_days_late"]
    tickets = read(folder, "tickets", ["opened_on", "closed_on", "severity", "csat"], ids)
    outcomes = read(folder, "outcomes", ["date", "kind"], ids)
    frame = active_accounts(accounts.drop("employees"), outcomes, days)
    frame = among_peers(observed(frame, read(folder, "measures", measures, ids)))
    frame = support(frame, tickets, days)
    contacts = read(folder, "contacts", ["role", "since", "left_on"], ids)
    frame = relationship(frame, read(folder, "touchpoints", ["date"], ids), contacts, days)
    frame = outcomes_and_contract(frame, read(folder, "goals", ["due_on", "met_on"], ids), outcomes)
    return ids, scored(frame)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--weeks", type=int, default=53)
    parser.add_argument("--out", help="a CSV of all scores")
    arguments = parser.parse_args()
    ids, frame = scores(arguments.folder, arguments.weeks)
    print(len(frame), "scores")
    if arguments.out:
        frame = frame.with_columns(ids.gather(frame["account"]).alias("account_id")).sort("account", "day")
        frame.select("account_id", "day", "exact", "score", "band").write_csv(arguments.out)


if __name__ == "__main__":
    main()
