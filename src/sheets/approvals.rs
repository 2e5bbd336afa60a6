//! Approvals: the cases completed, one row each window.

use rust_decimal::RoundingStrategy;

use super::{
    fill::{Kind, NumberCell, number_column, text_column},
    name,
};
use crate::{
    dossier::{Dossier, Qualifier, Quantity, Unit, Window},
    locale::Bilingual,
    table::{Addition, Table, TableError},
};

/// The table of the windows, in the order of the dossier.
///
/// Columns: `name`, `completed`, `share`.
///
/// # Errors
///
/// If there are more windows than can be numbered.
pub fn approvals(dossier: &Dossier) -> Result<Table, TableError> {
    let rows = &dossier.approvals.windows;
    let completed: Vec<_> = rows.iter().map(|row| NumberCell::of(dossier, row.completed)).collect();
    let shares: Vec<_> = rows.iter().map(|row| share(dossier, row).as_ref().map_or_else(NumberCell::default, cell)).collect();
    Table::new(vec![
        text_column("name", name("approvals-window"), rows.iter().map(|row| Some(row.name.clone()))),
        number_column("completed", name("approvals-completed"), Addition::May, &completed, &[]),
        number_column("share", name("approvals-share"), Addition::May, &shares, &[]),
    ])
}

/// The part of all cases that a window completed, to a tenth of a per cent; ours, not the report's.
pub fn share(dossier: &Dossier, window: &Window) -> Option<Quantity> {
    let number = |nr| dossier.figure(nr).quantity().and_then(Quantity::value);
    let (part, whole) = (number(window.completed?)?, number(dossier.approvals.completed?)?);
    let unit = Unit::parse("%")?;
    let percent = part.checked_div(whole)?.checked_div(unit.scale)?;
    let number = percent.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero);
    Some(Quantity { number, to: None, qualifier: Qualifier::Exact, unit, per: None })
}

fn cell(share: &Quantity) -> NumberCell {
    let written = Bilingual::from_fn(|lang| share.format(lang));
    NumberCell { number: Some(share.sort_key()), written: Some(written), kind: Some(Kind::of(share)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{dossier::embedded, locale::Lang, table::Index};

    #[test]
    fn the_windows_are_all_there_is_and_add_up() {
        let dossier = embedded().expect("the embedded dossier");
        let table = approvals(&dossier).expect("a table");
        let read = |column: &str| -> Vec<String> {
            let column = table.column(column).expect("a column");
            (0..table.num_rows()).filter_map(|row| column.text(row, Lang::En)).collect()
        };
        assert_eq!(read("completed"), ["63", "33", "26", "30", "7"]);
        assert_eq!(read("share"), ["39.6%", "20.8%", "16.4%", "18.9%", "4.4%"]);
    }

    #[test]
    fn shares_are_asked_for_in_per_cent() {
        let dossier = embedded().expect("the embedded dossier");
        let table = std::sync::Arc::new(approvals(&dossier).expect("a table"));
        for (text, expected) in [("share>=20.8%", vec![0, 1]), ("share<4.5%", vec![4]), ("completed<30", vec![2, 4])] {
            let query = crate::table::Query::parse(&table, text).expect(text);
            assert_eq!(Index::new(std::sync::Arc::clone(&table)).rows(&query).order.to_vec(), expected, "{text}");
        }
    }
}
