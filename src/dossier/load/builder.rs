//! What is shared while a dossier's tables are decoded: the figures so far, and which ids are not to be missed.

use std::{cell::Cell, collections::HashSet, sync::Arc};

use hashbrown::{HashMap, hash_map::Entry};

use super::{
    Problems,
    fields::{Fields, Sink},
    json::{At, Json, parse_rows},
    labels::Labels,
    meta::is_id,
    on_disk::Rows,
    read::Source,
    wanted::Wanted,
};
use crate::{
    dossier::{Figure, FigureId, FigureNr, Meta},
    locale::Bilingual,
};

/// Where each zone stands in the list of `dossier.json`.
pub(super) fn zones(meta: &Meta) -> Arc<HashMap<String, usize>> {
    Arc::new(meta.zones.iter().zip(0..).map(|(zone, nr)| (zone.id.clone(), nr)).collect())
}

/// The figures as they are found.
pub(super) struct Builder<'m> {
    pub(super) source: &'m Source,
    pub(super) meta: Option<&'m Meta>,
    /// Where each zone stands in the list of `dossier.json`.
    pub(super) zones: Arc<HashMap<String, usize>>,
    pub(super) labels: Labels,
    pub(super) figures: Vec<Figure>,
    pub(super) by_id: HashMap<FigureId, FigureNr>,
    /// The number of the first of `figures`.
    pub(super) first: u32,
    /// The rows that are not held, and what patterns name among their figures.
    pub(super) table: Option<(&'m Rows, &'m Wanted)>,
    /// How often ids were compared with patterns.
    pub(super) comparisons: Cell<usize>,
    /// Figures that are there but wrong: what refers to them is not told again.
    broken: HashSet<String>,
    /// Beginnings of ids whose file or row could not be read.
    unread: Vec<String>,
}

impl<'m> Builder<'m> {
    pub(super) fn new(source: &'m Source, meta: Option<&'m Meta>) -> Self {
        let (figures, by_id, comparisons, broken, unread) = Default::default();
        let zones = meta.map_or_else(Arc::default, zones);
        Self { source, meta, zones, labels: Labels::new(), figures, by_id, comparisons, broken, unread, first: 0, table: None }
    }

    /// A builder for rows alone, with what all of them share.
    pub(super) fn for_rows(source: &'m Source, meta: &'m Meta, zones: Arc<HashMap<String, usize>>, labels: Labels, first: u32) -> Self {
        let (figures, by_id, comparisons, broken, unread) = Default::default();
        Self { source, meta: Some(meta), zones, labels, figures, by_id, comparisons, broken, unread, first, table: None }
    }

    /// The same with rows that stay in their file.
    pub(super) fn with_table<'t>(self, rows: &'t Rows, wanted: &'t Wanted) -> Builder<'t>
    where
        'm: 't,
    {
        Builder { table: Some((rows, wanted)), ..self }
    }

    /// The text of a file; where there is none, that is reported and what refers into it is not.
    pub(super) fn text(&mut self, sink: &mut Sink<'_>) -> Option<std::borrow::Cow<'m, str>> {
        match self.source.text(sink.file) {
            Ok(text) => Some(text),
            Err(problem) => {
                sink.problems.push(problem);
                self.leave_unread(sink.file);
                None
            }
        }
    }

    /// Hands over the elements of a file that is an array.
    pub(super) fn rows(
        &mut self,
        file: &'static str,
        problems: &mut Problems,
        mut each: impl FnMut(&mut Self, &mut Sink<'_>, usize, Json<'_>) -> Option<()>,
    ) {
        let mut sink = Sink { file, problems };
        let Some(text) = self.text(&mut sink) else { return };
        let read = parse_rows(&text, |row, json| {
            if each(self, &mut sink, row, json).is_none() {
                self.leave_unread(file);
            }
            !self.source.progress.is_cancelled()
        });
        self.source.progress.add(text.len() as u64);
        if let Err(error) = read {
            sink.syntax(error);
            self.leave_unread(file);
        }
    }

    /// The number of the figure with this id.
    pub(super) fn find(&self, id: &str) -> Option<FigureNr> {
        self.by_id.get(id).copied().or_else(|| self.table?.0.find(id))
    }

    /// A figure by its number.
    pub(super) fn get(&self, nr: FigureNr) -> Option<&Figure> {
        let held = nr.0.checked_sub(self.first).and_then(|nr| self.figures.get(nr as usize));
        held.or_else(|| self.table?.0.figure(nr))
    }

    /// How many figures there are, held or not.
    pub(super) fn num_figures(&self) -> usize {
        self.figures.len() + self.table.map_or(0, |(rows, _)| rows.num_figures() as usize)
    }

    /// Lets go of the figures from this one on: of a table that is only looked through for mistakes.
    pub(super) fn forget_from(&mut self, len: usize) {
        for figure in self.figures.drain(len.min(self.figures.len())..) {
            self.by_id.remove(&figure.id);
        }
    }

    /// Notes that not all of a file could be read.
    pub(super) fn leave_unread(&mut self, file: &str) {
        let prefix = format!("{}/", file.trim_end_matches(".json"));
        if !self.unread.contains(&prefix) {
            self.unread.push(prefix);
        }
    }

    /// Notes that a figure is there but wrong.
    pub(super) fn break_figure(&mut self, id: String) {
        self.broken.insert(id);
    }

    /// Whether an id may be missing because of a mistake that is reported already.
    pub(super) fn is_broken(&self, id: &str) -> bool {
        self.broken.contains(id) || self.unread.iter().any(|prefix| id.starts_with(prefix.as_str()))
    }

    /// Whether every file and figure could be read, so that what is missing is missing.
    pub(super) fn is_whole(&self) -> bool {
        self.broken.is_empty() && self.unread.is_empty()
    }

    /// Adds a figure; an id that is taken already is a mistake.
    pub(super) fn add(&mut self, figure: Figure, at: &At<'_>, sink: &mut Sink<'_>) -> Option<FigureNr> {
        let nr = FigureNr(u32::try_from(self.figures.len()).ok()?.checked_add(self.first)?);
        match self.by_id.entry(figure.id.clone()) {
            Entry::Vacant(free) => _ = free.insert(nr),
            Entry::Occupied(_) => {
                sink.problem(at, format!("the id \"{}\" again", figure.id), "each id once");
                return None;
            }
        }
        self.figures.push(figure);
        Some(nr)
    }

    /// Reads the fields that every row has. Where its id is wrong the rest is read all the same, for its own mistakes.
    ///
    /// `ids` are those of the rows before; none where they are compared otherwise.
    pub(super) fn head<'t>(
        &mut self,
        json: Json<'t>,
        at: &At<'_>,
        sink: &mut Sink<'_>,
        ids: Option<&mut HashSet<String>>,
    ) -> Option<(Fields<'t>, String, Bilingual)> {
        let mut fields = Fields::of(json, at, sink)?;
        let id = fields.need_text("id", at, sink).filter(|id| is_id(id, &at.key("id"), sink));
        let name = fields.need_bilingual("name", at, sink).unwrap_or_default();
        let id = id.unwrap_or_else(|| {
            self.leave_unread(sink.file);
            at.to_string()
        });
        if ids.is_some_and(|ids| !ids.insert(id.clone())) {
            sink.problem(&at.key("id"), format!("the id \"{id}\" again"), "each id once");
            // The row's figures would all be told as doubled, too.
            return None;
        }
        Some((fields, id, name))
    }
}
