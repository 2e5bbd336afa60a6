//! The parts a page is set with: section headings, legend, rows of label and value.

use egui::{Align, Color32, Frame, Id, Layout, Margin, Rect, Role, Sense, Ui, UiBuilder, pos2, vec2};

use super::{
    bars::{self, CHART_BAR},
    button::Button,
    look,
    marks::{Kind, Mark},
    number::NOT_STATED,
    text::{baseline, paint_at, paint_left, text_ui},
    theme::{Palette, Type, hline},
};

/// Width of the labels in the record pane.
const LABEL_WIDTH: f32 = 76.0;

/// Space between two entries of a legend.
const LEGEND_GAP: f32 = 16.0;

/// Space between two buttons that stand at the right.
const BUTTON_GAP: f32 = 4.0;
/// The side of a button in a heading.
pub const HEADING_BUTTON: f32 = 22.0;
/// The least of a measure that is worth beginning.
const LEAST_MEASURE: f32 = 32.0;

/// Draws `contents` in one line that ends at the right side of `rect`, left to right as keys and ears meet it; returns how
/// wide it was drawn.
///
/// Its place follows from how wide it was; where that has changed the frame is laid out once more before anything is shown.
pub fn at_right_ui(ui: &mut Ui, id: Id, rect: Rect, contents: impl FnOnce(&mut Ui)) -> f32 {
    let width = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(0.0);
    let place = rect.with_min_x((rect.right() - width).max(rect.left()));
    let line = UiBuilder::new().id_salt(id).max_rect(place).layout(Layout::left_to_right(Align::Center));
    let drawn = ui.scope_builder(line, |ui| {
        ui.spacing_mut().item_spacing.x = BUTTON_GAP;
        contents(ui);
        (ui.cursor().left() - ui.spacing().item_spacing.x - ui.max_rect().left()).max(0.0)
    });
    if (drawn.inner - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, drawn.inner));
        ui.ctx().request_discard("what stands at the right has another width");
    }
    drawn.inner
}

/// A heading over a chart: a rule, the title, what it measures, and at the right a link.
#[derive(Clone, Copy, Debug, Default)]
pub struct SectionHeading<'a> {
    /// The title.
    pub title: &'a str,
    /// What is measured; may be empty.
    pub measure: &'a str,
    /// The words of the link; empty for none.
    pub link: &'a str,
    /// Whether a button stands before the link.
    pub has_button: bool,
}

/// What came of a heading.
#[derive(Clone, Copy, Debug)]
pub struct HeadingResponse {
    /// The link was clicked.
    pub is_clicked: bool,
    /// The place of the button, where there is one.
    pub button: Rect,
}

impl<'a> SectionHeading<'a> {
    /// A heading with a title and a measure, and nothing at the right.
    pub fn new(title: &'a str, measure: &'a str) -> Self {
        Self { title, measure, ..Self::default() }
    }

    /// Draws it; a measure that has no room is cut.
    pub fn ui(self, ui: &mut Ui) -> HeadingResponse {
        let palette = Palette::of(ui);
        let height = 8.0 + Type::Section.line_height();
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        hline(ui.painter(), rect.x_range(), rect.top(), palette.rule);
        let title = Type::Section.galley(ui, self.title, palette.text);
        let top = rect.top() + 9.0;
        let base = top + baseline(&title);
        let after_title = rect.left() + title.size().x + 8.0;
        paint_at(ui.painter(), pos2(rect.left(), top), title);
        look::name(ui, &response, Role::Heading, self.title);
        let width = Type::Small.galley(ui, self.link, palette.accent).size().x.ceil();
        let place = Rect::from_min_size(pos2(rect.right() - width, top + 3.0), vec2(width, Type::Small.line_height()));
        let gap = if width > 0.0 { 4.0 } else { 0.0 };
        let button = Rect::from_min_size(pos2(place.left() - gap - HEADING_BUTTON, rect.top() + 8.0), egui::Vec2::splat(HEADING_BUTTON));
        let end = if self.has_button { button.left() } else { place.left() } - 8.0;
        if !self.measure.is_empty() && end - after_title > LEAST_MEASURE {
            let galley = Type::Small.cut_galley(ui, self.measure, palette.text_weak, end - after_title);
            let galley_top = base - baseline(&galley);
            paint_at(ui.painter(), pos2(after_title, galley_top), galley);
        }
        let link = |ui: &mut Ui| Button::link(self.link).small().ui(ui).clicked();
        let is_clicked = !self.link.is_empty() && ui.scope_builder(UiBuilder::new().max_rect(place), link).inner;
        HeadingResponse { is_clicked, button }
    }
}

/// What a legend explains.
#[derive(Clone, Copy, Debug)]
pub enum LegendSign {
    /// A status glyph.
    Mark(Mark),
    /// A bar.
    Bar(Mark),
    /// The bar of what is no part of the whole beside it.
    Outside,
    /// A glyph and the bar that goes with it.
    MarkAndBar(Mark),
    /// The line under figures of a kind.
    Kind(Kind),
    /// The dash of what is not stated.
    NotStated,
}

/// The legend of the marks in use, wrapped to the width there is.
pub fn legend_ui(ui: &mut Ui, entries: &[(LegendSign, &str)]) {
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), Type::Note.line_height()), layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(LEGEND_GAP, 0.0);
        for (sign, words) in entries {
            legend_entry_ui(ui, *sign, words);
        }
    });
}

/// How high [`legend_ui`] will be in `width` points.
pub fn legend_height(ui: &Ui, entries: &[(LegendSign, &str)], width: f32) -> f32 {
    let (mut num_lines, mut end) = (1.0, 0.0);
    for (sign, words) in entries {
        let entry = sign.width(ui) + Type::Note.galley(ui, *words, Color32::PLACEHOLDER).size().x.ceil();
        if end > 0.0 && end + LEGEND_GAP + entry > width {
            num_lines += 1.0;
            end = entry;
        } else {
            end += if end > 0.0 { LEGEND_GAP + entry } else { entry };
        }
    }
    num_lines * Type::Note.line_height()
}

impl LegendSign {
    /// What the sign takes before its words.
    fn width(self, ui: &Ui) -> f32 {
        match self {
            Self::Mark(_) => 15.0,
            Self::Bar(_) | Self::Outside => 25.0,
            Self::MarkAndBar(_) => 40.0,
            Self::Kind(_) => 0.0,
            Self::NotStated => Type::Note.galley(ui, NOT_STATED, Color32::PLACEHOLDER).size().x + 4.0,
        }
    }
}

fn legend_entry_ui(ui: &mut Ui, sign: LegendSign, words: &str) {
    let palette = Palette::of(ui);
    let galley = Type::Note.galley(ui, words, palette.text_weak);
    let dash = Type::Note.galley(ui, NOT_STATED, palette.text_faint);
    let sign_width = sign.width(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(sign_width + galley.size().x.ceil(), galley.size().y), Sense::hover());
    let y = rect.center().y;
    let painter = ui.painter();
    let place = |x: f32| Rect::from_min_size(pos2(x, y - 4.0), vec2(20.0, CHART_BAR - 2.0));
    let bar = |x: f32, mark: Mark| bars::bar(painter, place(x), mark, palette);
    match sign {
        LegendSign::Mark(mark) => mark.paint(painter, pos2(rect.left() + 5.0, y), 10.0, palette),
        LegendSign::Bar(mark) => bar(rect.left(), mark),
        LegendSign::Outside => bars::outside_bar(painter, place(rect.left()), palette),
        LegendSign::MarkAndBar(mark) => {
            mark.paint(painter, pos2(rect.left() + 5.0, y), 10.0, palette);
            bar(rect.left() + 15.0, mark);
        }
        LegendSign::Kind(kind) => kind.underline(painter, rect.x_range(), rect.bottom() - 1.0, false, palette),
        LegendSign::NotStated => {
            paint_left(painter, rect.left(), y, dash);
        }
    }
    paint_left(painter, rect.left() + sign_width, y, galley);
    look::name(ui, &response, Role::Label, words);
}

/// The hairline above a row of the record pane, with the room under it.
pub fn rule_ui(ui: &mut Ui) {
    hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), Palette::of(ui).hairline);
    ui.add_space(9.0);
}

/// A row of the record pane: the label in its column, and what `add_value` puts beside it.
pub fn record_row_ui(ui: &mut Ui, label: &str, add_value: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let color = Palette::of(ui).text_weak;
        ui.allocate_ui_with_layout(vec2(LABEL_WIDTH, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(LABEL_WIDTH);
            ui.add_space(2.0);
            let margin = Margin { right: 8, ..Margin::ZERO };
            Frame::new().inner_margin(margin).show(ui, |ui| text_ui(ui, Type::Small, color, label));
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            add_value(ui);
        });
    });
    ui.add_space(8.0);
}
