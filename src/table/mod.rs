//! The table engine: rows in, row numbers out.
//!
//! It knows neither the dossier nor egui. A view builds a [`Table`] once, asks an [`Index`] with a [`Query`], and draws the
//! rows it is told:
//!
//! ```
//! use std::sync::Arc;
//! use liucheng_viewer::{locale::Bilingual, table::*};
//!
//! let mut name = TextBuilder::default();
//! let mut stage = ChoiceBuilder::from_names([
//!     ("building", Bilingual::new("在建", "under construction")),
//!     ("running", Bilingual::new("投产", "producing")),
//! ]);
//! let mut investment = NumberBuilder::new(Units::money());
//! name.push_with("亿联盛", "Yiliansheng", &["亿联盛新材料"]);
//! stage.push_id(Some("building"));
//! investment.push(None);
//! name.push_with("盛信", "Shengxin", &[]);
//! stage.push_id(Some("running"));
//! investment.push_written(Some(Decimal::from(57_000_000)), Some(("5700万元", "CNY 57 million")));
//! let table = Arc::new(Table::new(vec![
//!     Column::new("name", Bilingual::new("名称", "Name"), name),
//!     Column::new("stage", Bilingual::new("阶段", "Stage"), stage),
//!     Column::new("investment", Bilingual::new("投资", "Investment"), investment),
//! ])?);
//!
//! let mut index = Index::new(table.clone());
//! let mut query = Query::default();
//! query.search = "yls".to_owned();
//! assert_eq!(*index.rows(&query).order, [0]);
//! query.clear_all();
//! query.cycle_sort(&"investment".into(), false);
//! assert_eq!(*index.rows(&query).order, [1, 0], "what is not stated comes last");
//! let facet = index.facet(&query, "stage").unwrap();
//! assert_eq!(facet.not_stated, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`Column::cell`] is what stands in a row, [`Column::text`] what a reader sees, [`Column::shown`] the name of a value.
//! - [`Query`] is pure data with the edits of mouse and keys as methods: [`Query::cycle_sort`], [`Query::toggle_value`],
//!   [`Query::only`], [`Query::exclude`], [`Query::at_least`], [`Query::at_most`], [`Query::set_bounds`], [`Query::clear`],
//!   [`Query::clear_all`].
//! - [`Engine`] takes an [`Ask`] and gives the [`Answer`] to show: at once up to [`MAX_INLINE`] rows, beyond that from a thread,
//!   with the old answer until the new one is there.
//! - [`Query::parse`] and [`Query::write`] are the query as one line of text.
//! - [`Rows`] has the row numbers in order, and the [`Mistake`] in a search text, whose place the last good one takes.
//! - [`Facet`] has the values with their counts, or a histogram. Its own column's filter is left out of the counts.
//! - [`complete`] says what the word at the cursor may become.
//! - [`totals`] and [`Index::groups`] take the rows in sight.
//! - [`Index::ways_out`] says what to drop when nothing is shown; [`matches`] which parts of a cell's text to mark.

mod answer;
mod bits;
mod both;
mod build;
mod builders;
mod cancel;
mod candidates;
mod cell;
mod codes;
mod collation;
mod column;
mod complete;
mod contexts;
mod date;
mod edit;
mod engine;
mod evaluate;
mod facet;
mod filter;
mod find_column;
mod find_values;
#[cfg(test)]
mod fixture;
mod fold;
mod groups;
mod haystack;
mod histogram;
mod interval;
mod last_good;
mod lex;
mod lookup;
mod marks;
mod measure;
mod mistake;
mod natures;
mod needle;
mod neighbours;
mod number;
mod number_builder;
#[cfg(test)]
mod oracle;
mod packed;
mod parts;
mod pattern;
mod pinyin;
mod postings;
mod query;
mod ranges;
mod room;
mod scalar;
mod search;
mod sort;
mod spelled;
mod spelling;
mod store;
mod strings;
mod symbols;
mod text;
mod text_builder;
mod totals;
mod typed;
mod units;
mod worker;

pub use answer::{Answer, Ask};
pub use build::TableError;
pub use builders::{ChoiceBuilder, DateBuilder};
pub use cell::Cell;
pub use collation::Collation;
pub use column::{Addition, Choice, ChoiceValue, Column, ColumnId, Data, Dates, Table, Text};
pub use complete::{Completion, complete};
pub use date::{Date, Precision};
pub use engine::{Clause, Index, Rows, WayOut};
pub use facet::{Counts, Facet, FacetValue};
pub use find_values::ValueFinder;
pub use fold::{fold, fold_char};
pub use groups::{Group, GroupKey, Groups};
pub use histogram::Bin;
pub use interval::{Bound, Interval};
pub use marks::matches;
pub use measure::Measure;
pub use mistake::{Mistake, MistakeKind};
pub use natures::Nature;
pub use number::{Number, Unread};
pub use number_builder::NumberBuilder;
pub use parts::Part;
pub use query::{Filter, Query, SortBy, SortDirection};
pub use ranges::{parse_scalar, read_scalar, write_scalar};
pub(crate) use scalar::parts_thousands;
pub use scalar::{Decimal, Scalar};
pub use search::{Search, Term, Test};
pub use spelled::Spelled;
pub use spelling::{Spelling, spelling};
pub use text::write_filter;
pub use text_builder::TextBuilder;
pub use totals::{Refusal, Totals, totals};
pub use units::{Units, bare_number};
pub use worker::{Engine, MAX_INLINE};
