//! The columns of the projects, and what their marks stand for.

use crate::{
    dossier::MoneyUnit,
    locale::{Lang, tr},
    ui::{
        data_table::{ColumnSpec, FilterKind},
        marks::{Kind, Mark},
        page::LegendSign,
        theme::NARROW,
    },
};

/// The columns, the money in one unit; with `zones`, the width of the window, those of a dossier about several zones.
pub(super) fn columns(lang: Lang, money: MoneyUnit, zones: Option<f32>) -> Vec<ColumnSpec> {
    let title = |key: &str| tr(lang, key).into_owned();
    // An English header has the unit, so that the cells need not.
    let [amount, yearly] = match money {
        MoneyUnit::AsWritten => ["projects-investment-written", "projects-output-written"],
        MoneyUnit::Yi => ["projects-investment-yi", "projects-output-yi"],
        MoneyUnit::Million => ["projects-investment", "projects-output"],
    };
    let column = |id: &'static str, width: f32| ColumnSpec::new(id, title(&format!("column-{id}")), width);
    let (name, investment) = match lang {
        Lang::Zh => (144.0, 224.0),
        Lang::En => (208.0, 176.0),
    };
    let mut columns = vec![
        column("name", name),
        ColumnSpec::new("investment", title(amount), investment)
            .called(title("projects-investment-written"))
            .filter(FilterKind::Range)
            .money(),
        column("stage", if lang == Lang::Zh { 108.0 } else { 152.0 }).filter(FilterKind::Values),
        column("cluster", if lang == Lang::Zh { 92.0 } else { 144.0 }).filter(FilterKind::Values).kind(Kind::Editorial),
        ColumnSpec::new("product", title("projects-product"), if lang == Lang::Zh { 232.0 } else { 272.0 }),
        ColumnSpec::new("output", title(yearly), if lang == Lang::Zh { 128.0 } else { 152.0 })
            .called(title("projects-output-written"))
            .filter(FilterKind::Range)
            .money(),
        column("jobs", 84.0).filter(FilterKind::Range),
        column("date", 168.0).filter(FilterKind::Range),
        column("romanised", 208.0).kind(Kind::Editorial).tooltip(title("origin-rendering-note")),
        column("place", 232.0),
    ];
    if let Some(window_width) = zones {
        add_zones(&mut columns, lang, window_width);
    }
    columns
}

/// Firms of several zones are told apart by their towns, so their names are longer; a narrow window has no room for it.
fn add_zones(columns: &mut Vec<ColumnSpec>, lang: Lang, window_width: f32) {
    let [name, zone] = match lang {
        _ if window_width < NARROW => [columns.first().map_or(0.0, |name| name.width), 176.0],
        Lang::Zh => [176.0, 176.0],
        Lang::En => [256.0, 232.0],
    };
    columns.iter_mut().take(1).for_each(|column| column.width = name);
    let zones = [("zone", zone), ("province", 112.0)].map(|(id, width)| ColumnSpec::new(id, tr(lang, &format!("column-{id}")), width));
    columns.splice(1..1, zones.map(|column| column.filter(FilterKind::Values)));
}

/// What the marks in the cells stand for.
pub(super) fn legend(lang: Lang) -> Vec<(LegendSign, String)> {
    let stages =
        [(Mark::Planned, "stage-landed"), (Mark::Quarter, "stage-building"), (Mark::Trial, "stage-trial"), (Mark::Built, "stage-running")];
    let mut legend: Vec<_> = stages.into_iter().map(|(mark, key)| (LegendSign::Mark(mark), tr(lang, key).into_owned())).collect();
    legend.push((LegendSign::Bar(Mark::Planned), tr(lang, "projects-planned-not-spent").into_owned()));
    legend.push((LegendSign::Kind(Kind::Editorial), tr(lang, "origin-editorial-short").into_owned()));
    legend.push((LegendSign::NotStated, tr(lang, "not-stated").into_owned()));
    legend
}
