//! What stands below the rows: the total, the legend, and what the filter left out.

use egui::{Color32, Rangef, Rect, Response, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    button::Button,
    data_table::{TableResponse, cells::body_type},
    look::{self, Look},
    marks::{Kind, VerdictMark},
    number::{NumberParts, NumberSlots, paint_number},
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
    /// The column that the note begins under.
    pub note_column: &'a str,
    /// What was skipped, or why nothing is added.
    pub note: &'a str,
    /// The same in a word or two, for where the note would be cut.
    pub short_note: &'a str,
    /// The mark of a sum that is refused.
    pub verdict: Option<VerdictMark>,
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
        let mut numbers: Vec<Rangef> = Vec::new();
        for (nr, cell) in self.cells.iter().enumerate() {
            let Some(column) = table.column(cell.column) else { continue };
            let clip = table.clip(cell.column);
            let place = Rect::from_x_y_ranges(Rangef::new(column.min.max(clip.min), column.max.min(clip.max)), rect.y_range());
            if place.width() <= 0.0 {
                continue;
            }
            let mut inner = ui.new_child(UiBuilder::new().scope_id(ui.scope_id().with(("total", cell.column))).max_rect(rect));
            inner.set_clip_rect(place.intersect(ui.clip_rect()));
            cells.push((nr, cell.ui(&inner, column, place, self.is_compact)));
            if let Some(number) = cell.number {
                numbers.push(column);
                spoken.push(format!("{}{} {}", number.integer, number.fraction, number.unit));
            }
        }
        let noted = self.note_ui(ui, self.note_room(ui, table, (left, label_end), &numbers), y);
        for (nr, response) in &cells {
            let is_covered = noted.intersects(response.rect.x_range());
            if let Some(cell) = self.cells.get(*nr).filter(|cell| cell.is_refused && !is_covered) {
                let x = table.column(cell.column).map_or(response.rect.left(), |column| column.min + CELL_SIDE) + cell.slots.integer - 6.0;
                let painter = ui.painter().with_clip_rect(response.rect);
                VerdictMark::Undecided.paint(&painter, pos2(x, y), 12.0, VerdictMark::Undecided.color(palette));
            }
        }
        spoken.push(self.note.to_owned());
        look::name(ui, &response, egui::Role::Row, spoken.join(" ").trim());
        cells
    }

    /// Where the note may stand: from its column on, or from the next one without a number, up to the next number; where
    /// it would be cut there, between the label and the first number if that is wider.
    fn note_room(&self, ui: &Ui, table: &TableResponse, (left, label_end): (f32, f32), numbers: &[Rangef]) -> Rangef {
        let wanted = table.column(self.note_column).map_or(left, |column| column.min);
        let is_free = |x: f32| numbers.iter().all(|number| x < number.min || number.max <= x);
        let starts = table.columns.iter().map(|(_, column)| column.min).filter(|x| *x >= wanted);
        let start = starts.chain([table.rect.right()]).find(|x| is_free(*x)).unwrap_or(wanted);
        let end = numbers.iter().map(|number| number.min).filter(|x| *x > start).fold(table.rect.right(), f32::min);
        let after = Rangef::new(start.max(table.moving.min) + CELL_SIDE, end - CELL_SIDE);
        let first = numbers.iter().map(|number| number.min).fold(table.rect.right(), f32::min);
        let before = Rangef::new((label_end + 2.0 * CELL_SIDE).max(table.moving.min + CELL_SIDE), first - CELL_SIDE);
        let mark = if self.verdict.is_some() { 16.0 } else { 0.0 };
        let is_cut = after.span() < mark + Self::width(ui, self.note);
        if is_cut && before.span() > after.span() { before } else { after }
    }

    fn width(ui: &Ui, words: &str) -> f32 {
        Type::Control.galley(ui, words, Color32::PLACEHOLDER).size().x
    }

    /// Paints the note; returns from where to where it reaches.
    fn note_ui(&self, ui: &Ui, room: Rangef, y: f32) -> Rangef {
        let (palette, start, end) = (Palette::of(ui), room.min, room.max);
        let mut x = start;
        if let Some(verdict) = self.verdict {
            verdict.paint(ui.painter(), pos2(x + 6.0, y), 12.0, verdict.color(palette));
            x += 16.0;
        }
        let note = if Self::width(ui, self.note) > end - x { self.short_note } else { self.note };
        let galley = Type::Control.cut_galley(ui, note, palette.text_weak, (end - x).max(0.0));
        Rangef::new(start, paint_left(ui.painter(), x, y, galley))
    }
}

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
            let digits = self.number_ui(ui, number, left, place.center().y, is_compact);
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

    /// Paints the number; returns from where to where its digits reach.
    fn number_ui(&self, ui: &Ui, number: NumberParts<'_>, left: f32, y: f32, is_compact: bool) -> Rangef {
        let color = Kind::Computed.text_color(Palette::of(ui));
        let place = body_type(is_compact);
        paint_number(ui, pos2(left, y), number, self.slots, place, color);
        let width = |text: &str| if text.is_empty() { 0.0 } else { place.galley(ui, text, color).size().x };
        let point = left + self.slots.integer;
        Rangef::new(point - width(number.integer), point + width(number.fraction))
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
