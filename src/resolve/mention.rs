//! One pass over the words of an article: where places, parties, events and incidents are named.

use std::ops::Range;

use super::Resolver;
use super::atlas::Atlas;
use super::capital;
use super::classes::{ADVERB, ARMED, BE, Class, FIRED, KILLS};
use super::dateline;
use super::event::NO_EVENT;
use super::gunfire;
use super::home;
use super::inside;
use super::joint;
use super::namesake::Namesakes;
use super::naming::Names;
use super::openers::{ANAPHORA, BACKGROUND, EVENTS, HAPPENED, INCIDENTS, Lists, PARTIES, TOGETHER};
use super::sighting::Sightings;
use super::spread;
use crate::schema::NamedEvent;
use crate::text::{Document, NameTable, Zone};

/// The most words between who kills and the verb: "fighters of the Allied Front for the South killed".
const DOER_REACH: usize = 8;
/// The most tokens of a headline and a first sentence.
const FIRST_WORDS: usize = 60;

/// What an article names, each list in order of the text.
#[derive(Debug, Default)]
pub(super) struct Mentions {
    /// Places, shielded ones left out.
    pub(super) places: Vec<PlaceMention>,
    /// Several places without a name: "three towns". None is where an article is at home.
    pub(super) spread: Vec<PlaceMention>,
    /// Peoples and groups.
    pub(super) parties: Vec<Mention>,
    /// Named events.
    pub(super) events: Vec<Mention>,
    /// Words that tell of an event: index of the kind.
    pub(super) incidents: Vec<Mention>,
    /// Cues of an earlier event.
    pub(super) background: Vec<Mention>,
    /// "happened", "responded to a call": what gives an event its day.
    pub(super) happened: Vec<Mention>,
    /// "both towns"
    pub(super) anaphora: Vec<Mention>,
    /// "combined": told of all of an event's places.
    pub(super) together: Vec<Mention>,
    /// The classes of the words of each sentence, so that most sentences are not looked through for a rare one. Of
    /// boilerplate any.
    pub(super) seen: Vec<Class>,
}

/// A stretch of tokens that names something.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Tokens of the document.
    pub(super) tokens: Range<usize>,
    /// What it names, in the table of its kind.
    pub(super) what: u32,
}

/// A place name.
#[derive(Clone, Debug)]
pub(super) struct PlaceMention {
    /// Tokens of the document.
    pub(super) tokens: Range<usize>,
    /// One past the country or state that stands after the name's comma, if any.
    pub(super) end: usize,
    /// Number of the place in the article's atlas.
    pub(super) place: u32,
    /// How it hangs in its clause.
    pub(super) governed: Governed,
}

/// How a place name hangs in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Governed {
    /// Opens the article: "HALLOWFIELD, Ohio (AP) —".
    Dateline,
    /// Says whose police or firemen they are: "Hallowfield police".
    Authority,
    /// Subject or object.
    No,
    /// After "against", "to", "from".
    Preposition,
    /// After "in", "near", "at"; or right before an incident's noun: "the Hallowfield shooting".
    Locative,
}

/// The items of a list, in order of the text, that lie within `range`.
pub(super) fn within<T: Placed>(list: &[T], range: Range<usize>) -> &[T] {
    let from = list.partition_point(|item| item.tokens().start < range.start);
    let rest = &list[from..];
    &rest[..rest.partition_point(|item| item.tokens().start < range.end)]
}

/// Something that stands at tokens.
pub(super) trait Placed {
    /// Its tokens.
    fn tokens(&self) -> &Range<usize>;
}

impl Placed for Mention {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

impl Placed for PlaceMention {
    fn tokens(&self) -> &Range<usize> {
        &self.tokens
    }
}

impl Mentions {
    /// Reads the mentions of a document, boilerplate left out.
    pub(super) fn read<'d>(
        resolver: &'d Resolver,
        document: &'d Document<'d>,
        atlas: &mut Atlas<'d>,
    ) -> Self {
        let mut mentions = Self::default();
        let mut found = Vec::new();
        let dateline = dateline::find(resolver, document);
        let sightings = Sightings::read(resolver, document, dateline.as_ref());
        let names = Names {
            resolver,
            document,
            sightings: &sightings,
            dateline: dateline.as_ref(),
        };
        for sentence in &document.sentences {
            if sentence.zone == Zone::Tail {
                mentions.seen.push(Class::MAX);
                continue;
            }
            let seen = mentions.read_sentence(resolver, document, &sentence.tokens);
            mentions.seen.push(seen);
            // Of so many rockets a round-up tells in each sentence; the first ones tell its own deed.
            let opens = sentence.tokens.start < FIRST_WORDS;
            let by_party = || !within(&mentions.parties, sentence.tokens.clone()).is_empty();
            let deeds = if opens { KILLS | FIRED } else { KILLS };
            if seen & deeds != 0 && (seen & ARMED != 0 || by_party()) {
                mentions.read_deed(resolver, document, &sentence.tokens, deeds);
            }
            names.read(&sentence.tokens, &mut found);
        }
        // They have kept the words within them from telling of an event: "heart attack".
        let parties = &mentions.parties;
        mentions
            .incidents
            .retain(|it| it.what != NO_EVENT && !gunfire::is(resolver, document, parties, it));
        let namesakes = Namesakes {
            resolver,
            document,
            sightings: &sightings,
            found: &found,
        };
        mentions.places = namesakes.tell_apart(atlas);
        // "The Islamic State of Iraq and Syria" names neither.
        let parties = &mentions.parties;
        mentions.places.retain(|place| {
            let longer = |party: &Mention| {
                let (own, name) = (&place.tokens, &party.tokens);
                name.start < own.start && own.end <= name.end
            };
            !parties.iter().any(longer)
        });
        inside::leave_owners_out(resolver, document, atlas, &mut mentions.places);
        inside::enter(resolver, document, atlas, &mentions.places);
        home::settle(document, atlas, &mentions.places);
        capital::enter(resolver, document, atlas, &mut mentions);
        joint::join(document, &resolver.classes, atlas, &mut mentions.places);
        mentions.spread = spread::enter(resolver, document, atlas, &mentions);
        mentions
    }

    /// "Fighters of the Front killed 33 villagers", "terrorists fired a rocket at a market": a deed, where no noun tells of one.
    fn read_deed(
        &mut self,
        resolver: &Resolver,
        document: &Document<'_>,
        range: &Range<usize>,
        deeds: Class,
    ) {
        let told = self.incidents.last();
        if told.is_some_and(|it| it.tokens.start >= range.start) {
            return;
        }
        let is = |at: usize, class| resolver.classes.is(&document.tokens[at], class);
        let Some(kills) = range.clone().find(|at| is(*at, deeds)) else {
            return;
        };
        let subject = kills.saturating_sub(DOER_REACH).max(range.start)..kills;
        // "The soldiers were killed": not by them.
        let passive = is(kills.saturating_sub(1), BE | ADVERB);
        // "The Islamic State group killed 30": a group, and no country.
        let groups = within(&self.parties, subject.clone()).iter();
        let mut groups = groups.map(|it| resolver.parties.party(it.what));
        let by_group = groups.any(|party| party.nation.is_none());
        if passive || !by_group && !subject.into_iter().any(|at| is(at, ARMED)) {
            return;
        }
        self.incidents
            .extend(resolver.events.attack().map(|what| Mention {
                tokens: kills..kills + 1,
                what,
            }));
    }

    /// Notes the names of one sentence, but for those of places, and tells the classes of its words.
    fn read_sentence(
        &mut self,
        resolver: &Resolver,
        document: &Document<'_>,
        range: &Range<usize>,
    ) -> Class {
        let tokens = &document.tokens[..range.end];
        let text = document.article.text.as_str();
        let events = &resolver.events;
        let mut seen = 0;
        for at in range.clone() {
            seen |= resolver.classes.of(&tokens[at]);
            let opens = resolver.openers.of(&tokens[at]);
            if opens == 0 {
                continue;
            }
            let note = |list: Lists, names: &NameTable<u32>, found: &mut Vec<Mention>| {
                if opens & list != 0 && is_free(found, at) {
                    let name = names.longest_before(tokens, text, at, range.end);
                    found.extend(name.map(|name| Mention::new(at, name)));
                }
            };
            if opens & EVENTS != 0 && is_free(&self.events, at) {
                let name = events.named_at(tokens, text, at, range.end);
                self.events.extend(name.map(|name| Mention::new(at, name)));
            }
            note(INCIDENTS, &events.incidents, &mut self.incidents);
            note(BACKGROUND, &resolver.cues.background, &mut self.background);
            note(HAPPENED, &resolver.cues.happened, &mut self.happened);
            note(ANAPHORA, &resolver.cues.anaphora, &mut self.anaphora);
            note(TOGETHER, &resolver.cues.together, &mut self.together);
            if opens & PARTIES != 0 && is_free(&self.parties, at) {
                let name = resolver.parties.longest_before(tokens, text, at, range.end);
                self.parties.extend(name.map(|name| Mention::new(at, name)));
            }
        }
        seen
    }
}

/// True when the last name of a list has ended before `at`.
fn is_free(found: &[Mention], at: usize) -> bool {
    found.last().is_none_or(|last| last.tokens.end <= at)
}

impl Mention {
    fn new(at: usize, (after, what): (usize, u32)) -> Self {
        Self {
            tokens: at..after,
            what,
        }
    }
}

/// The event of a mention.
pub(super) fn event<'a>(resolver: &'a Resolver, mention: &Mention) -> &'a NamedEvent {
    &resolver.events.named[mention.what as usize]
}
