//! The faces the program carries: Noto Sans SC in two weights, and egui's own for what they lack.
//!
//! The Chinese face comes first in every family, or quotes, dashes and `·` would come from a Latin face and be half as
//! wide as Chinese needs them. Nothing is asked of the system: its choice of a Han face depends on the language it runs
//! in, and may be a Japanese one.

use std::sync::{Arc, LazyLock};

use egui::{
    Context, FontData, FontDefinitions, FontFamily,
    epaint::text::{FallbackRequest, FontProvider as _},
};
use egui_system_font_provider::SystemFontProvider;

use crate::locale::Lang;

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.subset.ttf");
const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.subset.ttf");

/// The English `…`, which stands on the baseline.
const DOTS: [&[u8]; 2] =
    [include_bytes!("../../assets/fonts/Ellipsis-Regular.ttf"), include_bytes!("../../assets/fonts/Ellipsis-Bold.ttf")];

const DOTS_NAMES: [&str; 2] = ["Ellipsis", "Ellipsis Bold"];
const REGULAR_NAME: &str = "Noto Sans SC";
const BOLD_NAME: &str = "Noto Sans SC Bold";

/// The sizes that have faces of their own.
///
/// epaint hints a face for one size at a time, and works out anew how to whenever a glyph of another size is wanted. Where
/// sizes stand beside each other that is most of what the first frame does, so each size has a face that keeps its own.
const SIZES: [u8; 9] = [12, 13, 14, 15, 16, 18, 20, 24, 28];

/// The families of [`SIZES`], regular and bold.
static FAMILIES: LazyLock<Vec<[FontFamily; 2]>> =
    LazyLock::new(|| SIZES.iter().map(|size| [REGULAR_NAME, BOLD_NAME].map(|name| FontFamily::Name(sized(name, *size).into()))).collect());

fn sized(name: &str, size: u8) -> String {
    format!("{name} {size}")
}

/// The family of a size; of a size that has none of its own that of all sizes.
fn family(size: f32, is_bold: bool) -> FontFamily {
    let nr = SIZES.iter().position(|known| (f32::from(*known) - size).abs() < f32::EPSILON);
    let own = nr.and_then(|nr| FAMILIES.get(nr)).map(|[regular, bold]| if is_bold { bold } else { regular }.clone());
    own.unwrap_or_else(|| if is_bold { FontFamily::Name(BOLD_NAME.into()) } else { FontFamily::Proportional })
}

/// The family of text in a size.
pub fn regular(size: f32) -> FontFamily {
    family(size, false)
}

/// The family of headings in a size: a real heavier weight, since egui has no font weight.
pub fn bold(size: f32) -> FontFamily {
    family(size, true)
}

/// Whether a family is one of headings.
pub fn is_bold(family: &FontFamily) -> bool {
    matches!(family, FontFamily::Name(name) if name.starts_with(BOLD_NAME))
}

/// Sets the faces of all families, for Chinese until a language is set.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions(Lang::Zh));
}

/// Sets the faces as a language writes its marks.
pub fn set_lang(ctx: &Context, lang: Lang) {
    ctx.set_fonts(definitions(lang));
}

/// Looks for the desktop's own faces when a character is wanted that ours lack: never, for the embedded dossier.
pub fn with_system(ctx: &Context) {
    static SYSTEM: LazyLock<SystemFontProvider> = LazyLock::new(SystemFontProvider::new);
    ctx.add_font_provider(Arc::new(|wanted: &FallbackRequest<'_>| SYSTEM.font_for(wanted)));
}

fn definitions(lang: Lang) -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let rest = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, face) in DOTS_NAMES.into_iter().zip(DOTS) {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(face)));
    }
    let dots = |is_bold: bool| DOTS_NAMES.get(usize::from(is_bold)).filter(|_| lang == Lang::En).map(|name| (*name).to_owned());
    let mut add = |family: FontFamily, name: String, is_bold: bool| {
        fonts.font_data.insert(name.clone(), Arc::new(FontData::from_static(if is_bold { BOLD } else { REGULAR })));
        // What the bold face lacks is set in the regular one.
        let regular = is_bold.then(|| REGULAR_NAME.to_owned());
        fonts.families.insert(family, dots(is_bold).into_iter().chain([name]).chain(regular).chain(rest.iter().cloned()).collect());
    };
    add(FontFamily::Proportional, REGULAR_NAME.to_owned(), false);
    add(FontFamily::Name(BOLD_NAME.into()), BOLD_NAME.to_owned(), true);
    for size in SIZES {
        for (name, is_bold) in [(REGULAR_NAME, false), (BOLD_NAME, true)] {
            add(family(f32::from(size), is_bold), sized(name, size), is_bold);
        }
    }
    fonts.families.entry(FontFamily::Monospace).or_default().insert(0, REGULAR_NAME.to_owned());
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
            for (family, size) in [
                (FontFamily::Proportional, 14.0),
                (FontFamily::Monospace, 14.0),
                (bold(14.0), 14.0),
                (bold(17.0), 17.0),
                (regular(12.0), 12.0),
            ] {
                let id = egui::FontId::new(size, family.clone());
                for c in "柳城阅览 0123456789 —…“”‘’·≤≥≈≠×÷−±²³°、，。：；！？（）《》↑↓".chars()
                {
                    assert!(ctx.fonts_mut(|fonts| fonts.has_glyph(&id, c)), "{family:?} lacks {c:?}");
                }
            }
        });
    }

    #[test]
    fn every_place_of_the_scale_has_a_face_of_its_own_size() {
        for place in Type::ALL {
            let family = place.family();
            assert!(family != FontFamily::Proportional && family != bold(17.0), "{place:?} shares its face with other sizes");
            assert_eq!(is_bold(&family), matches!(place, Type::Section | Type::Heading | Type::Title), "{place:?}");
        }
        assert!(is_bold(&bold(12.0)) && is_bold(&bold(17.0)) && !is_bold(&regular(17.0)));
    }

    #[test]
    fn an_english_ellipsis_is_three_full_stops_and_moves_no_line() {
        let size = |lang: Lang, text: &str| {
            let ctx = Context::default();
            set_lang(&ctx, lang);
            let mut size = egui::Vec2::ZERO;
            let mut lay_out = |ui: &mut egui::Ui| size = Type::Body.galley(ui, text, egui::Color32::WHITE).size();
            ctx.run_ui(egui::RawInput::default(), &mut lay_out).textures_delta.clear();
            size
        };
        assert!((size(Lang::En, "…").x - size(Lang::En, "...").x).abs() < 0.6, "as wide as three full stops");
        assert!(size(Lang::Zh, "…").x > size(Lang::En, "…").x, "the Chinese one is as wide as a character");
        assert_eq!(size(Lang::Zh, "Chaoyang"), size(Lang::En, "Chaoyang"));
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
