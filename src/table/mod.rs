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
//! let mut investment = NumberBuilder::new(2, Units::money());
//! name.push_with("亿联盛", "Yiliansheng", &["亿联盛新材料"]);
//! stage.push_id(Some("building"));
//! investment.push_written(None, None)?;
//! name.push_with("盛信", "Shengxin", &[]);
//! stage.push_id(Some("running"));
//! investment.push_written(Some(Decimal::from(57_000_000)), Some(("5700万元", "CNY 57 million")))?;
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
//!   [`Query::only`], [`Query::exclude`], [`Query::at_least`], [`Query::at_most`], [`Query::set_range`], [`Query::clear`],
//!   [`Query::clear_all`].
//! - [`Query::parse`] and [`Query::write`] are the query as one line of text.
//! - [`Rows`] has the row numbers in order, and the [`Mistake`] in a search text, whose place the last good one takes.
//! - [`Facet`] has the values with their counts, or a histogram. Its own column's filter is left out of the counts.
//! - [`totals`] and [`Index::groups`] take the rows in sight.
//! - [`Index::ways_out`] says what to drop when nothing is shown; [`matches`] which parts of a cell's text to mark.

mod bits;
mod build;
mod codes;
mod collation;
mod column;
mod engine;
mod facet;
mod filter;
#[cfg(test)]
mod fixture;
mod fold;
mod groups;
mod histogram;
mod lex;
mod mistake;
mod needle;
#[cfg(test)]
mod oracle;
mod pinyin;
mod query;
mod scalar;
mod search;
mod sort;
mod strings;
mod text;
mod totals;

pub use build::{ChoiceBuilder, DateBuilder, NotExact, NumberBuilder, TableError, TextBuilder};
pub use collation::Collation;
pub use column::{Addition, Cell, Choice, ChoiceValue, Column, ColumnId, Data, Dates, Number, Table, Text};
pub use engine::{Clause, Index, Rows, WayOut, matches};
pub use facet::{Counts, Facet, FacetValue};
pub use fold::fold;
pub use groups::{Group, GroupKey, Groups};
pub use histogram::Bin;
pub use mistake::{Mistake, MistakeKind};
pub use query::{Filter, Query, SortBy, SortDirection};
pub use scalar::{Date, Decimal, Precision, Scalar, Units};
pub use search::{Search, parse_scalar, write_scalar};
pub use text::write_filter;
pub use totals::{Refusal, Totals, totals};
