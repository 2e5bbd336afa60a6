//! The cells of the table of windows: cases completed with their bar, and their share of all.

use std::sync::Arc;

use egui::Ui;

use super::Sight;
use crate::{
    dossier::{Dossier, FigureNr},
    locale::Lang,
    sheets::{ApprovalKind, ApprovalRow},
    table::Table,
    ui::{
        bars,
        data_table::{RowId, cells::CellLine},
        marks::Mark,
        number::{NumberParts, NumberSlots},
        theme::Type,
    },
    views::{number::length, tables::Cells},
};

/// The cells of the table of windows.
pub(super) struct WindowCells<'a> {
    dossier: &'a Dossier,
    lang: Lang,
    rows: &'a [ApprovalRow],
    table: Arc<Table>,
    slots: NumberSlots,
    most: f32,
}

impl<'a> WindowCells<'a> {
    pub(super) fn new(ui: &Ui, sight: &Sight<'a>, table: Arc<Table>) -> Self {
        let windows = || sight.rows.iter().filter(|row| row.kind == ApprovalKind::Case && row.total.is_some());
        let quantities = || windows().filter_map(|row| sight.dossier.figure(row.figure).quantity());
        let texts: Vec<String> = quantities().map(|quantity| quantity.number.to_string()).collect();
        let slots = NumberSlots::measure(ui, Type::Body, texts.iter().map(|text| NumberParts { integer: text, ..NumberParts::default() }));
        let most = quantities().map(length).fold(0.0, f32::max);
        Self { dossier: sight.dossier, lang: sight.lang, rows: sight.rows, table, slots, most }
    }

    fn row(&self, row: RowId) -> Option<&'a ApprovalRow> {
        self.rows.get(row as usize)
    }
}

impl Cells for WindowCells<'_> {
    fn name(&self, row: RowId) -> String {
        self.row(row).map(|row| row.name.get(self.lang).to_owned()).unwrap_or_default()
    }

    fn text(&self, row: RowId, column: &str) -> Option<String> {
        match column {
            "name" => Some(self.name(row)),
            "value" => Some(self.dossier.figure(self.row(row)?.figure).display(self.lang)),
            _ => self.table.column(column)?.text(row, self.lang),
        }
    }

    fn figure(&self, row: RowId, _: &str) -> Option<FigureNr> {
        Some(self.row(row)?.figure)
    }

    fn tooltip(&self, row: RowId, column: &str) -> Option<FigureNr> {
        (column == "value").then_some(self.row(row)?.figure)
    }

    fn paint(&self, line: &mut CellLine<'_>, row: RowId, column: &str) {
        match column {
            "value" => {
                let Some(quantity) = self.row(row).and_then(|row| self.dossier.figure(row.figure).quantity()) else { return };
                let text = quantity.number.to_string();
                line.number(NumberParts { integer: &text, ..NumberParts::default() }, self.slots).gap(16.0);
                if let Some(lane) = line.lane(bars::CHART_BAR) {
                    bars::value_bar(line.painter(), lane, length(quantity), self.most, Mark::Built, line.palette());
                }
            }
            "share" => {
                let color = line.palette().computed;
                let text = self.text(row, column).unwrap_or_default();
                line.right_text(&text, color);
            }
            _ => _ = line.text(&self.name(row)),
        }
    }
}
