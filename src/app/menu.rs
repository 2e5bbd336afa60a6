//! The menu behind the program's mark: every action with its key, group by group.

use std::path::Path;

use egui::{Popup, Response, ScrollArea, Ui, containers::menu::SubMenu};

use super::App;
use crate::{
    command::{Action, Command, Group},
    locale::tr,
    state::State,
    ui::{menu_row::MenuRow, sidebar::brand_ui, theme, tooltip::on_hover_keys},
};

/// Width of a menu whose rows need no more.
const MENU_WIDTH: f32 = 248.0;

/// Width of the list of groups.
const ROOT_WIDTH: f32 = 136.0;

/// What the menu has to know to be drawn.
pub(super) struct Menu {
    /// What is possible now.
    possible: Vec<Action>,
    /// Whether the window fills the screen.
    is_full_screen: bool,
    /// Whether the copy of the report is shown.
    is_source_open: bool,
    /// Whether it shall open.
    is_wanted: bool,
}

impl App {
    /// What the menu needs; taken before the views are drawn, for it asks them what is possible.
    pub(super) fn menu(&mut self, ui: &Ui) -> Menu {
        let possible = Action::all().into_iter().filter(|action| self.can(ui.ctx(), *action)).collect();
        let is_full_screen = ui.input(|input| input.viewport().fullscreen.unwrap_or(false));
        let is_source_open = self.content.as_mut().is_ok_and(|(_, views)| views.article_mut().is_source_open());
        Menu { possible, is_full_screen, is_source_open, is_wanted: std::mem::take(&mut self.is_menu_wanted) }
    }
}

impl Menu {
    /// The button with the program's mark, and the menu if it is open; whether it is.
    pub(super) fn button_ui(&self, ui: &mut Ui, state: &State, commands: &mut Vec<Command>, width: f32) -> bool {
        let lang = state.lang;
        let (name, menu) = (tr(lang, "app-name"), tr(lang, "do-menu"));
        let response = ui.push_id("menu", |ui| brand_ui(ui, &name, &menu, width)).inner;
        let id = Popup::default_response_id(&response);
        if self.is_wanted {
            response.request_focus();
            Popup::open_id(ui.ctx(), id);
        }
        self.popup_ui(&response, state, commands);
        let is_open = Popup::is_id_open(ui.ctx(), id);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
        on_hover_keys(response, &menu, &Action::Menu.keys());
        is_open
    }

    fn popup_ui(&self, response: &Response, state: &State, commands: &mut Vec<Command>) {
        let lang = state.lang;
        Popup::menu(response).gap(-6.0).width(ROOT_WIDTH).show(|ui| {
            ui.set_width(ROOT_WIDTH);
            for group in Group::ALL {
                let row = MenuRow { name: &tr(lang, group.name_key()), has_menu: true, ..MenuRow::default() }.ui(ui);
                SubMenu::new().show(ui, &row, |ui| self.group_ui(ui, group, state, commands));
            }
        });
    }

    fn group_ui(&self, ui: &mut Ui, group: Group, state: &State, commands: &mut Vec<Command>) {
        let actions = group.actions();
        let width =
            |action: &Action| MenuRow { name: &tr(state.lang, action.name_key()), keys: &action.keys(), ..MenuRow::default() }.width(ui);
        let width = actions.iter().map(width).fold(MENU_WIDTH, f32::max);
        ui.set_width(width);
        let most = ui.ctx().content_rect().height() - 2.0 * theme::ITEM_HEIGHT;
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            for action in actions {
                if action.starts_part() {
                    ui.separator();
                }
                self.action_ui(ui, action, state, commands);
                if action == Action::OpenEmbedded {
                    recent_ui(ui, state, commands);
                }
            }
        });
    }

    fn action_ui(&self, ui: &mut Ui, action: Action, state: &State, commands: &mut Vec<Command>) {
        let (name, keys) = (tr(state.lang, action.name_key()), action.keys());
        let (is_on, is_disabled) = (self.is_on(action, state), !self.possible.contains(&action));
        if (MenuRow { name: &name, keys: &keys, is_on, is_disabled, ..MenuRow::default() }).ui(ui).clicked() {
            commands.push(action.command());
            ui.close();
        }
    }

    /// Whether what an action switches is on; none for what is no switch.
    fn is_on(&self, action: Action, state: &State) -> Option<bool> {
        match action {
            Action::View(view) => Some(state.view == view),
            Action::Theme(choice) => Some(state.theme == choice),
            Action::Sidebar => Some(!state.is_sidebar_hidden),
            Action::FullScreen => Some(self.is_full_screen),
            Action::Beside => Some(state.is_beside),
            Action::Source => Some(self.is_source_open),
            _ => None,
        }
    }
}

/// The dossiers opened lately, in a menu of their own.
fn recent_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let is_disabled = state.recent.is_empty();
    let row = MenuRow { name: &tr(state.lang, "menu-recent"), has_menu: true, is_disabled, ..MenuRow::default() }.ui(ui);
    if is_disabled {
        return;
    }
    SubMenu::new().show(ui, &row, |ui| {
        ui.set_width(MENU_WIDTH);
        for folder in &state.recent {
            let row = MenuRow { name: &folder_name(folder), ..MenuRow::default() }.ui(ui);
            if on_hover_keys(row, folder, "").clicked() {
                commands.push(Command::OpenDossier(folder.into()));
                ui.close();
            }
        }
    });
}

/// The last part of a folder's path.
pub(super) fn folder_name(folder: &str) -> String {
    Path::new(folder).file_name().map_or_else(|| folder.to_owned(), |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_called_by_its_last_part() {
        for (folder, name) in [("/a/b", "b"), ("/a/柳城/", "柳城"), ("/", "/")] {
            assert_eq!(folder_name(folder), name);
        }
    }
}
