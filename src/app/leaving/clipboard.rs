//! A table on the system's clipboard as HTML, with its text beside it.

use crate::export::Copied;

/// Puts both forms on the clipboard.
///
/// The text alone is there already, by way of the window. Where the system's clipboard cannot be had, as under a Wayland
/// compositor that lets only the window itself have it, the text is what stays.
pub(super) fn set(copied: &Copied) {
    let both = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.set_html(&copied.html, Some(&copied.text)));
    if let Err(error) = both {
        log::info!("the clipboard takes text only: {error}");
    }
}
