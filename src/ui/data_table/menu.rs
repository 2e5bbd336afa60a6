//! The menus under the right mouse button: of a cell and of a header.

use egui::{Button, Popup, PopupAnchor, PopupKind, Pos2, RadioButton, Response, Ui, Widget};

use super::{
    action::{CellFilter, RowId, SortStep, TableAction},
    choices::ColumnChoices,
    column::{ColumnSpec, FilterKind},
    frame::Frame,
};
use crate::{
    locale::{tr, tr_args},
    ui::{menu::walk, theme},
};

/// The width of a cell's menu.
const CELL_MENU_WIDTH: f32 = 176.0;
/// The width of a header's menu, which says more.
const HEADER_MENU_WIDTH: f32 = 208.0;

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

/// A menu that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenMenu {
    /// What it is about.
    target: MenuTarget,
    /// Where it was asked for.
    at: Pos2,
    /// It was asked for with a key, so that its first row has the keyboard.
    is_by_key: bool,
}

impl Frame<'_, '_> {
    /// Draws the menu that is open.
    pub(super) fn menu_ui(&mut self, ui: &Ui) {
        let Some(OpenMenu { target, at, is_by_key }) = self.state.menu else { return };
        let mut is_open = true;
        let width = if matches!(target, MenuTarget::Header { .. }) { HEADER_MENU_WIDTH } else { CELL_MENU_WIDTH };
        let id = self.id.with(("menu", at.x.to_bits(), at.y.to_bits()));
        let shown = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(at), ui.layer_id())
            .kind(PopupKind::Menu)
            .open_bool(&mut is_open)
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style as fn(&mut egui::Style))
            .width(width)
            .show(|ui| {
                ui.set_min_width(width);
                let mut rows = Vec::new();
                match target {
                    MenuTarget::Cell { row, column } => self.cell_menu_ui(ui, &mut rows, row, column),
                    MenuTarget::Header { column } => self.header_menu_ui(ui, &mut rows, column),
                }
                walk(ui, &rows, is_by_key);
                // By itself a menu closes under the mouse alone.
                if rows.iter().any(Response::clicked) {
                    ui.close();
                }
            });
        if let Some(menu) = &mut self.state.menu {
            menu.is_by_key = false;
        }
        if !is_open {
            self.state.menu = None;
            // A click elsewhere says itself where the keyboard goes.
            let is_left = ui.input(|input| input.pointer.any_click()) && !shown.is_some_and(|shown| shown.response.contains_pointer());
            self.state.wants_focus |= !is_left;
        }
    }

    fn cell_menu_ui(&mut self, ui: &mut Ui, rows: &mut Vec<Response>, row: RowId, column: &'static str) {
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
        let is_stated = self.rows.row_nr(row).is_some_and(|row_nr| self.rows.is_stated(row_nr, column));
        for (words, filter) in filters {
            let button = Button::new(tr(lang, words));
            let is_only = *filter == CellFilter::Only;
            let button = if is_only { button.shortcut_text(tr(lang, "table-middle-click")) } else { button };
            // Nothing is more or less than what is not stated.
            let is_able = is_stated || !matches!(filter, CellFilter::AtLeast | CellFilter::AtMost);
            if able_entry_ui(ui, rows, is_able, button).clicked() {
                self.actions.push(TableAction::FilterCell { row, column, filter: *filter });
            }
        }
        if !filters.is_empty() {
            ui.separator();
        }
        if entry_ui(ui, rows, Button::new(tr(lang, "table-cell-copy"))).clicked() {
            self.actions.push(TableAction::CopyCell { row, column });
        }
        if entry_ui(ui, rows, Button::new(tr(lang, "table-cell-copy-rows"))).clicked() {
            self.actions.push(TableAction::CopyRows(self.selected_in_order()));
        }
        ui.separator();
        if entry_ui(ui, rows, Button::new(tr(lang, "table-cell-show-in-article"))).clicked() {
            self.actions.push(TableAction::ShowInArticle { row, column });
        }
        if entry_ui(ui, rows, Button::new(tr(lang, "table-cell-show-record"))).clicked() {
            self.select_one(row);
            self.actions.push(TableAction::Open(row));
        }
    }

    fn header_menu_ui(&mut self, ui: &mut Ui, rows: &mut Vec<Response>, column: &'static str) {
        let lang = self.lang();
        let Some(spec) = self.table.columns.iter().find(|spec| spec.id == column) else { return };
        if spec.is_sortable {
            let [ascending, descending] = &spec.orders;
            let as_in_report = tr(lang, "table-sort-as-in-report");
            let steps = [
                (SortStep::Ascending, ascending.as_str()),
                (SortStep::Descending, descending.as_str()),
                (SortStep::AsInReport, as_in_report.as_ref()),
            ];
            for (step, words) in steps {
                if entry_ui(ui, rows, Button::new(words)).clicked() {
                    self.sort(column, step, false);
                }
            }
            ui.separator();
        }
        for choice in &spec.choices {
            if entry_ui(ui, rows, RadioButton::new(choice.is_chosen, choice.title.as_str())).clicked() {
                self.actions.push(TableAction::Choose { column, choice: choice.id });
            }
        }
        if !spec.choices.is_empty() {
            ui.separator();
        }
        if spec.filter != FilterKind::None && entry_ui(ui, rows, Button::new(tr(lang, "table-filter-menu"))).clicked() {
            self.state.open_facet = Some(column);
        }
        self.columns_menu_ui(ui, rows, spec);
    }

    /// Hides and freezes the column of a header, shows hidden ones again.
    fn columns_menu_ui(&mut self, ui: &mut Ui, rows: &mut Vec<Response>, spec: &ColumnSpec) {
        let lang = self.lang();
        let before = self.state.choices.clone();
        let ids = self.column_ids();
        if able_entry_ui(ui, rows, ids.len() > 1, Button::new(tr(lang, "table-hide-column"))).clicked() {
            self.state.choices.toggle(self.table.columns, spec);
        }
        let place = ids.iter().position(|id| *id == spec.id).unwrap_or(0);
        let is_frozen = self.state.choices.num_frozen > place;
        let words = if is_frozen { "table-unfreeze-column" } else { "table-freeze-column" };
        if entry_ui(ui, rows, Button::new(tr(lang, words))).clicked() {
            self.state.choices.num_frozen = if is_frozen { place } else { place + 1 };
        }
        if able_entry_ui(ui, rows, before != ColumnChoices::default(), Button::new(tr(lang, "table-reset-columns"))).clicked() {
            self.state.choices = ColumnChoices::default();
        }
        let hidden: Vec<&ColumnSpec> = self.table.columns.iter().filter(|column| !before.is_visible(column)).collect();
        if !hidden.is_empty() {
            ui.separator();
        }
        for column in hidden {
            let words = tr_args(lang, "table-show-column", &[("column", column.title.as_str().into())]);
            if entry_ui(ui, rows, Button::new(words)).clicked() {
                self.state.choices.set_visible(column, true);
            }
        }
        if self.state.choices != before {
            self.actions.push(TableAction::ColumnsChanged);
        }
    }

    /// Opens a menu; asked for with a key, its first row has the keyboard.
    pub(super) fn open_menu(&mut self, target: MenuTarget, at: Pos2, is_by_key: bool) {
        self.state.menu = Some(OpenMenu { target, at, is_by_key });
    }
}

/// A row of a menu, noted for the keys that walk over them.
fn entry_ui(ui: &mut Ui, rows: &mut Vec<Response>, row: impl Widget) -> Response {
    let response = ui.add(row);
    theme::focus_ring(ui, &response, true);
    rows.push(response.clone());
    response
}

/// A row that may be faint and do nothing; the keys then pass it by.
fn able_entry_ui(ui: &mut Ui, rows: &mut Vec<Response>, is_able: bool, row: impl Widget) -> Response {
    if is_able { entry_ui(ui, rows, row) } else { ui.add_enabled(false, row) }
}
