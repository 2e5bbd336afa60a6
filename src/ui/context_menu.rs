//! The menu of one thing on the page, such as a figure: under the right mouse button, and under the menu key.

use egui::{Context, Key, Layout, Modifiers, Popup, PopupAnchor, PopupKind, Pos2, Response, Ui};

use super::{menu::walk, menu_row::MenuRow};
use crate::locale::{Lang, tr};

/// The least width of a menu.
const LEAST_WIDTH: f32 = 160.0;

/// A row: the key of its name in the locales, and the key on the keyboard that does the same, empty for none.
pub type Row = (&'static str, &'static str);

/// Shows the menu of a widget while it is open, read out under its name; which row was chosen.
pub fn context_menu_ui(response: &Response, lang: Lang, name: &str, rows: &[Row]) -> Option<usize> {
    let ctx = &response.ctx;
    let is_by_key = response.has_focus() && is_menu_key(ctx);
    let at = if is_by_key {
        Some(response.rect.left_bottom())
    } else if response.secondary_clicked() {
        response.interact_pointer_pos()
    } else {
        None
    };
    let id = response.id.with("context menu");
    if let Some(at) = at {
        ctx.data_mut(|data| data.insert_temp(id, at));
        Popup::open_id(ctx, id);
    }
    let at = ctx.data(|data| data.get_temp::<Pos2>(id)).filter(|_| Popup::is_id_open(ctx, id))?;
    let is_left = ctx.input(|input| input.key_pressed(Key::Escape));
    let shown = Popup::new(id, ctx.clone(), PopupAnchor::Position(at), response.layer_id)
        .kind(PopupKind::Menu)
        .open_memory(None)
        .layout(Layout::top_down_justified(egui::Align::Min))
        .style(egui::containers::menu::menu_style as fn(&mut egui::Style))
        .accessible_name(name)
        .show(|ui| rows_ui(ui, lang, rows, is_by_key));
    let chosen = shown.and_then(|shown| shown.inner);
    // A click elsewhere says itself where the keyboard goes.
    if is_left || chosen.is_some() {
        response.request_focus();
    }
    chosen
}

fn rows_ui(ui: &mut Ui, lang: Lang, rows: &[Row], is_by_key: bool) -> Option<usize> {
    let names: Vec<_> = rows.iter().map(|(name, _)| tr(lang, name)).collect();
    let rows = || names.iter().zip(rows).map(|(name, (_, keys))| MenuRow { name: name.as_ref(), keys, ..MenuRow::default() });
    ui.set_width(rows().map(|row| row.width(ui)).fold(LEAST_WIDTH, f32::max));
    let responses: Vec<Response> = rows().map(|row| row.ui(ui)).collect();
    let chosen = responses.iter().position(Response::clicked);
    if chosen.is_some() {
        // By itself a menu closes under the mouse alone.
        ui.close();
    }
    walk(ui, &responses, is_by_key);
    chosen
}

/// Whether the key was pressed that opens menus; it is then nobody else's.
fn is_menu_key(ctx: &Context) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10))
}
