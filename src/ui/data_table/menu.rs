//! The menus under the right mouse button: of a cell and of a header.

use egui::{Popup, PopupAnchor, PopupKind, Pos2, Response, Ui};

use super::{
    action::{CellFilter, RowId, SortStep, TableAction},
    choices::ColumnChoices,
    column::{ColumnSpec, FilterKind},
    frame::Frame,
};
use crate::{
    locale::{tr, tr_args},
    ui::{menu::walk, menu_row::MenuRow},
};

/// The least width of a menu.
const LEAST_WIDTH: f32 = 176.0;

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
    pub(super) target: MenuTarget,
    /// Where it was asked for.
    pub(super) at: Pos2,
    /// It was asked for with a key, so that its first row has the keyboard.
    pub(super) is_by_key: bool,
}

impl OpenMenu {
    /// The row whose cell it is about.
    pub(super) fn row(&self) -> Option<RowId> {
        match self.target {
            MenuTarget::Cell { row, .. } => Some(row),
            MenuTarget::Header { .. } => None,
        }
    }
}

/// What a row of a menu does.
enum Does {
    /// Changes only what the table itself keeps about columns.
    Columns(ColumnChoices),
    /// Opens the column's filter.
    OpenFilter,
    /// Opens the record of a row.
    OpenRecord(RowId),
    /// Anything else.
    Action(TableAction),
}

/// A row of a menu.
struct Entry {
    name: String,
    keys: String,
    is_on: Option<bool>,
    /// It is one of several of which one is on.
    is_one_of: bool,
    is_disabled: bool,
    does: Does,
}

impl Entry {
    fn new(name: impl Into<String>, does: Does) -> Self {
        Self { name: name.into(), keys: String::new(), is_on: None, is_one_of: false, is_disabled: false, does }
    }

    fn action(name: impl Into<String>, action: TableAction) -> Self {
        Self::new(name, Does::Action(action))
    }

    /// The key that does the same.
    fn keys(mut self, keys: impl Into<String>) -> Self {
        self.keys = keys.into();
        self
    }

    /// Whether it can do anything now.
    fn able(mut self, is_able: bool) -> Self {
        self.is_disabled = !is_able;
        self
    }

    /// Whether it is on, alone or as one of several.
    fn on(mut self, is_on: bool, is_one_of: bool) -> Self {
        (self.is_on, self.is_one_of) = (Some(is_on), is_one_of);
        self
    }

    fn row(&self) -> MenuRow<'_> {
        let Self { name, keys, is_on, is_one_of, is_disabled, .. } = self;
        MenuRow { name, keys, is_on: *is_on, is_one_of: *is_one_of, is_disabled: *is_disabled, ..MenuRow::default() }
    }
}

/// Rows that belong together; a line sets them apart from the others.
type Part = Vec<Entry>;

impl Frame<'_, '_> {
    /// Opens a menu; asked for with a key, its first row has the keyboard.
    pub(super) fn open_menu(&mut self, target: MenuTarget, at: Pos2, is_by_key: bool) {
        self.state.menu = Some(OpenMenu { target, at, is_by_key });
    }

    /// Draws the menu that is open.
    pub(super) fn menu_ui(&mut self, ui: &Ui) {
        let Some(OpenMenu { target, at, is_by_key }) = self.state.menu else { return };
        let (name, mut parts) = match target {
            MenuTarget::Cell { row, column } => (self.cell_menu_name(row), self.cell_menu(row, column)),
            MenuTarget::Header { column } => (self.title(column), self.header_menu(column)),
        };
        parts.retain(|part| !part.is_empty());
        let width = parts.iter().flatten().map(|entry| entry.row().width(ui)).fold(LEAST_WIDTH, f32::max);
        let mut is_open = true;
        let id = self.id.with(("menu", at.x.to_bits(), at.y.to_bits()));
        let shown = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(at), ui.layer_id())
            .kind(PopupKind::Menu)
            .open_bool(&mut is_open)
            .layout(egui::Layout::top_down_justified(egui::Align::Min))
            .style(egui::containers::menu::menu_style as fn(&mut egui::Style))
            .width(width)
            .accessible_name(name)
            .show(|ui| {
                ui.set_width(width);
                parts_ui(ui, parts, is_by_key)
            });
        let is_elsewhere = shown.as_ref().is_some_and(|shown| shown.response.clicked_elsewhere());
        if let Some(menu) = &mut self.state.menu {
            menu.is_by_key = false;
        }
        if !is_open {
            self.state.menu = None;
            // A click elsewhere says itself where the keyboard goes.
            self.state.wants_focus |= !is_elsewhere;
        }
        if let Some(does) = shown.and_then(|shown| shown.inner) {
            self.carry_out(target, does);
        }
    }

    fn carry_out(&mut self, target: MenuTarget, does: Does) {
        let (MenuTarget::Cell { column, .. } | MenuTarget::Header { column }) = target;
        match does {
            Does::Action(action) => self.actions.push(action),
            Does::OpenFilter => self.state.open_facet = Some(column),
            Does::OpenRecord(row) => {
                self.select_one(row);
                self.actions.push(TableAction::Open(row));
            }
            Does::Columns(choices) => {
                self.state.choices = choices;
                self.actions.push(TableAction::ColumnsChanged);
            }
        }
    }

    fn title(&self, column: &str) -> String {
        self.spec(column).map_or_else(String::new, |spec| spec.title.clone())
    }

    fn spec(&self, column: &str) -> Option<&ColumnSpec> {
        self.table.columns.iter().find(|spec| spec.id == column)
    }

    fn cell_menu_name(&self, row: RowId) -> String {
        self.rows.row_nr(row).map_or_else(String::new, |row_nr| self.rows.row_name(row_nr))
    }

    fn cell_menu(&self, row: RowId, column: &'static str) -> Vec<Part> {
        let lang = self.lang();
        let is_stated = self.rows.row_nr(row).is_some_and(|row_nr| self.rows.is_stated(row_nr, column));
        let filter = |key, filter| Entry::action(tr(lang, key), TableAction::FilterCell { row, column, filter });
        let values = || {
            let middle = tr(lang, "table-middle-click");
            vec![filter("table-cell-only", CellFilter::Only).keys(middle), filter("table-cell-not", CellFilter::Not)]
        };
        let bounds = [("table-cell-at-least", CellFilter::AtLeast), ("table-cell-at-most", CellFilter::AtMost)];
        let filters = match self.spec(column).map(|spec| spec.filter) {
            None | Some(FilterKind::None) => Vec::new(),
            Some(FilterKind::Values) => values(),
            Some(FilterKind::Range) => values().into_iter().chain(bounds.map(|(key, bound)| filter(key, bound).able(is_stated))).collect(),
        };
        // Those that are selected, or else the one that the menu is about.
        let selection = &self.state.selection;
        let rows = if selection.contains(row) { self.selected_in_order() } else { vec![row] };
        let (of_cell, of_rows) = if selection.is_empty() { ("Ctrl C", "") } else { ("", "Ctrl C") };
        let of_rows = if selection.contains(row) { of_rows } else { "" };
        let copy_rows = tr_args(lang, "table-cell-copy-rows", &[("count", rows.len().into())]);
        let copies = vec![
            Entry::action(tr(lang, "table-cell-copy"), TableAction::CopyCell { row, column }).keys(of_cell),
            Entry::action(copy_rows, TableAction::CopyRows(rows)).keys(of_rows),
        ];
        let shows = vec![
            Entry::action(tr(lang, "table-cell-show-in-article"), TableAction::ShowInArticle { row, column }),
            Entry::new(tr(lang, "table-cell-show-record"), Does::OpenRecord(row)).keys("Enter"),
        ];
        vec![filters, copies, shows]
    }

    fn header_menu(&self, column: &'static str) -> Vec<Part> {
        let lang = self.lang();
        let Some(spec) = self.spec(column) else { return Vec::new() };
        let now = self.table.sort.iter().find(|key| key.column == column);
        let [ascending, descending] = &spec.orders;
        let as_in_report = tr(lang, "table-sort-as-in-report");
        let steps = [
            (SortStep::Ascending, ascending.as_str(), now.is_some_and(|key| !key.is_descending)),
            (SortStep::Descending, descending.as_str(), now.is_some_and(|key| key.is_descending)),
            (SortStep::AsInReport, as_in_report.as_ref(), now.is_none()),
        ];
        let sort = |(step, words, is_on)| Entry::action(words, TableAction::Sort { column, step, is_added: false }).on(is_on, true);
        let sorts = if spec.is_sortable { steps.map(sort).into() } else { Vec::new() };
        let choose = |set: &Vec<super::HeaderChoice>| -> Part {
            let entry = |choice: &super::HeaderChoice| {
                let action = TableAction::Choose { column, choice: choice.id };
                Entry::action(choice.title.as_str(), action).on(choice.is_chosen, set.len() > 1)
            };
            set.iter().map(entry).collect()
        };
        let filter = Entry::new(tr(lang, "table-filter-menu"), Does::OpenFilter).keys("Alt ↓");
        let filter = (spec.filter != FilterKind::None).then_some(filter);
        let [columns, hidden] = self.columns_parts(spec);
        [sorts].into_iter().chain(spec.choices.iter().map(choose)).chain([filter.into_iter().chain(columns).collect(), hidden]).collect()
    }

    /// Hides and freezes the column of a header; shows hidden ones again.
    fn columns_parts(&self, spec: &ColumnSpec) -> [Part; 2] {
        let (lang, now) = (self.lang(), &self.state.choices);
        let with = |change: &dyn Fn(&mut ColumnChoices)| {
            let mut choices = now.clone();
            change(&mut choices);
            Does::Columns(choices)
        };
        let columns = &self.layout.columns;
        let place = columns.position(spec.id).unwrap_or(0);
        let is_frozen = now.num_frozen > place;
        let freeze = if is_frozen { ("table-unfreeze-column", place) } else { ("table-freeze-column", place + 1) };
        let all = self.table.columns;
        let one = vec![
            Entry::new(tr(lang, "table-hide-column"), with(&|choices| _ = choices.toggle(all, spec))).able(columns.columns.len() > 1),
            Entry::new(tr(lang, freeze.0), with(&|choices| choices.num_frozen = freeze.1)),
            Entry::new(tr(lang, "table-reset-columns"), Does::Columns(ColumnChoices::default())).able(*now != ColumnChoices::default()),
        ];
        let hidden = all.iter().filter(|column| !now.is_visible(column)).map(|column| {
            let words = tr_args(lang, "table-show-column", &[("column", column.title.as_str().into())]);
            Entry::new(words, with(&|choices| choices.set_visible(column, true)))
        });
        [one, hidden.collect()]
    }
}

/// Draws the rows of a menu; returns what the chosen one does.
fn parts_ui(ui: &mut Ui, parts: Vec<Part>, is_by_key: bool) -> Option<Does> {
    let mut rows: Vec<Response> = Vec::new();
    let mut chosen = None;
    for (nr, part) in parts.into_iter().enumerate() {
        if nr > 0 {
            ui.separator();
        }
        for entry in part {
            let response = entry.row().ui(ui);
            if response.clicked() {
                chosen = Some(entry.does);
                // By itself a menu closes under the mouse alone.
                ui.close();
            }
            // The keys pass by what does nothing.
            rows.extend((!entry.is_disabled).then_some(response));
        }
    }
    walk(ui, &rows, is_by_key);
    chosen
}
