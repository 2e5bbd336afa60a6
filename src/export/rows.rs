//! Which rows a query picks, by the same rules as in the window.

use std::sync::Arc;

use crate::{
    dossier::Dossier,
    locale::Lang,
    route::View,
    sheets::{self, mistake_text},
    table::{Collation, ColumnId, Index, Query},
};

/// The numbers of a view's rows that a query's text keeps, in its order, group by group; texts in the order of the language.
///
/// # Errors
///
/// The query has a mistake, or the view has no rows; the error says so in one line.
pub fn rows(dossier: &Dossier, view: View, query: &str, lang: Lang) -> Result<Vec<u32>, String> {
    let table = match view {
        View::Overview | View::Article | View::NotStated => return Err("only a table has rows".to_owned()),
        View::Projects => sheets::projects(dossier),
        View::Infrastructure => sheets::infrastructure(dossier),
        View::Approvals => sheets::approvals(dossier),
        View::Services => sheets::topics(dossier, &dossier.services),
        View::Reform => sheets::topics(dossier, &dossier.reform),
        View::Timeline => sheets::timeline(dossier),
        View::Facts => sheets::facts(dossier),
    };
    let table = table.map_err(|error| error.to_string())?;
    let query = Query::parse(&table, query).map_err(|mistake| {
        let at = query.get(mistake.range.clone()).filter(|at| !at.is_empty());
        let words = mistake_text(&table, &mistake, lang);
        at.map_or(words.clone(), |at| format!("{at}: {words}"))
    })?;
    let mut index = Index::new(Arc::new(table));
    index.set_collation(Collation::of(lang));
    let order = index.rows(&query).order;
    let by = query.group.as_ref().map(ColumnId::as_str).or(sheets::section_column(view));
    let grouped = by.and_then(|by| index.groups(&order, by, query.key(by), &[])).map(|groups| groups.order);
    Ok(grouped.unwrap_or(order).to_vec())
}
