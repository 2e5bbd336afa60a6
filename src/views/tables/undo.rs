//! Undo and redo of what the reader chose of a table; needs no window.
//!
//! Once a frame what is chosen is compared with what was: whatever changes it, from wherever, can be taken back.

use std::mem::replace;

use egui::Id;

use crate::{dossier::MoneyUnit, state::TableChoices, table::Query};

/// The most steps kept; older ones are forgotten.
const LIMIT: usize = 200;

/// All that the reader chose of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Chosen {
    /// Which rows, and in which order.
    pub(super) query: Query,
    /// Its columns, its totals, its named views.
    pub(super) choices: TableChoices,
}

/// What the reader does over several frames: all that it changes is one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gesture {
    /// Types into this field.
    Typing(Id),
    /// Holds the mouse down, say on an edge that is dragged.
    Pointing,
}

/// What a step takes back, or makes again.
#[derive(Clone, Debug)]
enum Step {
    Table(Box<Chosen>),
    /// The unit of money is the window's, but it was changed here.
    Money(Option<MoneyUnit>),
}

/// What was chosen before and after the present.
#[derive(Clone, Debug, Default)]
pub(super) struct Undo {
    now: Box<Chosen>,
    before: Vec<Step>,
    after: Vec<Step>,
    /// The gesture that the last step came of, while it goes on.
    running: Option<Gesture>,
}

impl Undo {
    /// What is chosen, as noted last.
    pub(super) fn now(&self) -> &Chosen {
        &self.now
    }

    /// Notes what the reader does in this frame; another gesture than before begins a step of its own.
    pub(super) fn go_on(&mut self, gesture: Option<Gesture>) {
        self.running = self.running.filter(|running| Some(*running) == gesture);
    }

    /// Notes that something else is chosen now, by this gesture if it was one.
    pub(super) fn note(&mut self, now: Chosen, gesture: Option<Gesture>) {
        self.go_on(gesture);
        let before = replace(&mut self.now, Box::new(now));
        self.after.clear();
        if self.running.is_none() {
            self.push(Step::Table(before));
            self.running = gesture;
        }
    }

    /// Notes what is chosen now as part of the step before, or as how it all begins.
    pub(super) fn amend(&mut self, now: Chosen) {
        *self.now = now;
    }

    /// Notes that money was shown in another unit until now.
    pub(super) fn note_money(&mut self, before: Option<MoneyUnit>) {
        self.running = None;
        self.after.clear();
        self.push(Step::Money(before));
    }

    /// Whether there is anything to take back.
    pub(super) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether anything taken back can be made again.
    pub(super) fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// Goes back by a step; whether there was one.
    pub(super) fn undo(&mut self, money: &mut Option<MoneyUnit>) -> bool {
        let step = self.before.pop().map(|step| self.swap(step, money));
        self.after.extend(step.clone());
        step.is_some()
    }

    /// Makes a step again that was taken back; whether there was one.
    pub(super) fn redo(&mut self, money: &mut Option<MoneyUnit>) -> bool {
        let step = self.after.pop().map(|step| self.swap(step, money));
        self.before.extend(step.clone());
        step.is_some()
    }

    /// Takes a step; what leads back from it.
    fn swap(&mut self, step: Step, money: &mut Option<MoneyUnit>) -> Step {
        self.running = None;
        match step {
            Step::Table(chosen) => Step::Table(replace(&mut self.now, chosen)),
            Step::Money(unit) => Step::Money(replace(money, unit)),
        }
    }

    fn push(&mut self, step: Step) {
        self.before.push(step);
        let surplus = self.before.len().saturating_sub(LIMIT);
        self.before.drain(..surplus);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(text: &str) -> Chosen {
        Chosen { query: Query { search: text.to_owned(), ..Query::default() }, choices: TableChoices::default() }
    }

    /// Chooses each text in its turn.
    fn walk(undo: &mut Undo, texts: &[&str], gesture: Option<Gesture>) {
        for text in texts {
            undo.note(search(text), gesture);
        }
    }

    /// What is searched for after each step back, to the first.
    fn steps_back(undo: &mut Undo) -> Vec<String> {
        let mut found = Vec::new();
        while undo.undo(&mut None) {
            found.push(undo.now().query.search.clone());
        }
        found
    }

    #[test]
    fn undo_and_redo_walk_the_same_way() {
        let mut undo = Undo::default();
        walk(&mut undo, &["a", "b"], None);
        assert_eq!(steps_back(&mut undo), ["a", ""]);
        assert!(undo.redo(&mut None));
        assert_eq!(*undo.now(), search("a"));
        undo.note(search("c"), None);
        assert!(!undo.redo(&mut None), "a new change forgets what was undone");
        assert_eq!(steps_back(&mut undo), ["a", ""]);
    }

    #[test]
    fn a_gesture_is_one_step_until_it_ends() {
        for gesture in [Gesture::Pointing, Gesture::Typing(Id::unique("field"))] {
            let mut undo = Undo::default();
            walk(&mut undo, &["y", "yl", "yls"], Some(gesture));
            undo.go_on(None);
            walk(&mut undo, &["yl", "y"], Some(gesture));
            walk(&mut undo, &["x"], Some(Gesture::Typing(Id::unique("other field"))));
            walk(&mut undo, &["z"], None);
            assert_eq!(steps_back(&mut undo), ["x", "y", "yls", ""], "{gesture:?}");
        }
    }

    #[test]
    fn what_is_amended_belongs_to_the_step_before() {
        let mut undo = Undo::default();
        undo.amend(search("kept from the last run"));
        undo.note(search("typed"), None);
        undo.amend(search("taken up"));
        assert_eq!(steps_back(&mut undo), ["kept from the last run"]);
    }

    #[test]
    fn money_is_a_step_among_the_others() {
        let mut undo = Undo::default();
        let mut money = Some(MoneyUnit::Yi);
        undo.note(search("a"), None);
        undo.note_money(None);
        undo.note(search("b"), None);
        assert!(undo.undo(&mut money) && money == Some(MoneyUnit::Yi), "a search first");
        assert!(undo.undo(&mut money) && money.is_none());
        assert_eq!(*undo.now(), search("a"), "the search stays");
        assert!(undo.redo(&mut money) && money == Some(MoneyUnit::Yi));
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut undo = Undo::default();
        for nr in 0..LIMIT + 50 {
            undo.note(search(&nr.to_string()), None);
        }
        assert_eq!(steps_back(&mut undo).len(), LIMIT);
    }
}
