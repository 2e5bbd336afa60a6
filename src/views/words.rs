//! The dossier's terms in the window's: which mark, which line, which word.

use crate::{
    dossier::{Check, Dossier, Figure, FigureNr, Origin, Stage, Status, Verdict},
    export,
    locale::{Lang, tr, tr_args},
    ui::marks::{Kind, Mark, VerdictMark},
};

/// The mark of a status.
pub fn status_mark(status: Status) -> Mark {
    match status {
        Status::Planned => Mark::Planned,
        Status::Built => Mark::Built,
        Status::Trial => Mark::Trial,
        Status::Potential => Mark::Potential,
        Status::Target => Mark::Target,
        Status::Forecast => Mark::Forecast,
        Status::Unclear => Mark::Unclear,
    }
}

/// The mark of a project's stage; none for what has not landed.
pub fn stage_mark(stage: Stage) -> Option<Mark> {
    match stage {
        Stage::Talks | Stage::Signed => None,
        Stage::Landed => Some(Mark::Planned),
        Stage::Building => Some(Mark::Quarter),
        Stage::Trial => Some(Mark::Trial),
        Stage::Running => Some(Mark::Built),
    }
}

/// The line under a figure, by who says so.
pub fn kind(origin: Origin) -> Kind {
    match origin {
        Origin::Stated => Kind::Stated,
        Origin::Computed => Kind::Computed,
        Origin::Editorial => Kind::Editorial,
    }
}

/// The mark of a verdict.
pub fn verdict_mark(verdict: Verdict) -> VerdictMark {
    match verdict {
        Verdict::Agrees => VerdictMark::Agrees,
        Verdict::Rounding => VerdictMark::Rounding,
        Verdict::Bound => VerdictMark::Bound,
        Verdict::Disagrees => VerdictMark::Disagrees,
        Verdict::Undecided | Verdict::Refused => VerdictMark::Undecided,
    }
}

/// The word for a verdict.
pub fn verdict_word(lang: Lang, verdict: Verdict) -> String {
    tr(lang, verdict.key()).into_owned()
}

/// What came of a check, in words; why, where it was refused or cannot be decided.
pub fn check_word(lang: Lang, check: &Check) -> String {
    match check.outcome.verdict {
        Verdict::Refused | Verdict::Undecided => check.reason(lang).unwrap_or_default(),
        verdict => verdict_word(lang, verdict),
    }
}

/// The word for a status.
pub fn status_word(lang: Lang, status: Status) -> String {
    tr(lang, &format!("status-{}", status.code())).into_owned()
}

/// The mark and the word of a figure's status, where it has one.
pub fn told_status(lang: Lang, figure: &Figure) -> Option<(Mark, String)> {
    figure.status.map(|status| (status_mark(status), status_word(lang, status)))
}

/// The word for a stage.
pub fn stage_word(lang: Lang, stage: Stage) -> String {
    tr(lang, &format!("stage-{}", stage.code())).into_owned()
}

/// A figure with what makes it checkable, as text to take elsewhere: label, value, phrases, source and date.
pub fn citation(lang: Lang, dossier: &Dossier, nr: FigureNr) -> String {
    let figure = dossier.figure(nr);
    let mut lines = vec![format!("{} {}", figure.label.get(lang), figure.display(lang))];
    lines.extend(export::sources(dossier, nr, lang));
    lines.push(source(lang, dossier));
    lines.join("\n")
}

/// The report that the dossier is about, on a line: its title and date.
pub fn source(lang: Lang, dossier: &Dossier) -> String {
    let date = dossier.meta.date.to_string();
    tr_args(lang, "citation-source", &[("title", dossier.meta.report_title.as_str().into()), ("date", date.into())])
}
