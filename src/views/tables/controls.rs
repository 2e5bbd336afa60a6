//! The view as a sentence, the popovers behind the funnels, and the way out of an empty table.

use egui::Ui;

use super::TableView;
use crate::{
    ui::data_table::{ColumnSpec, OpenFacet},
    views::Context,
};

/// What popovers remember while they are open.
#[derive(Default)]
pub(super) struct Controls;

/// The view as a sentence whose clauses can be taken away.
pub(in crate::views) fn sentence_ui(_ctx: &mut Context<'_>, _ui: &mut Ui, _view: &mut TableView, _columns: &[ColumnSpec]) {}

/// What stands where no row is left.
pub(in crate::views) fn empty_ui(_ctx: &mut Context<'_>, _ui: &mut Ui, _view: &mut TableView, _columns: &[ColumnSpec]) {}

/// The popover of a column.
pub(super) fn facet_ui(_ctx: &mut Context<'_>, _ui: &mut Ui, _view: &mut TableView, _columns: &[ColumnSpec], _open: OpenFacet) {}
