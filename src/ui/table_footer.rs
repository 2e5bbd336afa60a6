//! What stands below the rows: the total, the legend, and what the filter left out.

use egui::{Color32, Rangef, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    button::Button,
    data_table::{TableResponse, cells::body_type},
    look::{self, Look},
    marks::{Kind, VerdictMark},
    number::{NumberParts, NumberSlots, digits, paint_number},
    page::{LegendSign, legend_height, legend_ui},
    popover::is_popover_open,
    text::paint_left,
    theme::{CELL_SIDE, PAGE_SIDE, Palette, STATUS_LINE_HEIGHT, TOTAL_HEIGHT, Type, hline, ring},
    tooltip,
};
use crate::locale::{Lang, inline, tr_args};

/// The last line of a table: what its columns come to, and a word on what that covers.
#[derive(Clone, Copy, Debug)]
pub struct TotalRow<'a> {
    /// The word at the left: total.
    pub label: &'a str,
    /// What the columns come to.
    pub cells: &'a [TotalCell<'a>],
    /// The table is in a narrow window.
    pub is_compact: bool,
}

/// What one column comes to; a click on it offers other measures.
#[derive(Clone, Copy, Debug)]
pub struct TotalCell<'a> {
    /// The column's id.
    pub column: &'a str,
    /// The number; none where there is none, or where it is refused.
    pub number: Option<NumberParts<'a>>,
    /// The slots of the column's numbers.
    pub slots: NumberSlots,
    /// How the number was come by, in small type after it; empty for a sum, which the label names.
    pub measure: &'a str,
    /// There must be no number: a mark says so, where the note does not.
    pub is_refused: bool,
    /// What a screen reader says, and the pointer is told.
    pub name: &'a str,
    /// What was skipped, or why there is no number; that of the first column in sight stands beside it, where it
    /// has room; columns that have the same share it.
    pub note: &'a str,
    /// The same in a word or two.
    pub short_note: &'a str,
}

impl TotalRow<'_> {
    /// Draws the row, 32 points high, aligned with the table's columns; returns the cells in sight, each a button.
    pub fn ui(&self, ui: &mut Ui, table: &TableResponse) -> Vec<(usize, Response)> {
        let palette = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), TOTAL_HEIGHT), Sense::hover());
        let x = table.rect.x_range();
        // Over the last row's hairline, so that there is one line and not two.
        hline(ui.painter(), x, rect.top() - 1.0, palette.rule);
        let y = rect.center().y;
        let left = table.columns.first().map_or(x.min, |(_, column)| column.min) + CELL_SIDE;
        let label_end = paint_left(ui.painter(), left, y, Type::Control.galley(ui, self.label, palette.text_weak));
        let mut spoken = vec![self.label.to_owned()];
        let mut cells = Vec::new();
        for (nr, cell) in self.cells.iter().enumerate() {
            let (Some(column), Some(visible)) = (table.column(cell.column), table.visible(cell.column)) else { continue };
            let place = Rect::from_x_y_ranges(visible, rect.y_range());
            let mut inner = ui.new_child(UiBuilder::new().scope_id(ui.scope_id().with(("total", cell.column))).max_rect(rect));
            inner.set_clip_rect(place.intersect(ui.clip_rect()));
            cells.push((nr, cell.ui(&inner, column, place, self.is_compact)));
            spoken.extend(cell.number.map(|number| format!("{}{} {}", number.integer, number.fraction, number.unit)));
        }
        let noted = cells.first().and_then(|(nr, _)| self.cells.get(*nr));
        let place = noted.and_then(|cell| self.note_place(ui, table, cell, label_end + 2.0 * CELL_SIDE));
        if let (Some(cell), Some((words, x))) = (noted, place) {
            paint_left(ui.painter(), cell.paint_verdict(ui, x, y), y, Type::Control.galley(ui, words, palette.text_weak));
        }
        for (nr, response) in &cells {
            let is_said = |cell: &&TotalCell<'_>| place.is_some() && noted.is_some_and(|noted| noted.note == cell.note);
            if let Some(cell) = self.cells.get(*nr).filter(|cell| cell.is_refused && !is_said(cell)) {
                let x = table.column(cell.column).map_or(response.rect.left(), |column| column.min + CELL_SIDE);
                let painter = ui.painter().with_clip_rect(response.rect);
                let center = pos2(x + cell.slots.integer - 6.0, y);
                VerdictMark::Undecided.paint(&painter, center, 12.0, VerdictMark::Undecided.color(palette));
            }
        }
        spoken.extend(noted.map(|cell| cell.note.to_owned()));
        look::name(ui, &response, egui::Role::Row, spoken.join(" ").trim());
        cells
    }

    /// What is said of a column, and from where: in the column itself if it has no number, else beside it, or else before it;
    /// never under a number, and never cut.
    fn note_place<'c>(&self, ui: &Ui, table: &TableResponse, cell: &TotalCell<'c>, label_end: f32) -> Option<(&'c str, f32)> {
        let own = table.column(cell.column)?;
        let is_taken = |other: &&TotalCell<'_>| other.number.is_some() || other.is_refused && other.note != cell.note;
        let taken: Vec<Rangef> = self.cells.iter().filter(is_taken).filter_map(|other| table.visible(other.column)).collect();
        let is_free = |x: &f32| taken.iter().all(|taken| *x < taken.min || taken.max <= *x);
        let columns = table.columns.iter().filter(|(_, x)| x.min >= own.min).filter_map(|(id, _)| table.visible(id));
        let mut starts: Vec<f32> = columns.map(|x| x.min + CELL_SIDE).filter(is_free).collect();
        starts.push(label_end.max(table.moving.min + CELL_SIDE));
        let room =
            |start: f32| taken.iter().map(|taken| taken.min).filter(|x| *x > start).fold(table.rect.right(), f32::min) - CELL_SIDE - start;
        let mark = if cell.is_refused { VERDICT } else { 0.0 };
        [cell.note, cell.short_note].into_iter().filter(|words| !words.is_empty()).find_map(|words| {
            let width = mark + Type::Control.galley(ui, words, Color32::PLACEHOLDER).size().x;
            starts.iter().copied().find(|start| is_free(start) && room(*start) >= width).map(|start| (words, start))
        })
    }
}

/// The room of a verdict before its words.
const VERDICT: f32 = 16.0;

impl TotalCell<'_> {
    fn ui(&self, ui: &Ui, column: Rangef, place: Rect, is_compact: bool) -> Response {
        let palette = Palette::of(ui);
        let response = ui.interact(place, ui.scope_id().with("cell"), Sense::click());
        let look = Look::of(&response, is_popover_open(&response));
        if let Some(ground) = look.ground(palette) {
            ui.painter().rect_filled(place.shrink2(vec2(0.0, 1.0)), 0, ground);
        }
        let left = column.min + CELL_SIDE;
        if let Some(number) = self.number {
            let digits = digits(ui, left, number, self.slots, body_type(is_compact));
            paint_number(ui, pos2(left, place.center().y), number, self.slots, body_type(is_compact), Kind::Computed.text_color(palette));
            Kind::Computed.underline(ui.painter(), digits, place.bottom() - 6.0, false, palette);
            let galley = Type::Small.galley(ui, self.measure, palette.text_weak);
            paint_left(ui.painter(), left + self.slots.width() + 6.0, place.center().y, galley);
        }
        if look.has_focus {
            ring(ui.painter(), palette, place, true, 0);
        }
        look::name(ui, &response, egui::Role::Button, self.name);
        tooltip::on_hover_text(response, self.name)
    }

    /// Paints the mark of a number that is refused; returns where the words after it begin.
    fn paint_verdict(&self, ui: &Ui, x: f32, y: f32) -> f32 {
        if !self.is_refused {
            return x;
        }
        VerdictMark::Undecided.paint(ui.painter(), pos2(x + 6.0, y), 12.0, VerdictMark::Undecided.color(Palette::of(ui)));
        x + VERDICT
    }
}

/// How much room the legend takes below a small table.
pub fn legend_line_height(ui: &Ui, legend: &[(LegendSign, &str)], is_compact: bool) -> f32 {
    if legend.is_empty() {
        return 0.0;
    }
    legend_height(ui, legend, ui.available_width() - 2.0 * PAGE_SIDE) + 2.0 * f32::from(legend_margin(is_compact))
}

/// Over and under the legend; in a narrow window the room is for rows.
fn legend_margin(is_compact: bool) -> i8 {
    if is_compact { 4 } else { 12 }
}

/// The legend of the marks in use, below a small table.
pub fn legend_line_ui(ui: &mut Ui, legend: &[(LegendSign, &str)], is_compact: bool) {
    let top = ui.cursor().top();
    hline(ui.painter(), ui.max_rect().x_range(), top, Palette::of(ui).hairline);
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(PAGE_SIDE as i8, legend_margin(is_compact)));
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
        Some((count, column)) if count > 0 => tr_args(
            lang,
            "table-hidden-not-stated",
            &[("hidden", num_hidden.into()), ("count", count.into()), ("column", inline(lang, column).into())],
        ),
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
