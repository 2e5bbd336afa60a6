//! Each kind of shape as SVG.

use egui::{
    Color32, CornerRadius, FontFamily, Pos2, Rect, Shape, StrokeKind,
    epaint::{ColorMode, Mesh, RectShape, TextShape},
    pos2,
};

use super::svg::{Svg, fill, number, place, stroke};
use crate::{markup::escape, ui::fonts};

/// Writes one shape, with all that it holds.
pub(super) fn put(svg: &mut Svg, shape: &Shape) {
    match shape {
        Shape::Noop | Shape::Callback(_) => {}
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| put(svg, shape)),
        Shape::Rect(rect) => put_rect(svg, rect),
        Shape::Circle(circle) => {
            let at = format!(" cx=\"{}\" cy=\"{}\" r=\"{}\"", number(circle.center.x), number(circle.center.y), number(circle.radius));
            svg.put(&format!("<circle{at}{}{}/>\n", fill(circle.fill), stroke(circle.stroke.width, circle.stroke.color)));
        }
        Shape::Ellipse(ellipse) => {
            let [x, y, rx, ry] = [ellipse.center.x, ellipse.center.y, ellipse.radius.x, ellipse.radius.y].map(number);
            let paint = format!("{}{}", fill(ellipse.fill), stroke(ellipse.stroke.width, ellipse.stroke.color));
            svg.put(&format!("<ellipse cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\"{paint}/>\n"));
        }
        Shape::LineSegment { points, stroke: of } => put_path(svg, points, false, Color32::TRANSPARENT, (of.width, of.color)),
        Shape::Path(path) => {
            let color = if let ColorMode::Solid(color) = path.stroke.color { color } else { Color32::TRANSPARENT };
            put_path(svg, &path.points, path.closed, path.fill, (path.stroke.width, color));
        }
        Shape::QuadraticBezier(curve) => {
            let color = if let ColorMode::Solid(color) = curve.stroke.color { color } else { Color32::TRANSPARENT };
            put_path(svg, &curve.flatten(None), curve.closed, curve.fill, (curve.stroke.width, color));
        }
        Shape::CubicBezier(curve) => {
            let color = if let ColorMode::Solid(color) = curve.stroke.color { color } else { Color32::TRANSPARENT };
            put_path(svg, &curve.flatten(None), curve.closed, curve.fill, (curve.stroke.width, color));
        }
        Shape::Band(band) => {
            let upper = band.points.iter().map(|point| pos2(point.x, point.y.min));
            let lower = band.points.iter().rev().map(|point| pos2(point.x, point.y.max));
            put_path(svg, &upper.chain(lower).collect::<Vec<_>>(), true, band.fill, (band.stroke.width, band.stroke.color));
        }
        Shape::Mesh(mesh) => put_mesh(svg, mesh),
        Shape::Text(text) => put_text(svg, text),
    }
}

fn put_rect(svg: &mut Svg, rect: &RectShape) {
    let width = if rect.stroke.is_empty() { 0.0 } else { rect.stroke.width };
    // SVG draws a line on the edge, half of it on each side.
    let by = match rect.stroke_kind {
        StrokeKind::Inside => -width / 2.0,
        StrokeKind::Middle => 0.0,
        StrokeKind::Outside => width / 2.0,
    };
    let CornerRadius { nw, ne, sw, se } = rect.corner_radius;
    let radius = (f32::from(nw.max(ne).max(sw).max(se)) + by).max(0.0);
    let corners = if radius > 0.0 { format!(" rx=\"{}\"", number(radius)) } else { String::new() };
    // A line of no width leaves the rectangle as it is.
    let edge = if width > 0.0 { rect.rect.expand(by) } else { rect.rect };
    svg.put(&format!("<rect{}{corners}{}{}/>\n", place(edge), fill(rect.fill), stroke(width, rect.stroke.color)));
}

fn put_path(svg: &mut Svg, points: &[Pos2], is_closed: bool, ground: Color32, (width, color): (f32, Color32)) {
    if points.is_empty() {
        return;
    }
    let mut path = String::new();
    for (nr, point) in points.iter().enumerate() {
        path.push_str(if nr == 0 { "M" } else { "L" });
        path.push_str(&format!("{} {}", number(point.x), number(point.y)).replace(" -", "-"));
    }
    path.push_str(if is_closed { "Z" } else { "" });
    svg.put(&format!("<path d=\"{path}\"{}{}/>\n", fill(ground), stroke(width, color)));
}

/// Triangles in the colour of their first corner.
fn put_mesh(svg: &mut Svg, mesh: &Mesh) {
    for corners in mesh.indices.chunks_exact(3) {
        let vertices: Vec<_> = corners.iter().filter_map(|index| mesh.vertices.get(*index as usize)).collect();
        let points: Vec<Pos2> = vertices.iter().map(|vertex| vertex.pos).collect();
        let color = vertices.first().map_or(Color32::TRANSPARENT, |vertex| vertex.color);
        put_path(svg, &points, true, color, (0.0, Color32::TRANSPARENT));
    }
}

/// Text row by row; where its format changes, a new piece begins.
fn put_text(svg: &mut Svg, text: &TextShape) {
    let job = &text.galley.job;
    let section_at = |byte: usize| {
        let found = job.sections.iter().position(|section| section.byte_range.start.0 <= byte && byte < section.byte_range.end.0);
        found.unwrap_or(job.sections.len().saturating_sub(1))
    };
    let mut byte = 0;
    for row in &text.galley.rows {
        let origin = text.pos + row.pos.to_vec2();
        let mut piece: Option<Piece> = None;
        for glyph in &row.glyphs {
            let section = section_at(byte);
            byte += glyph.chr.len_utf8();
            let end = origin.x + glyph.pos.x + glyph.advance_width;
            match &mut piece {
                Some(piece) if piece.section == section => {
                    piece.text.push(glyph.chr);
                    piece.right = end;
                }
                _ => {
                    if let Some(piece) = piece.take() {
                        put_piece(svg, text, &piece);
                    }
                    let at = pos2(origin.x + glyph.pos.x, origin.y + glyph.pos.y);
                    piece = Some(Piece { section, at, right: end, text: glyph.chr.to_string() });
                }
            }
        }
        byte += usize::from(row.ends_with_newline);
        if let Some(piece) = piece {
            put_piece(svg, text, &piece);
        }
    }
}

/// A stretch of a row in one format.
struct Piece {
    section: usize,
    /// Where its baseline begins.
    at: Pos2,
    right: f32,
    text: String,
}

fn put_piece(svg: &mut Svg, shape: &TextShape, piece: &Piece) {
    let Some(section) = shape.galley.job.sections.get(piece.section) else { return };
    let format = &section.format;
    let own = if format.color == Color32::PLACEHOLDER { shape.fallback_color } else { format.color };
    let color = shape.override_text_color.unwrap_or(own);
    let text = piece.text.trim_end();
    if text.is_empty() {
        return;
    }
    if format.background.a() > 0 {
        let box_top = piece.at.y - format.font_id.size;
        let ground = Rect::from_min_max(pos2(piece.at.x, box_top), pos2(piece.right, piece.at.y + format.font_id.size * 0.25));
        svg.put(&format!("<rect{}{}/>\n", place(ground), fill(format.background)));
    }
    let weight = if fonts::is_bold(&format.font_id.family) { " font-weight=\"700\"" } else { "" };
    let family = match &format.font_id.family {
        FontFamily::Monospace => "Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, monospace",
        _ => "Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif",
    };
    let [x, y, size] = [piece.at.x, piece.at.y, format.font_id.size].map(number);
    // Another face may be wider; the text keeps the room that was measured for it.
    let length = if text.chars().count() > 1 && text == piece.text {
        format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(piece.right - piece.at.x))
    } else {
        String::new()
    };
    let face = format!(" font-family=\"{family}\" font-size=\"{size}\"{weight}{length}");
    svg.put(&format!("<text x=\"{x}\" y=\"{y}\"{face}{} xml:space=\"preserve\">{}</text>\n", fill(color), escape(text)));
}
