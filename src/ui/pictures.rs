//! Pictures in tests: a renderer where the machine has one.

use std::panic::catch_unwind;

use eframe::egui_wgpu::RendererOptions;
use egui_kittest::wgpu::{WgpuTestRenderer, create_render_state, default_wgpu_setup};

/// A renderer, or none on a machine without any driver for one.
///
/// With `LIUCHENG_VIEWER_NEED_PICTURES=1` its absence is a failure, so that a build meant to compare pictures cannot pass
/// by not comparing them.
pub(crate) fn renderer() -> Option<WgpuTestRenderer> {
    let state = catch_unwind(|| create_render_state(default_wgpu_setup(), RendererOptions::PREDICTABLE));
    if state.is_err() {
        assert!(std::env::var_os("LIUCHENG_VIEWER_NEED_PICTURES").is_none(), "pictures are needed, but there is no wgpu adapter");
        eprintln!("skipped: there is no wgpu adapter to paint pictures with");
    }
    state.ok().map(WgpuTestRenderer::from_render_state)
}
