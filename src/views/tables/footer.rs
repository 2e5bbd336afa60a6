//! The line of totals below a table, the subtotals in the heads of its groups, and the choice of what they are.

use egui::Ui;

use super::{
    Cells, Page, Shown, TableView,
    page::Totals as Spec,
    sums::{Worked, work_out},
};
use crate::{
    command::Command,
    locale::{Lang, tr, tr_args},
    table::{ColumnId, Data, Measure, Totals},
    ui::{
        data_table::{
            ColumnSpec, TableResponse,
            cells::{CellLine, body_type},
        },
        marks::{Kind, VerdictMark},
        number::{NumberParts, NumberSlots},
        popover::{caption_ui, popover_ui},
        table_footer::{TotalCell, TotalRow},
        theme,
        tick_row::valued_choice_row_ui,
    },
    views::{Context, number::Number},
};

/// How wide the list of measures is.
const MEASURES_WIDTH: f32 = 288.0;

/// What stands under one column.
struct Total {
    column: ColumnId,
    title: String,
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
    let lang = ctx.lang;
    let totals = totals(ctx, view, page);
    let noted = totals.first().filter(|_| !spec.is_silent);
    let note = noted.map_or_else(String::new, |total| total.note(lang, spec));
    let short_note = noted.map_or_else(String::new, |total| total.short_note(lang));
    let is_refused = totals.first().is_some_and(|total| matches!(total.worked, Worked::Refused(_)));
    let names: Vec<String> = totals.iter().map(|total| total.spoken(lang)).collect();
    let words: Vec<String> = totals.iter().map(|total| total.measure_word(lang)).collect();
    let cells: Vec<TotalCell<'_>> = totals
        .iter()
        .zip(names.iter().zip(&words))
        .map(|(total, (name, word))| TotalCell {
            column: total.column.as_str(),
            number: total.number.as_ref().map(|(number, _)| number.parts()),
            slots: total.slots(ui, ctx.window_width < theme::NARROW),
            measure: if total.measure == Measure::Sum { "" } else { word },
            is_refused: matches!(total.worked, Worked::Refused(_)),
            name,
        })
        .collect();
    let row = TotalRow {
        label: &tr(lang, "projects-total"),
        cells: &cells,
        note_column: spec.note_column,
        note: &note,
        short_note: &short_note,
        verdict: is_refused.then_some(VerdictMark::Undecided),
        is_compact: ctx.window_width < theme::NARROW,
    };
    for (nr, response) in row.ui(ui, drawn) {
        let Some(total) = totals.get(nr) else { continue };
        let title = tr_args(lang, "totals-of", &[("column", total.title.as_str().into())]);
        let chosen = popover_ui(&response, &title, MEASURES_WIDTH, |ui, is_new| measures_ui(lang, ui, page.cells, total, is_new));
        if let Some(measure) = chosen.flatten() {
            view.set_measure(&total.column, measure);
            ctx.send(Command::KeepTables);
        }
    }
}

/// What stands under the columns in sight, left to right.
fn totals<C: Cells>(ctx: &Context<'_>, view: &TableView, page: &Page<'_, C>) -> Vec<Total> {
    let visible = view.state.choices.visible(page.columns);
    let total = |spec: &&ColumnSpec| {
        let (column, totals) = view.answers.answer().totals.iter().find(|(id, _)| id.as_str() == spec.id)?;
        let measure = view.measure(column);
        let worked = work_out(ctx.lang, page.cells, spec.id, totals, measure);
        let number = number(ctx.lang, page.cells, spec.id, &worked);
        Some(Total { column: column.clone(), title: spec.title.clone(), measure, worked, number, totals: totals.clone() })
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
    fn measure_word(&self, lang: Lang) -> String {
        tr(lang, measure_key(self.measure)).into_owned()
    }

    /// Slots in which the number has room; a mean may have more digits than any number of its column.
    fn slots(&self, ui: &Ui, is_compact: bool) -> NumberSlots {
        let Some((number, slots)) = &self.number else { return NumberSlots { integer: 24.0, ..NumberSlots::default() } };
        let own = NumberSlots::measure(ui, body_type(is_compact), [number.parts()]);
        NumberSlots { integer: slots.integer.max(own.integer), fraction: slots.fraction.max(own.fraction), unit: slots.unit.max(own.unit) }
    }

    /// How many rows state a number and how many do not, or why there is no number.
    fn note(&self, lang: Lang, spec: Spec) -> String {
        let key = match (&self.worked, self.measure) {
            (Worked::Refused(reason), _) => return reason.clone(),
            (Worked::Amount(_), Measure::Sum) => spec.sum_key,
            _ => "totals-note",
        };
        tr_args(lang, key, &[("stated", self.totals.num_stated.into()), ("missing", self.totals.num_skipped.into())])
    }

    /// What matters most of the note, for where it has no room.
    fn short_note(&self, lang: Lang) -> String {
        if matches!(self.worked, Worked::Refused(_)) {
            return tr(lang, "totals-short-refused").into_owned();
        }
        tr_args(lang, "totals-short-missing", &[("missing", self.totals.num_skipped.into())])
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

/// All measures of a column with what they come to; returns the one that was chosen.
fn measures_ui<C: Cells>(lang: Lang, ui: &mut Ui, cells: &C, total: &Total, is_new: bool) -> Option<Measure> {
    caption_ui(ui, &tr_args(lang, "totals-of", &[("column", total.title.as_str().into())]));
    let mut chosen = None;
    for measure in Measure::ALL {
        let worked = work_out(lang, cells, total.column.as_str(), &total.totals, measure);
        let value = match (&worked, number(lang, cells, total.column.as_str(), &worked)) {
            (Worked::Refused(reason), _) => reason.clone(),
            (_, Some((number, _))) => spoken(number.parts()),
            (_, None) => "—".to_owned(),
        };
        let response = valued_choice_row_ui(ui, &tr(lang, measure_key(measure)), &value, measure == total.measure);
        let is_wanted = measure == total.measure && is_new;
        if is_wanted {
            response.request_focus();
        }
        if response.clicked() {
            chosen = Some(measure);
            ui.close();
        }
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

/// Paints what the rows of a group come to in a column, if it is a number.
pub(super) fn subtotal_ui<C: Cells>(shown: &Shown<'_, C>, line: &mut CellLine<'_>, nr: usize, column: &str) {
    let view = shown.view;
    let Some((group, _)) = view.group(nr) else { return };
    let Some(place) = view.answers.answer().ask.totals.iter().position(|id| id.as_str() == column) else { return };
    let (Some(Some(totals)), Some(id)) = (group.totals.get(place), view.answers.answer().ask.totals.get(place)) else { return };
    let worked = work_out(shown.lang, shown.cells, column, totals, view.measure(id));
    if let Some((number, slots)) = number(shown.lang, shown.cells, column, &worked) {
        let color = Kind::Computed.text_color(line.palette());
        line.colored_number(number.parts(), slots, color);
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
