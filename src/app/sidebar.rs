//! The sidebar: what there is to look at, how the checks came out, language and theme.

use egui::{Align, CursorIcon, Id, Layout, Margin, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, accesskit};

use super::menu::Menu;
use crate::{
    command::{Action, Command, Dialog},
    dossier::{Dossier, Verdict},
    locale::{Lang, count_text, tr, tr_args},
    route::View,
    state::State,
    ui::{
        button::{Button, icon_button_ui},
        icons::Icon,
        scroll::{Reach, scroll_ui},
        sidebar::{SidebarItem, rail_item_ui, sidebar_item_ui},
        text::{key_button_ui, text_ui, verdict_in_color_ui},
        theme::{self, Palette, Type},
        tooltip::on_hover_text,
    },
    views::{Views, words},
};

/// Height of what stands at the foot.
const FOOT_HEIGHT: f32 = 80.0;
/// The least of the items that is worth scrolling.
const LEAST_ITEMS: f32 = 1.5 * theme::ITEM_HEIGHT;

/// What came of the sidebar.
pub(super) struct Shown {
    /// Whether the keyboard is on one of its entries.
    pub(super) is_entered: bool,
    /// Whether the menu is open.
    pub(super) is_menu_open: bool,
}

/// Draws the sidebar, in full or as a rail of pictures; without content its entries are faint.
pub(super) fn ui(
    ui: &mut Ui,
    content: Option<(&Dossier, &Views)>,
    state: &State,
    is_rail: bool,
    menu: &Menu,
    commands: &mut Vec<Command>,
) -> Shown {
    ui.spacing_mut().item_spacing.y = 0.0;
    let dossier = content.map(|(dossier, _)| dossier);
    let is_menu_open = menu.button_ui(ui, state, commands, ui.available_width());
    let mut is_entered = false;
    if let (Some(dossier), false) = (dossier, is_rail) {
        dossier_ui(ui, dossier, state.lang);
    }
    let side = if is_rail { 6 } else { 8 };
    let shown = Id::unique("sidebar-view");
    let is_changed = ui.data(|data| data.get_temp::<View>(shown)) != Some(state.view);
    ui.data_mut(|data| data.insert_temp(shown, state.view));
    let items = |ui: &mut Ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_size_of_set(View::ALL.len()));
        if content.is_none() {
            ui.disable();
        }
        for (nr, view) in View::ALL.into_iter().enumerate() {
            if view.starts_group() {
                ui.add_space(12.0);
            }
            let count = content.and_then(|(dossier, views)| count(dossier, views, view));
            let count = count.map_or_else(String::new, |count| count_text(state.lang, count));
            let name = tr(state.lang, view.name_key());
            let is_selected = content.is_some() && view == state.view;
            let item = SidebarItem { icon: Action::View(view).icon(), name: &name, count: &count, is_selected };
            let keys = Action::View(view).keys();
            let response = if is_rail { rail_item_ui(ui, item, &keys) } else { sidebar_item_ui(ui, item, &keys) };
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_position_in_set(nr));
            is_entered |= response.has_focus();
            if response.clicked() {
                commands.push(Command::Open(view));
            }
            // What is opened by a key or from elsewhere is to be in sight as well.
            if is_changed && view == state.view {
                response.scroll_to_me(None);
            }
        }
    };
    // In a low window the items scroll, and the foot stays.
    let room = (ui.available_height() - FOOT_HEIGHT).max(LEAST_ITEMS);
    let (area, name) = (ScrollArea::vertical().id_salt("views").max_height(room).min_scrolled_height(room), tr(state.lang, "app-views"));
    scroll_ui(ui, area, &name, Reach::Pane, |ui| {
        egui::Frame::new().inner_margin(Margin::symmetric(side, 0)).show(ui, |ui| {
            let list = UiBuilder::new().accessibility_role(accesskit::Role::TabList).accessibility_label(name.as_ref());
            ui.scope_builder(list, items)
        });
    });
    let align = if is_rail { Align::Center } else { Align::Min };
    ui.with_layout(Layout::bottom_up(align), |ui| foot_ui(ui, dossier, state, is_rail, commands));
    Shown { is_entered, is_menu_open }
}

fn dossier_ui(ui: &mut Ui, dossier: &Dossier, lang: Lang) {
    let palette = Palette::of(ui);
    egui::Frame::new().inner_margin(Margin { left: 16, right: 16, top: 0, bottom: 12 }).show(ui, |ui| {
        text_ui(ui, Type::Control, palette.text, dossier.meta.short_place.get(lang));
        let date = match lang {
            Lang::Zh => dossier.meta.date.to_string(),
            Lang::En => dossier.meta.date.format(lang),
        };
        text_ui(ui, Type::Small, palette.text_faint, &tr_args(lang, "app-report-of", &[("date", date.into())]));
    });
}

/// How many rows a view has, as its sidebar item says; the overview and the account have none.
fn count(dossier: &Dossier, views: &Views, view: View) -> Option<usize> {
    match view {
        View::NotStated => Some(dossier.meta.num_not_stated()),
        _ => views.num_rows(view),
    }
}

fn foot_ui(ui: &mut Ui, dossier: Option<&Dossier>, state: &State, is_rail: bool, commands: &mut Vec<Command>) {
    let is_dark = ui.visuals().dark_mode;
    let (icon, name) = if is_dark { (Icon::Moon, "app-to-light") } else { (Icon::Sun, "app-to-dark") };
    let name = tr(state.lang, name);
    if is_rail {
        ui.add_space(8.0);
        if icon_button_ui(ui, icon, &name, false).clicked() {
            commands.push(Command::SwitchTheme);
        }
        ui.add_space(4.0);
        if Button::plain(&tr(state.lang, "app-switch-language-short")).small().ui(ui).clicked() {
            commands.push(Command::SwitchLang);
        }
        return;
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(10.0);
        if Button::plain(&tr(state.lang, "app-switch-language")).small().ui(ui).clicked() {
            commands.push(Command::SwitchLang);
        }
        if icon_button_ui(ui, icon, &name, false).clicked() {
            commands.push(Command::SwitchTheme);
        }
        palette_key_ui(ui, state.lang, commands);
    });
    if let Some(dossier) = dossier {
        ui.add_space(4.0);
        checks_ui(ui, dossier, state.lang, commands);
        ui.add_space(8.0);
        let y = ui.cursor().bottom();
        theme::hline(ui.painter(), ui.max_rect().x_range(), y, Palette::of(ui).hairline);
    }
}

/// The key that finds everything, to be clicked as well.
fn palette_key_ui(ui: &mut Ui, lang: Lang, commands: &mut Vec<Command>) {
    let palette = Action::Show(Dialog::Palette);
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(16.0);
        let name = tr(lang, palette.name_key());
        if on_hover_text(key_button_ui(ui, &palette.keys(), &name), &name).clicked() {
            commands.push(palette.command());
        }
    });
}

/// How many checks came out which way; a click shows them all.
fn checks_ui(ui: &mut Ui, dossier: &Dossier, lang: Lang, commands: &mut Vec<Command>) {
    let line = UiBuilder::new().id_salt("checks").sense(Sense::click());
    let line = ui.scope_builder(line, |ui| tally_ui(ui, dossier, lang)).response.on_hover_cursor(CursorIcon::PointingHand);
    let name = tr_args(lang, "facts-show-checks", &[("count", dossier.checks.len().into())]);
    line.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    theme::focus_ring(ui, &line, true);
    if line.clicked() {
        commands.push(Command::ShowChecks);
    }
}

fn tally_ui(ui: &mut Ui, dossier: &Dossier, lang: Lang) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.add_space(16.0);
        ui.spacing_mut().item_spacing.x = if lang == Lang::Zh { 8.0 } else { 6.0 };
        ui.label(Type::Small.rich(tr(lang, "app-checks")).color(palette.text_weak));
        for verdict in Verdict::ALL {
            let num = dossier.checks.iter().filter(|check| check.outcome.verdict == verdict).count();
            if num > 0 {
                let num = count_text(lang, num);
                let response = verdict_in_color_ui(ui, words::verdict_mark(verdict), &num, palette.text_weak);
                let word = words::verdict_word(lang, verdict);
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(format!("{word} {num}")));
                on_hover_text(response, &word);
            }
        }
    });
}
