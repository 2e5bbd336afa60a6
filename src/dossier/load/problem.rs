//! A mistake in a dossier, and the list of them.

use std::{
    cmp::Ordering,
    fmt,
    path::{Path, PathBuf},
};

use crate::locale::{Lang, tr_args};

/// One mistake in a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file it is in.
    pub file: PathBuf,
    /// Where in the file: `line 3, column 7` or a JSON path such as `[3].investment`.
    pub place: String,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

/// What stands in a folder that is a dossier's.
const FOLDER: &str = "the folder of a dossier: dossier.json, article.zh.md, article.en.md and the tables";

/// Why there is no dossier at all in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Absence {
    /// There is nothing.
    Missing,
    /// It is a file.
    File,
    /// It is a folder with other files.
    Empty,
    /// Nobody may look into it.
    Closed,
}

impl Absence {
    const ALL: [Self; 4] = [Self::Missing, Self::File, Self::Empty, Self::Closed];

    fn found(self) -> &'static str {
        match self {
            Self::Missing => "nothing there",
            Self::File => "a file",
            Self::Empty => "a folder without a dossier",
            Self::Closed => "something that cannot be read",
        }
    }

    /// The problem that a place has, and no other.
    pub(super) fn at(self, place: &Path) -> Problem {
        Problem { file: place.to_owned(), place: String::new(), found: self.found().to_owned(), expected: FOLDER.to_owned() }
    }
}

impl Problem {
    /// Why there is no dossier at all; none where there is one with mistakes.
    pub fn absence(&self) -> Option<Absence> {
        Absence::ALL.into_iter().find(|absence| self.expected == FOLDER && self.found == absence.found())
    }

    /// The same as [`Display`](fmt::Display) says, in a language; what the parts of a dossier are called stays as it is.
    pub fn words(&self, lang: Lang) -> String {
        let place =
            if self.place.is_empty() { String::new() } else { tr_args(lang, "error-place", &[("place", self.place.as_str().into())]) };
        let args = [
            ("file", self.file.display().to_string().into()),
            ("place", place.into()),
            ("found", self.found.as_str().into()),
            ("expected", self.expected.as_str().into()),
        ];
        tr_args(lang, "error-line", &args)
    }
}

impl fmt::Display for Problem {
    /// `projects.json: [3].investment: found "1.8公里", expected an amount of money such as 1.8亿元`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Lang::En))
    }
}

/// How many problems are listed; the rest are counted.
const LISTED: usize = 1000;

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    unlisted: usize,
    /// Nobody will read them: they are only counted.
    is_quiet: bool,
}

impl Problems {
    /// Problems of which only this matters: whether there are any.
    pub(super) fn quiet() -> Self {
        Self { is_quiet: true, ..Self::default() }
    }

    pub(super) fn push(&mut self, problem: Problem) {
        if self.is_full() {
            self.count();
        } else {
            self.list.push(problem);
        }
    }

    /// Whether further problems are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.is_quiet || self.list.len() >= LISTED
    }

    /// Counts a problem that need not be worded any more.
    pub(super) fn count(&mut self) {
        self.unlisted += 1;
    }

    /// Whether there are none at all.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty() && self.unlisted == 0
    }

    /// Whether a file has none so far.
    pub(super) fn are_none_in(&self, file: &str) -> bool {
        self.unlisted == 0 && !self.list.iter().any(|problem| problem.file.as_os_str() == file)
    }

    /// All mistakes, by file and place; the last says how many more there are, if so.
    pub(super) fn finish(mut self) -> Vec<Problem> {
        self.list.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| natural(&a.place, &b.place)));
        if self.unlisted > 0 {
            let found = format!("{} more problems", self.unlisted);
            let expected = format!("none; the first {LISTED} are listed");
            self.list.push(Problem { file: "…".into(), place: String::new(), found, expected });
        }
        self.list
    }
}

/// Orders `[2]` before `[10]`: runs of digits compare as numbers.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a_rest, mut b_rest) = (a, b);
    loop {
        let (a_text, a_digits, a_after) = split_run(a_rest);
        let (b_text, b_digits, b_after) = split_run(b_rest);
        let order = a_text.cmp(b_text).then_with(|| a_digits.len().cmp(&b_digits.len())).then_with(|| a_digits.cmp(b_digits));
        if order != Ordering::Equal || (a_after.is_empty() && b_after.is_empty()) {
            return order;
        }
        (a_rest, b_rest) = (a_after, b_after);
    }
}

/// The text before the first digits, the digits without leading zeros, and the rest.
fn split_run(text: &str) -> (&str, &str, &str) {
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    (before, digits.trim_start_matches('0'), after)
}

/// The ids to choose from, the first of them if there are many.
pub(super) fn choices<'i>(ids: impl Iterator<Item = &'i str>) -> String {
    const SHOWN: usize = 12;
    let mut ids = ids.peekable();
    let mut shown = ids.by_ref().take(SHOWN).collect::<Vec<_>>().join(", ");
    if ids.peek().is_some() {
        shown.push_str(", …");
    }
    shown
}

/// A text between quotation marks, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let short: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(LONGEST).is_some() { format!("\"{short}…\"") } else { format!("\"{short}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_sort_as_people_count() {
        let mut places = ["[10].id", "[2].name", "[2].id", "line 12", "line 3", ""];
        places.sort_by(|a, b| natural(a, b));
        assert_eq!(places, ["", "[2].id", "[2].name", "[10].id", "line 3", "line 12"]);
    }

    #[test]
    fn a_problem_is_one_sentence() {
        let (file, place, expected) = ("projects.json".into(), "[3].investment".into(), "an amount of money such as 1.8亿元".into());
        let problem = Problem { file, place, found: quoted("1.8公里"), expected };
        assert_eq!(problem.to_string(), r#"projects.json: [3].investment: found "1.8公里", expected an amount of money such as 1.8亿元"#);
    }

    #[test]
    fn what_is_not_listed_is_counted() {
        let mut problems = Problems::default();
        for row in 0..1500 {
            let (file, place) = ("a".into(), format!("[{row}]"));
            problems.push(Problem { file, place, found: "x".into(), expected: "y".into() });
        }
        let list = problems.finish();
        assert_eq!((list.len(), list.last().map(|last| last.found.as_str())), (1001, Some("500 more problems")));
    }
}
