//! Liucheng Viewer: a report about an economic development zone as tables and text that answer for each other.
//!
//! The modules in reading order; the README's code map has their invariants.

pub mod locale;
mod markup;
pub mod progress;

pub mod article;
pub mod dossier;
pub mod table;

pub mod export;
pub mod files;
pub mod sheets;

pub mod ui;

pub mod command;
pub mod history;
pub mod reading;
pub mod route;
pub mod state;
pub mod views;

pub mod app;

pub mod cli;
