//! The search box: what its text means for a table.
//!
//! Words must all be found, each in any searchable column; `or` between two asks for one of them; a minus before a word
//! leaves its rows out; quotation marks keep a phrase together and off pinyin; `stage:building`, `investment>1亿` and
//! `name:yls` ask one column.

use std::{collections::BTreeSet, ops::Range};

use super::{
    column::{Column, Data, Table},
    date::Date,
    fold::fold,
    lex::{Body, Op, Piece, Token, lex},
    mistake::{Mistake, MistakeKind},
    needle::Needle,
    query::Filter,
    scalar::{Scalar, is_thousands},
};

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
    /// Less or more than a bound, the bound itself left out.
    Beyond(usize, Op, Scalar),
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
        for token in lex(text)? {
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
                Test::Anywhere(_) | Test::In(..) | Test::Filter(..) | Test::Beyond(..) => {}
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
            let Some(nr) = find_column(table, &name.text) else {
                return Err(Mistake { range: name.range.clone(), kind: MistakeKind::UnknownColumn(name.text.clone()) });
            };
            condition(table, nr, *op, values)
        }
    }
}

/// The position of the column of this id or name, spaces and hyphens aside.
pub(super) fn find_column(table: &Table, name: &str) -> Option<usize> {
    let plain = |name: &str| fold(name).replace([' ', '-', '_'], "");
    let name_plain = plain(name);
    let by_name = |column: &Column| [&column.name.zh, &column.name.en].into_iter().any(|known| plain(known) == name_plain);
    let by_id = table.column_nr(name).or_else(|| table.columns.iter().position(|column| plain(column.id.as_str()) == name_plain));
    by_id.or_else(|| table.columns.iter().position(by_name))
}

fn condition(table: &Table, nr: usize, op: Op, values: &[Piece]) -> Result<Test, Mistake> {
    let Some(column) = table.columns.get(nr) else {
        return Ok(Test::Any(Vec::new()));
    };
    let is_open = |piece: &&Piece| !piece.is_quoted && matches!(piece.text.as_str(), "?" | "？");
    let not_stated = values.iter().any(|piece| is_open(&piece));
    let values: Vec<&Piece> = values.iter().filter(|piece| !is_open(piece)).collect();
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
        Data::Number(_) => any_range(column, nr, op, numbers(&values).into_iter(), not_stated),
        Data::Date(_) => any_range(column, nr, op, values.into_iter().cloned(), not_stated),
    }
}

/// One of these numbers, dates or ranges of them.
fn any_range(column: &Column, nr: usize, op: Op, values: impl Iterator<Item = Piece>, not_stated: bool) -> Result<Test, Mistake> {
    let tests = values.map(|piece| range_test(column, nr, op, &piece, not_stated)).collect::<Result<_, _>>()?;
    Ok(any(tests))
}

/// Values with the thousands of a number put together again: a comma parts these as well as values.
fn numbers(values: &[&Piece]) -> Vec<Piece> {
    let mut numbers: Vec<Piece> = Vec::new();
    for piece in values {
        match numbers.last_mut().filter(|last| is_thousands(&last.text, &piece.text)) {
            Some(last) => {
                last.text = format!("{},{}", last.text, piece.text);
                last.range.end = piece.range.end;
            }
            None => numbers.push((*piece).clone()),
        }
    }
    numbers
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
        let found = (0..choice.options.len()).find(|option| names(*option).any(|name| fold(name) == word.text));
        if let Some(option) = choice.options.iter().find(|option| option.id == piece.text).or_else(|| choice.options.get(found?)) {
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

/// `1亿`, `1亿..5亿`, `>=1亿`, and the same with dates.
fn range_test(column: &Column, nr: usize, op: Op, piece: &Piece, not_stated: bool) -> Result<Test, Mistake> {
    let text = piece.text.as_str();
    let filter = |low, high| Test::Filter(nr, Filter::Range { low, high, not_stated, inverted: false });
    if let (Op::Has | Op::Is, Some((low, high))) = (op, text.split_once("..")) {
        let bound = |text: &str| if text.is_empty() { Ok(None) } else { scalar(column, piece, text).map(Some) };
        return Ok(filter(bound(low)?, bound(high)?));
    }
    let bound = scalar(column, piece, text)?;
    Ok(match op {
        Op::Has | Op::Is => filter(Some(bound), Some(bound)),
        Op::AtLeast => filter(Some(bound), None),
        Op::AtMost => filter(None, Some(bound)),
        Op::Less | Op::More => {
            let beyond = Test::Beyond(nr, op, bound);
            if not_stated { any(vec![beyond, Test::Filter(nr, Filter::value(None))]) } else { beyond }
        }
    })
}

fn scalar(column: &Column, piece: &Piece, text: &str) -> Result<Scalar, Mistake> {
    let mistake = |kind| Mistake { range: piece.range.clone(), kind };
    parse_scalar(column, text).ok_or_else(|| {
        let (id, text) = (column.id.clone(), text.to_owned());
        mistake(if matches!(column.data, Data::Date(_)) { MistakeKind::NotADate(id, text) } else { MistakeKind::NotANumber(id, text) })
    })
}

/// A bound as typed: a number with a unit of the column or without, or a date.
pub fn parse_scalar(column: &Column, text: &str) -> Option<Scalar> {
    match &column.data {
        Data::Number(number) => number.units.parse(text).map(Scalar::Number),
        Data::Date(_) => Date::parse(text).map(Scalar::Date),
        Data::Text(_) | Data::Choice(_) => None,
    }
}

/// A bound as [`parse_scalar`] reads it.
pub fn write_scalar(column: &Column, scalar: Scalar) -> String {
    match (scalar, &column.data) {
        (Scalar::Number(number), Data::Number(column)) => column.units.write(number),
        (Scalar::Number(number), _) => number.normalize().to_string(),
        (Scalar::Date(date), _) => date.to_string(),
    }
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
