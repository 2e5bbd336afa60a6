//! Tooltips: provenance without a click. Keyboard focus shows one too.

use egui::{Context, Frame, Id, Margin, Popup, Response, Stroke, Tooltip, Ui};

use super::{
    evidence::phrase_ui,
    marks::Mark,
    text::{key_cap_ui, mark_ui, row_ui, text_ui},
    theme::{CONTROL_RADIUS, Palette, TOOLTIP_WIDTH, Type},
};

/// The frame around a tooltip.
pub fn tooltip_frame(palette: &Palette) -> Frame {
    Frame::new()
        .fill(palette.raised)
        .stroke(Stroke::new(1.0, palette.rule))
        .corner_radius(CONTROL_RADIUS)
        .shadow(palette.shadow)
        .inner_margin(Margin::symmetric(12, 8))
}

/// Shows `add_contents` while the pointer rests on the widget or the keyboard is on it.
pub fn on_hover_ui(response: Response, add_contents: impl FnOnce(&mut Ui)) -> Response {
    on_place_ui(&response, response.has_focus(), add_contents);
    response
}

/// [`on_hover_ui`] for a part of a widget that knows by itself whether the keyboard is there.
pub fn on_place_ui(response: &Response, has_keyboard: bool, add_contents: impl FnOnce(&mut Ui)) {
    // A popover that the focused widget has opened would lie under its tooltip.
    let is_by_key = has_keyboard && !Popup::is_any_open(&response.ctx) && rests(response);
    let is_open = is_by_key || !is_keyboard_last(&response.ctx) && Tooltip::should_show_tooltip(response, true);
    let mut tooltip = Tooltip::for_widget(response);
    tooltip.popup = tooltip.popup.open(response.enabled() && is_open).frame(tooltip_frame(Palette::of(&response.ctx)));
    tooltip.show(|ui| {
        ui.set_max_width(TOOLTIP_WIDTH - 24.0);
        add_contents(ui);
    });
}

/// Where the keyboard came to last, of all that has a tooltip, and when; never, if a click brought it there.
#[derive(Clone, Copy)]
struct Asked {
    id: Id,
    since: Option<f64>,
}

impl Asked {
    fn place() -> Id {
        Id::unique("asked-by-key")
    }
}

/// Whether the keyboard came to something with a tooltip after the pointer last moved: a window shows one tooltip at a time,
/// and it is that of what was asked last.
fn is_keyboard_last(ctx: &Context) -> bool {
    let moved = ctx.input(|input| input.time - f64::from(input.pointer.time_since_last_movement()));
    ctx.data(|data| data.get_temp::<Asked>(Asked::place())).and_then(|asked| asked.since).is_some_and(|since| moved <= since)
}

/// Whether the keyboard has been on a widget for as long as the pointer has to rest, and was moved after the pointer.
fn rests(response: &Response) -> bool {
    let ctx = &response.ctx;
    let (now, is_clicked) = ctx.input(|input| (input.time, input.pointer.any_down() || input.pointer.any_released()));
    let delay = f64::from(ctx.global_style().interaction.tooltip_delay);
    let asked = ctx.data(|data| data.get_temp::<Asked>(Asked::place())).filter(|asked| asked.id == response.id && !response.gained_focus());
    let since = asked.map_or((!is_clicked).then_some(now), |asked| asked.since);
    ctx.data_mut(|data| data.insert_temp(Asked::place(), Asked { id: response.id, since }));
    let left = since.map_or(0.0, |since| since + delay - now);
    if left > 0.0 {
        ctx.request_repaint_after_secs(left as f32);
        return false;
    }
    is_keyboard_last(ctx)
}

/// [`on_hover_ui`] with a few words.
pub fn on_hover_text(response: Response, words: &str) -> Response {
    on_hover_ui(response, |ui| {
        let color = Palette::of(ui).text;
        text_ui(ui, Type::Small, color, words);
    })
}

/// [`on_hover_text`] with the key that does the same, if there is one.
pub fn on_hover_keys(response: Response, words: &str, keys: &str) -> Response {
    on_hover_ui(response, |ui| {
        let color = Palette::of(ui).text;
        if keys.is_empty() {
            text_ui(ui, Type::Small, color, words);
            return;
        }
        row_ui(ui, 18.0, 10.0, |ui| {
            text_ui(ui, Type::Small, color, words);
            key_cap_ui(ui, keys);
        });
    })
}

/// What is known of one figure, in a few lines.
#[derive(Clone, Copy, Debug, Default)]
pub struct FigureNote<'a> {
    /// The value with its unit.
    pub value: &'a str,
    /// How far the thing has come, as glyph and word.
    pub status: Option<(Mark, &'a str)>,
    /// The same value in the other unit; empty for none.
    pub other_unit: &'a str,
    /// The source's words; empty for none.
    pub phrase: &'a str,
    /// Where in the source they stand; empty for none.
    pub place: &'a str,
}

/// How wide a value on one line is, with the mark and the word of its status after it.
fn value_and_word(ui: &Ui, value: &str, word: &str) -> f32 {
    let color = Palette::of(ui).text;
    Type::Section.galley(ui, value, color).size().x + Type::Small.galley(ui, word, color).size().x + 8.0 + 2.0 * 6.0
}

/// The content of a figure's tooltip: value and status, the other unit, the phrase, its place.
pub fn figure_note_ui(ui: &mut Ui, note: FigureNote<'_>) {
    let palette = Palette::of(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    let status_ui = |ui: &mut Ui| {
        if let Some((mark, word)) = note.status {
            mark_ui(ui, mark, 8.0, word);
            text_ui(ui, Type::Small, palette.text_weak, word);
        }
    };
    // A long value leaves its status no room beside it.
    let is_beside = !note.status.is_some_and(|(_, word)| value_and_word(ui, note.value, word) > ui.available_width());
    row_ui(ui, Type::Section.line_height(), 6.0, |ui| {
        text_ui(ui, Type::Section, palette.text, note.value);
        if is_beside {
            status_ui(ui);
        }
    });
    if !is_beside {
        row_ui(ui, Type::Small.line_height(), 6.0, status_ui);
    }
    if !note.other_unit.is_empty() {
        text_ui(ui, Type::Small, palette.text_weak, note.other_unit);
    }
    if !note.phrase.is_empty() {
        phrase_ui(ui, note.phrase, &[]);
    }
    if !note.place.is_empty() {
        text_ui(ui, Type::Small, palette.text_weak, note.place);
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::{Harness, kittest::Queryable as _};

    use super::*;
    use crate::ui::theme;

    #[test]
    fn a_status_is_never_set_letter_under_letter() {
        for value in ["20 km", "the county's forerunner in reform and opening up"] {
            let harness = Harness::builder().with_context_setup(theme::install).build_ui(move |ui| {
                ui.set_max_width(TOOLTIP_WIDTH - 24.0);
                let status = Some((Mark::Target, "Target"));
                figure_note_ui(ui, FigureNote { value, status, ..FigureNote::default() });
            });
            let words: Vec<_> = harness.query_all_by_value("Target").map(|node| node.rect()).collect();
            let word = words.iter().max_by(|a, b| a.width().total_cmp(&b.width())).expect("the word of the status");
            assert!(word.width() > word.height(), "{value}: {word}");
        }
    }
}
