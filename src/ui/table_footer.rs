//! What stands below the rows: the total, the legend, and what the filter left out.

use egui::{Rangef, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    button::Button,
    data_table::{
        TableResponse,
        cells::{NumberParts, NumberSlots, body_type, paint_number},
    },
    look,
    marks::{Kind, VerdictMark},
    page::{LegendSign, legend_ui},
    text::paint_left,
    theme::{CELL_SIDE, PAGE_SIDE, Palette, STATUS_LINE_HEIGHT, TOTAL_HEIGHT, Type, hline},
};
use crate::locale::{Lang, tr_args};

/// The last line of a table: a sum under its column, and a word on what it covers.
#[derive(Clone, Copy, Debug)]
pub struct TotalRow<'a> {
    /// The word at the left: total.
    pub label: &'a str,
    /// The sum and the slots of the column it stands under; none where nothing may be added.
    pub sum: Option<TotalSum<'a>>,
    /// The column that the note begins under.
    pub note_column: &'a str,
    /// What was skipped, or why nothing is added.
    pub note: &'a str,
    /// The mark of a sum that is refused.
    pub verdict: Option<VerdictMark>,
    /// The table is in a narrow window.
    pub is_compact: bool,
}

/// The sum of a column.
#[derive(Clone, Copy, Debug)]
pub struct TotalSum<'a> {
    /// The column's id.
    pub column: &'a str,
    /// The number.
    pub number: NumberParts<'a>,
    /// The slots of the column's numbers.
    pub slots: NumberSlots,
    /// Where it is from: a sum of ours is [`Kind::Computed`], one that the report gives [`Kind::Stated`].
    pub kind: Kind,
}

impl TotalRow<'_> {
    /// Draws the row, 32 points high, aligned with the table's columns.
    pub fn ui(&self, ui: &mut Ui, table: &TableResponse) {
        let palette = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TOTAL_HEIGHT), Sense::hover());
        let x = table.rect.x_range();
        // Over the last row's hairline, so that there is one line and not two.
        hline(ui.painter(), x, rect.top() - 1.0, palette.rule);
        let y = rect.center().y;
        let left = table.columns.first().map_or(x.min, |(_, column)| column.min) + CELL_SIDE;
        paint_left(ui.painter(), left, y, Type::Control.galley(ui, self.label, palette.text_weak));
        let mut spoken = vec![self.label.to_owned()];
        if let Some(sum) = self.sum
            && let Some(column) = table.column(sum.column)
        {
            let mut clipped = ui.new_child(UiBuilder::new().max_rect(rect));
            clipped.set_clip_rect(Rect::from_x_y_ranges(table.clip(sum.column), rect.y_range()).intersect(ui.clip_rect()));
            let digits = sum_ui(&clipped, &sum, column, rect, self.is_compact);
            sum.kind.underline(clipped.painter(), digits, rect.bottom() - 6.0, false, palette);
            spoken.push(format!("{}{} {}", sum.number.integer, sum.number.fraction, sum.number.unit));
        }
        let mut note = table.column(self.note_column).map_or(left, |column| column.min + CELL_SIDE).max(table.moving.min + CELL_SIDE);
        if let Some(verdict) = self.verdict {
            verdict.paint(ui.painter(), pos2(note + 6.0, y), 12.0, verdict.color(palette));
            note += 16.0;
        }
        let galley = Type::Control.cut_galley(ui, self.note, palette.text_weak, (x.max - CELL_SIDE - note).max(0.0));
        paint_left(ui.painter(), note, y, galley);
        spoken.push(self.note.to_owned());
        look::name(ui, &response, egui::Role::Row, spoken.join(" ").trim());
    }
}

/// Paints the sum in its column; returns from where to where its digits reach.
fn sum_ui(ui: &Ui, sum: &TotalSum<'_>, column: Rangef, row: Rect, is_compact: bool) -> Rangef {
    let palette = Palette::of(ui);
    let color = sum.kind.text_color(palette);
    let place = body_type(is_compact);
    let left = column.min + CELL_SIDE;
    paint_number(ui, pos2(left, row.center().y), sum.number, &sum.slots, place, color);
    let width = |text: &str| if text.is_empty() { 0.0 } else { place.galley(ui, text, color).size().x };
    let point = left + sum.slots.integer;
    Rangef::new(point - width(sum.number.integer), point + width(sum.number.fraction))
}

/// The legend of the marks in use, below a small table.
pub fn legend_line_ui(ui: &mut Ui, legend: &[(LegendSign, &str)]) {
    let top = ui.cursor().top();
    hline(ui.painter(), ui.max_rect().x_range(), top, Palette::of(ui).hairline);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(PAGE_SIDE as i8, 12));
    frame.show(ui, |ui| legend_ui(ui, legend));
}

/// The line at the bottom of a filtered table.
#[derive(Clone, Copy, Debug)]
pub struct StatusLine<'a> {
    /// The marks in use.
    pub legend: &'a [(LegendSign, &'a str)],
    /// What the filter hides.
    pub words: &'a str,
    /// What a click brings back; empty for nothing.
    pub offer: &'a str,
}

impl StatusLine<'_> {
    /// Draws the line, 40 points high; whether the offer was taken.
    pub fn ui(&self, ui: &mut Ui) -> bool {
        let palette = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), STATUS_LINE_HEIGHT), Sense::hover());
        hline(ui.painter(), rect.x_range(), rect.top(), palette.hairline);
        let inner = Rect::from_min_max(rect.min + vec2(PAGE_SIDE, 1.0), rect.max - vec2(16.0, 0.0));
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        let mut right = ui.new_child(UiBuilder::new().id_salt("offer").max_rect(inner).layout(layout));
        let is_taken = !self.offer.is_empty() && Button::link(self.offer).small().ui(&mut right).clicked();
        let mut end = if self.offer.is_empty() { inner.right() } else { right.min_rect().left() - 10.0 };
        let galley = Type::Small.galley(ui, self.words, palette.text_weak);
        end -= galley.size().x;
        paint_left(ui.painter(), end, inner.center().y, galley);
        look::name(ui, &response, egui::Role::Status, self.words);

        let place = inner.with_max_x(end - 16.0);
        // What does not fit on the one line is left out, not cut through.
        let line = Rect::from_x_y_ranges(place.x_range(), Rangef::point(inner.center().y).expand(Type::Note.line_height() / 2.0));
        let mut left = ui.new_child(UiBuilder::new().id_salt("legend").max_rect(line));
        left.set_clip_rect(line.intersect(ui.clip_rect()));
        legend_ui(&mut left, self.legend);
        is_taken
    }
}

/// What a filter hides: `筛去 9 行，其中 4 行未说明投资`; empty when it hides nothing.
///
/// `not_stated` is how many of them only fail because a column does not state anything, and the column's title.
pub fn hidden_words(lang: Lang, num_hidden: usize, not_stated: Option<(usize, &str)>) -> String {
    match not_stated {
        _ if num_hidden == 0 => String::new(),
        Some((count, column)) if count > 0 => {
            tr_args(lang, "table-hidden-not-stated", &[("hidden", num_hidden.into()), ("count", count.into()), ("column", column.into())])
        }
        _ => tr_args(lang, "table-hidden", &[("hidden", num_hidden.into())]),
    }
}

/// The offer to show rows that a column does not state: `加上这 4 行`.
pub fn offer_words(lang: Lang, count: usize) -> String {
    tr_args(lang, "table-add-rows", &[("count", count.into())])
}

/// How many rows are selected, and how many of them the filter hides: `已选 2 行，1 行被筛去`; empty for fewer than two.
pub fn selection_words(lang: Lang, num_selected: usize, num_hidden: usize) -> String {
    let key = match (num_selected, num_hidden) {
        (0, _) | (1, 0) => return String::new(),
        (_, 0) => "table-selected",
        _ => "table-selected-hidden",
    };
    tr_args(lang, key, &[("selected", num_selected.into()), ("hidden", num_hidden.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_said() {
        for (lang, hidden, not_stated, words) in [
            (Lang::Zh, 0, None, ""),
            (Lang::Zh, 9, None, "筛去 9 行"),
            (Lang::Zh, 9, Some((4, "投资")), "筛去 9 行，其中 4 行未说明投资"),
            (Lang::En, 1, None, "1 row filtered out"),
            (Lang::En, 9, Some((4, "investment")), "9 rows filtered out, 4 of them without a stated investment"),
        ] {
            assert_eq!(hidden_words(lang, hidden, not_stated), words);
        }
        assert_eq!(offer_words(Lang::Zh, 4), "加上这 4 行");
        assert_eq!(offer_words(Lang::En, 1), "Add this row");
        assert_eq!(selection_words(Lang::En, 2, 1), "2 selected, 1 hidden");
        assert_eq!(selection_words(Lang::Zh, 1, 0), "");
    }
}
