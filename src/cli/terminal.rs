//! A terminal that gives every key at once. The one home of the terminal crate.

use std::io::{self, IsTerminal as _};

use crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use crossterm::terminal;

use crate::review::Key;

/// While it lives, keys come at once and are not shown.
#[derive(Debug)]
pub(super) struct Raw(());

impl Raw {
    /// Takes the terminal.
    ///
    /// # Errors
    /// There is none, or it does not obey.
    pub(super) fn take() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        Ok(Self(()))
    }
}

impl Drop for Raw {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was; nothing when it was not taken.
pub(super) fn restore() {
    let _ = terminal::disable_raw_mode();
}

/// True when somebody sits at both ends.
pub(super) fn is_there() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Waits for the next key; `None` when the screen changed its size.
///
/// # Errors
/// The terminal is gone.
pub(super) fn key() -> io::Result<Option<Key>> {
    loop {
        match event::read()? {
            Event::Resize(..) => return Ok(None),
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                let controlled = key.modifiers.contains(KeyModifiers::CONTROL);
                match key.code {
                    KeyCode::Char('c' | 'd') if controlled => return Ok(Some(Key::Interrupt)),
                    KeyCode::Char(sign) if !controlled => return Ok(Some(Key::Sign(sign))),
                    KeyCode::Enter => return Ok(Some(Key::Enter)),
                    KeyCode::Backspace => return Ok(Some(Key::Back)),
                    KeyCode::Esc => return Ok(Some(Key::Escape)),
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// The screen without anything on it, as an escape sequence.
pub(super) const BLANK: &str = "\u{1b}[2J\u{1b}[H";
