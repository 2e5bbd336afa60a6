//! The header row: order and filter of columns, and how their headers look.

use egui::{Color32, Id, Rangef, Rect, Response, Sense, Ui, UiBuilder, accesskit, pos2};

use super::{
    action::SortStep,
    body::bounds,
    column::{ColumnSpec, FilterKind, HeaderAlign},
    edges::GRAB,
    frame::Frame,
    geometry::Placed,
    menu::MenuTarget,
    state::Place,
};
use crate::{
    locale::{tr, tr_args},
    ui::{
        icons::Icon,
        marks::Kind,
        theme::{self, CELL_SIDE, Palette, Type},
        tooltip,
    },
};

/// The funnel's box, at the right of a header cell.
const FUNNEL_WIDTH: f32 = 24.0;
const ICON: f32 = 12.0;
const GAP: f32 = 4.0;
/// The glyph after a title.
const MARK: f32 = 8.0;
/// The width of the number of a key; nobody sorts by ten columns.
const NUMBER: f32 = 8.0;

/// The width at which a header shows its title whole, whatever stands beside it.
pub(super) fn least_width(ui: &Ui, spec: &ColumnSpec) -> f32 {
    let title = Type::Small.bold_galley(ui, spec.title.as_str(), Color32::PLACEHOLDER).size().x;
    (title + reserved(spec)).ceil()
}

/// The room beside a title: for its glyph, arrow, number and funnel, there or not, so that none of them ever cuts it.
fn reserved(spec: &ColumnSpec) -> f32 {
    let mark = if spec.mark.is_some() { MARK + GAP } else { 0.0 };
    let arrow = if spec.is_sortable { ICON + NUMBER + 2.0 * GAP } else { 0.0 };
    let funnel = if spec.filter == FilterKind::None { 0.0 } else { ICON + GAP };
    2.0 * CELL_SIDE + mark + arrow + funnel
}

/// What a header cell looks like in this frame.
#[expect(clippy::struct_excessive_bools, reason = "each is a state of its own, and any may go with any")]
struct HeaderLook {
    /// Place among the keys, counted from 1, and whether the largest comes first.
    sort: Option<(usize, bool)>,
    num_keys: usize,
    is_filtering: bool,
    is_open: bool,
    is_dragged: bool,
    is_hovered: bool,
    has_focus: bool,
}

impl Frame<'_, '_> {
    /// The header row before it is drawn: a screen reader finds it before the rows, which it is drawn over.
    pub(super) fn header_row(&self, ui: &mut Ui) -> Ui {
        let builder = UiBuilder::new()
            .scope_id(self.id.with("header"))
            .max_rect(self.layout.header)
            .accessibility_parent(self.id)
            .accessibility_role(accesskit::Role::Row);
        let row = ui.new_child(builder);
        self.name_row(&row, 0);
        row
    }

    /// Draws the header row.
    pub(super) fn header_row_ui(&mut self, ui: &Ui, row: &mut Ui) {
        let palette = Self::palette(ui);
        let rect = self.layout.header;
        if !self.table.is_plain {
            ui.painter().rect_filled(rect, 0, palette.panel);
            theme::hline(ui.painter(), rect.x_range(), rect.top(), palette.hairline);
        }
        let columns = self.layout.columns.columns.clone();
        for (column_nr, column) in columns.iter().enumerate() {
            let clip = Rect::from_x_y_ranges(column.visible(), rect.y_range());
            row.set_clip_rect(clip.intersect(ui.clip_rect()));
            self.header_cell_ui(row, column_nr, column);
        }
        for column in &columns {
            row.set_clip_rect(Rect::from_x_y_ranges(column.clip, rect.y_range()).expand2(egui::vec2(GRAB, 0.0)));
            self.resize_ui(row, column);
        }
        row.set_clip_rect(ui.clip_rect());
        self.drag_ui(row, &columns);
        theme::hline(ui.painter(), rect.x_range(), rect.bottom() - 1.0, palette.rule);
        self.progress_ui(ui, palette);
    }

    fn header_cell_ui(&mut self, ui: &mut Ui, column_nr: usize, column: &Placed<'_>) {
        let rect = column.rect(self.layout.header.y_range());
        let id = self.header_id(column.spec.id);
        let response = ui.interact(rect, id, Sense::CLICK | Sense::DRAG);
        let look = self.header_look(column, ui.rect_contains_pointer(rect));
        self.name_header(ui, id, column_nr, column, &look, rect);
        let is_on = look.is_open || look.is_dragged;
        if !self.table.is_plain || is_on {
            let ground = if is_on { Some(Self::palette(ui).selection) } else { look.is_hovered.then_some(Self::palette(ui).hover) };
            if let Some(ground) = ground {
                ui.painter().rect_filled(rect.with_min_y(rect.top() + 1.0), 0, ground);
            }
        }
        let mut own = ui.new_child(UiBuilder::new().scope_id(id.with("own")).max_rect(rect));
        if !self.rows.header_ui(&mut own, column.spec.id) {
            title_ui(ui, column, rect, &look);
        }
        if column.spec.filter != FilterKind::None {
            self.funnel_ui(ui, column, rect, &look);
        }
        if look.has_focus {
            theme::ring(ui.painter(), Self::palette(ui), rect, true, 0);
        }
        self.header_input(ui, &response, column);
    }

    fn header_look(&self, column: &Placed<'_>, is_hovered: bool) -> HeaderLook {
        let id = column.spec.id;
        let key = self.table.sort.iter().position(|key| key.column == id);
        let is_here = self.state.place == Some(Place::Header) && self.placed_column().is_some_and(|column| column.spec.id == id);
        HeaderLook {
            sort: key.and_then(|nr| Some((nr + 1, self.table.sort.get(nr)?.is_descending))),
            num_keys: self.table.sort.len(),
            is_filtering: self.table.filtering.contains(&id),
            is_open: self.state.open_facet == Some(id),
            is_dragged: self.state.dragged == Some(id),
            is_hovered: is_hovered && self.state.dragged.is_none() && column.spec.is_sortable,
            has_focus: self.has_ring() && is_here,
        }
    }

    fn name_header(&self, ui: &Ui, id: Id, column_nr: usize, column: &Placed<'_>, look: &HeaderLook, rect: Rect) {
        let name = self.header_name(column.spec, look);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(accesskit::Role::ColumnHeader);
            node.set_label(name);
            node.set_row_index(0);
            node.set_column_index(column_nr);
            node.set_position_in_set(column_nr);
            node.set_bounds(bounds(rect));
            node.add_action(accesskit::Action::Click);
            node.add_action(accesskit::Action::Focus);
            if let Some((_, is_descending)) = look.sort {
                let direction = if is_descending { accesskit::SortDirection::Descending } else { accesskit::SortDirection::Ascending };
                node.set_sort_direction(direction);
            }
        });
    }

    /// The title, by which key and which way it sorts, and whether it filters.
    fn header_name(&self, spec: &ColumnSpec, look: &HeaderLook) -> String {
        let lang = self.lang();
        let mut parts = vec![match look.sort {
            Some((_, is_descending)) => {
                let key = if is_descending { "table-header-descending" } else { "table-header-ascending" };
                tr_args(lang, key, &[("column", spec.title.as_str().into())])
            }
            None => spec.title.clone(),
        }];
        if let Some((nr, _)) = look.sort.filter(|_| look.num_keys > 1) {
            parts.push(tr_args(lang, "table-header-key", &[("nr", nr.into()), ("keys", look.num_keys.into())]));
        }
        parts.extend(look.is_filtering.then(|| tr(lang, "table-header-filtered").into_owned()));
        parts.join(&tr(lang, "app-clause-separator"))
    }

    fn header_input(&mut self, ui: &Ui, response: &Response, column: &Placed<'_>) {
        let id = column.spec.id;
        if let Some(words) = &column.spec.tooltip {
            tooltip::on_hover_text(response.clone(), words);
        }
        let is_focus_asked = ui.input(|input| input.has_accesskit_action_request(response.id, accesskit::Action::Focus));
        if is_focus_asked || response.clicked() || response.secondary_clicked() {
            ui.memory_mut(|memory| memory.request_focus(self.id));
            self.state.place = Some(Place::Header);
            self.state.place_column = Some(id);
            self.state.is_place_shown = is_focus_asked;
        }
        if response.clicked() && column.spec.is_sortable {
            let is_added = ui.input(|input| input.modifiers.shift);
            self.sort(id, SortStep::Cycle, is_added);
        }
        if response.secondary_clicked() {
            let at = response.interact_pointer_pos().unwrap_or_else(|| response.rect.left_bottom());
            self.open_menu(MenuTarget::Header { column: id }, at, false);
        }
        if response.drag_started_by(egui::PointerButton::Primary) {
            self.state.dragged = Some(id);
        }
    }

    fn funnel_ui(&mut self, ui: &Ui, column: &Placed<'_>, cell: Rect, look: &HeaderLook) {
        let palette = Self::palette(ui);
        let rect = Rect::from_min_max(pos2(cell.right() - FUNNEL_WIDTH, cell.top()), cell.max);
        let id = self.header_id(column.spec.id).with("funnel");
        let response = ui.interact(rect, id, Sense::CLICK);
        let name = tr_args(self.lang(), "table-filter-column", &[("column", column.spec.title.as_str().into())]);
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(accesskit::Role::Button);
            node.set_label(name);
            node.set_bounds(bounds(rect));
            node.set_expanded(look.is_open);
            node.add_action(accesskit::Action::Click);
        });
        let center = pos2(cell.right() - CELL_SIDE - ICON / 2.0, cell.center().y);
        if look.is_filtering {
            Icon::FunnelFull.paint(ui.painter(), center, ICON, palette.accent);
        } else if look.is_hovered || look.has_focus || look.is_open || response.contains_pointer() {
            let color = if response.hovered() { palette.text } else { palette.text_weak };
            Icon::Funnel.paint(ui.painter(), center, ICON, color);
        }
        if response.clicked() {
            self.toggle_facet(column.spec.id);
        }
    }

    fn progress_ui(&self, ui: &Ui, palette: &Palette) {
        if let Some(progress) = self.table.progress {
            let rect = self.layout.header;
            let line = Rect::from_min_size(rect.left_bottom(), egui::vec2(rect.width() * progress.clamp(0.0, 1.0), 2.0));
            ui.painter().rect_filled(line, 0, palette.accent);
        }
    }
}

/// Title, mark, arrow and number of the key.
fn title_ui(ui: &Ui, column: &Placed<'_>, rect: Rect, look: &HeaderLook) {
    let palette = Palette::of(ui);
    let is_lit = look.sort.is_some() || look.is_filtering || look.is_open || look.is_hovered;
    let color = if is_lit { palette.text } else { palette.text_weak };
    let mark_width = if column.spec.mark.is_some() { MARK + GAP } else { 0.0 };
    let arrow_width = if look.sort.is_some() { ICON + GAP } else { 0.0 };
    let number = look.sort.filter(|_| look.num_keys > 1).map(|(nr, _)| Type::Small.galley(ui, nr.to_string(), palette.text));
    let number_width = number.as_ref().map_or(0.0, |number| number.size().x + GAP);
    let has_funnel = look.is_filtering || column.spec.filter != FilterKind::None && (look.is_hovered || look.has_focus);
    let funnel_width = if has_funnel { ICON + GAP } else { 0.0 };
    let room = rect.width() - reserved(column.spec);

    let mut job = Type::Small.job(column.spec.title.as_str(), color, room.max(0.0));
    job.wrap = egui::text::TextWrapping::from_wrap_mode_and_width(egui::TextWrapMode::Truncate, room.max(0.0));
    if look.sort.is_some()
        && let Some(section) = job.sections.first_mut()
    {
        section.format = Type::Small.bold_format(color);
    }
    let title = ui.painter().layout_job(job);
    let size = title.size();
    let middle = rect.center().y;
    let used = size.x + mark_width + arrow_width + number_width;
    let mut x = match column.spec.align {
        HeaderAlign::Left => rect.left() + CELL_SIDE,
        HeaderAlign::Right => rect.right() - CELL_SIDE - funnel_width - used,
    };
    let top = (middle - size.y / 2.0).round();
    ui.painter().galley(pos2(x, top), title, color);
    if column.spec.kind != Kind::Stated {
        column.spec.kind.underline(ui.painter(), Rangef::new(x, x + size.x), top + size.y - 1.0, false, palette);
    }
    x += size.x;
    if let Some(mark) = column.spec.mark {
        mark.paint(ui.painter(), pos2(x + GAP + MARK / 2.0, middle), MARK, palette);
        x += mark_width;
    }
    if let Some((_, is_descending)) = look.sort {
        let icon = if is_descending { Icon::SortDown } else { Icon::SortUp };
        icon.paint(ui.painter(), pos2(x + GAP + ICON / 2.0, middle), ICON, palette.text);
        x += arrow_width;
    }
    if let Some(number) = number {
        let top = (middle - number.size().y / 2.0).round();
        ui.painter().galley(pos2(x + GAP, top), number, palette.text);
    }
}
