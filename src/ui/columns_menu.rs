//! The list of a table's columns: which are in sight, in which order, and how many stay at the left.

use egui::{Key, Modifiers, Response, ScrollArea, Sense, Ui, UiBuilder, vec2};

use super::{
    button::{Button, sized_icon_button_ui},
    data_table::{ColumnChoices, ColumnSpec},
    icons::Icon,
    look,
    page::at_right_ui,
    popover::{POPOVER_SIDE, caption_ui, separator_ui},
    text::paint_left,
    theme::{CONTROL_HEIGHT, Palette, ROW_HEIGHT, Type, hline},
    tick_row::{TickRow, tick_row_ui},
};
use crate::locale::{Lang, tr, tr_args};

/// How wide the list is.
pub const COLUMNS_WIDTH: f32 = 264.0;

/// How many rows are in sight before the list scrolls.
const ROWS_IN_SIGHT: f32 = 10.5;

/// The list of a table's columns.
#[derive(Clone, Copy, Debug)]
pub struct ColumnsMenu<'a> {
    /// The language.
    pub lang: Lang,
    /// The columns.
    pub columns: &'a [ColumnSpec],
    /// How many of those at the left have room to stay; none where all columns are in sight.
    pub num_staying: Option<usize>,
}

impl ColumnsMenu<'_> {
    /// Draws the list; whether anything was changed. `is_new` takes the keyboard to its first row.
    pub fn ui(self, ui: &mut Ui, choices: &mut ColumnChoices, is_new: bool) -> bool {
        let before = choices.clone();
        caption_ui(ui, &tr(self.lang, "columns-caption"));
        let area = ScrollArea::vertical().id_salt("columns").max_height(ROWS_IN_SIGHT * ROW_HEIGHT).auto_shrink([false, true]);
        area.show(ui, |ui| {
            let frozen = choices.visible(self.columns).get(choices.num_frozen.wrapping_sub(1)).map(|column| column.id);
            for (nr, column) in before.all(self.columns).into_iter().enumerate() {
                // The row is known by its column wherever it stands, so that the keyboard goes with it.
                let builder = UiBuilder::new().scope_id(ui.scope_id().with(column.id));
                let response = ui.scope_builder(builder, |ui| self.row_ui(ui, choices, column)).inner;
                if nr == 0 && is_new {
                    response.request_focus();
                }
                if frozen == Some(column.id) {
                    hline(ui.painter(), response.rect.x_range(), response.rect.bottom() - 1.0, Palette::of(ui).rule);
                }
            }
        });
        separator_ui(ui);
        self.frozen_ui(ui, choices);
        self.foot_ui(ui, choices);
        *choices != before
    }

    fn row_ui(self, ui: &mut Ui, choices: &mut ColumnChoices, column: &ColumnSpec) -> Response {
        let is_ticked = choices.is_visible(column);
        let row = TickRow { name: &column.title, mark: column.mark, has_marks: false, count: "", is_ticked, is_faint: false };
        let response = tick_row_ui(ui, row);
        if response.clicked() {
            choices.toggle(self.columns, column);
        }
        if response.has_focus() {
            response.scroll_to_me(None);
            for (key, is_right) in [(Key::ArrowUp, false), (Key::ArrowDown, true)] {
                if ui.input_mut(|input| input.consume_key(Modifiers::ALT, key)) {
                    choices.shift(self.columns, column.id, is_right);
                }
            }
        }
        response
    }

    /// How many columns stay while the others scroll sideways, with a button for one less and one more.
    fn frozen_ui(self, ui: &mut Ui, choices: &mut ColumnChoices) {
        let palette = Palette::of(ui);
        let most = choices.visible(self.columns).len().saturating_sub(1);
        let num = choices.num_frozen.min(most);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW_HEIGHT), Sense::hover());
        let staying = self.num_staying.filter(|staying| *staying < num);
        let key = if staying.is_some() { "columns-frozen-room" } else { "columns-frozen" };
        let words = tr_args(self.lang, key, &[("count", num.into()), ("room", staying.unwrap_or(num).into())]);
        paint_left(ui.painter(), rect.left() + POPOVER_SIDE, rect.center().y, Type::Control.galley(ui, words.as_str(), palette.text));
        look::name(ui, &response, egui::Role::Label, &words);
        at_right_ui(ui, ui.unique_id().with("freeze"), rect.shrink2(vec2(12.0, 0.0)), |ui| {
            for (icon, key, next) in
                [(Icon::Minus, "columns-freeze-less", num.wrapping_sub(1)), (Icon::Plus, "columns-freeze-more", num + 1)]
            {
                let button = |ui: &mut Ui| sized_icon_button_ui(ui, icon, &tr(self.lang, key), false, CONTROL_HEIGHT - 4.0);
                if ui.add_enabled_ui(next <= most, button).inner.clicked() {
                    choices.num_frozen = next;
                }
            }
        });
    }

    fn foot_ui(self, ui: &mut Ui, choices: &mut ColumnChoices) {
        let palette = Palette::of(ui);
        let words = tr(self.lang, "columns-move-hint");
        let galley = ui.painter().layout_job(Type::Small.job(words.as_ref(), palette.text_weak, ui.available_width() - 2.0 * POPOVER_SIDE));
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y + 8.0), Sense::hover());
        super::text::paint_at(ui.painter(), rect.min + vec2(POPOVER_SIDE, 4.0), galley);
        look::name(ui, &response, egui::Role::Label, &words);
        ui.horizontal(|ui| {
            ui.add_space(POPOVER_SIDE - 6.0);
            let is_changed = *choices != ColumnChoices::default();
            let reset = ui.add_enabled_ui(is_changed, |ui| Button::plain(&tr(self.lang, "table-reset-columns")).ui(ui)).inner;
            if reset.clicked() {
                *choices = ColumnChoices::default();
            }
        });
    }
}
