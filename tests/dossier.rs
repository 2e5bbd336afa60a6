//! The embedded dossier's invariants.

use liucheng_viewer::dossier::{self, Dossier};

fn embedded() -> Dossier {
    dossier::embedded().unwrap_or_else(|problems| {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", list.len(), list.join("\n"))
    })
}

#[test]
fn loads() {
    let d = embedded();
    for c in &d.checks {
        println!(
            "{:?} {} | {} | {:?}",
            c.outcome.verdict,
            c.working(&d, liucheng_viewer::locale::Lang::Zh),
            c.working(&d, liucheng_viewer::locale::Lang::En),
            c.reason(liucheng_viewer::locale::Lang::En)
        );
    }
}
