//! The rows of the charts, from the same rows as the tables; no drawing here.

use crate::{
    dossier::{Chart, Dimension, Dossier, FigureNr, FunnelRow, Named, Project, Quantity, Stage, Status},
    locale::{Bilingual, Lang, inline, tr, tr_args},
    route::View,
    ui::marks::Mark,
    views::{
        number::{self, length},
        words,
    },
};

/// What is planned and not yet there.
const PLANNED: Look = Look::Status(Mark::Planned);
/// The most rows that a chart draws, and the most projects of a stage; more are in the table.
const MOST_ROWS: usize = 8;
const MOST_SEGMENTS: usize = 40;

/// A chart ready to be drawn.
#[derive(Clone, Debug)]
pub(super) struct ChartRows {
    pub(super) title: Bilingual,
    /// What the bars measure.
    pub(super) measure: Bilingual,
    /// The view that has the same rows as a table.
    pub(super) view: View,
    pub(super) rows: Vec<BarRow>,
    /// The value that the axis ends with.
    pub(super) most: f32,
    /// The most boxes after the bar of a row.
    pub(super) most_boxes: usize,
    /// What bars and boxes stand for, where the title does not say it.
    pub(super) key: Vec<(Look, Bilingual)>,
}

/// A bar with its label and its number.
#[derive(Clone, Debug)]
pub(super) struct BarRow {
    pub(super) label: Bilingual,
    pub(super) segments: Vec<Segment>,
    /// The figure at the end of the row.
    pub(super) end: End,
}

/// What stands at the end of a row.
#[derive(Clone, Debug)]
pub(super) enum End {
    /// A figure, in the chart's unit.
    Figure(FigureNr),
    /// A number of ours: how many rows of the table there are.
    Count(Bilingual),
}

/// A part of a bar.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) from: f32,
    pub(super) to: f32,
    pub(super) look: Look,
    /// What the pointer is told, and where a click goes; a box without a number has a name instead.
    pub(super) figure: Option<FigureNr>,
    pub(super) name: Bilingual,
    /// The row of the chart's table that it stands for.
    pub(super) row: Option<usize>,
    /// What the pointer is told besides.
    pub(super) remark: Option<Bilingual>,
}

/// How a part of a bar is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// As its status asks.
    Status(Mark),
    /// No part of the whole beside it.
    Outside,
    /// A box of fixed size: there is something, and its size is not stated.
    NotStated,
    /// A box of fixed size: its size is stated in another currency, which no bar can be compared with.
    OtherCurrency,
}

impl Look {
    /// Whether it is a box, which stands for no length.
    pub(super) fn is_box(self) -> bool {
        matches!(self, Self::NotStated | Self::OtherCurrency)
    }
}

impl ChartRows {
    pub(super) fn new(dossier: &Dossier, chart: &Chart) -> Self {
        match chart {
            Chart::Funnel { name, rows } => funnel(dossier, name, rows),
            Chart::PlannedBuilt => planned_built(dossier),
            Chart::Windows => windows(dossier),
            Chart::Stages => stages(dossier),
        }
    }

    pub(super) fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    fn of(title: Bilingual, measure: Bilingual, view: View, mut rows: Vec<BarRow>) -> Self {
        rows.truncate(MOST_ROWS);
        let most = rows.iter().flat_map(|row| &row.segments).map(|segment| segment.to).fold(0.0, f32::max);
        let boxes = |row: &BarRow| row.segments.iter().filter(|segment| segment.look.is_box()).count();
        let most_boxes = rows.iter().map(boxes).max().unwrap_or(0);
        Self { title, measure, view, rows, most, most_boxes, key: Vec::new() }
    }
}

fn both(key: &str) -> Bilingual {
    Bilingual::from_fn(|lang| tr(lang, key).into_owned())
}

fn value(dossier: &Dossier, nr: FigureNr) -> f32 {
    dossier.figure(nr).quantity().map_or(0.0, length)
}

fn label(dossier: &Dossier, named: &Named) -> Bilingual {
    named.label.clone().unwrap_or_else(|| dossier.figure(named.figure).label.clone())
}

fn segment(dossier: &Dossier, nr: FigureNr, from: f32, look: Look) -> Segment {
    let name = dossier.figure(nr).label.clone();
    Segment { from, to: from + value(dossier, nr), look, figure: Some(nr), name, row: None, remark: None }
}

/// Each whole as its parts end to end, then each part where it lies in the whole; what has no parts stands outside.
fn funnel(dossier: &Dossier, name: &Bilingual, rows: &[FunnelRow]) -> ChartRows {
    let mut bars = Vec::new();
    for FunnelRow { figure, parts } in rows {
        let mut from = 0.0;
        let mut segments = Vec::new();
        for (nr, part) in parts.iter().enumerate() {
            // The most advanced part comes first and is solid: it is there.
            let look = Look::Status(if nr == 0 { Mark::Built } else { Mark::Planned });
            segments.push(segment(dossier, part.figure, from, look));
            from += value(dossier, part.figure);
        }
        let own = segment(dossier, figure.figure, 0.0, Look::Outside);
        let whole = if segments.is_empty() { vec![own] } else { segments.clone() };
        bars.push(BarRow { label: label(dossier, figure), segments: whole, end: End::Figure(figure.figure) });
        bars.extend(parts.iter().zip(segments).map(|(part, segment)| BarRow {
            label: label(dossier, part),
            segments: vec![segment],
            end: End::Figure(part.figure),
        }));
    }
    let unit = rows.first().and_then(|row| dossier.figure(row.figure.figure).quantity()).map(|quantity| quantity.unit.name.clone());
    let measure = Bilingual::new(unit.unwrap_or_default(), tr(Lang::En, "chart-projects-measure"));
    let mut chart = ChartRows::of(name.clone(), measure, View::Projects, bars);
    let is_outside = |row: &BarRow| row.segments.iter().any(|segment| segment.look == Look::Outside);
    let whole = rows.iter().find(|row| !row.parts.is_empty()).filter(|_| chart.rows.iter().any(is_outside));
    chart.key = whole.map(|row| (Look::Outside, outside(&label(dossier, &row.figure)))).into_iter().collect();
    chart
}

/// What is said of bars that are no part of a whole.
fn outside(whole: &Bilingual) -> Bilingual {
    Bilingual::from_fn(|lang| tr_args(lang, "chart-outside", &[("whole", inline(lang, whole.get(lang)).into())]))
}

/// Works that are measured in kilometres, the plan hollow and what is built over it.
fn planned_built(dossier: &Dossier) -> ChartRows {
    let is_length = |quantity: &Quantity| quantity.unit.dimension == Dimension::Length;
    let in_length = |nr: Option<FigureNr>| nr.filter(|nr| dossier.figure(*nr).quantity().is_some_and(is_length));
    let rows = dossier.infrastructure.iter().filter_map(|work| {
        let slots = [
            (in_length(work.planned), Status::Planned),
            (in_length(work.built), Status::Built),
            (in_length(work.unclear), Status::Unclear),
        ];
        let shown = slots.iter().filter_map(|(nr, status)| Some(((*nr)?, *status)));
        let mut segments: Vec<Segment> =
            shown.map(|(nr, status)| segment(dossier, nr, 0.0, Look::Status(words::status_mark(status)))).collect();
        if let [alone] = segments.as_mut_slice()
            && alone.look == PLANNED
        {
            alone.remark = Some(both("chart-built-not-stated"));
        }
        let end = slots.iter().find_map(|(nr, _)| *nr)?;
        Some(BarRow { label: work.name.clone(), segments, end: End::Figure(end) })
    });
    let mut chart = ChartRows::of(both("chart-planned-built"), both("unit-kilometre"), View::Infrastructure, rows.collect());
    let marks = [(Mark::Planned, "status-planned"), (Mark::Built, "status-built"), (Mark::Unclear, "status-unclear")];
    let is_used = |mark: Mark| chart.rows.iter().flat_map(|row| &row.segments).any(|segment| segment.look == Look::Status(mark));
    chart.key = marks.into_iter().filter(|(mark, _)| is_used(*mark)).map(|(mark, key)| (Look::Status(mark), both(key))).collect();
    if chart.rows.iter().flat_map(|row| &row.segments).any(|segment| segment.remark.is_some()) {
        chart.key.push((PLANNED, both("chart-hollow-alone")));
    }
    chart
}

/// Cases completed, window by window.
fn windows(dossier: &Dossier) -> ChartRows {
    let rows = dossier.approvals.windows.iter().filter_map(|window| {
        let nr = window.completed?;
        let segments = vec![segment(dossier, nr, 0.0, Look::Status(Mark::Built))];
        Some(BarRow { label: window.name.clone(), segments, end: End::Figure(nr) })
    });
    ChartRows::of(both("chart-windows"), both("chart-cases"), View::Approvals, rows.collect())
}

/// Projects by stage: one part for each, as long as its planned investment, or a box where nothing can be drawn to scale.
fn stages(dossier: &Dossier) -> ChartRows {
    let dimension = number::investment_dimension(dossier);
    let look = |project: &Project| match project.investment.and_then(|nr| dossier.figure(nr).quantity()) {
        None => Look::NotStated,
        Some(amount) if Some(amount.unit.dimension) == dimension => PLANNED,
        Some(_) => Look::OtherCurrency,
    };
    let rows = Stage::ALL.into_iter().filter_map(|stage| {
        let of_stage = || dossier.projects.held().iter().enumerate().filter(move |(_, project)| project.stage() == Some(stage));
        let count = of_stage().count();
        let mut segments: Vec<Segment> = Vec::new();
        let mut from = 0.0;
        for (row, project) in of_stage().take(MOST_SEGMENTS).filter(|(_, project)| !look(project).is_box()) {
            if let Some(nr) = project.investment {
                let of = segment(dossier, nr, from, look(project));
                from = of.to;
                segments.push(Segment { row: Some(row), ..of });
            }
        }
        for (row, project) in of_stage().take(MOST_SEGMENTS).filter(|(_, project)| look(project).is_box()) {
            let name = Bilingual::from_fn(|lang| tr_args(lang, "chart-not-stated", &[("name", project.name.get(lang).into())]));
            segments.push(Segment { from, to: from, look: look(project), figure: project.investment, name, row: Some(row), remark: None });
        }
        let label = Bilingual::from_fn(|lang: Lang| words::stage_word(lang, stage));
        let amounts = of_stage().filter(|(_, project)| look(project) == PLANNED);
        let sum = sum(amounts.filter_map(|(_, project)| number::of(dossier, project.investment)));
        let end = End::Count(end(count, sum.as_ref()));
        (count > 0).then_some(BarRow { label, segments, end })
    });
    let mut chart = ChartRows::of(both("chart-stages"), both("chart-stages-measure"), View::Projects, rows.collect());
    let counted = |of: Look| dossier.projects.held().iter().filter(|project| look(project) == of).count();
    let counted_words = |key, of| Bilingual::from_fn(|lang| tr_args(lang, key, &[("count", counted(of).into())]));
    let key = [
        (PLANNED, both("chart-one-project")),
        (Look::OtherCurrency, counted_words("chart-other-currency", Look::OtherCurrency)),
        (Look::NotStated, counted_words("chart-not-stated-count", Look::NotStated)),
    ];
    chart.key = key.into_iter().filter(|(of, _)| counted(*of) > 0).collect();
    chart
}

/// How many projects a stage has, and what they come to as far as that is stated.
fn end(count: usize, sum: Option<&Quantity>) -> Bilingual {
    Bilingual::from_fn(|lang| match sum {
        Some(sum) => tr_args(lang, "chart-amount", &[("amount", sum.format(lang).into()), ("count", count.into())]),
        None => tr_args(lang, "chart-projects", &[("count", count.into())]),
    })
}

/// The sum of exact amounts in the unit of the first; none of bounds, and none of nothing.
fn sum<'q>(mut amounts: impl Iterator<Item = &'q Quantity>) -> Option<Quantity> {
    let first = amounts.next()?;
    let in_base = |quantity: &Quantity| quantity.value()?.checked_mul(quantity.unit.scale);
    let total = amounts.try_fold(in_base(first)?, |total, amount| total.checked_add(in_base(amount)?))?;
    Some(Quantity { number: total.checked_div(first.unit.scale)?.normalize(), ..first.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::embedded;

    fn chart(dossier: &Dossier, code: &str) -> ChartRows {
        let chart = dossier.overview.charts.iter().find(|chart| chart.code() == code).expect("a chart of that kind");
        ChartRows::new(dossier, chart)
    }

    #[test]
    fn the_parts_of_a_funnel_fill_their_whole() {
        let dossier = embedded().expect("the embedded dossier");
        let chart = chart(&dossier, "funnel");
        let wholes = chart.rows.iter().filter(|row| row.segments.len() > 1);
        for row in wholes {
            let End::Figure(nr) = row.end else { panic!("a figure at the end") };
            let end = row.segments.last().map_or(0.0, |segment| segment.to);
            assert!((end - value(&dossier, nr)).abs() < 0.01, "{} ends at {end}", row.label);
        }
        let outside = chart.rows.iter().filter(|row| row.segments.iter().any(|segment| segment.look == Look::Outside));
        assert_eq!(outside.count(), 2, "talks and enclave projects are no part of what is signed");
    }

    #[test]
    fn every_project_is_in_its_stage_with_its_amount_or_without() {
        let dossier = embedded().expect("the embedded dossier");
        let chart = chart(&dossier, "stages");
        let segments: Vec<&Segment> = chart.rows.iter().flat_map(|row| &row.segments).collect();
        let mut rows: Vec<usize> = segments.iter().filter_map(|segment| segment.row).collect();
        rows.sort_unstable();
        assert_eq!(rows, (0..dossier.projects.len()).collect::<Vec<_>>(), "each project once");
        let ends: Vec<&str> =
            chart.rows.iter().filter_map(|row| if let End::Count(text) = &row.end { Some(text.zh.as_str()) } else { None }).collect();
        assert_eq!(ends, ["15.37 亿元，5 个", "6.3 亿元，5 个", "3 个", "2 亿元，1 个"], "what is stated is summed up");
        let boxes = segments.iter().filter(|segment| segment.look == Look::NotStated).count();
        assert_eq!(boxes, dossier.projects.held().iter().filter(|project| project.investment.is_none()).count());
    }

    #[test]
    fn lengths_and_windows_are_those_of_their_tables() {
        let dossier = embedded().expect("the embedded dossier");
        assert_eq!(chart(&dossier, "windows").rows.len(), dossier.approvals.windows.len());
        let works = chart(&dossier, "planned-built");
        assert!(works.rows.iter().all(|row| !row.segments.is_empty()), "a work without a length has no row");
        assert!(works.most > 52_000.0 && works.most < 53_000.0, "in metres: {}", works.most);
    }
}
