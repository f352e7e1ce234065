//! Peoples and parties to conflicts: "Afghan", "Israelis", "Hezbollah".

use rustc_hash::FxHashMap;

use crate::schema::lexicon::nationalities::Nation;
use crate::schema::{Lent, Lexicon};
use crate::text::{NameTable, Token, TokenKind, Vocabulary};

/// Names of peoples and groups.
#[derive(Clone, Debug, Default)]
pub(super) struct Parties {
    known: Vec<Party>,
    phrases: NameTable<u32>,
    /// Names of groups and countries as event lists write them, to ids.
    ids: FxHashMap<String, String>,
}

/// A people or a group, as one way of naming it says.
#[derive(Clone, Debug)]
pub(super) struct Party {
    /// Country code, or the group's id: the agent of an event.
    pub(super) id: String,
    /// Country code of the people.
    pub(super) nation: Option<String>,
    /// What its members are.
    pub(super) role: Option<String>,
}

/// About as many names has a people: "Turk", "Turks", "Turkish".
const TYPICAL_NAMES: usize = 3;

impl Parties {
    pub(super) fn new(lexicon: &Lexicon, vocabulary: &mut Vocabulary) -> Self {
        let n_peoples = lexicon.nationalities.nations.len();
        let mut parties = Self {
            phrases: NameTable::with_room(TYPICAL_NAMES * n_peoples),
            ..Self::default()
        };
        for group in &lexicon.nationalities.groups {
            let party = Party {
                id: group.id.clone(),
                nation: group.nation.clone(),
                role: group.role.clone(),
            };
            parties.ids.insert(group.name.clone(), group.id.clone());
            let aliases = group.aliases.iter().map(Lent::as_str);
            let names = std::iter::once(&*group.name).chain(aliases);
            parties.add(vocabulary, party, names);
        }
        for nation in &lexicon.nationalities.nations {
            let party = Party {
                id: nation.code.clone(),
                nation: Some(nation.code.clone()),
                role: None,
            };
            parties.ids.insert(nation.name.clone(), nation.code.clone());
            parties.add(vocabulary, party, people(nation).iter().map(Lent::as_str));
        }
        parties
    }

    fn add<'a>(
        &mut self,
        vocabulary: &mut Vocabulary,
        party: Party,
        names: impl Iterator<Item = &'a str>,
    ) {
        let index = self.known.len() as u32;
        self.known.push(party);
        for name in names {
            self.phrases.insert(vocabulary, name, index);
        }
    }

    /// The names, to note what opens them.
    pub(super) const fn names(&self) -> &NameTable<u32> {
        &self.phrases
    }

    /// The id of a party by its name in a list of events.
    pub(super) fn id_of(&self, name: &str) -> Option<&str> {
        self.ids.get(name).map(String::as_str)
    }

    /// The country of a party by its name in a list of events.
    pub(super) fn nation_of(&self, name: &str) -> Option<&str> {
        let id = self.id_of(name)?;
        let party = self.known.iter().find(|party| party.id == id)?;
        party.nation.as_deref()
    }

    /// The party at an index.
    pub(super) fn party(&self, at: u32) -> &Party {
        &self.known[at as usize]
    }

    /// The longest name that begins at `at`, capitalised: the index after it, and the index of the party.
    pub(super) fn longest_before(
        &self,
        tokens: &[Token],
        text: &str,
        at: usize,
        end: usize,
    ) -> Option<(usize, u32)> {
        let (after, party) = self.phrases.longest_before(tokens, text, at, end)?;
        let named = tokens[at..after]
            .iter()
            .any(|token| token.kind == TokenKind::Name && token.span.slice(text) != "Us");
        named.then_some((after, party))
    }

    /// A people in small letters, as a text has it that lost its capitals: "three guatemalans".
    pub(super) fn in_small(
        &self,
        tokens: &[Token],
        text: &str,
        at: usize,
        end: usize,
    ) -> Option<(usize, u32)> {
        let token = &tokens[at];
        let word = token.span.slice(text);
        let ends = ["an", "ans", "ese", "is"]
            .iter()
            .any(|it| word.ends_with(it));
        if token.kind != TokenKind::Word || !ends {
            return None;
        }
        let (after, party) = self.phrases.longest_before(tokens, text, at, end)?;
        let people = self.party(party);
        (people.nation.is_some() && people.role.is_none()).then_some((after, party))
    }
}

/// Every word for the people of a country, and its adjectives.
fn people(nation: &Nation) -> Vec<Lent> {
    let mut words = Vec::new();
    for adjective in &nation.adjectives {
        words.push(adjective.clone());
        // "Chinese", "British", "French", "Swiss" and "U.S." have no plural in -s.
        let invariable = ["ese", "sh", "ch", "s", "."]
            .iter()
            .any(|ending| adjective.ends_with(ending));
        if !invariable {
            words.push(format!("{adjective}s").into());
        }
    }
    words.extend(nation.people.iter().cloned());
    words
}
