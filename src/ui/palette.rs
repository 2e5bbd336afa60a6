//! The colours of both themes, by what they are for.
//!
//! No colour is written anywhere else. Green is what stands in the report, indigo is arithmetic, plum is our opinion,
//! ochre is not yet, vermilion is disagreement; grey ink is all the rest.

use egui::{Color32, Context, Shadow, Theme};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Sidebar, and behind everything.
    pub window: Color32,
    /// Header row, record pane, status line.
    pub panel: Color32,
    /// Table and reading page.
    pub surface: Color32,
    /// Popover, command palette, tooltip, card, text field.
    pub raised: Color32,
    /// Body text and values.
    pub text: Color32,
    /// Labels, units, evidence, classified cells.
    pub text_weak: Color32,
    /// Counts, keys, the dash; never on a selection, where it falls under the floor of contrast.
    pub text_faint: Color32,
    /// Row and section lines; decoration only.
    pub hairline: Color32,
    /// Header and total rule, edges of popover and field.
    pub rule: Color32,
    /// Links, marks, icons when on, the filled button.
    pub accent: Color32,
    /// Solid bars and the edge of hollow bars; graphics only.
    pub accent_mid: Color32,
    /// Pill, fill of hollow bars, a stated figure under the pointer.
    pub accent_soft: Color32,
    /// Selected row or item, pressed button, the flash.
    pub selection: Color32,
    /// Row, button or item under the pointer.
    pub hover: Color32,
    /// The focus ring.
    pub focus: Color32,
    /// The line under a stated figure.
    pub stated: Color32,
    /// Text and underline of a computed figure.
    pub computed: Color32,
    /// Ground of a computed figure under the pointer.
    pub computed_soft: Color32,
    /// Text and underline of what we classified or judged.
    pub editorial: Color32,
    /// Ground of an editorial figure under the pointer.
    pub editorial_soft: Color32,
    /// Potential, target, forecast.
    pub future: Color32,
    /// Fill of the bars of what is not yet.
    pub future_soft: Color32,
    /// Unclear, undecided, refused.
    pub unclear: Color32,
    /// Disagreement and errors.
    pub disagree: Color32,
    /// Ground of an error.
    pub disagree_soft: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// Search hit, digits in evidence.
    pub mark: Color32,
    /// Five steps from low to high of one measure.
    pub ramp: [Color32; 5],
    /// The shadow of raised things; nothing else has one.
    pub shadow: Shadow,
}

/// What darkens the page behind the command palette, in both themes.
pub const SCRIM: Color32 = Color32::from_black_alpha(72);

/// The colours of the light theme.
pub const LIGHT: Palette = Palette {
    window: rgb(0xEEF0EB),
    panel: rgb(0xF6F7F4),
    surface: rgb(0xFDFDFB),
    raised: rgb(0xFFFFFF),
    text: rgb(0x1A201D),
    text_weak: rgb(0x525C56),
    text_faint: rgb(0x646D67),
    hairline: rgb(0xE3E6E0),
    rule: rgb(0xBFC6BF),
    accent: rgb(0x17684D),
    accent_mid: rgb(0x3E8F71),
    accent_soft: rgb(0xE2EFE8),
    selection: rgb(0xD7E9DF),
    hover: rgb(0xF0F3EE),
    focus: rgb(0x17684D),
    stated: rgb(0x17684D),
    computed: rgb(0x3A4C9F),
    computed_soft: rgb(0xE8EAF6),
    editorial: rgb(0x85407B),
    editorial_soft: rgb(0xF5E9F3),
    future: rgb(0x875500),
    future_soft: rgb(0xF7EDDA),
    unclear: rgb(0x5C6660),
    disagree: rgb(0xAF3527),
    disagree_soft: rgb(0xFAE9E6),
    on_accent: rgb(0xFFFFFF),
    mark: rgb(0xF5E3A8),
    ramp: [rgb(0xE2EFE8), rgb(0xB7D7C6), rgb(0x82B99D), rgb(0x3E8F71), rgb(0x17684D)],
    shadow: shadow(40),
};

/// The colours of the dark theme.
pub const DARK: Palette = Palette {
    window: rgb(0x121513),
    panel: rgb(0x181C1A),
    surface: rgb(0x1C201E),
    raised: rgb(0x272C29),
    text: rgb(0xE6E9E5),
    text_weak: rgb(0xAEB6B0),
    text_faint: rgb(0x8E9791),
    hairline: rgb(0x2B312E),
    rule: rgb(0x48504B),
    accent: rgb(0x7FCBA6),
    accent_mid: rgb(0x4F9A7A),
    accent_soft: rgb(0x223A30),
    selection: rgb(0x274638),
    hover: rgb(0x242A27),
    focus: rgb(0x7FCBA6),
    stated: rgb(0x7FCBA6),
    computed: rgb(0xA9B8F5),
    computed_soft: rgb(0x2A2F4A),
    editorial: rgb(0xDFA5D4),
    editorial_soft: rgb(0x40293C),
    future: rgb(0xDFB664),
    future_soft: rgb(0x3B301A),
    unclear: rgb(0xA7AFA9),
    disagree: rgb(0xF2958A),
    disagree_soft: rgb(0x45251F),
    on_accent: rgb(0x0E1A14),
    mark: rgb(0x5A4A16),
    ramp: [rgb(0x223A30), rgb(0x2F5A48), rgb(0x3F7A61), rgb(0x5CA685), rgb(0x7FCBA6)],
    shadow: shadow(128),
};

impl Palette {
    /// The colours of the theme that is on; a `Ui` serves as its context.
    pub fn of(ctx: &Context) -> &'static Self {
        Self::of_theme(ctx.theme())
    }

    /// The colours of one theme.
    pub fn of_theme(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
        }
    }
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn shadow(alpha: u8) -> Shadow {
    Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(alpha) }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Pick = fn(&Palette) -> Color32;

    /// Front, its soft ground or none, the floor; the six grounds of the design's table are common to all.
    fn fronts() -> Vec<(&'static str, Pick, Option<Pick>, f32)> {
        vec![
            ("text", |p| p.text, Some(|p| p.mark), 4.5),
            ("text-weak", |p| p.text_weak, None, 4.5),
            ("text-faint", |p| p.text_faint, None, 4.5),
            ("accent", |p| p.accent, Some(|p| p.accent_soft), 4.5),
            ("accent-mid", |p| p.accent_mid, Some(|p| p.accent_soft), 3.0),
            ("computed", |p| p.computed, Some(|p| p.computed_soft), 4.5),
            ("editorial", |p| p.editorial, Some(|p| p.editorial_soft), 4.5),
            ("future", |p| p.future, Some(|p| p.future_soft), 4.5),
            ("unclear", |p| p.unclear, None, 4.5),
            ("disagree", |p| p.disagree, Some(|p| p.disagree_soft), 4.5),
        ]
    }

    fn luminance(color: Color32) -> f32 {
        let linear = |byte: u8| {
            let part = f32::from(byte) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    /// Contrast as WCAG 2.2 defines it.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn contrast_stays_over_the_floor() {
        for (theme, palette) in [("light", &LIGHT), ("dark", &DARK)] {
            let p = palette;
            for (name, front, soft, floor) in fronts() {
                let mut backs =
                    vec![("window", p.window), ("panel", p.panel), ("surface", p.surface), ("raised", p.raised), ("hover", p.hover)];
                // Faint text never stands on a selection: there it turns to weak text.
                if name != "text-faint" {
                    backs.push(("selection", p.selection));
                }
                backs.extend(soft.map(|soft| ("its soft ground", soft(p))));
                for (ground, back) in backs {
                    let ratio = contrast(front(p), back);
                    assert!(ratio >= floor, "{theme}: {name} on {ground} has {ratio:.2}, the floor is {floor}");
                }
            }
            assert!(contrast(p.on_accent, p.accent) >= 4.5, "{theme}: text on accent");
            let ramp_4 = contrast(p.ramp[3], p.surface);
            assert!(ramp_4 >= 3.0, "{theme}: the fourth step of the ramp has {ramp_4:.2}");
        }
    }

    #[test]
    fn contrast_is_computed_as_wcag_does() {
        assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01, "black on white is 21");
        assert!((contrast(LIGHT.text, LIGHT.window) - 14.4).abs() < 0.05, "text on window as in the design's table");
        assert!((contrast(DARK.text_faint, DARK.selection) - 3.5).abs() < 0.05, "why faint text is kept off a selection");
    }
}
