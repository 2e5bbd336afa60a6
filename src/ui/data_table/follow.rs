//! What stays where it is when the rows change: the row that the keyboard is at, or was at, or that of the record.

use super::{
    action::RowId,
    rows::Rows,
    scroll::Extent,
    state::{Place, TableState},
};

/// So many rows in sight are looked at for one that is still there.
const MOST_NEIGHBOURS: usize = 6;

/// After a change of the rows, keeps the row the reader is at in its place on the screen; then brings into sight what is to
/// be revealed.
pub(super) fn follow(state: &mut TableState, rows: &dyn Rows, extent: &Extent) {
    let generation = rows.generation();
    if state.generation.replace(generation).is_some_and(|before| before != generation) {
        keep_row(state, rows, extent);
        state.last_row = state.last_row.and_then(|(id, _)| heir(state, rows, id));
        if let Some(Place::Row { .. }) = state.place {
            state.place = state.last_row.map(|(id, row_nr)| Place::Row { id, row_nr });
        }
    }
    state.scroll = extent.clamp(state.scroll);
    if let Some(id) = state.reveal.take()
        && let Some(row_nr) = rows.row_nr(id)
    {
        state.place = Some(Place::Row { id, row_nr });
        state.scroll = extent.revealing(state.scroll, row_nr);
    }
    if let Some(Place::Row { id, row_nr }) = state.place {
        state.last_row = Some((id, row_nr));
    }
}

/// Scrolls so that the row the keyboard is or was at stands where it stood, or else the row of the record.
fn keep_row(state: &mut TableState, rows: &dyn Rows, extent: &Extent) {
    let y = |row_nr| extent.y_of(state.scroll, row_nr);
    let is_in_sight = |(_, row_nr): &(RowId, usize)| -extent.row_height < y(*row_nr) && y(*row_nr) < extent.view_height;
    let current = state.current.zip(state.current_nr);
    let mut candidates = [state.last_row, current].into_iter().flatten().filter(is_in_sight);
    let kept = candidates.find_map(|(id, before)| Some((before, heir(state, rows, id)?)));
    if let Some((before, (_, row_nr))) = kept {
        state.scroll = extent.with_row_at(row_nr, y(before));
    }
}

/// A row and where it stands now; where it is gone, the next one below it that is still there, or above it.
fn heir(state: &TableState, rows: &dyn Rows, id: RowId) -> Option<(RowId, usize)> {
    if let Some(row_nr) = rows.row_nr(id) {
        return Some((id, row_nr));
    }
    let at = state.drawn.iter().position(|(drawn, _)| *drawn == id)?;
    let (above, below) = state.drawn.split_at(at);
    let mut neighbours = below.iter().skip(1).take(MOST_NEIGHBOURS).chain(above.iter().rev().take(MOST_NEIGHBOURS));
    neighbours.find_map(|(id, _)| Some((*id, rows.row_nr(*id)?)))
}
