//! Areas that scroll by keys as well, with bars that have a name.

use egui::{FocusDirection, Key, Modifiers, ScrollArea, Ui, vec2};

/// How far an arrow key scrolls, and how much of a page stays in sight when the next one comes.
pub const STEP: f32 = 56.0;

/// When keys scroll an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The page of a view: while nothing has the keyboard, or something in it has.
    Page,
    /// A pane beside a page: while something in it has the keyboard.
    Pane,
    /// A sheet over the window: always.
    Sheet,
}

/// Shows `add_contents` in a vertical area; `name` is what a screen reader calls its bar.
pub fn scroll_ui<R>(ui: &mut Ui, area: ScrollArea, name: &str, reach: Reach, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = area.show(ui, |ui| {
        let inner = add_contents(ui);
        keys(ui, reach);
        inner
    });
    name_bar(ui, &shown, name);
    shown.inner
}

/// Scrolls the area around `ui` by keys; to be called when its contents are drawn.
pub fn keys(ui: &Ui, reach: Reach) {
    let (height, content) = (ui.clip_rect().height(), ui.min_rect().height());
    if content > height
        && has_keys(ui, reach)
        && let Some(step) = pressed(ui, height, reach)
    {
        ui.scroll_with_delta(vec2(0.0, -step));
    }
}

/// Tells a screen reader what a bar is for and where it stands.
pub fn name_bar<R>(ui: &Ui, shown: &egui::scroll_area::ScrollAreaOutput<R>, name: &str) {
    let most = shown.content_size.y - shown.inner_rect.height();
    let bar = shown.id.with(1_usize);
    if most <= 0.0 || !ui.ctx().has_accesskit_node(bar) {
        return;
    }
    ui.ctx().accesskit_node_builder(bar, |node| {
        node.set_label(name);
        node.set_orientation(egui::accesskit::Orientation::Vertical);
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(most.into());
        node.set_numeric_value(shown.state.clamped_offset().y.clamp(0.0, most).into());
    });
}

/// Whether the keys that scroll are for the area with this content.
fn has_keys(ui: &Ui, reach: Reach) -> bool {
    match ui.memory(egui::Memory::focused) {
        _ if ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx()) => false,
        _ if reach == Reach::Sheet => true,
        None => reach == Reach::Page,
        Some(id) => {
            let inside = ui.min_rect();
            ui.ctx().read_response(id).is_some_and(|focused| focused.layer_id == ui.layer_id() && inside.contains(focused.rect.center()))
        }
    }
}

/// How far the keys pressed scroll, downwards; they are then nobody else's. What has the keyboard keeps its own keys.
pub fn pressed(ui: &Ui, view_height: f32, reach: Reach) -> Option<f32> {
    let page = (view_height - STEP).max(STEP);
    let all = 1e7;
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let mut steps = vec![(Modifiers::NONE, Key::PageDown, page), (Modifiers::NONE, Key::PageUp, -page)];
    steps.extend([(Modifiers::NONE, Key::End, all), (Modifiers::NONE, Key::Home, -all)]);
    if is_free {
        steps.extend([(Modifiers::SHIFT, Key::Space, -page), (Modifiers::NONE, Key::Space, page)]);
    }
    if is_free || reach == Reach::Sheet {
        steps.extend([(Modifiers::NONE, Key::ArrowDown, STEP), (Modifiers::NONE, Key::ArrowUp, -STEP)]);
    }
    let (.., step) = steps.into_iter().find(|(modifiers, key, _)| ui.input_mut(|input| input.consume_key(*modifiers, *key)))?;
    // Or egui takes an arrow for the way to the next button as well.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(step)
}
