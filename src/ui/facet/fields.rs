//! The ends of a range as they are typed: what they mean, and what is wrong with them.

use egui::{Key, Response, Role, Ui, accesskit, vec2};

use super::{FacetMemory, FacetPopover, scale::Scale};
use crate::{
    locale::{tr, tr_args},
    table::{Bound, Data, Interval, Scalar, read_scalar},
    ui::{
        clause::scalar_text,
        data_table::{FacetEdit, TableAction},
        look,
        search_field::value_field_ui,
        text::{paint_at, text_ui},
        theme::{Palette, Type, hline},
    },
};

/// How wide a field is, where there is room.
const MOST_FIELD_WIDTH: f32 = 112.0;
/// A number in the unit beside its field has at most so many digits after the point.
const MOST_DECIMALS: u32 = 4;

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Low,
    High,
}

impl End {
    /// The key of its name.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Low => "table-range-low",
            Self::High => "table-range-high",
        }
    }
}

/// What came of the fields.
#[derive(Default)]
pub(super) struct Typed {
    /// Why the typed ends are no range; empty for nothing.
    pub mistake: String,
    /// Enter was pressed, and nothing is wrong.
    pub is_done: bool,
}

impl FacetPopover<'_> {
    /// Draws both fields, and carries over what is typed.
    pub(super) fn fields_ui(&self, ui: &mut Ui, scale: &Scale<'_>, memory: &mut FacetMemory, actions: &mut Vec<TableAction>) -> Typed {
        ui.spacing_mut().item_spacing.x = 8.0;
        let color = Palette::of(ui).text_weak;
        let not = if scale.interval.inverted && scale.interval.is_bounded() { tr(self.lang, "table-range-outside") } else { "".into() };
        let (to, unit) = (tr(self.lang, "table-range-to"), scale.unit.as_ref().map_or("", |(unit, _)| unit.as_str()));
        let words = [not.as_ref(), to.as_ref(), unit];
        let taken: f32 =
            words.iter().filter(|words| !words.is_empty()).map(|words| Type::Control.galley(ui, *words, color).size().x.ceil() + 8.0).sum();
        let width = ((ui.available_width() - taken - 8.0) / 2.0).floor().min(MOST_FIELD_WIDTH);
        let word_ui = |ui: &mut Ui, words: &str| _ = (!words.is_empty()).then(|| text_ui(ui, Type::Control, color, words));
        word_ui(ui, &not);
        let low = self.field_ui(ui, scale, End::Low, width, memory);
        word_ui(ui, &to);
        let high = self.field_ui(ui, scale, End::High, width, memory);
        word_ui(ui, unit);
        self.take_ends(ui, scale, memory, [&low, &high], actions)
    }

    /// Reads what is typed; a range that is none is not asked for.
    fn take_ends(
        &self,
        ui: &Ui,
        scale: &Scale<'_>,
        memory: &mut FacetMemory,
        fields: [&Response; 2],
        actions: &mut Vec<TableAction>,
    ) -> Typed {
        let [low, high] = &memory.fields;
        let mut ends = [self.read(low, End::Low, scale), self.read(high, End::High, scale)];
        if let [Ok(low), Ok(high)] = &mut ends
            && Interval::new(*low, *high).is_mixed()
        {
            // What is typed in another unit is about another measure, and the end before it is about none.
            *(if fields.first().is_some_and(|field| field.changed()) { high } else { low }) = None;
        }
        let mistake = match &ends {
            [Err(key), _] | [_, Err(key)] => Some(*key),
            [Ok(low), Ok(high)] => Interval::new(*low, *high).is_backwards().then_some("table-range-backwards"),
        };
        let mistake = mistake.map(|key| tr(self.lang, key).into_owned()).unwrap_or_default();
        for (field, end) in fields.into_iter().zip(&ends) {
            if !mistake.is_empty() && (end.is_err() || ends.iter().all(Result::is_ok)) {
                let line = field.rect.expand2(vec2(8.0, 0.0));
                hline(ui.painter(), line.x_range(), line.bottom() + 1.0, Palette::of(ui).disagree);
                ui.ctx().accesskit_node_builder(field.id, |node| {
                    node.set_invalid(accesskit::Invalid::True);
                    node.set_description(mistake.as_str());
                });
            }
        }
        if let ([Ok(low), Ok(high)], true, true) = (ends, mistake.is_empty(), fields.iter().any(|field| field.changed())) {
            let both = Interval::new(low, high);
            memory.measure = both.measure().or(memory.measure);
            actions.push(self.edit(FacetEdit::Range { low, high }));
        }
        let is_entered = fields.iter().any(|field| field.lost_focus()) && ui.input(|input| input.key_pressed(Key::Enter));
        if is_entered && !mistake.is_empty() {
            fields.iter().filter(|field| field.lost_focus()).for_each(|field| field.request_focus());
        }
        Typed { is_done: is_entered && mistake.is_empty(), mistake }
    }

    fn field_ui(&self, ui: &mut Ui, scale: &Scale<'_>, end: End, width: f32, memory: &mut FacetMemory) -> Response {
        let (low, high) = scale.bounds();
        let (bound, is_first) = if end == End::Low { (low, true) } else { (high, false) };
        let id = self.id().with(end.key());
        let is_typing = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
        let [low_text, high_text] = &mut memory.fields;
        let text = if is_first { low_text } else { high_text };
        if !is_typing {
            *text = bound.map(|bound| self.written(bound, scale)).unwrap_or_default();
        }
        let hint = tr(self.lang, "table-range-any");
        let response = ui.push_id(end.key(), |ui| value_field_ui(ui, text, &tr(self.lang, end.key()), &hint, width)).inner;
        if let Some((unit, _)) = &scale.unit {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(unit.as_str()));
        }
        if memory.is_new && is_first {
            response.request_focus();
        }
        let has_focus = response.has_focus();
        ui.data_mut(|data| data.insert_temp(id, has_focus));
        response
    }

    /// What is typed as an end, or the key of what is wrong with it; a number without a unit has the one beside the fields.
    fn read(&self, text: &str, end: End, scale: &Scale<'_>) -> Result<Option<Bound>, &'static str> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let signs = if end == End::Low { ['>', '＞', '≥'] } else { ['<', '＜', '≤'] };
        let (is_open, text) = match text.strip_prefix(signs) {
            Some(rest) if text.starts_with(['≥', '≤']) => (false, rest),
            Some(rest) => rest.strip_prefix(['=', '＝']).map_or((true, rest), |rest| (false, rest)),
            None => (false, text),
        };
        let read = read_scalar(self.column, text).or_else(|unread| scale.read(text).ok_or(unread));
        let key = if matches!(self.column.data, Data::Date(_)) { "table-range-no-date" } else { "table-range-no-number" };
        read.map(|at| Some(Bound { at, is_open })).map_err(|_| key)
    }

    /// An end as it stands in its field: a short number in the unit beside it, or else with a unit of its own.
    fn written(&self, bound: Bound, scale: &Scale<'_>) -> String {
        let short = match (&scale.unit, bound.at) {
            (Some((_, factor)), Scalar::Number(number, _)) => number.checked_div(*factor).map(|part| part.normalize()),
            _ => None,
        };
        let short = short.filter(|part| part.scale() <= MOST_DECIMALS).map(|part| part.to_string());
        let is_same = |text: &String| self.read(text, End::Low, scale) == Ok(Some(bound.at.into()));
        let text = short.filter(is_same).unwrap_or_else(|| scalar_text(self.lang, self.column, bound.at));
        let is_low = scale.interval.low == Some(bound);
        format!(
            "{}{text}",
            if !bound.is_open {
                ""
            } else if is_low {
                ">"
            } else {
                "<"
            }
        )
    }

    /// The line below the fields: what is wrong, or else what a number without a unit means.
    pub(super) fn hint_ui(&self, ui: &mut Ui, scale: &Scale<'_>, mistake: &str) {
        let palette = Palette::of(ui);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), Type::Small.line_height()), egui::Sense::hover());
        let words = match &scale.unit {
            _ if !mistake.is_empty() => mistake.to_owned(),
            Some((unit, _)) => tr_args(self.lang, "table-range-hint", &[("unit", unit.as_str().into())]),
            None if matches!(self.column.data, Data::Date(_)) => tr(self.lang, "table-range-hint-date").into_owned(),
            None => return,
        };
        let color = if mistake.is_empty() { palette.text_faint } else { palette.disagree };
        let galley = Type::Small.cut_galley(ui, words.as_str(), color, rect.width() - 30.0);
        paint_at(ui.painter(), rect.min + vec2(15.0, 0.0), galley);
        if !mistake.is_empty() {
            look::name(ui, &response, Role::Status, &words);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(accesskit::Live::Polite));
        }
    }
}
