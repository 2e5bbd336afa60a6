//! The icons of sidebar and tools, and the program's own mark.
//!
//! Each is drawn as strokes in a box of 16 points, so it takes any colour and stays sharp at any scale.

use std::sync::LazyLock;

use egui::{Color32, IconData, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use super::{
    marks::stroke_polylines,
    path::{Polyline, parse},
    theme::ICON_STROKE,
};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $stroke:literal $(+ $fill:literal)?;)*) => {
        /// A picture of a view or of an action.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Icon {
            $($(#[$doc])* $name,)*
        }

        impl Icon {
            /// All icons.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            fn drawing(self) -> &'static Drawing {
                match self {
                    $(Self::$name => {
                        static DRAWING: LazyLock<Drawing> = LazyLock::new(|| Drawing::new($stroke, concat!("", $($fill)?)));
                        &DRAWING
                    })*
                }
            }
        }
    };
}

icons! {
    /// Four tiles.
    Overview = "M2.5 2.5H6.5V6.5H2.5ZM9.5 2.5H13.5V6.5H9.5ZM2.5 9.5H6.5V13.5H2.5ZM9.5 9.5H13.5V13.5H9.5Z";
    /// Lines of a paragraph.
    Article = "M4.5 3.5H13.5M2.5 6.5H13.5M2.5 9.5H13.5M2.5 12.5H9.5";
    /// A table with its header and first column.
    Projects = "M3.5 2.5H12.5A1 1 0 0 1 13.5 3.5V12.5A1 1 0 0 1 12.5 13.5H3.5A1 1 0 0 1 2.5 12.5V3.5A1 1 0 0 1 3.5 2.5ZM2.5 6.5H13.5M6.5 6.5V13.5";
    /// A road to the horizon.
    Infrastructure = "M5.5 2.5L2.5 13.5M10.5 2.5L13.5 13.5M8 3V5M8 7V9M8 11V13";
    /// A ticked form.
    Approvals = "M3.5 2.5H12.5A1 1 0 0 1 13.5 3.5V12.5A1 1 0 0 1 12.5 13.5H3.5A1 1 0 0 1 2.5 12.5V3.5A1 1 0 0 1 3.5 2.5ZM5 8.2L7.2 10.4L11 5.8";
    /// A person.
    Services = "M5.5 5A2.5 2.5 0 0 1 10.5 5A2.5 2.5 0 0 1 5.5 5ZM2.8 13.5C2.8 10.6 5 9.2 8 9.2S13.2 10.6 13.2 13.5";
    /// Two arrows that pass each other.
    Reform = "M2.5 5.5H13.5L10.5 2.5M13.5 10.5H2.5L5.5 13.5";
    /// An axis with two events.
    Timeline = "M2 8H14M13.5 5.5V10.5" + "M2.75 8A1.75 1.75 0 0 1 6.25 8A1.75 1.75 0 0 1 2.75 8ZM7.75 8A1.75 1.75 0 0 1 11.25 8A1.75 1.75 0 0 1 7.75 8Z";
    /// A number sign.
    Facts = "M6.5 2.5L4.5 13.5M11.5 2.5L9.5 13.5M3 6H13.5M2.5 10H13";
    /// A blank: a dash in a dashed frame.
    Unstated = "M2.5 5.5V2.5H5.5M10.5 2.5H13.5V5.5M13.5 10.5V13.5H10.5M5.5 13.5H2.5V10.5M5.5 8H10.5";
    /// A looking glass.
    Search = "M3 7A4 4 0 0 1 11 7A4 4 0 0 1 3 7ZM10 10L13.5 13.5";
    /// A filter that is not set.
    Funnel = "M2.5 3.5H13.5L9.5 8.5V13L6.5 11.5V8.5Z";
    /// A filter that is set.
    FunnelFull = "M2.5 3.5H13.5L9.5 8.5V13L6.5 11.5V8.5Z" + "M2.5 3.5H13.5L9.5 8.5H6.5ZM6.5 8.5H9.5V13L6.5 11.5Z";
    /// Three columns.
    Columns = "M3.5 3H12.5A1 1 0 0 1 13.5 4V12A1 1 0 0 1 12.5 13H3.5A1 1 0 0 1 2.5 12V4A1 1 0 0 1 3.5 3ZM6.2 3V13M9.8 3V13";
    /// An arrow out of a tray.
    Export = "M8 9.5V2.5M5 5L8 2.5L11 5M2.5 9.5V13.5H13.5V9.5";
    /// Two panes beside each other.
    Beside = "M3.5 3H12.5A1 1 0 0 1 13.5 4V12A1 1 0 0 1 12.5 13H3.5A1 1 0 0 1 2.5 12V4A1 1 0 0 1 3.5 3ZM8 3V13";
    /// Back.
    Left = "M9.5 3.5L5 8L9.5 12.5";
    /// Forward.
    Right = "M6.5 3.5L11 8L6.5 12.5";
    /// Close or drop.
    Cross = "M4 4L12 12M12 4L4 12";
    /// There is more below.
    Down = "M4 6.5L8 10.5L12 6.5";
    /// A tick.
    Check = "M3 8.5L6.5 12L13 4.5";
    /// Add.
    Plus = "M8 3V13M3 8H13";
    /// Take away.
    Minus = "M3 8H13";
    /// The light theme.
    Sun = "M5.25 8A2.75 2.75 0 0 1 10.75 8A2.75 2.75 0 0 1 5.25 8ZM8 1.5V3M8 13V14.5M1.5 8H3M13 8H14.5M3.4 3.4L4.5 4.5M11.5 11.5L12.6 12.6M3.4 12.6L4.5 11.5M11.5 4.5L12.6 3.4";
    /// The dark theme.
    Moon = "M12.5 10A5.2 5.2 0 0 1 6 3.5A5.2 5.2 0 1 0 12.5 10Z";
    /// A sheet of paper.
    Document = "M3.5 2.5H9.5L12.5 5.5V13.5H3.5Z";
    /// Two links of a chain.
    Link = "M6 10L10 6M7 4.5L8.5 3A3 3 0 0 1 13 7.5L11.5 9M9 11.5L7.5 13A3 3 0 0 1 3 8.5L4.5 7";
    /// A ribbon in a book: views that have a name.
    Bookmark = "M4.5 2.5H11.5V13.5L8 10.5L4.5 13.5Z";
    /// A pen.
    Pen = "M3 13L3.6 10.4L10.6 3.4L12.6 5.4L5.6 12.4Z";
    /// An arrow into a tray.
    Save = "M8 2.5V9.5M5 7L8 10L11 7M2.5 9.5V13.5H13.5V9.5";
    /// Sorted upwards.
    SortUp = "M8 13V3M4.5 6.5L8 3L11.5 6.5";
    /// Sorted downwards.
    SortDown = "M8 3V13M4.5 9.5L8 13L11.5 9.5";
}

#[derive(Debug)]
struct Drawing {
    strokes: Vec<Polyline>,
    fills: Vec<Polyline>,
}

impl Drawing {
    fn new(stroke: &str, fill: &str) -> Self {
        Self { strokes: parse(stroke), fills: parse(fill) }
    }
}

impl Icon {
    /// Paints the icon in a square of `size` points around `center`.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let unit = size / 16.0;
        let drawing = self.drawing();
        let corner = center - Vec2::splat(size / 2.0);
        for fill in &drawing.fills {
            let points = fill.points.iter().map(|point| corner + point.to_vec2() * unit).collect();
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
        let stroke = Stroke::new(ICON_STROKE * unit, color);
        // Strokes under one point are as wide as the pixels they touch; round ends would only make them heavier.
        let has_round_caps = stroke.width >= 1.0;
        stroke_polylines(painter, &drawing.strokes, center, 16.0, unit, stroke, has_round_caps);
    }
}

/// The ground of the program's mark, the same in both themes.
const LEAF_GROUND: Color32 = Color32::from_rgb(0x17, 0x68, 0x4D);
const LEAF_SOLID: Color32 = Color32::from_rgb(0xF2, 0xF8, 0xF4);
const LEAF_HOLLOW: Color32 = Color32::from_rgb(0x9B, 0xD6, 0xB8);

static LEAVES: LazyLock<[Vec<Polyline>; 3]> = LazyLock::new(|| {
    [
        parse("M14.8 4C6.8 10 3.6 19.5 6.2 28C13.2 23 16.8 14 14.8 4Z"),
        parse("M17.2 4C25.2 10 28.4 19.5 25.8 28C18.8 23 15.2 14 17.2 4Z"),
        parse("M19.1 9.2C18.8 15 20.6 20 24.1 23.6C24.8 18.4 23 13.2 19.1 9.2Z"),
    ]
});

/// Paints two willow leaves from one twig, one solid and one hollow: a figure and its evidence.
pub fn paint_app_mark(painter: &Painter, rect: Rect) {
    let unit = rect.width() / 32.0;
    painter.rect_filled(rect, (7.0 * unit).round() as u8, LEAF_GROUND);
    for (leaf, color) in LEAVES.iter().zip([LEAF_SOLID, LEAF_HOLLOW, LEAF_GROUND]) {
        for outline in leaf {
            let points = outline.points.iter().map(|point| pos2(rect.left() + point.x * unit, rect.top() + point.y * unit)).collect();
            painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
        }
    }
}

/// The mark as the window's icon, 128 pixels wide.
pub fn window_icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/icon-128.png")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_lies_in_its_box() {
        for icon in Icon::ALL {
            let drawing = icon.drawing();
            assert!(!drawing.strokes.is_empty(), "{icon:?} has no stroke");
            for line in drawing.strokes.iter().chain(&drawing.fills) {
                assert!(line.points.len() > 1, "{icon:?} has a stroke of one point");
                for point in &line.points {
                    assert!((1.0..=15.0).contains(&point.x) && (1.0..=15.0).contains(&point.y), "{icon:?} leaves its box at {point:?}");
                }
            }
        }
    }

    #[test]
    fn the_window_icon_is_a_picture() {
        let icon = window_icon();
        assert_eq!((icon.width, icon.height), (128, 128));
        assert_eq!(icon.rgba.len(), 128 * 128 * 4);
    }
}
