//! What an account may hold, and what it may not.

use super::*;

fn article(source: &str) -> Article {
    parse(source).unwrap_or_else(|mistakes| panic!("{source}: {mistakes:?}"))
}

fn text_of<'a>(paragraph: &'a Paragraph, span: &Span) -> &'a str {
    paragraph.text.get(span.range.clone()).expect("a span lies within its text")
}

#[test]
fn an_account_keeps_its_text_links_and_lines() {
    let article = article("# 题\n\n## 一\n\n签约[56 个](#zone/signed/total)。\n\n- 甲**乙[2 名](#a/b)**\n- 丙\n\n## 二\n\nOne\nline\n");
    assert_eq!((article.title.as_str(), article.sections.len()), ("题", 2));
    let [first, second] = article.sections.as_slice() else { panic!("two sections") };
    let [signed, item, other] = first.paragraphs.as_slice() else { panic!("three paragraphs: {:?}", first.paragraphs) };
    assert_eq!((signed.text.as_str(), signed.line, signed.is_item), ("签约56 个。", 5, false));
    assert_eq!(text_of(signed, &signed.spans[0]), "56 个");
    assert_eq!(signed.spans[0].kind, SpanKind::Link("zone/signed/total".into()));
    assert_eq!((item.text.as_str(), item.line, item.is_item), ("甲乙2 名", 7, true));
    assert_eq!((text_of(item, &item.spans[0]), &item.spans[0].kind), ("乙2 名", &SpanKind::Strong), "the wider span comes first");
    assert_eq!((other.text.as_str(), other.line, other.is_item), ("丙", 8, true));
    assert_eq!(second.paragraphs[0].text, "One line");
}

#[test]
fn a_line_break_is_a_space_between_latin_words_alone() {
    for (broken, joined) in [
        ("甲，\n乙", "甲，乙"),
        ("甲”\n乙", "甲”乙"),
        ("LED\n照明", "LED照明"),
        ("甲\n[56 个](#a/b)", "甲56 个"),
        ("10 km²\nof roads", "10 km² of roads"),
        ("the firm’s\n**ten**", "the firm’s ten"),
        ("roads\n[20 km](#a/b)", "roads 20 km"),
    ] {
        assert_eq!(article(&format!("# 题\n\n## 一\n\n{broken}\n")).sections[0].paragraphs[0].text, joined, "{broken:?}");
    }
}

#[test]
fn loose_lists_are_items_too() {
    let article = article("# T\n\n## S\n\n- one\n\n- two\n\nafter\n");
    let items: Vec<bool> = article.sections[0].paragraphs.iter().map(|paragraph| paragraph.is_item).collect();
    assert_eq!(items, [true, true, false]);
}

#[test]
fn everything_else_is_a_mistake_with_its_line() {
    for (body, line, found) in [
        ("a <b>b</b>", 5, "HTML"),
        ("<div>\nx\n</div>", 5, "HTML"),
        ("a `code`", 5, "code"),
        ("```\ncode\n```", 5, "a code block"),
        ("a\n\n![x](y.png)", 7, "an image"),
        ("> a", 5, "a quotation block"),
        ("### a", 5, "a heading below `## `"),
        ("# a", 5, "a second `# ` heading"),
        ("1. a", 5, "a numbered list"),
        ("- a\n  - b", 6, "a list inside a list"),
        ("- a\n\n  b", 7, "a second paragraph in a list item"),
        ("- ", 5, "an empty list item"),
        ("*a*", 5, "emphasis with one `*` or `_`"),
        ("a\n\n---", 7, "a rule"),
        ("a  \nb", 5, "a forced line break"),
        ("[a](https://example.org)", 5, "a link to `https://example.org`"),
        ("<https://example.org>", 5, "a link that is not written `[text](#id)`"),
        ("[](#a/b)", 5, "an empty link"),
        ("甲**“乙”**丙", 5, "`**` that marks no bold"),
        ("[56](# a b)", 5, "`](` that closes no link"),
        ("## [a](#a/b)", 5, "a link in a heading"),
        ("## **a**", 5, "bold in a heading"),
    ] {
        let mistakes = parse(&format!("# T\n\n## S\n\n{body}\n")).expect_err(body);
        let seen: Vec<(usize, &str)> = mistakes.iter().map(|mistake| (mistake.line, mistake.found.as_str())).collect();
        assert!(seen.contains(&(line, found)), "{body}: {seen:?}");
    }
}

#[test]
fn an_account_has_a_title_and_starts_with_a_section() {
    for (source, found) in [("", "no title"), ("## S\n\na\n", "no title"), ("# T\n\na\n", "text before the first section")] {
        let mistakes = parse(source).expect_err(source);
        assert!(mistakes.iter().any(|mistake| mistake.found == found), "{source}: {mistakes:?}");
    }
}

#[test]
fn hostile_nesting_ends() {
    for source in ["> ".repeat(10_000), "- ".repeat(10_000), "[".repeat(10_000), "**a".repeat(10_000), "[a](#".repeat(10_000)] {
        assert!(parse(&source).is_err(), "no account");
    }
}
