"""The work of `cargo bench --bench table` done by Polars, the fastest column library we know, over the same rows.

    cargo run --release --example table_rows -- 1000000 > rows.csv
    pip install polars
    python3 benches/in_polars.py rows.csv

It is given what an index may have: texts in lower case, values as codes, the bins of numbers and dates worked out beforehand, and for a
search the rows sorted already and each zone and province looked at once. It knows neither pinyin nor initials, so only words that it can
find are typed.
"""

import statistics
import sys
import time

import polars as pl

TEXTS = ["name", "product"]
FEW = ["zone", "province"]
VALUES = ["zone", "province", "cluster", "stage"]
RANGES = ["investment", "output", "signed"]
WORDS = ["海绵钛", "盛达恒", "亿联盛", "高纯石英", "有限公司", "年产", "万吨", "号线", "重庆", "科技", "新材料", "长春", "开发区", "东", "zzz", "12345", "no"]


def rows(path):
    """The rows with everything that can be worked out before the first question."""
    frame = pl.read_csv(path, schema_overrides={"investment": pl.Float64, "output": pl.Float64, "jobs": pl.Float64, "signed": pl.Int32})
    frame = frame.with_row_index("row")
    frame = frame.with_columns([pl.col(name).str.to_lowercase().alias(f"{name} low") for name in TEXTS])
    frame = frame.with_columns([pl.col(name).cast(pl.Categorical).to_physical().alias(f"{name} code") for name in VALUES])
    number = {"signed": pl.col("signed") // 30}
    number |= {name: (pl.col(name).log10() * 8).floor().cast(pl.Int32) for name in ["investment", "output"]}
    return frame.with_columns([number[name].alias(f"{name} bin") for name in RANGES])


def answer(frame, masks):
    """The rows that all masks leave, in the frame's order, and the counts of each column without its own mask."""

    def within(*but):
        mask = pl.lit(True)
        for name, own in masks.items():
            if name not in but:
                mask = mask & own
        return frame.lazy().filter(mask)

    asked = [within().select("row")]
    asked += [within(name).group_by(f"{name} code").len() for name in VALUES]
    asked += [within(name).group_by(f"{name} bin").len() for name in RANGES]
    return pl.collect_all(asked)


def report(name, times):
    times = sorted(1e3 * time for time in times)
    print(f"| {name} | {statistics.median(times):.1f} | {times[-1]:.1f} |")


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    frame = rows(sys.argv[1])
    print(f"Polars {pl.__version__}, {pl.thread_pool_size()} threads, {frame.height} rows, milliseconds: median, worst")
    filters = {"stage": pl.col("stage").is_in(["building", "trial", "running"]), "cluster": pl.col("cluster").ne_missing("cluster-3")}
    ordered = frame.sort("investment", descending=True, nulls_last=True)
    # The two filters do not change while a word is typed.
    kept = ordered.with_columns([mask.alias(f"{name} kept") for name, mask in filters.items()])
    masks = {name: pl.col(f"{name} kept") for name in filters}

    values = {name: frame.select(name, f"{name} code").unique() for name in FEW}

    def key(text):
        found = [pl.col(f"{name} low").str.contains(text, literal=True) for name in TEXTS]
        for name, own in values.items():
            codes = own.filter(pl.col(name).str.contains(text, literal=True))[f"{name} code"]
            found.append(pl.col(f"{name} code").is_in(codes.implode()))
        searched = kept.with_columns(pl.any_horizontal(found).alias("found"))
        answer(searched, masks | {"search": pl.col("found")})

    words = [word[: end + 1] for word in WORDS for end in range(len(word))]
    report("a key in the search box", [timed(lambda: key(word)) for word in words])
    report("a header: a number", [timed(lambda: frame.select("row", "investment").sort("investment", descending=True)) for _ in range(20)])
    report("a header: names, by code point", [timed(lambda: frame.select("row", "name").sort("name")) for _ in range(20)])
    two = ["stage code", "investment"]
    report("a second key", [timed(lambda: frame.select("row", *two).sort(two, descending=[True, False])) for _ in range(20)])
    provinces = frame["province"].unique().to_list()

    def click(nr):
        chosen = pl.col("province").is_in([provinces[(nr + step) % len(provinces)] for step in (0, 7, 19)])
        answer(kept, masks | {"province": chosen})

    report("a value clicked, with all counts", [timed(lambda: click(nr)) for nr in range(60)])


main()
