//! The command palette: what there is to find, made ready once for each dossier and language, and what was found.

mod entries;
mod find;

use egui::{Context, Event};
pub(super) use entries::{Entry, Kind};
use entries::{Index, section_of};
use find::{Found, Rank, filter_row, section_row};

use super::App;
use crate::{
    command::{Action, Command, Dialog},
    locale::{Lang, tr},
    route::{Link, View},
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
    /// What only the projects with it would be shown for.
    narrowed: String,
}

/// What is listed, and what each row does.
#[derive(Default)]
struct Shown {
    lines: Vec<FinderLine>,
    commands: Vec<Command>,
}

impl Shown {
    /// Adds a group, unless it has no rows.
    fn push(&mut self, name: &str, rows: Vec<(FinderRow, Command)>) {
        if !rows.is_empty() {
            self.lines.push(FinderLine::Group(name.to_owned()));
        }
        for (row, command) in rows {
            self.lines.push(FinderLine::Row(row));
            self.commands.push(command);
        }
    }
}

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

    /// Works out what the text in the field finds: the groups with the best answers first, and last the way to filter.
    fn find_in_palette(&mut self) {
        self.make_index();
        let lang = self.state.lang;
        let Palette { text, dossier, actions, shown, narrowed, .. } = &mut self.palette;
        let words: Vec<&str> = text.split_whitespace().collect();
        (*shown, *narrowed) = (Shown::default(), words.join(" "));
        let mut found: Vec<Found<'_>> = actions.find(&words, lang);
        if let Some((_, index)) = dossier.as_ref().filter(|_| !words.is_empty()) {
            found.extend(index.find(&words, lang));
        }
        let mut sections = Vec::new();
        if let (Ok((dossier, _)), false) = (&self.content, words.is_empty()) {
            sections = entries::sections_with(dossier, lang, text.trim());
        }
        let of_kind = |kind: Kind| found.iter().filter(move |found| found.entry.kind == kind);
        // What begins a name in pinyin is looked for as that name has it.
        if let Some(project) = of_kind(Kind::Project).next().filter(|project| lang == Lang::Zh && project.rank < Rank::Has) {
            *narrowed = project.words();
        }
        let mut kinds = Kind::ALL;
        kinds.sort_by_key(|kind| of_kind(*kind).map(|found| found.rank).min().unwrap_or_default());
        for kind in kinds {
            let rows = of_kind(kind).take(kind.most());
            let mut rows: Vec<(FinderRow, Command)> = rows.map(|found| (found.row(lang), found.entry.command.clone())).collect();
            if kind == Kind::Section {
                let is_listed = |command: &Command| rows.iter().any(|(_, known)| known == command);
                let more: Vec<_> = sections.drain(..).filter(|(nr, ..)| !is_listed(&section_of(*nr))).collect();
                rows.extend(more.into_iter().map(|(nr, title, count)| (section_row(title, count, narrowed, lang), section_of(nr))));
            }
            shown.push(&tr(lang, kind.name_key()), rows);
        }
        if !words.is_empty() {
            shown.push(&tr(lang, "palette-narrow"), vec![(filter_row(narrowed, lang), filter(narrowed))]);
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
        let Palette { text, selected, shown, narrowed, .. } = &mut self.palette;
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
        let other = Some(narrowed.as_str()).filter(|words| answer.inner.is_other_wanted && !words.is_empty()).map(filter);
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

/// What the words say: a link leads to its view.
fn filter(words: &str) -> Command {
    let link = Link::parse(words).unwrap_or_else(|| Link { view: View::Projects, query: words.to_owned() });
    Command::ShowQuery(link.view, link.query)
}
