//! The column that a name in a query means.

use super::{
    column::{Column, Data, Table},
    fold::fold,
    mistake::MistakeKind,
};

/// The position of the column of this id or name, spaces and hyphens aside; of one alone a beginning or a part is enough.
///
/// # Errors
///
/// No column is called so, or several are.
pub(super) fn find_column(table: &Table, name: &str) -> Result<usize, MistakeKind> {
    let name_plain = plain(name);
    let by_id = table.column_nr(name).or_else(|| table.columns.iter().position(|column| plain(column.id.as_str()) == name_plain));
    let whole = by_id.or_else(|| table.columns.iter().position(|column| names(column).any(|known| known == name_plain)));
    if let Some(nr) = whole {
        return Ok(nr);
    }
    if name_plain.is_empty() {
        return Err(MistakeKind::UnknownColumn(name.to_owned()));
    }
    let that = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let found = (0..).zip(&table.columns).filter(|(_, column)| names(column).any(|known| fits(&known)));
        found.map(|(nr, _)| nr).collect()
    };
    let begin = that(&|known| known.starts_with(&name_plain));
    let found = if begin.is_empty() { that(&|known| known.contains(&name_plain)) } else { begin };
    match found.as_slice() {
        [] => Err(MistakeKind::UnknownColumn(name.to_owned())),
        [nr] => Ok(*nr),
        several => {
            let ids = several.iter().filter_map(|nr| table.columns.get(*nr)).map(|column| column.id.clone());
            Err(MistakeKind::AmbiguousColumn(name.to_owned(), ids.collect()))
        }
    }
}

/// What a column is called, ready to be compared.
fn names(column: &Column) -> impl Iterator<Item = String> {
    [column.id.as_str(), &column.name.zh, &column.name.en].into_iter().map(plain)
}

fn plain(name: &str) -> String {
    fold(name).replace([' ', '-', '_'], "")
}

/// A unit is at most so many words: 1 t a year.
const MOST_WORDS: usize = 3;

/// How many bytes of a text are a unit of the numbers of the column that is called so.
pub(super) fn unit_after(table: &Table, name: &str, rest: &str) -> usize {
    let Some(Column { data: Data::Number(number), .. }) = find_column(table, name).ok().and_then(|nr| table.columns.get(nr)) else {
        return 0;
    };
    let is_end = |char: char| char.is_whitespace() || matches!(char, ',' | '，');
    let ends = rest.match_indices("..").map(|(at, _)| at).chain(rest.char_indices().filter(|(_, char)| is_end(*char)).map(|(at, _)| at));
    let mut ends: Vec<usize> = ends.chain([rest.len()]).collect();
    ends.sort_unstable();
    let words = ends.into_iter().take(MOST_WORDS + 1).filter_map(|end| rest.get(..end));
    let is_unit = |words: &&str| !words.is_empty() && number.knows(&fold(words).replace(char::is_whitespace, ""));
    words.filter(is_unit).map(str::len).max().unwrap_or(0)
}
