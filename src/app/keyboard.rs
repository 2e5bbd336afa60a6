//! Where the keyboard goes once a dialog or the menu has closed, or the reader has gone elsewhere without the mouse.

use egui::{Context, Id, Memory, Popup};

use super::App;

/// For so many passes after a dialog was drawn last, egui keeps the keyboard from everything under it.
const PASSES: u64 = 2;

/// Who gets the keyboard.
#[derive(Clone, Copy, Debug)]
enum Next {
    /// What had it before.
    Widget(Id),
    /// The open view: what was gone to in it, or its rows.
    View,
}

/// The menu that is open.
#[derive(Clone, Copy, Debug)]
struct OpenMenu {
    /// Where the keyboard was before.
    before: Option<Id>,
}

/// Where the keyboard was, and who gets it next.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    /// Who gets it, and in which pass at the earliest.
    next: Option<(Next, u64)>,
    /// The menu, while it is open.
    menu: Option<OpenMenu>,
    /// Whether it is on an entry of the sidebar.
    pub(super) is_in_sidebar: bool,
}

impl Keyboard {
    fn give(&mut self, ctx: &Context, next: Next) {
        self.next = Some((next, ctx.cumulative_pass_nr() + PASSES));
        ctx.request_repaint();
    }

    /// Gives the keyboard back to what had it; nobody gets it where nothing had.
    pub(super) fn give_back(&mut self, ctx: &Context, before: Option<Id>) {
        self.next = None;
        ctx.memory_mut(Memory::stop_text_input);
        if let Some(id) = before {
            self.give(ctx, Next::Widget(id));
        }
    }

    /// Leaves the keyboard to what takes it for itself.
    pub(super) fn forget(&mut self) {
        self.next = None;
    }

    /// What has the keyboard, or had it before the menu, or gets it at once.
    pub(super) fn owner(&self, ctx: &Context) -> Option<Id> {
        match (self.menu, self.next) {
            (Some(OpenMenu { before }), _) => before,
            (None, Some((Next::Widget(id), _))) => Some(id),
            (None, Some((Next::View, _)) | None) => ctx.memory(Memory::focused),
        }
    }

    /// Whether the menu is open.
    pub(super) fn is_in_menu(&self) -> bool {
        self.menu.is_some()
    }

    /// Notes that the menu is about to open.
    pub(super) fn enter_menu(&mut self, ctx: &Context) {
        self.menu = Some(OpenMenu { before: self.owner(ctx) });
        self.next = None;
    }

    /// Notes whether the menu is open; where it was closed by key, the keyboard goes back.
    pub(super) fn watch_menu(&mut self, ctx: &Context, is_open: bool) {
        if is_open {
            self.menu.get_or_insert(OpenMenu { before: ctx.memory(Memory::focused) });
        } else if let Some(OpenMenu { before }) = self.menu.take()
            && self.next.is_none()
            && !is_by_mouse(ctx)
        {
            self.give_back(ctx, before);
        }
    }

    /// Closes the menu and whatever else hangs open; where the keyboard was before.
    pub(super) fn leave_popups(&mut self, ctx: &Context) -> Option<Id> {
        let owner = self.owner(ctx);
        Popup::close_all(ctx);
        (self.menu, self.next) = (None, None);
        owner
    }
}

impl App {
    /// Lets the keyboard follow where the reader has gone, unless it was the mouse that went there.
    pub(super) fn follow(&mut self, ctx: &Context) {
        if !is_by_mouse(ctx) {
            self.keyboard.give(ctx, Next::View);
        }
    }

    /// Gives the keyboard to whom it was promised, as soon as that is possible.
    pub(super) fn give_keyboard(&mut self, ctx: &Context) {
        let Some((next, pass)) = self.keyboard.next else { return };
        if ctx.cumulative_pass_nr() < pass {
            ctx.request_repaint();
            return;
        }
        self.keyboard.next = None;
        match next {
            // Something else may have taken it meanwhile, such as a field that has just opened.
            Next::Widget(id) => ctx.memory_mut(|memory| {
                if memory.focused().is_none() {
                    memory.request_focus(id);
                }
            }),
            Next::View => {
                ctx.memory_mut(Memory::stop_text_input);
                if let Ok((_, views)) = &mut self.content {
                    views.take_keyboard(self.state.view, self.focus);
                }
            }
        }
    }
}

/// Whether what happens in this pass was done with the mouse.
fn is_by_mouse(ctx: &Context) -> bool {
    ctx.input(|input| input.pointer.any_released())
}
