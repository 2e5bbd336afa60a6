//! Pictures of what is drawn: the same drawing functions without a window, as pixels or as shapes and text.
//!
//! No file is written and nothing is put on the clipboard here.

mod pixels;
mod shapes;
mod svg;

use egui::{
    ClippedPrimitive, Color32, ColorImage, Context, Margin, RawInput, Rect, Theme, ThemePreference, Ui, UiBuilder, Vec2, ViewportId,
    epaint::ClippedShape, pos2, vec2,
};

use super::{
    fonts,
    theme::{self, Palette},
};

/// How many pixels a point has: enough for paper, and whole.
const SCALE: f32 = 2.0;
/// Space around what is drawn.
const MARGIN: i8 = 24;
/// The highest picture, in points; what does not fit is cut off.
const MOST_HEIGHT: f32 = 8000.0;

/// What was drawn, ready to be written.
pub struct Picture {
    shapes: Vec<ClippedShape>,
    triangles: Vec<ClippedPrimitive>,
    /// The glyphs that the triangles show parts of.
    atlas: ColorImage,
    ground: Color32,
    /// How large it is, in points.
    pub size: Vec2,
}

impl Picture {
    /// Draws in a theme, `width` points wide and as high as it comes to, with the faces of the window.
    pub fn draw(theme: Theme, width: f32, mut add: impl FnMut(&mut Ui)) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        fonts::with_system(&ctx);
        ctx.set_theme(match theme {
            Theme::Dark => ThemePreference::Dark,
            Theme::Light => ThemePreference::Light,
        });
        let margin = Margin::same(MARGIN);
        let room = Rect::from_min_size(pos2(0.0, 0.0), vec2(width + margin.sum().x, MOST_HEIGHT));
        let mut size = room.size();
        let mut shapes = Vec::new();
        // The second time everything knows its size.
        for _ in 0..2 {
            let mut input = RawInput { screen_rect: Some(room), ..RawInput::default() };
            input.viewports.entry(ViewportId::ROOT).or_default().native_pixels_per_point = Some(SCALE);
            let mut output = ctx.run_ui(input, |ui| {
                let mut inner = ui.new_child(UiBuilder::new().max_rect(room - margin));
                inner.spacing_mut().item_spacing.y = 0.0;
                add(&mut inner);
                size.y = (inner.min_rect().bottom() + f32::from(MARGIN)).ceil();
            });
            output.textures_delta.clear();
            shapes = std::mem::take(&mut output.shapes);
        }
        let triangles = ctx.tessellate(shapes.clone(), SCALE);
        #[expect(clippy::redundant_closure_for_method_calls, reason = "the method itself holds for one lifetime only")]
        let atlas = ctx.fonts(|fonts| fonts.image());
        Self { shapes, triangles, atlas, ground: Palette::of_theme(theme).surface, size: size.min(vec2(size.x, MOST_HEIGHT)) }
    }

    /// The picture as pixels, two for each point.
    pub fn pixels(&self) -> ColorImage {
        let size = self.size * SCALE;
        pixels::paint(&self.triangles, &self.atlas, [size.x.round() as usize, size.y.round() as usize], SCALE, self.ground)
    }

    /// The picture as a PNG file that knows its title.
    pub fn png(&self, title: &str) -> std::io::Result<Vec<u8>> {
        pixels::png(&self.pixels(), SCALE, title)
    }

    /// The picture as an SVG file: text is text.
    pub fn svg(&self, title: &str) -> String {
        svg::write(&self.shapes, self.size, self.ground, title)
    }

    /// The picture as an element of a page: its title, what it tells to who cannot see it, and a name of its own there.
    pub fn svg_in_page(&self, title: &str, told: &str, name: &str) -> String {
        svg::write_in_page(&self.shapes, (self.size, f32::from(MARGIN)), (title, told), name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{bars, marks::Mark, text::text_ui, theme::Type};

    fn sample(theme: Theme) -> Picture {
        Picture::draw(theme, 200.0, |ui| {
            let palette = Palette::of(ui);
            text_ui(ui, Type::Heading, palette.text, "签约 <56> 个");
            let (rect, _) = ui.allocate_exact_size(vec2(200.0, 20.0), egui::Sense::hover());
            bars::bar(ui.painter(), rect.with_max_x(rect.left() + 100.0), Mark::Built, palette);
        })
    }

    #[test]
    fn there_is_ink_where_the_bar_is_and_none_beside_it() {
        for theme in [Theme::Light, Theme::Dark] {
            let (picture, palette) = (sample(theme), Palette::of_theme(theme));
            let pixels = picture.pixels();
            assert_eq!(pixels.size, [(picture.size.x * SCALE) as usize, (picture.size.y * SCALE) as usize]);
            let at = |x: f32, y: f32| pixels.pixels[(y * SCALE) as usize * pixels.size[0] + (x * SCALE) as usize];
            let middle = picture.size.y - f32::from(MARGIN) - 10.0;
            assert_eq!(at(74.0, middle), palette.accent_mid, "in the bar");
            assert_eq!(at(174.0, middle), palette.surface, "beside it");
            let head = pixels.pixels.iter().take(pixels.size[0] * 90).filter(|pixel| **pixel == palette.text).count();
            assert!(head > 100, "the words have ink: {head}");
        }
    }

    #[test]
    fn a_png_reads_back_as_it_was_painted() {
        let picture = sample(Theme::Light);
        let bytes = picture.png("柳城").expect("a file");
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a picture");
        let mut rgba = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut rgba).expect("pixels");
        let pixels = picture.pixels();
        assert_eq!([info.width as usize, info.height as usize], pixels.size);
        assert_eq!(ColorImage::from_rgba_unmultiplied(pixels.size, &rgba).pixels, pixels.pixels);
    }

    #[test]
    fn an_svg_has_its_title_its_text_and_its_bar() {
        let svg = sample(Theme::Light).svg("A & B");
        assert!(svg.contains("<title>A &amp; B</title>"), "{svg}");
        assert!(svg.contains(">签约 &lt;56&gt; 个</text>"), "{svg}");
        assert!(svg.contains("width=\"100\" height=\"20\"") && svg.contains("#3e8f71"), "{svg}");
        let mut open = Vec::new();
        for tag in svg.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "closed in order"),
                None if tag.ends_with('/') || tag.starts_with('?') => {}
                None => open.push(tag.split(' ').next().unwrap_or_default()),
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
    }
}
