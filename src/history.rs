//! Back and forward through the routes visited.

use crate::{reading::ReadingPlace, route::Route};

/// The most steps kept; older ones are forgotten.
const LIMIT: usize = 200;

/// A route, and where the account was being read there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visit {
    /// The view and what was selected in it.
    pub route: Route,
    /// Where the account was being read; none if it was not shown yet.
    pub place: Option<ReadingPlace>,
}

impl From<Route> for Visit {
    fn from(route: Route) -> Self {
        Self { route, place: None }
    }
}

/// Routes visited before and after the open one.
#[derive(Clone, Debug, Default)]
pub struct History {
    before: Vec<Visit>,
    after: Vec<Visit>,
}

impl History {
    /// Leaves `from` for another route: it can be gone back to, and nothing lies ahead any more.
    pub fn leave(&mut self, from: impl Into<Visit>) {
        let from = from.into();
        self.before.pop_if(|last| last.route == from.route);
        self.before.push(from);
        let surplus = self.before.len().saturating_sub(LIMIT);
        self.before.drain(..surplus);
        self.after.clear();
    }

    /// Whether there is a route to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is a route to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.after.is_empty()
    }

    /// The route before `from`, which then lies ahead.
    pub fn back(&mut self, from: impl Into<Visit>) -> Option<Visit> {
        let visit = self.before.pop()?;
        self.after.push(from.into());
        Some(visit)
    }

    /// The route after `from`, which then lies behind.
    pub fn forward(&mut self, from: impl Into<Visit>) -> Option<Visit> {
        let visit = self.after.pop()?;
        self.before.push(from.into());
        Some(visit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{Route, View};

    #[test]
    fn back_and_forward_walk_the_same_way() {
        let [a, b, c] = [View::Article, View::Projects, View::Facts].map(Route::to);
        let mut history = History::default();
        history.leave(a);
        history.leave(b);
        assert_eq!(history.back(c), Some(b.into()));
        assert_eq!(history.back(b), Some(a.into()));
        assert_eq!(history.back(a), None, "nothing before the first");
        assert_eq!(history.forward(a), Some(b.into()));
        history.leave(b);
        assert_eq!(history.forward(a), None, "a new way forgets the old one ahead");
    }

    #[test]
    fn where_one_was_reading_is_part_of_the_way() {
        let place = |block| Some(ReadingPlace { block, part: 0.5 });
        let article = Route::to(View::Article);
        let mut history = History::default();
        history.leave(Visit { route: article, place: place(3) });
        history.leave(Visit { route: article, place: place(4) });
        let visit = history.back(Route::to(View::Facts)).expect("the article");
        assert_eq!(visit, Visit { route: article, place: place(4) }, "the same route is one step, as it was left last");
        assert_eq!(history.back(visit), None);
    }

    #[test]
    fn only_so_many_steps_are_kept() {
        let mut history = History::default();
        for row in 0..LIMIT + 50 {
            history.leave(Route { view: View::Projects, focus: crate::route::Focus::Row(row) });
        }
        let mut steps = 0;
        while history.back(Route::to(View::Facts)).is_some() {
            steps += 1;
        }
        assert_eq!(steps, LIMIT);
    }
}
