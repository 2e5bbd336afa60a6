//! The faces the program carries: Noto Sans SC in two weights, and egui's own for what they lack.
//!
//! The Chinese face comes first in every family, or quotes, dashes and `·` would come from a Latin face and be half as
//! wide as Chinese needs them. Nothing is asked of the system: its choice of a Han face depends on the language it runs
//! in, and may be a Japanese one.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.subset.ttf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.subset.ttf");

const REGULAR_NAME: &str = "Noto Sans SC";
const BOLD_NAME: &str = "Noto Sans SC Bold";

/// The family of headings: a real heavier weight, since egui has no font weight.
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Sets the faces of all families.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    for (name, data) in [(REGULAR_NAME, REGULAR), (BOLD_NAME, BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(data)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.entry(family).or_default().insert(0, REGULAR_NAME.to_owned());
    }
    let mut heavy = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    heavy.insert(0, BOLD_NAME.to_owned());
    fonts.families.insert(bold(), heavy);
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::Type;

    /// Runs `check` inside a frame, where faces are loaded.
    fn in_frame(mut check: impl FnMut(&Context)) {
        let ctx = Context::default();
        install(&ctx);
        ctx.run_ui(egui::RawInput::default(), |ui| check(ui.ctx())).textures_delta.clear();
    }

    #[test]
    fn every_family_has_what_the_interface_writes() {
        in_frame(|ctx| {
            for family in [FontFamily::Proportional, FontFamily::Monospace, bold()] {
                let id = egui::FontId::new(14.0, family.clone());
                for c in "柳城阅览 0123456789 —…“”‘’·≤≥≈≠×÷−±²³°、，。：；！？（）《》↑↓".chars()
                {
                    assert!(ctx.fonts_mut(|fonts| fonts.has_glyph(&id, c)), "{family:?} lacks {c:?}");
                }
            }
        });
    }

    #[test]
    fn chinese_marks_are_one_em_and_digits_tabular() {
        in_frame(|ctx| {
            let id = Type::Reading.font_id();
            let width = |c: char| ctx.fonts_mut(|fonts| fonts.glyph_width(&id, c));
            for c in "“”·…，。柳".chars() {
                assert!((width(c) - 16.0).abs() < 0.01, "{c:?} is {} wide, one em is 16", width(c));
            }
            for c in '1'..='9' {
                assert!((width(c) - width('0')).abs() < 0.01, "{c:?} is not as wide as 0");
            }
        });
    }
}
