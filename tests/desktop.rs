//! The built program as somebody uses it: a real window, clicked with the mouse, read back as a screen reader reads it.
//!
//! The tests that need a display bring their own: Xvfb, a session bus and a window manager, all private to the test. They
//! are left out of a plain `cargo test`, because not every machine has these tools:
//!
//! ```text
//! apt-get install xvfb openbox dbus at-spi2-core
//! cargo test --test desktop -- --ignored
//! ```

#![cfg(target_os = "linux")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test stops at the first surprise")]

#[path = "desktop/find.rs"]
mod find;
#[path = "desktop/hand.rs"]
mod hand;
#[path = "desktop/journeys.rs"]
mod journeys;
#[path = "desktop/listener.rs"]
mod listener;
#[path = "desktop/session.rs"]
mod session;
#[path = "../benches/support/dossier.rs"]
#[expect(clippy::indexing_slicing, reason = "the lists are not empty")]
mod synthetic;
#[path = "desktop/tables.rs"]
mod tables;
#[path = "desktop/window.rs"]
mod window;

use std::{fs, path::Path, thread, time::Duration};

use atspi::Role;
use liucheng_viewer::{
    dossier::{Dossier, Value, embedded},
    locale::{Bilingual, Lang, tr},
};
use session::{Home, Server, expect_one_line, finish, program};
use window::Desktop;

#[test]
#[ignore = "needs Xvfb and the tools named above"]
fn views_and_sorting_answer_to_the_mouse_in_both_languages() {
    let dossier = embedded().expect("the embedded dossier");
    for lang in Lang::ALL {
        let mut desktop = Desktop::start(&Home::new(), &["--lang", lang.code(), "--view", "article"]);
        let work = &dossier.infrastructure.first().expect("a work").name;
        desktop.click(&tr(lang, "view-infrastructure"));
        desktop.expect(work.get(lang));

        desktop.click(&tr(lang, "view-projects"));
        let [least, most] = extremes(&dossier).map(|name| name.get(lang).to_owned());
        desktop.expect(&least);
        desktop.click_header(&tr(lang, "projects-investment"));
        desktop.expect_order(&least, &most);
        desktop.click_header(&tr(lang, "projects-investment"));
        desktop.expect_order(&most, &least);

        desktop.click(&tr(lang, "view-approvals"));
        desktop.expect(dossier.approvals.windows.first().expect("a window").name.get(lang));
        desktop.click(&tr(lang, "view-facts"));
        desktop.expect(&tr(lang, "column-label"));
        desktop.click(&tr(lang, "view-article"));
        let heading = &dossier.article(lang).sections.first().expect("a section").title;
        desktop.expect(heading);
        assert_eq!(desktop.close(), 0, "{lang:?}");
    }
}

#[test]
#[ignore = "needs Xvfb and the tools named above"]
fn choices_are_there_again_and_keys_switch_the_view() {
    let home = Home::new();
    let mut desktop = Desktop::start(&home, &["--lang", "zh"]);
    desktop.resize(1000, 700);
    desktop.click(&tr(Lang::Zh, "app-switch-language"));
    desktop.expect(&tr(Lang::En, "view-projects"));
    desktop.key("4");
    let dossier = embedded().expect("the embedded dossier");
    let work = &dossier.infrastructure.first().expect("a work").name;
    desktop.expect(&work.en);
    assert_eq!(desktop.close(), 0);

    let mut desktop = Desktop::start(&home, &[]);
    desktop.expect(&work.en);
    assert_eq!(desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named above"]
fn nothing_is_done_while_nothing_happens() {
    let mut desktop = Desktop::start(&Home::new(), &["--lang", "zh", "--view", "projects"]);
    desktop.expect(&tr(Lang::Zh, "view-facts"));
    thread::sleep(Duration::from_secs(2));
    let before = desktop.cpu();
    thread::sleep(Duration::from_secs(5));
    let used = desktop.cpu().saturating_sub(before);
    assert!(used <= Duration::from_millis(50), "{used:?} of CPU in 5 s of nothing");
    assert_eq!(desktop.close(), 0);
}

#[test]
#[ignore = "needs Xvfb and the tools named above"]
fn a_spoilt_state_and_a_home_that_cannot_be_written_are_no_obstacle() {
    let home = Home::new();
    let folder = home.0.join(".config/liucheng-viewer");
    fs::create_dir_all(&folder).expect("a new folder");
    fs::write(folder.join("state.json"), b"{\"lang\": \xff\xfe nonsense").expect("a new file");
    let mut desktop = Desktop::start(&home, &["--lang", "en"]);
    desktop.expect(&tr(Lang::En, "view-facts"));
    assert_eq!(desktop.close(), 0, "with a spoilt state");

    // Not even root can write here.
    let mut desktop = Desktop::start_in(Path::new("/proc"), &["--lang", "en"]);
    desktop.expect(&tr(Lang::En, "view-facts"));
    assert_eq!(desktop.close(), 0, "with a home that cannot be written");
}

#[test]
#[ignore = "needs Xvfb and the tools named above"]
fn without_opengl_one_line_says_what_to_install() {
    let home = Home::new();
    let server = Server::start(&["-extension", "GLX"]);
    let mut command = program(&home.0, &["--lang", "en"]);
    command.env("DISPLAY", &server.display).env("__EGL_VENDOR_LIBRARY_FILENAMES", "/nonexistent").env("__GLX_VENDOR_LIBRARY_NAME", "none");
    expect_one_line(&finish(&mut command), &["OpenGL", "libgl1"]);
}

#[test]
fn without_a_display_one_line_says_what_to_do() {
    let home = Home::new();
    expect_one_line(&finish(&mut program(&home.0, &[])), &["DISPLAY", "check", "export"]);
    let mut command = program(&home.0, &[]);
    expect_one_line(&finish(command.env("DISPLAY", ":4711")), &["DISPLAY"]);
}

#[test]
#[ignore = "needs Xvfb and the tools named above"]
fn the_wheel_the_other_button_and_every_character_arrive() {
    let dossier = embedded().expect("the embedded dossier");
    let mut desktop = Desktop::start(&Home::new(), &["--lang", "zh", "--view", "projects"]);
    let [least, most] = extremes(&dossier);
    desktop.expect(&least.zh);
    desktop.key("ctrl+f");
    desktop.type_text(&most.zh);
    desktop.expect_gone(Role::TableCell, &least.zh);
    desktop.expect(&most.zh);
    desktop.key("ctrl+a");
    desktop.type_text("XJL");
    desktop.expect_gone(Role::TableCell, &most.zh);
    desktop.expect(&least.zh);

    desktop.key("Escape");
    desktop.right_click(&tr(Lang::Zh, "column-jobs"));
    desktop.click(&tr(Lang::Zh, "table-hide-column"));
    desktop.expect_gone(Role::ColumnHeader, &tr(Lang::Zh, "column-jobs"));

    desktop.click(&tr(Lang::Zh, "view-article"));
    let first = &dossier.article(Lang::Zh).sections.get(1).expect("a section").title;
    desktop.expect(first);
    desktop.wheel(first, 30);
    desktop.expect_gone(Role::Heading, &dossier.article(Lang::Zh).title);
    assert_eq!(desktop.close(), 0);
}

/// The projects with the smallest and the largest stated investment.
fn extremes(dossier: &Dossier) -> [Bilingual; 2] {
    let amount = |nr| match &dossier.figure(nr).value {
        Value::Quantity(quantity) => Some(quantity.sort_key()),
        _ => None,
    };
    let mut stated: Vec<_> = dossier.projects.held().iter().filter_map(|row| Some((amount(row.investment?)?, row.name.clone()))).collect();
    stated.sort_by_key(|(amount, _)| *amount);
    let name = |entry: Option<&(_, _)>| entry.map(|(_, name): &(_, Bilingual)| name.clone()).expect("a project");
    [name(stated.first()), name(stated.last())]
}
