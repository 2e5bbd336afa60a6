//! The popover under a header: which rows of a column are shown.
//!
//! A list of values for text and choices, a histogram with a range for numbers and dates. Every change applies at once;
//! the popover reports it ([`TableAction`]) and draws what the view's query says next time.

mod fields;
mod histogram;
mod range;
mod scale;
#[cfg(test)]
mod tests;
mod values;

use egui::{Align2, Frame, Id, Margin, Popup, PopupAnchor, PopupCloseBehavior, RectAlign, Stroke, Ui, Vec2, pos2, vec2};

use super::{
    button::Button,
    data_table::{FacetEdit, OpenFacet, TableAction, TableState},
    marks::Mark,
    text::paint_left,
    theme::{CONTROL_HEIGHT, FACET_WIDTH, POPOVER_RADIUS, Palette, Type, hline},
};
use crate::{
    locale::{Lang, tr, tr_args},
    table::{Column, Counts, Decimal, Facet, Query, ValueFinder},
};

/// Between the buttons at the foot.
const BUTTON_GAP: f32 = 4.0;

/// A column's popover.
#[derive(Clone, Copy)]
pub struct FacetPopover<'a> {
    /// The language.
    pub lang: Lang,
    /// Which column, and where its header stands.
    pub open: OpenFacet,
    /// The column's title.
    pub title: &'a str,
    /// The column.
    pub column: &'a Column,
    /// How many rows each value would show.
    pub facet: &'a Facet,
    /// What the table shows.
    pub query: &'a Query,
    /// How many rows are shown.
    pub num_left: usize,
    /// The unit in which money is read, and how many yuan it is.
    pub money: Option<(&'a str, Decimal)>,
    /// The mark of a value, by its number.
    pub mark: &'a dyn Fn(u32) -> Option<Mark>,
}

/// What an open popover remembers; forgotten when another column's opens.
#[derive(Clone, Debug, Default)]
pub struct FacetMemory {
    column: Option<&'static str>,
    /// The keyboard has still to come into the popover.
    is_new: bool,
    /// What is typed to find a value, and the values it was found in.
    search: String,
    hits: Option<values::Hits>,
    /// What finds them, made when the first letter is typed.
    finder: Option<ValueFinder>,
    /// Whether any row of the table states nothing in the column.
    has_gaps: Option<bool>,
    /// What is typed as the ends of a range.
    fields: [String; 2],
    /// The measure that the reader chose to see.
    measure: Option<u16>,
}

impl FacetPopover<'_> {
    /// Draws the popover beside its header; tells the table when it closes.
    pub fn ui(self, ui: &Ui, state: &mut TableState) -> Vec<TableAction> {
        let mut memory = std::mem::take(state.facet_memory());
        if memory.column != Some(self.open.column) {
            memory = FacetMemory { column: Some(self.open.column), is_new: true, ..Default::default() };
        }
        let is_range = matches!(self.facet.counts, Counts::Histogram(_));
        let width = if is_range || self.lang == Lang::En { 296.0 } else { FACET_WIDTH };
        let palette = Palette::of(ui);
        let frame = Frame::new()
            .fill(palette.raised)
            .stroke(Stroke::new(1.0, palette.rule))
            .corner_radius(POPOVER_RADIUS)
            .shadow(palette.shadow)
            .inner_margin(Margin::symmetric(0, 8));
        let (mut actions, mut is_open) = (Vec::new(), true);
        let name = tr_args(self.lang, "table-filter-column", &[("column", self.title.into())]);
        let shown = Popup::new(self.id(), ui.ctx().clone(), PopupAnchor::Position(self.corner(ui, width)), ui.layer_id())
            .align(RectAlign { parent: Align2::LEFT_TOP, child: Align2::LEFT_TOP })
            .align_alternatives(&[])
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .open_bool(&mut is_open)
            .frame(frame)
            .width(width)
            .accessible_name(name)
            .show(|ui| {
                ui.set_width(width - 2.0);
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                let is_done =
                    if is_range { self.range_ui(ui, &mut memory, &mut actions) } else { self.values_ui(ui, &mut memory, &mut actions) };
                memory.is_new = false;
                is_done
            });
        if !is_open && ui.input(|input| input.pointer.any_click()) {
            // The click elsewhere says where the keyboard goes.
            state.leave_facet();
            memory = FacetMemory::default();
        } else if !is_open || shown.is_some_and(|shown| shown.inner) {
            state.close_facet();
            memory = FacetMemory::default();
        }
        *state.facet_memory() = memory;
        actions
    }

    fn id(&self) -> Id {
        Id::unique(("facet", self.open.column))
    }

    /// Right of the column, so that what is being filtered stays in sight; left of it where the window ends.
    fn corner(&self, ui: &Ui, width: f32) -> egui::Pos2 {
        let (screen, anchor) = (ui.ctx().content_rect(), self.open.anchor);
        let x = if anchor.right() + width <= screen.right() - 4.0 {
            anchor.right()
        } else if anchor.left() - width >= screen.left() {
            anchor.left() - width
        } else {
            (screen.right() - width - 4.0).max(screen.left())
        };
        pos2(x.round(), anchor.bottom() + 4.0)
    }

    fn edit(&self, edit: FacetEdit) -> TableAction {
        TableAction::Facet { column: self.open.column, edit }
    }

    /// How many rows are left, invert, clear, done; whether done was clicked.
    fn foot_ui(&self, ui: &mut Ui, actions: &mut Vec<TableAction>) -> bool {
        let palette = Palette::of(ui);
        separator_ui(ui);
        ui.add_space(8.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CONTROL_HEIGHT), egui::Sense::hover());
        let words = tr_args(self.lang, "table-leaves-rows", &[("count", self.num_left.into())]);
        let galley = Type::Small.galley(ui, words.as_str(), palette.text_weak);
        paint_left(ui.painter(), rect.left() + 16.0, rect.center().y, galley);
        let response = ui.interact(rect, self.id().with("left"), egui::Sense::hover());
        super::look::name(ui, &response, egui::Role::Status, &words);
        let names = ["table-invert", "table-clear", "table-done"].map(|key| tr(self.lang, key));
        let [invert, clear, done] = &names;
        let buttons = [Button::plain(invert), Button::plain(clear), Button::filled(done)];
        // They end at the right, and come in the order in which they are read: the keyboard follows that.
        let width: f32 = buttons.iter().map(|button| button.width(ui) + BUTTON_GAP).sum::<f32>() - BUTTON_GAP;
        let room = rect.with_max_x(rect.right() - 16.0).with_min_x(rect.right() - 16.0 - width);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut place = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout));
        place.spacing_mut().item_spacing.x = BUTTON_GAP;
        let is_filtering = self.query.filter(self.open.column).is_some();
        let mut is_done = false;
        for (button, edit) in buttons.into_iter().zip([Some(FacetEdit::Invert), Some(FacetEdit::Clear), None]) {
            let is_clicked = place.add_enabled_ui(is_filtering || edit.is_none(), |ui| button.ui(ui)).inner.clicked();
            is_done |= is_clicked && edit.is_none();
            actions.extend(edit.filter(|_| is_clicked).map(|edit| self.edit(edit)));
        }
        ui.add_space(4.0);
        is_done
    }
}

fn separator_ui(ui: &mut Ui) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    hline(ui.painter(), line.x_range(), line.top(), Palette::of(ui).hairline);
}
