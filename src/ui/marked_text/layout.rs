//! A passage as rows: grounds under its marks, and where its bytes stand.

use std::ops::Range;

use egui::{Galley, Pos2, Rect, Stroke, TextFormat, Ui, epaint::text::cursor::CCursor, text::LayoutJob};

use super::{Passage, Stretch, Tone};
use crate::ui::theme::{Palette, Type};

/// What a tone is set in.
fn place(tone: Tone) -> Type {
    match tone {
        Tone::Text => Type::Body,
        Tone::Heading => Type::Section,
        Tone::Around => Type::Note,
    }
}

/// The distance between two rows; more than elsewhere, for a paragraph is long.
fn line_height(tone: Tone) -> f32 {
    if tone == Tone::Text { 24.0 } else { place(tone).line_height() }
}

/// About how high a passage will be.
pub(super) fn estimate(passage: &Passage, width: f32) -> f32 {
    let ems: f32 = passage.text.chars().map(|c| if c.is_ascii() { 0.55 } else { 1.0 }).sum();
    (ems * place(passage.tone).size() / width).ceil().max(1.0) * line_height(passage.tone)
}

/// A passage to be laid out, the selected marks apart from the others.
pub(super) fn job(ui: &Ui, passage: &Passage, width: f32, selected: Option<u32>) -> LayoutJob {
    let palette = Palette::of(ui);
    let color = if passage.tone == Tone::Around { palette.text_faint } else { palette.text };
    let format = TextFormat { line_height: Some(line_height(passage.tone)), expand_bg: 0.0, ..place(passage.tone).format(color) };
    let marked = TextFormat { background: palette.mark, ..format.clone() };
    let weak = TextFormat { underline: Stroke::new(1.0, palette.rule), ..format.clone() };
    let chosen = TextFormat { underline: Stroke::new(2.0, palette.accent), ..marked.clone() };
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for (range, look) in stretches(passage, selected) {
        let format = match look {
            Ground::None => &format,
            Ground::Weak => &weak,
            Ground::Marked => &marked,
            Ground::Selected => &chosen,
        };
        job.append(passage.text.get(range).unwrap_or_default(), 0.0, format.clone());
    }
    job
}

/// How a stretch is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ground {
    None,
    Weak,
    Marked,
    Selected,
}

/// The whole text in stretches that are shown alike.
fn stretches(passage: &Passage, selected: Option<u32>) -> Vec<(Range<usize>, Ground)> {
    let text = &passage.text;
    let mut cuts: Vec<usize> = passage.marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]).collect();
    cuts.retain(|at| text.is_char_boundary(*at));
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let ground = |range: &Range<usize>| {
        let over = passage.marks.iter().filter(|mark| mark.range.start <= range.start && range.end <= mark.range.end);
        let ground = |mark: &Stretch| match () {
            () if Some(mark.key) == selected => Ground::Selected,
            () if mark.is_weak => Ground::Weak,
            () => Ground::Marked,
        };
        over.map(ground).max().unwrap_or(Ground::None)
    };
    cuts.array_windows().map(|[start, end]| *start..*end).map(|range| (range.clone(), ground(&range))).collect()
}

/// Where a stretch stands, from the galley's corner: as wide as the text where it takes several rows.
pub(super) fn rect_of(galley: &Galley, text: &str, range: &Range<usize>) -> Rect {
    let cursor = |at: usize| CCursor::new(text.get(..at).map_or(0, |before| before.chars().count()));
    let start = galley.pos_from_cursor(CCursor { prefer_next_row: true, ..cursor(range.start) });
    let end = galley.pos_from_cursor(cursor(range.end));
    if (start.top() - end.top()).abs() < 1.0 {
        start.union(end)
    } else {
        Rect::from_x_y_ranges(0.0..=galley.size().x, start.top()..=end.bottom())
    }
}

/// The shortest mark under a point, from the galley's corner.
pub(super) fn mark_at(galley: &Galley, passage: &Passage, pos: Pos2) -> Option<u32> {
    let near = passage.marks.iter().filter(|mark| {
        let covers = |at: usize, end: usize| rect_of(galley, &passage.text, &(at..end)).contains(pos);
        let inside = passage.text.get(mark.range.clone()).unwrap_or_default();
        let mut chars = inside.char_indices();
        chars.any(|(at, c)| covers(mark.range.start + at, mark.range.start + at + c.len_utf8()))
    });
    near.min_by_key(|mark| mark.range.len()).map(|mark| mark.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_the_whole_text() {
        let mark = |range, key, is_weak| Stretch { range, key, is_weak };
        let marks = vec![mark(0..6, 1, false), mark(3..8, 2, true), mark(6..11, 5, true), mark(40..50, 3, false), mark(1..2, 4, false)];
        let passage = Passage { text: "道路20公里".to_owned(), marks, tone: Tone::Text };
        let found = stretches(&passage, Some(2));
        let shown: Vec<(usize, usize, Ground)> = found.into_iter().map(|(range, ground)| (range.start, range.end, ground)).collect();
        let (none, weak, marked, selected) = (Ground::None, Ground::Weak, Ground::Marked, Ground::Selected);
        assert_eq!(shown, [(0, 3, marked), (3, 6, selected), (6, 8, selected), (8, 11, weak), (11, 14, none)]);
    }
}
