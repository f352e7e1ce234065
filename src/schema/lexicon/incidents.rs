//! `lexicon/incidents.yaml`: kinds of events, their words, and the words around place names.

use serde::Deserialize;

/// Kinds of events, and the words that help to place them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Incidents {
    /// What the file is for.
    pub about: String,
    /// Kinds with their words.
    pub kinds: Vec<IncidentKind>,
    /// Kinds of events that strike many places.
    pub widespread: Vec<String>,
    /// Kinds of which a country named before the noun is the place: "the Haiti earthquake".
    pub befalls: Vec<String>,
    /// Kinds of events that are given names: "Storm Petra".
    pub takes_name: Vec<String>,
    /// Words for a ship: a sinking is known by the name behind one.
    pub vessels: Vec<String>,
    /// Kinds of which the plural tells of one event: "floods".
    pub one_in_plural: Vec<String>,
    /// Words that are no such name, capitalised behind the event's: "Center".
    pub no_name: Vec<String>,
    /// Phrases with a word of an event in them that tell of none: "fire service".
    pub not_events: Vec<String>,
    /// Prepositions, and verbs that work as such, that put what happens into a place.
    pub place_prepositions: Vec<String>,
    /// Of these, the ones that say where something is.
    pub locative: Vec<String>,
    /// Words that stand beside a place name as part of it: "southern", "Strip".
    pub region_words: Vec<String>,
    /// The last words of the names of more than a town: "Valley".
    pub wide_words: Vec<String>,
    /// Words that make a place name before them the name of an organisation: "University".
    pub organisation_words: Vec<String>,
    /// Words that make a place name after them a person's: "Ms."
    pub titles: Vec<String>,
    /// What follows an event, at court, in hospital or in print, and has days of its own: "charged".
    pub aftermath: Vec<String>,
    /// Of these, what says that the event itself lies behind.
    pub later: Vec<String>,
    /// Words beside a plural that tell of more than one event: "twin bombings".
    pub several: Vec<String>,
    /// Words that tell of another event than the one before: "second".
    pub another: Vec<String>,
    /// Plurals of places: a count "in three towns" is of no one of them.
    pub spread: Vec<String>,
    /// Words before one of those that say how many: "several".
    pub spread_count: Vec<String>,
    /// Words for what goes on for days: "bombardment".
    pub lasting: Vec<String>,
    /// Words between the day of another verb and the event after it: "suspended on Monday over the attack".
    pub apart: Vec<String>,
    /// Words for a count, or for what raises it, which have days of their own: "the toll rose on Sunday".
    pub tally: Vec<String>,
    /// Who may be counted with the dead of his own deed, or left out.
    pub attackers: Vec<String>,
    /// What tells that an attacker is among the dead; `*` stands for each of them.
    pub attacker_dead: Vec<String>,
    /// Cues that a sentence speaks of an earlier event than the article's own.
    pub background: Vec<String>,
    /// Words that tell of all places of an event in several: "the combined toll".
    pub together: Vec<String>,
    /// What a place has as its own: "Malawi's election". An attack may be of the one who makes it.
    pub owned: Vec<String>,
    /// Verbs of a place that has so many of something: "Zambia has recorded 1,240 cases".
    pub records: Vec<String>,
    /// What gives an event its day: "it happened on Sunday".
    pub happened: Vec<String>,
    /// Subjects of those: "the incident". An event's own word is another.
    pub happenings: Vec<String>,
    /// What gives it the day of the call: "officers responded to reports".
    pub called: Vec<String>,
    /// Subjects of those: "officers".
    pub responders: Vec<String>,
    /// Houses where the hurt and the dead of an event are brought, which may stand in another town: "hospital".
    pub care: Vec<String>,
    /// What is done for the hurt, mostly in another town: "treated".
    pub treated: Vec<String>,
    /// Who fights or kills: "fighters".
    pub armed: Vec<String>,
    /// What they do: "killed".
    pub killings: Vec<String>,
    /// What deeds are aimed at: "market".
    pub targets: Vec<String>,
    /// Phrases that refer back to a place: "both towns".
    pub anaphora: Vec<String>,
    /// Words that tie a clause to the noun before it: "which".
    pub relatives: Vec<String>,
    /// Words at which a new clause with its own event may begin: "while".
    pub breaks: Vec<String>,
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
    pub nouns: Vec<String>,
    /// Verbs in the forms that tell of an event: "opened fire".
    pub verbs: Vec<String>,
}
