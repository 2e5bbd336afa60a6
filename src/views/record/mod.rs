//! A record: everything the dossier has of one row, each value on its evidence.
//!
//! [`Record`] is made without a window, so that what it says can be tested; `draw` sets it.

mod build;
mod draw;
mod event;
mod passages;

pub use build::{fact, not_stated, project, work};
pub use draw::{pane_ui, strip_ui};
pub use event::event;

use crate::{
    dossier::FigureNr,
    ui::marks::{Kind, Mark},
};

/// Everything the dossier has of one row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// What the row is about.
    pub title: String,
    /// The mark beside the title where the record is one line.
    pub mark: Option<(Mark, String)>,
    /// Its full or other name.
    pub subtitle: String,
    /// Of a work: what is built of what is planned, drawn above the fields.
    pub bar: Option<PlannedBuilt>,
    /// Label by label.
    pub fields: Vec<Field>,
    /// Where the report speaks of it.
    pub places: Vec<String>,
    /// The figure whose sentence is shown on demand.
    pub sentence: Option<FigureNr>,
}

/// A plan and what is built of it, in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedBuilt {
    /// The plan, as a length.
    pub planned: f32,
    /// What is built, as a length.
    pub built: f32,
    /// What is built and what is planned, in words.
    pub words: [String; 2],
}

/// A label with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// The label.
    pub label: String,
    /// One or more values.
    pub entries: Vec<Entry>,
}

/// A value with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The value as text.
    pub text: String,
    /// The figure it is; none for plain words.
    pub figure: Option<FigureNr>,
    /// The line under it.
    pub kind: Kind,
    /// The mark after it, with the mark's word for who does not see it.
    pub mark: Option<(Mark, String)>,
    /// The report's phrases that carry it.
    pub phrases: Vec<String>,
    /// Remarks: condition, how a date was worked out, our notes.
    pub notes: Vec<String>,
    /// What contradicts it.
    pub warning: Option<String>,
    /// The check whose working it is, by its number in the dossier.
    pub check: Option<usize>,
}

impl Default for Entry {
    fn default() -> Self {
        let (text, figure, kind, mark) = (String::new(), None, Kind::Stated, None);
        Self { text, figure, kind, mark, phrases: Vec::new(), notes: Vec::new(), warning: None, check: None }
    }
}

impl Entry {
    /// Words without a figure.
    fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dossier,
        locale::{Lang, tr},
    };

    #[test]
    fn the_english_name_is_the_english_one_in_both_languages() {
        let dossier = dossier::embedded().unwrap();
        let english = dossier.projects.get(0).unwrap().name.en.clone();
        for lang in Lang::ALL {
            let record = project(&dossier, lang, 0).unwrap();
            let field = record.fields.iter().find(|field| field.label == tr(lang, "record-english")).unwrap();
            assert_eq!(field.entries.iter().map(|entry| entry.text.as_str()).collect::<Vec<_>>(), [english.as_str()], "{lang:?}");
        }
    }
}
