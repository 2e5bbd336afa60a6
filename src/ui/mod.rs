//! What the views are drawn with: theme, marks, icons, bars and components.
//!
//! Nothing here knows of a report or of a table of it: what is shown comes in as text, marks and numbers. A function that
//! ends in `_ui` takes room and answers to pointer and keys; one that begins with `paint` only draws.

pub mod bars;
pub mod button;
pub mod card;
pub mod clause;
pub mod columns_menu;
pub mod context_menu;
pub mod data_table;
pub mod dialog;
pub mod empty_rows;
pub mod evidence;
pub mod facet;
pub mod figure_link;
pub mod finder;
pub mod fonts;
pub mod icons;
#[cfg(test)]
mod kit;
mod look;
pub mod marked_text;
pub mod marks;
pub mod menu;
pub mod menu_row;
mod motion;
pub mod notice;
pub mod number;
pub mod orders;
pub mod overlay;
pub mod page;
mod palette;
pub mod pane;
mod path;
pub mod picture;
#[cfg(test)]
pub(crate) mod pictures;
pub mod pill;
pub mod popover;
pub mod query_field;
pub mod reader;
pub mod saved_menu;
pub mod scroll;
pub mod search_field;
pub mod sentence;
pub mod sidebar;
pub mod table_footer;
pub mod text;
pub mod theme;
pub mod tick_row;
pub mod toast;
pub mod tooltip;
mod typeface;
