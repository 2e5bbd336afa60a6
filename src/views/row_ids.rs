//! The rows of all tables by id, so that a row is known again where others have come before it.

use super::Views;
use crate::{
    dossier::{Dossier, FigureId, FigureNr},
    route::View,
    sheets::{EventRow, topic_rows},
};

impl Views {
    /// The id of a row of a view's table: its own, or that of the figure it is; none where there is no such row.
    pub fn row_id(&self, dossier: &Dossier, view: View, row: usize) -> Option<String> {
        match view {
            View::Overview | View::Article | View::NotStated => None,
            View::Projects => dossier.projects.get(row).map(|project| project.id.clone()),
            View::Infrastructure => dossier.infrastructure.get(row).map(|work| work.id.clone()),
            View::Approvals => dossier.approvals.windows.get(row).map(|window| window.id.clone()),
            View::Timeline => self.timeline.events().get(row).map(|event| event_id(dossier, event)),
            View::Services | View::Reform | View::Facts => {
                let figure = figures(dossier, view).nth(row)?;
                Some(dossier.figure(figure).id.to_string())
            }
        }
    }

    /// The row of a view's table that has an id; none where the dossier no longer has it.
    pub fn row_with_id(&self, dossier: &Dossier, view: View, id: &str) -> Option<usize> {
        match view {
            View::Overview | View::Article | View::NotStated => None,
            View::Projects => dossier.projects.find(id),
            View::Infrastructure => dossier.infrastructure.iter().position(|work| work.id == id),
            View::Approvals => dossier.approvals.windows.iter().position(|window| window.id == id),
            View::Timeline => self.timeline.events().iter().position(|event| event_id(dossier, event) == id),
            View::Services | View::Reform | View::Facts => {
                let wanted = dossier.find(id)?;
                figures(dossier, view).position(|figure| figure == wanted)
            }
        }
    }
}

/// The figures that are the rows of a view's table, in its order.
fn figures(dossier: &Dossier, view: View) -> Box<dyn Iterator<Item = FigureNr> + '_> {
    match view {
        View::Services => Box::new(topic_rows(&dossier.services).into_iter().map(|row| row.figure)),
        View::Reform => Box::new(topic_rows(&dossier.reform).into_iter().map(|row| row.figure)),
        _ => Box::new(dossier.held_figure_nrs()),
    }
}

/// An event is its figure; a time that only other figures name is theirs, and the report has no other.
fn event_id(dossier: &Dossier, event: &EventRow) -> String {
    let id = |nr: FigureNr| -> &FigureId { &dossier.figure(nr).id };
    match (event.figure, event.counted.first()) {
        (Some(nr), _) => id(nr).to_string(),
        (None, Some(nr)) => format!("until {}", id(*nr)),
        (None, None) => "report".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier;

    #[test]
    fn every_row_is_found_by_its_id_and_no_two_share_one() {
        let dossier = dossier::embedded().unwrap();
        let views = Views::new(&dossier).unwrap();
        for view in View::ALL {
            let num_rows = views.num_rows(view).unwrap_or(0);
            for row in 0..num_rows {
                let id = views.row_id(&dossier, view, row).unwrap();
                assert_eq!(views.row_with_id(&dossier, view, &id), Some(row), "{view} {id}");
            }
            assert_eq!(views.row_id(&dossier, view, num_rows), None, "{view}");
            assert_eq!(views.row_with_id(&dossier, view, "nowhere"), None, "{view}");
        }
    }
}
