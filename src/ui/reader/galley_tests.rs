//! The rules of setting, on the very glyphs that are painted, for both embedded accounts at every measure.

use std::{ops::RangeInclusive, sync::Arc};

use egui::{Context, RawInput, epaint::text::PlacedRow, vec2};
use proptest::prelude::*;

use super::{
    Document, Shown,
    block::{Block, Part},
    page::Page,
    testing::{account, small},
};
use crate::{
    article::breaks::{is_never_first, is_never_last, is_whole},
    locale::Lang,
    ui::{
        marks::{Kind, Mark},
        theme,
    },
};

/// Every measure that a reader may be given, in ems.
const ALL: RangeInclusive<u8> = 10..=48;
/// Some of them, where all would take long.
const SOME: [u8; 7] = [10, 13, 20, 28, 34, 41, 48];

/// Runs `check` on every block of an account at each measure.
fn at_measures(measures: impl IntoIterator<Item = u8>, lang: Lang, size: f32, pixels_per_point: f32, check: impl FnMut(&Block, f32)) {
    of_document(account(lang), measures, size, pixels_per_point, check);
}

/// The same for any document.
fn of_document(
    document: Document,
    measures: impl IntoIterator<Item = u8>,
    size: f32,
    pixels_per_point: f32,
    mut check: impl FnMut(&Block, f32),
) {
    let ctx = Context::default();
    theme::install(&ctx);
    ctx.set_pixels_per_point(pixels_per_point);
    let document = Arc::new(document);
    let shown = Shown { size, line_height: (1.75 * size).round(), ..Shown::default() };
    for _ in 0..2 {
        // The second pass has the scale.
        ctx.run_ui(RawInput::default(), |_| {}).textures_delta.clear();
    }
    let mut measures = Some(measures);
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        let mut page = None;
        for ems in measures.take().into_iter().flatten() {
            let measure = f32::from(ems) * size;
            let mut set = Page::renew(page.take(), ui.ctx(), &document, &shown, measure);
            set.set_between(ui.ctx(), &shown, 0.0, f32::INFINITY);
            for (_, block) in set.blocks() {
                check(block, measure);
            }
            page = Some(set);
        }
    });
    output.textures_delta.clear();
}

fn texts(block: &Block) -> Vec<String> {
    block.galley.rows.iter().map(|row| row.text()).collect()
}

/// Where a row's last glyph ends, spaces left out.
fn right(row: &PlacedRow) -> f32 {
    row.glyphs.iter().filter(|glyph| glyph.chr != ' ').map(|glyph| row.pos.x + glyph.pos.x + glyph.advance_width).fold(0.0, f32::max)
}

#[test]
fn rows_begin_and_end_as_they_may_at_every_measure() {
    for lang in Lang::ALL {
        // An English figure in words, with its mark, may be longer than a row of ten ems.
        let least = if lang == Lang::En { 14 } else { *ALL.start() };
        let mut rows = 0;
        at_measures(least..=*ALL.end(), lang, 16.0, 1.0, |block, _| rows += check_ends(block));
        assert!(rows > 5_000, "all paragraphs were set: {rows}");
    }
}

/// No forbidden mark at a row's start or end; returns how many rows there are.
fn check_ends(block: &Block) -> usize {
    let texts = texts(block);
    for pair in texts.windows(2) {
        assert!(!pair[0].trim_end().ends_with(is_never_last), "{texts:#?}");
        assert!(!pair[1].starts_with(is_never_first), "{texts:#?}");
    }
    texts.len()
}

/// The rows joined are the text, and none is wider than the measure.
fn check_rows(block: &Block, measure: f32) {
    assert_eq!(texts(block).concat(), block.galley.text());
    for row in &block.galley.rows {
        let edge = block.rect.left() + right(row);
        assert!(edge <= measure + 0.05, "{edge} is wider than {measure}: {:?}", row.text());
    }
}

/// No figure is split from its unit.
fn check_figures(block: &Block) {
    for figure in &block.figures {
        let chars: Vec<char> = block.galley.text().chars().collect();
        let is_whole = is_whole(&chars[figure.chars.clone()]);
        assert!(!is_whole || figure.stretches.len() == 1, "{} is split: {:#?}", figure.span.name, texts(block));
    }
}

/// A paragraph of pieces, those with a number as figures.
fn made_up(pieces: &[(String, bool)]) -> super::Paragraph {
    let mut made = super::Paragraph::default();
    for (nr, (piece, is_figure)) in pieces.iter().enumerate() {
        let start = made.text.len();
        made.text.push_str(piece);
        if *is_figure {
            made.figures.push(super::FigureSpan {
                range: start..made.text.len(),
                key: nr as u32,
                kind: Kind::Stated,
                mark: Some(Mark::Planned).filter(|_| nr % 2 == 0),
                is_words: false,
                name: piece.clone(),
            });
        }
    }
    made
}

fn piece() -> impl Strategy<Value = (String, bool)> {
    prop_oneof![
        6 => "[一-龥]{1,14}".prop_map(|han| (han, false)),
        3 => "[0-9]{1,4}(\\.[0-9]{1,2})? (亿元|公里|个|万平方米)".prop_map(|figure| (figure, true)),
        3 => "[，。：；、！？]".prop_map(|mark| (mark, false)),
        1 => "[“《（][一-龥0-9]{1,6}[”》）][，。]?".prop_map(|quoted| (quoted, false)),
        // A figure that is glued to a word may have to be cut with it.
        1 => " [A-Za-z]{1,9} [一-龥]".prop_map(|word| (word, false)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn made_up_paragraphs_obey_the_rules_too(
        paragraphs in prop::collection::vec(prop::collection::vec(piece(), 1..40), 1..6), measure in 14_u8..=48,
    ) {
        let paragraphs = paragraphs.iter().map(|pieces| made_up(pieces)).collect();
        let sections = vec![super::Section { paragraphs, title: "节".to_owned(), verdict: None }];
        let document = Document { sections, ..small() };
        of_document(document, [measure], 16.0, 1.0, |block, measure| {
            check_ends(block);
            check_figures(block);
            check_rows(block, measure);
        });
    }
}

#[test]
fn rows_are_the_paragraph_and_none_is_wider_than_the_measure() {
    for lang in Lang::ALL {
        at_measures(ALL, lang, 16.0, 1.0, |block, measure| {
            // What stands behind a formula is not set to the measure.
            if !matches!(block.part, Part::Word(_)) {
                check_rows(block, measure);
            }
        });
    }
    for (lang, size, scale) in [(Lang::Zh, 18.0, 1.5), (Lang::Zh, 16.0, 2.0), (Lang::En, 20.0, 1.25)] {
        at_measures(SOME, lang, size, scale, |block, measure| {
            if matches!(block.part, Part::Word(_)) && block.rect.top() < f32::EPSILON {
                return;
            }
            assert_eq!(texts(block).concat(), block.galley.text());
            for row in &block.galley.rows {
                let edge = block.rect.left() + right(row);
                assert!(edge <= measure + 0.05, "{edge} is wider than {measure}: {:?}", row.text());
                let ink = block.rect.left() + row.pos.x + row.visuals.mesh_bounds.max.x;
                assert!(!ink.is_finite() || ink <= measure + 1.01 / scale + 0.05 * size, "ink to {ink} of {measure}: {:?}", row.text());
            }
        });
    }
}

#[test]
fn figures_are_whole_and_their_glyphs_have_room() {
    for lang in Lang::ALL {
        at_measures(ALL, lang, 16.0, 1.0, |block, measure| {
            check_figures(block);
            for figure in &block.figures {
                let tail = if figure.mark().is_some() { 11.0 } else { 0.0 };
                let end = figure.stretches.last().unwrap().rect.right() + block.rect.left() + tail;
                assert!(end <= measure + 0.05, "the glyph of {} is cut off: {end} of {measure}", figure.span.name);
            }
        });
    }
}

#[test]
fn rows_are_evenly_spaced_whatever_stands_in_them() {
    at_measures(SOME, Lang::Zh, 16.0, 1.0, |block, _| {
        if let Part::Text(_) = block.part {
            for (row_nr, row) in block.galley.rows.iter().enumerate() {
                assert!((row.pos.y - 28.0 * row_nr as f32).abs() < 0.01 && (row.size.y - 28.0).abs() < 0.01);
            }
        }
    });
}

#[test]
fn filled_rows_end_at_the_measure() {
    let (mut filled, mut ragged) = (0, 0);
    at_measures(ALL, Lang::Zh, 16.0, 1.0, |block, measure| {
        let Part::Text(_) = block.part else { return };
        for row in block.galley.rows.iter().rev().skip(1) {
            let slack = measure - right(row);
            let is_squeezed_or_marked = slack < 12.0;
            if is_squeezed_or_marked { filled += 1 } else { ragged += 1 }
        }
    });
    assert!(ragged * 20 < filled, "{ragged} rows are ragged, {filled} are filled");
}

#[test]
fn cursors_are_offsets_of_the_text() {
    at_measures([17], Lang::Zh, 16.0, 1.5, |block, _| {
        let mut at = 0;
        for row in &block.galley.rows {
            for glyph in &row.glyphs {
                if glyph.advance_width > 1.0 {
                    let place = vec2(row.pos.x + glyph.pos.x + 0.4 * glyph.advance_width, row.pos.y + 8.0);
                    assert_eq!(block.galley.cursor_from_pos(place).index.0, at);
                }
                at += 1;
            }
        }
        assert_eq!(block.galley.end().index.0, at);
    });
}

#[test]
fn odd_text_is_shown_all_the_same() {
    let ctx = Context::default();
    theme::install(&ctx);
    let odd = ["", " ", "a\u{301}中e\u{302}", "👨\u{200D}👩中🇯🇵，", "零\u{200B}宽\u{FEFF}\t制\r表\n行", "مرحبا中", "ḗ Ḃ क्षि"];
    let mut document = account(Lang::Zh);
    for (paragraph, text) in document.sections[0].paragraphs.iter_mut().zip(odd.iter().cycle()) {
        *paragraph = super::Paragraph { text: (*text).to_owned(), ..Default::default() };
    }
    document.sections[0].paragraphs.extend(odd.map(|text| super::Paragraph { text: text.repeat(20), ..Default::default() }));
    // A span outside the text, or within a char, marks nothing.
    let figure = account(Lang::Zh).sections[1].paragraphs[0].figures[0].clone();
    document.sections[0].paragraphs[2].figures =
        vec![super::FigureSpan { range: 1..900, ..figure.clone() }, super::FigureSpan { range: 4..5, ..figure }];
    let document = Arc::new(document);
    let mut output = ctx.run_ui(RawInput::default(), |ui| {
        for measure in [1.0, 160.0, 400.0] {
            let mut page = Page::renew(None, ui.ctx(), &document, &Shown::default(), measure);
            page.set_between(ui.ctx(), &Shown::default(), 0.0, f32::INFINITY);
            assert!(page.height > 100.0 && page.blocks().all(|(_, block)| block.figures.iter().all(|figure| !figure.chars.is_empty())));
        }
    });
    output.textures_delta.clear();
}
