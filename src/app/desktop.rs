//! What the desktop says of itself: whether it is light or dark, asked of its portal, for neither X11 nor winit knows.
//!
//! All of it happens on a thread of its own, so that the first frame waits for nobody; without a portal nothing happens.

use std::thread;

use egui::{Context, Theme};
use futures_lite::StreamExt as _;
use zbus::{
    Connection, Proxy,
    zvariant::{OwnedValue, Value},
};

/// Where the portal keeps the theme: namespace and name of the setting.
const COLOR_SCHEME: (&str, &str) = ("org.freedesktop.appearance", "color-scheme");

/// Takes the theme from the desktop, now and whenever it changes there.
pub(super) fn follow_theme(ctx: &Context) {
    let ctx = ctx.clone();
    let follow = move || {
        if let Err(error) = zbus::block_on(follow(&ctx)) {
            log::info!("the desktop does not tell its theme: {error}");
        }
    };
    if let Err(error) = thread::Builder::new().name("theme".to_owned()).spawn(follow) {
        log::info!("no thread to ask the desktop for its theme: {error}");
    }
}

async fn follow(ctx: &Context) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let portal = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings");
    let settings = Proxy::new(&bus, portal.0, portal.1, portal.2).await?;
    // Before the question, so that no change falls between the two.
    let mut changes = settings.receive_signal("SettingChanged").await?;
    let answer: OwnedValue = settings.call("Read", &COLOR_SCHEME).await?;
    apply(ctx, &answer);
    while let Some(change) = changes.next().await {
        let body = change.body();
        if let Ok((space, name, value)) = body.deserialize::<(&str, &str, Value<'_>)>()
            && (space, name) == COLOR_SCHEME
        {
            apply(ctx, &value);
        }
    }
    Ok(())
}

/// Makes it the theme of those who leave the choice to the desktop.
fn apply(ctx: &Context, value: &Value<'_>) {
    let theme = theme_of(value);
    ctx.options_mut(|options| options.fallback_theme = theme);
    ctx.request_repaint();
}

/// The theme that the portal's number stands for: 1 is dark, 2 is light, and whoever has no preference gets light.
///
/// `Read` wraps the number in a variant of its own, the signal does not.
fn theme_of(value: &Value<'_>) -> Theme {
    match value {
        Value::Value(inner) => theme_of(inner),
        Value::U32(1) => Theme::Dark,
        _ => Theme::Light,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_is_dark_however_it_is_wrapped() {
        let wrapped = |number: u32| Value::Value(Box::new(Value::U32(number)));
        for (value, theme) in [
            (Value::U32(0), Theme::Light),
            (Value::U32(1), Theme::Dark),
            (Value::U32(2), Theme::Light),
            (wrapped(1), Theme::Dark),
            (Value::Value(Box::new(wrapped(1))), Theme::Dark),
            (wrapped(2), Theme::Light),
            (Value::from("dark"), Theme::Light),
        ] {
            assert_eq!(theme_of(&value), theme, "{value:?}");
        }
    }
}
