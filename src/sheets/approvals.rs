//! Approvals: powers taken over, cases completed, limits promised; one row each figure.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{
    fill::{NumberCell, date_column, number_column, text_column},
    name,
};
use crate::{
    dossier::{Approvals, Dossier, Figure, FigureNr, Status},
    locale::Bilingual,
    table::{Addition, ChoiceBuilder, Column, Table, TableError, Units},
};

/// What a row of the approvals counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ApprovalKind {
    /// Powers taken over.
    Power,
    /// Cases completed.
    Case,
    /// Limits on days and visits.
    Limit,
}

impl ApprovalKind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 3] = [Self::Power, Self::Case, Self::Limit];

    /// The word in queries and exports.
    pub fn code(self) -> &'static str {
        match self {
            Self::Power => "power",
            Self::Case => "case",
            Self::Limit => "limit",
        }
    }

    /// The key of its name in the locales.
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Power => "kind-power",
            Self::Case => "kind-case",
            Self::Limit => "kind-limit",
        }
    }
}

/// A row of the approvals.
#[derive(Clone, Debug)]
pub struct ApprovalRow {
    /// What it counts.
    pub kind: ApprovalKind,
    /// What it is called.
    pub name: Bilingual,
    /// Its figure.
    pub figure: FigureNr,
    /// The total it is a part of.
    pub total: Option<FigureNr>,
    /// Under which condition it holds; limits only.
    pub condition: Option<Bilingual>,
}

impl ApprovalRow {
    /// The part it is of its total, as a fraction of one; ours, not the report's.
    pub fn share(&self, dossier: &Dossier) -> Option<Decimal> {
        let number = |nr| dossier.figure(nr).quantity().and_then(crate::dossier::Quantity::value);
        let (part, whole) = (number(self.figure)?, number(self.total?)?);
        part.checked_div(whole).map(|share| share.round_dp(6))
    }
}

/// The rows of the approvals, in the order of the dossier: powers, cases, limits.
pub fn approval_rows(dossier: &Dossier) -> Vec<ApprovalRow> {
    let Approvals { powers, direct, entrusted, completed, windows, limits, .. } = &dossier.approvals;
    let labelled = |kind, figure: Option<FigureNr>, total| {
        figure.map(|figure| ApprovalRow { kind, name: dossier.figure(figure).label.clone(), figure, total, condition: None })
    };
    let mut rows = Vec::new();
    rows.extend(labelled(ApprovalKind::Power, *powers, None));
    rows.extend(labelled(ApprovalKind::Power, *direct, *powers));
    rows.extend(labelled(ApprovalKind::Power, *entrusted, *powers));
    rows.extend(labelled(ApprovalKind::Case, *completed, None));
    for window in windows {
        let row = |figure| ApprovalRow { kind: ApprovalKind::Case, name: window.name.clone(), figure, total: *completed, condition: None };
        rows.extend(window.completed.map(row));
    }
    for limit in limits {
        let figures = [limit.days, limit.visits].into_iter().flatten();
        let condition = || Some(limit.condition.clone());
        rows.extend(figures.map(|figure| ApprovalRow {
            kind: ApprovalKind::Limit,
            name: limit.name.clone(),
            figure,
            total: None,
            condition: condition(),
        }));
    }
    rows
}

/// The table of the approvals; its rows are those of [`approval_rows`].
///
/// Columns: `name`, `kind`, `value`, `unit`, `status`, `as-of`, `share`.
pub fn approvals(dossier: &Dossier) -> Result<Table, TableError> {
    let rows = approval_rows(dossier);
    let figures: Vec<&Figure> = rows.iter().map(|row| dossier.figure(row.figure)).collect();
    let values: Vec<_> = rows.iter().map(|row| NumberCell::of(dossier, Some(row.figure))).collect();
    let shares: Vec<_> =
        rows.iter().map(|row| NumberCell { number: row.share(dossier), written: row.share(dossier).map(percent), kind: None }).collect();
    Table::new(vec![
        text_column("name", name("column-approval"), rows.iter().map(|row| Some(row.name.clone()))),
        kinds(&rows),
        number_column("value", name("column-value"), Units::plain(), Addition::MayNot(name("sum-approvals")), &values),
        text_column("unit", name("column-unit"), figures.iter().map(|figure| unit(figure))),
        statuses(figures.iter().copied()),
        date_column("as-of", name("column-as-of"), figures.iter().map(|figure| figure.as_of.as_ref())),
        number_column("share", name("column-share"), Units::new(&[]), Addition::MayNot(name("sum-approvals")), &shares),
    ])
}

fn kinds(rows: &[ApprovalRow]) -> Column {
    let mut builder = ChoiceBuilder::from_names(ApprovalKind::ALL.map(|kind| (kind.code(), name(kind.name_key()))));
    for row in rows {
        builder.push_id(Some(row.kind.code()));
    }
    Column::new("kind", name("column-kind"), builder)
}

/// A column of statuses.
pub(super) fn statuses<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Column {
    let mut builder = ChoiceBuilder::from_names(Status::ALL.map(|status| (status.code(), name(&format!("status-{}", status.code())))));
    for figure in figures {
        builder.push_id(figure.status.map(Status::code));
    }
    Column::new("status", name("column-status"), builder)
}

/// The unit; a counting word stays as written, for English has none.
pub(super) fn unit(figure: &Figure) -> Option<Bilingual> {
    // 三大 counts with an adjective, which is no unit.
    let unit = &figure.quantity()?.unit;
    (unit.name != "大").then(|| Bilingual::from_fn(|lang| unit.called(lang)))
}

/// A fraction of one as `39.6%`.
fn percent(share: Decimal) -> Bilingual {
    let text = format!("{:.1}%", (share * Decimal::ONE_HUNDRED).round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero));
    Bilingual::new(&text, &text)
}
