//! The line of totals below a table, the subtotals in the heads of its groups, and the choice of what they are.

use egui::{Frame, Margin, Response, Ui};

use super::{
    Cells, Page, Shown, TableView,
    page::Totals as Spec,
    sums::{Worked, work_out},
};
use crate::{
    command::Command,
    locale::{Lang, inline, tr, tr_args},
    table::{ColumnId, Data, Measure, Totals},
    ui::{
        data_table::{
            ColumnSpec, TableResponse,
            cells::{CellLine, body_type},
        },
        number::{NOT_STATED, NumberParts, NumberSlots},
        popover::{caption_ui, popover_ui},
        table_footer::{TotalCell, TotalRow},
        text::text_ui,
        theme::{self, Palette, Type},
        tick_row::valued_choice_row_ui,
    },
    views::{Context, number::Number},
};

/// How wide the list of measures is.
const MEASURES_WIDTH: f32 = 288.0;

/// What stands under one column.
pub(super) struct Total {
    column: ColumnId,
    title: String,
    /// What a sentence calls the column.
    called: String,
    measure: Measure,
    worked: Worked,
    number: Option<(Number, NumberSlots)>,
    totals: Totals,
}

/// Draws the line of totals, and the list of measures that is open.
pub(super) fn totals_ui<C: Cells>(
    ctx: &mut Context<'_>,
    ui: &mut Ui,
    view: &mut TableView,
    page: &Page<'_, C>,
    spec: Spec,
    drawn: &TableResponse,
) {
    let (lang, is_compact) = (ctx.lang, ctx.window_width < theme::NARROW);
    for (total, response) in line_ui(ui, lang, view, page, (spec, is_compact), drawn) {
        let title = tr_args(lang, "totals-of", &[("column", total.title.as_str().into())]);
        let chosen = popover_ui(&response, &title, MEASURES_WIDTH, |ui, is_new| measures_ui(lang, ui, page.cells, &total, is_new));
        if let Some(measure) = chosen.flatten() {
            view.set_measure(&total.column, measure);
            ctx.send(Command::KeepTables);
        }
    }
}

/// Draws the line of totals alone; returns what is in sight of it, each a button.
pub(super) fn line_ui<C: Cells>(
    ui: &mut Ui,
    lang: Lang,
    view: &TableView,
    page: &Page<'_, C>,
    (spec, is_compact): (Spec, bool),
    drawn: &TableResponse,
) -> Vec<(Total, Response)> {
    let totals = totals(lang, view, page);
    let common = totals.first().map(|first| first.measure).filter(|common| totals.iter().all(|total| total.measure == *common));
    // What holds for every column is not said of one.
    let reason = totals.first().and_then(Total::refused);
    let is_one_reason = totals.len() > 1 && reason.is_some() && totals.iter().all(|total| total.refused() == reason);
    let words = |total: &Total| {
        let noted = |words: String| if spec.is_silent { String::new() } else { words };
        [
            total.spoken(lang),
            total.measure_word(lang),
            noted(total.note(lang, spec, is_one_reason)),
            noted(total.short_note(lang, is_one_reason)),
        ]
    };
    let words: Vec<[String; 4]> = totals.iter().map(words).collect();
    let cells = totals.iter().zip(&words).map(|(total, [name, measure, note, short_note])| TotalCell {
        column: total.column.as_str(),
        number: total.number.as_ref().map(|(number, _)| number.parts()),
        slots: total.slots(ui, is_compact),
        measure: if common.is_some() { "" } else { measure },
        is_refused: matches!(total.worked, Worked::Refused(_)),
        name,
        note,
        short_note,
    });
    let cells: Vec<TotalCell<'_>> = cells.collect();
    let label = match common {
        None => tr(lang, "totals-label"),
        Some(Measure::Sum) => tr(lang, "projects-total"),
        Some(measure) => tr(lang, measure_key(measure)),
    };
    let mut buttons = (TotalRow { label: &label, cells: &cells, is_compact }).ui(ui, drawn);
    let button = |(nr, total)| Some((total, buttons.extract_if(.., |(of, _)| *of == nr).next()?.1));
    totals.into_iter().enumerate().filter_map(button).collect()
}

/// What stands under the columns in sight, left to right.
fn totals<C: Cells>(lang: Lang, view: &TableView, page: &Page<'_, C>) -> Vec<Total> {
    let visible = view.state.choices.visible(page.columns);
    let total = |spec: &&ColumnSpec| {
        let (column, totals) = view.answers.answer().totals.iter().find(|(id, _)| id.as_str() == spec.id)?;
        Some(Total::new(lang, page.cells, (column, &spec.title, spec.name()), totals, view.measure(column)))
    };
    visible.iter().filter_map(total).collect()
}

fn number<C: Cells>(lang: Lang, cells: &C, column: &str, worked: &Worked) -> Option<(Number, NumberSlots)> {
    match worked {
        Worked::Amount(quantity) => cells.total(column, quantity),
        Worked::Count(count) => Some((Number::count(lang, *count), NumberSlots::default())),
        Worked::Nothing | Worked::Refused(_) => None,
    }
}

impl Total {
    /// What a column, with its title and its name in sentences, comes to.
    fn new<C: Cells>(lang: Lang, cells: &C, (column, title, called): (&ColumnId, &str, &str), totals: &Totals, measure: Measure) -> Self {
        let worked = work_out(lang, cells, column.as_str(), totals, measure);
        let number = number(lang, cells, column.as_str(), &worked);
        let (title, called) = (title.to_owned(), called.to_owned());
        Self { column: column.clone(), title, called, measure, worked, number, totals: totals.clone() }
    }

    fn measure_word(&self, lang: Lang) -> String {
        tr(lang, measure_key(self.measure)).into_owned()
    }

    /// Slots in which the number has room; a mean may have more digits than any number of its column.
    fn slots(&self, ui: &Ui, is_compact: bool) -> NumberSlots {
        let Some((number, slots)) = &self.number else { return NumberSlots { integer: 24.0, ..NumberSlots::default() } };
        let own = NumberSlots::measure(ui, body_type(is_compact), [number.parts()]);
        NumberSlots { integer: slots.integer.max(own.integer), fraction: slots.fraction.max(own.fraction), unit: slots.unit.max(own.unit) }
    }

    /// How many rows state a number and how many do not, or why there is no number; said of this column by name.
    fn note(&self, lang: Lang, spec: Spec, is_of_all: bool) -> String {
        let (stated, missing) = (self.totals.num_stated, self.totals.num_skipped);
        let counted = |key: &str| tr_args(lang, key, &[("stated", stated.into()), ("missing", missing.into())]);
        let own = spec.own_words.filter(|(column, _)| self.column.as_str() == *column).map(|(_, key)| key);
        match (&self.worked, self.measure, own) {
            (Worked::Refused(reason), ..) if is_of_all => reason.clone(),
            (Worked::Refused(reason), ..) => self.of_column(lang, reason),
            _ if stated == 0 => self.of_column(lang, &counted("totals-none")),
            (Worked::Amount(_), Measure::Sum, Some(key)) => counted(key),
            (Worked::Amount(_), Measure::Sum, None) => self.of_column(lang, &counted("totals-sum-note")),
            _ => self.of_column(lang, &counted("totals-note")),
        }
    }

    /// What matters most of the note, for where it has no room; empty for nothing.
    fn short_note(&self, lang: Lang, is_of_all: bool) -> String {
        match (&self.worked, self.totals.num_skipped) {
            (Worked::Refused(_), _) if is_of_all => tr(lang, "totals-short-refused").into_owned(),
            (Worked::Refused(_), _) => self.of_column(lang, &tr(lang, "totals-short-refused")),
            (_, 0) => String::new(),
            (_, missing) => self.of_column(lang, &tr_args(lang, "totals-short-missing", &[("missing", missing.into())])),
        }
    }

    /// Why there must be no number.
    fn refused(&self) -> Option<&String> {
        match &self.worked {
            Worked::Refused(reason) => Some(reason),
            _ => None,
        }
    }

    fn of_column(&self, lang: Lang, words: &str) -> String {
        tr_args(lang, "totals-note-of", &[("column", self.called.as_str().into()), ("note", inline(lang, words).into())])
    }

    /// What a screen reader says of it: measure, column, number, what was skipped.
    fn spoken(&self, lang: Lang) -> String {
        let value = match (&self.worked, &self.number) {
            (Worked::Refused(reason), _) => reason.clone(),
            (_, Some((number, _))) => spoken(number.parts()),
            (_, None) => tr(lang, "not-stated").into_owned(),
        };
        let (stated, missing) = (self.totals.num_stated, self.totals.num_skipped);
        tr_args(
            lang,
            "totals-spoken",
            &[
                ("measure", self.measure_word(lang).into()),
                ("column", self.title.as_str().into()),
                ("value", value.into()),
                ("stated", stated.into()),
                ("missing", missing.into()),
            ],
        )
    }
}

fn spoken(number: NumberParts<'_>) -> String {
    format!("{}{} {}", number.integer, number.fraction, number.unit).trim().to_owned()
}

/// All measures of a column with what they come to, and below them why some are refused; returns the one that was chosen.
fn measures_ui<C: Cells>(lang: Lang, ui: &mut Ui, cells: &C, total: &Total, is_new: bool) -> Option<Measure> {
    caption_ui(ui, &tr_args(lang, "totals-of", &[("column", total.title.as_str().into())]));
    let mut chosen = None;
    let mut reasons: Vec<String> = Vec::new();
    for measure in Measure::ALL {
        let worked = work_out(lang, cells, total.column.as_str(), &total.totals, measure);
        let value =
            number(lang, cells, total.column.as_str(), &worked).map_or_else(|| NOT_STATED.to_owned(), |(number, _)| spoken(number.parts()));
        let response = valued_choice_row_ui(ui, &tr(lang, measure_key(measure)), &value, measure == total.measure);
        if let Worked::Refused(reason) = worked {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(reason.as_str()));
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if measure == total.measure && is_new {
            response.request_focus();
        }
        if response.clicked() {
            chosen = Some(measure);
            ui.close();
        }
    }
    for reason in reasons {
        Frame::new().inner_margin(Margin { left: 16, right: 16, top: 8, bottom: 0 }).show(ui, |ui| {
            text_ui(ui, Type::Small, Palette::of(ui).text_weak, &reason);
        });
    }
    chosen
}

fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Sum => "measure-sum",
        Measure::Mean => "measure-mean",
        Measure::Median => "measure-median",
        Measure::Smallest => "measure-smallest",
        Measure::Largest => "measure-largest",
        Measure::Count => "measure-count",
    }
}

/// What the rows of a group come to in a column, if it has a number there.
fn subtotal<C: Cells>(shown: &Shown<'_, C>, nr: usize, column: &str) -> Option<Total> {
    let view = shown.view;
    let (group, _) = view.group(nr)?;
    let wanted = &view.answers.answer().ask.totals;
    let place = wanted.iter().position(|id| id.as_str() == column)?;
    let (totals, id) = (group.totals.get(place)?.as_ref()?, wanted.get(place)?);
    let name = view.table().column(column).map_or(column, |column| column.name.get(shown.lang));
    Some(Total::new(shown.lang, shown.cells, (id, name, name), totals, view.measure(id))).filter(|total| total.number.is_some())
}

/// The columns in which the rows of a group come to a number, each with what a screen reader and the pointer are told of it.
pub(super) fn subtotals<C: Cells>(shown: &Shown<'_, C>, nr: usize) -> Vec<(String, String)> {
    let columns = shown.view.answers.answer().ask.totals.iter();
    columns.filter_map(|id| Some((id.to_string(), subtotal(shown, nr, id.as_str())?.spoken(shown.lang)))).collect()
}

/// Paints what the rows of a group come to in a column, if it is a number, and how many of them it leaves out.
pub(super) fn subtotal_ui<C: Cells>(shown: &Shown<'_, C>, line: &mut CellLine<'_>, nr: usize, column: &str) {
    let Some(total) = subtotal(shown, nr, column) else { return };
    let Some((number, slots)) = &total.number else { return };
    line.computed_number(number.parts(), *slots).gap(6.0);
    if total.totals.num_skipped > 0 {
        line.small_if_room(&tr_args(shown.lang, "totals-short-missing", &[("missing", total.totals.num_skipped.into())]));
    }
}

impl TableView {
    /// Asks for the totals of the columns in sight that hold numbers. To be called before the table is drawn.
    pub(super) fn want_totals(&mut self, columns: &[ColumnSpec]) {
        let in_sight = self.state.choices.visible(columns).into_iter().filter_map(|column| self.table().column(column.id));
        let numbers = in_sight.filter(|column| matches!(column.data, Data::Number(_))).map(|column| column.id.clone()).collect();
        self.answers.want_totals(numbers);
    }

    /// What a column's numbers are summed up by.
    fn measure(&self, column: &ColumnId) -> Measure {
        self.tools.kept.totals.get(column.as_str()).copied().unwrap_or_default()
    }

    fn set_measure(&mut self, column: &ColumnId, measure: Measure) {
        if measure == Measure::default() {
            self.tools.kept.totals.remove(column.as_str());
        } else {
            self.tools.kept.totals.insert(column.to_string(), measure);
        }
    }
}
