//! The one thing that moves by itself: the flash on what has come into view; and whether it stands still instead.
//!
//! egui's own animations are off in [`theme::style`](super::theme::style), whatever is asked for.

use egui::{Context, Id, Rect, Ui};

use super::theme::{Palette, ring};

/// How long a flash lasts, in seconds.
const FLASH_SECONDS: f32 = 0.12;
/// How long the frame stands that takes the flash's place.
const STILL_FLASH_SECONDS: f32 = 0.6;

/// Who asks for less motion: either is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LessMotion {
    /// The desktop, for all its programs.
    Desktop,
    /// The reader, in this program's settings.
    Chosen,
}

fn id(of: LessMotion) -> Id {
    Id::unique(("less-motion", of))
}

/// Notes whether one of them asks for less motion.
pub fn set_less_motion(ctx: &Context, of: LessMotion, is_asked: bool) {
    ctx.data_mut(|data| data.insert_temp(id(of), is_asked));
}

/// Whether nothing is to move by itself.
pub fn reduces_motion(ctx: &Context) -> bool {
    ctx.data(|data| [LessMotion::Desktop, LessMotion::Chosen].into_iter().any(|of| data.get_temp(id(of)).unwrap_or(false)))
}

/// Shows that `targets` have come into view: a ground of `selection` that fades to nothing within [`FLASH_SECONDS`].
///
/// Call it every frame before painting what lies on them; `started_at` is when the flash began, in egui's time. Where
/// motion is to be reduced, a frame stands for [`STILL_FLASH_SECONDS`] instead. Returns whether the flash goes on.
pub fn flash(ui: &Ui, targets: impl IntoIterator<Item = Rect>, started_at: f64) -> bool {
    let age = ui.input(|input| input.time - started_at) as f32;
    let is_still = reduces_motion(ui);
    let length = if is_still { STILL_FLASH_SECONDS } else { FLASH_SECONDS };
    if !(0.0..length).contains(&age) {
        return false;
    }
    let palette = Palette::of(ui);
    for target in targets {
        if is_still {
            ring(ui.painter(), palette, target, true, 0);
        } else {
            ui.painter().rect_filled(target, 0, palette.selection.gamma_multiply(1.0 - age / length));
        }
    }
    if is_still {
        ui.ctx().request_repaint_after_secs(length - age);
    } else {
        ui.ctx().request_repaint();
    }
    true
}

#[cfg(test)]
mod tests {
    use egui::{RawInput, Shape, pos2, vec2};

    use super::*;
    use crate::ui::theme;

    /// What the flash paints at an age: grounds, edges, and whether it goes on.
    fn painted(ctx: &Context, age: f64) -> (usize, usize, bool) {
        let mut goes_on = false;
        let input = RawInput { time: Some(100.0 + age), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            goes_on = flash(ui, [Rect::from_min_size(pos2(10.0, 10.0), vec2(50.0, 20.0))], 100.0);
        });
        output.textures_delta.clear();
        let rects = output.shapes.iter().filter_map(|clipped| if let Shape::Rect(rect) = &clipped.shape { Some(rect) } else { None });
        let (grounds, edges): (Vec<_>, Vec<_>) = rects.partition(|rect| rect.stroke.is_empty());
        (grounds.len(), edges.len(), goes_on)
    }

    #[test]
    fn either_is_enough_to_let_a_frame_stand_in_place_of_the_flash() {
        let ctx = Context::default();
        theme::install(&ctx);
        assert_eq!(painted(&ctx, 0.05), (1, 0, true), "a ground that fades");
        assert_eq!(painted(&ctx, 0.2), (0, 0, false), "and is over soon");
        for of in [LessMotion::Desktop, LessMotion::Chosen] {
            set_less_motion(&ctx, of, true);
            assert_eq!(painted(&ctx, 0.2), (0, 1, true), "a frame that stands, for {of:?}");
            assert_eq!(painted(&ctx, 0.7), (0, 0, false), "and goes, for {of:?}");
            set_less_motion(&ctx, of, false);
            assert!(!reduces_motion(&ctx));
        }
    }

    #[test]
    fn nothing_of_egui_moves() {
        for theme in [egui::Theme::Light, egui::Theme::Dark] {
            let style = theme::style(theme);
            assert!(style.animation_time <= 0.0 && style.scroll_animation == egui::style::ScrollAnimation::none(), "{theme:?}");
            assert!(!style.visuals.text_cursor.blink, "{theme:?}");
        }
    }
}
