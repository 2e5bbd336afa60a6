//! The works: one row each, planned and built apart.

use super::{
    fill::{NumberCell, date_column, number_column, text_column},
    name,
};
use crate::{
    dossier::{Dossier, FigureNr, Work, WorkGroup},
    locale::Bilingual,
    table::{Addition, ChoiceBuilder, Column, Table, TableError},
};

/// The table of the works.
///
/// Columns: `name`, `group`, `planned`, `built`, `unclear`, `as-of`.
pub fn infrastructure(dossier: &Dossier) -> Result<Table, TableError> {
    let rows = &dossier.infrastructure;
    let amounts = |id: &str, key: &str, nr: fn(&Work) -> Option<FigureNr>| {
        let cells: Vec<_> = rows.iter().map(|row| NumberCell::of(dossier, nr(row))).collect();
        let head = name(key);
        // A row is found by which of its columns say something: that is all that tells its numbers apart.
        number_column(id, head.clone(), Addition::MayNot(name("sum-works")), &cells, &[&head.zh, &head.en])
    };
    let as_of = |row: &Work| values(row).find_map(|nr| dossier.figure(nr).as_of.as_ref());
    Table::new(vec![
        text_column("name", name("column-work"), rows.iter().map(|row| Some(row.name.clone()))),
        groups(dossier),
        amounts("planned", "column-planned", |row| row.planned),
        amounts("built", "column-built", |row| row.built),
        amounts("unclear", "column-unclear", |row| row.unclear),
        date_column("as-of", name("column-as-of"), rows.iter().map(as_of)),
    ])
}

fn groups(dossier: &Dossier) -> Column {
    let mut builder = ChoiceBuilder::from_names(WorkGroup::ALL.map(|group| (group.code(), group_name(group))));
    for row in &dossier.infrastructure {
        builder.push_id(Some(row.group.code()));
    }
    Column::new("group", name("column-group"), builder)
}

/// The word for a group of works.
fn group_name(group: WorkGroup) -> Bilingual {
    name(match group {
        WorkGroup::Roads => "group-roads",
        WorkGroup::Pipes => "group-pipes",
        WorkGroup::Other => "group-other",
    })
}

/// What is stated of a work, what is built first: that is what a time is stated for.
fn values(row: &Work) -> impl Iterator<Item = FigureNr> {
    [row.built, row.unclear, row.planned].into_iter().flatten()
}
