use proptest::prelude::*;

use super::*;

const TEXT: [&str; 4] = [
    "亿联盛新材料于 2019 年 4 月 26 日落户，投资 12800 万元，占 5.7 %。",
    "其中 56 个，另有 156 个；ＬＥＤ照明 20 公里。",
    "The Zone built 20 km of roads  for CNY 128 million.",
    "亿联盛\u{3000}轧辊",
];

/// The text with the figures that stand in it.
fn text() -> Text {
    let figures = ["12800 万元", "5.7 %", "56 个", "156 个", "20 公里", "20 km", "CNY 128 million"];
    Text::new(TEXT.map(|text| {
        let found = figures.iter().filter_map(|figure| text.find(figure).map(|at| at..at + figure.len()));
        Piece { text, figures: found.collect() }
    }))
}

fn pieces(needle: &str) -> Vec<String> {
    let shown = |hit: Hit| TEXT[hit.piece].chars().skip(hit.chars.start).take(hit.chars.len()).collect();
    text().find(needle).into_iter().map(shown).collect()
}

#[test]
fn words_values_and_pinyin_are_found_in_order() {
    for (needle, found) in [
        ("亿联盛", &["亿联盛", "亿联盛"][..]),
        ("yls", &["亿联盛", "亿联盛"]),
        ("yiliansh", &["亿联盛", "亿联盛"]),
        ("盛轧", &["盛\u{3000}轧"]),
        ("1.28亿", &["12800 万元", "CNY 128 million"]),
        ("12800万元", &["12800 万元", "CNY 128 million"]),
        ("5.7%", &["5.7 %"]),
        ("５．７％", &["5.7 %"]),
        ("56", &["56 个", "56"]),
        ("156", &["156 个"]),
        ("led", &["ＬＥＤ"]),
        ("Led 照", &["ＬＥＤ照"]),
        ("roads for", &["roads  for"]),
        ("ROADS  ", &["roads"]),
        ("roadsfor", &[]),
        ("20 公里", &["20 公里", "20 km"]),
        ("2019年4月", &["2019 年 4 月"]),
        ("。\n其", &[]),
        ("  ", &[]),
        ("", &[]),
        ("没有", &[]),
    ] {
        assert_eq!(pieces(needle), found, "{needle}");
    }
}

#[test]
fn nothing_to_search_is_no_trouble() {
    assert!(Text::new([]).find("a").is_empty());
    assert!(Text::new([Piece::default()]).find("a").is_empty());
    // A range outside the text, or within a char, is no figure.
    let text = Text::new([Piece { text: "共5个", figures: vec![1..4, 0..99] }]);
    assert_eq!(text.find("5"), [Hit { piece: 0, chars: 1..2 }]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn all_places_of_a_word_are_found_and_a_longer_word_narrows(
        pieces in prop::collection::vec("[甲乙aB １ ，]{0,14}", 0..5), needle in "[甲乙aB１ ]{1,4}",
    ) {
        let text = Text::new(pieces.iter().map(|piece| Piece { text: piece.as_str(), figures: Vec::new() }));
        let plain = |text: &str| { let mut folded = String::new(); fold_text(text, |char, _| folded.push(char)); folded };
        let hits = text.find(&needle);
        let folded = plain(&needle);
        let written: usize = pieces.iter().map(|piece| if folded.is_empty() { 0 } else { plain(piece).matches(&folded).count() }).sum();
        // In pinyin `a` and `b` find nothing here: 甲 is jia and 乙 is yi.
        prop_assert_eq!(hits.len(), written);
        for (hit, next) in hits.iter().zip(hits.iter().skip(1)) {
            prop_assert!((hit.piece, hit.chars.end) <= (next.piece, next.chars.start), "in order and apart");
        }
        for hit in &hits {
            let inside: String = pieces[hit.piece].chars().skip(hit.chars.start).take(hit.chars.len()).collect();
            prop_assert_eq!(plain(&inside), folded.clone());
        }
        let shorter: String = needle.chars().take(needle.chars().count() - 1).collect();
        if !plain(&shorter).is_empty() {
            let wider = text.find(&shorter);
            let meets = |hit: &Hit| wider.iter().any(|wide| wide.piece == hit.piece && wide.chars.start <= hit.chars.start && hit.chars.start < wide.chars.end);
            prop_assert!(hits.iter().all(meets), "what is typed further only narrows");
        }
    }
}
