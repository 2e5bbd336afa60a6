//! Where a table stands: the first row in sight and how much of it is above the edge.
//!
//! Never a distance in points from the top: at a million rows of 28 points an `f32` steps by two points, and what
//! stands on whole pixels at the top of the table would tremble at its end.

/// The first row in sight and how many points of it are above the edge.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScrollPos {
    /// The place of the row among the rows.
    pub row_nr: usize,
    /// How much of it is above the edge, in points: at least 0, less than a row's height.
    pub offset: f32,
}

/// What scrolling is bounded by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// How many rows there are.
    pub num_rows: usize,
    /// The height of each in points.
    pub row_height: f32,
    /// How many points are in sight.
    pub view_height: f32,
}

impl Extent {
    /// The height of all rows in points.
    pub fn total(&self) -> f64 {
        self.num_rows as f64 * f64::from(self.row_height)
    }

    /// Whether there is more than is in sight.
    pub fn is_scrollable(&self) -> bool {
        self.total() > f64::from(self.view_height) + 0.5
    }

    /// The last position: the last row stands at the bottom edge.
    pub fn end(&self) -> ScrollPos {
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
    pub fn fraction(&self, pos: ScrollPos) -> f64 {
        let end = self.points(self.end());
        if end <= 0.0 { 0.0 } else { (self.points(pos) / end).clamp(0.0, 1.0) }
    }

    /// The position at a fraction of the way, 0 to 1.
    pub fn at_fraction(&self, fraction: f64) -> ScrollPos {
        let points = self.points(self.end()) * fraction.clamp(0.0, 1.0);
        self.clamp(self.at(points))
    }

    fn points(&self, pos: ScrollPos) -> f64 {
        pos.row_nr as f64 * f64::from(self.row_height) + f64::from(pos.offset)
    }

    /// The nearest position that leaves no gap below the last row.
    pub fn clamp(&self, pos: ScrollPos) -> ScrollPos {
        let end = self.end();
        if (pos.row_nr, pos.offset) > (end.row_nr, end.offset) { end } else { pos }
    }

    /// The position `points` further down.
    ///
    /// The row's number is never turned into points, so a step is the same anywhere in the table.
    pub fn moved(&self, pos: ScrollPos, points: f32) -> ScrollPos {
        let offset = pos.offset + points;
        let rows = (offset / self.row_height).floor();
        let row_nr = if rows < 0.0 { pos.row_nr.checked_sub(-rows as usize) } else { Some(pos.row_nr.saturating_add(rows as usize)) };
        let Some(row_nr) = row_nr else { return ScrollPos::default() };
        self.clamp(ScrollPos { row_nr, offset: offset - rows * self.row_height })
    }

    /// The nearest position that has the whole row in sight.
    pub fn revealing(&self, pos: ScrollPos, row_nr: usize) -> ScrollPos {
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
    pub fn with_row_at(&self, row_nr: usize, y: f32) -> ScrollPos {
        self.clamp(self.moved(ScrollPos { row_nr, offset: 0.0 }, -y))
    }

    /// How far below the edge the top of a row is, in points; far rows are only roughly placed.
    pub fn y_of(&self, pos: ScrollPos, row_nr: usize) -> f32 {
        let rows = if row_nr >= pos.row_nr { (row_nr - pos.row_nr) as f32 } else { -((pos.row_nr - row_nr) as f32) };
        rows * self.row_height - pos.offset
    }

    /// The rows in sight, the first and the one after the last.
    pub fn in_sight(&self, pos: ScrollPos) -> std::ops::Range<usize> {
        let num = ((self.view_height + pos.offset) / self.row_height).ceil().max(0.0) as usize;
        pos.row_nr.min(self.num_rows)..pos.row_nr.saturating_add(num).min(self.num_rows)
    }

    /// How many whole rows a page is.
    pub fn page(&self) -> usize {
        ((self.view_height / self.row_height).floor() as usize).saturating_sub(1).max(1)
    }
}
