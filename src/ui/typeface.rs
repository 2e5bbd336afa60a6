//! The type scale: eight sizes, each with its line height and weight.
//!
//! Every section of text gets its line height from here, so a glyph from a fall-back face never makes a row taller.

use std::sync::Arc;

use egui::{Align, Color32, FontFamily, FontId, Galley, RichText, TextFormat, TextStyle, TextWrapMode, Ui, text::LayoutJob};

use super::fonts;

/// A place in the type scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// 12/16: header cells, labels, units, evidence, counts; nothing is smaller.
    Small,
    /// 12/20: notes of more than one line.
    Note,
    /// 13/20: buttons, pills, the sentence, compact rows.
    Control,
    /// 14/20: rows, sidebar, values.
    Body,
    /// 16/28: prose.
    Reading,
    /// 14/20 bold: headings over charts.
    Section,
    /// 18/24 bold: view title, section of the reader, record.
    Heading,
    /// 24/32 bold: report and zone.
    Title,
    /// 28/36: key figures.
    Figure,
}

impl Type {
    /// All places, small to large.
    pub const ALL: [Self; 9] =
        [Self::Small, Self::Note, Self::Control, Self::Body, Self::Reading, Self::Section, Self::Heading, Self::Title, Self::Figure];

    /// The size in points; whole, so that Han stand on whole pixels.
    pub fn size(self) -> f32 {
        match self {
            Self::Small | Self::Note => 12.0,
            Self::Control => 13.0,
            Self::Body | Self::Section => 14.0,
            Self::Reading => 16.0,
            Self::Heading => 18.0,
            Self::Title => 24.0,
            Self::Figure => 28.0,
        }
    }

    /// The distance between two lines in points.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Small => 16.0,
            Self::Note | Self::Control | Self::Body | Self::Section => 20.0,
            Self::Heading => 24.0,
            Self::Reading => 28.0,
            Self::Title => 32.0,
            Self::Figure => 36.0,
        }
    }

    /// The family: regular or bold.
    pub fn family(self) -> FontFamily {
        match self {
            Self::Small | Self::Note | Self::Control | Self::Body | Self::Reading | Self::Figure => fonts::regular(self.size()),
            Self::Section | Self::Heading | Self::Title => fonts::bold(self.size()),
        }
    }

    /// Size and family together.
    pub fn font_id(self) -> FontId {
        FontId::new(self.size(), self.family())
    }

    /// The name under which egui's style holds it.
    pub fn text_style(self) -> TextStyle {
        match self {
            Self::Small | Self::Note => TextStyle::Small,
            Self::Control => TextStyle::Button,
            Self::Body => TextStyle::Body,
            Self::Reading => TextStyle::Name("reading".into()),
            Self::Section => TextStyle::Name("section".into()),
            Self::Heading => TextStyle::Heading,
            Self::Title => TextStyle::Name("title".into()),
            Self::Figure => TextStyle::Name("figure".into()),
        }
    }

    /// The format of a section of text.
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat { font_id: self.font_id(), line_height: Some(self.line_height()), color, valign: Align::BOTTOM, ..Default::default() }
    }

    /// The same in the bold face: the sorted header, the count in the sentence.
    pub fn bold_format(self, color: Color32) -> TextFormat {
        TextFormat { font_id: FontId::new(self.size(), fonts::bold(self.size())), ..self.format(color) }
    }

    /// Text for egui's own widgets.
    pub fn rich(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font_id()).line_height(Some(self.line_height()))
    }

    /// Text of one format, wrapped at `width` points.
    pub fn job(self, text: impl Into<String>, color: Color32, width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.into(), self.format(color));
        job.wrap.max_width = width;
        job
    }

    /// One line of text, laid out and not yet painted.
    pub fn galley(self, ui: &Ui, text: impl Into<String>, color: Color32) -> Arc<Galley> {
        ui.painter().layout_job(self.job(text, color, f32::INFINITY))
    }

    /// One line in the bold face.
    pub fn bold_galley(self, ui: &Ui, text: impl Into<String>, color: Color32) -> Arc<Galley> {
        let mut job = LayoutJob::single_section(text.into(), self.bold_format(color));
        job.wrap.max_width = f32::INFINITY;
        ui.painter().layout_job(job)
    }

    /// One line of at most `width` points, cut with `…`.
    pub fn cut_galley(self, ui: &Ui, text: impl Into<String>, color: Color32, width: f32) -> Arc<Galley> {
        let mut job = self.job(text, color, width);
        job.wrap = egui::text::TextWrapping::from_wrap_mode_and_width(TextWrapMode::Truncate, width);
        ui.painter().layout_job(job)
    }
}

/// Several formats in one paragraph, wrapped at `width` points.
pub fn sections(parts: impl IntoIterator<Item = (String, TextFormat)>, width: f32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (text, format) in parts {
        job.append(&text, 0.0, format);
    }
    job.wrap.max_width = width;
    job
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_whole_and_lines_have_room() {
        for place in Type::ALL {
            assert!(place.size().fract().abs() < f32::EPSILON, "{place:?} must be of whole points");
            assert!(place.size() >= 12.0, "{place:?} is too small to read");
            assert!(place.line_height() / place.size() > 1.28, "{place:?} needs more room between lines");
        }
    }
}
