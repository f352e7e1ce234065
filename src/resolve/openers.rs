//! Which lists of names a word opens: most words open none, and one look says so.

use super::event::EventTable;
use super::gazetteer::Gazetteer;
use super::party::Parties;
use crate::schema::Lent;
use crate::schema::lexicon::Incidents;
use crate::text::{NameTable, Token, TokenKind, Vocabulary, WordId};

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
/// "happened"
pub(super) const HAPPENED: Lists = 1 << 7;

/// Of what gives an event its day: the event does it, or those who are called to it.
pub(super) const IT: u32 = 0;
/// See [`IT`].
pub(super) const THEY: u32 = 1;

/// Phrases of an event's time and place.
#[derive(Clone, Debug)]
pub(super) struct Cues {
    /// Of an earlier event than the article's own: "last year".
    pub(super) background: NameTable<u32>,
    /// What points back to a place: "both towns".
    pub(super) anaphora: NameTable<u32>,
    /// Of all places of an event: "combined".
    pub(super) together: NameTable<u32>,
    /// What gives an event its day, by who does it: "happened", "responded to a".
    pub(super) happened: NameTable<u32>,
}

impl Cues {
    /// Compiles the lists of the lexicon.
    pub(super) fn new(lists: &Incidents, vocabulary: &mut Vocabulary) -> Self {
        let mut table = |lists: &[(&[Lent], u32)]| {
            let mut table = NameTable::default();
            for (words, value) in lists {
                for phrase in *words {
                    table.insert(vocabulary, phrase, *value);
                }
            }
            table
        };
        let happened = table(&[(&lists.happened, IT), (&lists.called, THEY)]);
        let mut phrases = |words: &[Lent]| table(&[(words, 0)]);
        Self {
            background: phrases(&lists.background),
            anaphora: phrases(&lists.anaphora),
            together: phrases(&lists.together),
            happened,
        }
    }
}

/// The lists that each word opens.
#[derive(Clone, Debug, Default)]
pub(super) struct Openers {
    /// By word number.
    of_word: Vec<Lists>,
    /// The lists that some numeral opens.
    of_numerals: Lists,
}

impl Openers {
    /// Notes what opens the names of each list.
    pub(super) fn new(
        events: &EventTable,
        cues: &Cues,
        parties: &Parties,
        gazetteer: &Gazetteer,
    ) -> Self {
        let mut openers = Self::default();
        for names in events.names() {
            openers.enter(EVENTS, names.first_words(), names.begins_by_numeral());
        }
        openers.add(INCIDENTS, &events.incidents);
        openers.add(BACKGROUND, &cues.background);
        openers.add(ANAPHORA, &cues.anaphora);
        openers.add(TOGETHER, &cues.together);
        openers.add(HAPPENED, &cues.happened);
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
