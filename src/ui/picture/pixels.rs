//! Triangles to pixels, as the graphics card paints them: colours and glyphs multiplied and blended by their gamma values.

use std::io;

use egui::{
    ClippedPrimitive, Color32, ColorImage, Pos2, Rect,
    epaint::{Mesh, Primitive, Vertex},
    pos2,
};

/// A colour with its alpha, from 0 to 255; already multiplied by its alpha.
type Rgba = [f32; 4];

/// Paints triangles on a ground.
pub(super) fn paint(triangles: &[ClippedPrimitive], atlas: &ColorImage, size: [usize; 2], scale: f32, ground: Color32) -> ColorImage {
    let mut canvas = Canvas { image: ColorImage::filled(size, ground), atlas, scale };
    for ClippedPrimitive { clip_rect, primitive } in triangles {
        if let Primitive::Mesh(mesh) = primitive {
            canvas.mesh(*clip_rect, mesh);
        }
    }
    canvas.image
}

struct Canvas<'a> {
    image: ColorImage,
    atlas: &'a ColorImage,
    scale: f32,
}

impl Canvas<'_> {
    fn mesh(&mut self, clip: Rect, mesh: &Mesh) {
        let clip = clip * self.scale;
        let whole = Rect::from_min_size(Pos2::ZERO, egui::vec2(self.image.size[0] as f32, self.image.size[1] as f32));
        let clip = Rect::from_min_max(pos2(clip.left().round(), clip.top().round()), pos2(clip.right().round(), clip.bottom().round()));
        let clip = clip.intersect(whole);
        for corners in mesh.indices.chunks_exact(3) {
            let vertex = |nr: usize| corners.get(nr).and_then(|index| mesh.vertices.get(*index as usize));
            if let (Some(a), Some(b), Some(c)) = (vertex(0), vertex(1), vertex(2)) {
                self.triangle(clip, [*a, *b, *c]);
            }
        }
    }

    /// Paints one triangle: every pixel whose middle lies in it.
    fn triangle(&mut self, clip: Rect, mut corners: [Vertex; 3]) {
        for corner in &mut corners {
            corner.pos = (corner.pos.to_vec2() * self.scale).to_pos2();
        }
        let [a, b, c] = corners.each_ref().map(|corner| corner.pos);
        let area = cross(a, b, c);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        // All the same way round, so that an edge between two triangles belongs to one of them.
        if area < 0.0 {
            corners.swap(1, 2);
        }
        let [a, b, c] = corners.each_ref().map(|corner| corner.pos);
        let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
        if bounds.is_negative() {
            return;
        }
        let (top, bottom) = (bounds.top().floor() as usize, bounds.bottom().ceil() as usize);
        let (left, right) = (bounds.left().floor() as usize, bounds.right().ceil() as usize);
        for y in top..bottom {
            for x in left..right {
                let at = pos2(x as f32 + 0.5, y as f32 + 0.5);
                let weights = [cross(b, c, at), cross(c, a, at), cross(a, b, at)];
                let is_in = is_inside(weights[0], b, c) && is_inside(weights[1], c, a) && is_inside(weights[2], a, b);
                if is_in && clip.contains(at) {
                    self.pixel(x, y, &corners, weights.map(|weight| weight / area.abs()));
                }
            }
        }
    }

    fn pixel(&mut self, x: usize, y: usize, corners: &[Vertex; 3], weights: [f32; 3]) {
        let mut color: Rgba = [0.0; 4];
        let mut uv = egui::Vec2::ZERO;
        for (corner, weight) in corners.iter().zip(weights) {
            uv += corner.uv.to_vec2() * weight;
            for (sum, part) in color.iter_mut().zip(corner.color.to_array()) {
                *sum += f32::from(part) * weight;
            }
        }
        let glyph = self.sample(uv.to_pos2());
        let color: Rgba = std::array::from_fn(|nr| color.get(nr).zip(glyph.get(nr)).map_or(0.0, |(color, glyph)| color * glyph / 255.0));
        let [.., alpha] = color;
        let Some(pixel) = self.image.pixels.get_mut(y * self.image.size[0] + x) else { return };
        let mut blended = pixel.to_array();
        for (under, over) in blended.iter_mut().zip(color) {
            *under = (over + f32::from(*under) * (1.0 - alpha / 255.0)).round().clamp(0.0, 255.0) as u8;
        }
        let [red, green, blue, alpha] = blended;
        *pixel = Color32::from_rgba_premultiplied(red, green, blue, alpha);
    }

    /// The glyphs' image between its four nearest pixels.
    fn sample(&self, uv: Pos2) -> Rgba {
        let [width, height] = self.atlas.size;
        let (x, y) = (uv.x * width as f32 - 0.5, uv.y * height as f32 - 0.5);
        let (x, y) = (x.clamp(0.0, width.saturating_sub(1) as f32), y.clamp(0.0, height.saturating_sub(1) as f32));
        let (left, top) = (x.floor(), y.floor());
        let (dx, dy) = (x - left, y - top);
        let texel = |x: usize, y: usize| {
            let (x, y) = (x.min(width.saturating_sub(1)), y.min(height.saturating_sub(1)));
            self.atlas.pixels.get(y * width + x).copied().unwrap_or_default().to_array()
        };
        let (left, top) = (left as usize, top as usize);
        let corners = [
            (texel(left, top), (1.0 - dx) * (1.0 - dy)),
            (texel(left + 1, top), dx * (1.0 - dy)),
            (texel(left, top + 1), (1.0 - dx) * dy),
            (texel(left + 1, top + 1), dx * dy),
        ];
        let mut sum: Rgba = [0.0; 4];
        for (color, weight) in corners {
            for (sum, part) in sum.iter_mut().zip(color) {
                *sum += f32::from(part) * weight;
            }
        }
        sum
    }
}

/// Twice the area of a triangle, positive clockwise on the screen.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Whether a point lies on the inner side of an edge; one on the edge belongs to it if it is a top or a left one.
fn is_inside(weight: f32, from: Pos2, to: Pos2) -> bool {
    // Exactly: two triangles that share an edge have the same corners.
    let is_level = from.y.to_bits() == to.y.to_bits();
    let is_top_or_left = (is_level && to.x > from.x) || to.y < from.y;
    weight > 0.0 || (weight >= 0.0 && is_top_or_left)
}

/// Pixels as a PNG file with its title, and its size on paper.
pub(super) fn png(image: &ColorImage, scale: f32, title: &str) -> io::Result<Vec<u8>> {
    let side = |nr: usize| u32::try_from(image.size.get(nr).copied().unwrap_or_default()).map_err(io::Error::other);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side(0)?, side(1)?);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    // A point is a 72nd of an inch.
    let per_metre = (72.0 * scale / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), title.to_owned())?;
    let mut writer = encoder.write_header()?;
    let rgba: Vec<u8> = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
    writer.write_image_data(&rgba)?;
    writer.finish()?;
    Ok(bytes)
}
