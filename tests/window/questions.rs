//! What a visitor comes to ask, answered in at most three actions from the start, by mouse and by keys alone, in both
//! languages, in a window of the usual size and in the least.
//!
//! A click, a key and a typed word are an action each. What has to be scrolled to is no answer in the usual window; in the
//! least, the wheel or the key that brings it into sight is an action.

use egui::{Event, Key, Modifiers, Rect, accesskit::Role};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};
use liucheng_viewer::{
    app::App,
    dossier::{Check, Claim, Dossier, FigureNr, Project, Stage, embedded},
    locale::{Lang, tr, tr_args},
    route::View,
    sheets,
    state::State,
};

use crate::{SMALL, WIDE};

/// What the visitor has at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Mouse,
    Keys,
}

/// Somebody who has just opened the window, and counts what it takes.
struct Visitor {
    harness: Harness<'static, App>,
    lang: Lang,
    by: By,
    size: [f32; 2],
    num_actions: u32,
}

impl Visitor {
    fn new(lang: Lang, by: By, size: [f32; 2]) -> Self {
        let state = State { lang, ..State::default() };
        let harness = crate::open(state, size);
        assert_eq!(harness.state().route().view, View::Overview, "what opens first");
        Self { harness, lang, by, size, num_actions: 0 }
    }

    fn act(&mut self) {
        self.num_actions += 1;
        assert!(self.num_actions <= 3, "too many actions, {:?} in {:?}", self.by, self.lang);
        self.harness.run();
    }

    /// What is on screen of a role, with a name that begins so, from top to bottom.
    fn seen(&self, role: Role, start: &str) -> Vec<(Rect, String)> {
        let window = Rect::from_min_size(egui::Pos2::ZERO, self.size.into());
        let name = |node: &Node<'_>| node.accesskit_node().label().or_else(|| node.accesskit_node().value()).unwrap_or_default();
        let nodes = self.harness.query_all_by(|node| node.role() == role);
        let named = nodes.map(|node| (node.rect(), name(&node)));
        let mut seen: Vec<_> = named.filter(|(rect, name)| name.starts_with(start) && window.contains_rect(*rect)).collect();
        seen.sort_by(|(a, _), (b, _)| a.top().total_cmp(&b.top()));
        seen
    }

    fn click(&mut self, role: Role, start: &str) {
        assert_eq!(self.by, By::Mouse, "no mouse");
        let seen = self.seen(role, start);
        let at = seen.first().unwrap_or_else(|| panic!("no {role:?} {start:?} on screen in {:?} at {:?}", self.lang, self.size)).0.center();
        let button = egui::PointerButton::Primary;
        self.harness.event(Event::PointerMoved(at));
        for pressed in [true, false] {
            self.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        }
        self.act();
    }

    fn open(&mut self, view: View) {
        match self.by {
            By::Mouse => self.click(Role::Tab, &tr(self.lang, view.name_key())),
            By::Keys => {
                let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9, Key::Num0];
                let key = digits.into_iter().zip(View::ALL).find(|(_, of)| *of == view).expect("each view has a digit").0;
                self.key(Modifiers::NONE, key);
            }
        }
        assert_eq!(self.harness.state().route().view, view);
    }

    fn key(&mut self, modifiers: Modifiers, key: Key) {
        assert_eq!(self.by, By::Keys, "no keyboard");
        self.harness.key_press_modifiers(modifiers, key);
        self.act();
    }

    fn word(&mut self, word: &str) {
        assert_eq!(self.by, By::Keys, "no keyboard");
        self.harness.event(Event::Text(word.to_owned()));
        self.act();
    }

    /// In the least window: moves the page on.
    fn page_down(&mut self) {
        if self.size == WIDE {
            return;
        }
        match self.by {
            By::Mouse => {
                self.harness.event(Event::PointerMoved(egui::pos2(self.size[0] / 2.0, self.size[1] / 2.0)));
                let delta = egui::vec2(0.0, -300.0);
                self.harness.event(Event::MouseWheel {
                    unit: egui::MouseWheelUnit::Point,
                    delta,
                    phase: egui::TouchPhase::Move,
                    source: egui::MouseWheelSource::Wheel,
                    modifiers: Modifiers::NONE,
                });
                self.act();
            }
            By::Keys => self.key(Modifiers::NONE, Key::PageDown),
        }
    }

    /// Fails unless something of the role has a name that begins so, wholly in the window.
    fn reads(&self, role: Role, start: &str) {
        assert!(!self.seen(role, start).is_empty(), "{start:?} is not on screen, {:?} in {:?} at {:?}", self.by, self.lang, self.size);
    }
}

/// Asks the same of everybody.
fn ask(question: impl Fn(&Dossier, Visitor)) {
    let dossier = embedded().expect("the embedded dossier is whole");
    for lang in Lang::ALL {
        for by in [By::Mouse, By::Keys] {
            for size in [WIDE, SMALL] {
                question(&dossier, Visitor::new(lang, by, size));
            }
        }
    }
}

fn figure(dossier: &Dossier, id: &str) -> FigureNr {
    dossier.find(id).unwrap_or_else(|| panic!("no figure {id}"))
}

/// What is read of a check on the overview.
fn checked(dossier: &Dossier, lang: Lang, verdict_key: &str, is_meant: impl Fn(&Check) -> bool) -> String {
    let check = dossier.checks.iter().find(|check| is_meant(check)).expect("such a check");
    format!("{} {}", check.working(dossier, lang), tr(lang, verdict_key))
}

#[test]
fn which_projects_already_produce() {
    ask(|dossier, mut visitor| {
        let lang = visitor.lang;
        visitor.open(View::Projects);
        match visitor.by {
            By::Mouse => {
                // The most advanced come first.
                for _ in 0..2 {
                    visitor.click(Role::ColumnHeader, &tr(lang, "column-stage"));
                }
            }
            By::Keys => {
                visitor.key(Modifiers::COMMAND, Key::F);
                visitor.word(if lang == Lang::Zh { "阶段:投产,试生产" } else { "stage:running,trial" });
            }
        }
        let produces = |project: &&Project| matches!(project.stage(), Some(Stage::Running | Stage::Trial));
        let mut names: Vec<&str> = dossier.projects.held().iter().filter(produces).map(|project| project.name.get(lang)).collect();
        assert!(names.len() > 1 && names.len() < dossier.projects.len(), "a question with an answer");
        let is_name = |name: &str| dossier.projects.held().iter().any(|project| project.name.get(lang) == name);
        let cells = visitor.seen(Role::GridCell, "").into_iter().map(|(_, name)| name).filter(|name| is_name(name));
        let mut first: Vec<String> = cells.take(names.len()).collect();
        first.sort();
        names.sort_unstable();
        assert_eq!(first, names, "{:?} in {lang:?}", visitor.by);
    });
}

#[test]
fn do_45_and_11_make_56() {
    ask(|dossier, visitor| {
        let signed = figure(dossier, "zone/signed/total");
        let is_sum = |check: &Check| matches!(check.claim, Claim::Sum { whole, .. } if whole == signed);
        let answer = checked(dossier, visitor.lang, "verdict-agrees", is_sum);
        assert!(answer.starts_with("45 + 11 = 56 "), "{answer}");
        visitor.reads(Role::Label, &answer);
    });
}

#[test]
fn how_much_of_the_planned_road_is_built() {
    ask(|dossier, visitor| {
        let built = figure(dossier, "infrastructure/zone-roads/built");
        let is_share = |check: &Check| matches!(check.claim, Claim::Ratio { part, .. } if part == built);
        let answer = checked(dossier, visitor.lang, "verdict-rounding", is_share);
        assert!(answer.contains("37.8%"), "{answer}");
        visitor.reads(Role::Label, &answer);
    });
}

#[test]
fn how_long_do_approvals_take_at_most_and_is_that_a_promise() {
    ask(|dossier, mut visitor| {
        visitor.open(View::Approvals);
        let lang = visitor.lang;
        for (id, word) in [("before-start", "approvals-promise"), ("completion-check", "approvals-target")] {
            let days = dossier.figure(figure(dossier, &format!("approvals/limits/{id}/days")));
            let seen = visitor.seen(Role::Link, "");
            let shown = days.display(lang);
            let line = seen
                .iter()
                .find(|(_, name)| name.contains(&shown))
                .unwrap_or_else(|| panic!("no {shown} on screen, {:?} at {:?}", visitor.by, visitor.size))
                .0;
            let words = visitor.seen(Role::Label, &tr(lang, word));
            assert!(words.iter().any(|(rect, _)| line.y_range().contains(rect.center().y)), "{shown} is no {word} in {lang:?}");
        }
    });
}

#[test]
fn what_is_not_stated_about_a_project() {
    ask(|dossier, mut visitor| {
        visitor.open(View::NotStated);
        visitor.page_down();
        let lang = visitor.lang;
        let project = dossier.projects.held().iter().find(|project| project.id.as_str() == "huaxiang").expect("华祥");
        let gaps = sheets::project_gaps(project).expect("something is not stated");
        let names = visitor.seen(Role::Link, project.name.get(lang));
        let lines = visitor.seen(Role::Label, gaps.get(lang));
        let is_beside = names.iter().any(|(name, _)| lines.iter().any(|(line, _)| name.y_range().intersects(line.y_range())));
        assert!(is_beside, "{names:?} and {lines:?} in {lang:?}, {:?} at {:?}", visitor.by, visitor.size);
    });
}

#[test]
fn which_figures_have_no_date() {
    ask(|dossier, mut visitor| {
        let lang = visitor.lang;
        visitor.open(View::Facts);
        match visitor.by {
            By::Mouse => {
                let funnel = tr_args(lang, "table-filter-column", &[("column", tr(lang, "column-as-of").into_owned().into())]);
                visitor.click(Role::Button, &funnel);
                visitor.click(Role::CheckBox, &tr(lang, "table-stated-value"));
            }
            By::Keys => {
                visitor.key(Modifiers::COMMAND, Key::F);
                visitor.word(&format!("{}:?", tr(lang, "column-as-of").replace(' ', "-")));
            }
        }
        let count = dossier.figures.iter().filter(|figure| figure.as_of.as_ref().and_then(|moment| moment.date).is_none()).count();
        assert!(count > 0 && count < dossier.figures.len(), "a question with an answer");
        let place = [
            ("column", tr(lang, "column-as-of").into_owned().into()),
            ("value", tr(lang, "not-stated").into_owned().into()),
            ("row", "1".into()),
            ("rows", count.to_string().into()),
        ];
        visitor.reads(Role::GridCell, &tr_args(lang, "table-cell-name", &place));
    });
}
