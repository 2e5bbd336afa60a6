//! From a saved web page to its text: a line for each block, without scripts, styles and markup.
//!
//! Tolerant as browsers are: nothing is an error, and what never ends, ends with the file. Not here: the tree, styles,
//! what a script would have added.

/// Whether a text is a web page: a tag that pages have stands near its start.
pub(super) fn is_html(text: &str) -> bool {
    const TAGS: [&str; 9] = ["!doctype", "html", "head", "meta", "body", "div", "p", "br", "h1"];
    let end = text.char_indices().nth(2000).map_or(text.len(), |(at, _)| at);
    let start = text.get(..end).unwrap_or(text).to_ascii_lowercase();
    start.split('<').skip(1).any(|rest| {
        let name = rest.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or_default();
        TAGS.contains(&name)
    })
}

/// The text of a page.
pub(super) fn text_of(page: &str) -> String {
    let mut reader = Page { rest: page, text: String::with_capacity(page.len() / 2), pre: 0, is_unquoted: [false; 2] };
    reader.read();
    reader.text
}

/// A page being read.
struct Page<'p> {
    rest: &'p str,
    text: String,
    /// How many `pre` elements are open: in them line ends count.
    pre: usize,
    /// Whether no `"` or no `'` is left, so that none is looked for again.
    is_unquoted: [bool; 2],
}

impl<'p> Page<'p> {
    fn read(&mut self) {
        while !self.rest.is_empty() {
            let (text, rest) = split_at(self.rest, self.rest.find('<'));
            self.push_text(text);
            self.rest = rest;
            let Some(after) = rest.strip_prefix('<') else { continue };
            if let Some(comment) = after.strip_prefix("!--") {
                self.rest = after_find(comment, "-->");
            } else if after.starts_with(['!', '?']) {
                self.rest = after_find(after, ">");
            } else if after.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()) {
                self.tag(after);
            } else {
                self.text.push('<');
                self.rest = after;
            }
        }
    }

    fn tag(&mut self, after: &'p str) {
        let (is_end, after) = after.strip_prefix('/').map_or((false, after), |after| (true, after));
        let (name, rest) = split_at(after, after.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/')));
        // A name is short; of anything else only the start matters.
        let name: String = name.chars().take(16).collect::<String>().to_ascii_lowercase();
        self.rest = self.attributes(rest);
        match name.as_str() {
            "script" | "style" | "template" | "svg" | "title" if !is_end => self.skip_element(&name),
            "pre" => {
                self.pre = if is_end { self.pre.saturating_sub(1) } else { self.pre + 1 };
                self.break_line();
            }
            "td" | "th" => self.push_text(" "),
            name if BLOCKS.contains(&name) => self.break_line(),
            _ => {}
        }
    }

    /// What follows the attributes and the `>` of a tag.
    fn attributes<'t>(&mut self, mut rest: &'t str) -> &'t str {
        loop {
            let Some(at) = rest.find(['>', '"', '\'']) else { return "" };
            let (_, found) = split_at(rest, Some(at));
            if let Some(after) = found.strip_prefix('>') {
                return after;
            }
            let (quote, after) = split_at(found, Some(1));
            let [double, single] = &mut self.is_unquoted;
            let is_unquoted = if quote == "\"" { double } else { single };
            let end = if *is_unquoted { None } else { after.find(quote) };
            *is_unquoted = end.is_none();
            rest = end.map_or(after, |end| split_at(after, Some(end + 1)).1);
        }
    }

    /// Leaves an element out with all that is in it.
    fn skip_element(&mut self, name: &str) {
        loop {
            self.rest = after_find(self.rest, "</");
            let start = self.rest.get(..name.len());
            if self.rest.is_empty() || start.is_some_and(|start| start.eq_ignore_ascii_case(name)) {
                self.rest = after_find(self.rest, ">");
                return;
            }
        }
    }

    fn break_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    fn push_text(&mut self, mut text: &str) {
        while !text.is_empty() {
            let (plain, rest) = split_at(text, text.find('&'));
            for c in plain.chars() {
                self.push_char(c);
            }
            let Some(after) = rest.strip_prefix('&') else { return };
            let (c, after) = entity(after).unwrap_or(('&', after));
            self.push_char(c);
            text = after;
        }
    }

    fn push_char(&mut self, c: char) {
        match c {
            '\n' if self.pre > 0 => self.text.push('\n'),
            ' ' | '\t' | '\n' | '\x0C' => {
                if !self.text.ends_with([' ', '\n']) {
                    self.text.push(' ');
                }
            }
            _ => self.text.push(c),
        }
    }
}

/// Elements that start and end a line.
const BLOCKS: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "section",
    "table",
    "tbody",
    "tr",
    "ul",
];

/// The character that an entity (without its `&`) stands for, and what follows it.
fn entity(text: &str) -> Option<(char, &str)> {
    const NAMED: [(&str, char); 27] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{A0}'),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("mdash", '—'),
        ("ndash", '–'),
        ("hellip", '…'),
        ("middot", '·'),
        ("bull", '•'),
        ("times", '×'),
        ("ensp", '\u{2002}'),
        ("emsp", '\u{2003}'),
        ("thinsp", '\u{2009}'),
        ("copy", '©'),
        ("reg", '®'),
        ("laquo", '«'),
        ("raquo", '»'),
        ("permil", '‰'),
        ("yen", '¥'),
        ("sup2", '²'),
        ("sup3", '³'),
    ];
    // The longest name has six letters, the longest number `#x10FFFF` eight characters.
    let end = text.char_indices().take(10).find(|(_, c)| *c == ';')?.0;
    let (name, rest) = split_at(text, Some(end));
    let rest = rest.strip_prefix(';')?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| *c != '\0')?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, rest))
}

/// The text before and from a byte; all of it before where there is none.
fn split_at(text: &str, at: Option<usize>) -> (&str, &str) {
    at.and_then(|at| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// What follows a word; nothing if it does not stand there.
fn after_find<'t>(text: &'t str, word: &str) -> &'t str {
    text.find(word).and_then(|at| text.get(at + word.len()..)).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_its_lines() {
        let page = "<!DOCTYPE html><html><head><title>名</title><style>p{}</style><script>if (1<2) '</p>'</script></head>\n<body class='a>b'>\
            <h2>核心&nbsp;提示</h2>\n<p>签约<b>56</b>个，\n投资 &lt;1&#20159;&#x5143;</p><!-- <p>没有</p> -->乙<br/>丙<ul><li>丁</ul></body></html>";
        assert!(is_html(page));
        let text = text_of(page);
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, ["核心\u{A0}提示", "签约56个， 投资 <1亿元", "乙", "丙", "丁"]);
    }

    #[test]
    fn plain_text_is_no_page() {
        for text in ["1 < 2", "甲<乙>丙", "", "a <b and c"] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn what_never_ends_ends_with_the_page() {
        for (page, text) in [
            ("甲<p title=\"乙>丙", "甲丙"),
            ("甲<!-- 乙", "甲"),
            ("甲<script>乙</scrip", "甲"),
            ("甲<", "甲<"),
            ("甲&amp", "甲&amp"),
            ("甲&#0;&#xD800;乙", "甲&#0;&#xD800;乙"),
            ("甲<p", "甲"),
            ("<pre>甲\n乙</pre>", "甲\n乙\n"),
        ] {
            assert_eq!(text_of(page).replace('\n', ""), text.replace('\n', ""), "{page}");
        }
        let hostile = "<a \"".repeat(200_000);
        assert!(text_of(&hostile).is_empty());
    }
}
