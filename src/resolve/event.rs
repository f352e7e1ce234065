//! Events: the ones that are listed by name, and the words of those that are not.

use std::sync::Arc;

use super::discover::SEVERAL_EVENTS;
use super::recognise::is_war;
use super::{Evidence, given};
use crate::calendar::{Date, DateRange};
use crate::schema::{Lent, NamedEvent, Schema, inflect};
use crate::text::{NameTable, NameTree, Token, Vocabulary};

/// The event a claim belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Id of a named event, or a made one for a discovered event: `strike:beirut:2024-10-21`. A made id without a day
    /// ends in the article's day and `~`, where that is known; one without a place in `@` and the article.
    pub id: String,
    /// The words to show.
    pub label: String,
    /// war, attack, earthquake, … (see `schemas/events/`).
    pub kind: String,
    /// When it happened, or began.
    pub date: DateRange,
    /// It goes on (a war, an epidemic): its figures grow.
    pub ongoing: bool,
    /// Listed in `schemas/events/`, rather than discovered.
    pub named: bool,
    /// Where it happened, as a place id, when known.
    pub place: Option<String>,
    /// Ids of what contains that place, nearest first, where the article tells; of a listed event none.
    pub within: Arc<[String]>,
    /// These are supposed to contain it: see [`super::Place`].
    pub supposed: bool,
    /// Who did it, when said: a country code or the id of a group.
    pub agent: Option<String>,
    /// How it was attached.
    pub evidence: Evidence,
}

impl Event {
    /// A listed event.
    pub(super) fn named(event: &NamedEvent, evidence: Evidence) -> Self {
        Self {
            id: event.id.clone(),
            label: event.label.clone(),
            kind: event.kind.clone(),
            date: event.date,
            ongoing: event.ongoing,
            named: true,
            place: event.place.clone(),
            within: Arc::default(),
            supposed: false,
            agent: None,
            evidence,
        }
    }

    /// True when the day of a discovered event is that of the article, taken for news: its id says so.
    pub(crate) fn is_assumed(&self) -> bool {
        let own = self.id.split('@').next().unwrap_or_default();
        own.trim_end_matches(SEVERAL_EVENTS).ends_with('~')
    }

    /// The name that was given to an event in no list: "petra" of "Storm Petra".
    pub(crate) fn given_name(&self) -> Option<&str> {
        given::of_id(&self.id).filter(|_| !self.named)
    }

    /// An event of the same kind at the same place on another day.
    pub(super) fn on(&self, day: DateRange) -> Self {
        let id = match (self.date.from, day.from) {
            (Some(own), Some(other)) => self.id.replace(&own.to_string(), &other.to_string()),
            _ => self.id.clone(),
        };
        Self {
            id,
            date: day,
            ..self.clone()
        }
    }
}

/// What a phrase stands for that has a word of an event in it and tells of none: "fire service".
pub(super) const NO_EVENT: u32 = u32::MAX;

/// About as many words and phrases tell of events.
const TYPICAL_WORDS: usize = 700;

/// Listed events and words of events.
#[derive(Clone, Debug)]
pub(super) struct EventTable {
    /// Listed events.
    pub(super) named: Arc<[NamedEvent]>,
    /// Those of one day or of a stretch of days that is over, by the first of them.
    past: Vec<(Date, u32)>,
    /// The conflicts that go on.
    wars: Vec<u32>,
    /// Name to index into `named`: a desk's own, and those that come with the program.
    names: [NameTree; 2],
    /// Word to index into `kinds`, or [`NO_EVENT`].
    pub(super) incidents: NameTable<u32>,
    /// Kind and label.
    pub(super) kinds: Vec<(String, String)>,
    /// The kinds that befall a place.
    befalls: Vec<u32>,
    /// Of these, the ones that strike many places at once, and are named after those.
    widespread: Vec<u32>,
    /// The kinds that are given names.
    takes_name: Vec<u32>,
    /// The kinds of which the plural tells of one event.
    one_in_plural: Vec<u32>,
    /// Words that are of guns behind the name of a party.
    of_guns: Vec<Lent>,
    /// By kind, the names of those that bring it about.
    brought_by: Vec<Vec<Lent>>,
}

impl EventTable {
    /// Enters the names of events and the words that tell of one.
    pub(super) fn new(schema: &Schema, vocabulary: &mut Vocabulary) -> Self {
        let mut table = Self {
            named: Arc::clone(&schema.events),
            names: [&schema.names.own, &schema.names.built_in]
                .map(|named| NameTree::new(&named.tree, &named.events, vocabulary)),
            past: Vec::new(),
            wars: Vec::new(),
            incidents: NameTable::with_room(TYPICAL_WORDS),
            kinds: Vec::new(),
            befalls: Vec::new(),
            widespread: Vec::new(),
            takes_name: Vec::new(),
            one_in_plural: Vec::new(),
            of_guns: schema.lexicon.incidents.of_guns.clone(),
            brought_by: Vec::new(),
        };
        for (index, event) in (0..).zip(schema.events.iter()) {
            match event.date.from {
                Some(day) if !event.ongoing => table.past.push((day, index)),
                _ if event.ongoing && is_war(&event.kind) => table.wars.push(index),
                _ => {}
            }
        }
        table.past.sort_unstable();
        for kind in &schema.lexicon.incidents.kinds {
            let index = table.kinds.len() as u32;
            table.kinds.push((kind.kind.clone(), kind.label.clone()));
            table.brought_by.push(kind.brought_by.clone());
            let lists = &schema.lexicon.incidents;
            let among = |list: &[Lent]| {
                let is_in = list.iter().any(|it| *it == kind.kind);
                is_in.then_some(index)
            };
            table.befalls.extend(among(&lists.befalls));
            table.widespread.extend(among(&lists.widespread));
            table.takes_name.extend(among(&lists.takes_name));
            table.one_in_plural.extend(among(&lists.one_in_plural));
            for noun in &kind.nouns {
                let plurals = inflect::plurals(noun, &schema.lexicon.irregular);
                for form in std::iter::once(noun).chain(&plurals) {
                    table.incidents.insert(vocabulary, form, index);
                }
            }
            for verb in &kind.verbs {
                table.incidents.insert(vocabulary, verb, index);
            }
        }
        for phrase in &schema.lexicon.incidents.not_events {
            table.incidents.insert(vocabulary, phrase, NO_EVENT);
        }
        table
    }

    /// The longest name of a listed event that begins at `at` and ends before `end`: the index after it, and the event's
    /// in `named`. Of equal ones a desk's own holds.
    pub(super) fn named_at(
        &self,
        tokens: &[Token],
        text: &str,
        at: usize,
        end: usize,
    ) -> Option<(usize, u32)> {
        let [own, built_in] = &self.names;
        let own = own.longest_before(tokens, text, at, end);
        let built_in = built_in.longest_before(tokens, text, at, end);
        own.filter(|own| built_in.is_none_or(|it| it.0 <= own.0))
            .or(built_in)
    }

    /// The lists of names, to note what opens them.
    pub(super) const fn names(&self) -> &[NameTree] {
        &self.names
    }

    /// True where a word or phrase begins, among `tokens`, that tells of an event without a name.
    pub(super) fn tells(&self, tokens: &[Token], text: &str, at: usize) -> bool {
        let found = self.incidents.longest_at(tokens, text, at);
        found.is_some_and(|found| found.value != NO_EVENT)
    }

    /// The kind of event of which a word or phrase at `at` tells, among `tokens`.
    pub(super) fn told_at(&self, tokens: &[Token], text: &str, at: usize) -> Option<u32> {
        let found = self.incidents.longest_at(tokens, text, at)?;
        (found.value != NO_EVENT).then_some(found.value)
    }

    /// True for kinds that befall a place, so that a country before the noun is where: "the Haiti earthquake".
    pub(super) fn befalls(&self, kind: u32) -> bool {
        self.befalls.contains(&kind)
    }

    /// True for those of them that are named after what they struck, listed or not: "the Harsk floods".
    pub(super) fn named_by_place(&self, kind: u32) -> bool {
        self.befalls(kind) && self.widespread.contains(&kind)
    }

    /// The kind of event that befalls ships.
    pub(super) fn of_vessels(&self) -> Option<u32> {
        let mut kinds = (0..).zip(&self.kinds);
        kinds.find_map(|(at, (kind, _))| (kind == "sinking").then_some(at))
    }

    /// True for kinds of events that are given names: "Storm Petra".
    pub(super) fn takes_name(&self, kind: u32) -> bool {
        self.takes_name.contains(&kind)
    }

    /// The kind of a deed of which no noun tells.
    pub(super) fn attack(&self) -> Option<u32> {
        let mut kinds = (0..).zip(&self.kinds);
        kinds.find_map(|(at, (kind, _))| (kind == "attack").then_some(at))
    }

    /// True for kinds of which the plural tells of one event: "floods".
    pub(super) fn is_one_in_plural(&self, kind: u32) -> bool {
        self.one_in_plural.contains(&kind)
    }

    /// True for a word that may be of guns: "fire".
    pub(super) fn may_be_of_guns(&self, word: &str) -> bool {
        self.of_guns.iter().any(|it| *it == *word)
    }

    /// True for what events of the kind `cause` bring about: a quake makes houses collapse.
    pub(super) fn is_brought_by(&self, kind: u32, cause: &str) -> bool {
        let causes = &self.brought_by[kind as usize];
        causes.iter().any(|it| *it == *cause)
    }

    /// The listed conflicts that go on: what counts without an event of their own belong to.
    pub(super) fn wars(&self) -> impl Iterator<Item = &NamedEvent> {
        self.wars.iter().map(|at| &self.named[*at as usize])
    }

    /// The listed events that do not go on and began on one of these days.
    pub(super) fn past(&self, days: DateRange) -> impl Iterator<Item = &NamedEvent> {
        let from = self
            .past
            .partition_point(|(day, _)| days.from.is_some_and(|from| *day < from));
        let began = self.past[from..].iter();
        began
            .take_while(move |(day, _)| days.covers(*day))
            .map(|(_, at)| &self.named[*at as usize])
    }

    /// True for words of events that go on: "war", "offensive".
    pub(super) fn is_war(&self, kind: u32) -> bool {
        matches!(self.kinds[kind as usize].0.as_str(), "war" | "operation")
    }

    /// True when a listed event that goes on began on one of these days.
    pub(super) fn begins(&self, days: DateRange) -> bool {
        let begun = |event: &NamedEvent| event.date.from.is_some_and(|day| days.covers(day));
        self.named.iter().any(|event| event.ongoing && begun(event))
    }

    /// The listed event that goes on and began on the day of `event`, which is a day's event: what "since 7 October"
    /// means.
    pub(super) fn begun_on(&self, event: &NamedEvent) -> Option<&NamedEvent> {
        self.named.iter().find(|other| {
            other.ongoing && other.date.from.is_some() && other.date.from == event.date.from
        })
    }
}
