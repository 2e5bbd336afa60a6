//! The search field of a table: what the word at the cursor may become, and where a mistake is.

use std::ops::Range;

use egui::{
    Area, Event, EventFilter, Frame, Id, Key, Margin, Modifiers, Order, Rect, TextEdit, Ui, UiBuilder, accesskit,
    text::{CCursor, CCursorRange},
    text_edit::TextEditOutput,
    vec2,
};

use super::{
    popover::{popover_frame, separator_ui},
    search_field::{SearchField, edit, edit_place, search_frame_ui},
    text::text_ui,
    theme::{Palette, Type},
    tick_row::offer_row_ui,
};

/// One thing that the text may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The bytes of the text it takes the place of.
    pub range: Range<usize>,
    /// What is written there.
    pub text: String,
    /// What to call it.
    pub label: String,
}

/// What a field remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct QueryMemory {
    /// Where the cursor was, in bytes.
    cursor: usize,
    /// The offer chosen by keys.
    chosen: Option<usize>,
    /// The text whose offers were sent away.
    dismissed: Option<String>,
    /// Where the offers were drawn, while they are in sight.
    list: Option<Rect>,
    /// What a screen reader knows the chosen offer by.
    active: Option<Id>,
    /// The keyboard was in the field.
    had_focus: bool,
}

/// Where the keyboard is, for a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keyboard {
    /// Elsewhere.
    #[default]
    Away,
    /// In the field.
    Here,
    /// Leaving it by Enter, ↓ or Escape: the reader goes on to the rows.
    Leaving,
}

/// What came of a field.
#[derive(Clone, Copy, Debug, Default)]
pub struct QueryResponse {
    /// The text is another one.
    pub is_changed: bool,
    /// Where the keyboard is.
    pub keyboard: Keyboard,
    /// Its text is to be taken up: it was pasted whole, or the keyboard has gone elsewhere.
    pub is_done: bool,
}

/// The search field of a table.
#[derive(Clone, Copy)]
pub struct QueryField<'a> {
    /// What it says of itself.
    pub field: SearchField<'a>,
    /// What it is known by.
    pub id: Id,
    /// The bytes of a mistake, and what is wrong.
    pub mistake: Option<(&'a Range<usize>, &'a str)>,
    /// What the list of offers is called.
    pub list_name: &'a str,
    /// What the word that ends at a byte of a text may become.
    pub offers: &'a dyn Fn(&str, usize) -> Vec<Offer>,
    /// The keyboard shall come here.
    pub is_wanted: bool,
}

/// How wide the list of offers is.
const OFFERS_WIDTH: f32 = 264.0;

impl QueryField<'_> {
    /// Draws the field, and under it what its text may become.
    pub fn ui(self, ui: &mut Ui, text: &mut String, memory: &mut QueryMemory) -> QueryResponse {
        let before = text.clone();
        let mut offers = self.offers_now(text, memory);
        let had_focus = ui.memory(|memory| memory.has_focus(self.id));
        let mut is_left = false;
        if had_focus && !offers.is_empty() {
            match Self::keys(ui, text, memory, &offers) {
                Some(Answer::Take(offer)) => {
                    self.accept(ui, text, memory, &offer);
                    offers.clear();
                }
                Some(Answer::Dismiss { is_entered }) => {
                    offers.clear();
                    is_left = is_entered && self.mistake.is_none();
                }
                None => {}
            }
        } else if had_focus {
            is_left = self.leaves(ui);
        }
        let is_empty = text.is_empty();
        let has_offers = !offers.is_empty();
        let (response, is_cleared) = search_frame_ui(ui, is_empty, self.field, |ui, inner| {
            let mut place = edit_place(ui, inner);
            let edit = edit(&place, inner, text, self.field.hint).id(self.id).event_filter(EventFilter {
                tab: has_offers,
                // Escape leads to the rows and not to nowhere.
                escape: true,
                horizontal_arrows: true,
                vertical_arrows: true,
            });
            let output: TextEditOutput = edit.show(&mut place);
            if let Some(cursor) = output.cursor_range {
                memory.cursor = byte_of(text, cursor.primary.index.into());
            }
            self.underline_ui(&place, &output, text);
            output.response.response.accessible_name(self.field.name)
        });
        if self.is_wanted {
            response.request_focus();
        }
        if is_cleared {
            text.clear();
        }
        if *text != before {
            memory.chosen = None;
            memory.dismissed = None;
        }
        if let Some(offer) = self.list_ui(ui, &response, text, memory) {
            self.accept(ui, text, memory, &offer);
            response.request_focus();
        }
        self.name_ui(ui, memory);
        let keyboard = match (is_left, response.has_focus()) {
            (true, _) => Keyboard::Leaving,
            (false, true) => Keyboard::Here,
            (false, false) => Keyboard::Away,
        };
        let is_here = keyboard == Keyboard::Here;
        let is_lost = std::mem::replace(&mut memory.had_focus, is_here) && !is_here;
        let is_changed = *text != before;
        QueryResponse { is_changed, keyboard, is_done: is_lost || is_changed && is_pasted(ui, text) }
    }

    /// Whether a key says that the reader is done with the field; Enter stays where there is a mistake to put right.
    fn leaves(&self, ui: &Ui) -> bool {
        let takes = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let is_entered = takes(Key::Enter) && self.mistake.is_none();
        is_entered || takes(Key::ArrowDown) || takes(Key::Escape)
    }

    /// The offers for the text as it is, unless they were sent away.
    fn offers_now(&self, text: &str, memory: &QueryMemory) -> Vec<Offer> {
        if text.is_empty() || memory.dismissed.as_deref() == Some(text) {
            return Vec::new();
        }
        let is_new = |offer: &Offer| text.get(offer.range.clone()) != Some(offer.text.as_str());
        (self.offers)(text, memory.cursor.min(text.len())).into_iter().filter(is_new).collect()
    }

    /// ↓ and ↑ choose, Tab takes the chosen offer or the first, Enter the chosen one; Escape sends them away, and so does Enter
    /// where none is chosen.
    fn keys(ui: &Ui, text: &str, memory: &mut QueryMemory, offers: &[Offer]) -> Option<Answer> {
        let takes = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if takes(Key::ArrowDown) {
            memory.chosen = Some(memory.chosen.map_or(0, |chosen| (chosen + 1) % offers.len()));
        }
        if takes(Key::ArrowUp) {
            memory.chosen = Some(memory.chosen.unwrap_or(0).checked_sub(1).unwrap_or(offers.len() - 1));
        }
        let taken = |nr: usize| offers.get(nr).cloned().map(Answer::Take);
        if takes(Key::Tab) {
            return taken(memory.chosen.unwrap_or(0));
        }
        let is_entered = takes(Key::Enter);
        if let Some(nr) = memory.chosen.filter(|_| is_entered) {
            return taken(nr);
        }
        if !is_entered && !takes(Key::Escape) {
            return None;
        }
        memory.dismissed = Some(text.to_owned());
        memory.chosen = None;
        Some(Answer::Dismiss { is_entered })
    }

    fn list_id(&self) -> Id {
        self.id.with("list")
    }

    /// Writes an offer into the text and puts the cursor behind it.
    fn accept(&self, ui: &Ui, text: &mut String, memory: &mut QueryMemory, offer: &Offer) {
        if text.get(offer.range.clone()).is_none() {
            return;
        }
        text.replace_range(offer.range.clone(), &offer.text);
        memory.cursor = offer.range.start + offer.text.len();
        memory.chosen = None;
        let index = text.get(..memory.cursor).map_or(0, |before| before.chars().count());
        let mut state = TextEdit::load_state(ui.ctx(), self.id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(index))));
        state.store(ui.ctx(), self.id);
    }

    /// A line under the mistake; where something is missing, under the last letter before it.
    fn underline_ui(&self, ui: &Ui, output: &TextEditOutput, text: &str) {
        let Some((range, _)) = self.mistake else { return };
        let index = |byte: usize| text.get(..byte.min(text.len())).map_or(0, |before| before.chars().count());
        let (mut start, end) = (index(range.start), index(range.end));
        if start == end {
            start = start.saturating_sub(1);
        }
        let x = |index: usize| output.galley_pos.x + output.galley.pos_from_cursor(CCursor::new(index)).left();
        let y = output.galley_pos.y + output.galley.size().y;
        let line = Rect::from_min_max(egui::pos2(x(start), y - 1.0), egui::pos2(x(end).max(x(start) + 4.0), y + 1.0));
        let clip = output.text_clip_rect.expand2(vec2(0.0, 3.0));
        ui.painter().with_clip_rect(clip).rect_filled(line, 0, Palette::of(ui).disagree);
    }

    /// The offers under the field; returns the one that was clicked.
    fn list_ui(&self, ui: &Ui, response: &egui::Response, text: &str, memory: &mut QueryMemory) -> Option<Offer> {
        let offers = self.offers_now(text, memory);
        // A click takes the keyboard out of the field before it is one.
        let is_clicked = memory.list.is_some_and(|list| ui.input(|input| input.pointer.interact_pos().is_some_and(|at| list.contains(at))));
        memory.active = None;
        if offers.is_empty() || !(response.has_focus() || is_clicked) {
            memory.list = None;
            return None;
        }
        let corner = response.rect.left_bottom() + vec2(-29.0, 6.0);
        let mut taken = None;
        let area = Area::new(self.id.with("offers")).order(Order::Foreground).fixed_pos(corner).constrain(true);
        let shown = area.show(ui.ctx(), |ui| {
            popover_frame(Palette::of(ui)).show(ui, |ui| {
                ui.set_width(OFFERS_WIDTH);
                ui.spacing_mut().item_spacing = egui::Vec2::ZERO;
                let list = UiBuilder::new().scope_id(self.list_id()).accessibility_role(accesskit::Role::ListBox);
                ui.scope_builder(list, |ui| {
                    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(self.list_name));
                    for (nr, offer) in offers.iter().enumerate() {
                        let is_chosen = memory.chosen == Some(nr);
                        let response = ui.push_id(nr, |ui| offer_row_ui(ui, &offer.label, &offer.text, is_chosen)).inner;
                        memory.active = memory.active.or(is_chosen.then_some(response.id));
                        if response.clicked() {
                            taken = Some(offer.clone());
                        }
                    }
                });
                if let Some((_, words)) = self.mistake {
                    // The list lies over the line that tells of it otherwise.
                    separator_ui(ui);
                    let frame = Frame::new().inner_margin(Margin { left: 15, right: 15, top: 0, bottom: 8 });
                    frame.show(ui, |ui| text_ui(ui, Type::Small, Palette::of(ui).disagree, words));
                }
            });
        });
        memory.list = Some(shown.response.rect);
        taken
    }

    /// Tells a screen reader of the mistake and of the list.
    fn name_ui(&self, ui: &Ui, memory: &QueryMemory) {
        let (mistake, is_open) = (self.mistake.map(|(_, words)| words.to_owned()), memory.list.is_some());
        let active = memory.active.filter(|_| is_open);
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_has_popup(accesskit::HasPopup::Listbox);
            node.set_expanded(is_open);
            if let Some(active) = active {
                node.set_active_descendant(active.accesskit_id());
            }
            if let Some(words) = mistake {
                node.set_invalid(accesskit::Invalid::True);
                node.set_description(words);
            }
        });
    }
}

/// What keys say to the offers.
enum Answer {
    /// Takes one.
    Take(Offer),
    /// Sends them away, by Enter or by Escape.
    Dismiss {
        /// By Enter.
        is_entered: bool,
    },
}

/// Whether all of a text has just been pasted.
fn is_pasted(ui: &Ui, text: &str) -> bool {
    let is_all = |pasted: &String| pasted.trim() == text.trim();
    ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Paste(pasted) if is_all(pasted))))
}

/// The byte at which a character begins.
fn byte_of(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}
