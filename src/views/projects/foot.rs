//! The checks at the foot of the projects: what the report's own totals come to, and what the rows come to.

use crate::dossier::{Chart, Check, Claim, Dossier, FigureNr, Home, Origin};

/// How many there is room for.
const MOST: usize = 2;

/// Sums that the report states itself: those of the funnels on the overview, which count projects, then those over the rows.
pub(super) fn checks(dossier: &Dossier) -> Vec<&Check> {
    let is_sum = |check: &&Check| matches!(check.claim, Claim::Sum { .. } | Claim::SumAtMost { .. });
    let is_stated = |check: &&Check| check.claim.whole().is_some_and(|whole| dossier.figure(whole).origin == Origin::Stated);
    let wholes = counted(dossier);
    let is_of_count = |check: &&Check| check.claim.whole().is_some_and(|whole| wholes.contains(&whole));
    let is_of_rows = |check: &&Check| check.claim.figures().iter().any(|nr| matches!(dossier.home(*nr), Home::Project(_)));
    let sums: Vec<&Check> = dossier.checks.iter().filter(is_sum).filter(is_stated).collect();
    let of_counts = sums.iter().copied().filter(is_of_count);
    let of_rows = sums.iter().copied().filter(|check| is_of_rows(check) && !is_of_count(check));
    of_counts.take(1).chain(of_rows).take(MOST).collect()
}

/// The wholes of the funnels.
fn counted(dossier: &Dossier) -> Vec<FigureNr> {
    let rows = dossier.overview.charts.iter().flat_map(|chart| match chart {
        Chart::Funnel { rows, .. } => rows.as_slice(),
        Chart::PlannedBuilt | Chart::Windows | Chart::Stages => &[],
    });
    rows.filter(|row| !row.parts.is_empty()).map(|row| row.figure.figure).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    #[test]
    fn the_checks_of_the_projects_follow_from_the_dossier() {
        let dossier = embedded().expect("the embedded dossier");
        let ids: Vec<&str> = checks(&dossier).iter().map(|check| check.id.as_str()).collect();
        assert_eq!(ids, ["signed-parts", "named-landed-bound"]);
    }
}
