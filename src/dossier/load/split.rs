//! A file that is one array of objects, in pieces that end where a row ends.
//!
//! Only strings and depth are looked at: whether a row is well-formed is for its parser to say. What is not plainly an
//! array of objects is [`Irregular`], and left to the reader that says what is wrong with it.

use std::{
    fs::File,
    io::{self, Read as _},
    ops::Range,
};

/// So much is read at once.
const PIECE_BYTES: usize = 512 * 1024;
/// A row longer than this is no row of a dossier.
const LONGEST_ROW: usize = 16 * 1024 * 1024;
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The file is no array of objects, or cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Irregular;

impl From<io::Error> for Irregular {
    fn from(_: io::Error) -> Self {
        Self
    }
}

/// Some whole rows of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its number, from 0.
    pub(super) nr: usize,
    /// The number of its first row.
    pub(super) first_row: usize,
    /// Where its bytes begin in the file.
    pub(super) offset: u64,
    pub(super) bytes: Vec<u8>,
    /// Each row's part of the bytes.
    pub(super) rows: Vec<Range<usize>>,
}

/// What may stand between rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Opening,
    RowOrEnd,
    Row,
    CommaOrEnd,
    Nothing,
}

/// The rest of a file.
pub(super) struct Splitter<R = File> {
    input: R,
    num_pieces: usize,
    num_rows: usize,
    /// Where `buffer` begins in the file.
    offset: u64,
    buffer: Vec<u8>,
    /// How far `buffer` is looked through.
    at: usize,
    rows: Vec<Range<usize>>,
    row_start: usize,
    depth: usize,
    is_in_string: bool,
    expected: Expected,
    is_at_end: bool,
    is_irregular: bool,
}

impl<R: io::Read> Splitter<R> {
    pub(super) fn new(input: R) -> Self {
        Self {
            input,
            num_pieces: 0,
            num_rows: 0,
            offset: 0,
            buffer: Vec::new(),
            at: 0,
            rows: Vec::new(),
            row_start: 0,
            depth: 0,
            is_in_string: false,
            expected: Expected::Opening,
            is_at_end: false,
            is_irregular: false,
        }
    }

    /// The next rows; none after the last.
    pub(super) fn next(&mut self) -> Result<Option<Piece>, Irregular> {
        if self.is_irregular {
            return Err(Irregular);
        }
        let next = self.find_next();
        // What was looked through in part must not be looked at again.
        self.is_irregular = next.is_err();
        next
    }

    fn find_next(&mut self) -> Result<Option<Piece>, Irregular> {
        while self.rows.is_empty() {
            if self.is_at_end {
                return if self.expected == Expected::Nothing && self.depth == 0 { Ok(None) } else { Err(Irregular) };
            }
            if self.buffer.len() - self.row_start.min(self.buffer.len()) > LONGEST_ROW {
                return Err(Irregular);
            }
            let is_first = self.offset == 0 && self.buffer.is_empty();
            self.buffer.reserve(PIECE_BYTES);
            let num_read = self.input.by_ref().take(PIECE_BYTES as u64).read_to_end(&mut self.buffer)?;
            self.is_at_end = num_read == 0;
            if is_first && self.buffer.starts_with(MARK) {
                self.at = MARK.len();
            }
            self.scan()?;
        }
        Ok(Some(self.cut()))
    }

    /// The rows found so far; what follows the last of them stays.
    fn cut(&mut self) -> Piece {
        let end = self.rows.last().map_or(0, |row| row.end);
        let rest = self.buffer.split_off(end);
        let bytes = std::mem::replace(&mut self.buffer, rest);
        let rows = std::mem::take(&mut self.rows);
        let piece = Piece { nr: self.num_pieces, first_row: self.num_rows, offset: self.offset, bytes, rows };
        self.num_pieces += 1;
        self.num_rows += piece.rows.len();
        self.offset += end as u64;
        self.at -= end;
        self.row_start = self.row_start.saturating_sub(end);
        piece
    }

    /// Looks through what has come.
    fn scan(&mut self) -> Result<(), Irregular> {
        while let Some(rest) = self.buffer.get(self.at..).filter(|rest| !rest.is_empty()) {
            let found = match (self.is_in_string, self.depth) {
                (true, _) => rest.iter().position(|byte| matches!(byte, b'"' | b'\\')),
                (false, 0) => Some(0),
                (false, _) => rest.iter().position(|byte| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']')),
            };
            let Some((at, byte)) = found.and_then(|at| Some((self.at + at, *rest.get(at)?))) else {
                self.at = self.buffer.len();
                break;
            };
            self.at = at + 1;
            match (self.is_in_string, byte) {
                (true, b'"') => self.is_in_string = false,
                (true, _) if at + 1 == self.buffer.len() => {
                    // What it escapes has not come yet.
                    self.at = at;
                    break;
                }
                (true, _) => self.at = at + 2,
                (false, b'{') if self.depth == 0 && matches!(self.expected, Expected::RowOrEnd | Expected::Row) => {
                    (self.row_start, self.depth) = (at, 1);
                }
                (false, byte) if self.depth == 0 => self.expected = between(byte, self.expected)?,
                (false, b'"') => self.is_in_string = true,
                (false, b'{' | b'[') => self.depth += 1,
                (false, _) => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        self.rows.push(self.row_start..at + 1);
                        self.expected = Expected::CommaOrEnd;
                    }
                }
            }
        }
        Ok(())
    }
}

/// What may follow a byte between rows.
fn between(byte: u8, expected: Expected) -> Result<Expected, Irregular> {
    match (byte, expected) {
        (b' ' | b'\t' | b'\r' | b'\n', _) => Ok(expected),
        (b'[', Expected::Opening) => Ok(Expected::RowOrEnd),
        (b',', Expected::CommaOrEnd) => Ok(Expected::Row),
        (b']', Expected::RowOrEnd | Expected::CommaOrEnd) => Ok(Expected::Nothing),
        _ => Err(Irregular),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Result<Vec<String>, Irregular> {
        let mut splitter = Splitter::new(text.as_bytes());
        let mut rows = Vec::new();
        while let Some(piece) = splitter.next()? {
            assert_eq!(piece.first_row, rows.len());
            for row in &piece.rows {
                let here = String::from_utf8_lossy(&piece.bytes[row.clone()]).into_owned();
                let there = piece.offset as usize + row.start;
                assert_eq!(&text[there..there + here.len()], here, "the place in the file is right");
                rows.push(here);
            }
        }
        Ok(rows)
    }

    #[test]
    fn rows_end_where_they_end() {
        assert_eq!(rows("[]"), Ok(vec![]));
        assert_eq!(rows("\u{feff} [ {} , {\"a\": \"}]\\\"\"} ]\n"), Ok(vec!["{}".to_owned(), "{\"a\": \"}]\\\"\"}".to_owned()]));
        let long = format!("[{{\"a\": \"{}\"}}, {{\"b\": [[{{}}]]}}]", "\\\\".repeat(PIECE_BYTES));
        assert_eq!(rows(&long).map(|rows| rows.len()), Ok(2), "a row may be longer than a piece");
    }

    #[test]
    fn what_is_no_array_of_objects_is_left_to_the_other_reader() {
        for text in ["", " ", "{}", "[", "[{}", "[{},]", "[,{}]", "[{} {}]", "[{}] x", "[1]", "[{}, null]", "[{}]]", "[[]]", "[{\"}]"] {
            assert_eq!(rows(text), Err(Irregular), "{text}");
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_the_parser(values in prop::collection::vec("[a-z\"\\\\\\[\\]{},亿 ]{0,8}", 0..12), gap in "[ \n]{0,3}") {
            let objects: Vec<String> = values.iter().map(|value| serde_json::json!({ "a": value, "b": [value] }).to_string()).collect();
            let text = format!("{gap}[{gap}{}{gap}]{gap}", objects.join(&format!("{gap},{gap}")));
            prop_assert_eq!(rows(&text), Ok(objects));
        }
    }
}
