//! Shapes as SVG: text as text in the window's face, everything else as rectangles and paths.

use std::fmt::Write as _;

use egui::{Color32, Rect, Vec2, epaint::ClippedShape};

use super::shapes;
use crate::markup::escape;

/// What is written of a picture while it is walked through.
pub(super) struct Svg {
    pub(super) text: String,
    num_clips: usize,
    /// What the ids of the clips begin with: in a page they must differ from those of other pictures.
    prefix: String,
}

/// Shapes on a ground as an SVG file with its title.
pub(super) fn write(clipped: &[ClippedShape], size: Vec2, ground: Color32, title: &str) -> String {
    let (width, height) = (number(size.x), number(size.y));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n<rect width=\"{width}\" height=\"{height}\"{}/>\n{}</svg>\n",
        escape(title),
        fill(ground),
        shapes_of(clipped, size, "c")
    )
}

/// Shapes as an element of a page, on the page's own ground and without the `margin` around them; `name` is its own among
/// those of the page.
pub(super) fn write_in_page(clipped: &[ClippedShape], (size, margin): (Vec2, f32), (title, told): (&str, &str), name: &str) -> String {
    let [width, height, edge] = [size.x - 2.0 * margin, size.y - 2.0 * margin, margin].map(number);
    format!(
        "<svg width=\"{width}\" height=\"{height}\" viewBox=\"{edge} {edge} {width} {height}\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n{}</svg>\n",
        escape(title),
        escape(told),
        shapes_of(clipped, size, name)
    )
}

fn shapes_of(clipped: &[ClippedShape], size: Vec2, prefix: &str) -> String {
    let mut svg = Svg { text: String::new(), num_clips: 0, prefix: prefix.to_owned() };
    let whole = Rect::from_min_size(egui::Pos2::ZERO, size);
    for ClippedShape { clip_rect, shape, .. } in clipped {
        let bounds = shape.visual_bounding_rect();
        if !bounds.is_positive() || !bounds.intersects(clip_rect.intersect(whole)) {
            continue;
        }
        let is_clipped = !clip_rect.expand(0.5).contains_rect(bounds.intersect(whole));
        if is_clipped {
            svg.open_clip(*clip_rect);
        }
        shapes::put(&mut svg, shape);
        if is_clipped {
            svg.put("</g>\n");
        }
    }
    svg.text
}

impl Svg {
    pub(super) fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn open_clip(&mut self, clip: Rect) {
        self.num_clips += 1;
        let (id, place) = (format!("{}{}", self.prefix, self.num_clips), place(clip));
        write!(self.text, "<clipPath id=\"{id}\"><rect{place}/></clipPath>\n<g clip-path=\"url(#{id})\">\n").ok();
    }
}

/// Where a rectangle lies, as attributes.
pub(super) fn place(rect: Rect) -> String {
    let [x, y, width, height] = [rect.left(), rect.top(), rect.width(), rect.height()].map(number);
    format!(" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

/// A colour to fill with, as attributes.
pub(super) fn fill(color: Color32) -> String {
    paint("fill", color)
}

/// A line's colour and width, as attributes; nothing for no line.
pub(super) fn stroke(width: f32, color: Color32) -> String {
    if width <= 0.0 || color.a() == 0 { String::new() } else { format!("{} stroke-width=\"{}\"", paint("stroke", color), number(width)) }
}

fn paint(name: &str, color: Color32) -> String {
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    match a {
        0 => format!(" {name}=\"none\""),
        255 => format!(" {name}=\"#{r:02x}{g:02x}{b:02x}\""),
        a => format!(" {name}=\"#{r:02x}{g:02x}{b:02x}\" {name}-opacity=\"{}\"", number(f32::from(a) / 255.0)),
    }
}

/// A number with as many decimals as can be seen.
pub(super) fn number(number: f32) -> String {
    let text = format!("{number:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}
