//! Where a table stands: the first row in sight and how much of it is above the edge.
//!
//! Never a distance in points from the top: at a million rows of 28 points an `f32` steps by two points, and what
//! stands on whole pixels at the top of the table would tremble at its end.

/// The first row in sight and how many points of it are above the edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct ScrollPos {
    /// The place of the row among the rows.
    pub(super) row_nr: usize,
    /// How much of it is above the edge, in points: at least 0, less than a row's height.
    pub(super) offset: f32,
}

/// What scrolling is bounded by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extent {
    /// How many rows there are.
    pub(super) num_rows: usize,
    /// The height of each in points.
    pub(super) row_height: f32,
    /// How many points are in sight.
    pub(super) view_height: f32,
}

impl Extent {
    /// The height of all rows in points.
    pub(super) fn total(&self) -> f64 {
        self.num_rows as f64 * f64::from(self.row_height)
    }

    /// Whether there is more than is in sight.
    pub(super) fn is_scrollable(&self) -> bool {
        self.total() > f64::from(self.view_height) + 0.5
    }

    /// The last position: the last row stands at the bottom edge.
    pub(super) fn end(&self) -> ScrollPos {
        if !self.is_scrollable() {
            return ScrollPos::default();
        }
        let hidden = self.total() - f64::from(self.view_height);
        self.at(hidden)
    }

    fn at(&self, points: f64) -> ScrollPos {
        let height = f64::from(self.row_height);
        let row_nr = (points / height).floor();
        ScrollPos { row_nr: row_nr as usize, offset: (points - row_nr * height) as f32 }
    }

    /// How far a position is from the top, 0 to 1.
    pub(super) fn fraction(&self, pos: ScrollPos) -> f64 {
        let end = self.points(self.end());
        if end <= 0.0 { 0.0 } else { (self.points(pos) / end).clamp(0.0, 1.0) }
    }

    /// The position at a fraction of the way, 0 to 1.
    pub(super) fn at_fraction(&self, fraction: f64) -> ScrollPos {
        let points = self.points(self.end()) * fraction.clamp(0.0, 1.0);
        self.clamp(self.at(points))
    }

    fn points(&self, pos: ScrollPos) -> f64 {
        pos.row_nr as f64 * f64::from(self.row_height) + f64::from(pos.offset)
    }

    /// The nearest position that leaves no gap below the last row.
    pub(super) fn clamp(&self, pos: ScrollPos) -> ScrollPos {
        let end = self.end();
        if (pos.row_nr, pos.offset) > (end.row_nr, end.offset) { end } else { pos }
    }

    /// The position `points` further down.
    ///
    /// The row's number is never turned into points, so a step is the same anywhere in the table.
    pub(super) fn moved(&self, pos: ScrollPos, points: f32) -> ScrollPos {
        let offset = pos.offset + points;
        let rows = (offset / self.row_height).floor();
        let row_nr = if rows < 0.0 { pos.row_nr.checked_sub(-rows as usize) } else { Some(pos.row_nr.saturating_add(rows as usize)) };
        let Some(row_nr) = row_nr else { return ScrollPos::default() };
        self.clamp(ScrollPos { row_nr, offset: offset - rows * self.row_height })
    }

    /// The nearest position that has the whole row in sight.
    pub(super) fn revealing(&self, pos: ScrollPos, row_nr: usize) -> ScrollPos {
        let top = self.y_of(pos, row_nr);
        let bottom = top + self.row_height;
        if top < 0.0 {
            self.clamp(ScrollPos { row_nr, offset: 0.0 })
        } else if bottom > self.view_height {
            self.with_row_at(row_nr, self.view_height - self.row_height)
        } else {
            pos
        }
    }

    /// The position that has the top of a row `y` points below the edge, as far as the ends allow.
    pub(super) fn with_row_at(&self, row_nr: usize, y: f32) -> ScrollPos {
        self.clamp(self.moved(ScrollPos { row_nr, offset: 0.0 }, -y))
    }

    /// How far below the edge the top of a row is, in points; far rows are only roughly placed.
    pub(super) fn y_of(&self, pos: ScrollPos, row_nr: usize) -> f32 {
        let rows = if row_nr >= pos.row_nr { (row_nr - pos.row_nr) as f32 } else { -((pos.row_nr - row_nr) as f32) };
        rows * self.row_height - pos.offset
    }

    /// The rows in sight, the first and the one after the last.
    pub(super) fn in_sight(&self, pos: ScrollPos) -> std::ops::Range<usize> {
        let num = ((self.view_height + pos.offset) / self.row_height).ceil().max(0.0) as usize;
        pos.row_nr.min(self.num_rows)..pos.row_nr.saturating_add(num).min(self.num_rows)
    }

    /// How many whole rows a page is.
    pub(super) fn page(&self) -> usize {
        ((self.view_height / self.row_height).floor() as usize).saturating_sub(1).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: Extent = Extent { num_rows: 1_000_000, row_height: 28.0, view_height: 500.0 };

    fn pos(row_nr: usize, offset: f32) -> ScrollPos {
        ScrollPos { row_nr, offset }
    }

    #[test]
    fn a_step_is_the_same_anywhere() {
        for step in [-50.0_f32, -0.1, 0.3, 17.0, 50.0] {
            let near = EXTENT.moved(pos(10, 3.0), step);
            let far = EXTENT.moved(pos(999_900, 3.0), step);
            assert_eq!((near.row_nr + 999_890, near.offset.to_bits()), (far.row_nr, far.offset.to_bits()), "a step of {step} points");
        }
    }

    #[test]
    fn there_is_no_gap_at_either_end() {
        assert_eq!(EXTENT.moved(pos(0, 5.0), -100.0), pos(0, 0.0));
        let end = EXTENT.end();
        assert_eq!(EXTENT.moved(pos(999_990, 0.0), 100_000.0), end);
        assert!((EXTENT.y_of(end, 999_999) + 28.0 - 500.0).abs() < 0.01, "the last row ends at the edge");
        let small = Extent { num_rows: 14, ..EXTENT };
        assert_eq!(small.moved(pos(0, 0.0), 100.0), pos(0, 0.0), "what fits does not scroll");
    }

    #[test]
    fn a_row_comes_into_sight_with_the_least_move() {
        let start = pos(100, 10.0);
        assert_eq!(EXTENT.revealing(start, 105), start, "it was in sight");
        assert_eq!(EXTENT.revealing(start, 100), pos(100, 0.0), "it was cut at the top");
        let below = EXTENT.revealing(start, 200);
        assert!((EXTENT.y_of(below, 200) + 28.0 - 500.0).abs() < 0.01, "it stands at the bottom: {below:?}");
    }

    #[test]
    fn fractions_and_positions_agree() {
        for fraction in [0.0, 0.25, 0.5, 1.0] {
            let back = EXTENT.fraction(EXTENT.at_fraction(fraction));
            assert!((back - fraction).abs() < 1e-6, "{fraction} came back as {back}");
        }
        assert_eq!(EXTENT.at_fraction(1.0), EXTENT.end());
    }

    #[test]
    fn rows_in_sight_are_few() {
        assert_eq!(EXTENT.in_sight(pos(999_900, 27.0)), 999_900..999_919);
        assert_eq!(Extent { num_rows: 3, view_height: 84.0, ..EXTENT }.in_sight(pos(0, 0.0)), 0..3);
    }
}
