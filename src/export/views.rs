//! The sheets of the views: the same rows in the same order as the window's tables, with everything a cell there can show.

use super::{Cell, Format, Heading, Row, Sheet, View, facts, projects, topics, words::Words, works};
use crate::{
    dossier::Dossier,
    locale::{Lang, tr, tr_args},
};

/// A view as a sheet; programs that read JSON get codes where readers get words. The article is no sheet: it has no rows.
pub fn sheet(dossier: &Dossier, view: View, lang: Lang, format: Format) -> Sheet {
    let words = Words::new(dossier, lang, format);
    let (columns, rows) = match view {
        View::All | View::Article => (Vec::new(), Vec::new()),
        View::Projects => projects::projects(&words),
        View::Infrastructure => works::infrastructure(&words),
        View::Approvals => works::approvals(&words),
        View::Services => topics::topics(&words, &dossier.services),
        View::Reform => topics::topics(&words, &dossier.reform),
        View::Timeline => topics::timeline(&words),
        View::Facts if words.is_coded => facts::for_programs(&words),
        View::Facts => facts::for_readers(&words),
    };
    titled_view(dossier, view, lang, (columns, rows))
}

/// The sheet of a view with these columns and rows.
pub(super) fn titled_view(dossier: &Dossier, view: View, lang: Lang, (columns, rows): Parts) -> Sheet {
    let name = tr(lang, &format!("view-{}", view.code())).into_owned();
    titled(dossier, lang, name, columns, rows)
}

/// Columns and rows of a sheet.
pub(super) type Parts = (Vec<Heading>, Vec<Row>);

/// A sheet with its title and its source.
pub(super) fn titled(dossier: &Dossier, lang: Lang, name: String, columns: Vec<Heading>, rows: Vec<Row>) -> Sheet {
    let title = format!("{} · {name}", dossier.meta.short_place.get(lang));
    Sheet {
        lang,
        name,
        title,
        source: source(dossier, lang),
        date: Some(dossier.meta.date),
        about: about(dossier, lang),
        has_envelope: false,
        columns,
        rows,
    }
}

/// Which report it comes from.
pub fn source(dossier: &Dossier, lang: Lang) -> String {
    let (title, date) = (dossier.meta.report_title.as_str(), dossier.meta.date.format(lang));
    tr_args(lang, "export-source", &[("title", title.into()), ("date", date.into())])
}

/// The same in full: labels with their texts.
pub(super) fn about(dossier: &Dossier, lang: Lang) -> Vec<(String, String)> {
    let meta = &dossier.meta;
    let bylines = meta.bylines.iter().map(|byline| byline.get(lang)).collect::<Vec<_>>().join(&tr(lang, "app-list-separator"));
    let lines = [
        ("export-about-report", meta.report_title.clone()),
        ("record-date", meta.date.to_string()),
        ("record-bylines", bylines),
        ("export-about-place", meta.place.get(lang).to_owned()),
        ("record-found", meta.found.get(lang).to_owned()),
        ("export-about-disclaimer", meta.disclaimer.get(lang).to_owned()),
        ("export-about-empty", tr(lang, "export-about-empty-text").into_owned()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    lines.map(|(key, text)| (tr(lang, key).into_owned(), text)).collect()
}

/// A name of something in both languages, one column each.
pub(super) fn id_and_name(words: &Words<'_>, name_key: &str) -> Vec<Heading> {
    vec![Heading::text("id", words.tr("column-id")), Heading::text("name", words.tr(name_key))]
}

/// A text of the dossier in the reader's language, or nothing.
pub(super) fn maybe(words: &Words<'_>, text: Option<&crate::locale::Bilingual>) -> Cell {
    Cell::maybe(text.map(|text| text.get(words.lang)))
}
