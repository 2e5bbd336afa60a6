//! Journeys of somebody who hears the window: everything is found by name and role, and done by its action or by keys.

use atspi::{Role, State};
use liucheng_viewer::{
    dossier::embedded,
    locale::{Lang, tr, tr_args},
};

use crate::{session::Home, window::Desktop};

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn a_figure_of_the_article_leads_to_its_row() {
    let dossier = embedded().expect("the embedded dossier");
    let project = dossier.projects.held().iter().find(|row| row.investment.is_some()).expect("a project with an amount");
    let figure = dossier.figure(project.investment.expect("an amount"));
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "article"]);
        let link = desktop.thing(Role::Link, &format!("{}*", figure.label.get(lang)));
        desktop.activate(&link);
        let row = desktop.thing(Role::TableCell, project.name.get(lang));
        assert!(desktop.position(&row).is_some() || row.is(State::Selected), "{row} has no place");
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named at the top"]
fn how_many_places_were_found_is_announced() {
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "article"]);
        desktop.key("ctrl+f");
        let focused = desktop.focused().expect("something with the keyboard's focus");
        assert_eq!((focused.role, focused.name.as_str()), (Role::Entry, &*tr(lang, "find-name")));
        desktop.type_text("56");
        // How many there are is not this test's to say.
        let told = tr_args(lang, "find-said", &[("at", 1.into()), ("count", "…".into())]);
        desktop.expect_announced(told.split('…').next().expect("the words before the count"));
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}
