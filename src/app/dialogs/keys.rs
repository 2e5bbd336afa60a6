//! The sheet of keys: those of the actions from their own list, and those that tables and the account take for themselves.

use egui::{Context, Key, KeyboardShortcut, Ui, UiBuilder, vec2};

use crate::{
    app::App,
    command::{Action, Group, written},
    locale::{Lang, tr},
    ui::{
        dialog,
        text::{heading_ui, key_cap_ui, text_ui},
        theme::{Palette, Type},
    },
};

/// Width of a column.
const COLUMN: f32 = 320.0;
/// Space between two columns.
const GAP: f32 = 40.0;
/// Height of a row.
const ROW: f32 = 26.0;

/// The key of a name in the locales, and the keys it stands for.
type FixedRow = (&'static str, &'static [&'static str]);

/// Keys that are no actions: they mean something only where the keyboard is.
const ELSEWHERE: [(&str, &[FixedRow]); 3] = [
    (
        "keys-table",
        &[
            ("keys-table-move", &["↑", "↓", "←", "→"]),
            ("keys-table-ends", &["Ctrl ↑", "Ctrl ↓"]),
            ("keys-table-page", &["PgUp", "PgDn"]),
            ("keys-table-columns", &["Home", "End"]),
            ("keys-table-open", &["Enter"]),
            ("keys-table-sort", &["Enter"]),
            ("keys-table-sort-more", &["Shift Enter"]),
            ("keys-table-select", &["Space"]),
            ("keys-table-range", &["Shift ↑", "Shift ↓"]),
            ("keys-table-all", &["Ctrl A"]),
            ("keys-table-filter", &["Alt ↓"]),
            ("keys-table-menu", &["Shift F10"]),
            ("keys-table-complete", &["Tab"]),
            ("keys-table-reorder", &["Alt ↑", "Alt ↓"]),
        ],
    ),
    (
        "keys-page",
        &[("keys-page-lines", &["↑", "↓"]), ("keys-page-screen", &["PgUp", "PgDn", "Space"]), ("keys-page-ends", &["Home", "End"])],
    ),
    (
        "keys-article",
        &[
            ("keys-article-number", &["N"]),
            ("keys-article-number-before", &["P"]),
            ("keys-article-same", &["Shift N"]),
            ("keys-article-same-before", &["Shift P"]),
            ("keys-article-next", &["F3"]),
            ("keys-article-previous", &["Shift F3"]),
        ],
    ),
];

/// A heading with its rows: name, keys.
type Block = (String, Vec<(String, Vec<String>)>);

impl App {
    /// Shows all keys; whether the sheet is to be closed.
    pub(super) fn keys_dialog_ui(&mut self, ctx: &Context, is_new: bool) -> bool {
        let lang = self.state.lang;
        let name = tr(lang, "do-keys");
        let sheet = dialog::Dialog { id: "keys", name: &name, width: 2.0 * COLUMN + GAP + 40.0, top: None };
        sheet.show_titled(ctx, &tr(lang, "dialog-close"), is_new, |ui| columns_ui(ui, &blocks(lang))).is_left
    }
}

/// Everything that has a key.
fn blocks(lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    for group in Group::ALL {
        let has_keys = |action: &Action| !action.shortcuts().is_empty();
        let row = |action: Action| {
            (
                tr(lang, action.name_key()).into_owned(),
                action.shortcuts().iter().copied().filter(|key| is_common(*key)).map(written).collect(),
            )
        };
        let rows: Vec<_> = group.actions().into_iter().filter(has_keys).map(row).collect();
        blocks.push((tr(lang, group.name_key()).into_owned(), rows));
    }
    for (name, rows) in ELSEWHERE {
        let row = |(key, keys): &FixedRow| (tr(lang, key).into_owned(), keys.iter().map(|key| (*key).to_owned()).collect());
        blocks.push((tr(lang, name).into_owned(), rows.iter().map(row).collect()));
    }
    blocks
}

/// Whether a key is on every keyboard: those of office keyboards do what they say on them.
fn is_common(shortcut: KeyboardShortcut) -> bool {
    !matches!(shortcut.logical_key, Key::BrowserBack | Key::BrowserForward)
}

/// The blocks in two columns of like height, or in one where there is no room.
fn columns_ui(ui: &mut Ui, blocks: &[Block]) {
    let height = |(_, rows): &Block| 44.0 + ROW * rows.len() as f32;
    let whole: f32 = blocks.iter().map(height).sum();
    let is_wide = ui.available_width() >= 2.0 * COLUMN + GAP - 1.0;
    let mut filled = 0.0;
    let num_left = if is_wide {
        blocks.iter().take_while(|block| (filled + height(block) / 2.0 < whole / 2.0).then(|| filled += height(block)).is_some()).count()
    } else {
        blocks.len()
    };
    let (left, right) = blocks.split_at(num_left);
    let width = if is_wide { COLUMN } else { ui.available_width() };
    let room = ui.available_rect_before_wrap();
    let mut bottom = room.top();
    for (nr, column) in [left, right].into_iter().enumerate() {
        let corner = room.min + vec2(nr as f32 * (COLUMN + GAP), 0.0);
        let rect = egui::Rect::from_min_size(corner, vec2(width, room.height()));
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("keys", nr)));
        for block in column {
            block_ui(&mut child, block);
        }
        bottom = f32::max(bottom, child.min_rect().bottom());
    }
    ui.allocate_space(vec2(room.width(), bottom - room.top()));
}

fn block_ui(ui: &mut Ui, (name, rows): &Block) {
    ui.spacing_mut().item_spacing.y = 0.0;
    heading_ui(ui, Type::Section, name);
    ui.add_space(4.0);
    for (name, keys) in rows {
        crate::ui::text::row_ui(ui, ROW, 4.0, |ui| {
            let right = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(right, |ui| {
                for key in keys.iter().rev() {
                    key_cap_ui(ui, key);
                }
                let left = egui::Layout::left_to_right(egui::Align::Center);
                ui.with_layout(left, |ui| text_ui(ui, Type::Control, Palette::of(ui).text_weak, name));
            });
        });
    }
    ui.add_space(20.0);
}
