//! The menus under the right mouse button: of a cell and of a header.

use egui::{Popup, PopupAnchor, PopupKind, Pos2, Ui};

use super::{
    action::{CellFilter, RowId, SortStep, TableAction},
    column::FilterKind,
    frame::Frame,
    header::sort_words,
    state::ColumnChoices,
};
use crate::locale::tr;

/// The least width of a menu.
const MENU_WIDTH: f32 = 152.0;

/// What a menu is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MenuTarget {
    /// A cell.
    Cell {
        /// Its row.
        row: RowId,
        /// Its column.
        column: &'static str,
    },
    /// A header cell.
    Header {
        /// Its column.
        column: &'static str,
    },
}

impl Frame<'_, '_> {
    /// Draws the menu that is open.
    pub(super) fn menu_ui(&mut self, ui: &Ui) {
        let Some((target, at)) = self.state.menu else { return };
        let mut is_open = true;
        let id = self.id.with(("menu", at.x.to_bits(), at.y.to_bits()));
        Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(at), ui.layer_id())
            .kind(PopupKind::Menu)
            .open_bool(&mut is_open)
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style as fn(&mut egui::Style))
            .width(MENU_WIDTH)
            .show(|ui| {
                ui.set_min_width(MENU_WIDTH);
                match target {
                    MenuTarget::Cell { row, column } => self.cell_menu_ui(ui, row, column),
                    MenuTarget::Header { column } => self.header_menu_ui(ui, column),
                }
            });
        if !is_open {
            self.state.menu = None;
            self.state.wants_focus = true;
        }
    }

    fn cell_menu_ui(&mut self, ui: &mut Ui, row: RowId, column: &'static str) {
        let lang = self.lang();
        let filter = self.table.columns.iter().find(|spec| spec.id == column).map_or(FilterKind::None, |spec| spec.filter);
        let filters: &[(&str, CellFilter)] = match filter {
            FilterKind::None => &[],
            FilterKind::Values => &[("table-cell-only", CellFilter::Only), ("table-cell-not", CellFilter::Not)],
            FilterKind::Range => &[
                ("table-cell-only", CellFilter::Only),
                ("table-cell-not", CellFilter::Not),
                ("table-cell-at-least", CellFilter::AtLeast),
                ("table-cell-at-most", CellFilter::AtMost),
            ],
        };
        for (words, filter) in filters {
            if ui.button(tr(lang, words)).clicked() {
                self.actions.push(TableAction::FilterCell { row, column, filter: *filter });
            }
        }
        if !filters.is_empty() {
            ui.separator();
        }
        if ui.button(tr(lang, "table-cell-copy")).clicked() {
            self.actions.push(TableAction::CopyCell { row, column });
        }
        if ui.button(tr(lang, "table-cell-copy-rows")).clicked() {
            self.actions.push(TableAction::CopyRows(self.selected_in_order()));
        }
        ui.separator();
        if ui.button(tr(lang, "table-cell-show-in-article")).clicked() {
            self.actions.push(TableAction::ShowInArticle { row, column });
        }
        if ui.button(tr(lang, "table-cell-show-record")).clicked() {
            self.select_one(row);
            self.actions.push(TableAction::Open(row));
        }
    }

    fn header_menu_ui(&mut self, ui: &mut Ui, column: &'static str) {
        let lang = self.lang();
        let Some(spec) = self.table.columns.iter().find(|spec| spec.id == column) else { return };
        if spec.is_sortable {
            for step in [SortStep::Ascending, SortStep::Descending, SortStep::AsInReport] {
                if ui.button(sort_words(lang, step)).clicked() {
                    self.sort(column, step, false);
                }
            }
            ui.separator();
        }
        if spec.filter != FilterKind::None && ui.button(tr(lang, "table-filter-menu")).clicked() {
            self.state.open_facet = Some(column);
        }
        let ids = self.column_ids();
        if ui.add_enabled(ids.len() > 1, egui::Button::new(tr(lang, "table-hide-column"))).clicked() {
            self.state.choices.set_visible(spec, false);
            self.actions.push(TableAction::ColumnsChanged);
        }
        let place = ids.iter().position(|id| *id == column).unwrap_or(0);
        let is_frozen = self.state.choices.num_frozen > place;
        let words = if is_frozen { "table-unfreeze-column" } else { "table-freeze-column" };
        if ui.button(tr(lang, words)).clicked() {
            self.state.choices.num_frozen = if is_frozen { place } else { place + 1 };
            self.actions.push(TableAction::ColumnsChanged);
        }
        if ui.add_enabled(self.state.choices != ColumnChoices::default(), egui::Button::new(tr(lang, "table-reset-columns"))).clicked() {
            self.state.choices = ColumnChoices::default();
            self.actions.push(TableAction::ColumnsChanged);
        }
    }

    /// Opens the menu of the cell the keyboard is at.
    pub(super) fn open_menu(&mut self, target: MenuTarget, at: Pos2) {
        self.state.menu = Some((target, at));
    }
}
