//! Words of a query's text: where they stand and what they look like. What they mean is decided in [`search`](super::search).

use std::ops::Range;

use super::mistake::{Mistake, MistakeKind};

/// A word, a phrase, a condition on a column, or `or`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the text, the minus included.
    pub range: Range<usize>,
    /// Whether a minus stands before it.
    pub is_negated: bool,
    pub body: Body,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// `or`: one of its neighbours is enough.
    Or,
    /// Text to look for.
    Word(Piece),
    /// `stage:building,trial`, `investment>=1亿`.
    Condition { name: Piece, op: Op, values: Vec<Piece> },
}

/// Text with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    pub range: Range<usize>,
    pub is_quoted: bool,
}

/// What stands between a column's name and its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Op {
    /// `:`
    Has,
    /// `=`
    Is,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// What a unit may be that a space parts from its number, given the column's name and what follows: its length in bytes.
pub(super) type UnitAfter<'a> = &'a dyn Fn(&str, &str) -> usize;

/// Splits a text into tokens.
pub(super) fn lex(text: &str, unit_after: UnitAfter<'_>) -> Result<Vec<Token>, Mistake> {
    let mut lexer = Lexer { text, at: 0, unit_after };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.token()? {
        tokens.push(token);
    }
    Ok(tokens)
}

/// Quoted, so that [`lex`] reads it back as one piece.
pub(super) fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

struct Lexer<'text> {
    text: &'text str,
    at: usize,
    unit_after: UnitAfter<'text>,
}

impl Lexer<'_> {
    fn token(&mut self) -> Result<Option<Token>, Mistake> {
        self.skip(char::is_whitespace);
        let start = self.at;
        let Some(first) = self.peek() else {
            return Ok(None);
        };
        let is_negated = matches!(first, '-' | '－');
        if is_negated {
            self.at += first.len_utf8();
            if self.peek().is_none_or(char::is_whitespace) {
                return Err(Mistake { range: start..self.at, kind: MistakeKind::LonelyMinus });
            }
        }
        let body = self.body()?;
        Ok(Some(Token { range: start..self.at, is_negated, body }))
    }

    fn body(&mut self) -> Result<Body, Mistake> {
        if let Some(piece) = self.quoted()? {
            return Ok(Body::Word(piece));
        }
        let start = self.at;
        self.skip(|char| !char.is_whitespace() && op_char(char).is_none());
        let word = self.piece(start);
        // 10:30 is a time, and :) is no condition either.
        let names_no_column = word.text.is_empty() || word.text.starts_with(|char: char| char.is_numeric());
        if self.peek().is_none_or(char::is_whitespace) || names_no_column {
            self.skip(|char| !char.is_whitespace());
            let word = self.piece(start);
            return Ok(if matches!(word.text.as_str(), "or" | "OR" | "或") { Body::Or } else { Body::Word(word) });
        }
        let op = self.op();
        let mut values = Vec::new();
        loop {
            values.push(self.value(&word.text)?);
            if !matches!(self.peek(), Some(',' | '，')) {
                return Ok(Body::Condition { name: word, op, values });
            }
            self.skip_one();
        }
    }

    fn value(&mut self, name: &str) -> Result<Piece, Mistake> {
        if let Some(piece) = self.quoted()? {
            return Ok(piece);
        }
        let start = self.at;
        self.skip(|char| !char.is_whitespace() && !matches!(char, ',' | '，'));
        // `100 million..200 million` is one value.
        while self.text.get(start..self.at).is_some_and(|value| value.ends_with(char::is_numeric)) {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let space = rest.len() - rest.trim_start().len();
            let unit = (self.unit_after)(name, rest.trim_start());
            if space == 0 || unit == 0 {
                break;
            }
            self.at += space + unit;
            self.skip(|char| !char.is_whitespace() && !matches!(char, ',' | '，'));
        }
        let piece = self.piece(start);
        if piece.text.is_empty() {
            return Err(Mistake { range: piece.range, kind: MistakeKind::MissingValue });
        }
        Ok(piece)
    }

    fn quoted(&mut self) -> Result<Option<Piece>, Mistake> {
        let start = self.at;
        let is_closing: fn(char) -> bool = match self.peek() {
            Some('"') => |char| char == '"',
            Some('“' | '”') => |char| matches!(char, '“' | '”'),
            _ => return Ok(None),
        };
        self.skip_one();
        let mut text = String::new();
        while let Some(char) = self.peek() {
            self.at += char.len_utf8();
            match char {
                '\\' => {
                    text.extend(self.peek());
                    self.skip_one();
                }
                char if is_closing(char) => return Ok(Some(Piece { text, range: start..self.at, is_quoted: true })),
                char => text.push(char),
            }
        }
        Err(Mistake { range: start..self.at, kind: MistakeKind::UnclosedQuote })
    }

    fn op(&mut self) -> Op {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some((op, after)) = op(rest) else { return Op::Has };
        self.at += rest.len() - after.len();
        op
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn skip_one(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip(&mut self, mut is_skipped: impl FnMut(char) -> bool) {
        while self.peek().is_some_and(&mut is_skipped) {
            self.skip_one();
        }
    }

    fn piece(&self, start: usize) -> Piece {
        let text = self.text.get(start..self.at).unwrap_or_default().to_owned();
        Piece { text, range: start..self.at, is_quoted: false }
    }
}

/// The comparison that a text begins with, and what follows it.
pub(super) fn op(text: &str) -> Option<(Op, &str)> {
    let mut chars = text.chars();
    let op = op_char(chars.next()?)?;
    let wider = match op {
        Op::Less => Op::AtMost,
        Op::More => Op::AtLeast,
        op => return Some((op, chars.as_str())),
    };
    let rest = chars.as_str();
    Some(rest.strip_prefix(['=', '＝']).map_or((op, rest), |rest| (wider, rest)))
}

pub(super) fn op_char(char: char) -> Option<Op> {
    match char {
        ':' | '：' => Some(Op::Has),
        '=' | '＝' => Some(Op::Is),
        '<' | '＜' => Some(Op::Less),
        '>' | '＞' => Some(Op::More),
        '≤' => Some(Op::AtMost),
        '≥' => Some(Op::AtLeast),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Metres, and nothing else, after a number.
    fn unit_after(name: &str, rest: &str) -> usize {
        usize::from(name == "n" && rest.starts_with('m'))
    }

    /// The tokens in a short form: `-` for negated, quotes as parentheses.
    fn short(text: &str) -> String {
        let piece = |piece: &Piece| if piece.is_quoted { format!("({})", piece.text) } else { piece.text.clone() };
        let token = |token: &Token| {
            let body = match &token.body {
                Body::Or => "|".to_owned(),
                Body::Word(word) => piece(word),
                Body::Condition { name, op, values } => {
                    format!("{} {op:?} {}", name.text, values.iter().map(piece).collect::<Vec<_>>().join("/"))
                }
            };
            format!("{}{body}", if token.is_negated { "-" } else { "" })
        };
        match lex(text, &unit_after) {
            Ok(tokens) => tokens.iter().map(token).collect::<Vec<_>>().join(" · "),
            Err(mistake) => format!("{:?} at {:?}", mistake.kind, mistake.range),
        }
    }

    #[test]
    fn splits() {
        for (text, expected) in [
            ("", ""),
            ("  a　b ", "a · b"),
            ("a or b 或 c", "a · | · b · | · c"),
            ("-a －b", "-a · -b"),
            ("\"a b\" “c d” -\"e\"", "(a b) · (c d) · -(e)"),
            (r#""a\"b\\""#, "(a\"b\\)"),
            ("stage:building,trial", "stage Has building/trial"),
            ("阶段：投产，\"a,b\"", "阶段 Has 投产/(a,b)"),
            (
                "n>1 n>=2 n<3 n<=4 n=5 n≥6 n≤7 n＞＝8",
                "n More 1 · n AtLeast 2 · n Less 3 · n AtMost 4 · n Is 5 · n AtLeast 6 · n AtMost 7 · n AtLeast 8",
            ),
            ("n>=5 m x", "n AtLeast 5 m · x"),
            ("n:1 m..<2 m,3 m", "n Has 1 m..<2 m/3 m"),
            ("n:1 x o:1 m", "n Has 1 · x · o Has 1 · m"),
            ("10:30 :)", "10:30 · :)"),
            ("a\"b", "a\"b"),
            ("a-b", "a-b"),
            ("- a", "LonelyMinus at 0..1"),
            ("x \"a", "UnclosedQuote at 2..4"),
            ("stage:", "MissingValue at 6..6"),
            ("stage:a, b", "MissingValue at 8..8"),
        ] {
            assert_eq!(short(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn quoting_keeps_the_text(text in any::<String>()) {
            let tokens = lex(&quote(&text), &|_, _| 0).unwrap();
            prop_assert_eq!(tokens.len(), 1);
            prop_assert!(matches!(&tokens[0].body, Body::Word(piece) if piece.text == text && piece.is_quoted));
        }

        #[test]
        fn every_text_ends_in_tokens_or_a_place(text in "[ab \"“”:=<>,\\\\-亿]{0,12}") {
            match lex(&text, &unit_after) {
                Ok(tokens) => for token in tokens {
                    prop_assert!(text.get(token.range).is_some());
                },
                Err(mistake) => prop_assert!(text.get(mistake.range).is_some()),
            }
        }
    }
}
