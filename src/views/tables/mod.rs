//! What the table views share: rows from a query, what the reader asks of them, the page around a table.

mod act;
mod answers;
#[cfg(test)]
mod answers_tests;
mod controls;
mod edit;
mod export_menu;
mod fit;
mod footer;
mod grouped;
mod headers;
mod leave;
mod page;
mod search;
mod shown;
mod sums;
mod tools;
mod undo;

use std::sync::Arc;

use answers::Answers;
use fit::Fits;
pub(in crate::views) use headers::spec;
pub(in crate::views) use page::{Foot, Page, Totals, around_ui, block_ui, least_height, page_ui, status_line_ui, table_ui};
use shown::Shown;
pub(in crate::views) use shown::{Cells, Item};
use tools::Tools;
use undo::{Chosen, Gesture, Undo};

use crate::{
    command::Taking,
    dossier::MoneyUnit,
    locale::Lang,
    route::View,
    table::{Collation, ColumnId, Filter, Interval, Query, Search, Table},
    ui::data_table::{RowId, TableAction, TableState},
    views::Context,
};

/// A table as a view keeps it: its query, the rows that come of it, where it stands.
pub struct TableView {
    view: View,
    answers: Answers,
    collation: Collation,
    query: Query,
    undo: Undo,
    state: TableState,
    /// A row to bring into sight once the rows are there that have it.
    awaited: Option<RowId>,
    /// In a narrow window: the record lies over the table instead of below it.
    is_expanded: bool,
    /// The keyboard is in its search field.
    is_searching: bool,
    tools: Tools,
    fits: Fits,
    is_export_open: bool,
    /// What the reader wants out of the window; the next frame knows what is in sight.
    wanted: Option<Taking>,
}

impl TableView {
    /// A table that shows every row in the order of the report.
    pub fn new(view: View, table: impl Into<Arc<Table>>) -> Self {
        Self {
            view,
            answers: Answers::new(table),
            collation: Collation::default(),
            query: Query::default(),
            undo: Undo::default(),
            state: TableState::default(),
            awaited: None,
            is_expanded: false,
            is_searching: false,
            tools: Tools::default(),
            fits: Fits::default(),
            is_export_open: false,
            wanted: None,
        }
    }

    /// Lets what is in sight out of the window, in the next frame.
    pub fn take(&mut self, taking: Taking) {
        self.wanted = Some(taking);
    }

    /// Forgets what was wanted out of the window; whether there was nothing of it in sight.
    pub(in crate::views) fn forget_taking(&mut self) -> bool {
        self.wanted.take().is_some()
    }

    /// Takes up rows that have been worked out since the last frame.
    pub(in crate::views) fn poll(&mut self, ctx: &egui::Context) {
        self.answers.poll(ctx);
        if !self.answers.is_busy()
            && let Some(row) = self.awaited.take()
        {
            self.state.reveal(row);
        }
    }

    /// Orders texts as a language does, where the query does not say otherwise: by pinyin, or by the English alphabet.
    pub fn set_lang(&mut self, lang: Lang) {
        let collation = Collation::of(lang);
        if self.collation != collation {
            self.collation = collation;
            self.answers.change(|ask| ask.collation = collation);
        }
    }

    /// Whether it cannot be asked anything any more; tells it once.
    pub fn take_loss(&mut self) -> bool {
        self.answers.take_loss()
    }

    /// What it shows.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Shows something else.
    pub fn set_query(&mut self, query: Query) {
        if query != self.query {
            self.query = query;
            self.requery();
        }
    }

    /// Whether anything was chosen otherwise before.
    pub fn can_undo(&self) -> bool {
        self.undo.can_undo()
    }

    /// Whether anything was undone.
    pub fn can_redo(&self) -> bool {
        self.undo.can_redo()
    }

    /// Takes back the last change of what it shows, of its columns, totals and named views, or of `money`.
    pub fn undo(&mut self, money: &mut Option<MoneyUnit>) {
        self.note_choices(None);
        self.undo.undo(money);
        self.choose(self.undo.now().clone());
    }

    /// Makes again what was taken back.
    pub fn redo(&mut self, money: &mut Option<MoneyUnit>) {
        self.note_choices(None);
        self.undo.redo(money);
        self.choose(self.undo.now().clone());
    }

    /// The unit that its money is shown in: among other figures each amount in its own, until one is chosen.
    fn money_unit(&self, ctx: &Context<'_>) -> MoneyUnit {
        let reader = ctx.reader();
        if self.view == View::Facts { reader.mixed_money() } else { reader.column_money() }
    }

    /// Notes that money was shown in another unit until now, so that this can be taken back.
    pub fn note_money(&mut self, before: Option<MoneyUnit>) {
        self.undo.note_money(before);
    }

    /// Notes what the reader changed in this frame, so that it can be taken back. To be called at its end.
    pub fn note_frame(&mut self, ctx: &egui::Context) {
        if ctx.input(|input| input.pointer.any_pressed()) {
            self.undo.go_on(None);
        }
        self.note_choices(gesture(ctx));
    }

    fn note_choices(&mut self, gesture: Option<Gesture>) {
        self.undo.go_on(gesture);
        if self.undo.now().query != self.query || !self.has_choices(&self.undo.now().choices) {
            self.undo.note(self.chosen(), gesture);
        }
    }

    /// Notes what is chosen now as part of the step before, or as how it all begins.
    fn amend(&mut self) {
        self.undo.amend(self.chosen());
    }

    fn chosen(&self) -> Chosen {
        Chosen { query: self.query.clone(), choices: self.choices() }
    }

    fn choose(&mut self, Chosen { query, choices }: Chosen) {
        self.set_query(query);
        self.set_choices(choices);
    }

    /// Whether the keyboard is in its search field, whose text is part of what undo takes back.
    pub fn is_searching(&self) -> bool {
        self.is_searching
    }

    /// Whether a popover or a menu of its rows is open.
    pub fn has_popover(&self) -> bool {
        self.state.has_popover()
    }

    /// The rows shown, in order.
    pub fn order(&self) -> &[RowId] {
        &self.answers.answer().rows.order
    }

    /// The table without any query.
    pub fn table(&self) -> &Table {
        self.answers.table()
    }

    /// The table itself, to be kept beside the view.
    pub fn shared_table(&self) -> Arc<Table> {
        Arc::clone(self.answers.table())
    }

    /// The query as one line of text.
    pub fn query_text(&self) -> String {
        self.query.write(self.answers.table())
    }

    /// Shows what one line of text says; a text with a mistake goes into the search field, which points at it.
    pub fn set_query_text(&mut self, text: &str) {
        let query = Query::parse(self.answers.table(), text).unwrap_or_else(|_| Query { search: text.to_owned(), ..Query::default() });
        self.set_query(query);
    }

    /// The row whose record is shown.
    pub fn current(&self) -> Option<usize> {
        self.state.current().map(|row| row as usize)
    }

    /// Selects a row and brings it into sight, taking away what hides it.
    pub fn reveal(&mut self, row: usize) {
        let Ok(row) = RowId::try_from(row) else { return };
        if self.place(row).is_none() {
            let mut query = self.query.clone();
            query.clear_all();
            self.set_query(query);
        }
        self.state.reveal(row);
        self.awaited = self.answers.is_busy().then_some(row);
    }

    /// Takes the keyboard: to the row of the record, or to where it was last.
    pub fn take_keyboard(&mut self) {
        self.state.take_keyboard();
    }

    /// Selects nothing.
    pub fn deselect(&mut self) {
        self.state.select(None);
        self.is_expanded = false;
    }

    /// Closes the popover or menu that is open, or else the record; whether there was a record.
    pub fn close_layer(&mut self) -> bool {
        if self.state.close_popover() {
            return false;
        }
        let was_open = self.state.current().is_some();
        self.deselect();
        was_open
    }

    /// The place of a row on the screen; none while it is filtered out.
    fn place(&self, row: RowId) -> Option<usize> {
        self.answers.place(row)
    }

    fn requery(&mut self) {
        if let Ok(search) = Search::parse(self.answers.table(), &self.query.search) {
            self.tools.marked = search;
        }
        self.answers.change(|ask| {
            ask.query.clone_from(&self.query);
            ask.group_by.clone_from(&self.query.group);
        });
    }

    /// Carries out what changes the query.
    fn edit(&mut self, action: &TableAction) {
        let mut query = self.query.clone();
        edit::edit(self.answers.table(), &mut query, action);
        self.set_query(query);
    }

    /// Lets rows that state nothing in `column` pass its filter.
    fn add_not_stated(&mut self, column: &ColumnId) {
        let mut query = self.query.clone();
        if let Some(filter) = with_not_stated(query.filter(column.as_str())) {
            query.set(column, filter);
            self.set_query(query);
        }
    }
}

/// What the reader does that may go on over several frames.
fn gesture(ctx: &egui::Context) -> Option<Gesture> {
    // What is dragged still moves in the frame in which it is let go.
    if ctx.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
        return Some(Gesture::Pointing);
    }
    ctx.memory(egui::Memory::focused).filter(|_| ctx.text_edit_focused()).map(Gesture::Typing)
}

/// A range that lets through what states nothing as well.
fn with_not_stated(filter: Option<&Filter>) -> Option<Filter> {
    match filter? {
        Filter::Interval(interval) => Some(Filter::Interval(Interval { not_stated: true, ..interval.clone() })),
        Filter::Values { .. } => None,
    }
}
