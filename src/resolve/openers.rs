//! Which lists of names a word opens: most words open none, and one look says so.

use super::event::EventTable;
use super::gazetteer::Gazetteer;
use super::party::Parties;
use crate::text::{NameTable, Token, TokenKind, WordId};

/// A set of lists.
pub(super) type Lists = u8;

/// Names of listed events.
pub(super) const EVENTS: Lists = 1;
/// Words of events.
pub(super) const INCIDENTS: Lists = 1 << 1;
/// Cues of an earlier event.
pub(super) const BACKGROUND: Lists = 1 << 2;
/// "both towns"
pub(super) const ANAPHORA: Lists = 1 << 3;
/// Peoples and groups.
pub(super) const PARTIES: Lists = 1 << 4;
/// "combined"
pub(super) const TOGETHER: Lists = 1 << 6;
/// Names of places.
pub(super) const PLACES: Lists = 1 << 5;

/// The lists that each word opens.
#[derive(Clone, Debug, Default)]
pub(super) struct Openers {
    /// By word number.
    of_word: Vec<Lists>,
    /// The lists that some numeral opens.
    of_numerals: Lists,
}

impl Openers {
    /// Notes what opens the names of each list; `cues` are those of the background, those that point back, and those that
    /// tell of all places.
    pub(super) fn new(
        events: &EventTable,
        cues: [&NameTable<u32>; 3],
        parties: &Parties,
        gazetteer: &Gazetteer,
    ) -> Self {
        let mut openers = Self::default();
        for names in events.names() {
            openers.enter(EVENTS, names.first_words(), names.begins_by_numeral());
        }
        openers.add(INCIDENTS, &events.incidents);
        openers.add(BACKGROUND, cues[0]);
        openers.add(ANAPHORA, cues[1]);
        openers.add(TOGETHER, cues[2]);
        openers.add(PARTIES, parties.names());
        openers.add(PLACES, gazetteer.phrases());
        openers
    }

    fn add(&mut self, list: Lists, names: &NameTable<u32>) {
        self.enter(list, names.first_words(), names.begins_by_numeral());
    }

    fn enter(&mut self, list: Lists, first: impl Iterator<Item = WordId>, by_numeral: bool) {
        for word in first {
            let index = word.index();
            if self.of_word.len() <= index {
                self.of_word.resize(index + 1, 0);
            }
            self.of_word[index] |= list;
        }
        if by_numeral {
            self.of_numerals |= list;
        }
    }

    /// The lists of which some name may begin with this token.
    pub(super) fn of(&self, token: &Token) -> Lists {
        match token.kind {
            TokenKind::Number => self.of_numerals,
            TokenKind::Mark => 0,
            TokenKind::Word | TokenKind::Name => {
                let index = token.word.index();
                self.of_word.get(index).copied().unwrap_or_default()
            }
        }
    }
}
