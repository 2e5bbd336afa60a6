//! The source's own words under a value, digits marked where asked.

use std::ops::Range;

use egui::{Color32, Rect, Response, Role, Sense, TextFormat, Ui, text::LayoutJob, vec2};

use super::{
    look,
    text::paint_at,
    theme::{Palette, Type},
};

/// A phrase under its value, with a rule at its left; `marked` are ranges of bytes set on the search ground.
pub fn phrase_ui(ui: &mut Ui, phrase: &str, marked: &[Range<usize>]) -> Response {
    let palette = Palette::of(ui);
    let job = marked_job(phrase, marked, &Type::Small.format(palette.text_weak), palette.mark, ui.available_width() - 10.0);
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(10.0, 0.0), Sense::hover());
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(2.0, rect.height())), 0, palette.rule);
    paint_at(ui.painter(), rect.min + vec2(10.0, 0.0), galley);
    look::name(ui, &response, Role::Blockquote, phrase);
    response
}

/// A phrase in a card, on a ground of its own as wide as there is room.
pub fn quote_ui(ui: &mut Ui, phrase: &str, marked: &[Range<usize>]) -> Response {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let job = marked_job(phrase, marked, &Type::Control.format(palette.text), palette.mark, width - 20.0);
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 12.0), Sense::hover());
    let ground = if ui.visuals().dark_mode { palette.surface } else { palette.panel };
    ui.painter().rect_filled(rect, 4, ground);
    paint_at(ui.painter(), rect.min + vec2(10.0, 6.0), galley);
    look::name(ui, &response, Role::Blockquote, phrase);
    response
}

/// Text in one format, with ranges of bytes on another ground.
pub fn marked_job(text: &str, marked: &[Range<usize>], format: &TextFormat, ground: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let mut at = 0;
    for range in marked {
        // A range that does not lie in the text marks nothing.
        let (Some(before), Some(inside)) = (text.get(at..range.start), text.get(range.clone())) else { continue };
        job.append(before, 0.0, format.clone());
        job.append(inside, 0.0, TextFormat { background: ground, expand_bg: 0.0, ..format.clone() });
        at = range.end;
    }
    job.append(text.get(at..).unwrap_or_default(), 0.0, format.clone());
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_text_is_the_whole_text() {
        let format = TextFormat::default();
        let text = "道路52.91公里";
        let cases = [(vec![], 1), (vec![(6, 11)], 3), (vec![(0, 6), (6, 11)], 3), (vec![(5, 11)], 1)];
        for (marked, sections) in cases {
            let marked: Vec<Range<usize>> = marked.into_iter().map(|(start, end)| start..end).collect();
            let job = marked_job(text, &marked, &format, Color32::RED, 100.0);
            assert_eq!(job.text, text, "{marked:?} must not lose or repeat a letter");
            let shown = job.sections.iter().filter(|section| section.byte_range.start < section.byte_range.end).count();
            assert_eq!(shown, sections, "{marked:?} splits the text");
        }
    }
}
