//! What a table remembers between frames.

use super::{
    action::RowId,
    choices::ColumnChoices,
    menu::{MenuTarget, OpenMenu},
    scroll::ScrollPos,
    selection::Selection,
};
use crate::ui::facet::FacetMemory;

/// The cell the keyboard is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The header row.
    Header,
    /// The head of a group, in this line.
    Head {
        /// Its place among the rows.
        row_nr: usize,
    },
    /// The row with this id; at this place when it was last seen.
    Row {
        /// The row.
        id: RowId,
        /// Its place among the rows.
        row_nr: usize,
    },
}

/// What a table remembers. Only [`Self::choices`] is worth saving.
#[derive(Clone, Debug, Default)]
pub struct TableState {
    /// The reader's choices about columns.
    pub choices: ColumnChoices,
    pub(super) scroll: ScrollPos,
    /// How far the columns are moved to the left, in points.
    pub(super) scroll_x: f32,
    pub(super) selection: Selection,
    /// The row the record shows.
    pub(super) current: Option<RowId>,
    /// Where the row of the record stood when it was last drawn; none while it is out of sight.
    pub(super) current_nr: Option<usize>,
    /// Where a range of rows with Shift began.
    pub(super) anchor: Option<RowId>,
    pub(super) place: Option<Place>,
    /// The row the keyboard was at last, and where it stood: it keeps its place while the keyboard is in the header.
    pub(super) last_row: Option<(RowId, usize)>,
    /// The rows that were in sight last, and where each stood.
    pub(super) drawn: Vec<(RowId, usize)>,
    /// Width and height of the rows in sight when they were last drawn, in points.
    pub(super) size: egui::Vec2,
    /// How many columns stayed at the left when the table was last drawn; none where all columns were in sight.
    pub(super) num_staying: Option<usize>,
    /// The column the keyboard is at.
    pub(super) place_column: Option<&'static str>,
    /// Whether the place was reached by keys, so that its ring is drawn.
    pub(super) is_place_shown: bool,
    /// Whether the keyboard was brought to its place; nothing hangs under it until a key is pressed there.
    pub(super) is_place_given: bool,
    /// Which popover is open.
    pub(super) open_facet: Option<&'static str>,
    facet: FacetMemory,
    /// The menu that is open.
    pub(super) menu: Option<OpenMenu>,
    /// A column whose header is being dragged.
    pub(super) dragged: Option<&'static str>,
    /// The keyboard goes back to the table with the next frame.
    pub(super) wants_focus: bool,
    /// A row to bring into sight with the next frame.
    pub(super) reveal: Option<RowId>,
    /// The generation of the rows that were last drawn.
    pub(super) generation: Option<u64>,
    /// The width of a column when its edge was taken, in points.
    pub(super) resized_from: f32,
    /// A column whose width shall fit what is in sight.
    pub(super) fit: Option<&'static str>,
}

impl TableState {
    /// The row that the record shows.
    pub fn current(&self) -> Option<RowId> {
        self.current
    }

    /// The selected rows.
    pub fn selection(&self) -> &Selection {
        &self.selection
    }

    /// How many columns stayed at the left when the table was last drawn; none where all columns were in sight.
    pub fn num_staying(&self) -> Option<usize> {
        self.num_staying
    }

    /// Selects one row alone and shows it in the record; `None` selects nothing.
    pub fn select(&mut self, row: Option<RowId>) {
        self.selection.set(row);
        self.current = row;
        self.anchor = row;
    }

    /// Selects one row and brings it into sight, as a link from elsewhere does.
    pub fn reveal(&mut self, row: RowId) {
        self.select(Some(row));
        self.reveal = Some(row);
        // The keyboard comes in at the row that the record shows.
        self.place = None;
    }

    /// The row that the next frame brings into sight.
    pub fn revealed(&self) -> Option<RowId> {
        self.reveal
    }

    /// Opens a column's popover, as a click on its pill does.
    pub fn open_facet(&mut self, column: &'static str) {
        self.open_facet = Some(column);
    }

    /// Opens the menu of a column's header at a place of the screen.
    pub fn open_header_menu(&mut self, column: &'static str, at: egui::Pos2, is_by_key: bool) {
        self.menu = Some(OpenMenu { target: MenuTarget::Header { column }, at, is_by_key });
    }

    /// Brings the keyboard here: to the row it was at, or to the first in sight.
    pub fn take_keyboard(&mut self) {
        self.wants_focus = true;
        self.is_place_shown = true;
        self.is_place_given = true;
        if !matches!(self.place, Some(Place::Row { .. })) {
            self.place = None;
        }
    }

    /// Whether a popover or a menu is open, which takes plain keys for itself.
    pub fn has_popover(&self) -> bool {
        self.open_facet.is_some() || self.menu.is_some()
    }

    /// Whether a column's popover is open.
    pub fn is_facet_open(&self, column: &str) -> bool {
        self.open_facet == Some(column)
    }

    /// What the open popover remembers.
    pub(in crate::ui) fn facet_memory(&mut self) -> &mut FacetMemory {
        &mut self.facet
    }

    /// Closes the popover or the menu that is open, or gives up the column that is dragged; whether there was one.
    pub fn close_popover(&mut self) -> bool {
        let was_open = self.open_facet.is_some() || self.menu.take().is_some();
        self.close_facet();
        self.wants_focus |= was_open;
        self.dragged.take().is_some() || was_open
    }

    /// Closes the popover and leaves the keyboard where it went.
    pub(in crate::ui) fn leave_facet(&mut self) {
        self.open_facet = None;
        self.facet = FacetMemory::default();
    }

    /// Closes the popover; the keyboard comes back to the table.
    pub fn close_facet(&mut self) {
        self.wants_focus |= self.open_facet.take().is_some();
        self.facet = FacetMemory::default();
    }
}
