//! What the palette finds: each with its names in both languages, and what choosing it does.

use std::collections::BTreeMap;

use crate::{
    article::find::{Piece, Text},
    command::Command,
    dossier::Dossier,
    locale::{Bilingual, Lang},
    route::{Focus, Route, View},
    ui::icons::Icon,
};

/// The most rows of a table that are made ready; of larger tables the search in the table finds all.
const MOST_ROWS: usize = 20_000;

/// What an entry is; entries of a kind stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Kind {
    View,
    Saved,
    Project,
    Work,
    Fact,
    Section,
    Action,
    Recent,
}

impl Kind {
    /// All kinds, in the order in which they are listed where none has anything better: facts and sections are many.
    pub(super) const ALL: [Self; 8] =
        [Self::View, Self::Saved, Self::Project, Self::Work, Self::Action, Self::Recent, Self::Fact, Self::Section];

    /// How many are listed at most, so that the next kind is in sight; who sees so many goes on typing.
    pub(super) fn most(self) -> usize {
        match self {
            Self::View | Self::Saved | Self::Action => usize::MAX,
            Self::Project | Self::Work | Self::Fact | Self::Section | Self::Recent => 8,
        }
    }

    /// The key of its name in the locales.
    pub(super) fn name_key(self) -> &'static str {
        match self {
            Self::View => "palette-views",
            Self::Saved => "palette-saved",
            Self::Project => "view-projects",
            Self::Work => "view-infrastructure",
            Self::Fact => "view-facts",
            Self::Section => "view-article",
            Self::Action => "palette-actions",
            Self::Recent => "palette-recent",
        }
    }
}

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub(in crate::app) struct Entry {
    pub(super) kind: Kind,
    pub(super) icon: Icon,
    /// Chinese, English.
    pub(super) names: [String; 2],
    /// What stands beside its name.
    pub(super) detail: String,
    /// The same in the other language, if that is another text.
    pub(super) translated_detail: String,
    pub(super) keys: String,
    pub(super) command: Command,
}

impl Entry {
    /// Something with names and an effect, and nothing beside it.
    pub(in crate::app) fn new(kind: Kind, icon: Icon, names: [String; 2], command: Command) -> Self {
        let (detail, translated_detail, keys) = (String::new(), String::new(), String::new());
        Self { kind, icon, names, detail, translated_detail, keys, command }
    }
}

impl Entry {
    /// What it is found by.
    fn pieces(&self) -> [&str; PIECES] {
        let [zh, en] = &self.names;
        [zh, en, &self.detail, &self.translated_detail]
    }
}

/// Entries with their words made ready to be searched.
#[derive(Default)]
pub(super) struct Index {
    pub(super) entries: Vec<Entry>,
    /// [`PIECES`] for each entry: its names, and what stands beside them.
    pub(super) text: Text,
}

/// How many pieces of text an entry has.
pub(super) const PIECES: usize = 4;

impl Index {
    pub(super) fn new(entries: Vec<Entry>) -> Self {
        let pieces = entries.iter().flat_map(Entry::pieces).map(|text| Piece { text, figures: Vec::new() });
        let text = Text::new(pieces);
        Self { entries, text }
    }
}

fn names(text: &Bilingual) -> [String; 2] {
    [text.zh.clone(), text.en.clone()]
}

/// What a dossier holds: rows of tables, facts, sections of the account.
pub(super) fn of_dossier(dossier: &Dossier, lang: Lang) -> Vec<Entry> {
    let at = |view, row| Command::Go(Route { view, focus: Focus::Row(row) });
    let mut entries = Vec::new();
    for (row, project) in dossier.projects.held().iter().enumerate().take(MOST_ROWS) {
        entries.push(Entry::new(Kind::Project, Icon::Projects, names(&project.name), at(View::Projects, row)));
    }
    for (row, work) in dossier.infrastructure.iter().enumerate().take(MOST_ROWS) {
        entries.push(Entry::new(Kind::Work, Icon::Infrastructure, names(&work.name), at(View::Infrastructure, row)));
    }
    for (row, figure) in dossier.figures.iter().enumerate().take(MOST_ROWS) {
        let entry = Entry::new(Kind::Fact, Icon::Facts, names(&figure.label), at(View::Facts, row));
        let [detail, translated] = [lang, lang.other()].map(|lang| figure.display(lang));
        let translated_detail = if translated == detail { String::new() } else { translated };
        entries.push(Entry { detail, translated_detail, ..entry });
    }
    let [zh, en] = Lang::ALL.map(|lang| &dossier.article(lang).sections);
    for (nr, (zh, en)) in zh.iter().zip(en).enumerate() {
        entries.push(Entry::new(Kind::Section, Icon::Article, [zh.title.clone(), en.title.clone()], section_of(nr)));
    }
    entries
}

/// Goes to a section of the account.
pub(super) fn section_of(nr: usize) -> Command {
    Command::Go(Route { view: View::Article, focus: Focus::Section(nr) })
}

/// The sections of the account that have the words, with how often; the account is short enough to be read each time.
pub(super) fn sections_with(dossier: &Dossier, lang: Lang, words: &str) -> Vec<(usize, String, usize)> {
    let sections = &dossier.article(lang).sections;
    let paragraphs: Vec<(usize, &str)> =
        sections.iter().enumerate().flat_map(|(nr, section)| section.paragraphs.iter().map(move |text| (nr, text.text.as_str()))).collect();
    let text = Text::new(paragraphs.iter().map(|(_, text)| Piece { text, figures: Vec::new() }));
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for hit in text.find(words) {
        if let Some((section, _)) = paragraphs.get(hit.piece) {
            *counts.entry(*section).or_default() += 1;
        }
    }
    counts.into_iter().filter_map(|(nr, count)| Some((nr, sections.get(nr)?.title.clone(), count))).collect()
}
