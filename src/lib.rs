//! Liucheng Viewer: a report about an economic development zone as tables and text that answer for each other.
//!
//! The modules in reading order; the README's code map has their invariants.

pub mod locale;

pub mod article;
pub mod dossier;
pub mod table;

pub mod export;
pub mod sheets;

pub mod ui;

pub mod views;

pub mod cli;
