//! A walk through changes, key by key. Knows no terminal: keys come in, screens go out, and nothing is written before
//! the walk is over.

use super::change::Change;
use super::log::Choice;
use super::story::Decision;
use super::wording;
use crate::report::Severity;
use crate::report::Style;
use crate::report::notice::{self, Remark};

/// What a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A letter or sign.
    Sign(char),
    /// The end of a line.
    Enter,
    /// One letter back.
    Back,
    /// Never mind.
    Escape,
    /// Ctrl-C.
    Interrupt,
}

/// What to do after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Show the screen again.
    Show,
    /// Carry out what was decided.
    Keep,
    /// Carry out nothing.
    Drop,
}

/// What was said about one change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    Nothing,
    Skip,
    Choice(Choice),
}

/// Which readings are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Both,
    Old,
    New,
}

/// Changes on their way through somebody's hands.
#[derive(Clone, Debug)]
pub struct Walk {
    changes: Vec<Change>,
    said: Vec<Said>,
    notes: Vec<String>,
    /// What each key decided, to be undone.
    past: Vec<Vec<usize>>,
    shown: Shown,
    hides_info: bool,
    /// The note that is being typed.
    typing: Option<String>,
    helps: bool,
}

const KEYS: &str = "a accept   r reject   s skip   e edit note   o old/new/both   i hide info   u undo   q save+quit\n \
                    A R S = all remaining   ? help\n";
const END_KEYS: &str = "enter or q = write it   u undo   Ctrl-C = write nothing\n";
const HELP: &str = "\
  a  accept: the snapshot takes the figure as it is now
  r  reject: the snapshot keeps it as it was; this change is not proposed again
  s  skip: decide another time
  e  edit the note that goes into the log with the decision
  o  show the old readings, the new ones, or both
  i  pass over changes that are mere information: the same numbers told again
  u  undo the last decision
  q  write what was decided, and leave the rest for another time
  A, R, S  the same for this and all that follow
  Ctrl-C  leave; nothing is written
";

impl Walk {
    /// At its beginning.
    pub fn new(changes: Vec<Change>) -> Self {
        Self {
            said: vec![Said::Nothing; changes.len()],
            notes: vec![String::new(); changes.len()],
            changes,
            past: Vec::new(),
            shown: Shown::Both,
            hides_info: false,
            typing: None,
            helps: false,
        }
    }

    /// What was decided, in the order of the list.
    pub fn decisions(&self) -> Vec<Decision> {
        let decision = |at: usize| match self.said[at] {
            Said::Choice(choice) => Some(Decision {
                change: self.changes[at].clone(),
                choice,
                note: self.notes[at].clone(),
            }),
            Said::Nothing | Said::Skip => None,
        };
        (0..self.changes.len()).filter_map(decision).collect()
    }

    /// The changes that are still to come, the present one first.
    fn rest(&self) -> Vec<usize> {
        let waits = |at: &usize| {
            let info = self.hides_info && self.changes[*at].severity() == Severity::Info;
            self.said[*at] == Said::Nothing && !info
        };
        (0..self.changes.len()).filter(waits).collect()
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Step {
        if key == Key::Interrupt {
            return Step::Drop;
        }
        if self.typing.is_some() {
            self.edit(key);
            return Step::Show;
        }
        let helped = std::mem::take(&mut self.helps);
        match key {
            Key::Enter if self.rest().is_empty() => return Step::Keep,
            Key::Sign('q') => return Step::Keep,
            Key::Sign('?') => self.helps = !helped,
            Key::Sign('u') => self.undo(),
            Key::Sign('o') => {
                self.shown = match self.shown {
                    Shown::Both => Shown::Old,
                    Shown::Old => Shown::New,
                    Shown::New => Shown::Both,
                }
            }
            Key::Sign('i') => self.hides_info = !self.hides_info,
            Key::Sign('e') => {
                let at = self.rest().first().copied();
                self.typing = at.map(|at| self.notes[at].clone());
            }
            Key::Sign(sign) => self.say(sign),
            _ => {}
        }
        Step::Show
    }

    fn say(&mut self, sign: char) {
        let said = match sign.to_ascii_lowercase() {
            'a' => Said::Choice(Choice::Accepted),
            'r' => Said::Choice(Choice::Rejected),
            's' => Said::Skip,
            _ => return,
        };
        let mut decided = self.rest();
        if sign.is_ascii_lowercase() {
            decided.truncate(1);
        }
        for &at in &decided {
            self.said[at] = said;
        }
        if !decided.is_empty() {
            self.past.push(decided);
        }
    }

    fn undo(&mut self) {
        for at in self.past.pop().unwrap_or_default() {
            self.said[at] = Said::Nothing;
        }
    }

    fn edit(&mut self, key: Key) {
        let Some(mut note) = self.typing.take() else {
            return;
        };
        match key {
            Key::Enter => {
                if let Some(at) = self.rest().first() {
                    self.notes[*at] = crate::report::clean(&note);
                }
                return;
            }
            Key::Escape | Key::Interrupt => return,
            Key::Back => {
                note.pop();
            }
            Key::Sign(sign) => note.push(sign),
        }
        self.typing = Some(note);
    }

    /// What to show now.
    pub fn screen(&self, style: &Style) -> String {
        if self.helps {
            return format!("{HELP}\n any key goes on\n");
        }
        match self.rest().first() {
            Some(at) => self.present(*at, style),
            None => self.end(),
        }
    }

    fn present(&self, at: usize, style: &Style) -> String {
        let change = &self.changes[at];
        let mut notice = wording::notice(change);
        match self.shown {
            Shown::Both => {}
            Shown::Old => notice.readings.retain(|it| it.side != "new"),
            Shown::New => notice.readings.retain(|it| it.side != "old"),
        }
        let shown = match self.shown {
            Shown::Both => "",
            Shown::Old => "   (old readings)",
            Shown::New => "   (new readings)",
        };
        if !self.notes[at].is_empty() {
            notice.remarks.push(Remark {
                key: "note",
                text: self.notes[at].clone(),
            });
        }
        let kind = change.kind.name().replace('-', " ").to_uppercase();
        let (position, n) = (at + 1, self.changes.len());
        let mut text = format!(
            "Review {position} of {n}   {kind}   {}   {}{shown}\n",
            notice.label, notice.id
        );
        // Writing to a string does not fail.
        let _ = notice::block(&notice, style, &mut text);
        match &self.typing {
            Some(note) => text.extend(["\n note (enter keeps it, escape does not): ", note]),
            None => text.extend(["\n ", KEYS]),
        }
        text
    }

    fn end(&self) -> String {
        let count = |said: Said| self.said.iter().filter(|it| **it == said).count();
        let accepted = count(Said::Choice(Choice::Accepted));
        let rejected = count(Said::Choice(Choice::Rejected));
        let left = self.changes.len() - accepted - rejected;
        format!(
            "Reviewed: {accepted} accepted, {rejected} rejected, {left} left for another time.\n\n {END_KEYS}"
        )
    }
}
