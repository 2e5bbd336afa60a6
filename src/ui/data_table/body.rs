//! The rows in sight: their ground, their cells, what a screen reader and the mouse find there.

use egui::{Id, Rangef, Rect, Response, Sense, Ui, UiBuilder, accesskit, pos2};
use egui_extras::{Column as Width, TableBuilder};

use super::{
    action::{CellFilter, RowId, TableAction},
    column::FilterKind,
    frame::Frame,
    geometry::Placed,
    menu::MenuTarget,
    state::Place,
};
use crate::{
    locale::{tr, tr_args},
    ui::{
        theme::{self, Palette, SELECTION_EDGE, Type},
        tooltip,
    },
};

/// A row in sight.
#[derive(Clone, Copy)]
pub(super) struct RowInSight {
    pub(super) row_nr: usize,
    /// `None` for the heading of a group.
    pub(super) id: Option<RowId>,
    pub(super) y: Rangef,
    pub(super) is_hovered: bool,
}

impl Frame<'_, '_> {
    /// Draws the rows in sight.
    pub(super) fn body_ui(&mut self, ui: &mut Ui) {
        let rows = self.rows_in_sight(ui);
        self.state.drawn = rows.iter().filter_map(|row| Some((row.id?, row.row_nr))).collect();
        let current = self.state.current;
        self.state.current_nr = self.state.drawn.iter().find(|(id, _)| Some(*id) == current).map(|(_, row_nr)| *row_nr);
        let palette = Self::palette(ui);
        for row in &rows {
            self.ground_ui(ui, *row, palette);
        }
        let is_read_aloud = Self::is_read_aloud(ui);
        for row in &rows {
            self.row_ui(ui, *row, is_read_aloud);
        }
        let num_frozen = self.layout.columns.num_frozen;
        let columns = self.layout.columns.columns.clone();
        let (frozen, moving) = columns.split_at(num_frozen.min(columns.len()));
        self.contents_ui(ui, "frozen", frozen, &rows);
        self.contents_ui(ui, "moving", moving, &rows);
        self.place_ring_ui(ui, &rows);
    }

    fn rows_in_sight(&self, ui: &Ui) -> Vec<RowInSight> {
        let (layout, scroll) = (&self.layout, self.state.scroll);
        let unit = ui.pixels_per_point();
        let top = layout.body.top() - (scroll.offset * unit).round() / unit;
        let pointer = ui.rect_contains_pointer(layout.body).then(|| ui.input(|input| input.pointer.hover_pos())).flatten();
        let in_sight = layout.extent.in_sight(scroll);
        let first = in_sight.start;
        in_sight
            .map(|row_nr| {
                let height = layout.extent.row_height;
                let y = top + (row_nr - first) as f32 * height;
                let y = Rangef::new(y, y + height);
                let is_hovered = pointer.is_some_and(|pos| y.min <= pos.y && pos.y < y.max);
                RowInSight { row_nr, id: self.rows.row_id(row_nr), y, is_hovered }
            })
            .collect()
    }

    /// Ground, hairline and the edge of a selected row, from side to side.
    fn ground_ui(&self, ui: &Ui, row: RowInSight, palette: &Palette) {
        if row.id.is_none() && self.paint_head(ui, &row, palette) {
            return;
        }
        let cell = self.cell_context(row.id, row.is_hovered);
        let x = self.layout.body.x_range();
        let painter = ui.painter();
        let rect = Rect::from_x_y_ranges(x, row.y);
        if cell.is_selected {
            painter.rect_filled(rect, 0, palette.selection);
        } else if row.id.is_some() && (row.is_hovered || self.state.menu.is_some_and(|menu| menu.row() == row.id)) {
            painter.rect_filled(rect, 0, palette.hover);
        }
        theme::hline(painter, x, row.y.max - 1.0, palette.hairline);
        if cell.is_selected {
            painter.rect_filled(rect.with_max_x(x.min + SELECTION_EDGE), 0, palette.accent);
        }
        if row.id.is_none() {
            let galley = Type::Small.galley(ui, self.rows.row_name(row.row_nr), palette.text_weak);
            let left = self.layout.columns.columns.first().map_or(x.min, |column| column.x.min) + theme::CELL_SIDE;
            painter.galley(pos2(left, row.y.max - 4.0 - galley.size().y), galley, palette.text_weak);
        }
    }

    /// Registers a row's cells, so that they are clicked and read.
    fn row_ui(&mut self, ui: &mut Ui, row: RowInSight, is_read_aloud: bool) {
        let Some(id) = row.id else { return self.head_row_ui(ui, row) };
        let row_id = self.id.with(("row", id));
        let rect = Rect::from_x_y_ranges(self.layout.body.x_range(), row.y);
        let builder =
            UiBuilder::new().scope_id(row_id).max_rect(rect).accessibility_parent(self.id).accessibility_role(accesskit::Role::Row);
        let mut row_ui = ui.new_child(builder);
        if is_read_aloud {
            let is_selected = self.state.selection.contains(id);
            let (nr, place) = (self.rows.place(row.row_nr).0, self.row_words(row.row_nr));
            self.name_row(&row_ui, nr);
            ui.ctx().accesskit_node_builder(row_ui.unique_id(), |node| {
                node.set_label(place);
                node.set_position_in_set(nr - 1);
                node.set_selected(is_selected);
            });
        }
        let columns = self.layout.columns.columns.clone();
        for (column_nr, column) in columns.iter().enumerate() {
            let clip = Rect::from_x_y_ranges(column.visible(), self.layout.body.y_range());
            row_ui.set_clip_rect(clip.intersect(ui.clip_rect()));
            let cell_id = self.cell_id(id, column.spec.id);
            let response = row_ui.interact(column.rect(row.y), cell_id, Sense::CLICK);
            if is_read_aloud {
                self.name_cell(ui, cell_id, row, id, column_nr, column);
            }
            self.cell_input(ui, &response, row, id, column);
        }
        // What is left of the row beside its columns selects it as well.
        let rest = columns.last().map_or(rect.left(), |column| column.x.max);
        if rest < rect.right() {
            row_ui.set_clip_rect(self.layout.body.intersect(ui.clip_rect()));
            let response = row_ui.interact(rect.with_min_x(rest), row_id.with("rest"), Sense::CLICK);
            if let Some(column) = columns.last() {
                self.cell_input(ui, &response, row, id, column);
            }
        }
    }

    /// Which of the rows it is, in words: row 3 of 14.
    fn row_words(&self, row_nr: usize) -> String {
        let (nr, num_rows) = self.rows.place(row_nr);
        tr_args(self.lang(), "table-row-name", &[("row", nr.into()), ("rows", num_rows.into())])
    }

    /// What a cell is called: the first as its row, the others by column and value and the place of the row.
    fn name_cell(&self, ui: &Ui, cell_id: Id, row: RowInSight, id: RowId, column_nr: usize, column: &Placed<'_>) {
        let (separator, place) = (tr(self.lang(), "app-clause-separator"), self.row_words(row.row_nr));
        let (name, described) = if column_nr == 0 {
            (self.rows.row_name(row.row_nr), Some(place))
        } else {
            let (text, remark) = (self.rows.cell_text(row.row_nr, column.spec.id), self.rows.cell_remark(row.row_nr, column.spec.id));
            let key = if text.is_empty() && remark.is_empty() { "table-cell-empty" } else { "table-cell-name" };
            let value = [text, remark].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(&separator);
            let words = tr_args(self.lang(), key, &[("column", column.spec.title.as_str().into()), ("value", value.into())]);
            (format!("{words}{separator}{place}"), None)
        };
        let is_selected = self.state.selection.contains(id);
        let (rect, row_nr) = (column.rect(row.y), self.rows.place(row.row_nr).0);
        ui.ctx().accesskit_node_builder(cell_id, |node| {
            node.set_role(accesskit::Role::GridCell);
            node.set_label(name);
            if let Some(words) = described {
                node.set_description(words);
            }
            node.set_row_index(row_nr);
            node.set_column_index(column_nr);
            node.set_position_in_set(column_nr);
            node.set_selected(is_selected);
            node.add_action(accesskit::Action::Click);
            node.add_action(accesskit::Action::Focus);
            node.set_bounds(bounds(rect));
        });
    }

    fn cell_input(&mut self, ui: &Ui, response: &Response, row: RowInSight, id: RowId, column: &Placed<'_>) {
        let column_id = column.spec.id;
        let is_here = self.has_ring() && self.place_id() == Some(response.id);
        if (is_here || row.is_hovered && response.hovered()) && self.rows.has_tooltip(row.row_nr, column_id) {
            tooltip::on_place_ui(response, is_here && !self.state.is_place_given, |ui| self.rows.tooltip_ui(ui, row.row_nr, column_id));
        }
        if response.middle_clicked() && column.spec.filter != FilterKind::None {
            self.actions.push(TableAction::FilterCell { row: id, column: column_id, filter: CellFilter::Only });
        }
        let is_focus_asked = ui.input(|input| input.has_accesskit_action_request(response.id, accesskit::Action::Focus));
        let is_clicked = response.clicked() || response.secondary_clicked();
        if !is_clicked && !is_focus_asked {
            return;
        }
        ui.memory_mut(|memory| memory.request_focus(self.id));
        self.state.place = Some(Place::Row { id, row_nr: row.row_nr });
        self.state.place_column = Some(column_id);
        self.state.is_place_shown = is_focus_asked;
        if response.secondary_clicked() {
            let at = response.interact_pointer_pos().unwrap_or_else(|| response.rect.center());
            self.open_menu(MenuTarget::Cell { row: id, column: column_id }, at, false);
        } else if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            if modifiers.shift {
                self.select_range(row.row_nr);
            } else if modifiers.command {
                self.toggle_row(id);
            } else {
                self.select_one(id);
            }
            if response.double_clicked() {
                self.actions.push(TableAction::Open(id));
            }
        }
    }

    /// Draws what stands in the cells of some columns, with the table of `egui_extras`.
    ///
    /// It is fed only the rows in sight, so it never multiplies a row's number by its height.
    fn contents_ui(&self, ui: &mut Ui, salt: &str, columns: &[Placed<'_>], rows: &[RowInSight]) {
        let (Some(first), Some(last), Some(row)) = (columns.first(), columns.last(), rows.first()) else { return };
        let height = row.y.span();
        let rect =
            Rect::from_x_y_ranges(Rangef::new(first.x.min, last.x.max), Rangef::new(row.y.min, row.y.min + rows.len() as f32 * height));
        let mut part = ui.new_child(UiBuilder::new().scope_id(self.id.with(("part", salt))).max_rect(rect));
        let clip = Rect::from_x_y_ranges(first.clip, self.layout.body.y_range());
        part.set_clip_rect(clip.intersect(ui.clip_rect()));
        part.spacing_mut().item_spacing = egui::Vec2::ZERO;
        let mut table = TableBuilder::new(&mut part)
            .id_salt(("cells", columns.len()))
            .vscroll(false)
            .striped(false)
            .auto_shrink(false)
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center));
        for column in columns {
            table = table.column(Width::exact(column.x.span()));
        }
        table.body(|mut body| {
            for row in rows {
                let cell = self.cell_context(row.id, row.is_hovered);
                body.row(height, |mut cells| {
                    for column in columns {
                        cells.col(|ui| match row.id {
                            _ if column.visible().span() <= 0.0 => {}
                            Some(_) => self.rows.cell_ui(ui, row.row_nr, column.spec.id, &cell),
                            None => self.rows.head_cell_ui(ui, row.row_nr, column.spec.id, &cell),
                        });
                    }
                });
            }
        });
    }

    /// The ring around the cell the keyboard is at.
    fn place_ring_ui(&self, ui: &Ui, rows: &[RowInSight]) {
        let Some(Place::Row { id, .. }) = self.state.place else { return };
        let (Some(row), Some(column)) = (rows.iter().find(|row| row.id == Some(id)), self.placed_column()) else { return };
        if self.has_ring() {
            let y = Rangef::new(row.y.min, row.y.max - 1.0);
            theme::ring(
                &ui.painter().with_clip_rect(self.layout.body),
                Self::palette(ui),
                Rect::from_x_y_ranges(column.visible(), y),
                true,
                0,
            );
        }
    }
}

/// A rectangle as AccessKit has it.
pub(super) fn bounds(rect: Rect) -> accesskit::Rect {
    accesskit::Rect { x0: rect.min.x.into(), y0: rect.min.y.into(), x1: rect.max.x.into(), y1: rect.max.y.into() }
}
