//! What stands in the tables: for each view its columns, with typed values to sort, filter and search by.
//!
//! The window and the exports use the same definitions, so a query gives the same rows in both. Row numbers are those of
//! the dossier: row 3 of [`projects`] is `dossier.projects[3]`, row 3 of [`facts`] is `dossier.figures[3]`, row 3 of
//! [`approvals`] is `dossier.approvals.windows[3]`, and the rows of [`topics`] and [`timeline`] are those of [`topic_rows`] and
//! [`event_rows`]. No drawing here, and no values that the dossier does not have.

mod approvals;
mod events;
mod facts;
mod fill;
mod gaps;
mod infrastructure;
mod listed;
mod mistake;
mod projects;
mod topics;
mod units;
mod words;

pub use approvals::{approvals, share};
pub use events::{EventKind, EventRow, basis_key, event_rows, timeline};
pub use facts::facts;
pub use gaps::{Gap, GapAt, GapsOf, gaps, project_gaps};
pub use infrastructure::infrastructure;
pub use mistake::mistake_text;
pub use projects::{ProjectsBuilder, projects};
pub use topics::{TopicRow, topic_rows, topics};
pub use words::{Head, Holds, Reader, Said, Typed, Words, section_column};

use crate::{
    dossier::{Dossier, Evidence, Figure, Meta},
    locale::{Bilingual, Lang, tr, tr_args},
};

/// What a figure says, in one language: the report's own form in Chinese.
pub fn written(figure: &Figure, lang: Lang) -> String {
    match lang {
        Lang::Zh => figure.text.clone(),
        Lang::En => figure.display(lang),
    }
}

/// Where a phrase stands in the report: section and paragraph.
pub fn place(dossier: &Dossier, evidence: &Evidence, lang: Lang) -> String {
    place_in(&dossier.meta, evidence.section, evidence.paragraph, lang)
}

/// The same where only the dossier's head is known.
fn place_in(meta: &Meta, section: usize, paragraph: u32, lang: Lang) -> String {
    let section = meta.report_sections.get(section).map_or("", |section| section.name(lang));
    tr_args(lang, "article-paragraph", &[("section", section.into()), ("paragraph", paragraph.into())])
}

/// A string of the locales in both languages.
fn name(key: &str) -> Bilingual {
    Bilingual::from_fn(|lang| tr(lang, key).into_owned())
}

/// The report's phrases that carry a figure, as one line.
fn phrases(figure: &Figure) -> Bilingual {
    Bilingual::from_fn(|lang| join(figure.phrases(), lang))
}

/// Several texts as one line of a language.
fn join<'a>(texts: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let separator = tr(lang, "app-list-separator");
    texts.into_iter().collect::<Vec<_>>().join(&separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_stands_in_several_places_is_told_once() {
        let dossier = crate::dossier::embedded().expect("the embedded dossier");
        let nr = dossier.find("zone/signed/cut-off").expect("a figure");
        assert!(dossier.figure(nr).evidence.len() > 1, "it stands in several places");
        let table = facts(&dossier).expect("a table");
        let evidence = table.column("evidence").and_then(|column| column.text(nr.0, Lang::Zh));
        assert_eq!(evidence.as_deref(), Some("截至去年12月末"));
    }

    #[test]
    fn every_table_is_made_of_the_embedded_dossier() {
        let dossier = crate::dossier::embedded().expect("the embedded dossier");
        let tables = [
            (projects(&dossier), dossier.projects.len()),
            (infrastructure(&dossier), dossier.infrastructure.len()),
            (approvals(&dossier), dossier.approvals.windows.len()),
            (facts(&dossier), dossier.figures.len()),
        ];
        for (table, num_rows) in tables {
            let table = table.expect("a table");
            assert_eq!(table.num_rows() as usize, num_rows, "{:?}", table.columns().first().map(|column| &column.id));
            assert!(num_rows > 0);
        }
    }
}
