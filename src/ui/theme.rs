//! What every widget takes its look from: measures, the style of egui in both themes, the focus ring.
//!
//! Colours are in [`Palette`], sizes of type in [`Type`]; both are named here so that a view imports one module.

use egui::{
    Color32, Context, CornerRadius, Margin, Painter, Rect, Response, Stroke, StrokeKind, Style, TextStyle, Theme, Ui, Vec2, Visuals,
    style::{ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, WidgetVisuals, Widgets},
    vec2,
};

use super::{fonts, look};
pub use super::{
    motion::{LessMotion, flash, reduces_motion, set_less_motion},
    palette::{DARK, LIGHT, Palette, SCRIM},
    typeface::{Type, sections},
};

/// Space at the sides of a page.
pub const PAGE_SIDE: f32 = 24.0;
/// Space at the sides of the overview.
pub const OVERVIEW_SIDE: f32 = 32.0;
/// Space at the sides of the reader.
pub const READER_SIDE: f32 = 56.0;
/// Space at the sides of a cell.
pub const CELL_SIDE: f32 = 8.0;
/// Space at the sides of the record pane.
pub const PANE_SIDE: f32 = 20.0;

/// Radius of a bar's corner.
pub const BAR_RADIUS: u8 = 1;
/// Radius of a tick box and of a key cap.
pub const TICK_RADIUS: u8 = 3;
/// Radius of a control and of a card.
pub const CONTROL_RADIUS: u8 = 6;
/// Radius of a popover.
pub const POPOVER_RADIUS: u8 = 8;
/// Radius of the command palette.
pub const COMMAND_RADIUS: u8 = 10;
/// Radius of a pill, half its height.
pub const PILL_RADIUS: u8 = 12;

/// Width of the line over a page.
pub const PAGE_RULE: f32 = 2.0;
/// Width of the focus ring.
pub const FOCUS_WIDTH: f32 = 2.0;
/// Width of the edge of a selected row.
pub const SELECTION_EDGE: f32 = 3.0;
/// Width of an icon's strokes in its 16-point box.
pub const ICON_STROKE: f32 = 1.25;

/// Height of the toolbar.
pub const TOOLBAR_HEIGHT: f32 = 48.0;
/// Height of the query sentence.
pub const SENTENCE_HEIGHT: f32 = 36.0;
/// Height of a table's header.
pub const HEADER_HEIGHT: f32 = 32.0;
/// Height of a table's header in a narrow window.
pub const HEADER_HEIGHT_COMPACT: f32 = 28.0;
/// Height of a table's row.
pub const ROW_HEIGHT: f32 = 28.0;
/// Height of a table's row in a narrow window.
pub const ROW_HEIGHT_COMPACT: f32 = 24.0;
/// Height of the total row.
pub const TOTAL_HEIGHT: f32 = 32.0;
/// Height of the status line.
pub const STATUS_LINE_HEIGHT: f32 = 40.0;
/// Height of a sidebar item.
pub const ITEM_HEIGHT: f32 = 32.0;
/// Height of a button and of a field.
pub const CONTROL_HEIGHT: f32 = 28.0;
/// Height of a pill.
pub const PILL_HEIGHT: f32 = 24.0;

/// Width of the sidebar.
pub const SIDEBAR_WIDTH: f32 = 200.0;
/// Width of the sidebar as a rail.
pub const RAIL_WIDTH: f32 = 48.0;
/// Width of the record pane.
pub const RECORD_WIDTH: f32 = 320.0;
/// The article's pane beside a table: a measure of 28 ems.
pub const ARTICLE_PANE_WIDTH: f32 = 504.0;
/// The least width of the article's pane, and the least that is left to the table beside it.
pub const BESIDE_LEAST: (f32, f32) = (340.0, 380.0);
/// The least and the greatest width of the record pane.
pub const RECORD_WIDTHS: std::ops::RangeInclusive<f32> = 280.0..=420.0;
/// Height of the record as a strip in a narrow window.
pub const RECORD_STRIP_HEIGHT: f32 = 68.0;
/// Width of the reader's contents.
pub const CONTENTS_WIDTH: f32 = 184.0;
/// Width of the evidence card.
pub const EVIDENCE_WIDTH: f32 = 224.0;
/// Width of a facet popover.
pub const FACET_WIDTH: f32 = 264.0;
/// Width of the command palette.
pub const COMMAND_WIDTH: f32 = 600.0;
/// The greatest width of a tooltip.
pub const TOOLTIP_WIDTH: f32 = 296.0;

/// Windows at least this wide show sidebar, table and record side by side.
pub const WIDE: f32 = 1180.0;
/// Windows narrower than this have a rail, compact rows and the record as a strip.
pub const NARROW: f32 = 960.0;
/// Sets faces and both styles; once, before the first frame.
pub fn install(ctx: &Context) {
    fonts::install(ctx);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(theme));
    }
}

/// The style of one theme.
pub fn style(theme: Theme) -> Style {
    let palette = Palette::of_theme(theme);
    let mut style = Style {
        text_styles: Type::ALL.into_iter().map(|place| (place.text_style(), place.font_id())).collect(),
        drag_value_text_style: TextStyle::Body,
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        visuals: visuals(theme, palette),
        ..Style::default()
    };
    style.text_styles.insert(TextStyle::Monospace, egui::FontId::monospace(Type::Body.size()));

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 4.0);
    spacing.button_padding = vec2(10.0, 4.0);
    spacing.interact_size = Vec2::splat(CONTROL_HEIGHT);
    spacing.window_margin = Margin::same(12);
    spacing.menu_margin = Margin::same(8);
    spacing.menu_width = FACET_WIDTH;
    spacing.tooltip_width = TOOLTIP_WIDTH;
    spacing.icon_width = 14.0;
    spacing.icon_width_inner = 8.0;
    spacing.icon_spacing = 8.0;
    spacing.indent = 16.0;
    spacing.scroll = ScrollStyle {
        bar_width: 6.0,
        floating_width: 4.0,
        handle_min_length: 32.0,
        bar_outer_margin: 3.0,
        foreground_color: false,
        fade: ScrollFadeStyle { strength: 0.0, ..Default::default() },
        ..ScrollStyle::floating()
    };

    let interaction = &mut style.interaction;
    interaction.selectable_labels = false;
    interaction.tooltip_delay = 0.35;
    interaction.resize_grab_radius_side = 4.0;
    style
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.widgets = widgets(palette);
    visuals.selection = Selection { bg_fill: palette.selection, stroke: Stroke::new(1.0, palette.text) };
    visuals.panel_fill = palette.panel;
    visuals.window_fill = palette.raised;
    visuals.extreme_bg_color = palette.raised;
    visuals.text_edit_bg_color = Some(palette.raised);
    visuals.faint_bg_color = palette.hover;
    visuals.code_bg_color = palette.panel;
    visuals.weak_text_color = Some(palette.text_weak);
    visuals.hyperlink_color = palette.accent;
    visuals.warn_fg_color = palette.future;
    visuals.error_fg_color = palette.disagree;
    visuals.window_stroke = Stroke::new(1.0, palette.rule);
    visuals.window_corner_radius = CornerRadius::same(POPOVER_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(POPOVER_RADIUS);
    visuals.window_shadow = palette.shadow;
    visuals.popup_shadow = palette.shadow;
    visuals.striped = false;
    visuals.button_frame = false;
    visuals.indent_has_left_vline = false;
    visuals.window_highlight_topmost = false;
    visuals.slider_trailing_fill = false;
    visuals.disabled_alpha = 0.5;
    visuals.text_cursor.stroke = Stroke::new(1.0, palette.accent);
    // A blinking cursor repaints the window for ever.
    visuals.text_cursor.blink = false;
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let widget = |bg_fill: Color32, weak_bg_fill: Color32, edge: Color32, front: Stroke| WidgetVisuals {
        bg_fill,
        weak_bg_fill,
        bg_stroke: Stroke::new(1.0, edge),
        corner_radius: CornerRadius::same(CONTROL_RADIUS),
        fg_stroke: front,
        // Nothing grows under the pointer.
        expansion: 0.0,
    };
    let text = Stroke::new(ICON_STROKE, palette.text);
    let pressed = widget(palette.selection, palette.selection, palette.accent, text);
    Widgets {
        noninteractive: widget(palette.surface, palette.surface, palette.hairline, Stroke::new(1.0, palette.text)),
        inactive: widget(palette.raised, Color32::TRANSPARENT, palette.rule, Stroke::new(ICON_STROKE, palette.text_weak)),
        hovered: widget(palette.hover, palette.hover, palette.rule, text),
        active: pressed,
        open: pressed,
    }
}

/// Paints the ring of the widget that has focus.
///
/// `is_inside` where neighbours touch: cells, header, sidebar. egui gives a focused widget the look of a pressed one, so
/// focus needs a sign of its own.
pub fn focus_ring(ui: &Ui, response: &Response, is_inside: bool) {
    let radius = if is_inside { 0 } else { CONTROL_RADIUS };
    focus_ring_rounded(ui, response, is_inside, radius);
}

/// [`focus_ring`] around a widget whose corners have `radius`.
pub fn focus_ring_rounded(ui: &Ui, response: &Response, is_inside: bool, radius: u8) {
    look::keep_in_sight(response);
    if response.has_focus() {
        ring(ui.painter(), Palette::of(ui), response.rect, is_inside, radius);
    }
}

/// The ring itself, around any rectangle.
pub fn ring(painter: &Painter, palette: &Palette, rect: Rect, is_inside: bool, radius: u8) {
    let stroke = Stroke::new(FOCUS_WIDTH, palette.focus);
    if is_inside {
        painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    } else {
        let radius = if radius == 0 { 0 } else { radius.saturating_add(1) };
        painter.rect_stroke(rect.expand(1.0), radius, stroke, StrokeKind::Outside);
    }
}

/// A horizontal line one point thick whose top is at `y`, on whole pixels.
pub fn hline(painter: &Painter, x: egui::Rangef, y: f32, color: Color32) {
    painter.rect_filled(Rect::from_x_y_ranges(x, egui::Rangef::new(y, y + 1.0)), 0, color);
}

/// A vertical line one point thick whose left is at `x`, on whole pixels.
pub fn vline(painter: &Painter, x: f32, y: egui::Rangef, color: Color32) {
    painter.rect_filled(Rect::from_x_y_ranges(egui::Rangef::new(x, x + 1.0), y), 0, color);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_themes_are_installed() {
        let ctx = Context::default();
        install(&ctx);
        for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
            let style = ctx.style_of(theme);
            assert_eq!(style.visuals.panel_fill, palette.panel, "{theme:?} has its own grounds");
            assert_eq!(style.visuals.dark_mode, theme == Theme::Dark, "{theme:?} knows what it is");
            for place in Type::ALL {
                assert_eq!(style.text_styles.get(&place.text_style()), Some(&place.font_id()), "{place:?} in {theme:?}");
            }
        }
    }
}
