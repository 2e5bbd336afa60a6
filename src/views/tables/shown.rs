//! The rows of a table view as the data table takes them.

use egui::Ui;

use super::{
    TableView, footer,
    grouped::{Grouped, Line, group_name},
};
use crate::{
    dossier::{Dossier, FigureNr, MoneyUnit, Quantity},
    locale::{Lang, tr, tr_args},
    sheets::Said,
    table::{Cell, matches},
    ui::{
        data_table::{CellContext, Head, RowId, Rows, cells::CellLine},
        number::NumberSlots,
        text::text_ui,
        theme::{Palette, Type},
    },
    views::{figure, number::Number},
};

/// What a view knows of its cells.
pub(in crate::views) trait Cells {
    /// What a cell says; none where the report does not state it.
    fn said(&self, row: RowId, column: &str) -> Option<Said<'_>>;

    /// What a row is called.
    fn name(&self, row: RowId) -> String;

    /// The figure that a row leads to where a cell has none of its own.
    fn row_figure(&self, row: RowId) -> Option<FigureNr>;

    /// What a cell says without its marks and small words.
    fn text(&self, row: RowId, column: &str) -> Option<String> {
        self.said(row, column).map(|said| said.text)
    }

    /// The figure that a cell leads to.
    fn figure(&self, row: RowId, column: &str) -> Option<FigureNr> {
        self.tooltip(row, column).or_else(|| self.row_figure(row))
    }

    /// The figure that the pointer over a cell is told of; none for no tooltip.
    fn tooltip(&self, row: RowId, column: &str) -> Option<FigureNr> {
        self.said(row, column)?.figures.first().copied()
    }

    /// Paints a cell.
    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str);

    /// Draws a header of the view's own; `false` leaves it to the table.
    fn header_ui(&self, _ui: &mut Ui, _column: &str) -> bool {
        false
    }

    /// The quantity of a cell, where its column holds numbers that come to something.
    fn quantity(&self, _row: RowId, _column: &str) -> Option<&Quantity> {
        None
    }

    /// What a column comes to, as its numbers are shown, and the slots they stand in.
    fn total(&self, _column: &str, _total: &Quantity) -> Option<(Number, NumberSlots)> {
        None
    }

    /// The unit that its money is shown in.
    fn money(&self) -> MoneyUnit {
        MoneyUnit::AsWritten
    }
}

/// A place of the table on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::views) enum Item {
    /// The heading of a group.
    Heading(String),
    /// A row.
    Row(RowId),
}

impl Item {
    /// The row, where it is one.
    pub(in crate::views) fn row(&self) -> Option<RowId> {
        match self {
            Self::Row(row) => Some(*row),
            Self::Heading(_) => None,
        }
    }
}

/// The rows of a view, in its query's order or under headings.
pub(in crate::views) struct Shown<'a, C> {
    pub(in crate::views) view: &'a TableView,
    pub(in crate::views) dossier: &'a Dossier,
    pub(in crate::views) lang: Lang,
    pub(in crate::views) cells: &'a C,
    /// Rows under headings, where the view has groups.
    pub(in crate::views) items: Option<&'a [Item]>,
    /// How many lines there are at most: those of a picture.
    pub(in crate::views) most: usize,
}

impl<C: Cells> Shown<'_, C> {
    fn row(&self, row_nr: usize) -> Option<RowId> {
        if let Some(grouped) = self.grouped() {
            return grouped.line(row_nr).and_then(|line| match line {
                Line::Row(row) => Some(row),
                Line::Head(_) => None,
            });
        }
        match self.items {
            Some(items) => items.get(row_nr).and_then(Item::row),
            None => self.view.order().get(row_nr).copied(),
        }
    }

    /// The lines of the groups that the reader asked for; they take the place of the view's own.
    fn grouped(&self) -> Option<&Grouped> {
        self.view.grouped()
    }

    /// The number of the group whose head stands in a line.
    fn head_nr(&self, row_nr: usize) -> Option<usize> {
        self.grouped()?.line(row_nr).and_then(|line| match line {
            Line::Head(nr) => Some(nr),
            Line::Row(_) => None,
        })
    }
}

impl<C: Cells> Rows for Shown<'_, C> {
    fn num_rows(&self) -> usize {
        let all = || self.items.map_or_else(|| self.view.order().len(), <[Item]>::len);
        self.grouped().map_or_else(all, Grouped::num_lines).min(self.most)
    }

    fn generation(&self) -> u64 {
        self.view.generation()
    }

    fn row_id(&self, row_nr: usize) -> Option<RowId> {
        self.row(row_nr)
    }

    fn row_nr(&self, id: RowId) -> Option<usize> {
        if let Some(grouped) = self.grouped() {
            return grouped.line_of(id);
        }
        match self.items {
            Some(items) => items.iter().position(|item| *item == Item::Row(id)),
            None => self.view.place(id),
        }
    }

    fn place(&self, row_nr: usize) -> (usize, usize) {
        if let Some(grouped) = self.grouped() {
            return (grouped.place(row_nr), self.view.order().len());
        }
        let Some(items) = self.items else { return (row_nr + 1, self.view.order().len()) };
        let num_rows = |items: &[Item]| items.iter().filter(|item| item.row().is_some()).count();
        (num_rows(items.get(..=row_nr).unwrap_or(items)), num_rows(items))
    }

    fn head(&self, row_nr: usize) -> Option<Head> {
        let nr = self.head_nr(row_nr)?;
        let (group, column) = self.view.group(nr)?;
        let (name, num) = (group_name(self.lang, column, group.key), group.range.len());
        let count = tr_args(self.lang, "table-group-rows", &[("count", num.into())]);
        let spoken = tr_args(self.lang, "table-group-name", &[("name", name.as_str().into()), ("count", num.into())]);
        let subtotals = footer::subtotals(self, nr);
        let parts: Vec<&str> = [spoken.as_str()].into_iter().chain(subtotals.iter().map(|(_, words)| words.as_str())).collect();
        let spoken = parts.join(&tr(self.lang, "app-clause-separator"));
        let is_open = self.grouped().is_some_and(|grouped| !grouped.is_folded(nr));
        Some(Head { name, count, spoken, subtotals, is_open })
    }

    fn head_cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext) {
        if let Some(nr) = self.head_nr(row_nr) {
            footer::subtotal_ui(self, &mut CellLine::new(ui, cell), nr, column);
        }
    }

    fn row_name(&self, row_nr: usize) -> String {
        let items = self.items.filter(|_| self.grouped().is_none());
        match items.and_then(|items| items.get(row_nr)) {
            Some(Item::Heading(heading)) => heading.clone(),
            Some(Item::Row(_)) | None => self.row(row_nr).map(|row| self.cells.name(row)).unwrap_or_default(),
        }
    }

    fn cell_text(&self, row_nr: usize, column: &str) -> String {
        let text = self.row(row_nr).and_then(|row| self.cells.text(row, column));
        text.unwrap_or_else(|| tr(self.lang, "not-stated").into_owned())
    }

    fn cell_remark(&self, row_nr: usize, column: &str) -> String {
        self.row(row_nr).and_then(|row| self.cells.said(row, column)).map(|said| said.remark).unwrap_or_default()
    }

    fn is_stated(&self, row_nr: usize, column: &str) -> bool {
        let cell = self.row(row_nr).zip(self.view.table().column(column)).map(|(row, column)| column.cell(row));
        cell.is_some_and(|cell| cell != Cell::NotStated)
    }

    fn cell_ui(&self, ui: &mut Ui, row_nr: usize, column: &str, cell: &CellContext) {
        if let Some(row) = self.row(row_nr) {
            let search = &self.view.tools.marked;
            let marks = |text: &str| matches(self.view.table(), search, column, row, text);
            let marks: Option<&dyn Fn(&str) -> _> = if search.groups.is_empty() { None } else { Some(&marks) };
            self.cells.paint(&mut CellLine::new(ui, cell).marking(marks), row, column);
        }
    }

    fn has_tooltip(&self, row_nr: usize, column: &str) -> bool {
        self.row(row_nr).is_some_and(|row| self.cells.text(row, column).is_none() || self.cells.tooltip(row, column).is_some())
    }

    fn tooltip_ui(&self, ui: &mut Ui, row_nr: usize, column: &str) {
        let Some(row) = self.row(row_nr) else { return };
        match self.cells.tooltip(row, column).filter(|_| self.cells.text(row, column).is_some()) {
            Some(nr) => figure::note_ui(ui, self.dossier, self.lang, self.cells.money(), nr),
            None => _ = text_ui(ui, Type::Small, Palette::of(ui).text, &tr(self.lang, "not-stated")),
        }
    }

    fn header_ui(&self, ui: &mut Ui, column: &str) -> bool {
        self.cells.header_ui(ui, column)
    }
}
