//! What the desktop says of itself: whether it is light or dark, and whether less shall move; asked of its portal, for
//! neither X11 nor winit knows.
//!
//! All of it happens on a thread of its own, so that the first frame waits for nobody; without a portal nothing happens.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use egui::{Context, Theme};
use futures_lite::StreamExt as _;
use zbus::{
    Connection, Proxy,
    zvariant::{OwnedValue, Value},
};

use crate::ui::theme::{LessMotion, set_less_motion};

/// Where the portal keeps the theme: namespace and name of the setting.
const COLOR_SCHEME: (&str, &str) = ("org.freedesktop.appearance", "color-scheme");
/// Where it keeps the wish for less motion.
const REDUCED_MOTION: (&str, &str) = ("org.freedesktop.appearance", "reduced-motion");
/// What older portals have in its place.
const ANIMATIONS: (&str, &str) = ("org.gnome.desktop.interface", "enable-animations");

/// A question to the desktop that is on its way.
pub(super) struct Asked(Sender<Context>);

/// Asks the desktop how it looks, while the window is still being made.
pub(super) fn ask() -> Asked {
    let (sender, window) = channel();
    let follow = move || {
        if let Err(error) = zbus::block_on(follow_portal(&window)) {
            log::info!("the desktop does not tell how it looks: {error}");
        }
    };
    if let Err(error) = thread::Builder::new().name("desktop".to_owned()).spawn(follow) {
        log::info!("no thread to ask the desktop how it looks: {error}");
    }
    Asked(sender)
}

impl Asked {
    /// Lets a window look as the desktop says, now and whenever that changes.
    pub(super) fn follow(self, ctx: &Context) {
        // Without a portal nobody waits for it.
        self.0.send(ctx.clone()).ok();
    }
}

async fn follow_portal(window: &Receiver<Context>) -> zbus::Result<()> {
    let bus = Connection::session().await?;
    let portal = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings");
    let settings = Proxy::new(&bus, portal.0, portal.1, portal.2).await?;
    // Before the questions, so that no change falls between.
    let mut changes = settings.receive_signal("SettingChanged").await?;
    let mut wishes = Wishes::default();
    for setting in [COLOR_SCHEME, REDUCED_MOTION, ANIMATIONS] {
        // A portal that does not know one setting may know another.
        let answer: zbus::Result<OwnedValue> = settings.call("Read", &setting).await;
        match answer {
            Ok(value) => wishes.take(setting, &value),
            Err(error) => log::info!("the desktop has no {}: {error}", setting.1),
        }
    }
    let Ok(ctx) = window.recv() else { return Ok(()) };
    wishes.apply(&ctx);
    while let Some(change) = changes.next().await {
        let body = change.body();
        if let Ok((space, name, value)) = body.deserialize::<(&str, &str, Value<'_>)>() {
            let before = wishes;
            wishes.take((space, name), &value);
            if wishes != before {
                wishes.apply(&ctx);
            }
        }
    }
    Ok(())
}

/// What the desktop wants of its programs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Wishes {
    is_dark: bool,
    /// Whether less shall move, where the portal has a word for it.
    reduces_motion: Option<bool>,
    /// Whether animations are switched off, as older portals say it.
    stops_animations: bool,
}

impl Wishes {
    /// Takes a setting's value: whoever has no preference gets light.
    fn take(&mut self, setting: (&str, &str), value: &Value<'_>) {
        match (setting, unwrapped(value)) {
            // 1 is dark, 2 is light.
            (COLOR_SCHEME, value) => self.is_dark = *value == Value::U32(1),
            (REDUCED_MOTION, value) => self.reduces_motion = Some(*value == Value::U32(1)),
            (ANIMATIONS, value) => self.stops_animations = *value == Value::Bool(false),
            _ => {}
        }
    }

    fn reduces_motion(self) -> bool {
        self.reduces_motion.unwrap_or(self.stops_animations)
    }

    /// The theme is that of those who leave the choice to the desktop.
    fn apply(self, ctx: &Context) {
        let theme = if self.is_dark { Theme::Dark } else { Theme::Light };
        ctx.options_mut(|options| options.fallback_theme = theme);
        set_less_motion(ctx, LessMotion::Desktop, self.reduces_motion());
        ctx.request_repaint();
    }
}

/// The value itself: `Read` wraps it in a variant of its own, the signal does not.
fn unwrapped<'v>(value: &'v Value<'v>) -> &'v Value<'v> {
    match value {
        Value::Value(inner) => unwrapped(inner),
        value => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(settings: &[((&str, &str), Value<'_>)]) -> Wishes {
        let mut wishes = Wishes::default();
        for (setting, value) in settings {
            wishes.take(*setting, value);
        }
        wishes
    }

    #[test]
    fn only_one_is_dark_however_it_is_wrapped() {
        let wrapped = |number: u32| Value::Value(Box::new(Value::U32(number)));
        for (value, is_dark) in [
            (Value::U32(0), false),
            (Value::U32(1), true),
            (Value::U32(2), false),
            (wrapped(1), true),
            (Value::Value(Box::new(wrapped(1))), true),
            (wrapped(2), false),
            (Value::from("dark"), false),
        ] {
            assert_eq!(after(&[(COLOR_SCHEME, value.clone())]).is_dark, is_dark, "{value:?}");
        }
    }

    #[test]
    fn the_word_for_less_motion_is_worth_more_than_the_switch_of_animations() {
        let (off, on) = ((ANIMATIONS, Value::Bool(false)), (ANIMATIONS, Value::Bool(true)));
        let (less, any) = ((REDUCED_MOTION, Value::U32(1)), (REDUCED_MOTION, Value::U32(0)));
        for (settings, reduces) in [
            (vec![], false),
            (vec![on.clone()], false),
            (vec![off.clone()], true),
            (vec![off.clone(), on.clone()], false),
            (vec![any, off], false),
            (vec![less, on], true),
        ] {
            assert_eq!(after(&settings).reduces_motion(), reduces, "{settings:?}");
        }
    }
}
