//! The engine of a table view, what it was asked last, and what is shown of its answers.
//!
//! Small tables answer where they are asked. Large ones answer from a thread: until then the rows before stay, and the
//! window is told to draw again when there are others.

use std::{
    cell::{Cell, OnceCell},
    sync::{Arc, OnceLock},
};

use egui::Context;

use crate::{
    table::{Answer, Ask, ColumnId, Engine, Facet, Table},
    ui::data_table::{RowId, Selection},
};

/// An answer that takes longer than this is waited for with a line under the header; a shorter one would make it flicker.
const PATIENCE_SECONDS: f64 = 0.1;

/// So many rows are looked for one after the other before the places of all are worked out.
const MAX_LOOKED_FOR: u32 = 8;

/// The place of a row that is filtered out.
const NO_PLACE: u32 = u32::MAX;

/// A table, the question and the answer in sight.
pub(super) struct Answers {
    table: Arc<Table>,
    engine: Engine,
    /// The window to wake, known once it has drawn a frame.
    window: Arc<OnceLock<Context>>,
    ask: Ask,
    answer: Arc<Answer>,
    generation: u64,
    /// For each row of the table its place on the screen; worked out once many are asked for.
    places: OnceCell<Vec<u32>>,
    num_looked_for: Cell<u32>,
    /// How many of a selection's rows are filtered out, and of which selection that was said.
    num_hidden: Cell<Option<(u64, usize)>>,
    /// When the question was asked whose answer is still waited for, in egui's time.
    busy_since: Option<f64>,
}

impl Answers {
    /// A table that shows every row.
    pub(super) fn new(table: impl Into<Arc<Table>>) -> Self {
        let (table, window) = (table.into(), Arc::new(OnceLock::<Context>::new()));
        let woken = Arc::clone(&window);
        let wake = move || woken.get().into_iter().for_each(Context::request_repaint);
        let engine = Engine::new(Arc::clone(&table), wake);
        let answer = Arc::clone(engine.answer());
        Self {
            table,
            engine,
            window,
            ask: Ask::default(),
            answer,
            generation: 0,
            places: OnceCell::new(),
            num_looked_for: Cell::new(0),
            num_hidden: Cell::new(None),
            busy_since: None,
        }
    }

    /// The table.
    pub(super) fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// What is in sight: the answer to the latest question, or while that is worked on to an earlier one.
    pub(super) fn answer(&self) -> &Arc<Answer> {
        &self.answer
    }

    /// Changes with the rows or their order.
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// Changes the question; what is worked on is given up.
    pub(super) fn change(&mut self, edit: impl FnOnce(&mut Ask)) {
        edit(&mut self.ask);
        self.take();
    }

    /// Takes up an answer that has come since the last frame. To be called before a frame is drawn.
    pub(super) fn poll(&mut self, ctx: &Context) {
        self.window.get_or_init(|| ctx.clone());
        self.take();
        if !self.engine.is_busy() {
            self.busy_since = None;
            return;
        }
        let now = ctx.input(|input| input.time);
        let waited = now - *self.busy_since.get_or_insert(now);
        if waited < PATIENCE_SECONDS {
            ctx.request_repaint_after_secs((PATIENCE_SECONDS - waited) as f32);
        }
    }

    /// Whether the rows in sight are those of an earlier question.
    pub(super) fn is_busy(&self) -> bool {
        self.engine.is_busy()
    }

    /// Whether the rows in sight will stay those of an earlier question for good; tells it once.
    pub(super) fn take_loss(&mut self) -> bool {
        self.engine.take_loss()
    }

    /// Whether the reader has waited so long that it is said.
    pub(super) fn is_slow(&self, ctx: &Context) -> bool {
        self.busy_since.is_some_and(|since| ctx.input(|input| input.time) - since >= PATIENCE_SECONDS)
    }

    /// How many rows each value of a column would show, once it is known.
    pub(super) fn facet(&self, column: &str) -> Option<&Facet> {
        self.answer.facets.iter().find(|(id, _)| id.as_str() == column).map(|(_, facet)| facet)
    }

    /// Asks for the counts of one column, or of none.
    pub(super) fn want_facet(&mut self, column: Option<&str>) {
        let wanted = column.map(ColumnId::from);
        if self.ask.facets.first() != wanted.as_ref() {
            self.change(|ask| ask.facets = wanted.into_iter().collect());
        }
    }

    /// Asks for the totals of these columns.
    pub(super) fn want_totals(&mut self, columns: Vec<ColumnId>) {
        if self.ask.totals != columns {
            self.change(|ask| ask.totals = columns);
        }
    }

    /// The place of a row on the screen; none while it is filtered out.
    pub(super) fn place(&self, row: RowId) -> Option<usize> {
        let order = &self.answer.rows.order;
        if self.places.get().is_none() && self.num_looked_for.get() < MAX_LOOKED_FOR {
            self.num_looked_for.set(self.num_looked_for.get() + 1);
            return order.iter().position(|shown| *shown == row);
        }
        let places = self.places.get_or_init(|| {
            let mut places = vec![NO_PLACE; self.table.num_rows() as usize];
            for (place, row) in (0..).zip(order.iter()) {
                places.iter_mut().skip(*row as usize).take(1).for_each(|slot| *slot = place);
            }
            places
        });
        places.get(row as usize).filter(|place| **place != NO_PLACE).map(|place| *place as usize)
    }

    /// How many of the selected rows are filtered out; counted once for a selection and the rows in sight.
    pub(super) fn num_hidden(&self, selection: &Selection) -> usize {
        match self.num_hidden.get() {
            Some((version, count)) if version == selection.version() => count,
            _ => {
                let count = selection.rows().filter(|row| self.place(*row).is_none()).count();
                self.num_hidden.set(Some((selection.version(), count)));
                count
            }
        }
    }

    fn take(&mut self) {
        let answer = self.engine.ask(&self.ask);
        if Arc::ptr_eq(answer, &self.answer) {
            return;
        }
        let has_other_rows = !Arc::ptr_eq(&answer.rows.order, &self.answer.rows.order);
        self.answer = Arc::clone(answer);
        if has_other_rows {
            self.generation += 1;
            self.places = OnceCell::new();
            self.num_looked_for = Cell::new(0);
            self.num_hidden = Cell::new(None);
        }
    }
}
