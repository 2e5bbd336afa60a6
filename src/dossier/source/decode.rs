//! From bytes to text: UTF-8, UTF-16 and GB 18030, which takes GBK and GB 2312 in.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// The text of a file and the encoding's name; none if it is no text in any of the encodings.
pub(super) fn decode(bytes: Vec<u8>) -> Option<(String, &'static str)> {
    let (text, encoding) = match Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => (strict(encoding, bytes.get(mark..)?)?, encoding),
        None => unmarked(bytes)?,
    };
    looks_like_text(&text).then(|| (with_line_feeds(text), encoding.name()))
}

fn unmarked(bytes: Vec<u8>) -> Option<(String, &'static Encoding)> {
    // Text has no zero bytes but in UTF-16, where every Latin letter and every line end has one.
    if let Some(encoding) = utf_16_by_zeros(&bytes) {
        return Some((strict(encoding, &bytes)?, encoding));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some((text, UTF_8)),
        Err(error) => Some((strict(GB18030, error.as_bytes())?, GB18030)),
    }
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

/// The byte order that the zero bytes tell, if there are any.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let [mut even, mut odd] = [0_usize; 2];
    for at in memchr::memchr_iter(0, bytes) {
        *(if at % 2 == 0 { &mut even } else { &mut odd }) += 1;
    }
    (even != odd).then_some(if even > odd { UTF_16BE } else { UTF_16LE })
}

/// Whether a text is free of what only other files have: zero bytes, and control characters in number.
fn looks_like_text(text: &str) -> bool {
    let is_strange = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C);
    let strange = text.bytes().filter(is_strange).count();
    !text.contains('\0') && strange <= text.len() / 200
}

/// One kind of line end.
fn with_line_feeds(text: String) -> String {
    let is_other = |c: char| matches!(c, '\r' | '\u{2028}' | '\u{2029}');
    if !text.contains(is_other) {
        return text;
    }
    text.replace("\r\n", "\n").replace(is_other, "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "甲园\n签约 56 个，投资１亿元。\n";

    fn utf_16(to_bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
        mark.then_some(0xFEFF).into_iter().chain(TEXT.encode_utf16()).flat_map(to_bytes).collect()
    }

    #[test]
    fn every_encoding_reads_the_same() {
        let (gb, ..) = GB18030.encode(TEXT);
        for (name, bytes) in [
            ("UTF-8", TEXT.as_bytes().to_vec()),
            ("UTF-8", ["\u{FEFF}", TEXT].concat().into_bytes()),
            ("UTF-8", TEXT.replace('\n', "\r\n").into_bytes()),
            ("UTF-16LE", utf_16(u16::to_le_bytes, true)),
            ("UTF-16BE", utf_16(u16::to_be_bytes, true)),
            ("UTF-16LE", utf_16(u16::to_le_bytes, false)),
            ("UTF-16BE", utf_16(u16::to_be_bytes, false)),
            ("gb18030", gb.into_owned()),
        ] {
            assert_eq!(decode(bytes), Some((TEXT.to_owned(), name)), "{name}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            b"\x7fELF\x02\x01\x01\0\0\0\0\0",
            b"\xff\xff\xff",
            b"\xff\xfe\x00\xd8",
            b"\0\0\0\0",
            b"\x01\x02\x03\x04 text",
        ] {
            assert_eq!(decode(bytes.to_vec()), None, "{bytes:?}");
        }
    }
}
