//! What a search text with a mistake leaves in force: what it said before the mistake.

use super::{column::Table, lex::op_char, mistake::Mistake, search::Search};

/// The last search text without a mistake.
#[derive(Debug, Default)]
pub(super) struct LastGood {
    text: String,
    search: Search,
}

impl LastGood {
    /// What a text asks; where it has a mistake, what stays in force, and what is wrong.
    pub(super) fn read(&mut self, table: &Table, text: &str) -> (Search, Option<Mistake>) {
        let mistake = match Search::parse(table, text) {
            Ok(search) => {
                self.set(text, search);
                None
            }
            Err(mistake) => {
                let before = before_name(text, &self.text).and_then(|before| Some((before, Search::parse(table, before).ok()?)));
                if let Some((before, search)) = before {
                    self.set(before, search);
                }
                Some(mistake)
            }
        };
        (self.search.clone(), mistake)
    }

    fn set(&mut self, text: &str, search: Search) {
        text.clone_into(&mut self.text);
        self.search = search;
    }
}

/// The text before the last word of `good`, if since then that word has become the name before a condition.
///
/// While `investment>` is typed letter by letter, it is looked for as a word, and rarely found.
fn before_name<'t>(text: &'t str, good: &str) -> Option<&'t str> {
    let is_op = |char: char| op_char(char).is_some();
    let typed_since = text.strip_prefix(good)?;
    let word = good.rsplit(char::is_whitespace).next()?;
    let is_plain = !word.is_empty() && !word.contains(|char| is_op(char) || matches!(char, '"' | '“' | '”'));
    let ends_with = typed_since.chars().find(|char| char.is_whitespace() || is_op(*char))?;
    (is_plain && is_op(ends_with)).then(|| text.get(..good.len() - word.len()))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::fixture::table;

    #[test]
    fn a_word_that_has_become_a_name_is_looked_for_no_more() {
        for (text, good, before) in [
            ("stage:", "stage", Some("")),
            ("stage:", "sta", Some("")),
            ("东 investment>>1", "东 investment", Some("东 ")),
            ("-投资＞", "-投资", Some("")),
            ("stage:building,", "stage:building", None),
            ("stage:building x:y", "stage:building", None),
            ("a b:", "x b", None),
            ("\"a b\"c:", "\"a b\"", None),
            ("b:", "", None),
        ] {
            assert_eq!(before_name(text, good), before, "{text} after {good}");
        }
    }

    #[test]
    fn what_was_asked_before_the_mistake_stays() {
        let table = table();
        let mut last = LastGood::default();
        for (text, expected) in [
            ("yls inv", "yls inv"),
            ("yls investment>", "yls"),
            ("yls investment>x", "yls"),
            ("yls investment>1亿", "yls investment>1亿"),
            ("yls investment>1亿x", "yls investment>1亿"),
            ("yls investment>", "yls investment>1亿"),
        ] {
            let (search, mistake) = last.read(&table, text);
            assert_eq!(mistake.is_some(), text != expected, "{text}");
            let expected = Search::parse(&table, expected).unwrap();
            let tests = |search: &Search| search.groups.iter().flatten().map(|term| term.test.clone()).collect::<Vec<_>>();
            assert_eq!(tests(&search), tests(&expected), "{text}");
        }
    }
}
