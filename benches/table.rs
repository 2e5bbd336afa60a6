//! The engine at 10,000, 100,000 and 1,000,000 rows: what a key, a click on a header and a click on a value cost.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_wrap,
    reason = "a benchmark may stop at the first surprise, and its numbers are its own"
)]

#[path = "support/synthetic.rs"]
mod synthetic;

use std::sync::{Arc, OnceLock};

use divan::{Bencher, black_box};
use liucheng_viewer::table::{ColumnId, Filter, Index, Query, SortBy, SortDirection, Table};
use synthetic::Random;

const SIZES: [usize; 3] = [10_000, 100_000, 1_000_000];

/// The columns whose counts a reader sees.
const FACETS: [&str; 7] = ["zone", "province", "cluster", "stage", "investment", "output", "signed"];

fn main() {
    divan::main();
}

fn table(num_rows: usize) -> Arc<Table> {
    static TABLES: [OnceLock<Arc<Table>>; 3] = [const { OnceLock::new() }; 3];
    let nr = SIZES.iter().position(|size| *size == num_rows).expect("a known size");
    TABLES[nr].get_or_init(|| Arc::new(synthetic::table(num_rows))).clone()
}

/// An index in which everything is worked out that the first minutes of use work out.
fn warm(num_rows: usize) -> Index {
    let mut index = Index::new(table(num_rows));
    for column in ["name", "stage", "investment", "signed"] {
        index.rows(&sorted(&[column]));
    }
    index.rows(&Query { search: "yls".to_owned(), ..filtered() });
    index.facets(&filtered(), &facets());
    index
}

fn facets() -> Vec<ColumnId> {
    FACETS.map(ColumnId::from).to_vec()
}

fn sorted(columns: &[&str]) -> Query {
    let key = |(nr, column): (usize, &&str)| SortBy {
        column: (*column).into(),
        direction: if nr == 0 { SortDirection::Descending } else { SortDirection::Ascending },
    };
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

/// Every text that the search box goes through while words are typed: Han, initials, full pinyin, rare and frequent.
fn keystrokes() -> Vec<String> {
    let mut random = Random::new(7);
    let han: Vec<char> = "亿联盛华新宏达恒信源东方航天阳光北鑫杰帅杨强康泰永兴隆昌德美".chars().collect();
    let mut words: Vec<String> = ["有限公司", "重庆", "海绵钛", "yiliansheng", "yls", "changchun", "gufen", "科技", "zzz", "东", "12345"]
        .map(str::to_owned)
        .to_vec();
    words.extend((0..12).map(|_| (0..3).map(|_| han[random.below(han.len())]).collect::<String>()));
    let prefixes = |word: &String| word.char_indices().map(|(at, char)| word[..at + char.len_utf8()].to_owned()).collect::<Vec<_>>();
    words.iter().flat_map(prefixes).collect()
}

/// A key in the search box, two filters and a sort on: the new rows and all counts.
#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn a_key_in_the_search_box(bencher: Bencher<'_, '_>, num_rows: usize) {
    let mut index = warm(num_rows);
    let (texts, mut nr) = (keystrokes(), 0);
    let (mut query, facets) = (filtered(), facets());
    bencher.bench_local(|| {
        query.search.clone_from(&texts[nr % texts.len()]);
        nr += 1;
        (index.rows(&query), index.facets(&query, &facets))
    });
}

/// A click on a header whose column was sorted before.
#[divan::bench(args = SIZES)]
fn header_sorted_before(bencher: Bencher<'_, '_>, num_rows: usize) {
    let mut index = warm(num_rows);
    let queries = [sorted(&["investment"]), sorted(&["name"]), Query { sort: sorted(&["name"]).sort, ..filtered() }];
    let mut nr = 0;
    bencher.bench_local(|| {
        nr += 1;
        index.rows(&queries[nr % queries.len()])
    });
}

/// The first click on a column of numbers.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn header_first_number(bencher: Bencher<'_, '_>, num_rows: usize) {
    bencher
        .with_inputs(|| Index::new(table(num_rows)))
        .bench_local_values(|mut index| black_box((index.rows(&sorted(&["investment"])), index)));
}

/// The first click on the names, by pinyin.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn header_first_name(bencher: Bencher<'_, '_>, num_rows: usize) {
    bencher.with_inputs(|| Index::new(table(num_rows))).bench_local_values(|mut index| black_box((index.rows(&sorted(&["name"])), index)));
}

/// A second key added: within stages by investment, within investments by name.
#[divan::bench(args = SIZES)]
fn second_key(bencher: Bencher<'_, '_>, num_rows: usize) {
    let mut index = warm(num_rows);
    let queries = [sorted(&["stage", "investment"]), sorted(&["investment", "name"])];
    let mut nr = 0;
    bencher.bench_local(|| {
        nr += 1;
        index.rows(&queries[nr % queries.len()])
    });
}

/// A value ticked, two filters and a sort on: the new rows and all counts.
#[divan::bench(args = SIZES, sample_count = 200, sample_size = 1)]
fn facet_click(bencher: Bencher<'_, '_>, num_rows: usize) {
    let mut index = warm(num_rows);
    let mut random = Random::new(3);
    let facets = facets();
    let provinces: Vec<String> = (0..31).filter_map(|code| index.table().column("province")?.value(code).map(str::to_owned)).collect();
    bencher
        .with_inputs(|| {
            let mut query = filtered();
            (0..3).for_each(|_| query.toggle_value(&"province".into(), Some(&provinces[random.below(31)])));
            query
        })
        .bench_local_values(|query| (index.rows(&query), index.facets(&query, &facets)));
}

/// What is worked out before the first word in Latin letters is found.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn first_latin_key(bencher: Bencher<'_, '_>, num_rows: usize) {
    bencher.with_inputs(|| Index::new(table(num_rows))).bench_local_values(|mut index| {
        let query = Query { search: "y".to_owned(), ..Query::default() };
        black_box((index.rows(&query), index))
    });
}
