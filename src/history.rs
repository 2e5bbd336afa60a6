//! Back and forward through the routes visited.

use crate::route::Route;

/// The most steps kept; older ones are forgotten.
const LIMIT: usize = 200;

/// Routes visited before and after the open one.
#[derive(Clone, Debug, Default)]
pub struct History {
    before: Vec<Route>,
    after: Vec<Route>,
}

impl History {
    /// Leaves `from` for another route: it can be gone back to, and nothing lies ahead any more.
    pub fn leave(&mut self, from: Route) {
        if self.before.last() != Some(&from) {
            self.before.push(from);
            let surplus = self.before.len().saturating_sub(LIMIT);
            self.before.drain(..surplus);
        }
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
    pub fn back(&mut self, from: Route) -> Option<Route> {
        let route = self.before.pop()?;
        self.after.push(from);
        Some(route)
    }

    /// The route after `from`, which then lies behind.
    pub fn forward(&mut self, from: Route) -> Option<Route> {
        let route = self.after.pop()?;
        self.before.push(from);
        Some(route)
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
        assert_eq!(history.back(c), Some(b));
        assert_eq!(history.back(b), Some(a));
        assert_eq!(history.back(a), None, "nothing before the first");
        assert_eq!(history.forward(a), Some(b));
        history.leave(b);
        assert_eq!(history.forward(a), None, "a new way forgets the old one ahead");
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
