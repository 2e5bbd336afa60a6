//! The command palette: what there is to find, made ready once for each dossier and language, and what was found.

mod entries;

use std::{collections::BTreeMap, ops::Range};

use egui::{Context, Event};
pub(super) use entries::{Entry, Kind};
use entries::{Index, section_of};

use super::App;
use crate::{
    command::{Action, Command, Dialog},
    locale::{Lang, tr, tr_args},
    route::{Link, View},
    table::{Spelling, spelling},
    ui::{
        dialog,
        finder::{Finder, FinderLine, FinderRow},
        icons::Icon,
        theme::{COMMAND_WIDTH, NARROW},
    },
};

/// What the palette remembers while the window is open.
#[derive(Default)]
pub(super) struct Palette {
    text: String,
    selected: usize,
    /// What the dossier holds, in a language; made when the palette is opened for the first time.
    dossier: Option<(Lang, Index)>,
    /// What can be done just now; made each time it is opened.
    actions: Index,
    shown: Shown,
}

/// What is listed, and what each row does.
#[derive(Default)]
struct Shown {
    lines: Vec<FinderLine>,
    commands: Vec<Command>,
}

/// Where an entry was found: marks in its name in the language shown, in the other one, and in what stands beside it.
#[derive(Clone, Debug, Default)]
struct Marks([Vec<Range<usize>>; 3], Vec<Spelling>);

impl App {
    /// Makes the palette ready to be shown, with an empty field.
    pub(super) fn open_palette(&mut self, ctx: &Context) {
        self.make_index();
        let actions = self.action_entries(ctx);
        self.palette.actions = Index::new(actions);
        // A slow frame may bring the first letters together with the key that opened the palette.
        let typed = |event: &Event| if let Event::Text(text) = event { Some(text.clone()) } else { None };
        let is_lost = !ctx.text_edit_focused();
        self.palette.text = ctx.input(|input| input.events.iter().filter(|_| is_lost).filter_map(typed).collect());
        self.palette.selected = 0;
        self.find_in_palette();
    }

    /// Forgets what the dossier before held.
    pub(super) fn forget_palette(&mut self) {
        self.palette = Palette::default();
    }

    fn make_index(&mut self) {
        let lang = self.state.lang;
        if self.palette.dossier.as_ref().is_some_and(|(known, _)| *known == lang) {
            return;
        }
        if let Ok((dossier, _)) = &self.content {
            self.palette.dossier = Some((lang, Index::new(entries::of_dossier(dossier, lang))));
        }
    }

    /// The actions that are possible now, and the dossiers opened lately.
    fn action_entries(&mut self, ctx: &Context) -> Vec<Entry> {
        let mut entries = Vec::new();
        for action in Action::all() {
            // The palette would only close itself.
            let is_pointless = matches!(action, Action::Show(Dialog::Palette) | Action::CloseLayer);
            if is_pointless || !self.can(ctx, action) {
                continue;
            }
            let kind = if matches!(action, Action::View(_)) { Kind::View } else { Kind::Action };
            let names = Lang::ALL.map(|lang| tr(lang, action.name_key()).into_owned());
            entries.push(Entry { keys: action.keys(), ..Entry::new(kind, action.icon(), names, action.command()) });
        }
        for view in View::ALL {
            let names: Vec<String> = self.table_of(view).into_iter().flat_map(|table| table.saved_names()).map(str::to_owned).collect();
            for name in names {
                let command = Command::OpenSaved(view, name.clone());
                let entry = Entry::new(Kind::Saved, Icon::Bookmark, [name.clone(), name], command);
                entries.push(Entry { detail: tr(self.state.lang, view.name_key()).into_owned(), ..entry });
            }
        }
        for folder in &self.state.recent {
            let name = super::menu::folder_name(folder);
            let entry = Entry::new(Kind::Recent, Icon::Export, [name.clone(), name], Command::OpenDossier(folder.into()));
            entries.push(Entry { detail: folder.clone(), ..entry });
        }
        entries
    }

    /// Works out what the text in the field finds.
    fn find_in_palette(&mut self) {
        self.make_index();
        let lang = self.state.lang;
        let Palette { text, dossier, actions, shown, .. } = &mut self.palette;
        let words: Vec<&str> = text.split_whitespace().collect();
        *shown = Shown::default();
        let mut found: Vec<(Kind, &Entry, Marks)> = actions.find(&words, lang);
        if let Some((_, index)) = dossier.as_ref().filter(|_| !words.is_empty()) {
            found.extend(index.find(&words, lang));
        }
        let mut sections = Vec::new();
        if let (Ok((dossier, _)), false) = (&self.content, words.is_empty()) {
            sections = entries::sections_with(dossier, lang, text.trim());
        }
        for kind in Kind::ALL {
            let rows = found.iter().filter(|(of, ..)| *of == kind).take(kind.most());
            let mut rows: Vec<(FinderRow, Command)> =
                rows.map(|(_, entry, marks)| (row(entry, marks, lang), entry.command.clone())).collect();
            if kind == Kind::Section {
                let is_listed = |command: &Command| rows.iter().any(|(_, known)| known == command);
                let more: Vec<_> = sections.drain(..).filter(|(nr, ..)| !is_listed(&section_of(*nr))).collect();
                rows.extend(more.into_iter().map(|(nr, title, count)| (section_row(title, count, text.trim(), lang), section_of(nr))));
            }
            if kind == Kind::Action && !words.is_empty() {
                rows.push((filter_row(text.trim(), lang), filter(text.trim())));
            }
            if !rows.is_empty() {
                shown.lines.push(FinderLine::Group(tr(lang, kind.name_key()).into_owned()));
                for (row, command) in rows {
                    shown.lines.push(FinderLine::Row(row));
                    shown.commands.push(command);
                }
            }
        }
    }

    /// Shows the palette over the window; whether it is to be closed.
    pub(super) fn palette_ui(&mut self, ctx: &Context, wants_focus: bool) -> bool {
        let lang = self.state.lang;
        let is_narrow = ctx.content_rect().width() < NARROW;
        let top = if is_narrow || ctx.content_rect().height() < 560.0 { 40.0 } else { 88.0 };
        let name = tr(lang, "do-palette");
        let sheet = dialog::Dialog { id: "palette", name: &name, width: COMMAND_WIDTH, top: Some(top) };
        let [hint, list_name, nothing, choose, open, filter_word, note] =
            ["palette-hint", "palette-list", "palette-nothing", "palette-choose", "palette-open", "palette-filter-word", "palette-note"]
                .map(|key| tr(lang, key));
        let foot: [(&[&str], &str); 3] = [(&["↑", "↓"], &choose), (&["Enter"], &open), (&["Ctrl Enter"], &filter_word)];
        let Palette { text, selected, shown, .. } = &mut self.palette;
        let finder = Finder {
            name: &name,
            hint: &hint,
            list_name: &list_name,
            nothing: &nothing,
            lines: &shown.lines,
            foot: &foot,
            note: &note,
            // No higher than in the drawing, however high the window is.
            room: sheet.room(ctx).min(541.0),
            wants_focus,
        };
        let answer = sheet.show(ctx, |ui| finder.ui(ui, text, selected));
        let chosen = answer.inner.chosen.and_then(|nr| shown.commands.get(nr).cloned());
        let other = Some(text.trim()).filter(|text| answer.inner.is_other_wanted && !text.is_empty()).map(filter);
        if answer.inner.has_changed {
            self.palette.selected = 0;
            self.find_in_palette();
            ctx.request_repaint();
        }
        let command = chosen.or(other);
        let is_done = command.is_some() || answer.is_left;
        self.commands.extend(command);
        is_done
    }
}

impl Index {
    /// The entries that have every word, those first whose name begins with it.
    fn find(&self, words: &[&str], lang: Lang) -> Vec<(Kind, &Entry, Marks)> {
        let mut found: BTreeMap<usize, (usize, Marks)> =
            self.entries.iter().enumerate().map(|(nr, _)| (nr, (0, Marks::default()))).collect();
        for (round, word) in words.iter().enumerate() {
            for hit in self.text.find(word) {
                let (entry, part) = (hit.piece / 3, hit.piece % 3);
                if let Some((met, marks)) = found.get_mut(&entry).filter(|(met, _)| *met >= round) {
                    *met = round + 1;
                    let zh = self.entries.get(entry).filter(|_| part == 0).map(|entry| &entry.names[0]);
                    marks.1.extend(zh.and_then(|name| spelling(word, name, &hit.chars)));
                    if let Some(marks) = marks.0.get_mut(part) {
                        marks.push(hit.chars);
                    }
                }
            }
        }
        let own = usize::from(lang == Lang::En);
        let mut rows: Vec<(Kind, &Entry, Marks)> = found
            .into_iter()
            .filter(|(_, (met, _))| *met == words.len())
            .filter_map(|(nr, (_, mut marks))| {
                marks.0.swap(0, own);
                self.entries.get(nr).map(|entry| (entry.kind, entry, marks))
            })
            .collect();
        rows.sort_by_key(|(_, _, Marks([own, other, _], _))| !own.iter().chain(other).any(|mark| mark.start == 0));
        rows
    }
}

/// An entry with what was found in it marked.
fn row(entry: &Entry, Marks([own, other, detail], spellings): &Marks, lang: Lang) -> FinderRow {
    let [zh, en] = &entry.names;
    let (name, translated) = if lang == Lang::Zh { (zh, en) } else { (en, zh) };
    let mut row = FinderRow { icon: Some(entry.icon), name: name.clone(), marks: own.clone(), ..FinderRow::default() };
    row.keys.clone_from(&entry.keys);
    (row.detail, row.detail_marks) = (entry.detail.clone(), detail.clone());
    // What was typed stands in the other language: shown, so that one sees why.
    if own.is_empty() && !other.is_empty() && name != translated {
        append(&mut row, translated, other);
    }
    // A name that was typed in pinyin says so; where a number stands beside it, that says more.
    if entry.detail.is_empty() {
        for spelling in spellings {
            append(&mut row, &spelling.text, &spelling.typed);
        }
    }
    row
}

/// Puts a text after what stands beside a name, with its marks.
fn append(row: &mut FinderRow, text: &str, marks: &[Range<usize>]) {
    if !row.detail.is_empty() {
        row.detail.push_str("  ");
    }
    let start = row.detail.chars().count();
    row.detail.push_str(text);
    row.detail_marks.extend(marks.iter().map(|mark| start + mark.start..start + mark.end));
}

/// A section of the account that speaks of what was typed.
fn section_row(title: String, count: usize, words: &str, lang: Lang) -> FinderRow {
    let detail = tr_args(lang, "palette-in-section", &[("words", words.into()), ("count", count.into())]);
    let at = detail.find(words).map(|at| detail.get(..at).unwrap_or_default().chars().count());
    let detail_marks = at.map(|at| at..at + words.chars().count()).into_iter().collect();
    FinderRow { icon: Some(Icon::Article), name: title, detail, detail_marks, ..FinderRow::default() }
}

/// The way to see only the projects that have what was typed.
fn filter_row(words: &str, lang: Lang) -> FinderRow {
    let name = match Link::parse(words) {
        Some(link) => tr_args(lang, "palette-link", &[("view", tr(lang, link.view.name_key()).into_owned().into())]),
        None => tr_args(lang, "palette-filter", &[("words", words.into())]),
    };
    let at = name.find(words).map(|at| name.get(..at).unwrap_or_default().chars().count());
    let marks = at.map(|at| at..at + words.chars().count()).into_iter().collect();
    FinderRow { icon: Some(Icon::Funnel), name, marks, keys: "Ctrl Enter".to_owned(), ..FinderRow::default() }
}

/// What the words say: a link leads to its view.
fn filter(words: &str) -> Command {
    let link = Link::parse(words).unwrap_or_else(|| Link { view: View::Projects, query: words.to_owned() });
    Command::ShowQuery(link.view, link.query)
}
