//! `lexicon/incidents.yaml`: kinds of events, their words, and the words around place names.

use serde::Deserialize;

use crate::schema::Lent;

/// Kinds of events, and the words that help to place them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incidents {
    /// What the file is for.
    pub about: String,
    /// Kinds with their words.
    pub kinds: Vec<IncidentKind>,
    /// Kinds of events that strike many places.
    pub widespread: Vec<Lent>,
    /// Kinds of which a country named before the noun is the place: "the Haiti earthquake".
    pub befalls: Vec<Lent>,
    /// Kinds of events that are given names: "Storm Petra".
    pub takes_name: Vec<Lent>,
    /// Words for a ship: a sinking is known by the name behind one.
    pub vessels: Vec<Lent>,
    /// Kinds of which the plural tells of one event: "floods".
    pub one_in_plural: Vec<Lent>,
    /// Words that are no such name, capitalised behind the event's: "Center".
    pub no_name: Vec<Lent>,
    /// Phrases with a word of an event in them that tell of none: "fire service".
    pub not_events: Vec<Lent>,
    /// Words that tell of no event behind the name of a party, without an article: "Israeli fire" is that of guns.
    pub of_guns: Vec<Lent>,
    /// Prepositions, and verbs that work as such, that put what happens into a place.
    pub place_prepositions: Vec<Lent>,
    /// Of these, the ones that say where something is.
    pub locative: Vec<Lent>,
    /// Words that stand beside a place name as part of it: "southern", "Strip".
    pub region_words: Vec<Lent>,
    /// The last words of the names of more than a town: "Valley".
    pub wide_words: Vec<Lent>,
    /// Words that make a place name before them the name of an organisation: "University".
    pub organisation_words: Vec<Lent>,
    /// Words that make a place name after them a person's: "Ms."
    pub titles: Vec<Lent>,
    /// What follows an event, at court, in hospital or in print, and has days of its own: "charged".
    pub aftermath: Vec<Lent>,
    /// Of these, what says that the event itself lies behind.
    pub later: Vec<Lent>,
    /// "indicted": what a court does, wherever it sits, with those who did a deed.
    pub courts: Vec<Lent>,
    /// Words beside a plural that tell of more than one event: "twin bombings".
    pub several: Vec<Lent>,
    /// Words that tell of another event than the one before: "second".
    pub another: Vec<Lent>,
    /// Plurals of places: a count "in three towns" is of no one of them.
    pub spread: Vec<Lent>,
    /// Parts of one place: "neighborhoods".
    pub place_parts: Vec<Lent>,
    /// Words before one of those that say how many: "several".
    pub spread_count: Vec<Lent>,
    /// Words for what goes on for days: "bombardment".
    pub lasting: Vec<Lent>,
    /// Words between the day of another verb and the event after it: "suspended on Monday over the attack".
    pub apart: Vec<Lent>,
    /// Words for a count, or for what raises it, which have days of their own: "the toll rose on Sunday".
    pub tally: Vec<Lent>,
    /// Who may be counted with the dead of his own deed, or left out.
    pub attackers: Vec<Lent>,
    /// What tells that an attacker is among the dead; `*` stands for each of them.
    pub attacker_dead: Vec<Lent>,
    /// What may follow such a phrase that ends in a full stop, where its clause goes on: "shot dead *by* police".
    pub attacker_dead_then: Vec<Lent>,
    /// Cues that a sentence speaks of an earlier event than the article's own.
    pub background: Vec<Lent>,
    /// Words that tell of all places of an event in several: "the combined toll".
    pub together: Vec<Lent>,
    /// What a place has as its own: "Malawi's election". An attack may be of the one who makes it.
    pub owned: Vec<Lent>,
    /// Verbs of a place that has so many of something: "Zambia has recorded 1,240 cases".
    pub records: Vec<Lent>,
    /// What gives an event its day: "it happened on Sunday".
    pub happened: Vec<Lent>,
    /// Subjects of those: "the incident". An event's own word is another.
    pub happenings: Vec<Lent>,
    /// What gives it the day of the call: "officers responded to reports".
    pub called: Vec<Lent>,
    /// Subjects of those: "officers".
    pub responders: Vec<Lent>,
    /// Houses where the hurt and the dead of an event are brought, which may stand in another town: "hospital".
    pub care: Vec<Lent>,
    /// What is done for the hurt, mostly in another town: "treated".
    pub treated: Vec<Lent>,
    /// Who fights or kills: "fighters".
    pub armed: Vec<Lent>,
    /// How a deed is done, where no noun tells of it: "dropped".
    pub fired: Vec<Lent>,
    /// What explodes, more than one of them: "bombs".
    pub weapons: Vec<Lent>,
    /// Behind the name of a country, its house abroad: "embassy".
    pub missions: Vec<Lent>,
    /// What they do: "killed".
    pub killings: Vec<Lent>,
    /// What deeds are aimed at: "market".
    pub targets: Vec<Lent>,
    /// Phrases that refer back to a place: "both towns".
    pub anaphora: Vec<Lent>,
    /// Words that tie a clause to the noun before it: "which".
    pub relatives: Vec<Lent>,
    /// Words at which a new clause with its own event may begin: "while".
    pub breaks: Vec<Lent>,
}

/// A kind of event.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncidentKind {
    /// Stable name: `strike`.
    pub kind: String,
    /// The words to show: "airstrike".
    pub label: String,
    /// Nouns in the singular.
    pub nouns: Vec<Lent>,
    /// Verbs in the forms that tell of an event: "opened fire".
    pub verbs: Vec<Lent>,
    /// Kinds that bring it about, told of which it is no event of its own: a quake makes houses collapse.
    #[serde(default)]
    pub brought_by: Vec<Lent>,
}
