//! Undo and redo of what a table shows; needs no window.

use crate::table::Query;

/// The most steps kept; older ones are forgotten.
const LIMIT: usize = 200;

/// What changed a query: changes of one kind that follow each other without a pause are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// A letter typed into the search field.
    Typing,
    /// An end of a range that is dragged.
    Dragging,
    /// Anything else, which is a step of its own.
    Step,
}

/// The queries before and after the present one.
#[derive(Clone, Debug, Default)]
pub(super) struct Undo {
    before: Vec<Query>,
    after: Vec<Query>,
    /// The kind of change that goes on.
    running: Option<Change>,
}

impl Undo {
    /// Notes that `from` is about to become another query.
    pub(super) fn leave(&mut self, from: Query, change: Change) {
        self.after.clear();
        if change != Change::Step && self.running == Some(change) {
            return;
        }
        self.running = Some(change);
        self.before.push(from);
        let surplus = self.before.len().saturating_sub(LIMIT);
        self.before.drain(..surplus);
    }

    /// Ends a change that goes on: the next of its kind is a step of its own.
    pub(super) fn end(&mut self, change: Change) {
        if self.running == Some(change) {
            self.running = None;
        }
    }

    /// Whether there is anything to take back.
    pub(super) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether anything taken back can be made again.
    pub(super) fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }

    /// The query before `from`, which can then be had again.
    pub(super) fn undo(&mut self, from: &Query) -> Option<Query> {
        self.running = None;
        let query = self.before.pop()?;
        self.after.push(from.clone());
        Some(query)
    }

    /// The query that was undone, from `from`.
    pub(super) fn redo(&mut self, from: &Query) -> Option<Query> {
        self.running = None;
        let query = self.after.pop()?;
        self.before.push(from.clone());
        Some(query)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(text: &str) -> Query {
        Query { search: text.to_owned(), ..Query::default() }
    }

    /// Leaves each query for the next one, and returns the last.
    fn walk(undo: &mut Undo, texts: &[&str], change: Change) -> Query {
        for text in texts.iter().take(texts.len() - 1) {
            undo.leave(search(text), change);
        }
        search(texts[texts.len() - 1])
    }

    #[test]
    fn undo_and_redo_walk_the_same_way() {
        let mut undo = Undo::default();
        let last = walk(&mut undo, &["", "a", "b"], Change::Step);
        assert_eq!(undo.undo(&last), Some(search("a")));
        assert_eq!(undo.undo(&search("a")), Some(search("")));
        assert_eq!(undo.undo(&search("")), None, "nothing before the first");
        assert_eq!(undo.redo(&search("")), Some(search("a")));
        undo.leave(search("a"), Change::Step);
        assert_eq!(undo.redo(&search("c")), None, "a new change forgets what was undone");
    }

    #[test]
    fn typing_is_one_step_until_it_ends() {
        for change in [Change::Typing, Change::Dragging] {
            let mut undo = Undo::default();
            walk(&mut undo, &["", "y", "yl", "yls"], change);
            undo.end(change);
            let last = walk(&mut undo, &["yls", "yl"], change);
            assert_eq!(undo.undo(&last), Some(search("yls")), "{change:?} after a pause");
            assert_eq!(undo.undo(&search("yls")), Some(search("")), "{change:?} without one");
        }
    }

    #[test]
    fn another_change_ends_typing() {
        let mut undo = Undo::default();
        undo.leave(search(""), Change::Typing);
        undo.leave(search("a"), Change::Step);
        undo.leave(search("b"), Change::Typing);
        let steps: Vec<Query> = ["c", "b", "a"].into_iter().filter_map(|now| undo.undo(&search(now))).collect();
        assert_eq!(steps, [search("b"), search("a"), search("")]);
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut undo = Undo::default();
        for nr in 0..LIMIT + 50 {
            undo.leave(search(&nr.to_string()), Change::Step);
        }
        let mut steps = 0;
        while undo.undo(&Query::default()).is_some() {
            steps += 1;
        }
        assert_eq!(steps, LIMIT);
    }
}
