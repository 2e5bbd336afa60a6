//! What the views are drawn with: theme, marks, icons, bars and components.
//!
//! Nothing here knows of a report or of a table of it: what is shown comes in as text, marks and numbers.

pub mod data_table;
pub mod fonts;
pub mod icons;
pub mod marks;
mod palette;
mod path;
pub mod reader;
pub mod theme;
mod typeface;
