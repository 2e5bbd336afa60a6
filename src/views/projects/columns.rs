//! The columns of the projects, and what their marks stand for.

use crate::{
    locale::{Lang, tr},
    route::View,
    sheets::{Head, Reader},
    ui::{
        data_table::{ColumnSpec, FilterKind},
        marks::{Kind, Mark},
        page::LegendSign,
        theme::NARROW,
    },
    views::tables::spec,
};

/// How wide the columns are at most where room is scarce, in Chinese and in English.
const WIDTHS: [(&str, [f32; 2]); 12] = [
    ("name", [176.0, 240.0]),
    ("zone", [176.0, 176.0]),
    ("province", [112.0, 112.0]),
    ("investment", [224.0, 224.0]),
    ("stage", [160.0, 160.0]),
    ("cluster", [120.0, 160.0]),
    ("product", [200.0, 296.0]),
    ("output", [152.0, 160.0]),
    ("jobs", [112.0, 112.0]),
    ("date", [200.0, 224.0]),
    ("romanised", [208.0, 208.0]),
    ("place", [232.0, 232.0]),
];
/// The same where firms of several zones are told apart by their towns and there is room for it.
const WIDTHS_WITH_TOWNS: [(&str, [f32; 2]); 2] = [("name", [176.0, 256.0]), ("zone", [176.0, 232.0])];

/// The columns in a window of this width.
pub(super) fn columns(reader: &Reader<'_>, window_width: f32) -> Vec<ColumnSpec> {
    let lang = reader.lang;
    let has_towns = !reader.dossier.meta.zones.is_empty() && window_width >= NARROW;
    let wider = WIDTHS_WITH_TOWNS.iter().filter(|_| has_towns);
    let width = |id: &str| {
        let found = wider.clone().chain(&WIDTHS).find(|(of, _)| *of == id);
        found.map_or(96.0, |(_, [zh, en])| if lang == Lang::Zh { *zh } else { *en })
    };
    let column = |head: Head| {
        let id = head.id;
        let column = spec(head, width(id));
        match id {
            "stage" | "zone" | "province" => column.filter(FilterKind::Values),
            "cluster" => column.filter(FilterKind::Values).kind(Kind::Editorial),
            "romanised" if lang == Lang::Zh => column.kind(Kind::Editorial).tooltip(tr(lang, "origin-rendering-note")),
            _ => column,
        }
    };
    reader.heads(View::Projects).into_iter().map(column).collect()
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
