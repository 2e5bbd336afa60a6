//! Our rows on egui's galleys.
//!
//! egui shapes a paragraph once, as one endless row; [`Measured`] chooses where rows end; then the shaped glyphs are
//! *moved* into rows of our own. The galley's job stays the unbroken text, so selection, copy and screen readers see
//! offsets of the text and no line break that the text does not have.

use std::{ops::Range, sync::Arc};

use egui::{
    Galley, Mesh, Pos2, Rect,
    emath::GuiRounding as _,
    epaint::text::{FontsView, Glyph, LayoutJob, PlacedRow, Row},
    pos2, vec2,
};

use crate::{
    article::{
        breaks::{is_close, is_han, is_open},
        lines::Setting,
        measured::{Measured, Place},
        spacing::Cell,
    },
    locale::Lang,
};

/// A text to be shaped.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// Text and formats, without a wrap width.
    pub(super) job: LayoutJob,
    /// The language whose rules rows follow.
    pub(super) lang: Lang,
    /// The size of its Han, in points.
    pub(super) em: f32,
    /// What stays on one row each, as chars.
    pub(super) atoms: Vec<Range<usize>>,
    /// Chars with room after them, and how much, in points.
    pub(super) tails: Vec<(usize, f32)>,
}

/// A text that egui has shaped: all that does not depend on the measure.
#[derive(Debug)]
pub(super) struct Shaped {
    flat: Arc<Galley>,
    /// The widths, and an empty row to be cloned, since rows have private fields. `None` if egui did not keep to one
    /// glyph for each char; then it breaks the rows itself.
    measured: Option<(Measured, Arc<Row>)>,
}

impl Shaped {
    /// Shapes a text.
    pub(super) fn new(fonts: &mut FontsView<'_>, mut source: Source) -> Self {
        source.job.wrap.max_width = f32::INFINITY;
        let flat = fonts.layout_job(source.job);
        let empty = fonts.layout_job(LayoutJob::default());
        let text = flat.text();
        let measured = match (flat.rows.as_slice(), empty.rows.as_slice()) {
            ([row], [blank]) if row.glyphs.len() == text.chars().count() => {
                let mut cells: Vec<Cell> = row.glyphs.iter().map(|glyph| cell(glyph, source.em, flat.pixels_per_point)).collect();
                for (at, room) in source.tails {
                    if let Some(cell) = cells.get_mut(at) {
                        cell.tail = room;
                    }
                }
                Some((Measured::new(text, source.lang, source.em, &source.atoms, cells), Arc::clone(&blank.row)))
            }
            _ => None,
        };
        Self { flat, measured }
    }

    /// Sets the text to a measure.
    pub(super) fn set(&self, fonts: &mut FontsView<'_>, setting: &Setting) -> Arc<Galley> {
        match (&self.measured, self.flat.rows.first()) {
            (Some((measured, blank)), Some(flat_row)) => Arc::new(self.moved(flat_row, blank, measured, setting)),
            _ => self.wrapped_by_egui(fonts, setting),
        }
    }

    fn wrapped_by_egui(&self, fonts: &mut FontsView<'_>, setting: &Setting) -> Arc<Galley> {
        let mut job = LayoutJob::clone(&self.flat.job);
        job.wrap.max_width = setting.measure;
        if let Some(first) = job.sections.first_mut() {
            first.leading_space = setting.indent;
        }
        fonts.layout_job(job)
    }

    /// A galley whose rows hold the glyphs of `flat_row`, each where its line puts it.
    fn moved(&self, flat_row: &Row, blank: &Arc<Row>, measured: &Measured, setting: &Setting) -> Galley {
        let lines = measured.lines(setting);
        let mover = Mover::new(flat_row, self.flat.text(), self.flat.pixels_per_point);
        let mut galley = Galley::clone(&self.flat);
        galley.rows = Vec::with_capacity(lines.len());
        (galley.num_vertices, galley.num_indices, galley.mesh_bounds) = (0, 0, Rect::NOTHING);
        for (line_nr, line) in lines.iter().enumerate() {
            let height = flat_row.size.y;
            // Rows stand on whole pixels; what an indent has over goes to the glyphs.
            let pos = pos2(mover.round(line.x), mover.round(line_nr as f32 * height));
            let mut row = Row::clone(blank);
            mover.fill(&mut row, measured.places(line), line.x - pos.x);
            row.size = vec2(line.x - pos.x + line.width, height);
            galley.mesh_bounds |= row.visuals.mesh_bounds.translate(pos.to_vec2());
            galley.num_vertices += row.visuals.mesh.vertices.len();
            galley.num_indices += row.visuals.mesh.indices.len();
            galley.rows.push(PlacedRow { pos, row: Arc::new(row), ends_with_newline: false });
        }
        if lines.is_empty() {
            galley.rows.push(PlacedRow { pos: Pos2::ZERO, row: Arc::clone(blank), ends_with_newline: false });
        }
        let height = galley.rows.last().map_or(0.0, PlacedRow::max_y);
        galley.rect = Rect::from_min_size(Pos2::ZERO, vec2(setting.measure, height).round_ui());
        galley
    }

    /// The width of the text on one row.
    pub(super) fn natural_width(&self) -> f32 {
        self.measured.as_ref().map_or(self.flat.size().x, |(measured, _)| measured.natural_width())
    }
}

/// What a shaped glyph measures.
///
/// A mark can be squeezed only if the face draws it in one half of the em: faces of Taiwan centre their marks.
fn cell(glyph: &Glyph, em: f32, pixels_per_point: f32) -> Cell {
    let (left, right) = (glyph.uv_rect.offset.x, glyph.uv_rect.offset.x + glyph.uv_rect.size.x);
    let slop = 0.06 * em + 1.0 / pixels_per_point;
    let is_full = glyph.advance_width > 0.9 * em;
    let is_half_white = (is_close(glyph.chr) && right <= 0.5 * em + slop) || (is_open(glyph.chr) && left >= 0.5 * em - slop);
    Cell { advance: glyph.advance_width, white: if is_full && is_half_white { 0.5 * em } else { 0.0 }, tail: 0.0 }
}

/// Moves glyphs from one endless row.
struct Mover<'a> {
    flat_row: &'a Row,
    /// egui gives each glyph of a cluster the cluster's first char; cursors need each its own.
    chars: Vec<char>,
    /// Where each glyph stands in the flat row; exact, as `Glyph::pos` is not.
    flat_x: Vec<f32>,
    pixels_per_point: f32,
}

impl<'a> Mover<'a> {
    fn new(flat_row: &'a Row, text: &str, pixels_per_point: f32) -> Self {
        let advances = flat_row.glyphs.iter().scan(0.0, |x, glyph| {
            let left = *x;
            *x += glyph.advance_width;
            Some(left)
        });
        let flat_x = advances.collect();
        Self { flat_row, chars: text.chars().collect(), flat_x, pixels_per_point }
    }

    fn round(&self, x: f32) -> f32 {
        (x * self.pixels_per_point).round() / self.pixels_per_point
    }

    /// Fills a row with glyphs; the first char stands at `start`.
    fn fill(&self, row: &mut Row, places: impl Iterator<Item = Place>, start: f32) {
        let mut mesh = Mesh { texture_id: self.flat_row.visuals.mesh.texture_id, ..Mesh::default() };
        let (mut shift, mut word_end) = (0.0, f32::NAN);
        for place in places {
            let (Some(glyph), Some(&chr), Some(flat_x)) =
                (self.flat_row.glyphs.get(place.at), self.chars.get(place.at), self.flat_x.get(place.at))
            else {
                continue;
            };
            let mut glyph = *glyph;
            glyph.chr = chr;
            let x = start + place.x;
            // Bitmaps are drawn for whole pixels, or for one quarter of one: they move by whole pixels only, and the
            // letters of a word move together, so that its spacing stays the shaper's.
            let continues_word = chr.is_ascii_graphic() && (word_end - x).abs() < 0.01;
            if !continues_word {
                let left = self.round(x - place.cut_left);
                shift = if is_han(chr) { left - glyph.pos.x } else { self.round(x - place.cut_left - flat_x) };
            }
            word_end = if chr.is_ascii_graphic() { x + place.advance } else { f32::NAN };
            self.move_quad(&mut glyph, &mut mesh, shift);
            (glyph.pos.x, glyph.advance_width) = (x, place.advance);
            row.glyphs.push(glyph);
        }
        row.visuals.glyph_vertex_range = 0..mesh.vertices.len();
        row.visuals.mesh_bounds = mesh.calc_bounds();
        row.visuals.mesh = mesh;
    }

    /// Copies what a glyph draws, `shift` points to the right.
    fn move_quad(&self, glyph: &mut Glyph, mesh: &mut Mesh, shift: f32) {
        let from = glyph.first_vertex as usize;
        let first = mesh.vertices.len() as u32;
        glyph.first_vertex = first;
        if glyph.uv_rect.is_nothing() {
            return;
        }
        let Some(quad) = self.flat_row.visuals.mesh.vertices.get(from..from + 4) else { return };
        mesh.indices.extend([first, first + 1, first + 2, first + 2, first + 1, first + 3]);
        mesh.vertices.extend(quad.iter().map(|vertex| {
            let mut vertex = *vertex;
            vertex.pos.x += shift;
            vertex
        }));
    }
}

/// Where a stretch of chars stands in a row of a galley.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    /// What it covers, the whole row high; from the galley's corner.
    pub(super) rect: Rect,
    /// Its baseline.
    pub(super) baseline: f32,
}

/// Where chars stand in a galley: a stretch for each row they touch.
pub(super) fn stretches(galley: &Galley, chars: &Range<usize>) -> Vec<Stretch> {
    let (mut found, mut first) = (Vec::new(), 0);
    for row in &galley.rows {
        let inside = chars.start.max(first)..chars.end.min(first + row.glyphs.len());
        if inside.start < inside.end
            && let Some([start, .., end] | [start @ end]) = row.glyphs.get(inside.start - first..inside.end - first)
        {
            let (left, right) = (row.pos.x + start.pos.x, row.pos.x + end.pos.x + end.advance_width);
            let rect = Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y()));
            found.push(Stretch { rect, baseline: row.pos.y + start.pos.y });
        }
        first += row.glyphs.len() + usize::from(row.ends_with_newline);
    }
    found
}
