//! The keyboard: one place moves over header and cells, the table alone holds egui's focus.
//!
//! The cell itself is told to a screen reader as the active descendant, so the focus is not lost when it scrolls away.

use egui::{Event, EventFilter, FocusDirection, Key, Modifiers, Rect, Ui, pos2};

use super::{
    action::{RowId, SortStep, TableAction},
    column::FilterKind,
    frame::Frame,
    geometry::Placed,
    menu::MenuTarget,
    state::Place,
};

/// Keys that move or act; everything else goes on to the window.
///
/// Escape as well, or egui takes the keyboard out of the table where the reader only closes a record.
const FILTER: EventFilter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };

impl Frame<'_, '_> {
    /// Takes the keys that are meant for the table.
    pub(super) fn keys(&mut self, ui: &Ui) {
        // On a page among other things arrows scroll the page.
        let is_entered = !self.table.is_plain && Self::is_entered(ui) && !self.state.has_popover();
        if std::mem::take(&mut self.state.wants_focus) || is_entered {
            ui.memory_mut(|memory| {
                memory.request_focus(self.id);
                // The arrow that came in takes the keyboard no further.
                memory.move_focus(FocusDirection::None);
            });
            self.state.is_place_shown |= is_entered;
        }
        self.has_focus = ui.memory(|memory| memory.has_focus(self.id));
        if !self.has_focus {
            return;
        }
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, FILTER));
        if self.state.place.is_none() {
            self.enter(ui);
        }
        if self.state.menu.is_some() {
            // The keys are for the menu, which walks its rows with them.
            return;
        }
        let events = ui.input(|input| input.events.clone());
        for event in events {
            match event {
                Event::Key { key, pressed: true, modifiers, .. } if self.key(key, modifiers) => {
                    self.state.is_place_shown = true;
                    self.state.is_place_given = false;
                    ui.input_mut(|input| input.consume_key(modifiers, key));
                }
                Event::Copy => self.copy(),
                _ => {}
            }
        }
    }

    /// Whether an arrow is pressed while nothing has the keyboard; it is then used up.
    fn is_entered(ui: &Ui) -> bool {
        let is_nobody = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        let takes = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        is_nobody && !egui::Popup::is_any_open(ui.ctx()) && (takes(Key::ArrowDown) || takes(Key::ArrowUp))
    }

    /// Brings the place of the keyboard into sight again where the table has become smaller, as when a record opens beside it.
    pub(super) fn stay_in_sight(&mut self) {
        let size = self.layout.body.size();
        if std::mem::replace(&mut self.state.size, size) == size || !self.has_focus {
            return;
        }
        self.reveal_column();
        if let Some(Place::Row { row_nr, .. } | Place::Head { row_nr }) = self.state.place {
            self.state.scroll = self.layout.extent.revealing(self.state.scroll, row_nr);
        }
    }

    /// The selected rows, or else the cell that the keyboard is at.
    fn copy(&mut self) {
        if !self.state.selection.is_empty() {
            self.actions.push(TableAction::CopyRows(self.selected_in_order()));
        } else if let (Some(Place::Row { id, .. }), Some(column)) = (self.state.place, self.place_column()) {
            self.actions.push(TableAction::CopyCell { row: id, column });
        }
    }

    /// The keyboard comes from elsewhere: to the row of the record, or to the first in sight.
    fn enter(&mut self, ui: &Ui) {
        let current = self.state.current.and_then(|id| Some((id, self.rows.row_nr(id)?)));
        let first = self.layout.extent.in_sight(self.state.scroll).find_map(|row_nr| Some((self.rows.row_id(row_nr)?, row_nr)));
        self.state.place = Some(current.or(first).map_or(Place::Header, |(id, row_nr)| Place::Row { id, row_nr }));
        self.state.is_place_shown = !ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) -> bool {
        if modifiers.alt && key == Key::ArrowDown {
            return self.open_filter();
        }
        if modifiers.command && key == Key::A {
            self.select_all();
            return true;
        }
        if modifiers.alt {
            return false;
        }
        match self.state.place {
            Some(Place::Header) => self.header_key(key, modifiers),
            Some(Place::Head { row_nr }) => self.head_key(key, modifiers, row_nr),
            Some(Place::Row { id, row_nr }) => self.row_key(key, modifiers, id, row_nr),
            None => false,
        }
    }

    fn header_key(&mut self, key: Key, modifiers: Modifiers) -> bool {
        match key {
            Key::ArrowLeft => self.move_column(-1),
            Key::ArrowRight => self.move_column(1),
            Key::Home => self.move_column(isize::MIN),
            Key::End => self.move_column(isize::MAX),
            Key::ArrowDown => self.move_to(self.state.scroll.row_nr, 1, false),
            Key::Enter | Key::Space => {
                let column = self.place_column();
                let is_sortable = self.table.columns.iter().any(|spec| Some(spec.id) == column && spec.is_sortable);
                if let Some(column) = column.filter(|_| is_sortable) {
                    self.sort(column, SortStep::Cycle, modifiers.shift);
                }
            }
            _ if is_menu_key(key, modifiers) => {
                if let Some(column) = self.place_column() {
                    let at = self.place_rect().left_bottom();
                    self.open_menu(MenuTarget::Header { column }, at, true);
                }
            }
            _ => return false,
        }
        true
    }

    fn row_key(&mut self, key: Key, modifiers: Modifiers, id: RowId, row_nr: usize) -> bool {
        match key {
            Key::Enter => {
                self.select_one(id);
                self.actions.push(TableAction::Open(id));
            }
            Key::Space => self.toggle_row(id),
            _ if is_menu_key(key, modifiers) => {
                if let Some(column) = self.place_column() {
                    let at = self.place_rect().left_bottom();
                    self.open_menu(MenuTarget::Cell { row: id, column }, at, true);
                }
            }
            _ => return self.move_key(key, modifiers, row_nr),
        }
        true
    }

    /// Keys that move from a line to another, or from a column to another.
    pub(super) fn move_key(&mut self, key: Key, modifiers: Modifiers, row_nr: usize) -> bool {
        let (page, last) = (self.layout.extent.page(), self.rows.num_rows().saturating_sub(1));
        let (is_far, is_range) = (modifiers.command, modifiers.shift);
        match key {
            Key::ArrowUp | Key::Home if is_far => self.move_to(0, 1, is_range),
            Key::ArrowDown | Key::End if is_far => self.move_to(last, -1, is_range),
            Key::ArrowUp => match row_nr.checked_sub(1) {
                Some(above) if self.has_row_above(row_nr) => self.move_to(above, -1, is_range),
                _ => self.state.place = Some(Place::Header),
            },
            Key::ArrowDown => self.move_to((row_nr + 1).min(last), 1, is_range),
            Key::PageUp => self.move_to(row_nr.saturating_sub(page), 1, is_range),
            Key::PageDown => self.move_to((row_nr + page).min(last), -1, is_range),
            Key::Home => self.move_column(isize::MIN),
            Key::End => self.move_column(isize::MAX),
            Key::ArrowLeft => self.move_column(-1),
            Key::ArrowRight => self.move_column(1),
            _ => return false,
        }
        true
    }

    fn has_row_above(&self, row_nr: usize) -> bool {
        (0..row_nr).rev().any(|row_nr| self.can_stand(row_nr))
    }

    /// Moves to a row, or on from there over headings; at an end back the other way.
    fn move_to(&mut self, row_nr: usize, step: isize, is_range: bool) {
        let num_rows = self.rows.num_rows();
        let down = (row_nr..num_rows).find(|nr| self.can_stand(*nr));
        let up = || (0..row_nr.min(num_rows)).rev().find(|nr| self.can_stand(*nr));
        let here = (row_nr < num_rows && self.can_stand(row_nr)).then_some(row_nr);
        let found = here.or_else(|| if step > 0 { down.or_else(up) } else { up().or(down) });
        let Some(row_nr) = found else { return };
        if is_range {
            if self.state.anchor.is_none()
                && let Some(Place::Row { id, .. }) = self.state.place
            {
                self.state.anchor = Some(id);
            }
            self.select_range(row_nr);
        }
        self.state.place = Some(self.place_in(row_nr));
        self.state.scroll = self.layout.extent.revealing(self.state.scroll, row_nr);
    }

    fn place_column(&self) -> Option<&'static str> {
        self.placed_column().map(|column| column.spec.id)
    }

    fn move_column(&mut self, step: isize) {
        let columns = &self.layout.columns;
        let place = self.state.place_column.and_then(|id| columns.position(id)).unwrap_or(0);
        let place = place.saturating_add_signed(step).min(columns.columns.len().saturating_sub(1));
        let Some(column) = columns.columns.get(place) else { return };
        self.state.place_column = Some(column.spec.id);
        if place == 0 {
            // It may stay in sight however far the others are scrolled; what stands beside it is wanted as well.
            self.state.scroll_x = 0.0;
        }
        self.reveal_column();
    }

    /// Moves the columns so that the one the keyboard is at is in sight.
    fn reveal_column(&mut self) {
        let Some(Placed { x, clip, .. }) = self.placed_column().copied() else { return };
        if x.min < clip.min {
            self.state.scroll_x -= clip.min - x.min;
        } else if x.max > clip.max {
            self.state.scroll_x += (x.max - clip.max).min(x.min - clip.min);
        }
    }

    fn open_filter(&mut self) -> bool {
        let column = self.place_column();
        let spec = self.table.columns.iter().find(|spec| Some(spec.id) == column && spec.filter != FilterKind::None);
        if let Some(spec) = spec {
            self.state.open_facet = Some(spec.id);
        }
        true
    }

    /// Where the keyboard is, on the screen.
    fn place_rect(&self) -> Rect {
        let x = self.placed_column().map_or(self.layout.body.x_range(), Placed::visible);
        match self.state.place {
            Some(Place::Row { row_nr, .. } | Place::Head { row_nr }) => Rect::from_x_y_ranges(x, self.line_y(row_nr)),
            Some(Place::Header) | None => {
                Rect::from_min_max(pos2(x.min, self.layout.header.top()), pos2(x.max, self.layout.header.bottom()))
            }
        }
    }
}

/// Whether a key opens the menu of what it is pressed on.
fn is_menu_key(key: Key, modifiers: Modifiers) -> bool {
    key == Key::Menu || key == Key::F10 && modifiers.shift
}
