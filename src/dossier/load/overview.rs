//! `overview.json`: which figures come first. The file may be left out.

use super::{
    Problems,
    builder::Builder,
    fields::{Fields, Sink},
    json::{At, Json, Tree},
};
use crate::dossier::{Chart, Dimension, FigureNr, FunnelRow, Named, Overview};

/// The most entries of a list: the page has room for a few.
const MOST_ENTRIES: usize = 20;

impl Builder<'_> {
    /// Reads the overview; what every dossier has where there is no such file.
    pub(super) fn overview(&mut self, problems: &mut Problems) -> Overview {
        let mut sink = Sink { file: "overview.json", problems };
        if !self.source.has(sink.file) {
            return Overview::default();
        }
        let Some(text) = self.text(&mut sink) else { return Overview::default() };
        match Tree::default().read(&text) {
            Ok(json) => self.overview_of(json, &mut sink).unwrap_or_default(),
            Err(error) => {
                sink.syntax(error);
                Overview::default()
            }
        }
    }

    fn overview_of(&self, json: Json<'_>, sink: &mut Sink<'_>) -> Option<Overview> {
        let at = At::Root;
        let mut fields = Fields::of(json, &at, sink)?;
        let about = entries(&mut fields, "about", &at, sink, |json, at, sink| self.items(json, at, sink));
        let key = entries(&mut fields, "key", &at, sink, |json, at, sink| self.named(json, at, sink));
        let has_charts = fields.has("charts");
        let listed = entries(&mut fields, "charts", &at, sink, |json, at, sink| self.chart(json, at, sink));
        let charts = if has_charts { listed } else { Overview::default().charts };
        fields.finish(&at, sink);
        Some(Overview { about, key, charts })
    }

    fn named(&self, json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Named> {
        let mut fields = Fields::of(json, at, sink)?;
        let named = self.named_in(&mut fields, at, sink);
        fields.finish(at, sink);
        named
    }

    fn named_in(&self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Named> {
        let label = fields.bilingual("label", at, sink);
        let id = fields.need_text("figure", at, sink)?;
        let figure = self.resolve(&id, &at.key("figure"), sink)?;
        Some(Named { figure, label })
    }

    fn chart(&self, json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Chart> {
        let mut fields = Fields::of(json, at, sink)?;
        let kinds = Chart::CODES.map(|code| (code, code));
        if !fields.has("kind") {
            sink.problem(at, "no field `kind`", "a field `kind`");
        }
        let kind = fields.choice("kind", at, sink, &kinds);
        let chart = match kind? {
            "funnel" => self.funnel(&mut fields, at, sink),
            "planned-built" => Some(Chart::PlannedBuilt),
            "windows" => Some(Chart::Windows),
            _ => Some(Chart::Stages),
        };
        fields.finish(at, sink);
        chart
    }

    fn funnel(&self, fields: &mut Fields<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<Chart> {
        let name = fields.need_bilingual("name", at, sink);
        let rows = entries(fields, "rows", at, sink, |json, at, sink| self.funnel_row(json, at, sink));
        if rows.is_empty() && self.is_whole() {
            sink.problem(&at.key("rows"), "no row", "the rows of a funnel");
        }
        Some(Chart::Funnel { name: name?, rows })
    }

    fn funnel_row(&self, json: Json<'_>, at: &At<'_>, sink: &mut Sink<'_>) -> Option<FunnelRow> {
        let mut fields = Fields::of(json, at, sink)?;
        let figure = self.named_in(&mut fields, at, sink);
        let parts = entries(&mut fields, "parts", at, sink, |json, at, sink| self.named(json, at, sink));
        fields.finish(at, sink);
        let figure = figure?;
        for nr in parts.iter().map(|part| part.figure).chain([figure.figure]) {
            self.need_count(nr, at, sink);
        }
        Some(FunnelRow { figure, parts })
    }

    /// Bars on one axis need numbers of one kind: a funnel counts.
    fn need_count(&self, nr: FigureNr, at: &At<'_>, sink: &mut Sink<'_>) {
        let Some(figure) = self.get(nr) else { return };
        let is_count = figure.quantity().is_some_and(|quantity| quantity.unit.dimension == Dimension::Count);
        if !is_count {
            sink.problem(at, format!("{}, which is no count", figure.id), "figures that count, such as 56个");
        }
    }
}

/// A list that may be left out, each entry read by `each`.
fn entries<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    at: &At<'_>,
    sink: &mut Sink<'_>,
    mut each: impl FnMut(Json<'_>, &At<'_>, &mut Sink<'_>) -> Option<T>,
) -> Vec<T> {
    let place = at.key(name);
    let items = fields.array(name, at, sink);
    if items.len() > MOST_ENTRIES {
        sink.problem(&place, format!("{} entries", items.len()), format!("at most {MOST_ENTRIES}"));
        return Vec::new();
    }
    items.into_iter().enumerate().filter_map(|(index, item)| each(item, &place.index(index), sink)).collect()
}
