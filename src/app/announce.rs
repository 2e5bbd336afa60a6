//! What is said aloud and shown nowhere: where somebody has come to who cannot see it.

use egui::{Id, Rect, Role, Sense, Ui, Vec2, WidgetInfo, accesskit::Live};

use super::App;
use crate::{
    dossier::{FigureNr, Home},
    locale::{tr, tr_args},
    route::Route,
    views::article,
};

impl App {
    /// Says what the card of a figure says, and which row it led to.
    pub(super) fn announce_row(&mut self, nr: FigureNr, Route { view, .. }: Route) {
        let Ok((dossier, _)) = &self.content else { return };
        let (lang, figure) = (self.state.lang, dossier.figure(nr));
        let project = |row| dossier.projects.get(row).map(|project| project.name.get(lang).to_owned());
        let row = match figure.home {
            Home::Project(row) => project(row),
            Home::Work(row) => dossier.infrastructure.get(row).map(|work| work.name.get(lang).to_owned()),
            Home::Approval | Home::Service(_) | Home::Reform(_) | Home::Zone(_) => None,
        };
        let row = row.unwrap_or_else(|| figure.label.get(lang).to_owned());
        let card = article::card(dossier, lang, nr).said(lang);
        let args = [("card", card.into()), ("view", tr(lang, view.name_key()).into_owned().into()), ("row", row.into())];
        self.told = tr_args(lang, "announce-row", &args);
    }

    /// Lets a screen reader say what is new; nothing is drawn.
    pub(super) fn announcement_ui(&self, ui: &Ui) {
        let place = Rect::from_min_size(ui.max_rect().min, Vec2::ZERO);
        let response = ui.interact(place, Id::unique("announcement"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &self.told));
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    }
}
