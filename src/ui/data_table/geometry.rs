//! Where header, rows and columns stand: arithmetic without a window.

use egui::{Rangef, Rect};

use super::{column::ColumnSpec, scroll::Extent};

/// A column in sight and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a> {
    /// What the view says of it.
    pub(super) spec: &'a ColumnSpec,
    /// From its left to its right edge.
    pub(super) x: Rangef,
    /// What of the screen it may draw on: a column that scrolls sideways goes behind the frozen ones.
    pub(super) clip: Rangef,
}

impl Placed<'_> {
    /// The part of the column in a row.
    pub(super) fn rect(&self, y: Rangef) -> Rect {
        Rect::from_x_y_ranges(self.x, y)
    }

    /// The part of it that is in sight.
    pub(super) fn visible(&self) -> Rangef {
        Rangef::new(self.x.min.max(self.clip.min), self.x.max.min(self.clip.max))
    }
}

/// A column in sight with its width where room is scarce and where it is not.
pub(super) type Wanted<'a> = (&'a ColumnSpec, [f32; 2]);

/// The columns, placed.
#[derive(Clone, Debug)]
pub(super) struct ColumnLayout<'a> {
    /// The columns in sight, left to right.
    pub(super) columns: Vec<Placed<'a>>,
    /// How many of them stay when the others scroll sideways.
    pub(super) num_frozen: usize,
    /// How far the others can be moved, in points.
    pub(super) max_scroll: f32,
}

impl<'a> ColumnLayout<'a> {
    /// Places columns of these widths in `x`, with `side` free at both ends and moved left by `scroll`.
    pub(super) fn new(wanted: &[Wanted<'a>], num_frozen: usize, x: Rangef, side: f32, scroll: f32) -> Self {
        let room = x.span() - 2.0 * side;
        let widths = shared_out(wanted, room);
        let max_scroll = (widths.iter().map(|(_, width)| width).sum::<f32>() - room).max(0.0);
        let num_frozen = if max_scroll > 0.0 { num_staying(num_frozen, &widths, room) } else { 0 };
        let scroll = scroll.clamp(0.0, max_scroll).round();

        let mut left = x.min + side;
        let mut edge = x.min;
        let mut columns = Vec::with_capacity(widths.len());
        for (nr, (spec, width)) in widths.into_iter().enumerate() {
            let moved = if nr < num_frozen { 0.0 } else { scroll };
            let clip = if nr < num_frozen { x } else { Rangef::new(edge, x.max) };
            columns.push(Placed { spec, x: Rangef::new(left - moved, left - moved + width), clip });
            left += width;
            if nr < num_frozen {
                edge = left;
            }
        }
        Self { columns, num_frozen, max_scroll }
    }

    /// The place of a column among those in sight.
    pub(super) fn position(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.spec.id == id)
    }
}

/// Columns as wide as they are at least. What is left of `room` goes to those whose words are cut, first to the one that
/// lacks least, so that as few as can be stay cut; and then to the flexible one.
fn shared_out<'a>(wanted: &[Wanted<'a>], room: f32) -> Vec<(&'a ColumnSpec, f32)> {
    let mut widths: Vec<_> = wanted.iter().map(|(spec, [least, _])| (*spec, *least)).collect();
    let mut rest = (room - widths.iter().map(|(_, width)| width).sum::<f32>()).max(0.0);
    let mut lacking: Vec<_> = widths.iter_mut().zip(wanted).map(|((_, width), (_, [least, most]))| (width, most - least)).collect();
    lacking.sort_by(|(_, a), (_, b)| a.total_cmp(b));
    for (width, lack) in lacking {
        let more = lack.clamp(0.0, rest).floor();
        *width += more;
        rest -= more;
    }
    if let Some((_, width)) = widths.iter_mut().rfind(|(spec, _)| spec.is_flexible) {
        *width += rest;
    }
    widths
}

/// So much is left for the other columns to scroll in, in points; in a narrow table it is half of the room.
const LEAST_MOVING: f32 = 160.0;

/// How many of the columns that shall stay there is room for.
fn num_staying(num_wanted: usize, widths: &[(&ColumnSpec, f32)], room: f32) -> usize {
    let most = room - LEAST_MOVING.min(room / 2.0);
    let mut taken = 0.0;
    let fits = |(_, width): &&(&ColumnSpec, f32)| {
        taken += width;
        taken <= most
    };
    widths.iter().take(num_wanted).take_while(fits).count()
}

/// Where header and rows stand, and how far there is to scroll.
#[derive(Clone, Debug)]
pub(super) struct Layout<'a> {
    /// The header row.
    pub(super) header: Rect,
    /// The rows in sight.
    pub(super) body: Rect,
    /// The strip below them that the bar for scrolling sideways has to itself; of no height where all columns fit.
    pub(super) strip: Rect,
    /// The columns, placed.
    pub(super) columns: ColumnLayout<'a>,
    /// What scrolling is bounded by.
    pub(super) extent: Extent,
}

impl Layout<'_> {
    /// The rows of a table in `room`: as high as they are, or as many whole rows as there is room for.
    pub(super) fn rects(room: Rect, header_height: f32, num_rows: usize, row_height: f32, space_below: f32) -> (Rect, Rect, Extent) {
        let header = Rect::from_min_size(room.min, egui::vec2(room.width(), header_height));
        let left = (room.height() - header_height - space_below).max(2.0 * row_height);
        let wanted = num_rows as f64 * f64::from(row_height);
        // A slice of a row at the bottom would look like a mistake.
        let view_height = if wanted <= f64::from(left) { wanted as f32 } else { (left / row_height).floor() * row_height };
        let body = Rect::from_min_size(header.left_bottom(), egui::vec2(room.width(), view_height));
        (header, body, Extent { num_rows, row_height, view_height })
    }

    /// What header and rows cover.
    pub(super) fn rect(&self) -> Rect {
        self.header.union(self.body).union(self.strip)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn specs() -> Vec<ColumnSpec> {
        vec![
            ColumnSpec::new("name", "Name", 100.0),
            ColumnSpec::new("amount", "Amount", 80.0),
            ColumnSpec::new("note", "Note", 60.0).flexible(),
        ]
    }

    fn edges(room: f32, scroll: f32) -> Vec<(f32, f32)> {
        let specs = specs();
        let widths: Vec<_> = specs.iter().map(|spec| (spec, [spec.width; 2])).collect();
        let layout = ColumnLayout::new(&widths, 1, Rangef::new(0.0, room), 10.0, scroll);
        layout.columns.iter().map(|column| (column.x.min, column.x.max)).collect()
    }

    #[test]
    fn the_flexible_column_takes_the_rest() {
        assert_eq!(edges(400.0, 0.0), [(10.0, 110.0), (110.0, 190.0), (190.0, 390.0)]);
        assert_eq!(edges(260.0, 0.0), [(10.0, 110.0), (110.0, 190.0), (190.0, 250.0)]);
    }

    #[test]
    fn room_goes_to_the_words_that_lack_least_of_it() {
        let specs = specs();
        let wanted: Vec<_> = specs.iter().zip([150.0, 90.0, 60.0]).map(|(spec, most)| (spec, [spec.width, most])).collect();
        for (room, expected) in [
            (200.0, [100.0, 80.0, 60.0]),
            (245.0, [100.0, 85.0, 60.0]),
            (260.0, [110.0, 90.0, 60.0]),
            (300.0, [150.0, 90.0, 60.0]),
            (400.0, [150.0, 90.0, 160.0]),
        ] {
            assert_eq!(shared_out(&wanted, room).iter().map(|(_, width)| *width).collect::<Vec<_>>(), expected, "in {room}");
        }
    }

    #[test]
    fn the_first_column_stays_when_the_others_scroll() {
        assert_eq!(edges(230.0, 1000.0), [(10.0, 110.0), (80.0, 160.0), (160.0, 220.0)], "no further than the last column's end");
        assert_eq!(
            edges(150.0, 20.0),
            [(-10.0, 90.0), (90.0, 170.0), (170.0, 230.0)],
            "a frozen column that takes most of the room scrolls too"
        );
    }

    #[test]
    fn columns_stay_as_far_as_there_is_room_to_scroll_beside_them() {
        let specs = specs();
        let widths: Vec<_> = specs.iter().map(|spec| (spec, spec.width)).collect();
        for (room, wanted, stay) in [(400.0, 2, 2), (400.0, 3, 3), (339.0, 2, 1), (340.0, 3, 2), (200.0, 2, 1), (199.0, 1, 0)] {
            assert_eq!(num_staying(wanted, &widths, room), stay, "{wanted} of columns of 100, 80 and 60 in {room}");
        }
    }

    #[test]
    fn a_small_table_ends_with_its_rows() {
        let room = Rect::from_min_size(egui::pos2(0.0, 50.0), egui::vec2(300.0, 600.0));
        let (header, body, extent) = Layout::rects(room, 32.0, 14, 28.0, 100.0);
        assert_eq!((header.top(), header.bottom(), body.bottom()), (50.0, 82.0, 82.0 + 14.0 * 28.0));
        assert!(!extent.is_scrollable(), "everything is in sight");
        let (_, body, extent) = Layout::rects(room, 32.0, 1_000_000, 28.0, 100.0);
        assert!((body.height() - 16.0 * 28.0).abs() < f32::EPSILON, "468 points have room for 16 whole rows: {body:?}");
        assert!(extent.is_scrollable(), "a million rows are not");
    }
}
