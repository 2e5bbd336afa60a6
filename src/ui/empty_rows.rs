//! The table in which no row is left: what to drop, and what that brings back.

use std::iter;

use egui::Ui;

use super::{
    clause::filter_words,
    data_table::{ColumnSpec, TableAction, column_name},
    notice::{WayOut, empty_ui},
};
use crate::{
    locale::{Lang, tr, tr_args},
    table::{Clause, Part, Query, Table, WayOut as Way},
};

/// A table whose query leaves nothing.
#[derive(Clone, Copy, Debug)]
pub struct EmptyRows<'a> {
    /// The language.
    pub lang: Lang,
    /// The columns, for their titles.
    pub columns: &'a [ColumnSpec],
    /// The table, for the names of values.
    pub table: &'a Table,
    /// What it shows.
    pub query: &'a Query,
    /// What may be dropped, the most fruitful first.
    pub ways_out: &'a [Way],
}

impl EmptyRows<'_> {
    /// Draws the sentence and a pill for each way out; where no single clause helps, one pill drops them all.
    pub fn ui(self, ui: &mut Ui) -> Option<TableAction> {
        let values: Vec<String> = self.ways_out.iter().map(|way| self.value(way)).collect();
        let drop = tr(self.lang, "table-drop");
        let all = tr(self.lang, "table-drop-all");
        if self.query.keeps_all() {
            empty_ui(ui, &tr(self.lang, "table-none"), &[]);
            return None;
        }
        let ways: Vec<WayOut<'_>> = if values.is_empty() {
            vec![WayOut { clause: "", value: &all }]
        } else {
            values.iter().map(|value| WayOut { clause: &drop, value }).collect()
        };
        let chosen = empty_ui(ui, &tr(self.lang, "table-empty"), &ways)?;
        Some(self.ways_out.get(chosen).map_or(TableAction::ClearAll, |way| TableAction::DropPart(self.part(&way.clause))))
    }

    fn value(&self, way: &Way) -> String {
        let clause = match &way.clause {
            Clause::Search => tr_args(self.lang, "table-search-words", &[("words", self.query.search.trim().into())]),
            Clause::Filter(id) => {
                let title = column_name(self.lang, self.columns, self.table, id.as_str());
                let words = self.query.filter(id.as_str()).zip(self.table.column(id.as_str()));
                words.map_or_else(String::new, |(filter, column)| {
                    let words = filter_words(self.lang, &title, column, filter);
                    format!("{} {}", words.clause, words.value)
                })
            }
        };
        tr_args(self.lang, "table-brings-back", &[("clause", clause.into()), ("count", way.num_rows.into())])
    }

    /// What a way out drops of the query: of the search text all.
    fn part(&self, clause: &Clause) -> Part {
        match clause {
            Clause::Filter(id) => Part::Filter(id.clone()),
            Clause::Search => Part::Search { ranges: iter::once(0..self.query.search.len()).collect(), condition: None },
        }
    }
}
