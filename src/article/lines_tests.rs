use proptest::prelude::*;

use super::*;
use crate::{
    article::{
        breaks::{atoms, is_close, is_han, is_never_first, is_never_last, is_open},
        spacing::Cell,
    },
    locale::Lang,
};

const EM: f32 = 16.0;

/// Widths as Noto Sans SC has them, near enough: Han and marks an em, Latin a little more than half.
fn cell(c: char) -> Cell {
    let is_full = is_han(c) || is_open(c) || is_close(c) || "—…％℃‰".contains(c);
    let advance = if is_full {
        EM
    } else if c == ' ' {
        0.224 * EM
    } else {
        0.555 * EM
    };
    Cell { advance, white: if is_open(c) || is_close(c) { 0.5 * EM } else { 0.0 }, tail: 0.0 }
}

/// A paragraph of pieces, the figures among them with room for a status glyph.
fn measured(pieces: &[(String, bool)], lang: Lang) -> (Measured, Vec<Range<usize>>) {
    let (mut text, mut figures, mut cells) = (String::new(), Vec::new(), Vec::new());
    for (piece, is_figure) in pieces {
        let start = cells.len();
        text.push_str(piece);
        cells.extend(piece.chars().map(cell));
        if *is_figure {
            cells.last_mut().unwrap().tail = 11.0;
            figures.push(start..cells.len());
        }
    }
    let chars: Vec<char> = text.chars().collect();
    let atoms = atoms(&chars, &figures);
    (Measured::new(&text, lang, EM, &atoms, cells), atoms)
}

fn setting(measure_em: u8) -> Setting {
    Setting { measure: f32::from(measure_em) * EM, indent: 2.0 * EM, is_justified: true }
}

/// The rules of `lines` that hold for every text and measure.
fn check(measured: &Measured, atoms: &[Range<usize>], setting: &Setting) -> Result<(), TestCaseError> {
    let lines = measured.lines(setting);
    let mut next = 0;
    for line in &lines {
        prop_assert_eq!(line.chars.start, next, "rows follow on one another");
        next = line.chars.end;
        let row: String = measured.chars[line.chars.clone()].iter().collect();
        let placed = measured
            .places(line)
            .map(|place| place.x + place.advance + measured.cells[place.at].tail * f32::from(u8::from(place.advance > 0.0)));
        let right = line.x + placed.fold(0.0, f32::max);
        let widest = if measured.signs[line.chars.start + 1..line.chars.end].contains(&true) { setting.measure } else { f32::INFINITY };
        prop_assert!(right <= widest + 0.05, "{right} is wider than {widest}: {row}");
        prop_assert!((right - line.x - line.width).abs() < 0.05, "the width is the width: {right} {line:?}");
        if line.is_forced {
            let legal = (line.chars.start + 1..=measured.len()).find(|at| measured.starts[*at]).unwrap();
            let needed = measured.width(line.chars.start..legal).1;
            prop_assert!(needed > room(line.chars.start, setting), "no need to force: {row}");
            continue;
        }
        if next < measured.len() {
            prop_assert!(!is_never_last(*measured.chars[..next].last().unwrap()), "ends with an opening mark: {row}");
            prop_assert!(!is_never_first(measured.chars[next]), "the row after starts with a closing mark: {row}");
            prop_assert!(!atoms.iter().any(|atom| atom.start < next && next < atom.end), "splits a figure: {row}");
            prop_assert!(line.stretch <= 0.25 * EM + 0.01 && line.mark_stretch <= 0.25 * EM + 0.01, "too thin: {line:?}");
        }
    }
    prop_assert_eq!(next, measured.len(), "the rows are the paragraph");
    Ok(())
}

fn piece() -> impl Strategy<Value = (String, bool)> {
    prop_oneof![
        6 => "[一-龥]{1,12}".prop_map(|han| (han, false)),
        3 => "[0-9]{1,4}(\\.[0-9]{1,2})? ?(亿元|公里|个|万平方米|%)".prop_map(|figure| (figure, true)),
        1 => "20[0-9]{2} 年 1?[0-9] 月[末底]?".prop_map(|date| (date, true)),
        3 => "[，。：；、！？]".prop_map(|mark| (mark, false)),
        1 => "[“《（「][一-龥0-9]{1,6}[”》）」][，。]?".prop_map(|quoted| (quoted, false)),
        1 => "——|……|·|％|℃".prop_map(|mark| (mark, false)),
        1 => " ?[A-Za-z]{1,9} ?".prop_map(|word| (word, false)),
        1 => "[（《“”》），。]{1,3}".prop_map(|marks| (marks, false)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn chinese_rows_obey_the_rules(pieces in prop::collection::vec(piece(), 0..60), measure in 10_u8..=48) {
        let (measured, atoms) = measured(&pieces, Lang::Zh);
        check(&measured, &atoms, &setting(measure))?;
    }

    #[test]
    fn english_rows_obey_the_rules(words in prop::collection::vec("[A-Za-z]{1,12}[,.;]?|\\(CNY [0-9]\\.[0-9]{1,3} billion\\)", 0..60), measure in 10_u8..=48) {
        let pieces: Vec<_> = words.iter().map(|word| (format!("{word} "), false)).collect();
        let (measured, atoms) = measured(&pieces, Lang::En);
        check(&measured, &atoms, &Setting { indent: 0.0, is_justified: false, ..setting(measure) })?;
    }
}

#[test]
fn full_rows_are_filled_and_the_last_is_not() {
    let (measured, _) = measured(&[("国".repeat(25), false)], Lang::Zh);
    let lines = measured.lines(&Setting { measure: 10.5 * EM, indent: 2.0 * EM, is_justified: true });
    let halves: Vec<f32> = lines.iter().map(|line| ((line.x + line.width) * 2.0 / EM).round()).collect();
    assert_eq!(halves, [21.0, 21.0, 14.0], "8 Han after the indent, 10, and what is left");
    assert!((lines[0].x - 2.0 * EM).abs() < 0.01);
    assert!(lines[0].stretch > 0.0 && lines[2].stretch < 0.01);
}

#[test]
fn marks_are_squeezed_before_a_row_is_broken_short() {
    let text = format!("{}。", "国".repeat(9));
    let (measured, _) = measured(&[(text.clone(), false), ("后".repeat(4), false)], Lang::Zh);
    let lines = measured.lines(&Setting { measure: 9.5 * EM, indent: 0.0, is_justified: true });
    assert_eq!(lines[0].chars, 0..10, "the stop gives up its white half");
    assert!(lines[0].is_squeezed);
}

#[test]
fn adjacent_marks_take_one_and_a_half_ems() {
    for (text, ems) in [("甲。”乙", 3.5), ("甲：“乙", 3.5), ("（《乙", 2.5), ("》、《", 2.0), ("甲，乙", 3.0)] {
        let (measured, _) = measured(&[(text.to_owned(), false)], Lang::Zh);
        assert!((measured.natural_width() / EM - ems).abs() < 0.01, "{text}");
    }
}

#[test]
fn latin_stands_a_quarter_em_from_han_with_or_without_a_space() {
    let width = |text: &str| measured(&[(text.to_owned(), false)], Lang::Zh).0.natural_width();
    let is_same = |a: &str, b: &str| (width(a) - width(b)).abs() < 0.01;
    assert!(is_same("共56个", "共 56 个"));
    assert!(is_same("共，56", "共， 56"), "none beside a mark");
    assert!((width("共56个") - (2.0 + 2.0 * 0.555 + 0.5) * EM).abs() < 0.01);
}

#[test]
fn a_word_longer_than_the_row_is_cut_between_signs() {
    let (measured, atoms) = measured(&[("pneumono".repeat(9), false)], Lang::Zh);
    let lines = measured.lines(&setting(10));
    assert!(lines.iter().any(|line| line.is_forced));
    check(&measured, &atoms, &setting(10)).unwrap();
}
