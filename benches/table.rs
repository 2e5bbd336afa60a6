//! The engine at 10,000, 100,000 and 1,000,000 rows: what a key, a click on a header and a click on a value cost.
//!
//! `cargo bench --bench table` prints one table, with the targets and with the times of the fastest column library, Polars,
//! over a million such rows. The latter were measured elsewhere, on a machine of two cores as well; the library is too large
//! to be a dependency for this alone.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_wrap,
    clippy::print_stdout,
    reason = "a benchmark may stop at the first surprise, prints, and has numbers of its own"
)]

#[path = "support/synthetic.rs"]
mod synthetic;

use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

use liucheng_viewer::table::{Ask, ColumnId, Filter, Index, Query, SortBy, SortDirection, Table};
use synthetic::Random;

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// The columns whose counts a reader sees.
const FACETS: [&str; 7] = ["zone", "province", "cluster", "stage", "investment", "output", "signed"];

/// Words as they are typed, by what makes them easy or hard.
const WORDS: [(&str, &[&str]); 7] = [
    ("a rare word", &["海绵钛", "盛达恒", "亿联盛", "高纯石英", "qxzj"]),
    ("a word of every row", &["有限公司", "年产", "万吨", "号线"]),
    ("Han", &["重庆", "科技", "新材料", "长春", "开发区", "东"]),
    ("Latin letters and digits", &["steel", "led", "zzz", "12345", "no"]),
    ("pinyin", &["yiliansheng", "changchun", "youxiangongsi", "nianchan", "gufen", "xian", "dong"]),
    ("initials", &["yls", "yxgs", "cq", "xcl", "nc", "kfq"]),
    ("two words", &["重庆 科技", "yls 有限"]),
];

/// Milliseconds: the middle one and the longest.
#[derive(Clone, Copy)]
struct Times {
    median: f64,
    worst: f64,
}

fn times(mut all: Vec<Duration>) -> Times {
    all.sort();
    let ms = |time: &Duration| time.as_secs_f64() * 1e3;
    Times { median: ms(&all[all.len() / 2]), worst: ms(all.last().expect("something was measured")) }
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = work();
    let time = start.elapsed();
    black_box(result);
    time
}

fn facets() -> Vec<ColumnId> {
    FACETS.map(ColumnId::from).to_vec()
}

fn sorted(columns: &[&str]) -> Query {
    let direction = |nr: usize| if nr == 0 { SortDirection::Descending } else { SortDirection::Ascending };
    let key = |(nr, column): (usize, &&str)| SortBy::new(*column, direction(nr));
    Query { sort: columns.iter().enumerate().map(key).collect(), ..Query::default() }
}

/// Two filters and a sort, as the targets ask.
fn filtered() -> Query {
    let mut query = sorted(&["investment"]);
    for stage in ["building", "trial", "running"] {
        query.toggle_value(&"stage".into(), Some(stage));
    }
    query.set(&"cluster".into(), Filter::value(Some("cluster-3")).inverse());
    query
}

/// An index in which everything is worked out that the first minutes of use work out.
fn warm(table: &Arc<Table>) -> Index {
    let mut index = Index::new(table.clone());
    while index.prepare() {}
    for column in ["name", "stage", "investment", "signed"] {
        index.rows(&sorted(&[column]));
    }
    index.answer(&Ask { query: filtered(), facets: facets(), ..Ask::default() });
    index
}

/// Types words letter by letter, and takes them back.
fn keys(index: &mut Index, words: &[&str]) -> (Vec<Duration>, Vec<Duration>) {
    let (mut growing, mut shrinking) = (Vec::new(), Vec::new());
    let mut ask = Ask { query: filtered(), facets: facets(), ..Ask::default() };
    for word in words {
        let ends: Vec<usize> = word.char_indices().map(|(at, char)| at + char.len_utf8()).collect();
        for end in &ends {
            word[..*end].clone_into(&mut ask.query.search);
            growing.push(timed(|| index.answer(&ask)));
        }
        for end in ends.iter().rev().skip(1).chain([&0]) {
            word[..*end].clone_into(&mut ask.query.search);
            shrinking.push(timed(|| index.answer(&ask)));
        }
    }
    (growing, shrinking)
}

/// A value ticked, two filters and a sort on: the new rows and all counts.
fn facet_clicks(index: &mut Index) -> Vec<Duration> {
    let mut random = Random::new(3);
    let provinces: Vec<String> = (0..31).filter_map(|code| index.table().column("province")?.value(code).map(str::to_owned)).collect();
    let click = |_| {
        let mut ask = Ask { query: filtered(), facets: facets(), ..Ask::default() };
        (0..3).for_each(|_| ask.query.toggle_value(&"province".into(), Some(&provinces[random.below(31)])));
        timed(|| index.answer(&ask))
    };
    (0..60).map(click).collect()
}

fn cycle(index: &mut Index, queries: &[Query]) -> Vec<Duration> {
    queries.iter().cycle().take(20 * queries.len()).map(|query| timed(|| index.rows(query))).collect()
}

/// One line of the table that is printed.
struct Line {
    name: String,
    target: &'static str,
    /// What Polars takes at a million rows, in milliseconds.
    given: Option<f64>,
    by_size: Vec<Times>,
}

/// The lines of one size, the same ones for each.
fn lines(num_rows: usize, rounds: usize) -> Vec<Line> {
    let table = Arc::new(synthetic::table(num_rows));
    let mut lines = Vec::new();
    let mut line = |name: &str, target, given, all| lines.push(Line { name: name.to_owned(), target, given, by_size: vec![times(all)] });
    let first = |query: Query| {
        let once = |_| {
            let mut index = Index::new(table.clone());
            timed(|| index.rows(&query))
        };
        (0..rounds).map(once).collect::<Vec<Duration>>()
    };
    let mut index = warm(&table);
    let (mut growing, mut shrinking, mut by_kind) = (Vec::new(), Vec::new(), vec![Vec::new(); WORDS.len()]);
    for _ in 0..rounds {
        for ((_, words), own) in WORDS.iter().zip(&mut by_kind) {
            let (more, less) = keys(&mut index, words);
            own.extend(more.iter().copied());
            growing.extend(more);
            shrinking.extend(less);
        }
    }
    line("a key in the search box", "5, worst 16", Some(25.0), growing);
    for ((kind, _), all) in WORDS.iter().zip(by_kind) {
        line(&format!("… {kind}"), "", None, all);
    }
    line("Backspace", "5, worst 16", None, shrinking);
    line("a header sorted before: a number", "5", Some(54.0), cycle(&mut index, &[sorted(&["investment"]), filtered()]));
    let by_name = Query { sort: sorted(&["name"]).sort, ..filtered() };
    line("… names, by pinyin", "5", Some(212.0), cycle(&mut index, &[sorted(&["name"]), by_name]));
    line("a second key", "15", Some(66.0), cycle(&mut index, &[sorted(&["stage", "investment"]), sorted(&["investment", "name"])]));
    line("a value clicked, with all counts", "5", Some(16.0), facet_clicks(&mut index));
    drop(index);
    line("the first click on a number", "200", None, first(sorted(&["investment"])));
    line("… on the names, by pinyin", "1,500", None, first(sorted(&["name"])));
    let prepared = (0..rounds).map(|_| {
        let mut index = Index::new(table.clone());
        timed(|| while index.prepare() {})
    });
    line("what is worked out for searching", "", None, prepared.collect());
    lines
}

fn main() {
    // `cargo test` runs this too, to see that it still can.
    let is_test = std::env::args().any(|argument| argument == "--test");
    let sizes = if is_test { &SIZES[..1] } else { &SIZES[..] };
    let mut table: Vec<Line> = Vec::new();
    for size in sizes {
        for (nr, line) in lines(*size, if is_test { 1 } else { 3 }).into_iter().enumerate() {
            match table.get_mut(nr) {
                Some(known) => known.by_size.extend(line.by_size),
                None => table.push(line),
            }
        }
    }
    let heads: String = sizes.iter().map(|size| format!(" {size} rows: median (worst) |")).collect::<Vec<_>>().concat();
    println!("Milliseconds; Polars as measured elsewhere, at a million rows.\n");
    println!("| |{heads} target | growth | Polars | ratio |\n|---|{}---|---|---|---|", "---|".repeat(sizes.len()));
    for Line { name, target, given, by_size } in &table {
        let cells: String = by_size.iter().map(|times| format!(" {:.2} ({:.2}) |", times.median, times.worst)).collect::<Vec<_>>().concat();
        let (small, large) = (by_size[0].median, by_size[by_size.len() - 1].median);
        let given_text = given.map_or_else(String::new, |given| format!("{given}"));
        let ratio = given.filter(|_| sizes.len() == SIZES.len()).map_or_else(String::new, |given| format!("{:.1}", given / large));
        println!("| {name} |{cells} {target} | × {:.0} | {given_text} | {ratio} |", large / small);
    }
}
