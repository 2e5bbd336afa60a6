//! How the account is set: a popover under its button, applied at once.

use egui::{Ui, vec2};

use crate::{
    command::Command,
    locale::{Lang, tr, tr_args},
    reading::{Dial, Marked, Reading},
    ui::{
        button::{Button, icon_button_ui},
        icons::Icon,
        page::at_right_ui,
        popover::{POPOVER_SIDE, popover_ui},
        text::{row_ui, text_ui},
        theme::{CONTROL_HEIGHT, Palette, Type},
    },
    views::Context,
};

/// Width of the popover.
const WIDTH: f32 = 282.0;
/// Width of a value between its two buttons.
const VALUE_WIDTH: f32 = 56.0;

/// The button, and the popover while it is open.
pub(super) fn settings_ui(ctx: &mut Context<'_>, ui: &mut Ui) {
    let name = tr(ctx.lang, "reading-settings");
    let button = Button::plain(&name).ui(ui);
    let chosen = popover_ui(&button, &name, WIDTH, |ui, _| content_ui(ui, ctx.lang, ctx.reading));
    if let Some(reading) = chosen.flatten() {
        ctx.send(Command::SetReading(reading));
    }
}

/// The dials; returns what they were turned to.
fn content_ui(ui: &mut Ui, lang: Lang, reading: Reading) -> Option<Reading> {
    ui.spacing_mut().item_spacing = vec2(0.0, 4.0);
    let mut chosen = None;
    for dial in Dial::ALL {
        chosen = chosen.or(line_ui(ui, &tr(lang, name(dial)), |ui| dial_ui(ui, lang, dial, reading)));
    }
    let marked = line_ui(ui, &tr(lang, "reading-marked"), |ui| marked_ui(ui, lang, reading));
    let reset = line_ui(ui, "", |ui| Button::link(&tr(lang, "reading-reset")).ui(ui).clicked().then(Reading::default));
    chosen.or(marked).or(reset)
}

/// A label at the left, and what it is about at the right.
fn line_ui<R>(ui: &mut Ui, label: &str, contents: impl FnOnce(&mut Ui) -> Option<R>) -> Option<R> {
    row_ui(ui, CONTROL_HEIGHT, 0.0, |ui| {
        ui.add_space(POPOVER_SIDE);
        if !label.is_empty() {
            text_ui(ui, Type::Control, Palette::of(ui).text_weak, label);
        }
        let place = ui.available_rect_before_wrap();
        let mut inner = None;
        at_right_ui(ui, ui.unique_id().with(label), place.with_max_x(place.right() - POPOVER_SIDE), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            inner = contents(ui);
        });
        inner
    })
}

fn dial_ui(ui: &mut Ui, lang: Lang, dial: Dial, reading: Reading) -> Option<Reading> {
    let step = |ui: &mut Ui, icon: Icon, key: &str, is_up: bool| {
        let args = [("what", tr(lang, name(dial)).into_owned().into())];
        let next = reading.turned(dial, is_up);
        let response = ui.add_enabled_ui(next.is_some(), |ui| icon_button_ui(ui, icon, &tr_args(lang, key, &args), false)).inner;
        next.filter(|_| response.clicked())
    };
    let less = step(ui, Icon::Minus, "reading-less", false);
    let value = match dial {
        Dial::Size => reading.size.to_string(),
        Dial::Spacing => format!("{:.2}", f32::from(reading.spacing) / 100.0),
        Dial::Measure => tr_args(lang, "reading-ems", &[("count", usize::from(reading.measure).into())]),
    };
    let centred = egui::Layout::centered_and_justified(egui::Direction::LeftToRight);
    ui.allocate_ui_with_layout(vec2(VALUE_WIDTH, CONTROL_HEIGHT), centred, |ui| {
        ui.label(Type::Control.rich(value).color(Palette::of(ui).text));
    });
    less.or(step(ui, Icon::Plus, "reading-more", true))
}

fn marked_ui(ui: &mut Ui, lang: Lang, reading: Reading) -> Option<Reading> {
    let mut chosen = None;
    for marked in Marked::ALL {
        let key = match marked {
            Marked::All => "reading-marked-all",
            Marked::Numbers => "reading-marked-numbers",
            Marked::None => "reading-marked-none",
        };
        if Button::plain(&tr(lang, key)).on(reading.marked == marked).ui(ui).clicked() {
            chosen = Some(Reading { marked, ..reading });
        }
    }
    chosen
}

fn name(dial: Dial) -> &'static str {
    match dial {
        Dial::Size => "reading-size",
        Dial::Spacing => "reading-spacing",
        Dial::Measure => "reading-measure",
    }
}
