//! The marks of the report's words: how far a thing has come, what a check found, whose a figure is.
//!
//! All are painter shapes. The faces have no ✗ and no ◔, and most of the others would be a full em wide. Hollow is
//! planned, solid is built: shape carries the meaning, colour repeats it.

use std::{f32::consts::PI, sync::LazyLock};

use egui::{Color32, Painter, Pos2, Rangef, Rect, Shape, Stroke, Vec2, pos2, vec2};

use super::{
    palette::Palette,
    path::{Polyline, arc_points, circle_points, parse},
};

/// How far something has come, as a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// A ring: planned, landed.
    Planned,
    /// A ring with one quarter filled: building.
    Quarter,
    /// A ring with its right half filled: trial run.
    Trial,
    /// A disc: built, running.
    Built,
    /// A diamond's outline: what could be.
    Potential,
    /// A ring with a dot: what is aimed at.
    Target,
    /// A triangle's outline: what is expected.
    Forecast,
    /// A ring of four dashes: the source does not say which.
    Unclear,
}

impl Mark {
    /// All marks, from plan to doubt.
    pub const ALL: [Self; 8] =
        [Self::Planned, Self::Quarter, Self::Trial, Self::Built, Self::Potential, Self::Target, Self::Forecast, Self::Unclear];

    /// The colour that repeats the meaning.
    pub fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Planned | Self::Quarter | Self::Trial | Self::Built => palette.accent,
            Self::Potential | Self::Target | Self::Forecast => palette.future,
            Self::Unclear => palette.unclear,
        }
    }

    /// Paints the mark in a box of `size` points: 8 in prose, pane and columns, 10 elsewhere, 12 in help.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, palette: &Palette) {
        painter.extend(self.shapes(center, size, self.color(palette)));
    }

    fn shapes(self, center: Pos2, size: f32, color: Color32) -> Vec<Shape> {
        let unit = size / 10.0;
        let stroke = Stroke::new(1.25 * unit, color);
        let radius = 4.0 * unit;
        let at = |x: f32, y: f32| center + vec2(x - 5.0, y - 5.0) * unit;
        let ring = ring(center, radius, stroke);
        match self {
            Self::Planned => vec![ring],
            Self::Quarter => {
                let mut quarter = arc_points(center, radius, -PI / 2.0, 0.0);
                quarter.push(center);
                vec![Shape::convex_polygon(quarter, color, Stroke::NONE), ring]
            }
            Self::Trial => {
                let half = arc_points(center, radius, -PI / 2.0, PI / 2.0);
                vec![Shape::convex_polygon(half, color, Stroke::NONE), ring]
            }
            Self::Built => vec![Shape::circle_filled(center, radius + stroke.width / 2.0, color)],
            Self::Potential => vec![Shape::closed_line(vec![at(5.0, 0.8), at(9.2, 5.0), at(5.0, 9.2), at(0.8, 5.0)], stroke)],
            Self::Target => vec![ring, Shape::circle_filled(center, 1.6 * unit, color)],
            Self::Forecast => vec![Shape::closed_line(vec![at(1.6, 1.2), at(9.0, 5.0), at(1.6, 8.8)], stroke)],
            Self::Unclear => (0..4_u8)
                .map(|side| {
                    let middle = f32::from(side) * PI / 2.0;
                    Shape::line(arc_points(center, radius, middle - 0.4, middle + 0.4), stroke)
                })
                .collect(),
        }
    }
}

/// A circle stroked on its line; epaint's own puts the stroke outside of it.
fn ring(center: Pos2, radius: f32, stroke: Stroke) -> Shape {
    Shape::closed_line(circle_points(center, radius), stroke)
}

/// What a check found, as a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VerdictMark {
    /// A tick.
    Agrees,
    /// Two waves: agrees within rounding.
    Rounding,
    /// `≤`: only a bound can be checked.
    Bound,
    /// A cross.
    Disagrees,
    /// A circle with a bar: cannot be decided, or is refused.
    Undecided,
}

impl VerdictMark {
    /// All verdicts, best first.
    pub const ALL: [Self; 5] = [Self::Agrees, Self::Rounding, Self::Bound, Self::Disagrees, Self::Undecided];

    /// The colour of the glyph and of its word.
    pub fn color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Agrees | Self::Rounding | Self::Bound => palette.accent,
            Self::Disagrees => palette.disagree,
            Self::Undecided => palette.unclear,
        }
    }

    fn polylines(self) -> &'static [Polyline] {
        static AGREES: LazyLock<Vec<Polyline>> = LazyLock::new(|| parse("M1.5 6.5L4.5 9.5L10.5 2.5"));
        static ROUNDING: LazyLock<Vec<Polyline>> =
            LazyLock::new(|| parse("M1.5 5C3 3.2 4.5 3.2 6 4.5S9 5.8 10.5 4M1.5 9C3 7.2 4.5 7.2 6 8.5S9 9.8 10.5 8"));
        static BOUND: LazyLock<Vec<Polyline>> = LazyLock::new(|| parse("M9.5 1.5L2.5 4.75L9.5 8M2.5 10.75H9.5"));
        static DISAGREES: LazyLock<Vec<Polyline>> = LazyLock::new(|| parse("M2 2L10 10M10 2L2 10"));
        static UNDECIDED: LazyLock<Vec<Polyline>> =
            LazyLock::new(|| parse("M1.5 6A4.5 4.5 0 0 1 10.5 6A4.5 4.5 0 0 1 1.5 6ZM2.8 9.2L9.2 2.8"));
        match self {
            Self::Agrees => &AGREES,
            Self::Rounding => &ROUNDING,
            Self::Bound => &BOUND,
            Self::Disagrees => &DISAGREES,
            Self::Undecided => &UNDECIDED,
        }
    }

    /// Paints the glyph in a box of 12 points, or of `size` where a line is smaller.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let unit = size / 12.0;
        stroke_polylines(painter, self.polylines(), center, 12.0, unit, Stroke::new(1.5 * unit, color), false);
    }
}

/// Paints strokes drawn in a square box of `box_size` units, each `unit` points, around `center`.
pub(super) fn stroke_polylines(
    painter: &Painter,
    polylines: &[Polyline],
    center: Pos2,
    box_size: f32,
    unit: f32,
    stroke: Stroke,
    has_round_caps: bool,
) {
    let corner = center - Vec2::splat(box_size / 2.0) * unit;
    for polyline in polylines {
        let points: Vec<Pos2> = polyline.points.iter().map(|point| corner + point.to_vec2() * unit).collect();
        if polyline.is_closed {
            painter.add(Shape::closed_line(points, stroke));
            continue;
        }
        if has_round_caps {
            for end in [points.first(), points.last()].into_iter().flatten() {
                painter.circle_filled(*end, stroke.width / 2.0, stroke.color);
            }
        }
        painter.add(Shape::line(points, stroke));
    }
}

/// Side of a dot in a dotted line, and of the space after it; square and whole, so that dots are sharp.
const DOT: f32 = 2.0;

/// Whose a figure is: the source's, our arithmetic's, or our opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It stands in the source.
    Stated,
    /// We worked it out.
    Computed,
    /// We classified or judged it.
    Editorial,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Stated, Self::Computed, Self::Editorial];

    /// The colour of the figure's text.
    pub fn text_color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Stated => palette.text,
            Self::Computed => palette.computed,
            Self::Editorial => palette.editorial,
        }
    }

    /// The colour of the line under it, and of the edge of its card.
    pub fn line_color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Stated => palette.stated,
            Self::Computed => palette.computed,
            Self::Editorial => palette.editorial,
        }
    }

    /// The ground under the pointer.
    pub fn soft_color(self, palette: &Palette) -> Color32 {
        match self {
            Self::Stated => palette.accent_soft,
            Self::Computed => palette.computed_soft,
            Self::Editorial => palette.editorial_soft,
        }
    }

    /// How high the underline is.
    pub fn underline_height(self) -> f32 {
        match self {
            Self::Stated => 1.0,
            Self::Computed => 3.0,
            Self::Editorial => DOT,
        }
    }

    /// Paints the underline of `x` with its top at `y`; `is_on` while the figure is pressed or its card is open.
    ///
    /// egui's own underline is single and coloured with the text, so kinds could not differ in shape.
    pub fn underline(self, painter: &Painter, x: Rangef, y: f32, is_on: bool, palette: &Palette) {
        let color = self.line_color(palette);
        let line = |y: f32, height: f32| {
            painter.rect_filled(Rect::from_x_y_ranges(x, Rangef::new(y, y + height)), 0, color);
        };
        let thick = if is_on { 2.0 } else { 1.0 };
        match self {
            Self::Stated => line(y, thick),
            Self::Computed => {
                line(y, thick);
                line(y + thick + 1.0, 1.0);
            }
            Self::Editorial => {
                let dots = ((x.span() + DOT) / (2.0 * DOT)).floor() as u16;
                let size = vec2(DOT, if is_on { DOT + 1.0 } else { DOT });
                for dot in 0..dots {
                    let corner = pos2(x.min + 2.0 * DOT * f32::from(dot), y);
                    painter.rect_filled(Rect::from_min_size(corner, size), 0, color);
                }
            }
        }
    }
}
