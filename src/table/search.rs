//! The search box: what its text means for a table.
//!
//! Words must all be found, each in any searchable column; `or` between two asks for one of them; a minus before a word
//! leaves its rows out; quotation marks keep a phrase together and off pinyin; `stage:building`, `investment>1亿` and
//! `name:yls` ask one column, `stage:?` for the rows that state nothing there.

use std::{collections::BTreeSet, ops::Range};

use super::{
    column::{ChoiceValue, Column, Data, Table},
    find_column::{find_column, unit_after},
    fold::fold,
    lex::{Body, Op, Piece, Token, lex},
    mistake::{Mistake, MistakeKind},
    needle::Needle,
    query::Filter,
    ranges::ranges,
};
use crate::locale::{Lang, tr};

/// What a search text asks for: every group, and of a group at least one term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// Terms joined by `or` make a group.
    pub groups: Vec<Vec<Term>>,
}

/// One thing asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it is the other rows that are wanted.
    pub is_negated: bool,
    /// What is asked.
    pub test: Test,
}

/// What is asked of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Text, in any searchable column.
    Anywhere(Word),
    /// Text in the column of this position.
    In(usize, Word),
    /// What a filter of the column asks.
    Filter(usize, Filter),
    /// One of these.
    Any(Vec<Test>),
}

/// Text to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub text: String,
    /// Whether it was quoted: then it is not pinyin, nor a number, nor a date.
    pub is_phrase: bool,
}

impl Word {
    fn new(piece: &Piece) -> Self {
        Self { text: fold(&piece.text), is_phrase: piece.is_quoted }
    }
}

impl Search {
    /// Reads a search text.
    ///
    /// # Errors
    ///
    /// The first mistake in it.
    pub fn parse(table: &Table, text: &str) -> Result<Self, Mistake> {
        let mut search = Self::default();
        let mut joins = None;
        for token in lex(text, &|name, rest| unit_after(table, name, rest))? {
            if token.body == Body::Or {
                if joins.is_some() || token.is_negated || search.groups.is_empty() {
                    return Err(Mistake { range: token.range, kind: MistakeKind::DanglingOr });
                }
                joins = Some(token.range);
                continue;
            }
            let term = Term { range: token.range.clone(), is_negated: token.is_negated, test: test(table, &token)? };
            match search.groups.last_mut().filter(|_| joins.take().is_some()) {
                Some(group) => group.push(term),
                None => search.groups.push(vec![term]),
            }
        }
        match joins {
            Some(range) => Err(Mistake { range, kind: MistakeKind::DanglingOr }),
            None => Ok(search),
        }
    }

    /// Whether it asks nothing.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The words it wants to find in the column of this position, to mark them.
    pub(super) fn words(&self, column: usize, is_searchable: bool) -> Vec<&Word> {
        let mut words = Vec::new();
        let terms = self.groups.iter().flatten().filter(|term| !term.is_negated);
        let mut tests: Vec<&Test> = terms.map(|term| &term.test).collect();
        while let Some(test) = tests.pop() {
            match test {
                Test::Anywhere(word) if is_searchable => words.push(word),
                Test::In(nr, word) if *nr == column => words.push(word),
                Test::Any(any) => tests.extend(any),
                Test::Anywhere(_) | Test::In(..) | Test::Filter(..) => {}
            }
        }
        words
    }
}

/// What a token asks.
pub(super) fn test(table: &Table, token: &Token) -> Result<Test, Mistake> {
    match &token.body {
        Body::Or => Err(Mistake { range: token.range.clone(), kind: MistakeKind::DanglingOr }),
        Body::Word(piece) => Ok(Test::Anywhere(Word::new(piece))),
        Body::Condition { name, op, values } => {
            let nr = find_column(table, &name.text).map_err(|kind| Mistake { range: name.range.clone(), kind })?;
            condition(table, nr, *op, values)
        }
    }
}

fn condition(table: &Table, nr: usize, op: Op, values: &[Piece]) -> Result<Test, Mistake> {
    let Some(column) = table.columns.get(nr) else {
        return Ok(Test::Any(Vec::new()));
    };
    let (gaps, values): (Vec<&Piece>, Vec<&Piece>) = values.iter().partition(|piece| asks_for_gaps(column, piece));
    let not_stated = !gaps.is_empty();
    if values.is_empty() {
        return Ok(Test::Filter(nr, Filter::value(None)));
    }
    match &column.data {
        Data::Text(_) | Data::Choice(_) if !matches!(op, Op::Has | Op::Is) => {
            let range = values.first().map_or(0..0, |piece| piece.range.clone());
            Err(Mistake { range, kind: MistakeKind::NotComparable(column.id.clone()) })
        }
        Data::Text(_) => Ok(text(nr, op, &values, not_stated)),
        Data::Choice(_) => choice(column, nr, &values, not_stated),
        Data::Number(_) | Data::Date(_) => {
            let ranges = ranges(column, op, &values, not_stated)?;
            Ok(any(ranges.into_iter().map(|interval| Test::Filter(nr, Filter::Interval(interval))).collect()))
        }
    }
}

/// Whether a value asks for the rows that state nothing: `?`, or the words for it in either language.
///
/// In a column of text a quoted word is looked for as it is; elsewhere a value of the column's own comes first.
fn asks_for_gaps(column: &Column, piece: &Piece) -> bool {
    let text = fold(piece.text.trim());
    let is_word = match &column.data {
        Data::Text(_) => !piece.is_quoted,
        Data::Choice(choice) => !choice.options.iter().any(|option| is_named(option, &text)),
        Data::Number(_) | Data::Date(_) => true,
    };
    !piece.is_quoted && text == "?" || is_word && gap_words().any(|word| word == text)
}

/// The words for "not stated".
fn gap_words() -> impl Iterator<Item = String> {
    let words = Lang::ALL.map(|lang| fold(&tr(lang, "table-not-stated")));
    words.into_iter().flat_map(|word| [word.replace(' ', "-"), word]).chain(["none".to_owned()])
}

/// Whether a text would be read as "not stated" unless it is quoted.
pub(super) fn is_gap_word(text: &str) -> bool {
    gap_words().any(|word| word == fold(text))
}

/// Whether a value of a list is called so.
fn is_named(option: &ChoiceValue, folded: &str) -> bool {
    [&option.id, &option.name.zh, &option.name.en].into_iter().any(|name| fold(name) == folded)
}

/// `name:yls` looks for the word in the column, `name=亿联盛` for the very value.
fn text(nr: usize, op: Op, values: &[&Piece], not_stated: bool) -> Test {
    if op == Op::Is {
        let values = values.iter().map(|piece| piece.text.clone()).collect();
        return Test::Filter(nr, Filter::Values { values, not_stated, inverted: false });
    }
    let words = values.iter().map(|piece| Test::In(nr, Word::new(piece)));
    any(words.chain(not_stated.then(|| Test::Filter(nr, Filter::value(None)))).collect())
}

/// Values by id or name; a part of a name finds the values that have it.
fn choice(column: &Column, nr: usize, values: &[&Piece], not_stated: bool) -> Result<Test, Mistake> {
    let Data::Choice(choice) = &column.data else {
        return Ok(Test::Any(Vec::new()));
    };
    let mut exact = BTreeSet::new();
    let mut tests = Vec::new();
    for piece in values {
        let word = Word::new(piece);
        let names =
            |option: usize| choice.options.get(option).map(|option| [&option.id, &option.name.zh, &option.name.en]).into_iter().flatten();
        let by_id = choice.options.iter().find(|option| option.id == piece.text);
        if let Some(option) = by_id.or_else(|| choice.options.iter().find(|option| is_named(option, &word.text))) {
            exact.insert(option.id.clone());
            continue;
        }
        let needle = Needle::new(&word);
        if !(0..choice.options.len()).any(|option| names(option).any(|name| needle.is_in(name))) {
            return Err(Mistake { range: piece.range.clone(), kind: MistakeKind::UnknownValue(column.id.clone(), piece.text.clone()) });
        }
        tests.push(Test::In(nr, word));
    }
    if !exact.is_empty() || not_stated {
        tests.insert(0, Test::Filter(nr, Filter::Values { values: exact, not_stated, inverted: false }));
    }
    Ok(any(tests))
}

fn any(mut tests: Vec<Test>) -> Test {
    match tests.pop() {
        Some(test) if tests.is_empty() => test,
        Some(test) => {
            tests.push(test);
            Test::Any(tests)
        }
        None => Test::Any(tests),
    }
}
