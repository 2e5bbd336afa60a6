//! Pictures of charts and tables with their title, source and date; and the menu that takes them.

use std::sync::Arc;

use egui::{Popup, Rect, Response, Theme, Ui, UiBuilder};

use super::{Context, Views, approvals, overview::OverviewView, timeline::TimelineView};
use crate::{
    command::{Action, Command, Leave, Shot, Subject},
    dossier::{Dossier, MoneyUnit},
    export::{self, Contents, PageChart, Parcel},
    locale::{Lang, tr, tr_args},
    reading::Reading,
    route::View,
    sheets,
    ui::{
        button::sized_icon_button_ui,
        icons::Icon,
        menu::{menu_row_ui, walk},
        page::{HEADING_BUTTON, SectionHeading},
        picture::Picture,
        popover::{is_popover_open, popover_ui},
        text::{heading_ui, text_ui},
        theme::{self, Palette, Type},
    },
};

/// How wide a picture of a chart is, two of them beside each other being twice that, and one of the timeline, in points.
const CHART_WIDTH: f32 = 560.0;
const TIMELINE_WIDTH: f32 = 1120.0;
/// Width of the menu.
const MENU_WIDTH: f32 = 208.0;

/// A picture with what it is called.
pub struct Titled {
    /// The picture.
    pub picture: Picture,
    /// What it shows, for a reader.
    pub title: String,
    /// The middle of its file's name.
    pub name: String,
}

impl Titled {
    /// What becomes of it.
    pub fn leave(&self, dossier: &Dossier, shot: Shot) -> Leave {
        let parcel = |format: &str, bytes: Vec<u8>| {
            let name = export::file_name(dossier, &self.name, format);
            Leave::Save(Parcel { name, contents: Contents::Bytes(bytes.into()) })
        };
        match shot {
            Shot::Copy => Leave::CopyImage(Arc::new(self.picture.pixels())),
            Shot::Svg => parcel("svg", self.picture.svg(&self.title).into_bytes()),
            Shot::Png => self.picture.png(&self.title).map_or(Leave::Say("picture-failed"), |bytes| parcel("png", bytes)),
        }
    }
}

/// Draws the head of a picture, its body, and where it is from.
pub(in crate::views) fn framed_ui(ui: &mut Ui, dossier: &Dossier, lang: Lang, heading: (&str, &str), body: impl FnOnce(&mut Ui)) {
    let (title, measure) = heading;
    heading_ui(ui, Type::Heading, dossier.meta.place.get(lang));
    ui.add_space(12.0);
    SectionHeading::new(title, measure).ui(ui);
    ui.add_space(8.0);
    body(ui);
    ui.add_space(12.0);
    let palette = Palette::of(ui);
    theme::hline(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), palette.hairline);
    ui.add_space(8.0);
    text_ui(ui, Type::Small, palette.text_weak, &export::source(dossier, lang));
}

/// What a picture of this name is called in full.
pub(in crate::views) fn title(dossier: &Dossier, lang: Lang, name: &str) -> String {
    format!("{} · {name}, {}", dossier.meta.short_place.get(lang), dossier.meta.date.format(lang))
}

/// What is drawn without a window is drawn with this.
fn context<'a>(dossier: &'a Arc<Dossier>, lang: Lang, money: Option<MoneyUnit>, commands: &'a mut Vec<Command>) -> Context<'a> {
    Context {
        dossier,
        lang,
        money,
        window_width: theme::WIDE,
        reading: Reading::default(),
        beside: None,
        is_article_first: false,
        is_article_right: false,
        article_pane: None,
        menu_room: 0.0,
        is_search_wanted: false,
        commands,
    }
}

/// The charts of the overview and the dates, for the page that is printed.
pub fn page_charts(dossier: &Arc<Dossier>, lang: Lang) -> Vec<PageChart> {
    let overview = OverviewView::new(dossier);
    let mut commands = Vec::new();
    let mut ctx = context(dossier, lang, None, &mut commands);
    let mut charts = Vec::new();
    while let Some((title, measure)) = overview.chart_title(charts.len()) {
        let nr = charts.len();
        let picture = Picture::draw(Theme::Light, CHART_WIDTH, |ui| overview.chart_ui(&mut ctx, ui, nr));
        let (title, measure) = (title.get(lang).to_owned(), measure.get(lang).to_owned());
        let svg = picture.svg_in_page(&title, &overview.chart_told(&ctx, nr), &format!("{}-chart-{}-", lang.code(), nr + 1));
        charts.push(PageChart { title, measure, table: overview.chart_view(nr).code(), svg, is_wide: false });
    }
    charts.extend(page_timeline(dossier, lang));
    charts
}

/// What happened when, as a chart of the page; none without dates.
fn page_timeline(dossier: &Dossier, lang: Lang) -> Option<PageChart> {
    let timeline = TimelineView::new(dossier, sheets::timeline(dossier)).ok().filter(|view| !view.table.order().is_empty())?;
    let title = tr(lang, View::Timeline.name_key()).into_owned();
    let picture = Picture::draw(Theme::Light, TIMELINE_WIDTH, |ui| timeline.picture_ui(ui, lang));
    let svg = picture.svg_in_page(&title, &timeline.told(lang), &format!("{}-timeline-", lang.code()));
    Some(PageChart { title, measure: String::new(), table: View::Timeline.code(), svg, is_wide: true })
}

impl Views {
    /// A picture of a chart or of the timeline; none of what is not there. A table is drawn where its cells are known.
    pub fn picture(&self, dossier: &Arc<Dossier>, lang: Lang, money: Option<MoneyUnit>, theme: Theme, subject: Subject) -> Option<Titled> {
        let mut commands = Vec::new();
        let mut ctx = context(dossier, lang, money, &mut commands);
        let (name, heading, measure, width) = match subject {
            Subject::Table => return None,
            Subject::Timeline => {
                let heading = tr(lang, View::Timeline.name_key()).into_owned();
                ("timeline".to_owned(), heading, String::new(), TIMELINE_WIDTH)
            }
            Subject::Charts => {
                let heading = tr(lang, View::Overview.name_key()).into_owned();
                ("charts".to_owned(), heading, String::new(), 2.0 * CHART_WIDTH)
            }
            Subject::Powers => ("approvals-powers".to_owned(), tr(lang, "approvals-powers").into_owned(), String::new(), CHART_WIDTH),
            Subject::Limits => {
                let [heading, measure] = ["approvals-limits", "approvals-limits-note"].map(|key| tr(lang, key).into_owned());
                ("approvals-limits".to_owned(), heading, measure, CHART_WIDTH)
            }
            Subject::Chart(nr) => {
                let (heading, measure) = self.overview.chart_title(nr)?;
                (export::slug(&heading.en), heading.get(lang).to_owned(), measure.get(lang).to_owned(), CHART_WIDTH)
            }
        };
        let picture = Picture::draw(theme, width, |ui| {
            framed_ui(ui, dossier, lang, (&heading, &measure), |ui| match subject {
                Subject::Chart(nr) => self.overview.chart_ui(&mut ctx, ui, nr),
                Subject::Charts => self.overview.charts_ui(&mut ctx, ui),
                Subject::Powers => approvals::powers_ui(&mut ctx, ui),
                Subject::Limits => approvals::limits_ui(&mut ctx, ui),
                Subject::Timeline | Subject::Table => self.timeline.picture_ui(ui, lang),
            });
        });
        Some(Titled { picture, title: title(dossier, lang, &heading), name })
    }
}

/// A small button in a heading, in its `place`; a click with the right button in `area` does the same.
pub(in crate::views) fn heading_button_ui(ctx: &mut Context<'_>, ui: &mut Ui, place: Rect, area: Rect, (subject, of): (Subject, &str)) {
    // A child of its own: what is laid out below the heading must not move.
    let mut child = ui.new_child(UiBuilder::new().id_salt(("picture", of)).max_rect(place));
    let name = tr_args(ctx.lang, "picture-of", &[("name", of.into())]);
    let scope = child.scope_id();
    let was_open = ui.ctx().data(|data| data.get_temp(scope)).unwrap_or(false);
    let button = sized_icon_button_ui(&mut child, Icon::Export, &name, was_open, HEADING_BUTTON);
    menu_ui(ctx, ui, &button, area, (subject, &name));
    let is_open = is_popover_open(&button);
    ui.ctx().data_mut(|data| data.insert_temp(scope, is_open));
}

/// The menu under a button that takes a picture.
pub(in crate::views) fn menu_ui(ctx: &mut Context<'_>, ui: &Ui, button: &Response, area: Rect, (subject, name): (Subject, &str)) {
    if ui.rect_contains_pointer(area) && ui.input(|input| input.pointer.secondary_clicked()) {
        Popup::open_id(ui.ctx(), Popup::default_response_id(button));
    }
    let chosen = popover_ui(button, name, MENU_WIDTH, |ui, is_new| {
        let rows = Shot::ALL.map(|shot| (menu_row_ui(ui, &tr(ctx.lang, Action::Picture(shot).name_key()), ""), shot));
        let chosen = rows.iter().find(|(row, _)| row.clicked()).map(|(_, shot)| *shot);
        walk(ui, &rows.map(|(row, _)| row), is_new);
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    if let Some(shot) = chosen.flatten() {
        ctx.send(Command::Leave(Leave::Picture(subject, shot)));
        button.request_focus();
    }
}
