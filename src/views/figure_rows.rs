//! Which row of which table shows a figure.

use std::collections::HashMap;

use crate::{
    dossier::{Dossier, FigureNr, Home},
    route::{Focus, Route, View},
    sheets::topic_rows,
};

/// The rows of figures whose home does not tell them; worked out once, for a dossier does not change.
pub(super) struct FigureRows(HashMap<FigureNr, (View, usize)>);

impl FigureRows {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let windows = dossier.approvals.windows.iter().enumerate();
        let windows = windows.filter_map(|(row, window)| Some((window.completed?, (View::Approvals, row))));
        let topics = |view, topics| topic_rows(topics).into_iter().enumerate().map(move |(row, of)| (of.figure, (view, row)));
        let services = topics(View::Services, &dossier.services);
        Self(windows.chain(services).chain(topics(View::Reform, &dossier.reform)).collect())
    }

    /// Where a figure is shown: in the row it belongs to, or among the facts, which have a row for each.
    pub(super) fn route(&self, dossier: &Dossier, nr: FigureNr) -> Route {
        let (view, row) = match dossier.figure(nr).home {
            Home::Project(row) => (View::Projects, row),
            Home::Work(row) => (View::Infrastructure, row),
            Home::Approval | Home::Service(_) | Home::Reform(_) | Home::Zone(_) => {
                self.0.get(&nr).copied().unwrap_or((View::Facts, nr.0 as usize))
            }
        };
        Route { view, focus: Focus::Row(row) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    #[test]
    fn figures_are_shown_in_the_row_that_has_them() {
        let dossier = embedded().expect("the embedded dossier");
        let rows = FigureRows::new(&dossier);
        for (id, view) in [
            ("projects/shengxin/investment", View::Projects),
            ("infrastructure/zone-roads/built", View::Infrastructure),
            ("approvals/windows/safety/completed", View::Approvals),
            ("approvals/limits/before-start/days", View::Services),
            ("approvals/powers/total", View::Facts),
            ("services/stewards/visits", View::Services),
            ("reform/upgrades/underway", View::Reform),
            ("zone/signed/total", View::Facts),
        ] {
            let nr = dossier.find(id).unwrap_or_else(|| panic!("no figure {id}"));
            assert_eq!(rows.route(&dossier, nr).view, view, "{id}");
        }
    }
}
