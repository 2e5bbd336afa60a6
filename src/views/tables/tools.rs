//! The tools of a table's toolbar: its columns, its named views; and what of them is kept between runs.

use egui::Ui;

use super::{TableView, grouped::Folds};
use crate::{
    command::{Action, Command},
    dossier::MoneyUnit,
    locale::{Lang, tr, tr_args},
    state::{SavedView, TableChoices},
    table::Search,
    ui::{
        button::icon_button_ui,
        columns_menu::{COLUMNS_WIDTH, ColumnsMenu},
        data_table::{ColumnChoices, ColumnSpec},
        icons::Icon,
        popover::{caption_ui, is_popover_open, popover_ui, separator_ui},
        query_field::QueryMemory,
        saved_menu::{SAVED_WIDTH, SavedAction, SavedMemory, SavedMenu},
        tick_row::choice_row_ui,
    },
    views::Context,
};

/// What a table's tools remember.
#[derive(Debug, Default)]
pub(super) struct Tools {
    /// What is kept between runs; its columns are those of the table's state.
    pub(super) kept: TableChoices,
    /// The groups, and which of them are folded away.
    pub(super) folds: Folds,
    /// What is marked in the cells: the last search text without a mistake.
    pub(super) marked: Search,
    pub(super) query: QueryMemory,
    saved: SavedMemory,
    is_columns_open: bool,
    is_saved_open: bool,
}

/// The buttons for named views and columns.
pub(super) fn buttons_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, columns: &[ColumnSpec]) {
    saved_button_ui(ctx, ui, view);
    columns_button_ui(ctx, ui, view, columns);
}

fn columns_button_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView, columns: &[ColumnSpec]) {
    let (lang, money) = (ctx.lang, view.money_unit(ctx));
    let name = tr(lang, "columns-name");
    let button = ui.push_id("columns", |ui| icon_button_ui(ui, Icon::Columns, &name, view.tools.is_columns_open)).inner;
    let has_money = columns.iter().any(|column| column.is_money);
    let shown = popover_ui(&button, &name, COLUMNS_WIDTH, |ui, is_new| {
        let num_staying = view.state.num_staying();
        let is_changed = ColumnsMenu { lang, columns, num_staying }.ui(ui, &mut view.state.choices, is_new);
        (is_changed, if has_money { money_ui(ui, lang, money) } else { None })
    });
    view.tools.is_columns_open = is_popover_open(&button);
    let (is_changed, chosen) = shown.unwrap_or_default();
    if is_changed {
        ctx.send(Command::KeepTables);
    }
    if let Some(unit) = chosen {
        ctx.send(Command::SetMoney(unit));
    }
}

/// The unit of all money; returns what was chosen.
fn money_ui(ui: &mut Ui, lang: Lang, money: MoneyUnit) -> Option<MoneyUnit> {
    separator_ui(ui);
    caption_ui(ui, &tr(lang, "money-caption"));
    let chosen = |ui: &mut Ui, unit: MoneyUnit| choice_row_ui(ui, &tr(lang, money_key(unit)), unit == money).clicked();
    MoneyUnit::ALL.into_iter().fold(None, |found, unit| if chosen(ui, unit) { Some(unit) } else { found })
}

/// The key of a unit's name.
pub(super) fn money_key(unit: MoneyUnit) -> &'static str {
    match unit {
        MoneyUnit::AsWritten => "money-written",
        MoneyUnit::Yi => "money-yi",
        MoneyUnit::Million => "money-million",
    }
}

fn saved_button_ui(ctx: &mut Context<'_>, ui: &mut Ui, view: &mut TableView) {
    let lang = ctx.lang;
    let name = tr(lang, "saved-caption");
    let button = ui.push_id("saved", |ui| icon_button_ui(ui, Icon::Bookmark, &name, view.tools.is_saved_open)).inner;
    if !is_popover_open(&button) && !button.clicked() {
        view.tools.is_saved_open = false;
        return;
    }
    let query = view.query_text();
    let views: Vec<_> = view.tools.kept.saved.iter().map(|saved| (saved.name.clone(), saved.query.clone())).collect();
    let memory = &mut view.tools.saved;
    let menu = SavedMenu { lang, views: &views, query: &query };
    let action = popover_ui(&button, &name, SAVED_WIDTH, |ui, is_new| menu.ui(ui, memory, is_new)).flatten();
    view.tools.is_saved_open = is_popover_open(&button);
    match action {
        None => return,
        Some(SavedAction::CopyLink) => return ctx.send(Command::Copy(view.link())),
        Some(SavedAction::Open(name)) => _ = view.open_saved(&name),
        Some(SavedAction::Save(name)) => {
            let is_there = view.saved_names().any(|saved| saved == name.trim());
            ctx.send(Command::Tell(told(lang, if is_there { "saved-told-over" } else { "saved-told" }, &name)));
            let columns = view.state.choices.clone();
            view.tools.kept.save(SavedView { name, query, columns });
        }
        Some(SavedAction::Rename { from, to }) => view.tools.kept.rename(&from, &to),
        Some(SavedAction::Delete(name)) => {
            ctx.send(Command::Tell(told(lang, "saved-told-deleted", &name)));
            view.tools.kept.delete(&name);
        }
    }
    ctx.send(Command::KeepTables);
}

/// What became of a named view, and the key that takes it back.
fn told(lang: Lang, key: &str, name: &str) -> String {
    tr_args(lang, key, &[("name", name.trim().into()), ("keys", Action::Undo.keys().into())])
}

impl TableView {
    /// What is kept of it between runs.
    pub fn choices(&self) -> TableChoices {
        TableChoices { columns: self.state.choices.clone(), ..self.tools.kept.clone() }
    }

    /// Takes up what was kept of it.
    pub fn set_choices(&mut self, choices: TableChoices) {
        self.state.choices = choices.columns.clone();
        self.tools.kept = choices;
        self.amend();
    }

    /// Whether this is what is kept of it.
    pub(super) fn has_choices(&self, choices: &TableChoices) -> bool {
        let TableChoices { columns, totals, saved } = choices;
        let kept = &self.tools.kept;
        *columns == self.state.choices && *totals == kept.totals && *saved == kept.saved
    }

    /// Its named views.
    pub fn saved_names(&self) -> impl Iterator<Item = &str> {
        self.tools.kept.saved.iter().map(|saved| saved.name.as_str())
    }

    /// Shows what a named view says; whether there is one of this name.
    pub fn open_saved(&mut self, name: &str) -> bool {
        let Some(saved) = self.tools.kept.saved.iter().find(|saved| saved.name == name).cloned() else { return false };
        self.state.choices = saved.columns;
        self.set_query_text(&saved.query);
        true
    }

    /// Shows all columns as at first.
    pub fn reset_columns(&mut self) {
        self.state.choices = ColumnChoices::default();
    }
}
